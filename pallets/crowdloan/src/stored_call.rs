//! The call that a crowdloan pays for: stored when it is opened, made when it is finalized.

use alloc::vec::Vec;
use codec::{DecodeLimit, Encode};
use frame_support::{
    MAX_EXTRINSIC_DEPTH,
    dispatch::GetDispatchInfo,
    ensure,
    traits::{Bounded, BoundedInline, Get, QueryPreimage, StorePreimage},
    weights::Weight,
};
use sp_runtime::{
    DispatchError,
    traits::{Hash, SaturatedConversion},
};

use crate::{CallChecks, Config, Error, Pallet, StoredCallOf, WeightInfo};

impl<T: Config> Pallet<T> {
    /// Stores a call. `StorePreimage::bound` is not enough: it does not count who needs a preimage
    /// that somebody needs already, and the first who drops it would take it from all others.
    pub(crate) fn store_call(
        call: &<T as Config>::RuntimeCall,
    ) -> Result<StoredCallOf<T>, DispatchError> {
        let bytes = call.encode();
        let len = bytes.len().saturated_into();
        match BoundedInline::try_from(bytes) {
            Ok(bytes) => Ok(Bounded::Inline(bytes)),
            Err(bytes) => {
                let stored = T::Preimages::pick(T::Hashing::hash(&bytes), len);
                T::Preimages::note(bytes.into())?;
                Ok(stored)
            }
        }
    }

    /// The stored call, with what making it may weigh.
    ///
    /// Errors: `CallUnavailable`.
    pub(crate) fn load_call(
        stored: &StoredCallOf<T>,
    ) -> Result<(<T as Config>::RuntimeCall, Weight), Error<T>> {
        let bytes = Self::stored_bytes(stored).ok_or(Error::<T>::CallUnavailable)?;
        let call = <T as Config>::RuntimeCall::decode_all_with_depth_limit(
            MAX_EXTRINSIC_DEPTH,
            &mut &bytes[..],
        )
        .map_err(|_| Error::<T>::CallUnavailable)?;
        let overhead = Self::call_overhead(&call, bytes.len());
        ensure!(Self::is_light(&call, overhead), Error::<T>::CallUnavailable);
        Ok((call, overhead))
    }

    fn stored_bytes(stored: &StoredCallOf<T>) -> Option<Vec<u8>> {
        match stored {
            Bounded::Inline(bytes) => Some(bytes.to_vec()),
            Bounded::Lookup { hash, len } => T::Preimages::fetch(hash, Some(*len))
                .ok()
                .map(|bytes| bytes.into_owned()),
            // Without a length; nothing here makes one.
            Bounded::Legacy { .. } => None,
        }
    }

    /// No longer needs what was stored, which may be gone.
    pub(crate) fn drop_call(stored: &StoredCallOf<T>) {
        let is_there = |hash| T::Preimages::is_requested(&hash);
        if stored.lookup_hash().is_some_and(is_there) {
            T::Preimages::drop(stored);
        }
    }

    /// Whether a crowdloan can pay for a call: `finalize` would weigh no more than it declares.
    pub(crate) fn can_be_paid_for(call: &<T as Config>::RuntimeCall) -> bool {
        Self::is_light(call, Self::call_overhead(call, call.encoded_size()))
    }

    fn is_light(call: &<T as Config>::RuntimeCall, overhead: Weight) -> bool {
        let weight = call.get_dispatch_info().call_weight;
        T::MaxCallWeight::get().all_gte(weight.saturating_add(overhead))
    }

    /// What loading a call and checking it weighs.
    fn call_overhead(call: &<T as Config>::RuntimeCall, len: usize) -> Weight {
        T::WeightInfo::load_call(len.saturated_into()).saturating_add(T::CallChecks::weight(call))
    }
}
