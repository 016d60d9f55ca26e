//! Maps by two keys.

use alloc::vec::Vec;
use core::marker::PhantomData;

use codec::{Encode, EncodeLike, FullCodec, MaxEncodedLen};
use frame_support::{
    storage::{
        self, StorageAppend, StorageDecodeLength, StorageTryAppend, generator,
        types::{self, OptionQuery, QueryKindTrait, StorageEntryMetadataBuilder},
    },
    traits::{
        Get, GetDefault, PartialStorageInfoTrait, StorageInfo, StorageInfoTrait, StorageInstance,
    },
};
use scale_info::StaticTypeInfo;
use sp_metadata_ir::{ItemDeprecationInfoIR, StorageEntryMetadataIR};

use crate::hashers::{KeyHasher, begin};
/// As `frame_support::storage::types::StorageDoubleMap`.
pub struct StorageDoubleMap<
    Prefix,
    Hasher1,
    Key1,
    Hasher2,
    Key2,
    Value,
    QueryKind = OptionQuery,
    OnEmpty = GetDefault,
    MaxValues = GetDefault,
>(
    PhantomData<(
        Prefix,
        Hasher1,
        Key1,
        Hasher2,
        Key2,
        Value,
        QueryKind,
        OnEmpty,
        MaxValues,
    )>,
);

impl<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
    generator::StorageDoubleMap<Key1, Key2, Value>
    for StorageDoubleMap<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher1: KeyHasher,
    Key1: FullCodec,
    Hasher2: KeyHasher,
    Key2: FullCodec,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    type Query = QueryKind::Query;
    type Hasher1 = Hasher1;
    type Hasher2 = Hasher2;

    fn pallet_prefix() -> &'static [u8] {
        Prefix::pallet_prefix().as_bytes()
    }

    fn storage_prefix() -> &'static [u8] {
        Prefix::STORAGE_PREFIX.as_bytes()
    }

    fn prefix_hash() -> [u8; 32] {
        Prefix::prefix_hash()
    }

    fn from_optional_value_to_query(value: Option<Value>) -> Self::Query {
        QueryKind::from_optional_value_to_query(value)
    }

    fn from_query_to_optional_value(query: Self::Query) -> Option<Value> {
        QueryKind::from_query_to_optional_value(query)
    }

    fn storage_double_map_final_key1<KeyArg1: EncodeLike<Key1>>(key1: KeyArg1) -> Vec<u8> {
        key1.using_encoded(|encoded| {
            let mut whole = begin(&Prefix::prefix_hash(), &[encoded.len()]);
            Hasher1::append(encoded, &mut whole);
            whole
        })
    }

    fn storage_double_map_final_key<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
    ) -> Vec<u8> {
        key1.using_encoded(|first| {
            key2.using_encoded(|second| {
                let mut whole = begin(&Prefix::prefix_hash(), &[first.len(), second.len()]);
                Hasher1::append(first, &mut whole);
                Hasher2::append(second, &mut whole);
                whole
            })
        })
    }
}

impl<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
    storage::StoragePrefixedMap<Value>
    for StorageDoubleMap<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher1: KeyHasher,
    Key1: FullCodec,
    Hasher2: KeyHasher,
    Key2: FullCodec,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn pallet_prefix() -> &'static [u8] {
        Prefix::pallet_prefix().as_bytes()
    }

    fn storage_prefix() -> &'static [u8] {
        Prefix::STORAGE_PREFIX.as_bytes()
    }

    fn final_prefix() -> [u8; 32] {
        Prefix::prefix_hash()
    }
}

impl<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
    StorageDoubleMap<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher1: KeyHasher,
    Key1: FullCodec,
    Hasher2: KeyHasher,
    Key2: FullCodec,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    /// The key of an item in storage.
    pub fn hashed_key_for<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
    ) -> Vec<u8> {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::hashed_key_for(key1, key2)
    }

    /// Whether there is a value.
    pub fn contains_key<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
    ) -> bool {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::contains_key(key1, key2)
    }

    /// The value, or what counts where there is none.
    pub fn get<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
    ) -> QueryKind::Query {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::get(key1, key2)
    }

    /// The value.
    ///
    /// Errors: there is none.
    pub fn try_get<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
    ) -> Result<Value, ()> {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::try_get(key1, key2)
    }

    /// Stores a value.
    pub fn insert<
        KeyArg1: EncodeLike<Key1>,
        KeyArg2: EncodeLike<Key2>,
        ValArg: EncodeLike<Value>,
    >(
        key1: KeyArg1,
        key2: KeyArg2,
        value: ValArg,
    ) {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::insert(key1, key2, value)
    }

    /// Stores or removes a value, so that `get` returns the query.
    pub fn set<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
        query: QueryKind::Query,
    ) {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::set(key1, key2, query)
    }

    /// Removes a value.
    pub fn remove<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
    ) {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::remove(key1, key2)
    }

    /// Removes a value and returns it.
    pub fn take<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>>(
        key1: KeyArg1,
        key2: KeyArg2,
    ) -> QueryKind::Query {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::take(key1, key2)
    }

    /// Changes a value.
    pub fn mutate<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>, R>(
        key1: KeyArg1,
        key2: KeyArg2,
        change: impl FnOnce(&mut QueryKind::Query) -> R,
    ) -> R {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::mutate(key1, key2, change)
    }

    /// Changes a value, unless that fails.
    ///
    /// Errors: those of the change.
    pub fn try_mutate<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>, R, E>(
        key1: KeyArg1,
        key2: KeyArg2,
        change: impl FnOnce(&mut QueryKind::Query) -> Result<R, E>,
    ) -> Result<R, E> {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::try_mutate(key1, key2, change)
    }

    /// Changes a value or that there is none.
    pub fn mutate_exists<KeyArg1: EncodeLike<Key1>, KeyArg2: EncodeLike<Key2>, R>(
        key1: KeyArg1,
        key2: KeyArg2,
        change: impl FnOnce(&mut Option<Value>) -> R,
    ) -> R {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::mutate_exists(key1, key2, change)
    }

    /// All values.
    pub fn iter_values() -> storage::PrefixIterator<Value> {
        <Self as storage::StoragePrefixedMap<Value>>::iter_values()
    }

    /// Removes up to `limit` values; see FRAME's maps.
    pub fn clear(limit: u32, cursor: Option<&[u8]>) -> sp_io::MultiRemovalResults {
        <Self as storage::StoragePrefixedMap<Value>>::clear(limit, cursor)
    }

    /// Appends to a value without decoding it.
    pub fn append<Item: Encode, EncodeLikeItem: EncodeLike<Item>>(
        key1: impl EncodeLike<Key1>,
        key2: impl EncodeLike<Key2>,
        item: EncodeLikeItem,
    ) where
        Value: StorageAppend<Item>,
    {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::append(key1, key2, item)
    }

    /// Number of elements of a value, none where there is no value.
    pub fn decode_len(key1: impl EncodeLike<Key1>, key2: impl EncodeLike<Key2>) -> Option<usize>
    where
        Value: StorageDecodeLength,
    {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::decode_len(key1, key2)
    }

    /// Appends to a value that has room for it.
    ///
    /// Errors: it has none.
    pub fn try_append<KeyArg1, KeyArg2, Item, EncodeLikeItem>(
        key1: KeyArg1,
        key2: KeyArg2,
        item: EncodeLikeItem,
    ) -> Result<(), ()>
    where
        KeyArg1: EncodeLike<Key1> + Clone,
        KeyArg2: EncodeLike<Key2> + Clone,
        Item: Encode,
        EncodeLikeItem: EncodeLike<Item>,
        Value: StorageTryAppend<Item>,
    {
        <Self as storage::TryAppendDoubleMap<Key1, Key2, Value, Item>>::try_append(key1, key2, item)
    }

    /// Swaps two values.
    pub fn swap(
        one1: impl EncodeLike<Key1>,
        one2: impl EncodeLike<Key2>,
        other1: impl EncodeLike<Key1>,
        other2: impl EncodeLike<Key2>,
    ) {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::swap(one1, one2, other1, other2)
    }

    /// All keys and values, in the order of storage.
    pub fn iter() -> storage::PrefixIterator<(Key1, Key2, Value)> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::iter()
    }

    /// All keys, in the order of storage.
    pub fn iter_keys() -> storage::KeyPrefixIterator<(Key1, Key2)> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::iter_keys()
    }

    /// Those behind a storage key.
    pub fn iter_keys_from(raw_key: Vec<u8>) -> storage::KeyPrefixIterator<(Key1, Key2)> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::iter_keys_from(raw_key)
    }

    /// Second keys and values under a first key.
    pub fn iter_prefix(key1: impl EncodeLike<Key1>) -> storage::PrefixIterator<(Key2, Value)> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::iter_prefix(key1)
    }

    /// Those behind a storage key.
    pub fn iter_prefix_from(
        key1: impl EncodeLike<Key1>,
        raw_key: Vec<u8>,
    ) -> storage::PrefixIterator<(Key2, Value)> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::iter_prefix_from(
            key1, raw_key,
        )
    }

    /// Values under a first key.
    pub fn iter_prefix_values(key1: impl EncodeLike<Key1>) -> storage::PrefixIterator<Value> {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::iter_prefix_values(key1)
    }

    /// Second keys under a first key.
    pub fn iter_key_prefix(key1: impl EncodeLike<Key1>) -> storage::KeyPrefixIterator<Key2> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::iter_key_prefix(key1)
    }

    /// Those behind a storage key.
    pub fn iter_key_prefix_from(
        key1: impl EncodeLike<Key1>,
        raw_key: Vec<u8>,
    ) -> storage::KeyPrefixIterator<Key2> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::iter_key_prefix_from(
            key1, raw_key,
        )
    }

    /// Second keys and values under a first key, which are removed on the way.
    pub fn drain_prefix(key1: impl EncodeLike<Key1>) -> storage::PrefixIterator<(Key2, Value)> {
        <Self as storage::IterableStorageDoubleMap<Key1, Key2, Value>>::drain_prefix(key1)
    }

    /// Removes up to `limit` values under a first key; see FRAME's maps.
    pub fn clear_prefix(
        key1: impl EncodeLike<Key1>,
        limit: u32,
        cursor: Option<&[u8]>,
    ) -> sp_io::MultiRemovalResults {
        <Self as storage::StorageDoubleMap<Key1, Key2, Value>>::clear_prefix(key1, limit, cursor)
    }
}

impl<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
    StorageEntryMetadataBuilder
    for StorageDoubleMap<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher1: KeyHasher,
    Key1: FullCodec + StaticTypeInfo,
    Hasher2: KeyHasher,
    Key2: FullCodec + StaticTypeInfo,
    Value: FullCodec + StaticTypeInfo,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn build_metadata(
        deprecation: ItemDeprecationInfoIR,
        docs: Vec<&'static str>,
        entries: &mut Vec<StorageEntryMetadataIR>,
    ) {
        <types::StorageDoubleMap<
            Prefix,
            Hasher1,
            Key1,
            Hasher2,
            Key2,
            Value,
            QueryKind,
            OnEmpty,
            MaxValues,
        >>::build_metadata(deprecation, docs, entries)
    }
}

impl<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues> StorageInfoTrait
    for StorageDoubleMap<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher1: KeyHasher,
    Key1: FullCodec + MaxEncodedLen,
    Hasher2: KeyHasher,
    Key2: FullCodec + MaxEncodedLen,
    Value: FullCodec + MaxEncodedLen,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn storage_info() -> Vec<StorageInfo> {
        <types::StorageDoubleMap<
            Prefix,
            Hasher1,
            Key1,
            Hasher2,
            Key2,
            Value,
            QueryKind,
            OnEmpty,
            MaxValues,
        >>::storage_info()
    }
}

impl<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
    PartialStorageInfoTrait
    for StorageDoubleMap<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher1: KeyHasher,
    Key1: FullCodec,
    Hasher2: KeyHasher,
    Key2: FullCodec,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn partial_storage_info() -> Vec<StorageInfo> {
        <types::StorageDoubleMap<
            Prefix,
            Hasher1,
            Key1,
            Hasher2,
            Key2,
            Value,
            QueryKind,
            OnEmpty,
            MaxValues,
        >>::partial_storage_info()
    }
}

#[cfg(feature = "try-runtime")]
impl<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
    frame_support::traits::TryDecodeEntireStorage
    for StorageDoubleMap<Prefix, Hasher1, Key1, Hasher2, Key2, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher1: KeyHasher,
    Key1: FullCodec + StaticTypeInfo,
    Hasher2: KeyHasher,
    Key2: FullCodec + StaticTypeInfo,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn try_decode_entire_state()
    -> Result<usize, Vec<frame_support::traits::TryDecodeEntireStorageError>> {
        <types::StorageDoubleMap<
            Prefix,
            Hasher1,
            Key1,
            Hasher2,
            Key2,
            Value,
            QueryKind,
            OnEmpty,
            MaxValues,
        >>::try_decode_entire_state()
    }
}
