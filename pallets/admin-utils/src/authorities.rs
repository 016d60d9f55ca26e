//! The keys that make and finalize blocks, as far as root may change them (spec 30 §16, rows 0 and
//! 59).

use frame_support::Parameter;
use sp_runtime::DispatchResult;

use crate::pallet::Config;

/// Changes the authorities of the chain.
pub trait ChangeAuthorities<BlockNumber> {
    /// Who makes blocks.
    type Authors: Parameter;
    /// Who finalizes blocks, with their weights.
    type Finalizers: Parameter;

    /// Names who makes blocks from the next one on.
    ///
    /// Errors: if nobody would.
    fn set_authors(authors: Self::Authors) -> DispatchResult;

    /// Names who finalizes blocks `in_blocks` after this one; `forced` if the present ones no
    /// longer do, with the last block they finalized.
    ///
    /// Errors: if nobody would, or too many; if a change is pending already.
    fn schedule_finalizers(
        finalizers: Self::Finalizers,
        in_blocks: BlockNumber,
        forced: Option<BlockNumber>,
    ) -> DispatchResult;
}

type BlockNumberOf<T> = frame_system::pallet_prelude::BlockNumberFor<T>;

/// Who makes blocks.
pub(crate) type AuthorsOf<T> =
    <<T as Config>::Authorities as ChangeAuthorities<BlockNumberOf<T>>>::Authors;

/// Who finalizes blocks.
pub(crate) type FinalizersOf<T> =
    <<T as Config>::Authorities as ChangeAuthorities<BlockNumberOf<T>>>::Finalizers;
