//! Collateral on a subnet that is dissolved: the stake is paid out like any other.

#[cfg(feature = "try-runtime")]
use alloc::collections::BTreeMap;
#[cfg(feature = "try-runtime")]
use frame_support::ensure;
use frame_support::weights::WeightMeter;
use sp_runtime::DispatchResult;
#[cfg(feature = "try-runtime")]
use subtensor_primitives::AlphaBalance;
use subtensor_primitives::NetUid;

use crate::{
    Collateral, Config, WeightInfo,
    domain::{Domain, HotkeySwap, drain, spend},
    pallet::{ColdkeyCollateralHotkeys, ColdkeyMinerCollateral, MinerCollateral},
};
#[cfg(feature = "try-runtime")]
use crate::{Dissolution, Shares};

impl<T: Config> Domain<T> for Collateral<T> {
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let rows = MinerCollateral::<T>::drain_prefix((netuid,));
        drain(
            rows,
            T::WeightInfo::erase_row(),
            meter,
            |((_, coldkey), _)| {
                ColdkeyMinerCollateral::<T>::remove(netuid, &coldkey);
                ColdkeyCollateralHotkeys::<T>::remove(netuid, &coldkey);
            },
        )
    }

    fn check_hotkey_swap(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) -> DispatchResult {
        Ok(Self::check_swap(netuid, swap)?)
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        MinerCollateral::<T>::iter_key_prefix((netuid, swap.old))
            .all(|_| spend(meter, T::WeightInfo::swap_collateral()))
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        Self::swap_rows(netuid, swap);
    }

    fn check_coldkey_swap(old: &T::AccountId, new: &T::AccountId) -> DispatchResult {
        Self::check_new_holder(old, new)?;
        Ok(())
    }

    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        Self::rename_holder(old, new);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_collateral()
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> Collateral<T> {
    /// Collateral is stake, and the sums and the lists of the coldkeys are those of the rows.
    fn check_collateral() -> Result<(), sp_runtime::TryRuntimeError> {
        let mut sums = BTreeMap::<(NetUid, T::AccountId), AlphaBalance>::new();
        let mut rows = 0usize;
        for ((netuid, hotkey, coldkey), row) in MinerCollateral::<T>::iter() {
            if Dissolution::<T>::is_being_dissolved(netuid) {
                continue;
            }
            ensure!(
                !row.locked.is_zero() || !row.min_locked.is_zero(),
                "a row of collateral says nothing"
            );
            // The value of a share is rounded down.
            let stake = Shares::<T>::stake_of(&hotkey, &coldkey, netuid);
            ensure!(
                row.locked <= stake.saturating_add(AlphaBalance::new(1)),
                "there is more collateral than stake"
            );
            ensure!(
                ColdkeyCollateralHotkeys::<T>::get(netuid, &coldkey).contains(&hotkey),
                "collateral is not in the list of its coldkey"
            );
            rows = rows.saturating_add(1);
            if !row.locked.is_zero() {
                let sum = sums.entry((netuid, coldkey)).or_default();
                sum.saturating_accrue(row.locked);
            }
        }
        let is_alive = |netuid: &NetUid| !Dissolution::<T>::is_being_dissolved(*netuid);
        let listed: usize = ColdkeyCollateralHotkeys::<T>::iter()
            .filter(|(netuid, ..)| is_alive(netuid))
            .map(|(_, _, hotkeys)| hotkeys.len())
            .sum();
        ensure!(listed == rows, "a list names collateral that is not there");
        let kept: BTreeMap<_, _> = ColdkeyMinerCollateral::<T>::iter()
            .filter(|(netuid, ..)| is_alive(netuid))
            .map(|(netuid, coldkey, sum)| ((netuid, coldkey), sum))
            .collect();
        ensure!(
            kept == sums,
            "a coldkey's collateral is not the sum of its rows"
        );
        Ok(())
    }
}
