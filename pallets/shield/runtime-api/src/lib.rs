//! `ShieldApi` (spec 70 §7.4): what authors of the public network ask the runtime. Authors of this
//! chain decrypt natively, so that secrets stay where they are; the methods are for others.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

use alloc::vec::Vec;

use subtensor_shield::{KeyHash, ShieldedTransaction};

sp_api::decl_runtime_apis! {
    /// Recognising and decrypting encrypted transactions.
    pub trait ShieldApi {
        /// The ciphertext of a transaction, taken apart, if it is signed and its outermost call
        /// submits one.
        fn try_decode_shielded_tx(uxt: Block::Extrinsic) -> Option<ShieldedTransaction>;

        /// Whether a ciphertext names the key that the next block promotes to `CurrentKey`.
        fn is_shielded_using_current_key(key_hash: &KeyHash) -> bool;

        /// The transaction inside, decrypted with the expanded decapsulation key of 2 400 bytes.
        fn try_unshield_tx(
            dec_key_bytes: Vec<u8>,
            shielded_tx: ShieldedTransaction,
        ) -> Option<Block::Extrinsic>;
    }
}
