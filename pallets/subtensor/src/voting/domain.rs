//! Voting power of neurons that go, and of a subnet that goes.

#[cfg(feature = "try-runtime")]
use alloc::collections::BTreeMap;
#[cfg(feature = "try-runtime")]
use frame_support::ensure;
use frame_support::weights::WeightMeter;
use subtensor_primitives::NetUid;

use super::Voting;
use crate::{
    Config, WeightInfo,
    domain::{Domain, HotkeySwap, drain, spend},
    pallet::{
        TotalVotingPower, VotingPower, VotingPowerDisableAtBlock, VotingPowerEmaAlpha,
        VotingPowerErasures, VotingPowerTrackingEnabled,
    },
};
#[cfg(feature = "try-runtime")]
use crate::{Dissolution, Neurons};

impl<T: Config> Domain<T> for Voting<T> {
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let rows = VotingPower::<T>::drain_prefix(netuid);
        drain(rows, T::WeightInfo::erase_row(), meter, |_| ())
    }

    fn forget_values(netuid: NetUid) {
        TotalVotingPower::<T>::remove(netuid);
        VotingPowerTrackingEnabled::<T>::remove(netuid);
        VotingPowerDisableAtBlock::<T>::remove(netuid);
        VotingPowerEmaAlpha::<T>::remove(netuid);
        VotingPowerErasures::<T>::remove(netuid);
    }

    fn forget_neuron(netuid: NetUid, hotkey: &T::AccountId) {
        let power = VotingPower::<T>::get(netuid, hotkey);
        Self::set_power(netuid, hotkey, power, 0);
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        !VotingPower::<T>::contains_key(netuid, swap.old)
            || spend(meter, T::WeightInfo::swap_voting_power())
    }

    /// Power goes with the stake and the uid; without the stake it ends.
    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let power = VotingPower::<T>::get(netuid, swap.old);
        Self::set_power(netuid, swap.old, power, 0);
        if !swap.keep_stake {
            Self::set_power(netuid, swap.new, 0, power);
        }
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        let mut sums = BTreeMap::<NetUid, u64>::new();
        for (netuid, hotkey, power) in VotingPower::<T>::iter() {
            if Dissolution::<T>::is_being_dissolved(netuid) {
                continue;
            }
            ensure!(power > 0, "a row of voting power says nothing");
            ensure!(
                Neurons::<T>::is_registered(netuid, &hotkey),
                "a hotkey without a uid has voting power"
            );
            ensure!(
                VotingPowerTrackingEnabled::<T>::get(netuid)
                    || VotingPowerErasures::<T>::contains_key(netuid),
                "voting power is neither followed nor erased"
            );
            let sum = sums.entry(netuid).or_default();
            *sum = sum.saturating_add(power);
        }
        let totals: BTreeMap<NetUid, u64> = TotalVotingPower::<T>::iter()
            .filter(|(netuid, _)| !Dissolution::<T>::is_being_dissolved(*netuid))
            .collect();
        ensure!(totals == sums, "the total voting power is not the sum");
        Ok(())
    }
}
