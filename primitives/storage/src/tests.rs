//! Keys, values and metadata are those of FRAME's maps.

use codec::Encode;
use frame_support::{
    Blake2_128Concat, Identity, Twox64Concat,
    pallet_prelude::ValueQuery,
    storage::types::{self, Key, StorageEntryMetadataBuilder},
    traits::{PartialStorageInfoTrait, StorageInstance},
};
use proptest::prelude::*;
use sp_io::TestExternalities;

use crate::{StorageDoubleMap, StorageMap, StorageNMap};

struct Prefix;

impl StorageInstance for Prefix {
    fn pallet_prefix() -> &'static str {
        "Pallet"
    }
    const STORAGE_PREFIX: &'static str = "Item";
}

type Account = [u8; 32];
type Keys = (
    Key<Blake2_128Concat, Account>,
    Key<Twox64Concat, u64>,
    Key<Identity, u16>,
);

type Ours<H> = StorageMap<Prefix, H, Account, u32, ValueQuery>;
type Theirs<H> = types::StorageMap<Prefix, H, Account, u32, ValueQuery>;
type OurPairs<H, G> = StorageDoubleMap<Prefix, H, u16, G, Account, u32>;
type TheirPairs<H, G> = types::StorageDoubleMap<Prefix, H, u16, G, Account, u32>;
type OurMany = StorageNMap<Prefix, Keys, u32>;
type TheirMany = types::StorageNMap<Prefix, Keys, u32>;

proptest! {
    #[test]
    fn keys_are_those_of_frame(account: Account, number: u64, netuid: u16) {
        prop_assert_eq!(
            Ours::<Identity>::hashed_key_for(account),
            Theirs::<Identity>::hashed_key_for(account)
        );
        prop_assert_eq!(
            Ours::<Twox64Concat>::hashed_key_for(account),
            Theirs::<Twox64Concat>::hashed_key_for(account)
        );
        prop_assert_eq!(
            OurPairs::<Identity, Blake2_128Concat>::hashed_key_for(netuid, account),
            TheirPairs::<Identity, Blake2_128Concat>::hashed_key_for(netuid, account)
        );
        prop_assert_eq!(
            OurPairs::<Twox64Concat, Identity>::hashed_key_for(netuid, account),
            TheirPairs::<Twox64Concat, Identity>::hashed_key_for(netuid, account)
        );
        let keys = (account, number, netuid);
        prop_assert_eq!(OurMany::hashed_key_for(keys), TheirMany::hashed_key_for(keys));
    }

    #[test]
    fn what_one_writes_the_other_reads(account: Account, netuid: u16, value: u32) {
        TestExternalities::default().execute_with(|| {
            Ours::<Blake2_128Concat>::insert(account, value);
            assert_eq!(Theirs::<Blake2_128Concat>::take(account), value);
            type Left = OurPairs<Identity, Blake2_128Concat>;
            type Right = TheirPairs<Identity, Blake2_128Concat>;
            Right::insert(netuid, account, value);
            assert_eq!(Left::iter_prefix(netuid).collect::<Vec<_>>(), [(account, value)]);
            assert_eq!(Left::iter_prefix(netuid.wrapping_add(1)).count(), 0);
            assert_eq!(Left::drain_prefix(netuid).count(), 1);
            assert!(!Right::contains_key(netuid, account));
            OurMany::insert((account, 7, netuid), value);
            let under = OurMany::iter_key_prefix((account, 7)).collect::<Vec<_>>();
            assert_eq!(under, [netuid]);
            assert_eq!(TheirMany::iter_values().collect::<Vec<_>>(), [value]);
        });
    }
}

/// What metadata says of an item.
fn described<Item: StorageEntryMetadataBuilder>() -> Vec<u8> {
    let mut entries = Vec::new();
    Item::build_metadata(
        sp_metadata_ir::ItemDeprecationInfoIR::NotDeprecated,
        Vec::new(),
        &mut entries,
    );
    format!("{entries:?}").encode()
}

#[test]
fn clients_see_no_difference() {
    assert_eq!(
        described::<Ours<Identity>>(),
        described::<Theirs<Identity>>()
    );
    assert_eq!(
        described::<OurPairs<Twox64Concat, Identity>>(),
        described::<TheirPairs<Twox64Concat, Identity>>()
    );
    assert_eq!(described::<OurMany>(), described::<TheirMany>());
    let prefix = |info: Vec<frame_support::traits::StorageInfo>| info[0].prefix.clone();
    assert_eq!(
        prefix(Ours::<Identity>::partial_storage_info()),
        prefix(Theirs::<Identity>::partial_storage_info())
    );
}
