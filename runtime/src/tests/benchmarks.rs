//! Every call of ours is measured: its pallet has a benchmark of that name, and the file that
//! `scripts/bench-weights.sh` writes has its function.

use alloc::{string::String, vec::Vec};
use std::{
    fs,
    path::{Path, PathBuf},
};

use frame_support::traits::GetCallName;

use crate::Runtime;

/// Calls that others stand for, with the reason.
const STAND_INS: [(&str, &str, &str); 6] = [
    // Always fails; its weight is that of the other setters.
    ("admin-utils", "sudo_set_total_issuance", "sudo_set_tempo"),
    // All of these fail at once.
    ("swap", "add_liquidity", "retired"),
    ("swap", "remove_liquidity", "retired"),
    ("swap", "modify_position", "retired"),
    ("swap", "toggle_user_liquidity", "retired"),
    ("swap", "disable_lp", "retired"),
];

/// The pallets of ours that have calls, by folder.
fn pallets() -> Vec<(&'static str, &'static [&'static str])> {
    fn calls<Call: GetCallName>() -> &'static [&'static str] {
        Call::get_call_names()
    }
    Vec::from([
        ("admin-utils", calls::<pallet_admin_utils::Call<Runtime>>()),
        ("commitments", calls::<pallet_commitments::Call<Runtime>>()),
        ("crowdloan", calls::<pallet_crowdloan::Call<Runtime>>()),
        ("drand", calls::<pallet_drand::Call<Runtime>>()),
        (
            "limit-orders",
            calls::<pallet_limit_orders::Call<Runtime>>(),
        ),
        ("proxy", calls::<pallet_subtensor_proxy::Call<Runtime>>()),
        ("shield", calls::<pallet_shield::Call<Runtime>>()),
        ("subtensor", calls::<pallet_subtensor::Call<Runtime>>()),
        ("swap", calls::<pallet_subtensor_swap::Call<Runtime>>()),
    ])
}

/// Where the pallets are.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../pallets")
}

/// All of a file, or of the files of a folder.
fn text(path: &Path) -> String {
    if !path.is_dir() {
        return fs::read_to_string(path).unwrap_or_default();
    }
    let files = fs::read_dir(path).expect("the folder can be read");
    files
        .map(|file| text(&file.expect("the folder can be read").path()))
        .collect()
}

/// Whether a word stands in a text, not as a part of another.
fn has(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .any(|found| found == word)
}

#[test]
fn every_call_is_measured() {
    let mut missing = Vec::new();
    for (pallet, calls) in pallets() {
        let source = root().join(pallet).join("src");
        let benchmarks =
            text(&source.join("benchmarking")) + &text(&source.join("benchmarking.rs"));
        let measured = text(&source.join("weight_info/measured.rs"));
        for call in calls {
            let stand_in = STAND_INS
                .iter()
                .find(|row| (row.0, row.1) == (pallet, *call));
            let name = stand_in.map_or(*call, |row| row.2);
            if !has(&benchmarks, name) || !measured.contains(&alloc::format!("fn {name}<")) {
                missing.push(alloc::format!("{pallet}: {call}"));
            }
        }
    }
    assert!(missing.is_empty(), "not measured: {missing:#?}");
}

#[test]
fn every_pallet_with_calls_is_asked() {
    let asked: Vec<_> = pallets().into_iter().map(|(pallet, _)| pallet).collect();
    for pallet in fs::read_dir(root()).expect("the folder can be read") {
        let pallet = pallet.expect("the folder can be read").path();
        let source = text(&pallet.join("src"));
        // The attribute alone may be what a macro looks for.
        let has_calls = ["#[pallet::pallet]", "#[pallet::call]"].map(|part| source.contains(part));
        let is_asked = asked.iter().any(|name| pallet.ends_with(name));
        assert!(
            has_calls != [true, true] || is_asked,
            "{pallet:?} has calls"
        );
    }
}

#[test]
fn who_stands_in_for_others_is_measured_and_those_exist() {
    for (pallet, call, stand_in) in STAND_INS {
        let (_, calls) = pallets()
            .into_iter()
            .find(|(name, _)| *name == pallet)
            .expect("the pallet has calls");
        assert!(calls.contains(&call), "{call} is no call");
        let measured = text(&root().join(pallet).join("src/weight_info/measured.rs"));
        assert!(measured.contains(&alloc::format!("fn {stand_in}<")));
    }
}
