//! The server side: asks the runtime of the block in question and encodes the answer (spec 70 §8).

use std::{marker::PhantomData, sync::Arc};

use codec::Encode;
use jsonrpsee::{
    RpcModule,
    core::{RegisterMethodError, RpcResult},
    types::ErrorObjectOwned,
};
use pallet_subtensor_runtime_api::{
    DelegateInfoRuntimeApi, NeuronInfoRuntimeApi, StakeInfoRuntimeApi, SubnetInfoRuntimeApi,
    SubnetRegistrationRuntimeApi,
};
use pallet_subtensor_swap::SubnetPrice;
use pallet_subtensor_swap_runtime_api::SwapRuntimeApi;
use sp_api::{ApiError, ApiRef, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_runtime::{AccountId32, traits::Block as BlockT};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, TaoBalance};

use crate::{
    DelegateInfoRpcServer, NeuronInfoRpcServer, StakeInfoRpcServer, SubnetInfoRpcServer,
    SwapRpcServer,
};

/// Code of every error of these methods.
const FAILURE: i32 = 1;

/// Answers from a client's runtime.
pub struct SubtensorRpc<Client, Block> {
    client: Arc<Client>,
    _block: PhantomData<Block>,
}

impl<Client, Block> Clone for SubtensorRpc<Client, Block> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            _block: PhantomData,
        }
    }
}

fn failure(what: &str, cause: impl core::fmt::Debug) -> ErrorObjectOwned {
    ErrorObjectOwned::owned(
        FAILURE,
        format!("Unable to get {what}: {cause:?}"),
        None::<()>,
    )
}

/// Account of its first 32 bytes.
fn account(what: &str, bytes: &[u8]) -> RpcResult<AccountId32> {
    let raw = bytes
        .first_chunk::<32>()
        .ok_or_else(|| failure(what, "an account has 32 bytes"))?;
    Ok(AccountId32::new(*raw))
}

impl<Client, Block> SubtensorRpc<Client, Block>
where
    Block: BlockT,
    Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
    Client::Api: DelegateInfoRuntimeApi<Block>
        + NeuronInfoRuntimeApi<Block>
        + StakeInfoRuntimeApi<Block>
        + SubnetInfoRuntimeApi<Block>
        + SubnetRegistrationRuntimeApi<Block>
        + SwapRuntimeApi<Block>,
{
    /// Answers from the runtime of `client`.
    pub fn new(client: Arc<Client>) -> Self {
        Self {
            client,
            _block: PhantomData,
        }
    }

    /// All methods of this crate.
    pub fn into_module(self) -> Result<RpcModule<()>, RegisterMethodError> {
        let mut module = RpcModule::new(());
        module.merge(DelegateInfoRpcServer::into_rpc(self.clone()))?;
        module.merge(NeuronInfoRpcServer::into_rpc(self.clone()))?;
        module.merge(SubnetInfoRpcServer::into_rpc(self.clone()))?;
        module.merge(StakeInfoRpcServer::into_rpc(self.clone()))?;
        module.merge(SwapRpcServer::into_rpc(self))?;
        Ok(module)
    }

    /// Asks the runtime at a block.
    fn ask<Answer>(
        &self,
        what: &str,
        at: Option<Block::Hash>,
        call: impl FnOnce(&ApiRef<Client::Api>, Block::Hash) -> Result<Answer, ApiError>,
    ) -> RpcResult<Answer> {
        let at = at.unwrap_or_else(|| self.client.info().best_hash);
        call(&self.client.runtime_api(), at).map_err(|cause| failure(what, cause))
    }

    /// Asks the runtime at a block and encodes the answer.
    fn bytes<Answer: Encode>(
        &self,
        what: &str,
        at: Option<Block::Hash>,
        call: impl FnOnce(&ApiRef<Client::Api>, Block::Hash) -> Result<Answer, ApiError>,
    ) -> RpcResult<Vec<u8>> {
        self.ask(what, at, call).map(|answer| answer.encode())
    }
}

/// Implements one of the traits: each method names what it gets and the call that gets it.
macro_rules! serve {
    ($rpc:ident: $(
        fn $method:ident($( $arg:ident: $ty:ty ),*) -> $answer:ty
            = $how:ident $what:literal $(, $($make:ident)+)?
            => |$api:ident, $at:ident| $call:expr;
    )*) => {
        impl<Client, Block> $rpc<Block::Hash> for SubtensorRpc<Client, Block>
        where
            Block: BlockT,
            Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
            Client::Api: DelegateInfoRuntimeApi<Block>
                + NeuronInfoRuntimeApi<Block>
                + StakeInfoRuntimeApi<Block>
                + SubnetInfoRuntimeApi<Block>
                + SubnetRegistrationRuntimeApi<Block>
                + SwapRuntimeApi<Block>,
        {
            $(fn $method(&self, $( $arg: $ty, )* at: Option<Block::Hash>) -> RpcResult<$answer> {
                $($( let $make = account($what, &$make)?; )+)?
                self.$how($what, at, |$api, $at| $call)
            })*
        }
    };
}

serve! { DelegateInfoRpcServer:
    fn get_delegates() -> Vec<u8> = bytes "delegates" => |api, at| api.get_delegates(at);
    fn get_delegate(delegate_account_vec: Vec<u8>) -> Vec<u8>
        = bytes "delegate", delegate_account_vec
        => |api, at| api.get_delegate(at, delegate_account_vec);
    fn get_delegated(delegatee_account_vec: Vec<u8>) -> Vec<u8>
        = bytes "delegated", delegatee_account_vec
        => |api, at| api.get_delegated(at, delegatee_account_vec);
}

serve! { NeuronInfoRpcServer:
    fn get_neurons_lite(netuid: NetUid) -> Vec<u8> = bytes "neurons lite"
        => |api, at| api.get_neurons_lite(at, netuid);
    fn get_neuron_lite(netuid: NetUid, uid: u16) -> Vec<u8> = bytes "neuron lite"
        => |api, at| api.get_neuron_lite(at, netuid, uid);
    fn get_neurons(netuid: NetUid) -> Vec<u8> = bytes "neurons"
        => |api, at| api.get_neurons(at, netuid);
    fn get_neuron(netuid: NetUid, uid: u16) -> Vec<u8> = bytes "neuron"
        => |api, at| api.get_neuron(at, netuid, uid);
}

serve! { SubnetInfoRpcServer:
    fn get_subnet_info(netuid: NetUid) -> Vec<u8> = bytes "subnet"
        => |api, at| api.get_subnet_info(at, netuid);
    fn get_subnets_info() -> Vec<u8> = bytes "subnets" => |api, at| api.get_subnets_info(at);
    fn get_subnet_info_v2(netuid: NetUid) -> Vec<u8> = bytes "subnet"
        => |api, at| api.get_subnet_info_v2(at, netuid);
    fn get_subnets_info_v2() -> Vec<u8> = bytes "subnets" => |api, at| api.get_subnets_info_v2(at);
    fn get_subnet_hyperparams(netuid: NetUid) -> Vec<u8> = bytes "hyperparameters"
        => |api, at| api.get_subnet_hyperparams(at, netuid);
    fn get_subnet_hyperparams_v2(netuid: NetUid) -> Vec<u8> = bytes "hyperparameters"
        => |api, at| api.get_subnet_hyperparams_v2(at, netuid);
    fn get_all_dynamic_info() -> Vec<u8> = bytes "dynamic info"
        => |api, at| api.get_all_dynamic_info(at);
    fn get_dynamic_info(netuid: NetUid) -> Vec<u8> = bytes "dynamic info"
        => |api, at| api.get_dynamic_info(at, netuid);
    fn get_all_metagraphs() -> Vec<u8> = bytes "metagraphs" => |api, at| api.get_all_metagraphs(at);
    fn get_metagraph(netuid: NetUid) -> Vec<u8> = bytes "metagraph"
        => |api, at| api.get_metagraph(at, netuid);
    fn get_all_mechagraphs() -> Vec<u8> = bytes "mechagraphs"
        => |api, at| api.get_all_mechagraphs(at);
    fn get_mechagraph(netuid: NetUid, mecid: MechId) -> Vec<u8> = bytes "mechagraph"
        => |api, at| api.get_mechagraph(at, netuid, mecid);
    fn get_subnet_state(netuid: NetUid) -> Vec<u8> = bytes "subnet state"
        => |api, at| api.get_subnet_state(at, netuid);
    fn get_lock_cost() -> u64 = ask "lock cost"
        => |api, at| api.get_network_registration_cost(at).map(Into::into);
    fn get_selective_metagraph(netuid: NetUid, metagraph_index: Vec<u16>) -> Vec<u8>
        = bytes "metagraph"
        => |api, at| api.get_selective_metagraph(at, netuid, metagraph_index);
    fn get_coldkey_auto_stake_hotkey(coldkey: AccountId32, netuid: NetUid) -> Vec<u8>
        = bytes "auto stake hotkey"
        => |api, at| api.get_coldkey_auto_stake_hotkey(at, coldkey, netuid);
    fn get_selective_mechagraph(netuid: NetUid, mecid: MechId, metagraph_index: Vec<u16>) -> Vec<u8>
        = bytes "mechagraph"
            => |api, at| api.get_selective_mechagraph(at, netuid, mecid, metagraph_index);
    fn get_subnet_to_prune() -> Option<NetUid> = ask "subnet to prune"
        => |api, at| api.get_subnet_to_prune(at);
    fn get_subnet_account_id(netuid: NetUid) -> Vec<u8> = bytes "subnet account"
        => |api, at| api.get_subnet_account_id(at, netuid);
}

serve! { StakeInfoRpcServer:
    fn get_coldkey_lock(coldkey: AccountId32, netuid: NetUid) -> Vec<u8> = bytes "lock"
        => |api, at| api.get_coldkey_lock(at, coldkey, netuid);
}

serve! { SwapRpcServer:
    fn current_alpha_price(netuid: NetUid) -> u64 = ask "alpha price"
        => |api, at| api.current_alpha_price(at, netuid);
    fn current_alpha_price_all() -> Vec<SubnetPrice> = ask "alpha prices"
        => |api, at| api.current_alpha_price_all(at);
    fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> Vec<u8>
        = bytes "simulated purchase"
        => |api, at| api.sim_swap_tao_for_alpha(at, netuid, tao);
    fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> Vec<u8>
        = bytes "simulated sale"
        => |api, at| api.sim_swap_alpha_for_tao(at, netuid, alpha);
}
