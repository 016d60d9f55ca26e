//! Genesis presets: the chains that the node starts without a spec file (design §4.2, spec 60 §17.2
//! and §17.3).

mod accounts;
#[cfg(test)]
mod tests;

#[cfg(feature = "std")]
pub mod native;

use alloc::vec::Vec;
use pallet_subtensor::Subnets;
use pallet_subtensor::genesis::FIRST_SUBNET_POOL_RAO;
use pallet_timing::TimingProfile;
use serde_json::{Value, json};
use sp_genesis_builder::PresetId;
use subtensor_primitives::NetUid;

use crate::{Runtime, configs::ExistentialDeposit};
use accounts::{authorities, endowed, root_owner, sudo_key};

/// One authority, 250 ms blocks.
pub const DEV: &str = "dev";
/// One authority, 12 s blocks.
pub const DEV_12S: &str = "dev-12s";
/// Three authorities, 250 ms blocks.
pub const LOCAL: &str = "local";
/// Three authorities, 12 s blocks.
pub const LOCAL_12S: &str = "local-12s";

/// Names of all presets.
pub fn preset_names() -> Vec<PresetId> {
    [DEV, DEV_12S, LOCAL, LOCAL_12S]
        .into_iter()
        .map(PresetId::from)
        .collect()
}

/// The genesis patch of a preset, as JSON.
pub fn preset(id: &PresetId) -> Option<Vec<u8>> {
    serde_json::to_vec(&preset_patch(id)?).ok()
}

fn preset_patch(id: &PresetId) -> Option<Value> {
    match id.as_ref() {
        DEV => Some(patch(&["One"], TimingProfile::Fast)),
        DEV_12S => Some(patch(&["One"], TimingProfile::Production)),
        LOCAL => Some(patch(&["One", "Two", "Three"], TimingProfile::Fast)),
        LOCAL_12S => Some(patch(&["One", "Two", "Three"], TimingProfile::Production)),
        _ => None,
    }
}

fn patch(authority_names: &[&str], profile: TimingProfile) -> Value {
    let (aura, grandpa): (Vec<_>, Vec<_>) = authorities(authority_names).into_iter().unzip();
    let voters: Vec<_> = grandpa.into_iter().map(|key| (key, 1)).collect();
    // The pool of subnet 1 is real TAO on the subnet's account, which also keeps the existential
    // deposit.
    let pool = FIRST_SUBNET_POOL_RAO.saturating_add(ExistentialDeposit::get());
    let mut balances = endowed();
    balances.push((Subnets::<Runtime>::account_of_subnet(NetUid::new(1)), pool));
    json!({
        "aura": { "authorities": aura },
        "grandpa": { "authorities": voters },
        "balances": { "balances": balances },
        "sudo": { "key": sudo_key() },
        "timing": { "profile": profile },
        "subtensorModule": subnets(profile),
    })
}

/// The genesis of the subnets. Where blocks are fast, people develop: what keeps a production chain
/// from being worn out would only make them wait. Raising a take is free of charge and therefore
/// keeps an interval.
fn subnets(profile: TimingProfile) -> Value {
    match profile {
        TimingProfile::Production => json!({ "rootSubtokenEnabled": true, "firstSubnet": true }),
        TimingProfile::Fast => json!({
            "rootSubtokenEnabled": true,
            "firstSubnet": true,
            "rootOwner": root_owner(),
            "networkRateLimit": 0,
            "adminFreezeWindow": 0,
            "ownerHyperparamRateLimit": 0,
            "txRateLimit": 0,
            "txDelegateTakeRateLimit": 5,
        }),
    }
}
