//! What every block does for funds (spec 90 §5.3): one queue after the other is flushed, so that
//! none grows old where nobody calls.

use codec::{Decode, Encode};
use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use crate::{
    Config, Funds, Neurons, Shares, WeightInfo,
    pallet::{PendingBasketDeposits, PendingBasketFlushCursor},
};

/// Credits that a block takes in.
pub(crate) const MAX_CREDITS: u32 = 32;

impl<T: Config> Funds<T> {
    /// Lets one fund take in what is queued for it; returns the weight of that.
    pub(crate) fn flush_next() -> Weight {
        let Some(hotkey) = Self::next_with_queue() else {
            return T::WeightInfo::find_queue(0);
        };
        let queued = Self::count_queued(&hotkey);
        let rows = Self::count_rows(&hotkey);
        let is_on_root = Neurons::<T>::is_registered(NetUid::ROOT, &hotkey);
        let flushed = Self::flush_some(&hotkey, is_on_root, MAX_CREDITS as usize);
        if !flushed.is_more {
            PendingBasketFlushCursor::<T>::put(hotkey.encode());
        }
        T::WeightInfo::find_queue(queued)
            .saturating_add(T::WeightInfo::flush_fund(queued.min(MAX_CREDITS), rows))
    }

    /// The next hotkey after the cursor with a queue, or the first.
    fn next_with_queue() -> Option<T::AccountId> {
        let last = PendingBasketFlushCursor::<T>::get()
            .and_then(|cursor| T::AccountId::decode(&mut cursor.as_slice()).ok());
        let behind = last.and_then(|hotkey| {
            // No netuid of the hotkey comes behind this key.
            let end = PendingBasketDeposits::<T>::hashed_key_for(hotkey, NetUid::new(u16::MAX));
            PendingBasketDeposits::<T>::iter_keys_from(end).next()
        });
        behind
            .or_else(|| PendingBasketDeposits::<T>::iter_keys().next())
            .map(|(hotkey, _)| hotkey)
    }

    /// Holdings of a fund, those worth nothing included.
    pub(super) fn count_rows(hotkey: &T::AccountId) -> u32 {
        Shares::<T>::count_rows(hotkey, &Self::escrow())
    }
}
