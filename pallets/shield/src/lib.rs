//! # Shield pallet (`MevShield`)
//!
//! Publishes the keys to which clients encrypt their transactions, and carries the ciphertexts
//! (spec 80 A). Each block author announces an ML-KEM-768 key with an inherent; a pipeline of three
//! places moves the key of the author two slots ahead from `NextKey`, which clients encrypt to,
//! over `PendingKey` to `CurrentKey`. `submit_encrypted` puts a ciphertext into a block and does
//! nothing else: the author decrypts what it holds the key of, and puts the signed transaction
//! inside right behind.
//!
//! Not here: the queue of stored extrinsics of the public network (calls 2 to 6), whose items that
//! network removes undecrypted in the next block.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
mod inherent;
mod weight_info;

#[cfg(test)]
mod tests;

use frame_support::{BoundedVec, traits::ConstU32};
use subtensor_shield::ENCAPSULATION_KEY_BYTES;

pub use inherent::{INHERENT_IDENTIFIER, InherentError, InherentType};
pub use pallet::*;
pub use weight_info::{MeasuredWeights, WeightInfo};

/// Most bytes of an announced key.
pub type MaxKeyBytes = ConstU32<2_048>;
/// Most bytes of a ciphertext.
pub type MaxCiphertextBytes = ConstU32<8_192>;
/// An encapsulation key; a valid one has 1 184 bytes.
pub type ShieldEncKey = BoundedVec<u8, MaxKeyBytes>;
/// An encrypted transaction.
pub type Ciphertext = BoundedVec<u8, MaxCiphertextBytes>;

/// Blocks from the announcement before that at which a key in `PendingKey` stops being usable.
const PENDING_BLOCKS: u32 = 2;
/// The same for `NextKey`.
const NEXT_BLOCKS: u32 = 3;
/// Slots from a block to the one whose author clients encrypt to.
const SLOTS_AHEAD: u64 = 2;

/// Whose turn it is to make a block.
pub trait AuthorSchedule<AuthorityId> {
    /// The author of the slot that is so many slots after the block's own.
    fn author_in(slots: u64) -> Option<AuthorityId>;
}

#[frame_support::pallet]
pub mod pallet {
    use frame_support::{
        pallet_prelude::*,
        sp_runtime::{Saturating, traits::Hash},
    };
    use frame_system::pallet_prelude::*;

    use super::*;

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Names a block author.
        type AuthorityId: Parameter + MaxEncodedLen;
        /// Who makes which block.
        type Authors: AuthorSchedule<Self::AuthorityId>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    /// The key that became due with this block.
    #[pallet::storage]
    pub type CurrentKey<T> = StorageValue<_, ShieldEncKey>;

    /// The key of the next slot's author.
    #[pallet::storage]
    pub type PendingKey<T> = StorageValue<_, ShieldEncKey>;

    /// The key of the author two slots ahead; clients encrypt to it.
    #[pallet::storage]
    pub type NextKey<T> = StorageValue<_, ShieldEncKey>;

    /// The key that each author announced last.
    #[pallet::storage]
    pub type AuthorKeys<T: Config> = StorageMap<_, Twox64Concat, T::AuthorityId, ShieldEncKey>;

    /// First block in which the pending key is not usable any more.
    #[pallet::storage]
    pub type PendingKeyExpiresAt<T: Config> = StorageValue<_, BlockNumberFor<T>>;

    /// First block in which the next key is not usable any more.
    #[pallet::storage]
    pub type NextKeyExpiresAt<T: Config> = StorageValue<_, BlockNumberFor<T>>;

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// An encrypted transaction is in the block.
        EncryptedSubmitted {
            /// Hash of the submitter and the ciphertext.
            id: T::Hash,
            /// Who submitted it.
            who: T::AccountId,
        },
    }

    /// In the order of the public interface, without the errors of its queue.
    #[pallet::error]
    pub enum Error<T> {
        /// A key has 1 184 bytes.
        BadEncKeyLen,
        /// Nobody is known to have made this block.
        Unreachable,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Moves the keys on by a block and announces the author's next one, or that it has none
        /// (spec 80 A.3). Only as an inherent: an error makes the block invalid.
        #[pallet::call_index(0)]
        #[pallet::weight((T::WeightInfo::announce_next_key(), DispatchClass::Mandatory, Pays::No))]
        pub fn announce_next_key(
            origin: OriginFor<T>,
            enc_key: Option<ShieldEncKey>,
        ) -> DispatchResult {
            ensure_none(origin)?;
            let author = T::Authors::author_in(0).ok_or(Error::<T>::Unreachable)?;
            ensure!(is_announceable(&enc_key), Error::<T>::BadEncKeyLen);
            Self::move_on();
            AuthorKeys::<T>::set(author, enc_key);
            Ok(())
        }

        /// Puts an encrypted transaction into a block. What is inside runs only if the author can
        /// decrypt it, as a transaction of its own; submitted within another call, it is never
        /// looked at.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::submit_encrypted())]
        pub fn submit_encrypted(origin: OriginFor<T>, ciphertext: Ciphertext) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let id = T::Hashing::hash_of(&(&who, &ciphertext));
            Self::deposit_event(Event::EncryptedSubmitted { id, who });
            Ok(())
        }
    }

    impl<T: Config> Pallet<T> {
        /// One step of the pipeline. The key for the place that falls free is read before this
        /// block's author announces another.
        fn move_on() {
            let now = frame_system::Pallet::<T>::block_number();
            let due = |blocks: u32| now.saturating_add(blocks.into());
            let pending = NextKey::<T>::take();
            let next = T::Authors::author_in(SLOTS_AHEAD).and_then(AuthorKeys::<T>::get);
            CurrentKey::<T>::set(PendingKey::<T>::take());
            PendingKeyExpiresAt::<T>::set(pending.as_ref().map(|_| due(PENDING_BLOCKS)));
            NextKeyExpiresAt::<T>::set(next.as_ref().map(|_| due(NEXT_BLOCKS)));
            PendingKey::<T>::set(pending);
            NextKey::<T>::set(next);
        }

        /// Whether a ciphertext names the key that the coming block promotes (`ShieldApi`). Authors
        /// of this chain do not ask: they look for the key among those they hold.
        pub fn is_pending_key(key_hash: &subtensor_shield::KeyHash) -> bool {
            PendingKey::<T>::get().is_some_and(|key| subtensor_shield::key_hash(&key) == *key_hash)
        }
    }

    #[pallet::inherent]
    impl<T: Config> ProvideInherent for Pallet<T> {
        type Call = Call<T>;
        type Error = InherentError;
        const INHERENT_IDENTIFIER: InherentIdentifier = INHERENT_IDENTIFIER;

        fn create_inherent(data: &InherentData) -> Option<Call<T>> {
            let enc_key = inherent::announced(data)?;
            Some(Call::announce_next_key { enc_key })
        }

        fn check_inherent(call: &Call<T>, _: &InherentData) -> Result<(), InherentError> {
            match call {
                Call::announce_next_key { enc_key } if !is_announceable(enc_key) => {
                    Err(InherentError::BadEncKeyLen)
                }
                _ => Ok(()),
            }
        }

        fn is_inherent(call: &Call<T>) -> bool {
            matches!(call, Call::announce_next_key { .. })
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_keys_are_whole()?;
            Self::check_keys_expire()
        }
    }

    #[cfg(feature = "try-runtime")]
    impl<T: Config> Pallet<T> {
        /// Spec 80 I1.
        fn check_keys_are_whole() -> Result<(), sp_runtime::TryRuntimeError> {
            let places = [
                CurrentKey::<T>::get(),
                PendingKey::<T>::get(),
                NextKey::<T>::get(),
            ];
            let keys = AuthorKeys::<T>::iter_values().map(Some);
            ensure!(
                places
                    .into_iter()
                    .chain(keys)
                    .all(|key| is_announceable(&key)),
                "a key of another length"
            );
            Ok(())
        }

        /// Spec 80 I2.
        fn check_keys_expire() -> Result<(), sp_runtime::TryRuntimeError> {
            ensure!(
                PendingKey::<T>::exists() == PendingKeyExpiresAt::<T>::exists()
                    && NextKey::<T>::exists() == NextKeyExpiresAt::<T>::exists(),
                "a key without its expiry, or an expiry without its key"
            );
            Ok(())
        }
    }
}

/// No key, or one of the right length.
pub(crate) fn is_announceable(enc_key: &Option<ShieldEncKey>) -> bool {
    enc_key
        .as_ref()
        .is_none_or(|key| key.len() == ENCAPSULATION_KEY_BYTES)
}
