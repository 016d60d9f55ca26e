//! Encrypted transactions on the runtime as it is: what authors recognise, what the pool takes, how
//! blocks carry them.

use alloc::boxed::Box;
use codec::{Decode, Encode};
use frame_support::storage::{TransactionOutcome, transactional::with_transaction_unchecked};
use pallet_shield::{Call, NextKey, ShieldEncKey};
use sp_block_builder::runtime_decl_for_block_builder::BlockBuilder as _;
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};
use sp_runtime::{
    generic::{Era, Preamble},
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidityError, UnknownTransaction,
    },
};
use subtensor_shield::{
    ENCAPSULATION_KEY_BYTES, KeyPair, Randomness, ShieldedTransaction, encrypt,
};

use super::{
    block, block_with, dev_chain, guarded, mortal_transaction, pool_verdict, sudo, transaction,
};
use crate::{
    Balances, Executive, MevShield, Runtime, RuntimeCall, RuntimeEvent, System, UncheckedExtrinsic,
    extensions, shield,
};

fn submit(ciphertext: Vec<u8>) -> RuntimeCall {
    let ciphertext = ciphertext.try_into().expect("it is short enough");
    RuntimeCall::MevShield(Call::submit_encrypted { ciphertext })
}

fn announce(enc_key: Option<ShieldEncKey>) -> RuntimeCall {
    RuntimeCall::MevShield(Call::announce_next_key { enc_key })
}

fn key(byte: u8) -> ShieldEncKey {
    vec![byte; ENCAPSULATION_KEY_BYTES].try_into().unwrap()
}

fn pair() -> KeyPair {
    KeyPair::from_seed(&[1; 64])
}

fn sealed(message: &[u8]) -> Vec<u8> {
    let randomness = Randomness {
        encapsulation: [2; 32],
        nonce: [3; 24],
    };
    encrypt(pair().encapsulation_key(), message, randomness).unwrap()
}

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark { remark: vec![] })
}

/// The bytes of an extrinsic without their length, as a block carries them.
fn bytes(extrinsic: &UncheckedExtrinsic) -> Vec<u8> {
    Vec::decode(&mut &extrinsic.encode()[..]).unwrap()
}

/// So many blocks from the one before on, the last whose hash is known.
fn era(period: u64) -> Era {
    Era::mortal(period, u64::from(System::block_number()) - 1)
}

/// What the pool says of a transaction that is valid in an era.
fn mortal_verdict(call: RuntimeCall, era: Era) -> Result<(), TransactionValidityError> {
    let transaction = mortal_transaction(Alice, 0, call, era);
    // Validation begins a block, which is not to count.
    with_transaction_unchecked(|| {
        let source = TransactionSource::External;
        let validity = Executive::validate_transaction(source, transaction, System::parent_hash());
        TransactionOutcome::Rollback(validity.map(|_| ()))
    })
}

fn general(call: RuntimeCall) -> UncheckedExtrinsic {
    UncheckedExtrinsic::new_transaction(call, extensions::plain(0))
}

#[test]
fn authors_recognise_signed_submissions_and_nothing_else() {
    dev_chain().execute_with(|| {
        let found = |extrinsic: &UncheckedExtrinsic| shield::ciphertext_of(&bytes(extrinsic));
        let ciphertext = sealed(b"x");
        let call = submit(ciphertext.clone());
        assert_eq!(
            found(&transaction(Alice, 0, call.clone())),
            Some(ciphertext)
        );
        assert_eq!(found(&UncheckedExtrinsic::new_bare(call.clone())), None);
        assert_eq!(found(&general(call.clone())), None);
        assert_eq!(found(&transaction(Alice, 0, remark())), None);
        let calls = vec![call.into()];
        let batch = pallet_utility::Call::batch { calls };
        assert_eq!(
            found(&transaction(Alice, 0, RuntimeCall::Utility(batch))),
            None
        );
        for rubbish in [&[][..], &[0x84], &[0x84, 0, 1, 2], &[0xFF; 300]] {
            assert_eq!(shield::ciphertext_of(rubbish), None);
            assert_eq!(shield::announced_key(rubbish), None);
            assert!(!shield::is_signed(rubbish));
        }
    });
}

#[test]
fn authors_find_the_key_that_a_block_announces() {
    dev_chain().execute_with(|| {
        let found = |call| shield::announced_key(&bytes(&UncheckedExtrinsic::new_bare(call)));
        assert_eq!(found(announce(Some(key(5)))), Some(key(5).into_inner()));
        assert_eq!(found(announce(None)), None);
        assert_eq!(found(submit(vec![1])), None);
        let signed = transaction(Alice, 0, announce(Some(key(5))));
        assert_eq!(shield::announced_key(&bytes(&signed)), None);
    });
}

#[test]
fn only_signed_extrinsics_may_come_out_of_a_ciphertext() {
    dev_chain().execute_with(|| {
        assert!(shield::is_signed(&bytes(&transaction(Alice, 0, remark()))));
        let key = announce(Some(key(6)));
        assert!(!shield::is_signed(&bytes(&UncheckedExtrinsic::new_bare(
            key.clone()
        ))));
        assert!(!shield::is_signed(&bytes(&general(key))));
    });
}

#[test]
fn encrypted_transactions_expire_within_eight_blocks() {
    dev_chain().execute_with(|| {
        for _ in 0..20 {
            block(vec![]);
        }
        let stale = Err(InvalidTransaction::Stale.into());
        for (era, expected) in [
            (Era::immortal(), stale),
            (era(16), stale),
            (era(8), Ok(())),
            (era(4), Ok(())),
        ] {
            assert_eq!(
                mortal_verdict(submit(sealed(b"x")), era),
                expected,
                "{era:?}"
            );
        }
        for era in [Era::immortal(), era(256)] {
            assert_eq!(mortal_verdict(remark(), era), Ok(()));
        }
    });
}

#[test]
fn ciphertexts_with_a_part_missing_do_not_enter_the_pool() {
    dev_chain().execute_with(|| {
        for _ in 0..4 {
            block(vec![]);
        }
        let verdict = |ciphertext: Vec<u8>| mortal_verdict(submit(ciphertext), era(8));
        let refused: Result<(), TransactionValidityError> =
            Err(InvalidTransaction::Custom(23).into());
        let good = sealed(b"x");
        assert_eq!(verdict(good.clone()), Ok(()));
        for length in [0, 5, 16, 18, 18 + 1_088, 18 + 1_088 + 24] {
            assert_eq!(verdict(good[..length].to_vec()), refused, "{length}");
        }
        // Whether it can be decrypted, nobody can see.
        assert_eq!(verdict(vec![0; 100]), Ok(()));
        assert_eq!(verdict(vec![0; 8_192]), Ok(()));
    });
}

#[test]
fn nobody_else_can_announce_a_key() {
    dev_chain().execute_with(|| {
        let announcement = announce(Some(key(7)));
        let verdict = |extrinsic| {
            let hash = System::parent_hash();
            Executive::validate_transaction(TransactionSource::External, extrinsic, hash)
        };
        let bare = UncheckedExtrinsic::new_bare(announcement.clone());
        assert!(matches!(
            verdict(bare).unwrap_err(),
            TransactionValidityError::Invalid(InvalidTransaction::MandatoryValidation)
                | TransactionValidityError::Unknown(UnknownTransaction::NoUnsignedValidator)
        ));
        assert!(verdict(general(announcement.clone())).is_err());
        assert!(pool_verdict(Alice, announcement).is_err());
    });
}

#[test]
fn the_key_of_the_only_author_is_there_from_the_second_block_on() {
    dev_chain().execute_with(|| {
        block_with(vec![announce(Some(key(1)))], vec![]);
        assert_eq!(NextKey::<Runtime>::get(), None);
        for announced in 2..6 {
            block_with(vec![announce(Some(key(announced)))], vec![]);
            assert_eq!(NextKey::<Runtime>::get(), Some(key(announced - 1)));
        }
        let before = subtensor_shield::key_hash(&key(3));
        assert!(MevShield::is_pending_key(&before));
    });
}

#[test]
fn blocks_are_made_and_keys_announced_in_safe_mode() {
    dev_chain().execute_with(|| {
        let enter = sudo(pallet_safe_mode::Call::force_enter {});
        block(vec![transaction(Alice, 0, enter)]);
        assert!(pallet_safe_mode::EnteredUntil::<Runtime>::exists());
        block_with(vec![announce(Some(key(1)))], vec![]);
        block_with(vec![announce(Some(key(2)))], vec![]);
        assert_eq!(NextKey::<Runtime>::get(), Some(key(1)));
    });
}

#[test]
fn a_submission_and_what_it_holds_run_one_behind_the_other() {
    dev_chain().execute_with(|| {
        for _ in 0..4 {
            block(vec![]);
        }
        let dest = Charlie.to_account_id();
        let before = Balances::free_balance(&dest);
        let payment = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
            dest: dest.clone().into(),
            value: 1_000,
        });
        let inner = transaction(Bob, 1, payment);
        let ciphertext = sealed(&inner.encode());
        let wrapper = mortal_transaction(Bob, 0, submit(ciphertext.clone()), era(8));
        assert_eq!(
            shield::parts_of(wrapper.clone()),
            ShieldedTransaction::parse(&ciphertext).ok()
        );

        let results = block(vec![wrapper, inner]);
        assert!(
            results.iter().all(|result| matches!(result, Ok(Ok(())))),
            "{results:?}"
        );
        assert_eq!(Balances::free_balance(&dest), before + 1_000);
        let submitted = |record: &frame_system::EventRecord<RuntimeEvent, _>| {
            matches!(&record.event,
                RuntimeEvent::MevShield(pallet_shield::Event::EncryptedSubmitted { who, .. })
                if *who == Bob.to_account_id())
        };
        assert_eq!(
            System::events()
                .iter()
                .filter(|record| submitted(record))
                .count(),
            1
        );
    });
}

#[test]
fn a_submission_within_another_call_is_only_an_event() {
    dev_chain().execute_with(|| {
        let calls = guarded(vec![submit(sealed(b"x")), submit(vec![])]);
        let batch = RuntimeCall::Utility(pallet_utility::Call::batch_all { calls });
        let results = block(vec![transaction(Bob, 0, batch)]);
        assert_eq!(results, [Ok(Ok(()))]);
    });
}

#[test]
fn the_runtime_api_takes_only_signed_submissions_apart() {
    dev_chain().execute_with(|| {
        let call = submit(sealed(b"x"));
        let good = transaction(Alice, 0, call.clone());
        assert!(shield::parts_of(good.clone()).is_some());
        assert_eq!(
            shield::parts_of(UncheckedExtrinsic::new_bare(call.clone())),
            None
        );
        assert_eq!(shield::parts_of(transaction(Alice, 0, remark())), None);
        assert_eq!(
            shield::parts_of(transaction(Alice, 0, submit(vec![0; 5]))),
            None
        );
        // The signature of another transaction.
        let Preamble::Signed(address, signature, extension) = good.preamble else {
            panic!("it is signed")
        };
        let forged =
            UncheckedExtrinsic::new_signed(submit(sealed(b"y")), address, signature, extension);
        assert_eq!(shield::parts_of(forged), None);
    });
}

#[test]
fn the_runtime_api_decrypts_with_an_expanded_key() {
    dev_chain().execute_with(|| {
        let inner = transaction(Alice, 0, remark());
        let transaction = ShieldedTransaction::parse(&sealed(&inner.encode())).unwrap();
        let rubbish = ShieldedTransaction::parse(&sealed(b"rubbish")).unwrap();
        let expanded = expanded_key();
        assert_eq!(shield::unshield(&expanded, &transaction), Some(inner));
        assert_eq!(shield::unshield(&expanded, &rubbish), None);
        assert_eq!(shield::unshield(&expanded[1..], &transaction), None);
    });
}

/// The secret of [`pair`] in the form that the runtime API takes.
fn expanded_key() -> Vec<u8> {
    #[expect(deprecated, reason = "the public interface takes this form")]
    let key = ml_kem::ExpandedKeyEncoding::to_expanded_bytes(
        &ml_kem::DecapsulationKey768::from_seed([1; 64].into()),
    );
    key.to_vec()
}

#[test]
fn calls_nested_too_deep_for_the_pool_do_not_enter_a_block_by_another_way() {
    dev_chain().execute_with(|| {
        let nested = |levels| {
            (0..levels).fold(remark(), |call, _| {
                let call = Box::new(call);
                RuntimeCall::Proxy(pallet_subtensor_proxy::Call::proxy {
                    real: Alice.to_account_id().into(),
                    force_proxy_type: None,
                    call,
                })
            })
        };
        block(vec![]);
        let apply = |levels| Runtime::apply_extrinsic(transaction(Alice, 0, nested(levels)));
        assert_eq!(apply(9), Err(InvalidTransaction::Call.into()));
        assert!(apply(8).is_ok());
    });
}
