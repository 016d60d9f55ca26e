//! One key pair: what is encrypted to its public half, only its secret half opens. Secrets are
//! overwritten when a pair is dropped, and so is the key of each message.

use alloc::vec::Vec;
use core::fmt;

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit},
};
use ml_kem::{
    B32, Decapsulate, DecapsulationKey768, EncapsulationKey768, Key, KeyExport, Seed, SharedKey,
};
use zeroize::Zeroizing;

use crate::envelope::{KeyHash, NONCE_BYTES, ShieldedTransaction};

/// Bytes of an ML-KEM-768 encapsulation key.
pub const ENCAPSULATION_KEY_BYTES: usize = 1_184;
/// Bytes of the secret from which a key pair is made.
pub const SEED_BYTES: usize = 64;

/// The name of an encapsulation key.
pub fn key_hash(encapsulation_key: &[u8]) -> KeyHash {
    sp_crypto_hashing::twox_128(encapsulation_key)
}

/// Bytes that are no encapsulation key of ML-KEM-768.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct InvalidKey;

/// Why a ciphertext does not open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Undecryptable {
    /// The bytes are no expanded decapsulation key.
    Key,
    /// The encapsulation has not got the length that ML-KEM-768 gives it.
    EncapsulationLength,
    /// It is encrypted to another key, or somebody changed it.
    Unauthentic,
    /// It holds nothing.
    Empty,
}

/// What must be new for each message.
#[derive(Clone, Copy)]
pub struct Randomness {
    /// Source of the encapsulated secret; whoever knows it can decrypt.
    pub encapsulation: [u8; 32],
    /// Sent along in the clear.
    pub nonce: [u8; NONCE_BYTES],
}

/// Encrypts a message to an encapsulation key; returns the ciphertext as it goes over the wire.
pub fn encrypt(
    encapsulation_key: &[u8],
    message: &[u8],
    randomness: Randomness,
) -> Result<Vec<u8>, InvalidKey> {
    let key = Key::<EncapsulationKey768>::try_from(encapsulation_key).map_err(|_| InvalidKey)?;
    let recipient = EncapsulationKey768::new(&key).map_err(|_| InvalidKey)?;
    let source = Zeroizing::new(randomness.encapsulation);
    let (kem_ct, secret) = recipient.encapsulate_deterministic(&B32::from(*source));
    let aead_ct = cipher(secret)
        .encrypt(&XNonce::from(randomness.nonce), message)
        .map_err(|_| InvalidKey)?;
    ShieldedTransaction {
        key_hash: key_hash(encapsulation_key),
        kem_ct: kem_ct.to_vec(),
        aead_ct,
        nonce: randomness.nonce,
    }
    .to_wire()
    .ok_or(InvalidKey)
}

/// Decrypts with a decapsulation key in the expanded form of 2 400 bytes, as the runtime API takes
/// it.
pub fn decrypt_with_expanded_key(
    decapsulation_key: &[u8],
    transaction: &ShieldedTransaction,
) -> Result<Vec<u8>, Undecryptable> {
    let bytes = decapsulation_key
        .try_into()
        .map_err(|_| Undecryptable::Key)?;
    #[expect(deprecated, reason = "the public interface takes this form")]
    let secret = DecapsulationKey768::from_expanded(bytes).map_err(|_| Undecryptable::Key)?;
    open(&secret, transaction)
}

/// Both halves of a key.
pub struct KeyPair {
    secret: DecapsulationKey768,
    encapsulation_key: Vec<u8>,
    key_hash: KeyHash,
}

impl KeyPair {
    /// The pair that belongs to a secret seed.
    pub fn from_seed(seed: &[u8; SEED_BYTES]) -> Self {
        let seed = Zeroizing::new(Seed::from(*seed));
        let secret = DecapsulationKey768::from_seed(*seed);
        let encapsulation_key = secret.encapsulation_key().to_bytes().to_vec();
        let key_hash = key_hash(&encapsulation_key);
        Self {
            secret,
            encapsulation_key,
            key_hash,
        }
    }

    /// What clients encrypt to, 1 184 bytes.
    pub fn encapsulation_key(&self) -> &[u8] {
        &self.encapsulation_key
    }

    /// Name of the pair.
    pub fn key_hash(&self) -> KeyHash {
        self.key_hash
    }

    /// The message of a ciphertext that is encrypted to this pair.
    pub fn decrypt(&self, transaction: &ShieldedTransaction) -> Result<Vec<u8>, Undecryptable> {
        open(&self.secret, transaction)
    }
}

/// Secrets do not end up in logs.
impl fmt::Debug for KeyPair {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("KeyPair")
            .field("key_hash", &self.key_hash)
            .finish_non_exhaustive()
    }
}

fn open(
    key: &DecapsulationKey768,
    transaction: &ShieldedTransaction,
) -> Result<Vec<u8>, Undecryptable> {
    let secret = key
        .decapsulate_slice(&transaction.kem_ct)
        .map_err(|_| Undecryptable::EncapsulationLength)?;
    let message = cipher(secret)
        .decrypt(
            &XNonce::from(transaction.nonce),
            transaction.aead_ct.as_slice(),
        )
        .map_err(|_| Undecryptable::Unauthentic)?;
    if message.is_empty() {
        return Err(Undecryptable::Empty);
    }
    Ok(message)
}

fn cipher(secret: SharedKey) -> XChaCha20Poly1305 {
    let secret = Zeroizing::new(secret);
    XChaCha20Poly1305::new(&secret)
}
