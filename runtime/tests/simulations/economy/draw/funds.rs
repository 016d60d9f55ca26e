//! Seats on root and the funds of those who have one: who buys into them and claims, what they
//! trade, and what root allows.

use node_subtensor_runtime::{AccountId, Runtime, RuntimeCall};
use pallet_admin_utils::Call as Admin;
use pallet_subtensor::{Call as Core, Funds, Hotkeys, Keys};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{Draw, person_of};
use crate::economy::people::{Person, SUDO, TAO, all_coldkeys, sudo};

/// Where from, where to, how much, and the least to get.
type Leg = (NetUid, NetUid, AlphaBalance, u64);

impl Draw<'_> {
    pub(super) fn invest(&mut self) -> (Person, RuntimeCall) {
        match self.random.below(10) {
            0 => {
                let who = self.cold();
                let hotkey = self.hotkey_for(&who.account());
                (who, Core::root_register { hotkey }.into())
            }
            1 | 2 => (SUDO, self.rule_of_funds()),
            3 | 4 => {
                let call = Core::stake_into_basket {
                    hotkey: self.seated(),
                    amount_staked: TaoBalance::new(self.random.amount(100 * TAO)),
                };
                (self.cold(), call.into())
            }
            5 | 6 => self.claim(),
            _ => self.promising(8, Draw::trade),
        }
    }

    /// Usually a hotkey with a seat on root.
    fn seated(&mut self) -> AccountId {
        let mut seats: Vec<_> = Keys::<Runtime>::iter_prefix(NetUid::ROOT).collect();
        seats.sort_unstable();
        if seats.is_empty() || self.random.once_in(20) {
            return self.hotkey();
        }
        self.random.pick(&seats).1.clone()
    }

    /// What a fund owes, usually to somebody whom it owes something.
    fn claim(&mut self) -> (Person, RuntimeCall) {
        let mut position = self.position();
        for _ in 0..8 {
            if Funds::<Runtime>::owed(&position.1, &position.0.account()) > 0 {
                break;
            }
            position = self.position();
        }
        let (who, hotkey) = position;
        if self.random.once_in(2) {
            return (who, Core::claim_root_with_hotkey { hotkey }.into());
        }
        let subnets = [self.netuid()].into_iter().collect();
        (who, Core::claim_root { subnets }.into())
    }

    /// Trades of a fund that usually holds something, usually by its owner.
    fn trade(&mut self) -> (Person, RuntimeCall) {
        let mut hotkey = self.seated();
        for _ in 0..6 {
            if !Funds::<Runtime>::holdings(&hotkey).is_empty() {
                break;
            }
            hotkey = self.seated();
        }
        let owner = Hotkeys::<Runtime>::owner_of(&hotkey);
        let who = match person_of(&owner, all_coldkeys()) {
            Some(owner) if !self.random.once_in(15) => owner,
            _ => self.cold(),
        };
        if self.random.once_in(2) {
            let count = 1 + self.random.below(2);
            let legs: Vec<Leg> = (0..count).map(|_| self.leg(&hotkey)).collect();
            let legs = legs.try_into().expect("there are at most two");
            return (who, Core::swap_basket_many { hotkey, legs }.into());
        }
        let (origin_netuid, destination_netuid, amount, min_amount_out) = self.leg(&hotkey);
        let call = Core::swap_basket {
            hotkey,
            origin_netuid,
            destination_netuid,
            amount,
            min_amount_out,
        };
        (who, call.into())
    }

    /// Usually from something that the fund holds.
    fn leg(&mut self, hotkey: &AccountId) -> Leg {
        let holdings = Funds::<Runtime>::holdings(hotkey);
        let (from, held) = if holdings.is_empty() || self.random.once_in(20) {
            (self.netuid(), TAO)
        } else {
            let holding = self.random.pick(&holdings);
            (holding.netuid, holding.alpha.to_u64())
        };
        let to = if from.is_root() || self.random.once_in(2) {
            self.netuid()
        } else {
            NetUid::ROOT
        };
        let amount = self.random.amount(held);
        let min_out = if self.random.once_in(8) {
            self.random.amount(amount)
        } else {
            0
        };
        (from, to, AlphaBalance::new(amount), min_out)
    }

    fn rule_of_funds(&mut self) -> RuntimeCall {
        let cap = if self.random.once_in(4) {
            self.random.amount(65_535) as u16
        } else {
            32_768 + self.random.below(32_768) as u16
        };
        sudo(match self.random.below(8) {
            0 => {
                let netuid = NetUid::new(self.random.below(10) as u16 / 8);
                let new_value = self.random.amount(1_000_000);
                return sudo(Core::sudo_set_root_claim_threshold { netuid, new_value });
            }
            1 => Admin::sudo_set_basket_concentration_cap { cap },
            2 => Admin::sudo_set_basket_daily_turnover_cap { cap },
            3 => Admin::sudo_set_basket_liquidity_cap { cap },
            4 => {
                let enabled = !self.random.once_in(4);
                Admin::sudo_set_basket_trading_enabled { enabled }
            }
            5 => {
                let (hotkey, frozen) = (self.seated(), self.random.once_in(3));
                Admin::sudo_set_basket_trading_frozen { hotkey, frozen }
            }
            6 => {
                let min_trade_rao = self.random.amount(50_000_000);
                Admin::sudo_set_basket_min_trade_tao { min_trade_rao }
            }
            _ => Admin::sudo_set_basket_claim_dust {
                row_cap_rao: self.random.amount(TAO),
                row_bps: self.random.below(10_500) as u16,
                slice_rao: self.random.amount(1_000_000),
                forfeit_cap_rao: self.random.amount(10_000_000),
            },
        })
    }
}
