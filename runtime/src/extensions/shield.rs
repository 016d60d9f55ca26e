//! Turns ciphertexts that nobody can take apart away (spec 60 §7.2 e).

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::weights::Weight;
use pallet_shield::{Call, WeightInfo};
use scale_info::TypeInfo;
use sp_runtime::{
    impl_tx_ext_default,
    traits::{
        AsSystemOriginSigner, DispatchInfoOf, Implication, TransactionExtension, ValidateResult,
    },
    transaction_validity::{InvalidTransaction, TransactionSource, ValidTransaction},
};
use subtensor_shield::ShieldedTransaction;

use crate::{Runtime, RuntimeCall, RuntimeOrigin};

/// Code of the refusal at the pool, public interface.
const FAILED_SHIELDED_TX_PARSING: u8 = 23;

/// The ciphertext of a signed submission has all its parts.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct CheckShieldedTxValidity;

impl TransactionExtension<RuntimeCall> for CheckShieldedTxValidity {
    const IDENTIFIER: &'static str = "CheckShieldedTxValidity";
    type Implicit = ();
    type Val = ();
    type Pre = ();

    fn weight(&self, call: &RuntimeCall) -> Weight {
        match call {
            RuntimeCall::MevShield(Call::submit_encrypted { .. }) => {
                <Runtime as pallet_shield::Config>::WeightInfo::parse()
            }
            _ => Weight::zero(),
        }
    }

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        _: &DispatchInfoOf<RuntimeCall>,
        _: usize,
        _: (),
        _: &impl Implication,
        _: TransactionSource,
    ) -> ValidateResult<(), RuntimeCall> {
        if let RuntimeCall::MevShield(Call::submit_encrypted { ciphertext }) = call
            && origin.as_system_origin_signer().is_some()
        {
            ShieldedTransaction::parse(ciphertext)
                .map_err(|_| InvalidTransaction::Custom(FAILED_SHIELDED_TX_PARSING))?;
        }
        Ok((ValidTransaction::default(), (), origin))
    }

    impl_tx_ext_default!(RuntimeCall; prepare);
}
