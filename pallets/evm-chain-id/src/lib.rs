//! # Chain id pallet (`EVMChainId`)
//!
//! Holds the number by which messages signed outside of extrinsics, such as limit orders, name the
//! chain they are for (spec 80 §B.2, §C.1). Genesis sets it, root may change it
//! (`AdminUtils.sudo_set_evm_chain_id`); what was signed for the number before is void then.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

#[cfg(test)]
mod tests;

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
    use frame_support::pallet_prelude::*;

    /// The number of chains that are nobody's in particular, such as those for development.
    pub const LOCAL_CHAIN_ID: u64 = 42;

    #[pallet::config]
    pub trait Config: frame_system::Config {}

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The number of this chain: 964 on the main network, 945 on the test network.
    #[pallet::storage]
    pub type ChainId<T> = StorageValue<_, u64, ValueQuery>;

    /// The number that a chain spec asks for.
    #[pallet::genesis_config]
    pub struct GenesisConfig<T: Config> {
        /// The number of the chain.
        pub chain_id: u64,
        #[serde(skip)]
        pub _config: core::marker::PhantomData<T>,
    }

    impl<T: Config> Default for GenesisConfig<T> {
        fn default() -> Self {
            Self {
                chain_id: LOCAL_CHAIN_ID,
                _config: core::marker::PhantomData,
            }
        }
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            Pallet::<T>::set(self.chain_id);
        }
    }

    impl<T: Config> Pallet<T> {
        /// Gives the chain another number.
        pub fn set(chain_id: u64) {
            ChainId::<T>::put(chain_id);
        }
    }

    impl<T: Config> Get<u64> for Pallet<T> {
        fn get() -> u64 {
            ChainId::<T>::get()
        }
    }
}
