//! # Drand pallet (`Drand`)
//!
//! Keeps the pulses of a drand beacon: a BLS signature every few seconds, which opens what was
//! sealed to its round (spec 40 §9). The off-chain worker of an authority fetches them and sends
//! each in an unsigned transaction; the chain verifies the signature and takes consecutive rounds
//! only, so that none can be left out. Those of the last 7.5 days are kept.
//!
//! What the worker asks and what it remembers is in the node's off-chain storage, under
//! [`ENDPOINTS_KEY`] and [`WORKER_KEY`].

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

mod beacon;
#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
#[cfg(test)]
mod mock;
mod types;
mod validity;
mod weight_info;
mod window;
mod worker;

#[cfg(test)]
mod tests;

pub use beacon::{BeaconSpec, Quicknet};
pub use pallet::*;
pub use types::{
    BeaconConfiguration, BeaconConfigurationPayload, BoundedHash, Metadata, OpaquePublicKey, Pulse,
    PulsesPayload, RoundNumber,
};
pub use weight_info::{MeasuredWeights, WeightInfo};
pub use worker::{ENDPOINTS_KEY, WORKER_KEY};

use sp_core::crypto::KeyTypeId;

/// Type of the keys with which the worker signs what it sends; they are sr25519.
pub const KEY_TYPE: KeyTypeId = KeyTypeId(*b"drnd");
/// Most pulses of one run of the worker and of one call, and how many rounds ahead the pool keeps.
pub(crate) const MAX_PULSES_TO_FETCH: u32 = 50;
/// Rounds that are kept; 7.5 days of quicknet.
pub(crate) const MAX_KEPT_PULSES: u64 = 216_000;
/// Most rounds that one call removes.
pub(crate) const MAX_REMOVED_PULSES: u32 = 100;

/// The keys of the worker.
mod app {
    use sp_application_crypto::{app_crypto, sr25519};

    app_crypto!(sr25519, super::KEY_TYPE);
}

#[frame_support::pallet]
pub mod pallet {
    use alloc::vec::Vec;
    use frame_support::{
        BoundedVec, dispatch::PostDispatchInfo, pallet_prelude::*, sp_runtime::Saturating,
    };
    use frame_system::{offchain::CreateBare, pallet_prelude::*};
    use sp_runtime::{MultiSignature, MultiSigner};
    use subtensor_timelock::CurveHooks;

    use super::*;

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config:
        CreateBare<Call<Self>> + frame_system::Config<RuntimeEvent: From<Event<Self>>>
    {
        /// Where the heavy operations of the curve are done.
        type Curve: CurveHooks;
        /// Priority of pulses in the pool, to which the distance of their round from the last one
        /// there can be is added.
        #[pallet::constant]
        type UnsignedPriority: Get<TransactionPriority>;
        /// How long the worker waits for an answer, in milliseconds.
        #[pallet::constant]
        type HttpFetchTimeout: Get<u64>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    /// The beacon whose pulses are taken.
    #[pallet::storage]
    pub type BeaconConfig<T> = StorageValue<_, BeaconConfiguration, ValueQuery, Quicknet>;

    /// Part of the public interface. This chain has no migrations that have run.
    #[pallet::storage]
    pub type HasMigrationRun<T> =
        StorageMap<_, Identity, BoundedVec<u8, ConstU32<128>>, bool, ValueQuery>;

    /// The pulse of each round that is kept, and of some in `ForgottenRounds`.
    #[pallet::storage]
    pub type Pulses<T> = StorageMap<_, Blake2_128Concat, RoundNumber, Pulse>;

    /// The newest round; 0 before the first.
    #[pallet::storage]
    pub type LastStoredRound<T> = StorageValue<_, RoundNumber, ValueQuery>;

    /// The oldest round that is kept; 0 before the first. One above `LastStoredRound` is the next.
    #[pallet::storage]
    pub type OldestStoredRound<T> = StorageValue<_, RoundNumber, ValueQuery>;

    /// The block of the newest pulse, or the one after a change of the beacon. For clients: it
    /// holds nothing back.
    #[pallet::storage]
    pub type NextUnsignedAt<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

    /// First and last of the rounds that count no more and may still be stored; each call of
    /// `write_pulse` removes some. Rounds between them that are kept again stay.
    #[pallet::storage]
    pub type ForgottenRounds<T> = StorageValue<_, (RoundNumber, RoundNumber)>;

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// Pulses of another beacon are taken from now on.
        BeaconConfigChanged,
        /// Pulses are stored.
        NewPulse {
            /// Their rounds.
            rounds: Vec<RoundNumber>,
        },
        /// Rounds below this one are forgotten.
        SetOldestStoredRound(RoundNumber),
    }

    /// In the order of the public interface; the first four are never raised.
    #[pallet::error]
    pub enum Error<T> {
        /// Reserved: a value was never set.
        NoneValue,
        /// Reserved: a number leaves its range.
        StorageOverflow,
        /// Reserved: the beacon does not answer; the worker logs that.
        DrandConnectionFailure,
        /// Reserved: `PulseVerificationError` says so.
        UnverifiedPulse,
        /// A round that does not follow the last one, or cannot be the oldest.
        InvalidRoundNumber,
        /// The beacon has not signed the pulse, or no pulse of the beacon could be verified.
        PulseVerificationError,
    }

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The beacon; quicknet unless given.
        pub beacon: BeaconSpec,
        #[serde(skip)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            let beacon = self.beacon.read::<T::Curve>();
            assert!(
                beacon.is_ok(),
                "the drand beacon of the genesis is not usable: {beacon:?}"
            );
            if let Ok(beacon) = beacon {
                BeaconConfig::<T>::put(beacon);
            }
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Stores pulses of consecutive rounds, the first of which is the one after
        /// `LastStoredRound`; the first ever may be of any round. Removes rounds that are too old,
        /// at most 100. Unsigned: `signature` is looked at before the call runs, which it does for
        /// one pulse at a time (spec 40 §9.4).
        ///
        /// Errors, for the first pulse that has one and then for all: `InvalidRoundNumber` if it
        /// is not of the next round; `PulseVerificationError` if the beacon has not signed it, its
        /// randomness is not that of its signature, or its signature is not of 48 bytes.
        #[pallet::call_index(0)]
        #[pallet::weight(
            T::WeightInfo::write_pulse(count(&pulses_payload.pulses), MAX_REMOVED_PULSES)
        )]
        pub fn write_pulse(
            origin: OriginFor<T>,
            pulses_payload: PulsesPayload<MultiSigner, BlockNumberFor<T>>,
            _signature: Option<MultiSignature>,
        ) -> DispatchResultWithPostInfo {
            ensure_none(origin)?;
            let pulses = &pulses_payload.pulses;
            let removed = Self::store_pulses(pulses)?;
            NextUnsignedAt::<T>::put(frame_system::Pallet::<T>::block_number());
            if !pulses.is_empty() {
                let rounds = pulses.iter().map(|pulse| pulse.round).collect();
                Self::deposit_event(Event::NewPulse { rounds });
            }
            let weight = T::WeightInfo::write_pulse(count(pulses), removed);
            Ok(PostDispatchInfo::from(Some(weight)))
        }

        /// Goes over to a beacon. With another public key, the pulses of the former one are
        /// forgotten: its rounds mean something else. Then the next pulse may be of any round,
        /// unless `set_oldest_stored_round` says which. Root only; nobody looks at `signature`.
        ///
        /// Errors: `PulseVerificationError` if the key is no point of G2, or the scheme is not
        /// `bls-unchained-g1-rfc9380`.
        #[pallet::call_index(1)]
        #[pallet::weight((T::WeightInfo::set_beacon_config(), DispatchClass::Operational))]
        pub fn set_beacon_config(
            origin: OriginFor<T>,
            config_payload: BeaconConfigurationPayload<MultiSigner, BlockNumberFor<T>>,
            _signature: Option<MultiSignature>,
        ) -> DispatchResult {
            ensure_root(origin)?;
            let beacon = config_payload.config;
            ensure!(
                beacon.is_usable::<T::Curve>(),
                Error::<T>::PulseVerificationError
            );
            if beacon.public_key != BeaconConfig::<T>::get().public_key {
                Self::forget_all();
            }
            BeaconConfig::<T>::put(beacon);
            let now = frame_system::Pallet::<T>::block_number();
            NextUnsignedAt::<T>::put(now.saturating_add(1u32.into()));
            Self::deposit_event(Event::BeaconConfigChanged);
            Ok(())
        }

        /// Forgets the rounds below `oldest_round`. If that is above `LastStoredRound`, the chain
        /// goes on with it and never asks for those between: the way out when rounds are lost, or
        /// too many to catch up with. Root only.
        ///
        /// Errors: `InvalidRoundNumber` for 0, and while there are rounds for one below the oldest.
        #[pallet::call_index(2)]
        #[pallet::weight((T::WeightInfo::set_oldest_stored_round(), DispatchClass::Operational))]
        pub fn set_oldest_stored_round(origin: OriginFor<T>, oldest_round: u64) -> DispatchResult {
            ensure_root(origin)?;
            Self::begin_at(oldest_round)?;
            Self::deposit_event(Event::SetOldestStoredRound(oldest_round));
            Ok(())
        }
    }

    #[pallet::validate_unsigned]
    #[allow(deprecated)]
    impl<T: Config> ValidateUnsigned for Pallet<T> {
        type Call = Call<T>;

        fn validate_unsigned(_: TransactionSource, call: &Call<T>) -> TransactionValidity {
            validity::validate(call)
        }

        fn pre_dispatch(call: &Call<T>) -> Result<(), TransactionValidityError> {
            validity::check_in_block(call)
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn offchain_worker(now: BlockNumberFor<T>) {
            worker::run::<T>(now);
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_window()
        }
    }

    fn count(pulses: &[Pulse]) -> u32 {
        u32::try_from(pulses.len()).unwrap_or(u32::MAX)
    }
}
