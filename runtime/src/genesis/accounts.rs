//! The well-known accounts of development chains (spec 60 §17.2). Their keys are public: nobody may
//! use them where value matters.

#[cfg(test)]
mod tests;

use alloc::{format, vec::Vec};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{Pair, hex2array, sr25519};
use sp_io::hashing::blake2_256;

use crate::{AccountId, Balance};

/// A million TAO, in rao.
const RICH: Balance = 1_000_000_000_000_000;
/// Two thousand TAO, in rao.
const MODEST: Balance = 2_000_000_000_000;

/// EVM addresses whose accounts are endowed.
const EVM_ADDRESSES: [[u8; 20]; 2] = [
    hex2array!("f24FF3a9CF04c71Dbc94D0b566f7A27B94566cac"),
    hex2array!("3Cd0A705a2DC65e5b1E1205896BaA2be8A07c6e0"),
];

fn key_of<K: Pair>(name: &str) -> K::Public {
    K::from_string(&format!("//{name}"), None)
        .expect("a derivation path without a password is valid; qed")
        .public()
}

fn account(name: &str) -> AccountId {
    key_of::<sr25519::Pair>(name).into()
}

/// The sudo key of development chains.
pub(super) fn sudo_key() -> AccountId {
    account("Alice")
}

/// Coldkey and hotkey that own root on fast development chains.
pub(super) fn root_owner() -> (AccountId, AccountId) {
    (account("Alice"), account("Alice_hk"))
}

/// Block production and finality keys of the named authorities.
pub(super) fn authorities(names: &[&str]) -> Vec<(AuraId, GrandpaId)> {
    names
        .iter()
        .map(|name| {
            let aura: AuraId = key_of::<sr25519::Pair>(name).into();
            let grandpa: GrandpaId = key_of::<sp_core::ed25519::Pair>(name).into();
            (aura, grandpa)
        })
        .collect()
}

/// Account that an EVM address acts for.
fn evm_account(address: &[u8; 20]) -> AccountId {
    let mut bytes = Vec::from(*b"evm:");
    bytes.extend_from_slice(address);
    blake2_256(&bytes).into()
}

/// Accounts with a balance, in rao.
pub(super) fn endowed() -> Vec<(AccountId, Balance)> {
    let rich = ["Alice", "Bob", "Charlie"].map(|name| (account(name), RICH));
    let modest =
        ["Dave", "Eve", "Ferdie", "One", "Two", "Three"].map(|name| (account(name), MODEST));
    let evm = EVM_ADDRESSES.map(|address| (evm_account(&address), MODEST));
    rich.into_iter().chain(modest).chain(evm).collect()
}
