//! # Crowdloan pallet (`Crowdloan`)
//!
//! Somebody opens a crowdloan with a deposit, others add to it until its cap is raised, and then
//! its creator finalizes it: the sum goes to one account, or pays for one call that was stored when
//! it was opened (spec 60 §12). Until then everybody can take back what they gave.
//!
//! - `creation`: opening one
//! - `contributions`: giving, taking back, giving back
//! - `terms`: what the creator can change
//! - `ending`: finalizing and dissolving
//! - `stored_call`: the call, from when it is stored to when it is made
//! - `interface`: what such a call may ask

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]
#![allow(
    clippy::crate_in_macro_def,
    reason = "pallet sections are macros used in this crate only"
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
mod calls;
mod contributions;
mod creation;
mod ending;
mod interface;
#[cfg(feature = "try-runtime")]
mod invariants;
mod stored_call;
mod terms;
#[cfg(test)]
mod tests;
mod types;
mod weight_info;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use types::*;
pub use weight_info::{MeasuredWeights, WeightInfo};

#[import_section(calls::crowdloan_calls)]
#[frame_support::pallet]
pub mod pallet {
    use alloc::boxed::Box;
    use frame_support::{
        PalletId,
        dispatch::{GetDispatchInfo, PostDispatchInfo},
        pallet_prelude::*,
        traits::{QueryPreimage, StorePreimage, fungible},
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::Dispatchable;
    use subtensor_primitives::TaoBalance;

    use crate::{CallChecks, CrowdloanId, InfoOf, Terms, WeightInfo};

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The calls that crowdloans pay for.
        type RuntimeCall: Parameter
            + Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
            + GetDispatchInfo
            + From<frame_system::Call<Self>>;
        /// TAO: moves rao.
        type Currency: fungible::Inspect<Self::AccountId, Balance = u64>
            + fungible::Mutate<Self::AccountId, Balance = u64>;
        /// Keeps the calls that are too long to be stored with their crowdloan.
        type Preimages: QueryPreimage<H = Self::Hashing> + StorePreimage;
        /// What a call is checked for when an account makes it.
        type CallChecks: CallChecks<<Self as Config>::RuntimeCall>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Most that a stored call may weigh with its loading and its checks. `finalize` declares
        /// it.
        type MaxCallWeight: Get<Weight>;
        /// Whose sub-accounts hold the funds, by number of the crowdloan.
        #[pallet::constant]
        type PalletId: Get<PalletId>;
        /// Least deposit of a creator, rao. Not below the existential deposit.
        #[pallet::constant]
        type MinimumDeposit: Get<TaoBalance>;
        /// Least that a crowdloan can ask for as a contribution, rao. Not below the existential
        /// deposit.
        #[pallet::constant]
        type AbsoluteMinimumContribution: Get<TaoBalance>;
        /// Least blocks until the end of a crowdloan.
        #[pallet::constant]
        type MinimumBlockDuration: Get<BlockNumberFor<Self>>;
        /// Most blocks until the end of a crowdloan.
        #[pallet::constant]
        type MaximumBlockDuration: Get<BlockNumberFor<Self>>;
        /// Most contributors whom one `refund` pays back.
        #[pallet::constant]
        type RefundContributorsLimit: Get<u32>;
        /// Most contributors of a crowdloan, with its creator.
        #[pallet::constant]
        type MaxContributors: Get<u32>;
    }

    /// The crowdloans, until they are dissolved. Those that were finalized stay.
    #[pallet::storage]
    pub type Crowdloans<T: Config> =
        StorageMap<_, Twox64Concat, CrowdloanId, InfoOf<T>, OptionQuery>;

    /// Number of the next crowdloan. Numbers are not used again.
    #[pallet::storage]
    pub type NextCrowdloanId<T> = StorageValue<_, CrowdloanId, ValueQuery>;

    /// What an account has given to a crowdloan, rao. Stays when that is finalized.
    #[pallet::storage]
    pub type Contributions<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        CrowdloanId,
        Identity,
        T::AccountId,
        TaoBalance,
        OptionQuery,
    >;

    /// Most that one account can give to a crowdloan, rao, where its creator has said so.
    #[pallet::storage]
    pub type MaxContributions<T> =
        StorageMap<_, Twox64Concat, CrowdloanId, TaoBalance, OptionQuery>;

    /// The crowdloan whose stored call is running. None between extrinsics.
    #[pallet::storage]
    pub type CurrentCrowdloanId<T> = StorageValue<_, CrowdloanId, OptionQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// There is a new crowdloan.
        Created {
            /// Its number.
            crowdloan_id: CrowdloanId,
            /// Who opened it.
            creator: T::AccountId,
            /// The block from which on it takes no contributions.
            end: BlockNumberFor<T>,
            /// What it is to raise, rao.
            cap: TaoBalance,
        },
        /// Somebody gave.
        Contributed {
            /// To which crowdloan.
            crowdloan_id: CrowdloanId,
            /// Who.
            contributor: T::AccountId,
            /// How much was taken, rao.
            amount: TaoBalance,
        },
        /// Somebody took back what it had given.
        Withdrew {
            /// From which crowdloan.
            crowdloan_id: CrowdloanId,
            /// Who.
            contributor: T::AccountId,
            /// How much, rao.
            amount: TaoBalance,
        },
        /// Some contributors were paid back; others wait.
        PartiallyRefunded {
            /// Of which crowdloan.
            crowdloan_id: CrowdloanId,
        },
        /// All contributors but the creator have been paid back.
        AllRefunded {
            /// Of which crowdloan.
            crowdloan_id: CrowdloanId,
        },
        /// The sum of a crowdloan was paid out, or its call was made.
        Finalized {
            /// Which crowdloan.
            crowdloan_id: CrowdloanId,
        },
        /// A crowdloan is no more.
        Dissolved {
            /// Which crowdloan.
            crowdloan_id: CrowdloanId,
        },
        /// A crowdloan asks for another least contribution.
        MinContributionUpdated {
            /// Which crowdloan.
            crowdloan_id: CrowdloanId,
            /// Least contribution, rao.
            new_min_contribution: TaoBalance,
        },
        /// A crowdloan ends at another time.
        EndUpdated {
            /// Which crowdloan.
            crowdloan_id: CrowdloanId,
            /// The block from which on it takes no contributions.
            new_end: BlockNumberFor<T>,
        },
        /// A crowdloan is to raise another sum.
        CapUpdated {
            /// Which crowdloan.
            crowdloan_id: CrowdloanId,
            /// What it is to raise, rao.
            new_cap: TaoBalance,
        },
        /// A crowdloan takes more or less from one account.
        MaxContributionUpdated {
            /// Which crowdloan.
            crowdloan_id: CrowdloanId,
            /// Most that one account can give, rao; none: up to the cap.
            new_max_contribution: Option<TaoBalance>,
        },
    }

    /// In the order of the public interface.
    #[pallet::error]
    pub enum Error<T> {
        /// The deposit is less than `MinimumDeposit`.
        DepositTooLow,
        /// The cap is not above the deposit, or below what has been raised.
        CapTooLow,
        /// The least contribution is less than `AbsoluteMinimumContribution`.
        MinimumContributionTooLow,
        /// The end is not after this block.
        CannotEndInPast,
        /// The end is sooner than `MinimumBlockDuration`.
        BlockDurationTooShort,
        /// The end is later than `MaximumBlockDuration`.
        BlockDurationTooLong,
        /// The account cannot spend that much.
        InsufficientBalance,
        /// A number would be too large.
        Overflow,
        /// There is no such crowdloan, or, to a stored call, none that is being finalized.
        InvalidCrowdloanId,
        /// The cap has been raised already.
        CapRaised,
        /// The end has come.
        ContributionPeriodEnded,
        /// The offer is less than the least contribution, or what can be taken of it would leave
        /// the account with less in the crowdloan than an account can hold, which could not be paid
        /// back.
        ContributionTooLow,
        /// Only the creator may do this.
        InvalidOrigin,
        /// The crowdloan was finalized.
        AlreadyFinalized,
        /// A stored call is running: no other can, and its crowdloan cannot be changed.
        AlreadyFinalizing,
        /// Reserved: nothing waits for the end of a crowdloan.
        ContributionPeriodNotEnded,
        /// The account has given nothing.
        NoContribution,
        /// Less than the cap has been raised.
        CapNotRaised,
        /// A number would be negative.
        Underflow,
        /// The stored call is not there, is none any more, or has become too heavy.
        CallUnavailable,
        /// There are other contributions than the creator's.
        NotReadyToDissolve,
        /// The creator has given no more than the deposit.
        DepositCannotBeWithdrawn,
        /// The crowdloan has as many contributors as it can.
        MaxContributorsReached,
        /// There is both a target and a call or neither, or the call is too heavy.
        InvalidFinalizationConfig,
        /// The account has given as much as one may.
        MaxContributionReached,
        /// Most for one account is less than the least contribution or than what the creator gave.
        MaximumContributionTooLow,
        /// The least contribution is more than the most for one account.
        MinimumContributionTooHigh,
        /// Less than what was raised has left the account of the crowdloan.
        FundsNotSettled,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_all()
        }
    }
}
