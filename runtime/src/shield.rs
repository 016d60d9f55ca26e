//! Encrypted transactions as seen from outside the runtime: what a block author recognises without
//! decoding calls that it need not know (spec 80 A.8), and the answers of `ShieldApi` (spec 70
//! §7.4).

use alloc::vec::Vec;

use codec::{Decode, DecodeLimit};
use frame_system::ChainContext;
use pallet_shield::{Call, Ciphertext, ShieldEncKey};
use sp_runtime::{
    generic::{ExtrinsicFormat, Preamble},
    traits::Checkable,
};
use subtensor_shield::{ShieldedTransaction, decrypt_with_expanded_key};

use crate::{
    Address, BlockNumber, Runtime, RuntimeCall, Signature, UncheckedExtrinsic,
    extensions::TxExtension,
};

/// Name of the inherent that announces a key.
pub use pallet_shield::INHERENT_IDENTIFIER;

/// Most blocks in which an encrypted transaction may be valid.
pub const LIFETIME_BLOCKS: BlockNumber = 8;

/// How the call `MevShield.announce_next_key` begins: pallet and call.
const ANNOUNCE: [u8; 2] = [30, 0];
/// How the call `MevShield.submit_encrypted` begins.
const SUBMIT: [u8; 2] = [30, 1];

/// Most levels of calls within calls that are decoded, as wherever the runtime is handed an
/// extrinsic.
const MAX_EXTRINSIC_DEPTH: u32 = 256;

/// What stands before the call in an extrinsic.
type Head = Preamble<Address, Signature, TxExtension>;

/// The head of an extrinsic, and the call's bytes. The extrinsic comes without its length prefix.
fn split(mut extrinsic: &[u8]) -> Option<(Head, &[u8])> {
    let preamble = Preamble::decode(&mut extrinsic).ok()?;
    Some((preamble, extrinsic))
}

/// The only argument of a call that begins so.
fn argument<T: Decode>(call: &[u8], begins: [u8; 2]) -> Option<T> {
    let mut rest = call.strip_prefix(&begins)?;
    let value = T::decode(&mut rest).ok()?;
    rest.is_empty().then_some(value)
}

/// The ciphertext of a signed extrinsic whose outermost call submits one. Signatures are not
/// checked here.
pub fn ciphertext_of(extrinsic: &[u8]) -> Option<Vec<u8>> {
    match split(extrinsic)? {
        (Preamble::Signed(..), call) => {
            argument::<Ciphertext>(call, SUBMIT).map(Ciphertext::into_inner)
        }
        _ => None,
    }
}

/// Whether an extrinsic is an ordinary signed transaction. Nothing else may come out of a
/// ciphertext: an inherent behind other extrinsics would make the block invalid, and whatever is
/// unsigned pays nothing.
pub fn is_signed(extrinsic: &[u8]) -> bool {
    matches!(split(extrinsic), Some((Preamble::Signed(..), _)))
}

/// The key that an inherent announces.
pub fn announced_key(extrinsic: &[u8]) -> Option<Vec<u8>> {
    match split(extrinsic)? {
        (Preamble::Bare(_), call) => {
            argument::<Option<ShieldEncKey>>(call, ANNOUNCE)?.map(ShieldEncKey::into_inner)
        }
        _ => None,
    }
}

/// The parts of the ciphertext that a signed extrinsic with a good signature submits.
pub fn parts_of(extrinsic: UncheckedExtrinsic) -> Option<ShieldedTransaction> {
    let checked = extrinsic.check(&ChainContext::<Runtime>::default()).ok()?;
    match (checked.format, checked.function) {
        (
            ExtrinsicFormat::Signed(..),
            RuntimeCall::MevShield(Call::submit_encrypted { ciphertext }),
        ) => ShieldedTransaction::parse(&ciphertext).ok(),
        _ => None,
    }
}

/// The extrinsic in a ciphertext.
pub fn unshield(
    decapsulation_key: &[u8],
    transaction: &ShieldedTransaction,
) -> Option<UncheckedExtrinsic> {
    let bytes = decrypt_with_expanded_key(decapsulation_key, transaction).ok()?;
    UncheckedExtrinsic::decode_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut &bytes[..]).ok()
}
