//! Turns calls of the core pallet that cannot succeed away at the pool, with a number that clients turn into a name
//! (spec 60 §7.6).

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::weights::Weight;
use pallet_subtensor::Error;
use scale_info::TypeInfo;
use sp_runtime::{
    impl_tx_ext_default,
    traits::{
        AsSystemOriginSigner, DispatchInfoOf, Implication, TransactionExtension, ValidateResult,
    },
    transaction_validity::{InvalidTransaction, TransactionSource, ValidTransaction},
};

use crate::{Runtime, RuntimeCall, RuntimeOrigin, SubtensorModule};

/// Code of every error that has no number of its own.
const BAD_REQUEST: u8 = 255;

/// Code of an error at the pool, public interface.
fn code(error: &Error<Runtime>) -> u8 {
    match error {
        Error::ColdkeySwapAnnounced => 0,
        Error::AmountTooLow | Error::NotEnoughStakeToSetWeights => 1,
        Error::NotEnoughBalanceToStake => 2,
        Error::SubnetNotExists => 3,
        Error::HotKeyAccountNotExists => 4,
        Error::NotEnoughStakeToWithdraw => 5,
        Error::CommittingWeightsTooFast
        | Error::SettingWeightsTooFast
        | Error::NetworkTxRateLimitExceeded => 6,
        Error::InsufficientLiquidity => 7,
        Error::SlippageTooHigh => 8,
        Error::TransferDisallowed => 9,
        Error::HotKeyNotRegisteredInNetwork => 10,
        Error::InvalidIpAddress => 11,
        Error::ServingRateLimitExceeded => 12,
        Error::InvalidPort => 13,
        Error::InvalidRevealRound => 15,
        Error::NoWeightsCommitFound => 16,
        Error::RevealTooEarly => 17,
        Error::InputLengthsUnequal => 18,
        Error::HotKeyNotRegisteredInSubNet => 19,
        Error::EvmKeyAssociateRateLimitExceeded => 20,
        Error::ColdkeySwapDisputed => 21,
        Error::NonAssociatedColdKey => 25,
        Error::DelegateTakeTooLow => 26,
        Error::DelegateTakeTooHigh => 27,
        _ => BAD_REQUEST,
    }
}

/// Runs the checks of `pallet_subtensor::precheck` on the outer call of a signed transaction.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct SubtensorTransactionExtension;

impl TransactionExtension<RuntimeCall> for SubtensorTransactionExtension {
    const IDENTIFIER: &'static str = "SubtensorTransactionExtension";
    type Implicit = ();
    type Val = ();
    type Pre = ();

    fn weight(&self, call: &RuntimeCall) -> Weight {
        match call {
            RuntimeCall::SubtensorModule(call) => SubtensorModule::precheck_weight(call),
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
        source: TransactionSource,
    ) -> ValidateResult<(), RuntimeCall> {
        if let (RuntimeCall::SubtensorModule(call), Some(signer)) =
            (call, origin.as_system_origin_signer())
        {
            let mut checked = SubtensorModule::precheck(signer, call);
            if source == TransactionSource::InBlock {
                checked = checked.and_then(|()| SubtensorModule::precheck_in_block(call));
            }
            checked.map_err(|error| InvalidTransaction::Custom(code(&error)))?;
        }
        Ok((ValidTransaction::default(), (), origin))
    }

    impl_tx_ext_default!(RuntimeCall; prepare);
}
