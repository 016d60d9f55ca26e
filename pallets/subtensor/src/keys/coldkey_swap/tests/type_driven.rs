//! Rows of storage made from what the metadata say of an item: keys and values of its types, with
//! an account of choice wherever they hold one.

use std::collections::BTreeMap;

use codec::{Compact, Encode};
use scale_info::{MetaType, TypeDef, TypeDefPrimitive};
use sp_io::hashing::{blake2_128, twox_64, twox_128};
use sp_metadata_ir::{StorageEntryMetadataIR, StorageEntryTypeIR, StorageHasherIR};

use crate::{mock::*, pallet::Pallet};

/// Rows of an item: what stands behind its prefix in the key, and the value.
pub(super) type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

/// An item of storage that holds accounts.
pub(super) struct Item {
    pub name: &'static str,
    parts: Vec<(StorageHasherIR, MetaType)>,
    value: MetaType,
}

fn is_account(ty: &MetaType) -> bool {
    ty.type_info().path.ident() == Some("AccountId32")
}

/// Whether a value of a type can hold an account.
fn holds_accounts(ty: &MetaType) -> bool {
    let any = |types: Vec<MetaType>| types.iter().any(holds_accounts);
    is_account(ty)
        || match ty.type_info().type_def {
            TypeDef::Composite(composite) => {
                any(composite.fields.iter().map(|field| field.ty).collect())
            }
            TypeDef::Variant(variants) => {
                let fields = variants.variants.iter().flat_map(|variant| &variant.fields);
                any(fields.map(|field| field.ty).collect())
            }
            TypeDef::Sequence(sequence) => holds_accounts(&sequence.type_param),
            TypeDef::Array(array) => holds_accounts(&array.type_param),
            TypeDef::Tuple(tuple) => any(tuple.fields),
            TypeDef::Compact(_) | TypeDef::Primitive(_) | TypeDef::BitSequence(_) => false,
        }
}

/// A value of a type: lists have one element, numbers are 1, accounts are `account`, and of the
/// variants it is the first with an account, or the last.
fn sample(ty: &MetaType, account: &AccountId) -> Vec<u8> {
    if is_account(ty) {
        return account.encode();
    }
    let all = |types: Vec<MetaType>| -> Vec<u8> {
        types.iter().flat_map(|ty| sample(ty, account)).collect()
    };
    match ty.type_info().type_def {
        TypeDef::Composite(composite) => {
            all(composite.fields.iter().map(|field| field.ty).collect())
        }
        TypeDef::Tuple(tuple) => all(tuple.fields),
        TypeDef::Sequence(sequence) => [
            Compact(1u32).encode(),
            sample(&sequence.type_param, account),
        ]
        .concat(),
        TypeDef::Array(array) => sample(&array.type_param, account).repeat(array.len as usize),
        TypeDef::Compact(_) => Compact(1u32).encode(),
        TypeDef::Variant(variants) => {
            let fields = |variant: &scale_info::Variant| -> Vec<MetaType> {
                variant.fields.iter().map(|field| field.ty).collect()
            };
            let variants = variants.variants;
            let chosen = variants
                .iter()
                .find(|variant| fields(variant).iter().any(holds_accounts))
                .or(variants.last())
                .expect("an enum has variants");
            [vec![chosen.index], all(fields(chosen))].concat()
        }
        TypeDef::Primitive(primitive) => {
            let bytes = match primitive {
                TypeDefPrimitive::Bool | TypeDefPrimitive::U8 | TypeDefPrimitive::I8 => 1,
                TypeDefPrimitive::U16 | TypeDefPrimitive::I16 => 2,
                TypeDefPrimitive::U32 | TypeDefPrimitive::I32 => 4,
                TypeDefPrimitive::U64 | TypeDefPrimitive::I64 => 8,
                TypeDefPrimitive::U128 | TypeDefPrimitive::I128 => 16,
                other => panic!("no sample of {other:?}"),
            };
            let mut one = vec![0; bytes];
            one[0] = 1;
            one
        }
        TypeDef::BitSequence(_) => panic!("no sample of bits"),
    }
}

fn hashed(hasher: &StorageHasherIR, part: &[u8]) -> Vec<u8> {
    let hash = match hasher {
        StorageHasherIR::Identity => vec![],
        StorageHasherIR::Blake2_128Concat => blake2_128(part).to_vec(),
        StorageHasherIR::Twox64Concat => twox_64(part).to_vec(),
        other => panic!("a key hashed by {other:?} cannot be read"),
    };
    [hash, part.to_vec()].concat()
}

/// Every item of the pallet whose keys or values hold accounts.
pub(super) fn items() -> Vec<Item> {
    let entries = Pallet::<Test>::storage_metadata().entries;
    let items = entries.into_iter().map(Item::of);
    items.filter(|item| item.places() > 0).collect()
}

impl Item {
    fn of(entry: StorageEntryMetadataIR) -> Self {
        let (parts, value) = match entry.ty {
            StorageEntryTypeIR::Plain(value) => (vec![], value),
            StorageEntryTypeIR::Map {
                hashers,
                key,
                value,
            } => {
                let keys = match key.type_info().type_def {
                    TypeDef::Tuple(tuple) if hashers.len() > 1 => tuple.fields,
                    _ => vec![key],
                };
                (hashers.into_iter().zip(keys).collect(), value)
            }
        };
        Self {
            name: entry.name,
            parts,
            value,
        }
    }

    /// The parts of the key that hold accounts.
    fn key_places(&self) -> Vec<usize> {
        let parts = self.parts.iter().enumerate();
        parts
            .filter(|(_, (_, ty))| holds_accounts(ty))
            .map(|(place, _)| place)
            .collect()
    }

    /// How many parts of the key hold accounts, and whether the value does.
    pub(super) fn places(&self) -> usize {
        self.key_places().len() + usize::from(holds_accounts(&self.value))
    }

    /// A row with `account` at one of these places and `other` at the rest.
    pub(super) fn row(
        &self,
        place: usize,
        account: &AccountId,
        other: &AccountId,
    ) -> (Vec<u8>, Vec<u8>) {
        let in_key = self.key_places().get(place).copied();
        let at = |is_there: bool| if is_there { account } else { other };
        let key = self
            .parts
            .iter()
            .enumerate()
            .flat_map(|(part, (hasher, ty))| hashed(hasher, &sample(ty, at(in_key == Some(part)))));
        (key.collect(), sample(&self.value, at(in_key.is_none())))
    }

    fn prefix(&self) -> Vec<u8> {
        let pallet = Pallet::<Test>::storage_metadata().prefix;
        [twox_128(pallet.as_bytes()), twox_128(self.name.as_bytes())].concat()
    }

    /// Stores a row.
    pub(super) fn put(&self, (key, value): (Vec<u8>, Vec<u8>)) {
        sp_io::storage::set(&[self.prefix(), key].concat(), &value);
    }

    /// All rows that are stored.
    pub(super) fn rows(&self) -> Rows {
        let prefix = self.prefix();
        let mut rows = Rows::new();
        let mut last = prefix.clone();
        if let Some(value) = sp_io::storage::get(&prefix) {
            rows.insert(vec![], value.to_vec());
        }
        while let Some(key) = sp_io::storage::next_key(&last).filter(|key| key.starts_with(&prefix))
        {
            let value = sp_io::storage::get(&key).expect("the key is there");
            rows.insert(key[prefix.len()..].to_vec(), value.to_vec());
            last = key;
        }
        rows
    }

    /// The rows with `new` for `old` at the places that say so.
    pub(super) fn renamed(
        &self,
        rows: &Rows,
        is_moved: &[bool],
        old: &AccountId,
        new: &AccountId,
    ) -> Rows {
        let places = self.key_places();
        let is_moved_part = |part: usize| {
            let place = places.iter().position(|place| *place == part);
            place.is_some_and(|place| is_moved[place])
        };
        let of_value = is_moved.get(places.len()).copied().unwrap_or_default();
        let rows = rows.iter().map(|(key, value)| {
            let mut rest = &key[..];
            let mut renamed = vec![];
            for (part, (hasher, ty)) in self.parts.iter().enumerate() {
                let hash = hashed(hasher, &[]).len();
                let (bytes, behind) = rest[hash..].split_at(sample(ty, old).len());
                let is_old = is_moved_part(part) && bytes == old.encode();
                let bytes = if is_old { new.encode() } else { bytes.to_vec() };
                renamed.extend(hashed(hasher, &bytes));
                rest = behind;
            }
            assert!(rest.is_empty(), "{}: a key of another length", self.name);
            let value = if of_value {
                with(value, old, new)
            } else {
                value.clone()
            };
            (renamed, value)
        });
        rows.collect()
    }
}

/// Bytes with one account in place of another.
fn with(bytes: &[u8], old: &AccountId, new: &AccountId) -> Vec<u8> {
    let (old, new) = (old.encode(), new.encode());
    let mut bytes = bytes.to_vec();
    for at in 0..(bytes.len() + 1).saturating_sub(old.len()) {
        if bytes[at..].starts_with(&old) {
            bytes[at..at + old.len()].copy_from_slice(&new);
        }
    }
    bytes
}
