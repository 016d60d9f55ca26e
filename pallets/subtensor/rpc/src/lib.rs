//! JSON-RPC methods in front of the runtime APIs (spec 70 §8), for third parties: the current
//! clients call the runtime directly. A result is the SCALE encoding of the runtime's answer as an
//! array of byte numbers, unless said otherwise; the last parameter of every method is the block to
//! ask, by default the best one.

mod server;
#[cfg(test)]
mod tests;

use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use pallet_subtensor_swap::SubnetPrice;
use sp_runtime::AccountId32;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, TaoBalance};

pub use server::SubtensorRpc;

/// Hotkeys that take nominations. Accounts are arrays of their 32 bytes.
#[rpc(client, server, namespace = "delegateInfo")]
pub trait DelegateInfoRpc<BlockHash> {
    /// Every delegate.
    #[method(name = "getDelegates", blocking)]
    fn get_delegates(&self, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// One delegate.
    #[method(name = "getDelegate", blocking)]
    fn get_delegate(
        &self,
        delegate_account_vec: Vec<u8>,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// Positions of a nominator.
    #[method(name = "getDelegated", blocking)]
    fn get_delegated(
        &self,
        delegatee_account_vec: Vec<u8>,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
}

/// Neurons of a subnet.
#[rpc(client, server, namespace = "neuronInfo")]
pub trait NeuronInfoRpc<BlockHash> {
    /// All neurons.
    #[method(name = "getNeuronsLite", blocking)]
    fn get_neurons_lite(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// One neuron.
    #[method(name = "getNeuronLite", blocking)]
    fn get_neuron_lite(
        &self,
        netuid: NetUid,
        uid: u16,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// All neurons with weights and bonds.
    #[method(name = "getNeurons", blocking)]
    fn get_neurons(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// One neuron with weights and bonds.
    #[method(name = "getNeuron", blocking)]
    fn get_neuron(&self, netuid: NetUid, uid: u16, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
}

/// What subnets are, with their hyperparameters and metagraphs.
#[rpc(client, server, namespace = "subnetInfo")]
pub trait SubnetInfoRpc<BlockHash> {
    /// One subnet.
    #[method(name = "getSubnetInfo", blocking)]
    fn get_subnet_info(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// All subnets.
    #[method(name = "getSubnetsInfo", blocking)]
    fn get_subnets_info(&self, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// One subnet with its identity.
    #[method(name = "getSubnetInfo_v2", blocking)]
    fn get_subnet_info_v2(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// All subnets with their identities.
    #[method(name = "getSubnetsInfo_v2", blocking)]
    fn get_subnets_info_v2(&self, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Hyperparameters, first version.
    #[method(name = "getSubnetHyperparams", blocking)]
    fn get_subnet_hyperparams(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Hyperparameters, second version.
    #[method(name = "getSubnetHyperparamsV2", blocking)]
    fn get_subnet_hyperparams_v2(
        &self,
        netuid: NetUid,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// Pools and emission of all subnets.
    #[method(name = "getAllDynamicInfo", blocking)]
    fn get_all_dynamic_info(&self, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Pool and emission of a subnet.
    #[method(name = "getDynamicInfo", blocking)]
    fn get_dynamic_info(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Metagraphs of all subnets.
    #[method(name = "getAllMetagraphs", blocking)]
    fn get_all_metagraphs(&self, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Metagraph of a subnet.
    #[method(name = "getMetagraph", blocking)]
    fn get_metagraph(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Metagraphs of all mechanisms.
    #[method(name = "getAllMechagraphs", blocking)]
    fn get_all_mechagraphs(&self, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Metagraph of a mechanism.
    #[method(name = "getMechagraph", blocking)]
    fn get_mechagraph(
        &self,
        netuid: NetUid,
        mecid: MechId,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// Neurons of a subnet by column.
    #[method(name = "getSubnetState", blocking)]
    fn get_subnet_state(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
    /// Price of a new subnet in rao, as a number.
    #[method(name = "getLockCost", blocking)]
    fn get_lock_cost(&self, at: Option<BlockHash>) -> RpcResult<u64>;
    /// Fields of the metagraph of a subnet, by number.
    #[method(name = "getSelectiveMetagraph", blocking)]
    fn get_selective_metagraph(
        &self,
        netuid: NetUid,
        metagraph_index: Vec<u16>,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// Hotkey to which emission of a coldkey is staked.
    #[method(name = "getColdkeyAutoStakeHotkey", blocking)]
    fn get_coldkey_auto_stake_hotkey(
        &self,
        coldkey: AccountId32,
        netuid: NetUid,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// Fields of the metagraph of a mechanism, by number.
    #[method(name = "getSelectiveMechagraph", blocking)]
    fn get_selective_mechagraph(
        &self,
        netuid: NetUid,
        mecid: MechId,
        metagraph_index: Vec<u16>,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// The subnet that a new one would replace, as a number or null.
    #[method(name = "getSubnetToPrune", blocking)]
    fn get_subnet_to_prune(&self, at: Option<BlockHash>) -> RpcResult<Option<NetUid>>;
    /// Account that holds the TAO of a subnet.
    #[method(name = "getSubnetAccountId", blocking)]
    fn get_subnet_account_id(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<Vec<u8>>;
}

/// Stake of coldkeys.
#[rpc(client, server, namespace = "stakeInfo")]
pub trait StakeInfoRpc<BlockHash> {
    /// What a coldkey has locked on a subnet, and its conviction, as of the block asked for.
    #[method(name = "getColdkeyLock", blocking)]
    fn get_coldkey_lock(
        &self,
        coldkey: AccountId32,
        netuid: NetUid,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
}

/// Prices of alpha, and what trades would do. Amounts are rao.
#[rpc(client, server, namespace = "swap")]
pub trait SwapRpc<BlockHash> {
    /// Price of one alpha in rao, as a number; 1 TAO where there is no pool.
    #[method(name = "currentAlphaPrice", blocking)]
    fn current_alpha_price(&self, netuid: NetUid, at: Option<BlockHash>) -> RpcResult<u64>;
    /// The same for every subnet, as objects with `netuid` and `price`.
    #[method(name = "currentAlphaPriceAll", blocking)]
    fn current_alpha_price_all(&self, at: Option<BlockHash>) -> RpcResult<Vec<SubnetPrice>>;
    /// What buying alpha with `tao` would do; six zeros if it would fail, and `tao` as slippage
    /// where there is no subnet.
    #[method(name = "simSwapTaoForAlpha", blocking)]
    fn sim_swap_tao_for_alpha(
        &self,
        netuid: NetUid,
        tao: TaoBalance,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
    /// What selling `alpha` would do; likewise.
    #[method(name = "simSwapAlphaForTao", blocking)]
    fn sim_swap_alpha_for_tao(
        &self,
        netuid: NetUid,
        alpha: AlphaBalance,
        at: Option<BlockHash>,
    ) -> RpcResult<Vec<u8>>;
}
