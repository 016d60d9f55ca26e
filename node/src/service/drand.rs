//! What the off-chain worker of the beacon finds on this node: a key to send pulses with, and whom
//! to ask for them.

#[cfg(test)]
mod tests;

use codec::Encode as _;
use pallet_drand::{ENDPOINTS_KEY, KEY_TYPE, WORKER_KEY};
use sc_client_api::Backend as _;
use sc_service::error::Error as ServiceError;
use sp_core::offchain::{OffchainStorage, STORAGE_PREFIX};
use sp_keystore::Keystore;

use super::{Backend, full::other};
use crate::cli::Endpoint;

/// Makes a key unless there is one, and has the worker begin anew with these endpoints.
///
/// Errors: the keystore takes no key.
pub(super) fn prepare(
    backend: &Backend,
    keystore: &dyn Keystore,
    endpoints: Vec<Endpoint>,
) -> Result<(), ServiceError> {
    if keystore.sr25519_public_keys(KEY_TYPE).is_empty() {
        keystore
            .sr25519_generate_new(KEY_TYPE, None)
            .map_err(|error| other(&error))?;
    }
    if let Some(mut storage) = backend.offchain_storage() {
        begin_anew(&mut storage, endpoints);
    }
    Ok(())
}

/// Without endpoints, the worker asks those that it knows.
fn begin_anew(storage: &mut impl OffchainStorage, endpoints: Vec<Endpoint>) {
    storage.remove(STORAGE_PREFIX, WORKER_KEY);
    if endpoints.is_empty() {
        storage.remove(STORAGE_PREFIX, ENDPOINTS_KEY);
    } else {
        let urls: Vec<_> = endpoints.into_iter().map(|endpoint| endpoint.0).collect();
        storage.set(STORAGE_PREFIX, ENDPOINTS_KEY, &urls.encode());
    }
}
