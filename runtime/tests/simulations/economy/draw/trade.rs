//! Money, stake and what it earns.

use node_subtensor_runtime::{Balances, RuntimeCall};
use pallet_balances::Call as Money;
use pallet_subtensor::Call as Core;
use subtensor_primitives::TaoBalance;

use super::Draw;
use crate::economy::people::{Person, TAO};

impl Draw<'_> {
    pub(super) fn buy(&mut self) -> (Person, RuntimeCall) {
        let who = self.cold();
        let (hotkey, netuid) = (self.known_hotkey(), self.netuid());
        let funds = Balances::free_balance(who.account());
        let most = if self.random.once_in(6) {
            funds
        } else {
            funds / 50
        };
        let amount = TaoBalance::new(self.random.amount(most));
        let call = if self.random.once_in(2) {
            Core::add_stake {
                hotkey,
                netuid,
                amount_staked: amount,
            }
        } else {
            Core::add_stake_limit {
                hotkey,
                netuid,
                amount_staked: amount,
                limit_price: self.limit(netuid),
                allow_partial: self.random.once_in(2),
            }
        };
        (who, call.into())
    }

    pub(super) fn sell(&mut self) -> (Person, RuntimeCall) {
        let (who, hotkey, netuid, amount_unstaked) = self.holding();
        let call = match self.random.below(10) {
            0 => Core::unstake_all { hotkey },
            1 => Core::unstake_all_alpha { hotkey },
            2 | 3 => Core::remove_stake_full_limit {
                hotkey,
                netuid,
                limit_price: self.random.once_in(2).then(|| self.limit(netuid)),
            },
            4..=6 => Core::remove_stake_limit {
                hotkey,
                netuid,
                amount_unstaked,
                limit_price: self.limit(netuid),
                allow_partial: self.random.once_in(2),
            },
            _ => Core::remove_stake {
                hotkey,
                netuid,
                amount_unstaked,
            },
        };
        (who, call.into())
    }

    pub(super) fn relocate(&mut self) -> (Person, RuntimeCall) {
        let (who, hotkey, origin_netuid, alpha_amount) = self.holding();
        let destination_netuid = if self.random.once_in(3) {
            origin_netuid
        } else {
            self.netuid()
        };
        let destination_hotkey = self.known_hotkey();
        let destination_coldkey = self.cold().account();
        let price = |netuid| node_subtensor_runtime::Swap::current_alpha_price(netuid);
        let ratio = u128::from(price(origin_netuid)) * u128::from(TAO)
            / u128::from(price(destination_netuid).max(1));
        let limit_price = self.near(ratio.try_into().unwrap_or(u64::MAX));
        let allow_partial = self.random.once_in(2);
        let call = match self.random.below(6) {
            0 => Core::move_stake {
                origin_hotkey: hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
            1 => Core::move_stake_limit {
                origin_hotkey: hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
                limit_price,
                allow_partial,
            },
            2 => Core::swap_stake {
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
            3 => Core::swap_stake_limit {
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
                limit_price,
                allow_partial,
            },
            4 => Core::transfer_stake {
                destination_coldkey,
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
            _ => Core::transfer_stake_and_hotkey {
                destination_coldkey,
                origin_hotkey: hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
        };
        (who, call.into())
    }

    pub(super) fn destroy(&mut self) -> (Person, RuntimeCall) {
        let (who, hotkey, netuid, amount) = self.holding();
        let call = match self.random.below(3) {
            0 => Core::recycle_alpha {
                hotkey,
                amount,
                netuid,
            },
            1 => Core::burn_alpha {
                hotkey,
                amount,
                netuid,
            },
            _ => Core::add_stake_burn {
                hotkey,
                netuid,
                amount: TaoBalance::new(self.random.amount(10 * TAO)),
                limit: self.random.once_in(2).then(|| self.limit(netuid)),
            },
        };
        (who, call.into())
    }

    pub(super) fn pay(&mut self) -> (Person, RuntimeCall) {
        let who = if self.random.once_in(3) {
            self.hot()
        } else {
            self.cold()
        };
        let dest = self.cold().account().into();
        let funds = Balances::free_balance(who.account());
        let most = if self.random.once_in(10) {
            funds
        } else {
            funds / 20
        };
        let value = self.random.amount(most);
        let call = match self.random.below(10) {
            0 => Money::transfer_all {
                dest,
                keep_alive: self.random.once_in(2),
            },
            1..=4 => Money::transfer_allow_death { dest, value },
            _ => Money::transfer_keep_alive { dest, value },
        };
        (who, call.into())
    }
}
