//! The methods that every node of the SDK has.

use std::sync::Arc;

use jsonrpsee::{RpcModule, core::RegisterMethodError};
use node_subtensor_runtime::{Hash, opaque::Block};
use sc_client_api::Backend as _;
use sc_network_sync::SyncingService;
use sc_rpc::{
    SubscriptionTaskExecutor,
    author::AuthorApiServer as _,
    chain::ChainApiServer as _,
    offchain::OffchainApiServer as _,
    state::{ChildStateApiServer as _, StateApiServer as _},
    system::SystemInfo,
};
use sc_rpc_spec_v2::{
    archive::{Archive, ArchiveApiServer as _},
    bitswap::{Bitswap, BitswapApiServer as _},
    chain_head::{ChainHead, ChainHeadApiServer as _, ChainHeadConfig},
    chain_spec::{ChainSpec, ChainSpecApiServer as _},
    transaction::{
        Transaction, TransactionApiServer as _, TransactionBroadcast,
        TransactionBroadcastApiServer as _, TransactionMetrics,
    },
};
use sc_service::{Configuration, PruningMode};
use sp_keystore::KeystorePtr;

use crate::service::{Backend, Client, Pool};

/// Transactions of one connection that the node broadcasts at once.
const MAX_BROADCASTS: usize = 16;

/// What the methods read.
pub(crate) struct Deps {
    pub client: Arc<Client>,
    pub backend: Arc<Backend>,
    pub pool: Arc<Pool>,
    pub keystore: KeystorePtr,
    pub sync: Arc<SyncingService<Block>>,
    pub executor: SubscriptionTaskExecutor,
    pub metrics: Option<TransactionMetrics>,
    /// Hash of the first block.
    pub genesis: Hash,
}

/// What a node says of itself.
pub(crate) fn system_info(config: &Configuration) -> SystemInfo {
    SystemInfo {
        chain_name: config.chain_spec.name().into(),
        impl_name: config.impl_name.clone(),
        impl_version: config.impl_version.clone(),
        properties: config.chain_spec.properties(),
        chain_type: config.chain_spec.chain_type(),
    }
}

/// All methods but those about the network.
pub(crate) fn create(
    deps: Deps,
    config: &Configuration,
) -> Result<RpcModule<()>, RegisterMethodError> {
    let Deps {
        client,
        backend,
        pool,
        keystore,
        sync,
        executor,
        metrics,
        genesis,
    } = deps;
    let mut module = RpcModule::new(());
    let (state, child_state) =
        sc_rpc::state::new_full::<Backend, Block, _>(client.clone(), executor.clone(), None);
    module.merge(state.into_rpc())?;
    module.merge(child_state.into_rpc())?;
    module
        .merge(sc_rpc::chain::new_full::<Block, _>(client.clone(), executor.clone()).into_rpc())?;
    let author =
        sc_rpc::author::Author::new(client.clone(), pool.clone(), keystore, executor.clone());
    module.merge(author.into_rpc())?;
    if let Some(storage) = backend.offchain_storage() {
        module.merge(sc_rpc::offchain::Offchain::new(storage).into_rpc())?;
    }
    let transactions = Transaction::new(client.clone(), pool.clone(), executor.clone(), metrics);
    module.merge(transactions.into_rpc())?;
    let broadcasts =
        TransactionBroadcast::new(client.clone(), pool, executor.clone(), MAX_BROADCASTS);
    module.merge(broadcasts.into_rpc())?;
    let head = ChainHead::<_, Block, _>::new(
        client.clone(),
        backend.clone(),
        executor.clone(),
        ChainHeadConfig::default(),
    );
    module.merge(head.into_rpc())?;
    let spec = &config.chain_spec;
    module.merge(ChainSpec::new(spec.name().into(), genesis, spec.properties()).into_rpc())?;
    module.merge(Bitswap::<Block, _>::new(client.clone(), sync).into_rpc())?;
    // They ask for blocks and states of any age.
    let keeps_states = config
        .state_pruning
        .as_ref()
        .is_some_and(PruningMode::is_archive);
    if keeps_states && config.blocks_pruning.is_archive() {
        let archive = Archive::<_, Block, _>::new(client, backend, genesis, executor);
        module.merge(archive.into_rpc())?;
    }
    Ok(module)
}
