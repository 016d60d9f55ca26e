//! Vectors of spec 80 A.1 and of the public client, and what an author may be sent.

use codec::{Decode, Encode};
use ml_kem::DecapsulationKey768;
use proptest::prelude::*;
use zeroize::ZeroizeOnDrop;

use crate::{ring::CAPACITY, *};

const SEED: [u8; SEED_BYTES] = [7; SEED_BYTES];
const ENCAPSULATION_BYTES: usize = 1_088;
/// A ciphertext made by the public client for the pair of [`SEED`], in hexadecimal.
const OF_THE_CLIENT: &str = include_str!("tests/client.hex");
const MESSAGE_OF_THE_CLIENT: &[u8] = b"a signed transaction";

fn randomness(byte: u8) -> Randomness {
    Randomness {
        encapsulation: [byte; 32],
        nonce: [byte; NONCE_BYTES],
    }
}

fn sealed(message: &[u8]) -> ShieldedTransaction {
    let key = KeyPair::from_seed(&SEED);
    let ciphertext = encrypt(key.encapsulation_key(), message, randomness(3)).unwrap();
    ShieldedTransaction::parse(&ciphertext).unwrap()
}

fn wire(length: u16, kem_ct: usize, rest: usize) -> Vec<u8> {
    [
        vec![1; 16],
        length.to_le_bytes().to_vec(),
        vec![0xAA; kem_ct],
        vec![0xBB; rest],
    ]
    .concat()
}

fn bytes_of(hex: &str) -> Vec<u8> {
    let digits = hex.trim();
    (0..digits.len() / 2)
        .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

#[test]
fn keys_are_named_as_the_vectors_say() {
    for (byte, hash) in [
        (0x42, "ee61244710d9fd7843386880ddbac4fe"),
        (0x99, "6fff520b1d975b4eef67e58630def676"),
    ] {
        assert_eq!(
            key_hash(&[byte; ENCAPSULATION_KEY_BYTES]).to_vec(),
            bytes_of(hash)
        );
    }
}

#[test]
fn a_ciphertext_parses_if_no_part_is_missing() {
    let parsed = ShieldedTransaction::parse(&[wire(4, 4, 24), vec![0xDD; 16]].concat()).unwrap();
    assert_eq!(parsed.key_hash, [1; 16]);
    assert_eq!(parsed.kem_ct, [0xAA; 4]);
    assert_eq!(parsed.nonce, [0xBB; 24]);
    assert_eq!(parsed.aead_ct, [0xDD; 16]);
    // The parser takes an encapsulation of any length.
    assert!(ShieldedTransaction::parse(&wire(0, 0, 25)).is_ok());
}

#[test]
fn the_first_missing_part_is_named() {
    for (bytes, missing) in [
        (vec![0; 5], Truncated::KeyHash),
        (vec![0; 15], Truncated::KeyHash),
        (vec![0; 17], Truncated::Length),
        (wire(4, 3, 0), Truncated::Encapsulation),
        (wire(1_088, 0, 10), Truncated::Encapsulation),
        (wire(4, 4, 23), Truncated::Nonce),
        (wire(4, 4, 24), Truncated::Payload),
    ] {
        assert_eq!(ShieldedTransaction::parse(&bytes), Err(missing));
    }
}

#[test]
fn fields_cross_the_runtime_api_in_the_order_of_the_public_struct() {
    let transaction = sealed(b"x");
    let expected = (
        transaction.key_hash,
        transaction.kem_ct.clone(),
        transaction.aead_ct.clone(),
        transaction.nonce,
    );
    assert_eq!(transaction.encode(), expected.encode());
}

#[test]
fn what_the_public_client_encrypts_can_be_read() {
    let transaction = ShieldedTransaction::parse(&bytes_of(OF_THE_CLIENT)).unwrap();
    let pair = KeyPair::from_seed(&SEED);
    assert_eq!(transaction.key_hash, pair.key_hash());
    assert_eq!(transaction.kem_ct.len(), ENCAPSULATION_BYTES);
    assert_eq!(
        pair.decrypt(&transaction),
        Ok(MESSAGE_OF_THE_CLIENT.to_vec())
    );
}

#[test]
fn the_expanded_form_of_a_secret_opens_the_same() {
    #[expect(deprecated, reason = "the public interface takes this form")]
    let expanded = ml_kem::ExpandedKeyEncoding::to_expanded_bytes(&DecapsulationKey768::from_seed(
        SEED.into(),
    ));
    assert_eq!(expanded.len(), 2_400);
    let transaction = sealed(b"text");
    assert_eq!(
        decrypt_with_expanded_key(&expanded, &transaction),
        Ok(b"text".to_vec())
    );
    for wrong in [&expanded[1..], &[0; 2_400], &[]] {
        assert_eq!(
            decrypt_with_expanded_key(wrong, &transaction),
            Err(Undecryptable::Key)
        );
    }
}

#[test]
fn changed_ciphertexts_do_not_open() {
    let pair = KeyPair::from_seed(&SEED);
    let good = sealed(b"text");
    let changed = |change: &dyn Fn(&mut ShieldedTransaction)| {
        let mut bad = good.clone();
        change(&mut bad);
        pair.decrypt(&bad)
    };
    let unauthentic = Err(Undecryptable::Unauthentic);
    assert_eq!(changed(&|bad| bad.kem_ct[0] ^= 1), unauthentic);
    assert_eq!(changed(&|bad| bad.nonce[23] ^= 1), unauthentic);
    assert_eq!(changed(&|bad| bad.aead_ct[0] ^= 1), unauthentic);
    assert_eq!(changed(&|bad| bad.aead_ct.truncate(15)), unauthentic);
    let length = Err(Undecryptable::EncapsulationLength);
    assert_eq!(changed(&|bad| bad.kem_ct.truncate(1_087)), length);
    assert_eq!(changed(&|bad| bad.kem_ct.clear()), length);
    assert_eq!(pair.decrypt(&sealed(b"")), Err(Undecryptable::Empty));
    assert_eq!(
        KeyPair::from_seed(&[8; SEED_BYTES]).decrypt(&good),
        unauthentic
    );
}

#[test]
fn only_encapsulation_keys_can_be_encrypted_to() {
    for key in [vec![], vec![0; 1_183], vec![0xFF; ENCAPSULATION_KEY_BYTES]] {
        assert_eq!(encrypt(&key, b"x", randomness(1)), Err(InvalidKey));
    }
}

#[test]
fn an_author_holds_the_last_eight_pairs() {
    let ring = KeyRing::new().unwrap();
    let keys: Vec<Vec<u8>> = (0..CAPACITY + 1)
        .map(|_| {
            let key = ring.newest_key().unwrap();
            assert!(ring.announced(&key).unwrap());
            key
        })
        .collect();
    let is_held = |key: &Vec<u8>| ring.find(&key_hash(key)).is_some();
    // Nine were announced, and the newest is not on the chain yet.
    let held: Vec<bool> = keys.iter().map(is_held).collect();
    assert_eq!(
        held,
        [false, false, true, true, true, true, true, true, true]
    );
    assert!(is_held(&ring.newest_key().unwrap()));
}

#[test]
fn only_the_newest_key_on_the_chain_makes_room_for_another() {
    let ring = KeyRing::new().unwrap();
    let first = ring.newest_key().unwrap();
    assert!(!ring.announced(&[1; ENCAPSULATION_KEY_BYTES]).unwrap());
    assert!(!ring.announced(&[]).unwrap());
    assert_eq!(ring.newest_key(), Some(first.clone()));
    assert!(ring.announced(&first).unwrap());
    let second = ring.newest_key().unwrap();
    assert_ne!(second, first);
    // The same key in another block, say after a reorganisation.
    assert!(!ring.announced(&first).unwrap());
    assert_eq!(ring.newest_key(), Some(second));
}

#[test]
fn a_pair_in_use_outlives_its_eviction_and_no_longer() {
    let ring = KeyRing::new().unwrap();
    let key = ring.newest_key().unwrap();
    let pair = ring.find(&key_hash(&key)).unwrap();
    let ciphertext = encrypt(&key, b"late", randomness(9)).unwrap();
    for _ in 0..CAPACITY {
        ring.announced(&ring.newest_key().unwrap()).unwrap();
    }
    assert!(ring.find(&key_hash(&key)).is_none());
    let transaction = ShieldedTransaction::parse(&ciphertext).unwrap();
    assert_eq!(pair.decrypt(&transaction), Ok(b"late".to_vec()));
    assert_eq!(std::sync::Arc::strong_count(&pair), 1);
}

#[test]
fn secrets_are_overwritten_when_dropped_and_never_printed() {
    fn overwritten<T: ZeroizeOnDrop>() {}
    overwritten::<DecapsulationKey768>();
    overwritten::<chacha20poly1305::XChaCha20Poly1305>();
    let shown = format!("{:?}", KeyPair::from_seed(&SEED));
    assert!(!shown.contains("secret") && shown.len() < 120, "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn messages_of_any_length_come_back(
        seed in any::<[u8; 32]>(),
        message in prop::collection::vec(any::<u8>(), 1..8_000),
        byte in any::<u8>(),
    ) {
        let pair = KeyPair::from_seed(&[seed, seed].concat().try_into().unwrap());
        let ciphertext = encrypt(pair.encapsulation_key(), &message, randomness(byte)).unwrap();
        prop_assert_eq!(ciphertext.len(), 16 + 2 + ENCAPSULATION_BYTES + 24 + message.len() + 16);
        let transaction = ShieldedTransaction::parse(&ciphertext).unwrap();
        prop_assert_eq!(transaction.to_wire(), Some(ciphertext));
        prop_assert_eq!(transaction.key_hash, pair.key_hash());
        prop_assert_eq!(pair.decrypt(&transaction), Ok(message));
    }

    #[test]
    fn arbitrary_bytes_are_refused_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..2_000),
    ) {
        let pair = KeyPair::from_seed(&SEED);
        if let Ok(transaction) = ShieldedTransaction::parse(&bytes) {
            prop_assert_eq!(transaction.to_wire(), Some(bytes.clone()));
            prop_assert!(pair.decrypt(&transaction).is_err());
        }
        let decoded = ShieldedTransaction::decode(&mut &bytes[..]);
        prop_assert!(decoded.is_err() || pair.decrypt(&decoded.unwrap()).is_err());
    }
}
