//! What each proxy type permits, as data (spec 60 §10.1): the filter of a type and what clients are
//! told of it (`proxy_report`) are both made of this. Types that permit a few calls name them,
//! by their public names, so a rule may name a call before the runtime has it: it takes effect with
//! the call. Types that permit much are made of the kinds of calls. Of the calls that the public
//! lists refuse, none is missing.

#[cfg(test)]
mod tests;

use frame_support::traits::GetCallMetadata;

use crate::{
    RuntimeCall,
    calls::{Kind, held_by},
};

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
    /// Those named, with an amount below a limit.
    Below(&'static str, &'static [&'static str], Limit),
    /// One that holds a certain call: the pallet and the name of each.
    Holding(&'static str, &'static str, (&'static str, &'static str)),
}

/// What an amount must stay below.
pub(super) struct Limit {
    /// The argument that has the amount.
    pub(super) argument: &'static str,
    /// The first amount that is too much, rao.
    pub(super) amount: u64,
}

impl Pattern {
    /// The pallet, and the calls that are named.
    pub(super) fn names(&self) -> (&'static str, &[&'static str]) {
        match self {
            Self::AllExcept(pallet, calls)
            | Self::Named(pallet, calls)
            | Self::Below(pallet, calls, _) => (pallet, calls),
            Self::Holding(pallet, call, _) => (pallet, core::slice::from_ref(call)),
        }
    }

    fn matches(&self, call: &RuntimeCall) -> bool {
        let (pallet, names) = self.names();
        let (called_pallet, called) = name_of(call);
        if called_pallet != pallet {
            return false;
        }
        let is_named = names.contains(&called);
        match self {
            Self::AllExcept(..) => !is_named,
            Self::Named(..) => is_named,
            Self::Below(_, _, limit) => {
                is_named
                    && amount_of(call, limit.argument).is_some_and(|amount| amount < limit.amount)
            }
            Self::Holding(_, _, held) => {
                is_named
                    && held_by(call)
                        .next()
                        .is_some_and(|call| name_of(call) == *held)
            }
        }
    }
}

fn name_of(call: &RuntimeCall) -> (&'static str, &'static str) {
    let names = call.get_call_metadata();
    (names.pallet_name, names.function_name)
}

/// The amount that a call has in an argument; none of calls that no limit is about.
fn amount_of(call: &RuntimeCall, argument: &str) -> Option<u64> {
    use pallet_balances::Call;
    use pallet_subtensor::Call as CoreCall;
    match (call, argument) {
        (
            RuntimeCall::Balances(
                Call::transfer_keep_alive { value, .. } | Call::transfer_allow_death { value, .. },
            ),
            "value",
        ) => Some(*value),
        (
            RuntimeCall::SubtensorModule(
                CoreCall::transfer_stake { alpha_amount, .. }
                | CoreCall::transfer_stake_and_hotkey { alpha_amount, .. },
            ),
            "alpha_amount",
        ) => Some(alpha_amount.to_u64()),
        _ => None,
    }
}

/// True if one of `patterns` matches `call`.
pub(super) fn matches_any(patterns: &[Pattern], call: &RuntimeCall) -> bool {
    patterns.iter().any(|pattern| pattern.matches(call))
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

/// Transfers below this many rao are small: 0.5 TAO.
pub(super) const SMALL_TRANSFER_LIMIT: u64 = 500_000_000;

/// Transfers that name an amount, and a small one.
pub(super) const SMALL_TRANSFER: &[Pattern] = &[
    Pattern::Below(
        "Balances",
        &["transfer_keep_alive", "transfer_allow_death"],
        Limit {
            argument: "value",
            amount: SMALL_TRANSFER_LIMIT,
        },
    ),
    Pattern::Below(
        CORE,
        &["transfer_stake", "transfer_stake_and_hotkey"],
        Limit {
            argument: "alpha_amount",
            amount: SMALL_TRANSFER_LIMIT,
        },
    ),
];

/// Child hotkeys and their take.
pub(super) const CHILD_KEYS: &[Pattern] =
    &[Pattern::Named(CORE, &["set_children", "set_childkey_take"])];

/// An upgrade of any weight.
pub(super) const UNCHECKED_UPGRADE: &[Pattern] = &[Pattern::Holding(
    "Sudo",
    "sudo_unchecked_weight",
    ("System", "set_code"),
)];

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
