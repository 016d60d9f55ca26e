//! # Proxy pallet (`Proxy`)
//!
//! Accounts name delegates, who make calls for them: at once, or after they have announced them for
//! a while (spec 60 §10). What a delegate may do is its type, a filter that stays with the origin
//! through whatever the call dispatches. An account may agree to pay the fees of a delegate; who
//! pays is decided where fees are charged.
//!
//! - `delegates`: relations, pure accounts, consent
//! - `announcements`: what delegates announce
//! - `execute`: making the call
//! - `deposits`: what entries cost

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]
#![allow(
    clippy::crate_in_macro_def,
    reason = "pallet sections are macros used in this crate only"
)]

extern crate alloc;

mod announcements;
#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
mod calls;
mod delegates;
mod deposits;
mod execute;
#[cfg(feature = "try-runtime")]
mod invariants;
#[cfg(test)]
mod tests;
mod types;
mod weight_info;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use types::*;
pub use weight_info::{MeasuredWeights, WeightInfo};

#[import_section(calls::proxy_calls)]
#[frame_support::pallet]
pub mod pallet {
    use alloc::boxed::Box;
    use frame_support::{
        dispatch::{GetDispatchInfo, PostDispatchInfo},
        pallet_prelude::*,
        traits::{InstanceFilter, IsSubType, IsType, ReservableCurrency},
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::{Dispatchable, Hash, StaticLookup, Zero};

    use crate::{
        AccountIdLookupOf, Announced, BalanceOf, DefinitionOf, Definitions, DepositKind, Guard,
        WeightInfo,
    };

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The calls that delegates make.
        type RuntimeCall: Parameter
            + Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
            + GetDispatchInfo
            + From<frame_system::Call<Self>>
            + IsSubType<Call<Self>>
            + IsType<<Self as frame_system::Config>::RuntimeCall>;
        /// Reserves the deposits.
        type Currency: ReservableCurrency<Self::AccountId>;
        /// What a delegate may do. The default may do everything.
        type ProxyType: Parameter
            + Member
            + Copy
            + Ord
            + Default
            + MaxEncodedLen
            + InstanceFilter<<Self as Config>::RuntimeCall>;
        /// What keeps calls from being made for an account, whoever makes them.
        type Guard: Guard<Self::AccountId, <Self as Config>::RuntimeCall>;
        /// Weights of the calls and of the hook.
        type WeightInfo: WeightInfo;
        /// Deposit of an account that has delegates, rao.
        #[pallet::constant]
        type ProxyDepositBase: Get<BalanceOf<Self>>;
        /// Deposit for each delegate in addition, rao.
        #[pallet::constant]
        type ProxyDepositFactor: Get<BalanceOf<Self>>;
        /// Most relations of an account.
        #[pallet::constant]
        type MaxProxies: Get<u32>;
        /// Most announcements of a delegate.
        #[pallet::constant]
        type MaxPending: Get<u32>;
        /// Deposit of a delegate that has announced something, rao.
        #[pallet::constant]
        type AnnouncementDepositBase: Get<BalanceOf<Self>>;
        /// Deposit for each announcement in addition, rao.
        #[pallet::constant]
        type AnnouncementDepositFactor: Get<BalanceOf<Self>>;
    }

    /// The delegates of an account, sorted, and what is reserved for them. No entry without one.
    #[pallet::storage]
    pub type Proxies<T: Config> =
        StorageMap<_, Twox64Concat, T::AccountId, (Definitions<T>, BalanceOf<T>), ValueQuery>;

    /// What a delegate has announced, and what it has reserved for that. No entry without one.
    #[pallet::storage]
    pub type Announcements<T: Config> =
        StorageMap<_, Twox64Concat, T::AccountId, (Announced<T>, BalanceOf<T>), ValueQuery>;

    /// What became of the last call that was made for an account in this block.
    #[pallet::storage]
    pub type LastCallResult<T: Config> =
        StorageMap<_, Twox64Concat, T::AccountId, DispatchResult, OptionQuery>;

    /// The delegates (second key) whose fees an account (first key) pays. Only while they are its
    /// delegates.
    #[pallet::storage]
    pub type RealPaysFeeConsentV1<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        T::AccountId,
        Twox64Concat,
        T::AccountId,
        (),
        OptionQuery,
    >;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A call was made for somebody else, or refused.
        ProxyExecuted {
            /// What became of it.
            result: DispatchResult,
        },
        /// There is a new account without a key.
        PureCreated {
            /// The account.
            pure: T::AccountId,
            /// Its first delegate.
            who: T::AccountId,
            /// What that may do.
            proxy_type: T::ProxyType,
            /// Tells it from others of the same extrinsic.
            disambiguation_index: u16,
        },
        /// Nobody can act for such an account any more.
        PureKilled {
            /// The account.
            pure: T::AccountId,
            /// Who made it.
            spawner: T::AccountId,
            /// What its first delegate could do.
            proxy_type: T::ProxyType,
            /// Told it from others of the same extrinsic.
            disambiguation_index: u16,
        },
        /// A delegate has announced a call.
        Announced {
            /// For whom it would be made.
            real: T::AccountId,
            /// The delegate.
            proxy: T::AccountId,
            /// What the call, encoded, hashes to.
            call_hash: T::Hash,
        },
        /// An account has a delegate more.
        ProxyAdded {
            /// The account.
            delegator: T::AccountId,
            /// The delegate.
            delegatee: T::AccountId,
            /// What it may do.
            proxy_type: T::ProxyType,
            /// Blocks for which it must have announced a call.
            delay: BlockNumberFor<T>,
        },
        /// An account has a delegate less.
        ProxyRemoved {
            /// The account.
            delegator: T::AccountId,
            /// Who was the delegate.
            delegatee: T::AccountId,
            /// What it could do.
            proxy_type: T::ProxyType,
            /// Blocks for which it had to announce a call.
            delay: BlockNumberFor<T>,
        },
        /// A deposit was brought to today's price.
        DepositPoked {
            /// Who reserves it.
            who: T::AccountId,
            /// What it is for.
            kind: DepositKind,
            /// The deposit before, rao.
            old_deposit: BalanceOf<T>,
            /// The deposit now, rao.
            new_deposit: BalanceOf<T>,
        },
        /// An account has said whether it pays the fees of a delegate.
        RealPaysFeeSet {
            /// Who pays, or does not.
            real: T::AccountId,
            /// Whose fees.
            delegate: T::AccountId,
            /// Whether it pays.
            pays_fee: bool,
        },
    }

    /// In the order of the public interface.
    #[pallet::error]
    pub enum Error<T> {
        /// More delegates than `MaxProxies`, or more announcements than `MaxPending`.
        TooMany,
        /// There is no such delegate or announcement.
        NotFound,
        /// Who would act is no delegate of the account, or not of that type.
        NotProxy,
        /// Reserved: a call that a type refuses is `System.CallFiltered`.
        Unproxyable,
        /// There is such a delegate already.
        Duplicate,
        /// The account is not one that the spawner made so.
        NoPermission,
        /// The call was not announced, or not for long enough.
        Unannounced,
        /// Nobody is its own delegate.
        NoSelfProxy,
        /// Reserved: a list that is not empty always has its deposit.
        AnnouncementDepositInvariantViolated,
        /// A hash is no account.
        InvalidDerivedAccountId,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        /// For what comes at the end of the block.
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            T::WeightInfo::forget_results()
        }

        /// All entries are of this block, and the calls that made them have paid for this.
        fn on_finalize(_: BlockNumberFor<T>) {
            let _ = LastCallResult::<T>::clear(u32::MAX, None);
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_all()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// Whether a type permits a call.
        pub fn check_permissions(
            call: <T as Config>::RuntimeCall,
            proxy_type: T::ProxyType,
        ) -> bool {
            proxy_type.filter(&call)
        }

        /// Whether a type permits all that another one does.
        pub fn is_superset(to_check: T::ProxyType, against: T::ProxyType) -> bool {
            to_check.is_superset(&against)
        }
    }
}
