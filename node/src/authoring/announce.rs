//! Telling the chain this author's next key, and making another once a block of its own with that
//! key is imported.

use std::sync::Arc;

use async_trait::async_trait;
use node_subtensor_runtime::{
    opaque::Block,
    shield::{INHERENT_IDENTIFIER, announced_key},
};
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sp_consensus::Error as ConsensusError;
use sp_inherents::{InherentData, InherentDataProvider, InherentIdentifier};
use subtensor_shield::KeyRing;

use super::LOG;

/// The newest key of a ring, as data of a block's inherents.
pub(crate) struct AnnouncedKey(Option<Vec<u8>>);

impl AnnouncedKey {
    /// What `ring` has to announce now.
    pub(crate) fn of(ring: &KeyRing) -> Self {
        Self(ring.newest_key())
    }
}

#[async_trait]
impl InherentDataProvider for AnnouncedKey {
    async fn provide_inherent_data(
        &self,
        data: &mut InherentData,
    ) -> Result<(), sp_inherents::Error> {
        data.put_data(INHERENT_IDENTIFIER, &self.0)
    }

    async fn try_handle_error(
        &self,
        identifier: &InherentIdentifier,
        _: &[u8],
    ) -> Option<Result<(), sp_inherents::Error>> {
        (*identifier == INHERENT_IDENTIFIER).then(|| {
            let reason = "the announced key has not got the length of one";
            Err(sp_inherents::Error::Application(reason.into()))
        })
    }
}

/// Imports blocks that this node made. A proposal that is not imported changes no keys.
pub(crate) struct Announcing<I> {
    inner: I,
    ring: Arc<KeyRing>,
}

impl<I> Announcing<I> {
    /// Imports with `inner`, and moves on in `ring`.
    pub(crate) fn new(inner: I, ring: Arc<KeyRing>) -> Self {
        Self { inner, ring }
    }
}

#[async_trait]
impl<I> BlockImport<Block> for Announcing<I>
where
    I: BlockImport<Block, Error = ConsensusError> + Send + Sync,
{
    type Error = ConsensusError;

    async fn check_block(
        &self,
        block: BlockCheckParams<Block>,
    ) -> Result<ImportResult, ConsensusError> {
        self.inner.check_block(block).await
    }

    async fn import_block(
        &self,
        block: BlockImportParams<Block>,
    ) -> Result<ImportResult, ConsensusError> {
        let mut body = block.body.iter().flatten();
        let announced = body.find_map(|extrinsic| announced_key(extrinsic.inner()));
        let result = self.inner.import_block(block).await?;
        if let (ImportResult::Imported(_), Some(key)) = (&result, announced)
            && let Err(error) = self.ring.announced(&key)
        {
            log::warn!(target: LOG, "the shield keeps its key for another block: {error}");
        }
        Ok(result)
    }
}
