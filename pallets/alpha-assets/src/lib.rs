//! # Alpha assets pallet (`AlphaAssets`)
//!
//! Counts, per subnet and in rao, the alpha that was issued, recycled and burned (spec 10 §4.6 and
//! §17). It has no calls: the ledger of `SubtensorModule` reports every change here, and compares
//! its own reserves with the counters.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

#[cfg(test)]
mod tests;

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
    use frame_support::pallet_prelude::*;
    #[cfg(feature = "try-runtime")]
    use frame_system::pallet_prelude::BlockNumberFor;
    use subtensor_primitives::{AlphaAssetsInterface, AlphaBalance, NetUid};
    // In place of that of the prelude.
    use subtensor_storage::StorageMap;

    #[pallet::config]
    pub trait Config: frame_system::Config {}

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Alpha issued and not recycled, rao.
    #[pallet::storage]
    pub type TotalAlphaIssuance<T> = StorageMap<_, Twox64Concat, NetUid, AlphaBalance, ValueQuery>;

    /// Alpha taken out of everybody's hands but still counted as issued, rao.
    #[pallet::storage]
    pub type AlphaBurned<T> = StorageMap<_, Twox64Concat, NetUid, AlphaBalance, ValueQuery>;

    /// Alpha removed from issuance, rao.
    #[pallet::storage]
    pub type AlphaRecycled<T> = StorageMap<_, Twox64Concat, NetUid, AlphaBalance, ValueQuery>;

    #[pallet::hooks]
    impl<T: Config> Hooks<frame_system::pallet_prelude::BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_burned_is_part_of_issuance()
        }
    }

    #[cfg(feature = "try-runtime")]
    impl<T: Config> Pallet<T> {
        /// Burned alpha stays issued, so it can never exceed the issuance.
        fn check_burned_is_part_of_issuance() -> Result<(), sp_runtime::TryRuntimeError> {
            for (netuid, burned) in AlphaBurned::<T>::iter() {
                ensure!(
                    burned <= TotalAlphaIssuance::<T>::get(netuid),
                    "more alpha burned than issued"
                );
            }
            Ok(())
        }
    }

    impl<T: Config> AlphaAssetsInterface for Pallet<T> {
        fn mint(netuid: NetUid, amount: AlphaBalance) {
            TotalAlphaIssuance::<T>::mutate(netuid, |issued| {
                *issued = issued.saturating_add(amount)
            });
        }

        fn recycle(netuid: NetUid, amount: AlphaBalance) {
            AlphaRecycled::<T>::mutate(netuid, |recycled| {
                *recycled = recycled.saturating_add(amount)
            });
            TotalAlphaIssuance::<T>::mutate(netuid, |issued| {
                *issued = issued.saturating_sub(amount)
            });
        }

        fn burn(netuid: NetUid, amount: AlphaBalance) {
            AlphaBurned::<T>::mutate(netuid, |burned| *burned = burned.saturating_add(amount));
        }

        fn issued(netuid: NetUid) -> AlphaBalance {
            TotalAlphaIssuance::<T>::get(netuid)
        }

        fn burned(netuid: NetUid) -> AlphaBalance {
            AlphaBurned::<T>::get(netuid)
        }

        fn clear(netuid: NetUid) {
            TotalAlphaIssuance::<T>::remove(netuid);
            AlphaBurned::<T>::remove(netuid);
            AlphaRecycled::<T>::remove(netuid);
        }
    }
}
