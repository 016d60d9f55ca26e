//! Root dividends: alpha that the stakers of a hotkey on root may claim (spec 10 §14.1). The accrued rate is per rao of
//! root stake; the alpha itself waits in `RootAlphaUnclaimed`.

use subtensor_fixed::{Fixed, I96F32, U96F32};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{Config, Pallet, pallet::*};

impl<T: Config> Pallet<T> {
    /// Credits alpha to the root stakers of a hotkey. Where a claim could not express it (no root stake, or less of it
    /// than alpha), the owner of the hotkey gets it as stake.
    pub(crate) fn credit_root_stakers(hotkey: &T::AccountId, netuid: NetUid, amount: AlphaBalance) {
        let root_stake = TotalHotkeyAlpha::<T>::get(hotkey, NetUid::ROOT);
        let rate = U96F32::from_ratio(amount.to_u64(), root_stake.to_u64());
        if amount > root_stake || rate.is_zero() {
            Self::increase_stake(hotkey, &Self::owner_of(hotkey), netuid, amount);
            return;
        }
        let rate: I96F32 = rate.convert();
        RootClaimable::<T>::mutate(hotkey, |rates| {
            let total = rates.entry(netuid).or_default();
            *total = total.saturating_add(rate);
        });
        RootAlphaUnclaimed::<T>::mutate(netuid, |unclaimed| unclaimed.saturating_accrue(amount));
    }
}
