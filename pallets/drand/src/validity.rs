//! Which unsigned transactions may wait in the pool and stand in a block (spec 40 §9.4).
//!
//! A stranger can make a node verify one pairing with every transaction that is new, signed by any
//! key, of a round that may wait, and whose signature is some point of G1; a few milliseconds. All
//! else costs less than the signature of an ordinary transaction. A block verifies each pulse once,
//! when the call runs: that the pool has verified it keeps invalid ones out of blocks.

#[cfg(test)]
mod tests;

use codec::Encode;
use frame_support::{ensure, traits::Get};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_io::{crypto::sr25519_verify, hashing::blake2_256};
use sp_runtime::{
    MultiSignature, MultiSigner,
    transaction_validity::{
        InvalidTransaction, TransactionValidity, TransactionValidityError, ValidTransaction,
    },
};

use crate::{
    Call, Config, MAX_PULSES_TO_FETCH, Pulse, PulsesPayload, RoundNumber, pallet::BeaconConfig,
    window::Window,
};

/// Names the tags of pulses in the pool.
const TAG_PREFIX: &str = "DrandOffchainWorker";
/// Blocks for which a pulse is valid.
const LONGEVITY: u64 = 3;

/// What the pool may do with a transaction. At most 50 consecutive rounds wait, each for the one
/// before it.
///
/// Errors: see [`submission`]; then `BadProof` if the beacon has not signed the pulse.
pub(crate) fn validate<T: Config>(call: &Call<T>) -> TransactionValidity {
    let (pulse, steps) = submission(call)?;
    ensure!(
        BeaconConfig::<T>::get().has_signed::<T::Curve>(pulse),
        InvalidTransaction::BadProof
    );
    let older_first = u64::MAX.saturating_sub(pulse.round);
    let mut validity = ValidTransaction::with_tag_prefix(TAG_PREFIX)
        .priority(T::UnsignedPriority::get().saturating_add(older_first))
        .and_provides(tag(pulse.round))
        .longevity(LONGEVITY)
        .propagate(false);
    if steps > 1 {
        validity = validity.and_requires(tag(pulse.round.saturating_sub(1)));
    }
    validity.build()
}

/// Whether a transaction may stand in a block; the call itself verifies the pulse.
///
/// Errors: see [`submission`]; then `Future` if the pulse is not the next one.
pub(crate) fn check_in_block<T: Config>(call: &Call<T>) -> Result<(), TransactionValidityError> {
    let (_, steps) = submission(call)?;
    ensure!(steps == 1, InvalidTransaction::Future);
    Ok(())
}

fn tag(round: RoundNumber) -> [u8; 32] {
    (*b"drand", round).using_encoded(blake2_256)
}

/// The pulse of a call, and how many the chain lacks until it has that one, at least 1.
///
/// Errors, in this order: `Call` for other calls than `write_pulse`; `BadSigner` without a
/// signature; `BadProof` if it is not that of the named key, which is an sr25519 one, over the
/// payload; `Future` if the payload names a block to come; `Call` unless there is exactly one
/// pulse; `Stale` if its round cannot come any more; `Future` if it is too far ahead to wait.
fn submission<T: Config>(call: &Call<T>) -> Result<(&Pulse, u64), InvalidTransaction> {
    let Call::write_pulse {
        pulses_payload,
        signature,
    } = call
    else {
        return Err(InvalidTransaction::Call);
    };
    let signature = signature.as_ref().ok_or(InvalidTransaction::BadSigner)?;
    ensure!(
        is_signed(pulses_payload, signature),
        InvalidTransaction::BadProof
    );
    let now: BlockNumberFor<T> = frame_system::Pallet::<T>::block_number();
    ensure!(
        pulses_payload.block_number <= now,
        InvalidTransaction::Future
    );
    let [pulse] = &*pulses_payload.pulses else {
        return Err(InvalidTransaction::Call);
    };
    let steps = Window::stored::<T>()
        .steps_to(pulse.round)
        .ok_or(InvalidTransaction::Stale)?;
    ensure!(
        steps <= u64::from(MAX_PULSES_TO_FETCH),
        InvalidTransaction::Future
    );
    Ok((pulse, steps))
}

fn is_signed<B: Encode>(
    payload: &PulsesPayload<MultiSigner, B>,
    signature: &MultiSignature,
) -> bool {
    match (&payload.public, signature) {
        (MultiSigner::Sr25519(public), MultiSignature::Sr25519(signature)) => {
            payload.using_encoded(|bytes| sr25519_verify(signature, bytes, public))
        }
        _ => false,
    }
}
