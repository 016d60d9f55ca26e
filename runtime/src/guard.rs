//! What an account may not do because of a swap of its coldkey that it announced (spec 50 §13.4, 60
//! §7.3): nothing but what is about the swap, and under dispute nothing at all. The extension
//! `SubtensorTransactionExtension` asks for the signer of a transaction, [`GuardedCall`] wherever a
//! pallet dispatches a call by the origin of an account: within batches, for derivative accounts,
//! multisigs, delegates, and when its time has come. Root asks nobody, nor does what it dispatches
//! past the filters in somebody's name.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{
        DispatchInfo, DispatchResultWithPostInfo, GetDispatchInfo, PostDispatchInfo,
        WithPostDispatchInfo,
    },
    traits::{IsSubType, IsType, OriginTrait, UnfilteredDispatchable},
    weights::Weight,
};
use pallet_shield::Call as Shield;
use pallet_subtensor::{Call as Core, ColdkeySwaps, Error, Freeze, WeightInfo};
use ref_cast::RefCast;
use scale_info::{Type, TypeInfo};
use sp_runtime::{
    DispatchResult,
    traits::{AsSystemOriginSigner, Dispatchable},
};

use crate::{AccountId, Runtime, RuntimeCall, RuntimeOrigin, calls::count_within};

/// Keeps accounts from making calls.
pub struct SwapGuard;

impl SwapGuard {
    /// Whether an account may make a call.
    ///
    /// Errors: `ColdkeySwapAnnounced`, `ColdkeySwapDisputed`.
    pub fn check(who: &AccountId, call: &RuntimeCall) -> Result<(), Error<Runtime>> {
        match ColdkeySwaps::<Runtime>::freeze_of(who) {
            None => Ok(()),
            Some(Freeze::Announced) if is_about_swaps(call) => Ok(()),
            Some(Freeze::Announced) => Err(Error::ColdkeySwapAnnounced),
            Some(Freeze::Disputed) => Err(Error::ColdkeySwapDisputed),
        }
    }

    /// Weight of the checks of a call and of all that it holds.
    pub fn weight(call: &RuntimeCall) -> Weight {
        let check = <Runtime as pallet_subtensor::Config>::WeightInfo::swap_guard();
        check.saturating_mul(count_within(call).saturating_add(1))
    }
}

impl pallet_subtensor_proxy::Guard<AccountId, RuntimeCall> for SwapGuard {
    fn check(real: &AccountId, call: &RuntimeCall) -> DispatchResult {
        Ok(Self::check(real, call)?)
    }

    fn weight() -> Weight {
        <Runtime as pallet_subtensor::Config>::WeightInfo::swap_guard()
    }
}

impl pallet_crowdloan::CallChecks<GuardedCall> for SwapGuard {
    fn weight(call: &GuardedCall) -> Weight {
        Self::weight(call.into_ref())
    }
}

/// The calls of a coldkey that has announced a swap. What an encrypted transaction holds is checked
/// in turn.
fn is_about_swaps(call: &RuntimeCall) -> bool {
    matches!(
        call,
        RuntimeCall::SubtensorModule(
            Core::announce_coldkey_swap { .. }
                | Core::swap_coldkey_announced { .. }
                | Core::dispute_coldkey_swap { .. }
                | Core::clear_coldkey_swap_announcement { .. }
        ) | RuntimeCall::MevShield(Shield::submit_encrypted { .. })
    )
}

/// A call that is checked when an account dispatches it. On the wire and in metadata it is the call
/// itself.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, RefCast)]
#[repr(transparent)]
pub struct GuardedCall(RuntimeCall);

impl TypeInfo for GuardedCall {
    type Identity = <RuntimeCall as TypeInfo>::Identity;

    fn type_info() -> Type {
        RuntimeCall::type_info()
    }
}

impl From<RuntimeCall> for GuardedCall {
    fn from(call: RuntimeCall) -> Self {
        Self(call)
    }
}

impl From<frame_system::Call<Runtime>> for GuardedCall {
    fn from(call: frame_system::Call<Runtime>) -> Self {
        Self(call.into())
    }
}

impl From<GuardedCall> for RuntimeCall {
    fn from(call: GuardedCall) -> Self {
        call.0
    }
}

impl IsType<RuntimeCall> for GuardedCall {
    fn from_ref(call: &RuntimeCall) -> &Self {
        Self::ref_cast(call)
    }

    fn into_ref(&self) -> &RuntimeCall {
        &self.0
    }

    fn from_mut(call: &mut RuntimeCall) -> &mut Self {
        Self::ref_cast_mut(call)
    }

    fn into_mut(&mut self) -> &mut RuntimeCall {
        &mut self.0
    }
}

impl<C> IsSubType<C> for GuardedCall
where
    RuntimeCall: IsSubType<C>,
{
    fn is_sub_type(&self) -> Option<&C> {
        self.0.is_sub_type()
    }
}

impl GetDispatchInfo for GuardedCall {
    fn get_dispatch_info(&self) -> DispatchInfo {
        self.0.get_dispatch_info()
    }
}

impl Dispatchable for GuardedCall {
    type RuntimeOrigin = RuntimeOrigin;
    type Config = RuntimeCall;
    type Info = DispatchInfo;
    type PostInfo = PostDispatchInfo;

    /// The filter comes before the check, as everywhere. The check is weighed with the transaction
    /// that holds the call; a call that does not pass it weighs nothing.
    fn dispatch(self, origin: RuntimeOrigin) -> DispatchResultWithPostInfo {
        if let Some(who) = origin.as_system_origin_signer()
            && origin.filter_call(&self.0)
        {
            SwapGuard::check(who, &self.0).map_err(|error| error.with_weight(Weight::zero()))?;
        }
        self.0.dispatch(origin)
    }
}

impl UnfilteredDispatchable for GuardedCall {
    type RuntimeOrigin = RuntimeOrigin;

    fn dispatch_bypass_filter(self, origin: RuntimeOrigin) -> DispatchResultWithPostInfo {
        self.0.dispatch_bypass_filter(origin)
    }
}
