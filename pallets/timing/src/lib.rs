//! # Timing pallet
//!
//! Holds the timing profile that genesis chose, so that one runtime serves chains of different
//! speeds: slot duration and the intervals of spec 60 §4.3 are picked by [`Pallet::pick`] wherever
//! a constant is asked for. The profile has no setter: slots already numbered by one duration
//! cannot be renumbered by another.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

#[cfg(test)]
mod tests;

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
    use frame_support::pallet_prelude::*;
    use serde::{Deserialize, Serialize};

    /// How fast a chain runs.
    #[derive(
        Clone,
        Copy,
        Debug,
        Decode,
        DecodeWithMemTracking,
        Default,
        Deserialize,
        Encode,
        Eq,
        MaxEncodedLen,
        PartialEq,
        Serialize,
        TypeInfo,
    )]
    pub enum TimingProfile {
        /// 12 s blocks and the intervals of the public network.
        #[default]
        Production,
        /// 250 ms blocks and short intervals, for development and tests.
        Fast,
    }

    #[pallet::config]
    pub trait Config: frame_system::Config {}

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The profile of this chain.
    #[pallet::storage]
    pub type Profile<T> = StorageValue<_, TimingProfile, ValueQuery>;

    /// The profile a chain spec asks for.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The profile of the chain.
        pub profile: TimingProfile,
        #[serde(skip)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            Profile::<T>::put(self.profile);
        }
    }

    impl<T: Config> Pallet<T> {
        /// The value that belongs to this chain's profile.
        pub fn pick<V>(production: V, fast: V) -> V {
            match Profile::<T>::get() {
                TimingProfile::Production => production,
                TimingProfile::Fast => fast,
            }
        }
    }
}
