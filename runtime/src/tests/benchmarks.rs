//! Every call of ours has a benchmark of its name in its pallet, and where weights are made of what
//! was measured, a function in the file that `scripts/bench-weights.sh` writes. The main pallet has
//! tests of its own for that.

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

/// The benchmark of a call.
fn benchmark_of<'a>(pallet: &str, call: &'a str) -> &'a str {
    let stand_in = STAND_INS
        .iter()
        .find(|row| (row.0, row.1) == (pallet, call));
    stand_in.map_or(call, |row| row.2)
}

/// Calls that a text has no word of.
fn missing(pallet: &str, calls: &[&str], text: &str) -> Vec<String> {
    let names = calls.iter().map(|call| benchmark_of(pallet, call));
    let is_missing = |name: &&str| !has(text, name);
    names.filter(is_missing).map(String::from).collect()
}

#[test]
fn every_call_has_a_benchmark() {
    for (pallet, calls) in pallets() {
        let source = root().join(pallet).join("src");
        let benchmarks =
            text(&source.join("benchmarking")) + &text(&source.join("benchmarking.rs"));
        let missing = missing(pallet, calls, &benchmarks);
        assert!(missing.is_empty(), "{pallet} does not measure {missing:?}");
    }
}

#[test]
fn weights_of_what_was_measured_have_every_call() {
    for (pallet, calls) in pallets() {
        let source = root().join(pallet).join("src");
        if text(&source.join("weight_info.rs")).contains("mod measured;") {
            let missing = missing(
                pallet,
                calls,
                &text(&source.join("weight_info/measured.rs")),
            );
            assert!(
                missing.is_empty(),
                "{pallet} was measured without {missing:?}"
            );
        }
    }
}

#[test]
fn every_pallet_with_calls_is_asked() {
    let asked: Vec<_> = pallets().into_iter().map(|(pallet, _)| pallet).collect();
    for pallet in fs::read_dir(root()).expect("the folder can be read") {
        let pallet = pallet.expect("the folder can be read").path();
        let source = text(&pallet.join("src"));
        // The attribute alone may be what a macro looks for.
        let has_calls = ["#[pallet::pallet]", "#[pallet::call]"].map(|part| source.contains(part));
        let is_asked =
            pallet.ends_with("subtensor") || asked.iter().any(|name| pallet.ends_with(name));
        assert!(
            has_calls != [true, true] || is_asked,
            "{pallet:?} has calls"
        );
    }
}

#[test]
fn others_stand_in_for_calls_that_exist() {
    for (pallet, call, _) in STAND_INS {
        let (_, calls) = pallets()
            .into_iter()
            .find(|(name, _)| *name == pallet)
            .expect("the pallet has calls");
        assert!(calls.contains(&call), "{call} is no call");
    }
}
