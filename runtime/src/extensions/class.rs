//! The class in which a signed transaction runs (spec 60 §7.5). A call declares one, and the stock
//! wrappers declare that of the calls they hold; what counts for the pool, for making blocks and
//! for importing them is decided here, by the outermost call and by who signed it. More than normal
//! is only what the chain needs from root or from a subnet's owner.

use frame_support::{
    dispatch::{DispatchClass, DispatchInfo},
    weights::Weight,
};
use frame_system::RawOrigin;
use pallet_admin_utils::Call as Admin;
use pallet_subtensor::Subnets;
use pallet_sudo::Call as Sudo;
use sp_runtime::{
    traits::AsSystemOriginSigner,
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};
use subtensor_primitives::NetUid;

use super::weight_info;
use crate::{AccountId, Runtime, RuntimeCall, RuntimeOrigin, calls::held_by};

/// The class of a transaction that declares `declared`.
///
/// Errors: `MandatoryValidation` for what only inherents are.
fn class_of(
    origin: &RuntimeOrigin,
    call: &RuntimeCall,
    declared: DispatchClass,
) -> Result<DispatchClass, TransactionValidityError> {
    match declared {
        DispatchClass::Mandatory => Err(InvalidTransaction::MandatoryValidation.into()),
        DispatchClass::Operational
            if origin
                .as_system_origin_signer()
                .is_some_and(|signer| is_entitled(signer, call)) =>
        {
            Ok(DispatchClass::Operational)
        }
        DispatchClass::Operational | DispatchClass::Normal => Ok(DispatchClass::Normal),
    }
}

/// What is known of a transaction, with the class that counts.
///
/// Errors: `MandatoryValidation` for what only inherents are.
pub(super) fn with_class(
    origin: &RuntimeOrigin,
    call: &RuntimeCall,
    info: &DispatchInfo,
) -> Result<DispatchInfo, TransactionValidityError> {
    let class = class_of(origin, call, info.class)?;
    Ok(DispatchInfo { class, ..*info })
}

/// Weight of [`with_class`].
pub(super) fn weight(call: &RuntimeCall) -> Weight {
    let looks_up = matches!(call, RuntimeCall::Sudo(_)) || urgent_for(call).is_some();
    if looks_up {
        weight_info::entitlement()
    } else {
        Weight::zero()
    }
}

/// Whether `signer` may send an operational call before others: the sudo key, and the owner whom
/// the call is about.
fn is_entitled(signer: &AccountId, call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::Sudo(Sudo::sudo { call } | Sudo::sudo_unchecked_weight { call, .. }) => {
            held_by(call).next().is_none()
                && pallet_sudo::Key::<Runtime>::get().as_ref() == Some(signer)
        }
        call => urgent_for(call).is_some_and(|netuid| {
            let origin = RawOrigin::Signed(signer.clone()).into();
            Subnets::<Runtime>::ensure_subnet_owner(origin, netuid).is_ok()
        }),
    }
}

/// The subnet whose owner may send a call before others (spec 60 §8.1).
fn urgent_for(call: &RuntimeCall) -> Option<NetUid> {
    match call {
        RuntimeCall::AdminUtils(
            Admin::sudo_set_burn_half_life { netuid, .. }
            | Admin::sudo_set_burn_increase_mult { netuid, .. }
            | Admin::sudo_set_owner_cut_enabled { netuid, .. }
            | Admin::sudo_set_owner_cut_auto_lock_enabled { netuid, .. },
        ) => Some(*netuid),
        _ => None,
    }
}
