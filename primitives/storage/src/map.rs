//! Maps by one key.

use alloc::vec::Vec;
use core::marker::PhantomData;

use codec::{Encode, EncodeLike, FullCodec, MaxEncodedLen};
use frame_support::{
    storage::{
        self, StorageAppend, StorageDecodeLength, generator,
        types::{self, OptionQuery, QueryKindTrait, StorageEntryMetadataBuilder},
    },
    traits::{
        Get, GetDefault, PartialStorageInfoTrait, StorageInfo, StorageInfoTrait, StorageInstance,
    },
};
use scale_info::StaticTypeInfo;
use sp_metadata_ir::{ItemDeprecationInfoIR, StorageEntryMetadataIR};

use crate::hashers::{KeyHasher, begin};
/// FRAME's own, which describes itself as this one should.
use types::StorageMap as Map;

/// As `frame_support::storage::types::StorageMap`.
pub struct StorageMap<
    Prefix,
    Hasher,
    Key,
    Value,
    QueryKind = OptionQuery,
    OnEmpty = GetDefault,
    MaxValues = GetDefault,
>(PhantomData<(Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues)>);

impl<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues> generator::StorageMap<Key, Value>
    for StorageMap<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher: KeyHasher,
    Key: FullCodec,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    type Query = QueryKind::Query;
    type Hasher = Hasher;

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

    fn storage_map_final_key<KeyArg: EncodeLike<Key>>(key: KeyArg) -> Vec<u8> {
        key.using_encoded(|encoded| {
            let mut whole = begin(&Prefix::prefix_hash(), &[encoded.len()]);
            Hasher::append(encoded, &mut whole);
            whole
        })
    }
}

impl<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues> storage::StoragePrefixedMap<Value>
    for StorageMap<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher: KeyHasher,
    Key: FullCodec,
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

impl<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
    StorageMap<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher: KeyHasher,
    Key: FullCodec,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    /// The key of an item in storage.
    pub fn hashed_key_for<KeyArg: EncodeLike<Key>>(key: KeyArg) -> Vec<u8> {
        <Self as storage::StorageMap<Key, Value>>::hashed_key_for(key)
    }

    /// Whether there is a value.
    pub fn contains_key<KeyArg: EncodeLike<Key>>(key: KeyArg) -> bool {
        <Self as storage::StorageMap<Key, Value>>::contains_key(key)
    }

    /// The value, or what counts where there is none.
    pub fn get<KeyArg: EncodeLike<Key>>(key: KeyArg) -> QueryKind::Query {
        <Self as storage::StorageMap<Key, Value>>::get(key)
    }

    /// The value.
    ///
    /// Errors: there is none.
    pub fn try_get<KeyArg: EncodeLike<Key>>(key: KeyArg) -> Result<Value, ()> {
        <Self as storage::StorageMap<Key, Value>>::try_get(key)
    }

    /// Stores a value.
    pub fn insert<KeyArg: EncodeLike<Key>, ValArg: EncodeLike<Value>>(key: KeyArg, value: ValArg) {
        <Self as storage::StorageMap<Key, Value>>::insert(key, value)
    }

    /// Stores or removes a value, so that `get` returns the query.
    pub fn set<KeyArg: EncodeLike<Key>>(key: KeyArg, query: QueryKind::Query) {
        <Self as storage::StorageMap<Key, Value>>::set(key, query)
    }

    /// Removes a value.
    pub fn remove<KeyArg: EncodeLike<Key>>(key: KeyArg) {
        <Self as storage::StorageMap<Key, Value>>::remove(key)
    }

    /// Removes a value and returns it.
    pub fn take<KeyArg: EncodeLike<Key>>(key: KeyArg) -> QueryKind::Query {
        <Self as storage::StorageMap<Key, Value>>::take(key)
    }

    /// Changes a value.
    pub fn mutate<KeyArg: EncodeLike<Key>, R>(
        key: KeyArg,
        change: impl FnOnce(&mut QueryKind::Query) -> R,
    ) -> R {
        <Self as storage::StorageMap<Key, Value>>::mutate(key, change)
    }

    /// Changes a value, unless that fails.
    ///
    /// Errors: those of the change.
    pub fn try_mutate<KeyArg: EncodeLike<Key>, R, E>(
        key: KeyArg,
        change: impl FnOnce(&mut QueryKind::Query) -> Result<R, E>,
    ) -> Result<R, E> {
        <Self as storage::StorageMap<Key, Value>>::try_mutate(key, change)
    }

    /// Changes a value or that there is none.
    pub fn mutate_exists<KeyArg: EncodeLike<Key>, R>(
        key: KeyArg,
        change: impl FnOnce(&mut Option<Value>) -> R,
    ) -> R {
        <Self as storage::StorageMap<Key, Value>>::mutate_exists(key, change)
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
        key: impl EncodeLike<Key>,
        item: EncodeLikeItem,
    ) where
        Value: StorageAppend<Item>,
    {
        <Self as storage::StorageMap<Key, Value>>::append(key, item)
    }

    /// Number of elements of a value, none where there is no value.
    pub fn decode_len(key: impl EncodeLike<Key>) -> Option<usize>
    where
        Value: StorageDecodeLength,
    {
        <Self as storage::StorageMap<Key, Value>>::decode_len(key)
    }

    /// Swaps two values.
    pub fn swap(one: impl EncodeLike<Key>, other: impl EncodeLike<Key>) {
        <Self as storage::StorageMap<Key, Value>>::swap(one, other)
    }

    /// All keys and values, in the order of storage.
    pub fn iter() -> storage::PrefixIterator<(Key, Value)> {
        <Self as storage::IterableStorageMap<Key, Value>>::iter()
    }

    /// Those behind a storage key.
    pub fn iter_from(raw_key: Vec<u8>) -> storage::PrefixIterator<(Key, Value)> {
        <Self as storage::IterableStorageMap<Key, Value>>::iter_from(raw_key)
    }

    /// All keys, in the order of storage.
    pub fn iter_keys() -> storage::KeyPrefixIterator<Key> {
        <Self as storage::IterableStorageMap<Key, Value>>::iter_keys()
    }

    /// Those behind a storage key.
    pub fn iter_keys_from(raw_key: Vec<u8>) -> storage::KeyPrefixIterator<Key> {
        <Self as storage::IterableStorageMap<Key, Value>>::iter_keys_from(raw_key)
    }

    /// All keys and values, which are removed on the way.
    pub fn drain() -> storage::PrefixIterator<(Key, Value)> {
        <Self as storage::IterableStorageMap<Key, Value>>::drain()
    }
}

impl<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues> StorageEntryMetadataBuilder
    for StorageMap<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher: KeyHasher,
    Key: FullCodec + StaticTypeInfo,
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
        Map::<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>::build_metadata(
            deprecation,
            docs,
            entries,
        )
    }
}

impl<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues> StorageInfoTrait
    for StorageMap<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher: KeyHasher,
    Key: FullCodec + MaxEncodedLen,
    Value: FullCodec + MaxEncodedLen,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn storage_info() -> Vec<StorageInfo> {
        Map::<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>::storage_info()
    }
}

impl<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues> PartialStorageInfoTrait
    for StorageMap<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher: KeyHasher,
    Key: FullCodec,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn partial_storage_info() -> Vec<StorageInfo> {
        Map::<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>::partial_storage_info()
    }
}

#[cfg(feature = "try-runtime")]
impl<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
    frame_support::traits::TryDecodeEntireStorage
    for StorageMap<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Hasher: KeyHasher,
    Key: FullCodec + StaticTypeInfo,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn try_decode_entire_state()
    -> Result<usize, Vec<frame_support::traits::TryDecodeEntireStorageError>> {
        Map::<Prefix, Hasher, Key, Value, QueryKind, OnEmpty, MaxValues>::try_decode_entire_state()
    }
}
