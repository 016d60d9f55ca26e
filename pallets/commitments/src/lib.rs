//! # Commitments pallet (`Commitments`)
//!
//! What a hotkey publishes about itself on a subnet: up to three fields of bytes, hashes, or notes
//! that are sealed until a round of the drand beacon (spec 40 §10). A commitment is free, so it is
//! held to a number of bytes an epoch, and only registered hotkeys make one.
//!
//! Sealed fields are opened by the chain itself, over as many blocks as that takes (`reveal`).

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
mod commit;
#[cfg(feature = "try-runtime")]
mod invariants;
mod purge;
mod reveal;
#[cfg(test)]
mod tests;
pub mod types;
mod weight_info;

use frame_support::{traits::Currency, weights::Weight};
use subtensor_primitives::NetUid;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::Setup;
pub use pallet::*;
pub use weight_info::{MeasuredWeights, WeightInfo};

/// Amounts of the currency in which deposits are held.
pub type BalanceOf<T> =
    <<T as Config>::Currency as Currency<<T as frame_system::Config>::AccountId>>::Balance;

/// What the pallet asks of the subnets.
pub trait Subnets<AccountId> {
    /// Whether the subnet exists and the hotkey has a uid there.
    fn is_registered(netuid: NetUid, hotkey: &AccountId) -> bool;
    /// Number of the current epoch, without look-ahead.
    fn epoch(netuid: NetUid) -> u64;
    /// Removes the bonds on a hotkey, where the subnet permits that (spec 40 §10.4).
    fn reset_bonds(netuid: NetUid, hotkey: &AccountId);
    /// Most that [`Self::reset_bonds`] weighs.
    fn reset_bonds_weight() -> Weight;
}

#[frame_support::pallet]
pub mod pallet {
    use alloc::{boxed::Box, collections::BTreeSet, vec::Vec};
    use frame_support::{pallet_prelude::*, traits::ReservableCurrency};
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::UniqueSaturatedInto;
    use subtensor_primitives::NetUid;
    use subtensor_timelock::{Beacon, CurveHooks};

    use crate::{
        BalanceOf, Subnets, WeightInfo,
        types::{CommitmentInfo, Registration, UsageTracker},
    };

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Reserves the deposits.
        type Currency: ReservableCurrency<Self::AccountId>;
        /// Who is registered where.
        type Subnets: Subnets<Self::AccountId>;
        /// The pulses that open sealed fields.
        type Beacon: Beacon;
        /// How to compute on the beacon's curve.
        type Curve: CurveHooks;
        /// Weights of the calls and of the hook.
        type WeightInfo: WeightInfo;
        /// Most fields of a commitment.
        #[pallet::constant]
        type MaxFields: Get<u32> + 'static;
        /// Deposit for a commitment, rao.
        #[pallet::constant]
        type InitialDeposit: Get<BalanceOf<Self>>;
        /// Deposit for each of its fields in addition, rao.
        #[pallet::constant]
        type FieldDeposit: Get<BalanceOf<Self>>;
    }

    /// Whose commitments have sealed fields, as of the last run of the hook. At most one entry for
    /// each hotkey on each subnet; those that left are gone a week after it at the latest.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type TimelockedIndex<T: Config> =
        StorageValue<_, BTreeSet<(NetUid, T::AccountId)>, ValueQuery>;

    /// The entry of the index that the hook looked at last, while it goes round.
    #[pallet::storage]
    pub type TimelockRevealCursor<T: Config> = StorageValue<_, (NetUid, T::AccountId)>;

    /// Whose first sealed field came or last one went since the last run of the hook.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type TimelockChanges<T: Config> = StorageValue<_, Vec<(NetUid, T::AccountId)>, ValueQuery>;

    /// The round with which the hook has to go round again; none while nothing waits.
    #[pallet::storage]
    pub type NextRevealRound<T> = StorageValue<_, u64>;

    /// What a hotkey has published on a subnet.
    #[pallet::storage]
    pub type CommitmentOf<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Twox64Concat,
        T::AccountId,
        Registration<T>,
        OptionQuery,
    >;

    /// Block of the last commitment.
    #[pallet::storage]
    pub type LastCommitment<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Twox64Concat,
        T::AccountId,
        BlockNumberFor<T>,
        OptionQuery,
    >;

    /// Block of the last commitment that asked for a reset of bonds.
    #[pallet::storage]
    pub type LastBondsReset<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Twox64Concat,
        T::AccountId,
        BlockNumberFor<T>,
        OptionQuery,
    >;

    /// The newest notes that were opened, oldest first, each with the block of that.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type RevealedCommitments<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Twox64Concat,
        T::AccountId,
        Vec<(Vec<u8>, u64)>,
        OptionQuery,
    >;

    /// Bytes that a hotkey has used in an epoch.
    #[pallet::storage]
    pub type UsedSpaceOf<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Twox64Concat,
        T::AccountId,
        UsageTracker,
        OptionQuery,
    >;

    #[pallet::type_value]
    pub fn DefaultMaxSpace() -> u32 {
        3_100
    }

    /// Most bytes of a hotkey in an epoch of a subnet.
    #[pallet::storage]
    pub type MaxSpace<T> = StorageValue<_, u32, ValueQuery, DefaultMaxSpace>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A commitment without sealed fields.
        Commitment {
            /// The subnet.
            netuid: NetUid,
            /// The hotkey.
            who: T::AccountId,
        },
        /// A commitment with sealed fields.
        TimelockCommitment {
            /// The subnet.
            netuid: NetUid,
            /// The hotkey.
            who: T::AccountId,
            /// The round that opens the first of them.
            reveal_round: u64,
        },
        /// A sealed field was opened.
        CommitmentRevealed {
            /// The subnet.
            netuid: NetUid,
            /// The hotkey.
            who: T::AccountId,
        },
    }

    /// In the order of the public interface.
    #[pallet::error]
    pub enum Error<T> {
        /// More fields than `MaxFields`.
        TooManyFieldsInCommitmentInfo,
        /// The subnet does not exist, or the signer is no hotkey of it.
        AccountNotAllowedCommit,
        /// More bytes in an epoch than `MaxSpace`.
        SpaceLimitExceeded,
        /// Less of the deposit was reserved than the commitment says.
        UnexpectedUnreserveLeftover,
        /// Only the chain says that a sealed field could not be opened.
        TimelockRevealFailedNotAllowed,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Publishes data of the signing hotkey on a subnet, in place of what it published before;
        /// what was sealed there is lost. Free.
        ///
        /// Errors, in order: `AccountNotAllowedCommit`, `TooManyFieldsInCommitmentInfo`,
        /// `TimelockRevealFailedNotAllowed`, `SpaceLimitExceeded`, those of the currency,
        /// `UnexpectedUnreserveLeftover`.
        #[pallet::call_index(0)]
        #[pallet::weight((info.weight::<T>(), DispatchClass::Normal, Pays::No))]
        pub fn set_commitment(
            origin: OriginFor<T>,
            netuid: NetUid,
            info: Box<CommitmentInfo<T::MaxFields>>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let usage = Self::check_commitment(&who, netuid, &info)?;
            Self::commit(who, netuid, *info, usage)
        }

        /// Sets the most bytes of a hotkey in an epoch of a subnet. Root only.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::set_max_space())]
        pub fn set_max_space(origin: OriginFor<T>, new_limit: u32) -> DispatchResult {
            ensure_root(origin)?;
            MaxSpace::<T>::put(new_limit);
            Ok(())
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(block: BlockNumberFor<T>) -> Weight {
            Self::go_on_revealing(block.unique_saturated_into())
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_all()
        }
    }
}
