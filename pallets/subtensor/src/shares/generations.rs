//! Generations of share pools (spec 90 §19). A pool whose value or whose shares come to nothing
//! while coldkeys still have rows in it is closed: its generation ends, and what those rows say
//! counts for nothing from then on. Whoever stakes next shares with none of them, and closing a
//! pool takes as long whoever is left in it.
//!
//! The rows stay, and so do the lists that name them. A row goes, from the lists too, when its
//! coldkey stakes there again, or with the subnet; until then it is read as none.

use subtensor_primitives::NetUid;
use subtensor_shares::SafeFloat;

use crate::{
    Config, Shares, Subnets,
    pallet::{
        AlphaShareEpoch, AlphaSharePoolEpoch, AlphaV2, PoolStakers, TotalHotkeyAlphaLastEpoch,
    },
};

impl<T: Config> Shares<T> {
    /// How often a pool was closed with rows left.
    pub(super) fn generation(hotkey: &T::AccountId, netuid: NetUid) -> u64 {
        AlphaSharePoolEpoch::<T>::get(hotkey, netuid)
    }

    /// Share of a coldkey in a pool of the given generation, as stored and as it counts.
    pub(super) fn row(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        generation: u64,
    ) -> (SafeFloat, SafeFloat) {
        let key = (hotkey, coldkey, netuid);
        let stored = AlphaV2::<T>::get(key);
        let is_current =
            generation == 0 || (!stored.is_zero() && AlphaShareEpoch::<T>::get(key) == generation);
        (stored, if is_current { stored } else { SafeFloat::ZERO })
    }

    /// Share of a coldkey in a pool.
    pub(crate) fn share_of(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> SafeFloat {
        let stored = AlphaV2::<T>::get((hotkey, coldkey, netuid));
        if stored.is_zero() {
            return stored;
        }
        Self::row(hotkey, coldkey, netuid, Self::generation(hotkey, netuid)).1
    }

    /// Stamps a row that is new in a pool of the given generation. The first generation has no
    /// stamp.
    pub(super) fn stamp_row(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        generation: u64,
    ) {
        if generation > 0 {
            AlphaShareEpoch::<T>::insert((hotkey, coldkey, netuid), generation);
        }
    }

    /// Removes a row in a pool of the given generation, with its stamp.
    pub(super) fn erase_row(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        generation: u64,
    ) {
        let key = (hotkey, coldkey, netuid);
        AlphaV2::<T>::remove(key);
        if generation > 0 {
            AlphaShareEpoch::<T>::remove(key);
        }
    }

    /// Ends the generation of a pool in which nothing is shared any more, unless nobody is left in
    /// it anyway.
    pub(super) fn end_generation(hotkey: &T::AccountId, netuid: NetUid) {
        if PoolStakers::<T>::take(netuid, hotkey) == 0 {
            return;
        }
        AlphaSharePoolEpoch::<T>::mutate(hotkey, netuid, |generation| {
            *generation = generation.saturating_add(1)
        });
        TotalHotkeyAlphaLastEpoch::<T>::remove(hotkey, netuid);
        // The generation is in nobody's list.
        Subnets::<T>::note_account(netuid, hotkey);
    }
}
