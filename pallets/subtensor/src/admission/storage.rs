//! Storage of what free calls have taken of a block (spec 60 §7.3).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod admission_storage {
    /// What calls without a fee have taken of a block.
    #[pallet::storage]
    pub type FreeCallsOfBlock<T: Config> = StorageValue<_, FreeCalls>;
}
