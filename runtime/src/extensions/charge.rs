//! Charges fees like the stock extension and replaces its priority by one of ours (spec 60 §7.5),
//! see [`super::priority`]. Nobody pays for what a call declares and cannot do
//! (`pallet_subtensor::undue`).

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{DispatchInfo, PostDispatchInfo},
    weights::Weight,
};
use pallet_subtensor::{Admission, Call as Core, Funds};
use pallet_transaction_payment::ChargeTransactionPayment;
use scale_info::TypeInfo;
use sp_runtime::{
    DispatchResult,
    traits::{
        AsSystemOriginSigner, Implication, TransactionExtension, TransactionExtensionMetadata,
        ValidateResult,
    },
    transaction_validity::{TransactionSource, TransactionValidityError},
};

use super::{class, priority::priority_of};
use crate::{
    AccountId, Balance, Runtime, RuntimeCall, RuntimeOrigin, TransactionPayment, calls::held_by,
};

type Stock = ChargeTransactionPayment<Runtime>;

/// The fee extension; clients see the stock one.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct ChargeFee(Stock);

impl ChargeFee {
    /// Pays the fee and `tip` rao on top.
    pub fn from(tip: Balance) -> Self {
        Self(Stock::from(tip))
    }
}

/// What is known of a call, with the weight that can be due: that is what is paid for.
fn due(info: &DispatchInfo, undue: Weight) -> DispatchInfo {
    DispatchInfo {
        call_weight: info.call_weight.saturating_sub(undue),
        ..*info
    }
}

/// Weight that a call of a signer declares and that cannot be due, or that nobody is charged for.
fn undue_weight(signer: Option<&AccountId>, call: &RuntimeCall) -> Weight {
    let undue = match call {
        RuntimeCall::SubtensorModule(call) => Admission::<Runtime>::undue_weight(signer, call),
        _ => Weight::zero(),
    };
    undue.saturating_add(uncharged_weight(call))
}

/// The latter, whichever calls hold the one that declares it.
fn uncharged_weight(call: &RuntimeCall) -> Weight {
    match call {
        RuntimeCall::SubtensorModule(call) => Funds::<Runtime>::uncharged_weight(call),
        _ => held_by(call).fold(Weight::zero(), |sum, held| {
            sum.saturating_add(uncharged_weight(held))
        }),
    }
}

/// Whether a call is a claim or holds one.
fn is_claim(call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::SubtensorModule(
            Core::claim_root { .. } | Core::claim_root_with_hotkey { .. },
        ) => true,
        _ => held_by(call).any(is_claim),
    }
}

/// What was done, with the fees of claims in place of their weights (spec 90 §12).
fn with_claim_fees(post_info: &PostDispatchInfo) -> PostDispatchInfo {
    let (weighed, charged) = Funds::<Runtime>::take_claim_fees();
    PostDispatchInfo {
        actual_weight: post_info
            .actual_weight
            .map(|weight| weight.saturating_sub(weighed).saturating_add(charged)),
        ..*post_info
    }
}

/// The fee of an extrinsic before its tip, rao.
pub fn fee_of(
    signer: Option<&AccountId>,
    call: &RuntimeCall,
    info: &DispatchInfo,
    len: u32,
) -> Balance {
    TransactionPayment::compute_fee(len, &due(info, undue_weight(signer, call)), 0)
}

impl TransactionExtension<RuntimeCall> for ChargeFee {
    const IDENTIFIER: &'static str = <Stock as TransactionExtension<RuntimeCall>>::IDENTIFIER;
    type Implicit = <Stock as TransactionExtension<RuntimeCall>>::Implicit;
    /// With the weight that cannot be due, and before the call whether it claims.
    type Val = (<Stock as TransactionExtension<RuntimeCall>>::Val, Weight);
    type Pre = (
        <Stock as TransactionExtension<RuntimeCall>>::Pre,
        Weight,
        bool,
    );

    fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
        <Stock as TransactionExtension<RuntimeCall>>::implicit(&self.0)
    }

    fn metadata() -> alloc::vec::Vec<TransactionExtensionMetadata> {
        <Stock as TransactionExtension<RuntimeCall>>::metadata()
    }

    fn weight(&self, call: &RuntimeCall) -> Weight {
        let look = match call {
            RuntimeCall::SubtensorModule(call) => Admission::<Runtime>::weight_of_undue(call),
            _ => Weight::zero(),
        };
        self.0.weight(call).saturating_add(look)
    }

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfo,
        len: usize,
        implicit: Self::Implicit,
        implication: &impl Implication,
        source: TransactionSource,
    ) -> ValidateResult<Self::Val, RuntimeCall> {
        let info = class::with_class(&origin, call, info)?;
        let undue = undue_weight(origin.as_system_origin_signer(), call);
        let due = due(&info, undue);
        let (mut validity, value, origin) =
            self.0
                .validate(origin, call, &due, len, implicit, implication, source)?;
        validity.priority = priority_of(info.class, info.pays_fee, self.0.tip());
        Ok((validity, (value, undue), origin))
    }

    fn prepare(
        self,
        (value, undue): Self::Val,
        origin: &RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfo,
        len: usize,
    ) -> Result<Self::Pre, TransactionValidityError> {
        let info = class::with_class(origin, call, info)?;
        let paid = self
            .0
            .prepare(value, origin, call, &due(&info, undue), len)?;
        let claims = is_claim(call);
        if claims {
            Funds::<Runtime>::take_claim_fees();
        }
        Ok((paid, undue, claims))
    }

    fn post_dispatch_details(
        (paid, undue, claims): Self::Pre,
        info: &DispatchInfo,
        post_info: &PostDispatchInfo,
        len: usize,
        result: &DispatchResult,
    ) -> Result<Weight, TransactionValidityError> {
        let post_info = if claims {
            &with_claim_fees(post_info)
        } else {
            post_info
        };
        <Stock as TransactionExtension<RuntimeCall>>::post_dispatch_details(
            paid,
            &due(info, undue),
            post_info,
            len,
            result,
        )
    }
}
