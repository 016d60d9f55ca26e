//! Maps by any number of keys.

use alloc::vec::Vec;
use core::marker::PhantomData;

use codec::{EncodeLike, FullCodec, MaxEncodedLen};
use frame_support::storage::types::KeyGeneratorMaxEncodedLen;
use frame_support::storage::types::{
    EncodeLikeTuple, HasKeyPrefix, HasReversibleKeyPrefix, KeyGenerator, ReversibleKeyGenerator,
    TupleToEncodedIter,
};
use frame_support::{
    storage::{
        self, generator,
        types::{self, OptionQuery, QueryKindTrait, StorageEntryMetadataBuilder},
    },
    traits::{
        Get, GetDefault, PartialStorageInfoTrait, StorageInfo, StorageInfoTrait, StorageInstance,
    },
};
use scale_info::StaticTypeInfo;
use sp_metadata_ir::{ItemDeprecationInfoIR, StorageEntryMetadataIR};
/// FRAME's own, which describes itself as this one should.
use types::StorageNMap as NMap;

/// As `frame_support::storage::types::StorageNMap`.
pub struct StorageNMap<
    Prefix,
    Key,
    Value,
    QueryKind = OptionQuery,
    OnEmpty = GetDefault,
    MaxValues = GetDefault,
>(PhantomData<(Prefix, Key, Value, QueryKind, OnEmpty, MaxValues)>);

impl<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues> generator::StorageNMap<Key, Value>
    for StorageNMap<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Key: KeyGenerator,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    type Query = QueryKind::Query;

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

    fn storage_n_map_partial_key<First>(first: First) -> Vec<u8>
    where
        Key: HasKeyPrefix<First>,
    {
        let mut whole = Prefix::prefix_hash().to_vec();
        whole.extend(<Key as HasKeyPrefix<First>>::partial_key(first));
        whole
    }

    fn storage_n_map_final_key<Generator, KeyArg>(key: KeyArg) -> Vec<u8>
    where
        Generator: KeyGenerator,
        KeyArg: EncodeLikeTuple<Generator::KArg> + TupleToEncodedIter,
    {
        let mut whole = Prefix::prefix_hash().to_vec();
        whole.extend(Generator::final_key(key));
        whole
    }
}

impl<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues> storage::StoragePrefixedMap<Value>
    for StorageNMap<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Key: KeyGenerator,
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

impl<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
    StorageNMap<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Key: KeyGenerator,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    /// The key of an item in storage.
    pub fn hashed_key_for<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter>(
        key: KeyArg,
    ) -> Vec<u8> {
        <Self as storage::StorageNMap<Key, Value>>::hashed_key_for(key)
    }

    /// Whether there is a value.
    pub fn contains_key<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter>(
        key: KeyArg,
    ) -> bool {
        <Self as storage::StorageNMap<Key, Value>>::contains_key(key)
    }

    /// The value, or what counts where there is none.
    pub fn get<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter>(
        key: KeyArg,
    ) -> QueryKind::Query {
        <Self as storage::StorageNMap<Key, Value>>::get(key)
    }

    /// The value.
    ///
    /// Errors: there is none.
    pub fn try_get<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter>(
        key: KeyArg,
    ) -> Result<Value, ()> {
        <Self as storage::StorageNMap<Key, Value>>::try_get(key)
    }

    /// Stores a value.
    pub fn insert<
        KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter,
        ValArg: EncodeLike<Value>,
    >(
        key: KeyArg,
        value: ValArg,
    ) {
        <Self as storage::StorageNMap<Key, Value>>::insert(key, value)
    }

    /// Stores or removes a value, so that `get` returns the query.
    pub fn set<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter>(
        key: KeyArg,
        query: QueryKind::Query,
    ) {
        <Self as storage::StorageNMap<Key, Value>>::set(key, query)
    }

    /// Removes a value.
    pub fn remove<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter>(key: KeyArg) {
        <Self as storage::StorageNMap<Key, Value>>::remove(key)
    }

    /// Removes a value and returns it.
    pub fn take<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter>(
        key: KeyArg,
    ) -> QueryKind::Query {
        <Self as storage::StorageNMap<Key, Value>>::take(key)
    }

    /// Changes a value.
    pub fn mutate<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter, R>(
        key: KeyArg,
        change: impl FnOnce(&mut QueryKind::Query) -> R,
    ) -> R {
        <Self as storage::StorageNMap<Key, Value>>::mutate(key, change)
    }

    /// Changes a value, unless that fails.
    ///
    /// Errors: those of the change.
    pub fn try_mutate<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter, R, E>(
        key: KeyArg,
        change: impl FnOnce(&mut QueryKind::Query) -> Result<R, E>,
    ) -> Result<R, E> {
        <Self as storage::StorageNMap<Key, Value>>::try_mutate(key, change)
    }

    /// Changes a value or that there is none.
    pub fn mutate_exists<KeyArg: EncodeLikeTuple<Key::KArg> + TupleToEncodedIter, R>(
        key: KeyArg,
        change: impl FnOnce(&mut Option<Value>) -> R,
    ) -> R {
        <Self as storage::StorageNMap<Key, Value>>::mutate_exists(key, change)
    }

    /// All values.
    pub fn iter_values() -> storage::PrefixIterator<Value> {
        <Self as storage::StoragePrefixedMap<Value>>::iter_values()
    }

    /// Removes up to `limit` values; see FRAME's maps.
    pub fn clear(limit: u32, cursor: Option<&[u8]>) -> sp_io::MultiRemovalResults {
        <Self as storage::StoragePrefixedMap<Value>>::clear(limit, cursor)
    }

    /// All keys and values, in the order of storage.
    pub fn iter() -> storage::PrefixIterator<(Key::Key, Value)>
    where
        Key: ReversibleKeyGenerator,
    {
        <Self as storage::IterableStorageNMap<Key, Value>>::iter()
    }

    /// All keys, in the order of storage.
    pub fn iter_keys() -> storage::KeyPrefixIterator<Key::Key>
    where
        Key: ReversibleKeyGenerator,
    {
        <Self as storage::IterableStorageNMap<Key, Value>>::iter_keys()
    }

    /// The rest of the keys, and values, under the first ones.
    pub fn iter_prefix<First>(
        first: First,
    ) -> storage::PrefixIterator<(<Key as HasKeyPrefix<First>>::Suffix, Value)>
    where
        Key: HasReversibleKeyPrefix<First>,
    {
        <Self as storage::IterableStorageNMap<Key, Value>>::iter_prefix(first)
    }

    /// The rest of the keys under the first ones.
    pub fn iter_key_prefix<First>(
        first: First,
    ) -> storage::KeyPrefixIterator<<Key as HasKeyPrefix<First>>::Suffix>
    where
        Key: HasReversibleKeyPrefix<First>,
    {
        <Self as storage::IterableStorageNMap<Key, Value>>::iter_key_prefix(first)
    }

    /// Those behind a storage key.
    pub fn iter_key_prefix_from<First>(
        first: First,
        raw_key: Vec<u8>,
    ) -> storage::KeyPrefixIterator<<Key as HasKeyPrefix<First>>::Suffix>
    where
        Key: HasReversibleKeyPrefix<First>,
    {
        <Self as storage::IterableStorageNMap<Key, Value>>::iter_key_prefix_from(first, raw_key)
    }

    /// Values under the first keys.
    pub fn iter_prefix_values<First>(first: First) -> storage::PrefixIterator<Value>
    where
        Key: HasKeyPrefix<First>,
    {
        <Self as storage::StorageNMap<Key, Value>>::iter_prefix_values(first)
    }

    /// The same, which are removed on the way.
    pub fn drain_prefix<First>(
        first: First,
    ) -> storage::PrefixIterator<(<Key as HasKeyPrefix<First>>::Suffix, Value)>
    where
        Key: HasReversibleKeyPrefix<First>,
    {
        <Self as storage::IterableStorageNMap<Key, Value>>::drain_prefix(first)
    }

    /// Removes up to `limit` values under the first keys; see FRAME's maps.
    pub fn clear_prefix<First>(
        first: First,
        limit: u32,
        cursor: Option<&[u8]>,
    ) -> sp_io::MultiRemovalResults
    where
        Key: HasKeyPrefix<First>,
    {
        <Self as storage::StorageNMap<Key, Value>>::clear_prefix(first, limit, cursor)
    }
}

impl<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues> StorageEntryMetadataBuilder
    for StorageNMap<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Key: KeyGenerator,
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
        NMap::<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>::build_metadata(
            deprecation,
            docs,
            entries,
        )
    }
}

impl<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues> StorageInfoTrait
    for StorageNMap<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Key: KeyGenerator + KeyGeneratorMaxEncodedLen,
    Value: FullCodec + MaxEncodedLen,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn storage_info() -> Vec<StorageInfo> {
        NMap::<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>::storage_info()
    }
}

impl<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues> PartialStorageInfoTrait
    for StorageNMap<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Key: KeyGenerator,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn partial_storage_info() -> Vec<StorageInfo> {
        NMap::<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>::partial_storage_info()
    }
}

#[cfg(feature = "try-runtime")]
impl<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
    frame_support::traits::TryDecodeEntireStorage
    for StorageNMap<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>
where
    Prefix: StorageInstance,
    Key: KeyGenerator,
    Value: FullCodec,
    QueryKind: QueryKindTrait<Value, OnEmpty>,
    OnEmpty: Get<QueryKind::Query> + 'static,
    MaxValues: Get<Option<u32>>,
{
    fn try_decode_entire_state()
    -> Result<usize, Vec<frame_support::traits::TryDecodeEntireStorageError>> {
        NMap::<Prefix, Key, Value, QueryKind, OnEmpty, MaxValues>::try_decode_entire_state()
    }
}
