//! Lets transactions expire like the stock extension, and encrypted ones soon (spec 60 §7.2 a): a
//! ciphertext that nobody decrypts must not stay in the pools.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{dispatch::DispatchInfo, weights::Weight};
use frame_system::CheckMortality as StockOf;
use pallet_shield::Call;
use scale_info::TypeInfo;
use sp_runtime::{
    generic::Era,
    impl_tx_ext_default,
    traits::{Implication, TransactionExtension, TransactionExtensionMetadata, ValidateResult},
    transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
};

use crate::{Runtime, RuntimeCall, RuntimeOrigin, shield::LIFETIME_BLOCKS};

type Stock = StockOf<Runtime>;

/// The extension of mortality; clients see the stock one.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct CheckMortality(Stock);

impl CheckMortality {
    /// Valid in `era`.
    pub fn from(era: Era) -> Self {
        Self(Stock::from(era))
    }

    fn outlives_the_shield(&self) -> bool {
        match self.0.0 {
            Era::Immortal => true,
            Era::Mortal(period, _) => period > u64::from(LIFETIME_BLOCKS),
        }
    }
}

impl TransactionExtension<RuntimeCall> for CheckMortality {
    const IDENTIFIER: &'static str = <Stock as TransactionExtension<RuntimeCall>>::IDENTIFIER;
    type Implicit = <Stock as TransactionExtension<RuntimeCall>>::Implicit;
    type Val = ();
    type Pre = ();

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
    ) -> ValidateResult<(), RuntimeCall> {
        let is_shielded = matches!(call, RuntimeCall::MevShield(Call::submit_encrypted { .. }));
        if is_shielded && self.outlives_the_shield() {
            return Err(InvalidTransaction::Stale.into());
        }
        self.0
            .validate(origin, call, info, len, implicit, implication, source)
    }

    impl_tx_ext_default!(RuntimeCall; prepare);
}
