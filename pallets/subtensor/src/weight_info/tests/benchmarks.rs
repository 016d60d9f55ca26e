//! Every call has a benchmark: that of its name, or the one that most of its weight is made of;
//! and every benchmark finds the state that it says.

use std::{collections::BTreeSet, panic::catch_unwind};

use frame_support::traits::GetCallName;

use super::counting::count;
use crate::{
    Call,
    benchmarking::table::benchmarks,
    mock::{Test, new_test_ext},
};

/// Calls by the benchmark that measures them. Several do the same.
const MEASURED: &[(&str, &[&str])] = &[
    ("add_collateral", &["add_collateral"]),
    (
        "add_stake",
        &["add_stake", "add_stake_burn", "add_stake_limit"],
    ),
    ("announce_coldkey_swap", &["announce_coldkey_swap"]),
    ("associate", &["try_associate_hotkey"]),
    ("batch_commit_weights", &["batch_commit_weights"]),
    ("burned_register", &["burned_register", "register_limit"]),
    ("change_take", &["decrease_take", "increase_take"]),
    ("claim_root", &["claim_root_with_hotkey"]),
    ("clear_coldkey_swap", &["clear_coldkey_swap_announcement"]),
    (
        "commit_timelocked_weights",
        &[
            "commit_crv3_mechanism_weights",
            "commit_timelocked_mechanism_weights",
            "commit_timelocked_weights",
        ],
    ),
    (
        "commit_weights",
        &["commit_mechanism_weights", "commit_weights"],
    ),
    ("destroy_alpha", &["burn_alpha", "recycle_alpha"]),
    ("dispute_coldkey_swap", &["dispute_coldkey_swap"]),
    ("lock_stake", &["lock_stake"]),
    ("look_at_swap", &["swap_hotkey", "swap_hotkey_v2"]),
    ("look_for_claims", &["claim_root"]),
    ("move_lock", &["move_lock"]),
    ("pow_register", &["pow_register"]),
    ("register_leased_network", &["register_leased_network"]),
    (
        "register_network",
        &["register_network", "register_network_with_identity"],
    ),
    (
        "relocate_stake",
        &[
            "move_stake",
            "swap_stake",
            "transfer_stake",
            "transfer_stake_and_hotkey",
        ],
    ),
    (
        "relocate_stake_limit",
        &["move_stake_limit", "swap_stake_limit"],
    ),
    (
        "remove_stake",
        &[
            "remove_stake",
            "remove_stake_full_limit",
            "remove_stake_limit",
        ],
    ),
    ("reset_coldkey_swap", &["reset_coldkey_swap"]),
    (
        "reveal_weights",
        &[
            "batch_reveal_weights",
            "reveal_mechanism_weights",
            "reveal_weights",
        ],
    ),
    ("root_register", &["root_register"]),
    (
        "serve",
        &["serve_axon", "serve_axon_tls", "serve_prometheus"],
    ),
    ("set_account_flag", &["set_reject_locked_alpha"]),
    (
        "set_auto_parent_delegation",
        &["set_auto_parent_delegation_enabled"],
    ),
    ("set_auto_stake", &["set_coldkey_auto_stake_hotkey"]),
    ("set_childkey_take", &["set_childkey_take"]),
    ("set_children", &["set_children"]),
    ("set_hyperparameter", &["trigger_epoch"]),
    ("set_identity", &["set_identity"]),
    ("set_min_collateral", &["set_min_collateral"]),
    ("set_perpetual_lock", &["set_perpetual_lock"]),
    (
        "set_rule",
        &[
            "set_pending_childkey_cooldown",
            "sudo_set_max_childkey_take",
            "sudo_set_min_childkey_take",
            "sudo_set_root_claim_threshold",
            "sudo_set_tx_childkey_take_rate_limit",
        ],
    ),
    ("set_subnet_identity", &["set_subnet_identity"]),
    (
        "set_tracking",
        &[
            "disable_voting_power_tracking",
            "enable_voting_power_tracking",
            "sudo_set_voting_power_ema_alpha",
        ],
    ),
    (
        "set_weights",
        &["batch_set_weights", "set_mechanism_weights", "set_weights"],
    ),
    ("stake_into_basket", &["stake_into_basket"]),
    ("start_call", &["start_call"]),
    (
        "stop_subnet",
        &["dissolve_network", "root_dissolve_network"],
    ),
    ("swap_basket", &["swap_basket", "swap_basket_many"]),
    ("swap_coldkey", &["swap_coldkey", "swap_coldkey_announced"]),
    ("terminate_lease", &["terminate_lease"]),
    ("unstake_all", &["unstake_all", "unstake_all_alpha"]),
    ("update_symbol", &["update_symbol"]),
];

/// Calls that do nothing any more.
const RETIRED: &[&str] = &[
    "schedule_swap_coldkey",
    "set_activity_cutoff_factor",
    "set_tempo",
];

#[test]
fn every_call_has_a_benchmark() {
    let measured = MEASURED.iter().flat_map(|(_, calls)| *calls);
    let listed: Vec<&str> = measured.chain(RETIRED).copied().collect();
    let calls: BTreeSet<&str> = Call::<Test>::get_call_names().iter().copied().collect();
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), calls);
    assert_eq!(listed.len(), calls.len(), "a call stands in two places");
    let names: Vec<&str> = benchmarks().iter().map(|one| one.name).collect();
    for (benchmark, calls) in MEASURED {
        assert!(
            names.contains(benchmark),
            "{calls:?}: no benchmark {benchmark}"
        );
    }
}

#[test]
fn every_benchmark_does_what_it_says() {
    let (mut names, mut failed) = (BTreeSet::new(), Vec::new());
    for benchmark in benchmarks() {
        let name = benchmark.name;
        assert!(names.insert(name), "there are two benchmarks {name}");
        for sizes in benchmark.corners() {
            let done = catch_unwind(|| {
                let mut state = new_test_ext();
                let run = state.execute_with(|| (benchmark.prepare)(&sizes));
                count(&mut state, run).1
            });
            match done {
                Ok(touched) => println!("{name} {sizes:?}: {touched:?}"),
                Err(_) => failed.push((name, sizes)),
            }
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
