//! Upgrades of the runtime: which versions of storage genesis writes, and what an upgrade changes.

use frame_support::traits::{GetStorageVersion, PalletInfoAccess, StorageVersion};

use super::dev_chain;
use crate::{
    AdminUtils, AlphaAssets, Executive, MevShield, SubtensorModule, Swap, Timing, VERSION,
};

fn check_version<P>()
where
    P: GetStorageVersion<InCodeStorageVersion = StorageVersion> + PalletInfoAccess,
{
    assert!(StorageVersion::exists::<P>(), "{} has none", P::name());
    let (code, chain) = (P::in_code_storage_version(), P::on_chain_storage_version());
    assert_eq!(code, chain, "{}", P::name());
}

#[test]
fn genesis_writes_the_versions_of_the_code() {
    dev_chain().execute_with(|| {
        check_version::<AdminUtils>();
        check_version::<AlphaAssets>();
        check_version::<MevShield>();
        check_version::<SubtensorModule>();
        check_version::<Swap>();
        check_version::<Timing>();
    });
}

#[test]
fn an_upgrade_without_migrations_leaves_the_state_alone() {
    dev_chain().execute_with(|| {
        let root = || sp_io::storage::root(VERSION.state_version());
        let before = root();
        Executive::execute_on_runtime_upgrade();
        assert_eq!(root(), before);
    });
}
