//! The payout of a dissolved subnet (spec 30 §7.3, 50 §14).

use frame_support::weights::WeightMeter;
use subtensor_primitives::{NetUid, TaoBalance};

use crate::{
    Config, Dissolution, DissolveCleanupStatus, Funds, Leases, Ledger, Payout, Shares, Subnets,
    WeightInfo, domain::spend,
};

/// Part of a pot that belongs to the next `value` of `total`, after `counted` of it: rounded so
/// that all parts together are the pot.
pub(super) fn part(pot: TaoBalance, total: u128, counted: u128, value: u128) -> TaoBalance {
    let up_to = |sum: u128| subtensor_fixed::mul_div_u128(pot.to_u64().into(), sum, total);
    let part = up_to(counted.saturating_add(value)).saturating_sub(up_to(counted));
    TaoBalance::new(part.try_into().unwrap_or(u64::MAX))
}

impl<T: Config> Dissolution<T> {
    /// Dividends of the last epoch that are not paid yet become stake, which shares the pool's TAO
    /// like any other.
    pub(super) fn pay_dividends(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        Payout::<T>::finish_payout(status.netuid, meter)
    }

    /// Stake of a lease becomes that of those to whom it belongs.
    pub(super) fn settle_lease(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        Leases::<T>::settle(status.netuid, meter)
    }

    /// Takes the pool's TAO out of the books and sees how much alpha shares it.
    pub(crate) fn open_payout(status: &mut DissolveCleanupStatus, meter: &mut WeightMeter) -> bool {
        if !spend(meter, T::WeightInfo::dissolve_position()) {
            return false;
        }
        let netuid = status.netuid;
        let protocol = Ledger::<T>::protocol_alpha(netuid);
        let staked = Shares::<T>::subnet_alpha(netuid);
        status.total = u128::from(protocol.to_u64()).saturating_add(u128::from(staked.to_u64()));
        status.pot = Ledger::<T>::close_pool(netuid);
        true
    }

    /// Pays the coldkeys for their positions.
    pub(crate) fn pay_positions(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        let netuid = status.netuid;
        let mut lists = Shares::<T>::drain_positions(netuid);
        while spend(meter, T::WeightInfo::erase_row()) {
            let Some((coldkey, mut hotkeys)) = lists.next() else {
                return true;
            };
            let is_fund = Funds::<T>::is_escrow(&coldkey);
            let weight = if is_fund {
                T::WeightInfo::dissolve_holding()
            } else {
                T::WeightInfo::dissolve_position()
            };
            let mut owed = TaoBalance::ZERO;
            while spend(meter, weight) {
                let Some(hotkey) = hotkeys.pop() else { break };
                let worth = Self::worth_of_position(&hotkey, &coldkey, status);
                if is_fund {
                    Self::pay_fund(netuid, &hotkey, worth);
                } else {
                    owed.saturating_accrue(worth);
                }
            }
            Self::pay_out(netuid, &coldkey, owed);
            if !hotkeys.is_empty() {
                Shares::<T>::put_positions(netuid, &coldkey, hotkeys);
                return false;
            }
        }
        false
    }

    /// Gives up a position; returns the TAO that it is worth.
    fn worth_of_position(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        status: &mut DissolveCleanupStatus,
    ) -> TaoBalance {
        let value = Shares::<T>::give_up_position(hotkey, coldkey, status.netuid);
        let value = value.to_u64().into();
        let worth = part(status.pot, status.total, status.counted, value);
        status.counted = status.counted.saturating_add(value);
        worth
    }

    /// What a fund gets becomes cash of it.
    fn pay_fund(netuid: NetUid, hotkey: &T::AccountId, amount: TaoBalance) {
        let root = Subnets::<T>::account_of_subnet(NetUid::ROOT);
        if Self::pay_out(netuid, &root, amount) {
            Funds::<T>::add_cash(hotkey, amount);
        }
    }

    /// Says whether there was something that the account got. What it cannot receive stays, and is
    /// recycled with the rest.
    fn pay_out(netuid: NetUid, coldkey: &T::AccountId, amount: TaoBalance) -> bool {
        if amount.is_zero() {
            return false;
        }
        let account = Subnets::<T>::account_of_subnet(netuid);
        let paid = Ledger::<T>::transfer_tao(&account, coldkey, amount);
        if let Err(error) = &paid {
            log::debug!(
                target: "subnets",
                "{amount:?} of dissolved subnet {netuid} is recycled: {error:?}"
            );
        }
        paid.is_ok()
    }

    /// Removes the share pools.
    pub(super) fn erase_pools(status: &mut DissolveCleanupStatus, meter: &mut WeightMeter) -> bool {
        Shares::<T>::erase_pools(status.netuid, meter)
    }

    /// Recycles what nobody was paid: the protocol's part, what could not be received, and the
    /// account's deposit.
    pub(super) fn recycle_rest(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        let may = spend(meter, T::WeightInfo::dissolve_position());
        if may {
            Ledger::<T>::recycle_rest(status.netuid);
        }
        may
    }
}
