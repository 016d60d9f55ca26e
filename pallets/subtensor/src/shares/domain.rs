//! The stakes of a subnet that goes.

use alloc::vec::Vec;
use frame_support::{ensure, weights::WeightMeter};
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Children, Config, Error, Shares, WeightInfo,
    domain::{Domain, HotkeySwap, drain},
    pallet::{
        AlphaSharePoolEpoch, PoolStakers, StakePositions, TotalAlphaStaked, TotalHotkeyAlpha,
        TotalHotkeyAlphaLastEpoch, TotalHotkeySharesV2,
    },
};

impl<T: Config> Domain<T> for Shares<T> {
    /// A pool without stakers may hold what rounding left, and have had some in a generation that
    /// ended.
    fn forget_account(netuid: NetUid, account: &T::AccountId) {
        Self::erase_pool(account, netuid);
    }

    fn forget_values(netuid: NetUid) {
        TotalAlphaStaked::<T>::remove(netuid);
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        Self::weigh_swap(netuid, swap, meter)
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        Self::swap_stake(netuid, swap);
    }

    /// Who stakes nowhere has no share in any pool, and no shares of a fund.
    ///
    /// Errors: `ColdKeyAlreadyAssociated`.
    fn check_coldkey_swap(_: &T::AccountId, new: &T::AccountId) -> DispatchResult {
        ensure!(
            Self::count_staking_hotkeys(new) == 0,
            Error::<T>::ColdKeyAlreadyAssociated
        );
        Ok(())
    }

    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        Self::rename_holder(old, new);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_stakes()?;
        Self::check_lists()?;
        Self::check_pools()?;
        Self::check_generations()
    }
}

impl<T: Config> Shares<T> {
    /// Takes the positions out of the lists of a subnet that is dissolved, one coldkey's after the
    /// other's. Whoever begins anew in the same block walks over all that are gone.
    pub(crate) fn drain_positions(
        netuid: NetUid,
    ) -> impl Iterator<Item = (T::AccountId, Vec<T::AccountId>)> {
        StakePositions::<T>::drain_prefix(netuid)
    }

    /// Puts back positions that were taken and not given up.
    pub(crate) fn put_positions(
        netuid: NetUid,
        coldkey: &T::AccountId,
        hotkeys: Vec<T::AccountId>,
    ) {
        StakePositions::<T>::insert(netuid, coldkey, hotkeys);
    }

    /// Removes a position that was taken; returns the alpha that it was worth. The pool of the
    /// hotkey keeps it, so that the others are worth what they were.
    pub(crate) fn give_up_position(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> AlphaBalance {
        let value = Self::stake_of(hotkey, coldkey, netuid);
        Self::erase_row(hotkey, coldkey, netuid, Self::generation(hotkey, netuid));
        Self::forget_staking_hotkey(hotkey, coldkey);
        value
    }

    /// Removes the pools of a subnet whose positions are given up; says whether none is left.
    pub(crate) fn erase_pools(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let pools = PoolStakers::<T>::drain_prefix(netuid);
        drain(pools, T::WeightInfo::erase_pool(), meter, |(hotkey, _)| {
            Self::erase_pool(&hotkey, netuid);
            Children::<T>::note_stake_change(&hotkey, false);
        })
    }

    fn erase_pool(hotkey: &T::AccountId, netuid: NetUid) {
        let value = TotalHotkeyAlpha::<T>::take(hotkey, netuid);
        TotalAlphaStaked::<T>::mutate(netuid, |total| total.saturating_reduce(value));
        TotalHotkeySharesV2::<T>::remove(hotkey, netuid);
        TotalHotkeyAlphaLastEpoch::<T>::remove(hotkey, netuid);
        AlphaSharePoolEpoch::<T>::remove(hotkey, netuid);
    }
}
