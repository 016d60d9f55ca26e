//! How the blocks of a database were made. Sealed blocks are final without a justification, so that
//! GRANDPA would never come to an end of its first round on top of them; and nobody would take
//! sealed blocks on top of those of authorities.

#[cfg(test)]
mod tests;

use node_subtensor_runtime::{Header, opaque::Block};
use sc_service::error::Error as ServiceError;
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::Header as _;

/// Whether the best block of `client` is of the kind that this node makes.
///
/// Errors: what the operator should do instead, in one line.
pub(super) fn check(client: &impl HeaderBackend<Block>, sealing: bool) -> Result<(), ServiceError> {
    let best = client.info().best_hash;
    let header = client.header(best)?.ok_or_else(|| {
        ServiceError::Other(format!("the header of the best block {best} is missing"))
    })?;
    match (sealed(&header), sealing) {
        (Some(true), false) => Err(ServiceError::Other(
            "the blocks of this base path were made with --sealing and cannot be continued \
             without: give --sealing, another --base-path, or remove them with purge-chain"
                .into(),
        )),
        (Some(false), true) => Err(ServiceError::Other(
            "the blocks of this base path were made by authorities and cannot be continued \
             with --sealing: leave it out, give another --base-path, or remove them with \
             purge-chain"
                .into(),
        )),
        (None | Some(_), _) => Ok(()),
    }
}

/// Whether a block was made with `--sealing`: by an authority, it would bear a signature. The
/// genesis block is of no kind.
fn sealed(header: &Header) -> Option<bool> {
    let signed = || {
        header
            .digest()
            .logs()
            .iter()
            .any(|item| item.as_seal().is_some())
    };
    (*header.number() > 0).then(|| !signed())
}
