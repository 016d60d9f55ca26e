//! Pulses of quicknet in the pool and in blocks.

use frame_system::offchain::CreateBare;
use pallet_drand::{Call, Pulse, PulsesPayload};
use sp_core::hex2array;
use sp_runtime::{
    DispatchError, MultiSigner,
    transaction_validity::{InvalidTransaction, TransactionSource},
};
use subtensor_timelock::{Beacon, randomness};

use super::*;
use crate::Drand;

/// The signature of round 1000 (spec 40 §8.5).
const ROUND_1000: [u8; 48] = hex2array!(
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b1957\
     6350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
);

/// What a worker sends that takes this for the signature of a round.
fn submission(round: u64, signature: [u8; 48]) -> UncheckedExtrinsic {
    let worker = Sr25519Keyring::Ferdie;
    let pulse = Pulse {
        round,
        randomness: randomness(&signature).to_vec().try_into().unwrap(),
        signature: signature.to_vec().try_into().unwrap(),
    };
    let pulses_payload = PulsesPayload {
        block_number: System::block_number(),
        pulses: list(vec![pulse]),
        public: MultiSigner::Sr25519(worker.public()),
    };
    let signature = worker.sign(&pulses_payload.encode());
    let call = Call::write_pulse {
        pulses_payload,
        signature: Some(signature.into()),
    };
    <Runtime as CreateBare<Call<Runtime>>>::create_bare(call.into())
}

fn pool(transaction: UncheckedExtrinsic) -> Result<u64, TransactionValidityError> {
    let hash = System::parent_hash();
    Executive::validate_transaction(TransactionSource::Local, transaction, hash)
        .map(|valid| valid.longevity)
}

#[test]
fn a_pulse_reaches_the_chain_and_the_main_pallet() {
    dev_chain().execute_with(|| {
        block(vec![]);
        assert_eq!(pool(submission(1_000, ROUND_1000)), Ok(3));
        let results = block(vec![submission(1_000, ROUND_1000)]);
        assert_eq!(results, [Ok(Ok(()))]);
        type Known = <Runtime as pallet_subtensor::Config>::Beacon;
        assert_eq!(Known::last_round(), 1_000);
        assert_eq!(Known::signature(1_000), Some(ROUND_1000));
        assert_eq!(Drand::last_round(), 1_000);

        let stale = Err(InvalidTransaction::Stale.into());
        assert_eq!(pool(submission(1_000, ROUND_1000)), stale.map(|()| 0));
        assert_eq!(block(vec![submission(1_000, ROUND_1000)]), [stale.map(Ok)]);
    });
}

#[test]
fn a_forged_pulse_does_not_get_past_the_pool() {
    dev_chain().execute_with(|| {
        block(vec![]);
        let forged = submission(1_001, ROUND_1000);
        assert_eq!(
            pool(forged.clone()),
            Err(InvalidTransaction::BadProof.into())
        );
        // An author who puts it in all the same gains nothing.
        let failure = pallet_drand::Error::<Runtime>::PulseVerificationError;
        assert_eq!(block(vec![forged]), [Ok(Err(failure.into()))]);
        assert_eq!(Drand::last_round(), 0);
    });
}

#[test]
fn nobody_signs_for_a_pulse() {
    dev_chain().execute_with(|| {
        block(vec![]);
        let call = submission(1_000, ROUND_1000).function;
        let results = block(vec![transaction(Sr25519Keyring::Alice, 0, call)]);
        assert_eq!(results, [Ok(Err(DispatchError::BadOrigin))]);
    });
}
