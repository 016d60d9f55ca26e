//! The payout of a dissolved subnet (spec 30 §7.3, 50 §14).

use frame_support::{
    traits::{
        fungible::Mutate,
        tokens::{Fortitude, Precision, Preservation},
    },
    weights::WeightMeter,
};
use subtensor_primitives::{NetUid, TaoBalance};

use super::{drain, spend};
use crate::{
    Config, Dissolution, DissolveCleanupStatus, Ledger, Payout, Shares, Subnets, WeightInfo,
    pallet::{
        AlphaV2, PoolStakers, StakePositions, SubnetAlphaIn, SubnetAlphaOut, SubnetProtocolAlpha,
        SubnetTAO, TotalAlphaStaked, TotalHotkeyAlpha, TotalHotkeyAlphaLastEpoch,
        TotalHotkeySharesV2,
    },
};

/// Part of a pot that belongs to the next `value` of `total`, after `counted` of it: rounded so that all parts together
/// are the pot.
pub(super) fn part(pot: TaoBalance, total: u128, counted: u128, value: u128) -> TaoBalance {
    let up_to = |sum: u128| subtensor_fixed::mul_div_u128(pot.to_u64().into(), sum, total);
    let part = up_to(counted.saturating_add(value)).saturating_sub(up_to(counted));
    TaoBalance::new(part.try_into().unwrap_or(u64::MAX))
}

impl<T: Config> Dissolution<T> {
    /// Dividends of the last epoch that are not paid yet become stake, which shares the pool's TAO like any other.
    pub(super) fn pay_dividends(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        Payout::<T>::finish_payout(status.netuid, meter)
    }

    /// Takes the pool's TAO out of the books and sees how much alpha shares it.
    pub(super) fn open_payout(status: &mut DissolveCleanupStatus, meter: &mut WeightMeter) -> bool {
        if !spend(meter, T::WeightInfo::erase_row()) {
            return false;
        }
        let netuid = status.netuid;
        let protocol =
            SubnetAlphaIn::<T>::get(netuid).saturating_add(SubnetProtocolAlpha::<T>::get(netuid));
        let staked = TotalAlphaStaked::<T>::get(netuid);
        status.total = u128::from(protocol.to_u64()).saturating_add(u128::from(staked.to_u64()));
        status.pot = SubnetTAO::<T>::get(netuid);
        Ledger::<T>::take_pool_tao(netuid, status.pot);
        true
    }

    /// Pays the coldkeys for their positions.
    pub(super) fn pay_positions(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        let netuid = status.netuid;
        let mut lists = StakePositions::<T>::drain_prefix(netuid);
        while spend(meter, T::WeightInfo::erase_row()) {
            let Some((coldkey, mut hotkeys)) = lists.next() else {
                return true;
            };
            let mut owed = TaoBalance::ZERO;
            while spend(meter, T::WeightInfo::dissolve_position()) {
                let Some(hotkey) = hotkeys.pop() else { break };
                owed.saturating_accrue(Self::give_up_position(&hotkey, &coldkey, status));
            }
            Self::pay_out(netuid, &coldkey, owed);
            if !hotkeys.is_empty() {
                StakePositions::<T>::insert(netuid, coldkey, hotkeys);
                return false;
            }
        }
        false
    }

    /// Removes a position; returns the TAO that it is worth. The pool of the hotkey stays until all are counted.
    fn give_up_position(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        status: &mut DissolveCleanupStatus,
    ) -> TaoBalance {
        let value = Shares::<T>::stake_of(hotkey, coldkey, status.netuid)
            .to_u64()
            .into();
        AlphaV2::<T>::remove((hotkey, coldkey, status.netuid));
        Shares::<T>::forget_staking_hotkey(hotkey, coldkey);
        let worth = part(status.pot, status.total, status.counted, value);
        status.counted = status.counted.saturating_add(value);
        worth
    }

    /// What a coldkey cannot receive stays, and is recycled with the rest.
    fn pay_out(netuid: NetUid, coldkey: &T::AccountId, amount: TaoBalance) {
        if amount.is_zero() {
            return;
        }
        if let Err(error) =
            Ledger::<T>::transfer_tao(&Subnets::<T>::account_of_subnet(netuid), coldkey, amount)
        {
            log::debug!(target: "subnets", "{amount:?} of dissolved subnet {netuid} is recycled: {error:?}");
        }
    }

    /// Removes the share pools.
    pub(super) fn erase_pools(status: &mut DissolveCleanupStatus, meter: &mut WeightMeter) -> bool {
        let netuid = status.netuid;
        let pools = PoolStakers::<T>::drain_prefix(netuid);
        drain(pools, T::WeightInfo::erase_row(), meter, |(hotkey, _)| {
            Self::erase_pool(&hotkey, netuid);
        })
    }

    /// Removes the pool of a hotkey. One without stakers may hold what rounding left.
    pub(super) fn erase_pool(hotkey: &T::AccountId, netuid: NetUid) {
        let value = TotalHotkeyAlpha::<T>::take(hotkey, netuid);
        TotalAlphaStaked::<T>::mutate(netuid, |total| total.saturating_reduce(value));
        TotalHotkeySharesV2::<T>::remove(hotkey, netuid);
        TotalHotkeyAlphaLastEpoch::<T>::remove(hotkey, netuid);
    }

    /// Recycles what nobody was paid: the protocol's part, what could not be received, and the account's deposit.
    pub(super) fn recycle_rest(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        if !spend(meter, T::WeightInfo::dissolve_position()) {
            return false;
        }
        let account = Subnets::<T>::account_of_subnet(status.netuid);
        let rest = Ledger::<T>::spendable(&account).to_u64();
        if rest > 0 {
            let burned = T::Currency::burn_from(
                &account,
                rest,
                Preservation::Expendable,
                Precision::BestEffort,
                Fortitude::Polite,
            );
            if let Err(error) = burned {
                log::error!(target: "subnets", "{rest} rao of dissolved subnet {} stay: {error:?}", status.netuid);
            }
        }
        SubnetAlphaIn::<T>::remove(status.netuid);
        SubnetAlphaOut::<T>::remove(status.netuid);
        SubnetProtocolAlpha::<T>::remove(status.netuid);
        true
    }
}
