//! Chains that are played again and must come out as before, block by block: the roots of their
//! state, and a digest of the items that the public network has too. A change that is to make the
//! chain faster, and nothing else, leaves both; one that moves items of our own leaves the digest.
//!
//! What is expected stands in `data/replay.txt`. Weights decide fees, so figures that are measured
//! anew change it as well. With the environment variable `UPDATE_REPLAY` set, the test writes the
//! file instead.

use std::{collections::BTreeMap, fmt::Write};

use frame_support::traits::Hooks;
use node_subtensor_runtime::{Runtime, SubtensorModule, System, genesis};
use pallet_subtensor::{LastEpochBlock, Tempo};
use sp_core::{H256, bytes::to_hex};
use sp_io::hashing::{blake2_256, twox_128};
use sp_runtime::StateVersion;
use subtensor_primitives::NetUid;

use crate::{
    economy,
    population::{self, START, Size},
};

const PATH: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/simulations/data/replay.txt"
);

/// Blocks of the random economy, and the seed of its calls.
const BLOCKS: u32 = 500;
const SEED: u64 = 500;
/// Blocks between two lines of the file.
const INTERVAL: u32 = 10;

/// A chain with many neurons and no calls.
const CROWD: Size = Size {
    subnets: 9,
    uids: 48,
    validators: 16,
};
const CROWD_BLOCKS: u32 = 120;
/// Short, so that every subnet has some epochs, and several a block.
const CROWD_TEMPO: u16 = 20;

/// Where the keys of a storage item begin.
fn prefix_of(pallet: &str, item: &str) -> Vec<u8> {
    [twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat()
}

/// Where the storage items of the public network begin.
fn public_prefixes() -> Vec<Vec<u8>> {
    let interface: serde_json::Value =
        serde_json::from_str(include_str!("../data/mainnet.json")).expect("the list is JSON");
    let pallets = interface["pallets"].as_object().expect("it has pallets");
    pallets
        .iter()
        .filter_map(|(pallet, parts)| Some((pallet, parts["storage"].as_object()?)))
        .flat_map(|(pallet, items)| items.keys().map(move |item| prefix_of(pallet, item)))
        .collect()
}

/// Hash of all keys and values that begin with one of the prefixes.
fn digest(prefixes: &[Vec<u8>]) -> H256 {
    let mut state = Vec::new();
    for prefix in prefixes {
        let mut next = Some(prefix.clone());
        while let Some(key) = next.filter(|key| key.starts_with(prefix)) {
            let value = sp_io::storage::get(&key).unwrap_or_default();
            state.extend(blake2_256(&[key.as_slice(), &value].concat()));
            next = sp_io::storage::next_key(&key);
        }
    }
    blake2_256(&state).into()
}

/// The state now, as a line after its name.
fn line_of(name: &str, block: u32, prefixes: &[Vec<u8>]) -> String {
    let root = sp_io::storage::root(StateVersion::V1);
    let public = to_hex(digest(prefixes).as_bytes(), false);
    format!("{name} {block} {} {public}\n", to_hex(&root, false))
}

/// Nine full subnets whose epochs come soon.
fn replay_crowd(prefixes: &[Vec<u8>]) -> String {
    let storage =
        genesis::native::storage(&genesis::DEV.into(), &[]).expect("the preset is a genesis");
    let mut chain = sp_io::TestExternalities::from(storage);
    chain.execute_with(|| {
        population::populate(CROWD);
        for netuid in (1..=CROWD.subnets).map(NetUid::new) {
            Tempo::<Runtime>::insert(netuid, CROWD_TEMPO);
            LastEpochBlock::<Runtime>::insert(netuid, u64::from(START) + u64::from(netuid.get()));
        }
    });
    let mut lines = String::new();
    for number in START + 1..=START + CROWD_BLOCKS {
        chain.commit_all().expect("the changes are complete");
        chain.execute_with(|| {
            System::set_block_number(number);
            System::reset_events();
            SubtensorModule::on_initialize(number);
            SubtensorModule::on_finalize(number);
            if number.is_multiple_of(INTERVAL) {
                lines += &line_of("crowd", number, prefixes);
            }
        });
    }
    lines
}

/// People who do what they may and may not.
fn replay_economy(prefixes: &[Vec<u8>]) -> String {
    let mut lines = String::new();
    economy::watch(SEED, BLOCKS, |block| {
        // What refused extrinsics leave holds their signatures, which differ each time.
        let _ = sp_io::storage::clear_prefix(&prefix_of("System", "ExtrinsicData"), None);
        if (block + 1).is_multiple_of(INTERVAL) {
            lines += &line_of("economy", block + 1, prefixes);
        }
    });
    lines
}

/// What is meant to differ between two files, and what not, is told line by line.
fn differences(expected: &str, played: &str) -> String {
    let rows = |text: &str| -> BTreeMap<String, Vec<String>> {
        text.lines()
            .map(|line| line.split(' ').map(str::to_string).collect::<Vec<_>>())
            .filter(|parts| parts.len() == 4)
            .map(|parts| (format!("{} {:>6}", parts[0], parts[1]), parts[2..].to_vec()))
            .collect()
    };
    let expected = rows(expected);
    let mut text = String::new();
    for (name, now) in rows(played) {
        let is_same = |part: usize| {
            expected
                .get(&name)
                .is_some_and(|then| then[part] == now[part])
        };
        if !is_same(0) || !is_same(1) {
            let public = if is_same(1) { "as before" } else { "differ" };
            writeln!(text, "{name}: another root, public items {public}")
                .expect("a string takes any text");
        }
    }
    text
}

#[test]
fn replayed_chains_come_out_as_before() {
    let prefixes = public_prefixes();
    assert!(prefixes.len() > 100, "the public network has more items");
    let played = std::thread::scope(|scope| {
        let crowd = scope.spawn(|| replay_crowd(&prefixes));
        let economy = replay_economy(&prefixes);
        economy + &crowd.join().expect("no block panics")
    });
    if std::env::var_os("UPDATE_REPLAY").is_some() {
        std::fs::write(PATH, &played).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        expected == played,
        "the chain comes out differently; the head of this file says what that means:\n{}",
        differences(&expected, &played)
    );
}
