//! What each proxy type permits, as data (spec 60 §10.1). Types that permit a few calls name them,
//! by their public names, so a rule may name a call before the runtime has it: it takes effect with
//! the call. Types that permit much are made of the kinds of calls. Of the calls that the public
//! lists refuse and the runtime has not yet, those that swap a hotkey need a kind that
//! `NonFungible` has not.

#[cfg(test)]
mod tests;

use frame_support::traits::GetCallMetadata;

use crate::{RuntimeCall, calls::Kind};

/// What a proxy type lets through.
pub(super) enum Rule {
    /// Every call.
    Everything,
    /// The calls of these kinds. Those that hold calls, and those that name delegates, have rules
    /// of their own.
    Kinds(&'static [Kind]),
    /// The calls that a pattern matches.
    Only(&'static [Pattern]),
}

/// Calls of one pallet.
pub(super) enum Pattern {
    /// All of them but those named.
    AllExcept(&'static str, &'static [&'static str]),
    /// Those named.
    Named(&'static str, &'static [&'static str]),
}

impl Pattern {
    fn matches(&self, pallet: &str, call: &str) -> bool {
        match self {
            Self::AllExcept(name, calls) => *name == pallet && !calls.contains(&call),
            Self::Named(name, calls) => *name == pallet && calls.contains(&call),
        }
    }
}

/// True if one of `patterns` matches `call`.
pub(super) fn matches_any(patterns: &[Pattern], call: &RuntimeCall) -> bool {
    let names = call.get_call_metadata();
    patterns
        .iter()
        .any(|pattern| pattern.matches(names.pallet_name, names.function_name))
}

const CORE: &str = "SubtensorModule";
const ADMIN: &str = "AdminUtils";

/// Administration of a subnet, without handing it to another hotkey.
pub(super) const OWNER: &[Pattern] = &[
    Pattern::AllExcept(ADMIN, &["sudo_set_sn_owner_hotkey"]),
    Pattern::Named(CORE, &["set_subnet_identity", "update_symbol"]),
];

/// Everything but calls that can cost the account its subnet, its key or the price of a
/// registration.
pub(super) const NON_CRITICAL: &[Kind] = &[
    Kind::Harmless,
    Kind::Neuron,
    Kind::Dividends,
    Kind::Claim,
    Kind::Stake,
    Kind::Transfer,
    Kind::Burn,
    Kind::Subnet,
];

/// Everything but calls by which value leaves the account for another's good.
pub(super) const NON_TRANSFER: &[Kind] = &[
    Kind::Harmless,
    Kind::Neuron,
    Kind::Dividends,
    Kind::Claim,
    Kind::Stake,
    Kind::Registration,
    Kind::Subnet,
];

/// Everything but calls that move value at all.
pub(super) const NON_FUNGIBLE: &[Kind] = &[
    Kind::Harmless,
    Kind::Neuron,
    Kind::Dividends,
    Kind::Claim,
    Kind::Subnet,
];

/// Staking and unstaking for the account itself.
pub(super) const STAKING: &[Pattern] = &[Pattern::Named(
    CORE,
    &[
        "add_stake",
        "remove_stake",
        "unstake_all",
        "unstake_all_alpha",
        "swap_stake",
        "swap_stake_limit",
        "move_stake",
        "move_stake_limit",
        "add_stake_limit",
        "remove_stake_limit",
        "remove_stake_full_limit",
    ],
)];

/// Registering hotkeys.
pub(super) const REGISTRATION: &[Pattern] = &[Pattern::Named(
    CORE,
    &[
        "burned_register",
        "pow_register",
        "register",
        "register_limit",
    ],
)];

/// Transfers of balance and of stake.
pub(super) const TRANSFER: &[Pattern] = &[
    Pattern::Named(
        "Balances",
        &[
            "transfer_keep_alive",
            "transfer_allow_death",
            "transfer_all",
        ],
    ),
    Pattern::Named(CORE, &["transfer_stake", "transfer_stake_and_hotkey"]),
];

/// Transfers that name an amount.
pub(super) const SMALL_TRANSFER: &[Pattern] = &[
    Pattern::Named("Balances", &["transfer_keep_alive", "transfer_allow_death"]),
    Pattern::Named(CORE, &["transfer_stake", "transfer_stake_and_hotkey"]),
];

/// Child hotkeys and their take.
pub(super) const CHILD_KEYS: &[Pattern] =
    &[Pattern::Named(CORE, &["set_children", "set_childkey_take"])];

/// Sudo calls of any weight; which of them is a condition on the argument.
pub(super) const UNCHECKED_UPGRADE: &[Pattern] =
    &[Pattern::Named("Sudo", &["sudo_unchecked_weight"])];

/// Swapping hotkeys.
pub(super) const SWAP_HOTKEY: &[Pattern] =
    &[Pattern::Named(CORE, &["swap_hotkey", "swap_hotkey_v2"])];

/// Running a leased subnet.
pub(super) const LEASE_BENEFICIARY: &[Pattern] = &[
    Pattern::Named(CORE, &["start_call"]),
    Pattern::Named(
        ADMIN,
        &[
            "sudo_set_serving_rate_limit",
            "sudo_set_min_difficulty",
            "sudo_set_max_difficulty",
            "sudo_set_weights_version_key",
            "sudo_set_adjustment_alpha",
            "sudo_set_immunity_period",
            "sudo_set_min_allowed_weights",
            "sudo_set_kappa",
            "sudo_set_rho",
            "sudo_set_activity_cutoff",
            "sudo_set_network_registration_allowed",
            "sudo_set_network_pow_registration_allowed",
            "sudo_set_max_burn",
            "sudo_set_bonds_moving_average",
            "sudo_set_bonds_penalty",
            "sudo_set_commit_reveal_weights_enabled",
            "sudo_set_liquid_alpha_enabled",
            "sudo_set_alpha_values",
            "sudo_set_commit_reveal_weights_interval",
            "sudo_set_toggle_transfer",
            "sudo_set_subnet_emission_enabled",
            "sudo_set_min_childkey_take_per_subnet",
        ],
    ),
];

/// Claiming root dividends.
pub(super) const ROOT_CLAIM: &[Pattern] = &[Pattern::Named(
    CORE,
    &["claim_root", "claim_root_with_hotkey"],
)];

/// Trading with the fund of a hotkey.
pub(super) const BASKET_TRADING: &[Pattern] =
    &[Pattern::Named(CORE, &["swap_basket", "swap_basket_many"])];
