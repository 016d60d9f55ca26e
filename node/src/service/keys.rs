//! The keys of an authority, tried before it starts: without a usable one it would run, and never
//! make or finalize a block.

#[cfg(test)]
mod tests;

use std::path::Path;

use sc_service::{config::KeystoreConfig, error::Error as ServiceError};
use sp_api::ProvideRuntimeApi as _;
use sp_blockchain::HeaderBackend as _;
use sp_consensus_aura::{AuraApi as _, sr25519::AuthorityId as AuraId};
use sp_consensus_grandpa::GrandpaApi as _;
use sp_core::{
    crypto::{ByteArray as _, CryptoTypeId, KeyTypeId, key_types},
    ed25519,
    hexdisplay::HexDisplay,
    sr25519,
};
use sp_keystore::Keystore;

use super::{Client, full::other};

/// Where this module logs to.
const LOG: &str = "authoring";
/// What is signed to see whether a key works. It is in no format that a chain takes.
const MESSAGE: &[u8] = b"node-subtensor: does this key sign?";

/// A key that an authority needs.
struct Kind {
    id: KeyTypeId,
    crypto: CryptoTypeId,
    /// As `key insert --key-type` takes it.
    name: &'static str,
    /// As `key insert --scheme` takes it.
    scheme: &'static str,
}

const AURA: Kind = Kind {
    id: key_types::AURA,
    crypto: sr25519::CRYPTO_ID,
    name: "aura",
    scheme: "sr25519",
};
const GRANDPA: Kind = Kind {
    id: key_types::GRANDPA,
    crypto: ed25519::CRYPTO_ID,
    name: "gran",
    scheme: "ed25519",
};

/// Signs with all keys of an authority in `keystore`, which `config` describes. Those of GRANDPA
/// are needed if it `finalizes`.
///
/// Errors, in one line: a kind has no key, or one that does not sign.
pub(super) fn check(
    keystore: &dyn Keystore,
    config: &KeystoreConfig,
    finalizes: bool,
) -> Result<(), ServiceError> {
    let kinds = if finalizes {
        &[AURA, GRANDPA][..]
    } else {
        &[AURA]
    };
    for kind in kinds {
        try_kind(keystore, kind).map_err(|problem| {
            let place = config.path().map_or("in memory".into(), |path: &Path| {
                format!("in '{}'", path.display())
            });
            other(&format!(
                "an authority (--validator) cannot work: {problem} {place}: put one there with \
                 'key insert --key-type {} --scheme {}', or start without --validator",
                kind.name, kind.scheme,
            ))
        })?;
    }
    Ok(())
}

fn try_kind(keystore: &dyn Keystore, kind: &Kind) -> Result<(), String> {
    let publics = keystore
        .keys(kind.id)
        .map_err(|error| format!("the keystore does not list its keys ({error})"))?;
    if publics.is_empty() {
        return Err(format!("there is no key of type {}", kind.name));
    }
    for public in publics {
        let problem = match keystore.sign_with(kind.id, kind.crypto, &public, MESSAGE) {
            Ok(Some(_)) => continue,
            Ok(None) => "its secret is missing".into(),
            Err(error) => error.to_string(),
        };
        return Err(format!(
            "the key of type {} with the public key 0x{} is not usable ({problem})",
            kind.name,
            HexDisplay::from(&public),
        ));
    }
    Ok(())
}

/// Says in the log if the chain knows none of the keys of this authority: it may be named later.
pub(super) fn report_strangers(client: &Client, keystore: &dyn Keystore) {
    let (api, best) = (client.runtime_api(), client.info().best_hash);
    let aura = api
        .authorities(best)
        .map(|all: Vec<AuraId>| all.iter().map(|id| id.to_raw_vec()).collect::<Vec<_>>());
    let grandpa = api
        .grandpa_authorities(best)
        .map(|all| all.iter().map(|(id, _)| id.to_raw_vec()).collect());
    for (kind, authorities) in [(AURA, aura), (GRANDPA, grandpa)] {
        match authorities {
            Ok(all) => {
                let known = |public: Vec<u8>| keystore.has_keys(&[(public, kind.id)]);
                if !all.into_iter().any(known) {
                    log::warn!(
                        target: LOG,
                        "No key of type {} in the keystore is one of the authorities of the chain: \
                         this node takes no part until root names it",
                        kind.name,
                    );
                }
            }
            Err(error) => log::warn!(target: LOG, "the authorities are not known: {error}"),
        }
    }
}
