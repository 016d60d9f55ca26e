//! Charges fees like the stock extension and replaces its priority by one of ours (spec 60 §7.5), see
//! [`super::priority`].

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{DispatchInfo, PostDispatchInfo},
    weights::Weight,
};
use pallet_transaction_payment::ChargeTransactionPayment;
use scale_info::TypeInfo;
use sp_runtime::{
    DispatchResult,
    traits::{Implication, TransactionExtension, TransactionExtensionMetadata, ValidateResult},
    transaction_validity::{TransactionSource, TransactionValidityError},
};

use super::{class, priority::priority_of};
use crate::{Balance, Runtime, RuntimeCall, RuntimeOrigin};

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

impl TransactionExtension<RuntimeCall> for ChargeFee {
    const IDENTIFIER: &'static str = <Stock as TransactionExtension<RuntimeCall>>::IDENTIFIER;
    type Implicit = <Stock as TransactionExtension<RuntimeCall>>::Implicit;
    type Val = <Stock as TransactionExtension<RuntimeCall>>::Val;
    type Pre = <Stock as TransactionExtension<RuntimeCall>>::Pre;

    fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
        <Stock as TransactionExtension<RuntimeCall>>::implicit(&self.0)
    }

    fn metadata() -> alloc::vec::Vec<TransactionExtensionMetadata> {
        <Stock as TransactionExtension<RuntimeCall>>::metadata()
    }

    fn weight(&self, call: &RuntimeCall) -> Weight {
        self.0.weight(call)
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
        let info = &class::with_class(&origin, call, info)?;
        let (mut validity, value, origin) =
            self.0
                .validate(origin, call, info, len, implicit, implication, source)?;
        validity.priority = priority_of(info.class, info.pays_fee, self.0.tip());
        Ok((validity, value, origin))
    }

    fn prepare(
        self,
        value: Self::Val,
        origin: &RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfo,
        len: usize,
    ) -> Result<Self::Pre, TransactionValidityError> {
        let info = &class::with_class(origin, call, info)?;
        self.0.prepare(value, origin, call, info, len)
    }

    fn post_dispatch_details(
        pre: Self::Pre,
        info: &DispatchInfo,
        post_info: &PostDispatchInfo,
        len: usize,
        result: &DispatchResult,
    ) -> Result<Weight, TransactionValidityError> {
        <Stock as TransactionExtension<RuntimeCall>>::post_dispatch_details(
            pre, info, post_info, len, result,
        )
    }
}
