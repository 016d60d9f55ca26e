//! Turns calls of the core pallet that cannot succeed, and all calls of a coldkey that is about to
//! be swapped, away at the pool, with a number that clients turn into a name (spec 60 §7.6), and
//! holds calls without a fee to their share of the pool and of a block. What the checks of those
//! have not needed of their weight goes back to the block.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{DispatchInfo, Pays, PostDispatchInfo},
    traits::Contains,
    weights::Weight,
};
use pallet_commitments::{Call as CommitmentsCall, WeightInfo};
use pallet_subtensor::{Admission, Error, weights::Spare};
use scale_info::TypeInfo;
use sp_runtime::{
    DispatchResult,
    traits::{
        AsSystemOriginSigner, DispatchInfoOf, Implication, RefundWeight, TransactionExtension,
        ValidateResult,
    },
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
    },
};

use crate::{
    AccountId, Commitments, Runtime, RuntimeCall, RuntimeOrigin, System, guard::SwapGuard,
};

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
        | Error::NetworkTxRateLimitExceeded
        | Error::DelegateTxRateLimitExceeded => 6,
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

/// Runs the checks of `pallet_subtensor::precheck` on the outer call of a signed transaction. A
/// call without a fee is refused unless they are complete.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct SubtensorTransactionExtension;

/// A call without a fee that passes no matter what else is in the block: it is one that anybody may
/// make now, and all of its checks are known. Gives the kind of which only one of a signer waits.
fn free_kind(call: &RuntimeCall) -> Option<Vec<u8>> {
    let kind = match call {
        RuntimeCall::SubtensorModule(call) => Admission::<Runtime>::free_kind(call),
        RuntimeCall::Commitments(CommitmentsCall::set_commitment { netuid, .. }) => {
            Some(("Commitments", netuid).encode())
        }
        _ => None,
    };
    let may_be_called = <Runtime as frame_system::Config>::BaseCallFilter::contains(call);
    kind.filter(|_| may_be_called)
}

/// Makes the checks of a call of the core pallet, or of commitments, whose errors have no numbers.
fn precheck(
    signer: &AccountId,
    call: &RuntimeCall,
    source: TransactionSource,
) -> Result<(), InvalidTransaction> {
    match call {
        RuntimeCall::SubtensorModule(call) => {
            let mut checked = Admission::<Runtime>::precheck(signer, call);
            if source == TransactionSource::InBlock {
                checked = checked.and_then(|()| Admission::<Runtime>::precheck_in_block(call));
            }
            checked.map_err(|error| InvalidTransaction::Custom(code(&error)))
        }
        RuntimeCall::Commitments(CommitmentsCall::set_commitment { netuid, info }) => {
            Commitments::check_commitment(signer, *netuid, info)
                .map(|_| ())
                .map_err(|_| InvalidTransaction::Custom(BAD_REQUEST))
        }
        _ => Ok(()),
    }
}

impl TransactionExtension<RuntimeCall> for SubtensorTransactionExtension {
    const IDENTIFIER: &'static str = "SubtensorTransactionExtension";
    type Implicit = ();
    /// Whether the call takes of the room of free calls.
    type Val = bool;
    /// Weight of the checks that was not needed.
    type Pre = Weight;

    fn weight(&self, call: &RuntimeCall) -> Weight {
        let checks = match call {
            RuntimeCall::SubtensorModule(call) => Admission::<Runtime>::precheck_weight(call),
            RuntimeCall::Commitments(CommitmentsCall::set_commitment { .. }) => {
                <Runtime as pallet_commitments::Config>::WeightInfo::check_commitment()
            }
            _ => Weight::zero(),
        };
        checks.saturating_add(SwapGuard::weight(call))
    }

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfoOf<RuntimeCall>,
        _: usize,
        _: (),
        _: &impl Implication,
        source: TransactionSource,
    ) -> ValidateResult<bool, RuntimeCall> {
        let mut validity = ValidTransaction::default();
        let Some(signer) = origin.as_system_origin_signer() else {
            return Ok((validity, false, origin));
        };
        let refuse = |error| InvalidTransaction::Custom(code(&error));
        SwapGuard::check(signer, call).map_err(refuse)?;
        let is_free = info.pays_fee == Pays::No;
        if is_free {
            let kind = free_kind(call).ok_or(InvalidTransaction::Call)?;
            validity.provides = [(signer, kind).encode()].into();
        }
        precheck(signer, call, source)?;
        Ok((validity, is_free, origin))
    }

    fn prepare(
        self,
        is_free: bool,
        origin: &RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfoOf<RuntimeCall>,
        bytes: usize,
    ) -> Result<Weight, TransactionValidityError> {
        if !is_free {
            return Ok(Weight::zero());
        }
        let spare = match (origin.as_system_origin_signer(), call) {
            (Some(signer), RuntimeCall::SubtensorModule(call)) => {
                Admission::<Runtime>::spare_weight(signer, call)
            }
            _ => Spare::default(),
        };
        let needed = info
            .total_weight()
            .saturating_sub(spare.checks)
            .saturating_sub(spare.call);
        if !Admission::<Runtime>::take_free_share(needed, bytes) {
            return Err(InvalidTransaction::ExhaustsResources.into());
        }
        Ok(spare.checks)
    }

    /// The extension of weight, which comes first, has given back what the call did not need.
    fn post_dispatch_details(
        spare: Weight,
        info: &DispatchInfo,
        post_info: &PostDispatchInfo,
        _: usize,
        _: &DispatchResult,
    ) -> Result<Weight, TransactionValidityError> {
        let mut post_info = *post_info;
        post_info.refund(spare);
        System::reclaim_weight(info, &post_info)?;
        Ok(spare)
    }
}
