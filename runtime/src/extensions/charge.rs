//! Charges fees like the stock extension, but not always the signer ([`super::payer`]), and
//! replaces its priority by one of ours (spec 60 §7.5), see [`super::priority`]. Nobody pays for
//! what a call declares and cannot do (`pallet_subtensor::undue`).

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
    transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
};

use super::{
    class,
    payer::{self, MAX_OF_OWNER, Payer},
    priority::priority_of,
};
use crate::{
    AccountId, Balance, Runtime, RuntimeCall, RuntimeOrigin, TransactionPayment, calls::held_by,
};

/// Tells apart from others what only one of waits for each hotkey.
const OWNER_PAYS: &[u8] = b"owner pays";

type Stock = ChargeTransactionPayment<Runtime>;

/// The fee extension; clients see the stock one.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct ChargeFee(Stock);

impl ChargeFee {
    /// Pays the fee and `tip` rao on top.
    pub fn from(tip: Balance) -> Self {
        Self(Stock::from(tip))
    }

    fn payer_of(&self, origin: &RuntimeOrigin, call: &RuntimeCall) -> Payer {
        match origin.as_system_origin_signer() {
            Some(signer) if self.0.tip() == 0 => payer::payer_of(signer, call),
            _ => Payer::Signer,
        }
    }
}

/// What is known of a call, with the weight that can be due: that is what is paid for.
fn due(info: &DispatchInfo, undue: Weight) -> DispatchInfo {
    DispatchInfo {
        call_weight: info.call_weight.saturating_sub(undue),
        ..*info
    }
}

/// Of the transactions of a hotkey that its owner pays, one waits in the pool.
fn once_at_a_time(validity: ValidTransaction, hotkey: &AccountId) -> ValidTransaction {
    let mut validity = validity;
    validity.provides.push((OWNER_PAYS, hotkey).encode());
    validity
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
        // Stores a call, and declares nothing for it.
        RuntimeCall::Crowdloan(_) => Weight::zero(),
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
        RuntimeCall::Crowdloan(_) => false,
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
        self.0
            .weight(call)
            .saturating_add(look)
            .saturating_add(payer::weight(call))
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
        let charge = |payer: Option<AccountId>| -> Result<_, TransactionValidityError> {
            let payer = payer.map_or_else(|| origin.clone(), RuntimeOrigin::signed);
            let (validity, value, _) =
                self.0
                    .validate(payer, call, &due, len, implicit, implication, source)?;
            Ok((validity, value))
        };
        let (mut validity, value) = match self.payer_of(&origin, call) {
            Payer::Signer => charge(None)?,
            Payer::Real(real) => charge(Some(real))?,
            Payer::Owner { owner, hotkey } => {
                let fee = TransactionPayment::compute_fee(len as u32, &due, 0);
                (fee <= MAX_OF_OWNER)
                    .then(|| charge(Some(owner)).ok())
                    .flatten()
                    .map(|(validity, value)| (once_at_a_time(validity, &hotkey), value))
                    .map_or_else(|| charge(None), Ok)?
            }
        };
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
        let due = due(info, undue);
        let mut post_info = if claims {
            with_claim_fees(post_info)
        } else {
            *post_info
        };
        // Who is charged for less than what was declared is charged for no more than that, which
        // otherwise each node would log as an error.
        post_info.actual_weight = post_info
            .actual_weight
            .map(|weight| weight.min(due.total_weight()));
        <Stock as TransactionExtension<RuntimeCall>>::post_dispatch_details(
            paid, &due, &post_info, len, result,
        )
    }
}
