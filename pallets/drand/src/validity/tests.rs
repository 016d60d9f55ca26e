use frame_support::assert_ok;
use sp_core::{Pair, ed25519};
#[allow(deprecated)]
use sp_runtime::traits::ValidateUnsigned;
use sp_runtime::{transaction_validity::TransactionSource, transaction_validity::ValidTransaction};

use super::*;
use crate::mock::{Drand, RuntimeOrigin, System, Test, chain, payload, pulse, sent};

/// What the pool says, wherever the transaction comes from.
#[allow(deprecated)]
fn pool(call: &Call<Test>) -> TransactionValidity {
    let [local, external, in_block] = [
        TransactionSource::Local,
        TransactionSource::External,
        TransactionSource::InBlock,
    ]
    .map(|source| Drand::validate_unsigned(source, call));
    assert_eq!((&local, &local), (&external, &in_block));
    local
}

/// What a block says.
#[allow(deprecated)]
fn block(call: &Call<Test>) -> Result<(), TransactionValidityError> {
    Drand::pre_dispatch(call)
}

/// Both refuse a call, for this reason.
fn refused(call: &Call<Test>, reason: InvalidTransaction) {
    assert_eq!(pool(call), Err(reason.into()));
    assert_eq!(block(call), Err(reason.into()));
}

fn store(first: u64, last: u64) {
    for round in first..=last {
        Drand::store_pulses(&[pulse(round)]).ok().unwrap();
    }
}

/// The tag of a round as the pool has it.
fn full_tag(round: u64) -> Vec<u8> {
    let mut bytes = b"drand".to_vec();
    bytes.extend(round.to_le_bytes());
    ("DrandOffchainWorker", blake2_256(&bytes)).encode()
}

#[test]
fn the_next_pulse_is_valid_as_clients_know_it() {
    chain(|| {
        store(20, 20);
        let call = sent(payload(vec![pulse(21)]));
        assert_ok!(block(&call));
        let expected = ValidTransaction {
            // Saturated: the base alone is more than the round takes away.
            priority: u64::MAX,
            requires: vec![],
            provides: vec![full_tag(21)],
            longevity: 3,
            propagate: false,
        };
        assert_eq!(pool(&call), Ok(expected));
    });
}

#[test]
fn older_rounds_come_first() {
    chain(|| {
        let base = 1 << 20;
        store(base, base);
        let priority = |round| pool(&sent(payload(vec![pulse(round)]))).unwrap().priority;
        assert_eq!(priority(base + 1), u64::MAX - 1);
        assert_eq!(priority(base + 2), u64::MAX - 2);
    });
}

#[test]
fn rounds_ahead_wait_for_each_other_in_the_pool_only() {
    chain(|| {
        store(20, 20);
        for (round, requires) in [
            (21, vec![]),
            (22, vec![full_tag(21)]),
            (70, vec![full_tag(69)]),
        ] {
            let call = sent(payload(vec![pulse(round)]));
            assert_eq!(pool(&call).unwrap().requires, requires, "{round}");
            let expected = match round {
                21 => Ok(()),
                _ => Err(InvalidTransaction::Future.into()),
            };
            assert_eq!(block(&call), expected, "{round}");
        }
        refused(&sent(payload(vec![pulse(71)])), InvalidTransaction::Future);
    });
}

#[test]
fn the_first_pulse_waits_for_nothing() {
    chain(|| {
        let call = sent(payload(vec![pulse(1_000_000)]));
        assert_eq!(pool(&call).unwrap().requires, Vec::<Vec<u8>>::new());
        assert_ok!(block(&call));
    });
}

#[test]
fn each_check_comes_in_its_turn() {
    chain(|| {
        store(20, 20);
        // Wrong in every way; each step puts one right.
        let mut payload = payload(vec![]);
        payload.block_number = System::block_number() + 1;
        let unsigned = Call::write_pulse {
            pulses_payload: payload.clone(),
            signature: None,
        };
        refused(&unsigned, InvalidTransaction::BadSigner);

        let Call::write_pulse { signature, .. } = sent(payload.clone()) else {
            unreachable!()
        };
        payload.block_number += 1;
        let signed_otherwise = Call::write_pulse {
            pulses_payload: payload.clone(),
            signature,
        };
        refused(&signed_otherwise, InvalidTransaction::BadProof);

        refused(&sent(payload.clone()), InvalidTransaction::Future);

        payload.block_number = System::block_number();
        refused(&sent(payload.clone()), InvalidTransaction::Call);
        payload.pulses = vec![pulse(21), pulse(22)].try_into().unwrap();
        refused(&sent(payload.clone()), InvalidTransaction::Call);

        for round in [0, 19, 20] {
            payload.pulses = vec![pulse(round)].try_into().unwrap();
            refused(&sent(payload.clone()), InvalidTransaction::Stale);
        }

        let mut forged = pulse(21);
        forged.signature = pulse(22).signature;
        forged.randomness = pulse(22).randomness;
        payload.pulses = vec![forged].try_into().unwrap();
        let call = sent(payload.clone());
        assert_eq!(pool(&call), Err(InvalidTransaction::BadProof.into()));
        // A block leaves it to the call, which verifies.
        assert_ok!(block(&call));
        assert!(Drand::write_pulse(RuntimeOrigin::none(), payload, None).is_err());
    });
}

#[test]
fn keys_of_other_kinds_do_not_sign() {
    chain(|| {
        let pair = ed25519::Pair::from_seed(&[1; 32]);
        let mut payload = payload(vec![pulse(1)]);
        payload.public = MultiSigner::Ed25519(pair.public());
        let signature = pair.sign(&payload.encode());
        let call = Call::write_pulse {
            pulses_payload: payload,
            signature: Some(MultiSignature::Ed25519(signature)),
        };
        refused(&call, InvalidTransaction::BadProof);
    });
}

#[test]
fn calls_of_root_are_no_unsigned_transactions() {
    chain(|| {
        let call = Call::set_oldest_stored_round { oldest_round: 1 };
        refused(&call, InvalidTransaction::Call);
        let call = Call::set_beacon_config {
            config_payload: crate::BeaconConfigurationPayload {
                block_number: 0,
                config: crate::Quicknet::get(),
                public: payload(vec![]).public,
            },
            signature: None,
        };
        refused(&call, InvalidTransaction::Call);
    });
}
