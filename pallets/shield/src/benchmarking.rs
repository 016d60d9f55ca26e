//! Benchmarks of the calls. What an author spends on decrypting a ciphertext outside of the block,
//! and the pool on looking at one, is measured as well: whoever submits it pays for that.

extern crate alloc;

use alloc::vec;

use frame_benchmarking::v2::*;
use frame_support::traits::Get;
use frame_system::RawOrigin;
use subtensor_shield::{
    ENCAPSULATION_KEY_BYTES, KeyPair, NONCE_BYTES, Randomness, SEED_BYTES, ShieldedTransaction,
    encrypt,
};

use crate::{
    AuthorKeys, AuthorSchedule, Call, Ciphertext, Config, CurrentKey, MaxCiphertextBytes, NextKey,
    NextKeyExpiresAt, Pallet, PendingKey, PendingKeyExpiresAt, SLOTS_AHEAD, ShieldEncKey,
};

fn pair() -> KeyPair {
    KeyPair::from_seed(&[7; SEED_BYTES])
}

fn key(byte: u8) -> ShieldEncKey {
    ShieldEncKey::truncate_from(vec![byte; ENCAPSULATION_KEY_BYTES])
}

/// The longest ciphertext that opens.
fn longest() -> Result<Ciphertext, BenchmarkError> {
    let randomness = Randomness {
        encapsulation: [1; 32],
        nonce: [2; NONCE_BYTES],
    };
    let sealed = |message: &[u8]| {
        encrypt(pair().encapsulation_key(), message, randomness)
            .map_err(|_| BenchmarkError::Stop("the key is none"))
    };
    let most = <MaxCiphertextBytes as Get<u32>>::get() as usize;
    let room = most - sealed(&[])?.len();
    Ok(Ciphertext::truncate_from(sealed(&vec![3; room])?))
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// With a key in every place.
    #[benchmark]
    fn announce_next_key() -> Result<(), BenchmarkError> {
        let author = T::Authors::author_in(0).ok_or(BenchmarkError::Stop("no author"))?;
        let later = T::Authors::author_in(SLOTS_AHEAD).ok_or(BenchmarkError::Stop("no author"))?;
        let now = frame_system::Pallet::<T>::block_number();
        AuthorKeys::<T>::insert(&author, key(1));
        AuthorKeys::<T>::insert(later, key(2));
        CurrentKey::<T>::put(key(3));
        PendingKey::<T>::put(key(4));
        NextKey::<T>::put(key(5));
        PendingKeyExpiresAt::<T>::put(now);
        NextKeyExpiresAt::<T>::put(now);

        #[extrinsic_call]
        _(RawOrigin::None, Some(key(6)));

        assert_eq!(CurrentKey::<T>::get(), Some(key(4)));
        assert_eq!(AuthorKeys::<T>::get(author), Some(key(6)));
        Ok(())
    }

    #[benchmark]
    fn submit_encrypted() -> Result<(), BenchmarkError> {
        let ciphertext = longest()?;

        #[extrinsic_call]
        _(RawOrigin::Signed(account("sender", 0, 0)), ciphertext);

        assert_eq!(frame_system::Pallet::<T>::event_count(), 1);
        Ok(())
    }

    #[benchmark]
    fn parse() -> Result<(), BenchmarkError> {
        let ciphertext = longest()?;
        let parsed;

        #[block]
        {
            parsed = ShieldedTransaction::parse(&ciphertext);
        }

        assert!(parsed.is_ok());
        Ok(())
    }

    /// In WebAssembly, which takes longer than the code of a node does.
    #[benchmark]
    fn decrypt() -> Result<(), BenchmarkError> {
        let (pair, ciphertext) = (pair(), longest()?);
        let transaction = ShieldedTransaction::parse(&ciphertext)
            .map_err(|_| BenchmarkError::Stop("the ciphertext is none"))?;
        let opened;

        #[block]
        {
            opened = pair.decrypt(&transaction);
        }

        assert!(opened.is_ok());
        Ok(())
    }
}
