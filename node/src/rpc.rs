//! JSON-RPC methods on top of those that every node of the SDK has (spec 60 §18).

mod body;
mod budget;
mod calls;
mod client;
mod message;
mod origins;
pub(crate) mod sdk;
pub(crate) mod server;
mod socket;
mod stall;

use std::sync::Arc;

use futures::channel::mpsc;
use jsonrpsee::{RpcModule, core::RegisterMethodError};
use node_subtensor_runtime::{Hash, opaque::Block};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer as _};
use sc_consensus_grandpa::{
    FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer as _};
use sc_consensus_manual_seal::{
    EngineCommand,
    rpc::{ManualSeal, ManualSealApiServer as _},
};
use sc_rpc::SubscriptionTaskExecutor;
use substrate_frame_rpc_system::{System, SystemApiServer as _};

use crate::service::{Backend, Client, Pool};

/// Names that older clients call methods by.
const ALIASES: [(&str, &str); 1] = [("account_nextIndex", "system_accountNextIndex")];

/// What the GRANDPA methods read.
pub(crate) struct GrandpaDeps {
    pub voter_state: SharedVoterState,
    pub authorities: SharedAuthoritySet<Hash, node_subtensor_runtime::BlockNumber>,
    pub justifications: GrandpaJustificationStream<Block>,
    pub proofs: Arc<FinalityProofProvider<Backend, Block>>,
}

/// What the methods read.
pub(crate) struct Deps {
    pub client: Arc<Client>,
    pub pool: Arc<Pool>,
    pub grandpa: GrandpaDeps,
    pub sealing: Option<mpsc::Sender<EngineCommand<Hash>>>,
}

/// All methods.
pub(crate) fn create(
    deps: Deps,
    executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, RegisterMethodError> {
    let Deps {
        client,
        pool,
        grandpa,
        sealing,
    } = deps;
    let mut module = RpcModule::new(());
    module.merge(System::new(client.clone(), pool).into_rpc())?;
    module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
    module
        .merge(pallet_subtensor_rpc::SubtensorRpc::<Client, Block>::new(client).into_module()?)?;
    module.merge(
        Grandpa::new(
            executor,
            grandpa.authorities,
            grandpa.voter_state,
            grandpa.justifications,
            grandpa.proofs,
        )
        .into_rpc(),
    )?;
    if let Some(commands) = sealing {
        module.merge(ManualSeal::new(commands).into_rpc())?;
    }
    for (alias, method) in ALIASES {
        if module.method(alias).is_none() {
            module.register_alias(alias, method)?;
        }
    }
    Ok(module)
}
