//! Checks the state of a chain as try-runtime tools do, without a node: that all of it decodes, and
//! `try_state` of every pallet. With `--upgrade` the migrations of this source run before, with
//! their own checks (docs/upgrades.md).
//!
//! usage: check_state FILE [--upgrade], with a file that the node's `export-state` has written.
//! Says on standard output what was checked, and ends with an error where something is wrong.

use std::{collections::BTreeMap, env, error::Error, fs};

use frame_support::{
    migrations::MultiStepMigrator,
    traits::{
        BeforeAllRuntimeMigrations, OnRuntimeUpgrade, TryDecodeEntireStorage, TryState,
        TryStateSelect,
    },
};
use node_subtensor_runtime::{
    AllPalletsWithSystem, BlockNumber, MultiBlockMigrations, Runtime, System,
    migrations::SingleBlockMigrations,
};
use serde_json::Value;
use sp_core::bytes::from_hex;
use sp_storage::Storage;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (path, upgrade) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [path] => (path, false),
        [path, "--upgrade"] => (path, true),
        _ => return Err("usage: check_state FILE [--upgrade]".into()),
    };
    let mut chain = sp_io::TestExternalities::new(storage_of(&fs::read_to_string(path)?)?);
    chain.execute_with(|| {
        if upgrade {
            migrate()?;
        }
        check()
    })
}

/// The state in a raw chain spec.
fn storage_of(spec: &str) -> Result<Storage> {
    let spec: Value = serde_json::from_str(spec)?;
    let raw = |name: &str| spec.pointer(&format!("/genesis/raw/{name}"))?.as_object();
    if raw("childrenDefault").is_some_and(|children| !children.is_empty()) {
        return Err("the state has child tries, which this runtime knows nothing of".into());
    }
    let top = raw("top").ok_or("the file has no raw state")?;
    let bytes = |text: &str| from_hex(text).map_err(|error| format!("'{text}': {error}"));
    let item = |(key, value): (&String, &Value)| -> Result<(Vec<u8>, Vec<u8>)> {
        let value = value.as_str().ok_or("a value is no text")?;
        Ok((bytes(key)?, bytes(value)?))
    };
    Ok(Storage {
        top: top.iter().map(item).collect::<Result<BTreeMap<_, _>>>()?,
        children_default: Default::default(),
    })
}

/// Runs all migrations as an upgrade to this runtime does, with what they check before and after.
fn migrate() -> Result<()> {
    let before_all = AllPalletsWithSystem::before_all_runtime_migrations();
    let whole = <(SingleBlockMigrations, AllPalletsWithSystem)>::try_on_runtime_upgrade(true)
        .map_err(|error| format!("a migration or its checks: {error:?}"))?;
    let block = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
    let used = before_all.saturating_add(whole);
    println!("the first block of the upgrade takes {used} of {block}");
    if used.any_gt(block) {
        return Err("that is more than a block".into());
    }
    // The pallet calls what a stepped migration checks before and after, and panics where that or
    // a step fails.
    let mut blocks = 0_u32;
    while MultiBlockMigrations::ongoing() {
        System::set_block_number(System::block_number().saturating_add(1));
        MultiBlockMigrations::step();
        blocks = blocks.saturating_add(1);
    }
    println!("stepped migrations take {blocks} blocks");
    Ok(())
}

fn check() -> Result<()> {
    let (number, version) = (
        System::block_number(),
        frame_system::LastRuntimeUpgrade::<Runtime>::get().map(|last| last.spec_version.0),
    );
    let bytes = AllPalletsWithSystem::try_decode_entire_state()
        .map_err(|errors| format!("this does not decode: {errors:#?}"))?;
    <AllPalletsWithSystem as TryState<BlockNumber>>::try_state(number, TryStateSelect::All)
        .map_err(|error| format!("try_state: {error:?}"))?;
    let version = version.map_or("none".into(), |version| version.to_string());
    println!("block {number}, spec_version {version}: {bytes} bytes decode, every pallet is sound");
    Ok(())
}
