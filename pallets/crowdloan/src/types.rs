//! What is stored of a crowdloan, and what the pallet asks of the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Bounded, weights::Weight};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use subtensor_primitives::TaoBalance;

use crate::Config;

/// Number of a crowdloan.
pub type CrowdloanId = u32;

/// A call as it is stored: itself up to 128 bytes, else by its hash.
pub type StoredCallOf<T> =
    Bounded<<T as Config>::RuntimeCall, <T as frame_system::Config>::Hashing>;

/// What is stored of a crowdloan.
pub type InfoOf<T> =
    CrowdloanInfo<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, StoredCallOf<T>>;

/// A crowdloan.
#[derive(
    Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct CrowdloanInfo<AccountId, BlockNumber, Call> {
    /// Who opened it.
    pub creator: AccountId,
    /// What the creator gave then, and cannot take back before it is dissolved, rao.
    pub deposit: TaoBalance,
    /// Least that a contributor may offer, rao.
    pub min_contribution: TaoBalance,
    /// The block from which on it takes no contributions.
    pub end: BlockNumber,
    /// What it is to raise, rao.
    pub cap: TaoBalance,
    /// Who holds what was raised.
    pub funds_account: AccountId,
    /// Sum of the contributions, rao.
    pub raised: TaoBalance,
    /// Who gets the sum; none: the call is made.
    pub target_address: Option<AccountId>,
    /// The call that the creator makes; none: the sum goes to the target.
    pub call: Option<Call>,
    /// Whether either has happened.
    pub finalized: bool,
    /// How many accounts have given something, the creator too.
    pub contributors_count: u32,
}

/// What a creator says of a crowdloan when it opens it.
pub(crate) struct Terms<AccountId, BlockNumber, Call> {
    pub deposit: TaoBalance,
    pub min_contribution: TaoBalance,
    pub cap: TaoBalance,
    pub end: BlockNumber,
    pub call: Option<Call>,
    pub target_address: Option<AccountId>,
}

/// The same, of a runtime.
pub(crate) type TermsOf<T> =
    Terms<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, <T as Config>::RuntimeCall>;

/// What a call is checked for when an account makes it. The call itself does that when it is
/// dispatched; whoever dispatches it weighs it.
pub trait CallChecks<Call> {
    /// Most that the checks of a call and of all that it holds weigh.
    fn weight(call: &Call) -> Weight;
}

impl<Call> CallChecks<Call> for () {
    fn weight(_: &Call) -> Weight {
        Weight::zero()
    }
}
