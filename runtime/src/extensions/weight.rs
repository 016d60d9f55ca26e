//! Checks that an extrinsic fits into the block like the stock extension, by the class that counts,
//! and that its calls are not nested too deep (spec 60 §7.4): here, because that holds for the pool
//! and for every block alike.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{DispatchClass, DispatchInfo, PostDispatchInfo},
    weights::Weight,
};
use frame_system::CheckWeight as StockOf;
use scale_info::TypeInfo;
use sp_runtime::{
    DispatchResult,
    traits::{Implication, TransactionExtension, TransactionExtensionMetadata, ValidateResult},
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
    },
};

use super::{class, weight_info};
use crate::{
    Runtime, RuntimeCall, RuntimeOrigin,
    calls::{is_shallow, levels_of},
};

type Stock = StockOf<Runtime>;
type Validity<T> = Result<T, TransactionValidityError>;

/// The extension of weight; clients see the stock one.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct CheckWeight(Stock);

impl CheckWeight {
    /// The extension; it has no parameters.
    pub fn new() -> Self {
        Self(Stock::new())
    }
}

fn ensure_shallow(call: &RuntimeCall) -> Validity<()> {
    is_shallow(call)
        .then_some(())
        .ok_or_else(|| InvalidTransaction::Call.into())
}

impl TransactionExtension<RuntimeCall> for CheckWeight {
    const IDENTIFIER: &'static str = <Stock as TransactionExtension<RuntimeCall>>::IDENTIFIER;
    type Implicit = ();
    type Val = <Stock as TransactionExtension<RuntimeCall>>::Val;
    /// The class, which is not known any more after the call.
    type Pre = DispatchClass;

    fn metadata() -> alloc::vec::Vec<TransactionExtensionMetadata> {
        <Stock as TransactionExtension<RuntimeCall>>::metadata()
    }

    fn weight(&self, call: &RuntimeCall) -> Weight {
        self.0
            .weight(call)
            .saturating_add(weight_info::nested_calls(levels_of(call)))
            .saturating_add(class::weight(call))
    }

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfo,
        len: usize,
        implicit: (),
        implication: &impl Implication,
        source: TransactionSource,
    ) -> ValidateResult<Self::Val, RuntimeCall> {
        ensure_shallow(call)?;
        let info = class::with_class(&origin, call, info)?;
        self.0
            .validate(origin, call, &info, len, implicit, implication, source)
    }

    fn prepare(
        self,
        value: Self::Val,
        origin: &RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfo,
        len: usize,
    ) -> Validity<DispatchClass> {
        let info = class::with_class(origin, call, info)?;
        self.0.prepare(value, origin, call, &info, len)?;
        Ok(info.class)
    }

    fn post_dispatch_details(
        class: DispatchClass,
        info: &DispatchInfo,
        post_info: &PostDispatchInfo,
        len: usize,
        result: &DispatchResult,
    ) -> Validity<Weight> {
        let info = DispatchInfo { class, ..*info };
        <Stock as TransactionExtension<RuntimeCall>>::post_dispatch_details(
            (),
            &info,
            post_info,
            len,
            result,
        )
    }

    fn bare_validate(call: &RuntimeCall, info: &DispatchInfo, len: usize) -> TransactionValidity {
        ensure_shallow(call)?;
        <Stock as TransactionExtension<RuntimeCall>>::bare_validate(call, info, len)
    }

    fn bare_validate_and_prepare(
        call: &RuntimeCall,
        info: &DispatchInfo,
        len: usize,
    ) -> Validity<()> {
        ensure_shallow(call)?;
        <Stock as TransactionExtension<RuntimeCall>>::bare_validate_and_prepare(call, info, len)
    }

    fn bare_post_dispatch(
        info: &DispatchInfo,
        post_info: &mut PostDispatchInfo,
        len: usize,
        result: &DispatchResult,
    ) -> Validity<()> {
        <Stock as TransactionExtension<RuntimeCall>>::bare_post_dispatch(
            info, post_info, len, result,
        )
    }
}
