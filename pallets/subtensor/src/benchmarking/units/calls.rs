//! Calls whose weight depends on nothing.

use super::{Job, row};
use crate::benchmarking::Setup;

/// Units that are a row each: name of the unit, of the call, and of the row.
macro_rules! rows {
    ($($unit:ident: $call:literal, $case:literal;)*) => {
        $(pub(crate) fn $unit<T: Setup>() -> Job {
            row::<T>($call, $case)
        })*
    };
}

rows! {
    set_tracking: "enable_voting_power_tracking", "that was to end";
    end_tracking: "disable_voting_power_tracking", "by the owner";
    register_network: "register_network_with_identity", "the last netuid";
    update_symbol: "update_symbol", "all subnets";
    add_stake: "add_stake_limit", "first on a subnet";
    add_stake_again: "add_stake", "again where the pool was closed since";
    remove_stake: "remove_stake", "nothing but the sale";
    relocate_stake: "swap_stake", "between subnets";
    relocate_stake_limit: "swap_stake_limit", "between subnets";
    lock_stake: "lock_stake", "the first for a hotkey";
    lock_more_stake: "lock_stake", "more";
    move_lock: "move_lock", "to a hotkey without locks";
    set_perpetual_lock: "set_perpetual_lock", "a lock that decays";
    end_perpetual_lock: "set_perpetual_lock", "a lock that stays";
    set_account_flag: "set_reject_locked_alpha", "accepted";
    set_auto_stake: "set_coldkey_auto_stake_hotkey", "another before";
    destroy_alpha: "recycle_alpha", "all";
    change_take: "increase_take", "a delegate";
    set_childkey_take: "set_childkey_take", "a raise";
    set_auto_parent_delegation: "set_auto_parent_delegation_enabled", "any";
    set_rule: "sudo_set_root_claim_threshold", "any";
    commit_weights: "commit_mechanism_weights", "nine wait";
    batch_commit_weights: "batch_commit_weights", "one subnet, nine wait";
    serve: "serve_axon_tls", "registered";
    add_collateral: "add_collateral", "the first, all of it bought";
    set_min_collateral: "set_min_collateral", "the first";
    set_subnet_identity: "set_subnet_identity", "longest";
    associate: "try_associate_hotkey", "the last one";
    announce_coldkey_swap: "announce_coldkey_swap", "the first";
    dispute_coldkey_swap: "dispute_coldkey_swap", "announced";
    clear_coldkey_swap: "clear_coldkey_swap_announcement", "announced";
    reset_coldkey_swap: "reset_coldkey_swap", "disputed";
    start_call: "start_call", "not started";
    set_hyperparameter: "trigger_epoch", "by the owner";
}
