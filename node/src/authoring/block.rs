//! A block while it is being made. Extrinsics are executed as they come; a transaction and what
//! came out of it enter the block together or, where the block has no room for both, not at all.

use std::fmt;

use codec::Encode as _;
use node_subtensor_runtime::{
    Hash, Header,
    opaque::{Block, UncheckedExtrinsic},
};
use sp_api::{ApiError, ApiExt as _, ApiRef, Core as _, ProvideRuntimeApi, TransactionOutcome};
use sp_block_builder::BlockBuilder as _;
use sp_consensus::{Proposal, ProposeArgs};
use sp_core::traits::CallContext;
use sp_inherents::InherentData;
use sp_runtime::{
    ExtrinsicInclusionMode, traits::Block as _, traits::Header as _,
    transaction_validity::TransactionValidityError,
};

use crate::service::Client;

type Api<'a> = ApiRef<'a, <Client as ProvideRuntimeApi<Block>>::Api>;

/// Why an extrinsic is not in the block.
pub(super) enum Refused {
    /// There is no room for it, or none for what belongs behind it.
    Full,
    /// It cannot be executed here.
    Invalid(TransactionValidityError),
    /// The runtime gave no answer.
    Failed(ApiError),
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => formatter.write_str("there is no room"),
            Self::Invalid(error) => write!(formatter, "it is invalid: {error:?}"),
            Self::Failed(error) => write!(formatter, "the runtime does not answer: {error}"),
        }
    }
}

/// What became of an extrinsic behind another.
pub(super) enum Follower {
    /// It is in the block.
    In,
    /// There was none.
    None,
    /// It was refused; the one before it is in the block alone.
    Out(Refused),
}

/// A block with its extrinsics so far.
pub(super) struct OpenBlock<'a> {
    client: &'a Client,
    api: Api<'a>,
    parent: Hash,
    header_size: usize,
    extrinsics: Vec<UncheckedExtrinsic>,
}

impl<'a> OpenBlock<'a> {
    /// A block on top of `parent`, initialized, and what may be put into it.
    pub(super) fn new(
        client: &'a Client,
        parent: &Header,
        args: &mut ProposeArgs<Block>,
    ) -> Result<(Self, ExtrinsicInclusionMode), ApiError> {
        let mut api = client.runtime_api();
        if let Some(recorder) = args.storage_proof_recorder.take() {
            api.record_proof_with_recorder(recorder);
        }
        for extension in std::mem::take(&mut args.extra_extensions).into_extensions() {
            api.register_extension(extension);
        }
        api.set_call_context(CallContext::Onchain { import: false });
        let header = Header::new(
            parent.number.saturating_add(1),
            Default::default(),
            Default::default(),
            parent.hash(),
            std::mem::take(&mut args.inherent_digests),
        );
        let mode = api.initialize_block(parent.hash(), &header)?;
        let block = Self {
            client,
            api,
            parent: parent.hash(),
            header_size: header.encoded_size(),
            extrinsics: Vec::new(),
        };
        Ok((block, mode))
    }

    /// The inherents that the runtime makes of the data.
    pub(super) fn inherents(
        &self,
        data: InherentData,
    ) -> Result<Vec<UncheckedExtrinsic>, ApiError> {
        self.api.execute_in_transaction(|api| {
            TransactionOutcome::Rollback(api.inherent_extrinsics(self.parent, data))
        })
    }

    /// Bytes of the block so far.
    pub(super) fn size(&self) -> usize {
        let extrinsics: usize = self.extrinsics.encoded_size();
        self.header_size.saturating_add(extrinsics)
    }

    /// Executes an extrinsic and keeps it if it is valid.
    pub(super) fn push(&mut self, extrinsic: UncheckedExtrinsic) -> Result<(), Refused> {
        self.push_with(extrinsic, || None, || false).map(|_| ())
    }

    /// Executes an extrinsic, and once it is valid the one that `follower` gives. If there is no
    /// room for the second, the first is in the block only if they `may_wait` no longer; if the
    /// second is invalid, the first is in alone.
    pub(super) fn push_with(
        &mut self,
        extrinsic: UncheckedExtrinsic,
        follower: impl FnOnce() -> Option<UncheckedExtrinsic>,
        may_wait: impl FnOnce() -> bool,
    ) -> Result<Follower, Refused> {
        let parent = self.parent;
        let (applied, fate) = self.api.execute_in_transaction(|api| {
            if let Err(refused) = apply(api, parent, &extrinsic) {
                return TransactionOutcome::Rollback(Err(refused));
            }
            let Some(follower) = follower() else {
                return TransactionOutcome::Commit(Ok((vec![extrinsic], Follower::None)));
            };
            let outcome = api.execute_in_transaction(|api| match apply(api, parent, &follower) {
                Ok(()) => TransactionOutcome::Commit(Ok(())),
                Err(refused) => TransactionOutcome::Rollback(Err(refused)),
            });
            match outcome {
                Ok(()) => TransactionOutcome::Commit(Ok((vec![extrinsic, follower], Follower::In))),
                Err(Refused::Full) if may_wait() => {
                    TransactionOutcome::Rollback(Err(Refused::Full))
                }
                Err(refused) => {
                    TransactionOutcome::Commit(Ok((vec![extrinsic], Follower::Out(refused))))
                }
            }
        })?;
        self.extrinsics.extend(applied);
        Ok(fate)
    }

    /// The block as it is proposed.
    pub(super) fn finish(self) -> Result<Proposal<Block>, sp_blockchain::Error> {
        let header = self.api.finalize_block(self.parent)?;
        let state = self.client.state_at(self.parent)?;
        let storage_changes = self
            .api
            .into_storage_changes(&state, self.parent)
            .map_err(sp_blockchain::Error::StorageChanges)?;
        Ok(Proposal {
            block: Block::new(header, self.extrinsics),
            storage_changes,
        })
    }
}

fn apply(
    api: &<Client as ProvideRuntimeApi<Block>>::Api,
    parent: Hash,
    extrinsic: &UncheckedExtrinsic,
) -> Result<(), Refused> {
    match api.apply_extrinsic(parent, extrinsic.clone()) {
        // A call that fails is in the block like one that succeeds.
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) if error.exhausted_resources() => Err(Refused::Full),
        Ok(Err(error)) => Err(Refused::Invalid(error)),
        Err(error) => Err(Refused::Failed(error)),
    }
}
