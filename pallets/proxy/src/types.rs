//! What is stored of delegates and of the calls that they announce, and what the pallet asks of the
//! runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{BoundedVec, dispatch::DispatchResult, traits::Currency, weights::Weight};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_runtime::traits::StaticLookup;

use crate::Config;

/// How calls name accounts.
pub type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// Amounts of the currency in which deposits are reserved.
pub type BalanceOf<T> =
    <<T as Config>::Currency as Currency<<T as frame_system::Config>::AccountId>>::Balance;

/// A relation of an account to one of its delegates.
pub type DefinitionOf<T> = ProxyDefinition<
    <T as frame_system::Config>::AccountId,
    <T as Config>::ProxyType,
    BlockNumberFor<T>,
>;

/// A call that a delegate wants to make.
pub type AnnouncementOf<T> = Announcement<
    <T as frame_system::Config>::AccountId,
    <T as frame_system::Config>::Hash,
    BlockNumberFor<T>,
>;

/// The relations of an account, sorted.
pub type Definitions<T> = BoundedVec<DefinitionOf<T>, <T as Config>::MaxProxies>;

/// What a delegate has announced, oldest first.
pub type Announced<T> = BoundedVec<AnnouncementOf<T>, <T as Config>::MaxPending>;

/// A delegate, and what it may do. The order of the fields is that of the list.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Encode,
    Eq,
    MaxEncodedLen,
    Ord,
    PartialEq,
    PartialOrd,
    TypeInfo,
)]
pub struct ProxyDefinition<AccountId, ProxyType, BlockNumber> {
    /// Who makes the calls.
    pub delegate: AccountId,
    /// Which calls.
    pub proxy_type: ProxyType,
    /// Blocks for which a call must have been announced.
    pub delay: BlockNumber,
}

/// A call that was announced.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Encode,
    Eq,
    MaxEncodedLen,
    PartialEq,
    TypeInfo,
)]
pub struct Announcement<AccountId, Hash, BlockNumber> {
    /// For whom it is made.
    pub real: AccountId,
    /// What the call, encoded, hashes to.
    pub call_hash: Hash,
    /// The block of the announcement.
    pub height: BlockNumber,
}

/// What a deposit is for.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Encode,
    Eq,
    MaxEncodedLen,
    PartialEq,
    TypeInfo,
)]
pub enum DepositKind {
    /// The list of delegates.
    Proxies,
    /// What a delegate has announced.
    Announcements,
}

/// What may keep a call from being made for an account, whoever its delegate is.
pub trait Guard<AccountId, Call> {
    /// Fails with what becomes the result of the call, which is then not made.
    fn check(real: &AccountId, call: &Call) -> DispatchResult;

    /// Most that [`Self::check`] weighs.
    fn weight() -> Weight;
}

impl<AccountId, Call> Guard<AccountId, Call> for () {
    fn check(_: &AccountId, _: &Call) -> DispatchResult {
        Ok(())
    }

    fn weight() -> Weight {
        Weight::zero()
    }
}
