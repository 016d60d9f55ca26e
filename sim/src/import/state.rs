//! The storage of a chain: where items are, and what they are where nothing is stored. Both stand
//! in the metadata of the chain.

use std::{collections::BTreeMap, rc::Rc};

use codec::Decode;
use frame_metadata::{
    RuntimeMetadata, RuntimeMetadataPrefixed,
    v14::{StorageEntryModifier, StorageEntryType, StorageHasher},
};
use sp_crypto_hashing::{blake2_128, twox_64, twox_128};

use crate::problem::Problem;

/// A key of somebody.
pub(super) type Account = [u8; 32];

/// Pallet of items that are named without one.
const PALLET: &str = "SubtensorModule";
/// Keys of one question.
const AT_ONCE: usize = 500;

/// The state of a chain after a block.
pub trait State {
    /// Its metadata, of version 14.
    ///
    /// Errors: nobody answers.
    fn metadata(&self) -> Result<Vec<u8>, Problem>;

    /// What is stored under these keys, in their order.
    ///
    /// Errors: nobody answers.
    fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Problem>;

    /// All keys that begin so.
    ///
    /// Errors: nobody answers.
    fn keys(&self, prefix: &[u8]) -> Result<Vec<Vec<u8>>, Problem>;
}

/// How the keys of an item are made, and its value where none is stored.
struct Entry {
    hashers: Vec<StorageHasher>,
    default: Option<Vec<u8>>,
}

/// The items of a chain.
pub(super) struct Items<'s, S> {
    state: &'s S,
    entries: Rc<BTreeMap<(String, String), Entry>>,
}

fn hash(hasher: &StorageHasher, key: &[u8]) -> Option<Vec<u8>> {
    match hasher {
        StorageHasher::Identity => Some(key.to_vec()),
        StorageHasher::Blake2_128Concat => Some([&blake2_128(key), key].concat()),
        StorageHasher::Twox64Concat => Some([&twox_64(key), key].concat()),
        _ => None,
    }
}

/// Pallet and item of a name.
fn parts(name: &str) -> (&str, &str) {
    name.split_once('.').unwrap_or((PALLET, name))
}

impl<'s, S: State> Items<'s, S> {
    pub(super) fn of(state: &'s S) -> Result<Self, Problem> {
        let bytes = state.metadata()?;
        let unreadable = || Problem::new("metadata", "is none of version 14");
        let metadata = RuntimeMetadataPrefixed::decode(&mut bytes.as_slice());
        let RuntimeMetadata::V14(metadata) = metadata.map_err(|_| unreadable())?.1 else {
            return Err(unreadable());
        };
        let mut entries = BTreeMap::new();
        for pallet in metadata.pallets {
            let Some(storage) = pallet.storage else {
                continue;
            };
            for item in storage.entries {
                let hashers = match item.ty {
                    StorageEntryType::Plain(_) => Vec::new(),
                    StorageEntryType::Map { hashers, .. } => hashers,
                };
                let default = match item.modifier {
                    StorageEntryModifier::Default => Some(item.default),
                    StorageEntryModifier::Optional => None,
                };
                let name = (pallet.name.to_string(), item.name.to_string());
                entries.insert(name, Entry { hashers, default });
            }
        }
        Ok(Self {
            state,
            entries: Rc::new(entries),
        })
    }

    /// The same for another reader.
    pub(super) fn again(&self) -> Self {
        Self {
            state: self.state,
            entries: Rc::clone(&self.entries),
        }
    }

    fn entry(&self, name: &str) -> Result<&Entry, Problem> {
        let (pallet, item) = parts(name);
        let found = self.entries.get(&(pallet.to_owned(), item.to_owned()));
        found.ok_or_else(|| {
            let what = format!("the chain has no storage item {pallet}.{item}");
            Problem::new("not a Subtensor chain", what)
        })
    }

    /// The key of an item, or the beginning of it where keys are missing.
    fn key(&self, name: &str, keys: &[&[u8]]) -> Result<Vec<u8>, Problem> {
        let (pallet, item) = parts(name);
        let mut whole = [twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat();
        for (hasher, key) in self.entry(name)?.hashers.iter().zip(keys) {
            let hashed = hash(hasher, key);
            whole.extend(hashed.ok_or_else(|| Problem::new(name, "is hashed in another way"))?);
        }
        Ok(whole)
    }

    /// The value of an item, or its default.
    pub(super) fn one<V: Decode>(&self, name: &str, keys: &[&[u8]]) -> Result<V, Problem> {
        self.optional(name, keys)?
            .ok_or_else(|| Problem::new(name, "is not stored"))
    }

    /// The same where there may be none.
    pub(super) fn optional<V: Decode>(
        &self,
        name: &str,
        keys: &[&[u8]],
    ) -> Result<Option<V>, Problem> {
        let keys = keys.iter().map(|key| key.to_vec()).collect();
        Ok(self.many(name, vec![keys])?.pop().flatten())
    }

    /// The values of an item under many keys, in their order.
    pub(super) fn many<V: Decode>(
        &self,
        name: &str,
        keys: Vec<Vec<Vec<u8>>>,
    ) -> Result<Vec<Option<V>>, Problem> {
        let whole = keys.iter().map(|keys| {
            let keys: Vec<&[u8]> = keys.iter().map(Vec::as_slice).collect();
            self.key(name, &keys)
        });
        let whole = whole.collect::<Result<Vec<_>, _>>()?;
        let default = self.entry(name)?.default.as_ref();
        let mut found = Vec::with_capacity(whole.len());
        for keys in whole.chunks(AT_ONCE) {
            let values = self.state.values(keys)?;
            if values.len() != keys.len() {
                return Err(Problem::new(name, "the node answers for other keys"));
            }
            for value in values {
                let Some(bytes) = value.as_ref().or(default) else {
                    found.push(None);
                    continue;
                };
                let decoded = V::decode(&mut bytes.as_slice());
                let decoded = decoded.map_err(|error| Problem::new(name, error))?;
                found.push(Some(decoded));
            }
        }
        Ok(found)
    }

    /// What follows the given keys in the keys of an item that are stored.
    pub(super) fn keys(&self, name: &str, keys: &[&[u8]]) -> Result<Vec<Vec<u8>>, Problem> {
        let prefix = self.key(name, keys)?;
        let found = self.state.keys(&prefix)?;
        let rest = |key: Vec<u8>| key.get(prefix.len()..).map(<[u8]>::to_vec);
        Ok(found.into_iter().filter_map(rest).collect())
    }
}

/// The last key of a stored key, without its hash.
pub(super) fn last<const LENGTH: usize>(key: &[u8]) -> Option<[u8; LENGTH]> {
    key.last_chunk().copied()
}

/// How accounts and keys are written.
pub(super) fn name_of(bytes: &[u8]) -> String {
    let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
    core::iter::once("0x".to_owned()).chain(digits).collect()
}
