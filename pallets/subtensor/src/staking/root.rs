//! Root stake and its dividends: what was accrued before stake came is not claimable for it (spec 50 §6.2, §6.3).

use subtensor_fixed::{Fixed, I96F32, U96F32};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{Config, Pallet, pallet::*};

/// Alpha that a rate accrues on a stake, rao.
fn accrued(rate: I96F32, stake: AlphaBalance) -> u128 {
    let rate: U96F32 = rate.convert();
    rate.saturating_mul(U96F32::from_num(stake.to_u64()))
        .to_u64()
        .into()
}

impl<T: Config> Pallet<T> {
    /// After root stake was added.
    pub(crate) fn note_root_stake_added(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        amount: AlphaBalance,
    ) {
        for (netuid, rate) in RootClaimable::<T>::get(hotkey) {
            RootClaimed::<T>::mutate((netuid, hotkey, coldkey), |claimed| {
                *claimed = claimed.saturating_add(accrued(rate, amount));
            });
        }
    }

    /// After root stake was taken away.
    pub(crate) fn note_root_stake_removed(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        amount: AlphaBalance,
    ) {
        for (netuid, rate) in RootClaimable::<T>::get(hotkey)
            .into_iter()
            .filter(|(netuid, _)| *netuid != NetUid::ROOT)
        {
            RootClaimed::<T>::mutate((netuid, hotkey, coldkey), |claimed| {
                *claimed = claimed.saturating_sub(accrued(rate, amount));
            });
        }
    }
}
