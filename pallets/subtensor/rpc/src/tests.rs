//! The methods against a runtime that answers with its arguments.

use std::sync::Arc;

use codec::Encode;
use jsonrpsee::RpcModule;
use pallet_subtensor::{
    LockState,
    views::{DelegateInfo, SelectiveMetagraph},
};
use pallet_subtensor_swap::{SimSwapResult, SubnetPrice};
use sp_api::{ApiRef, ProvideRuntimeApi};
use sp_blockchain::{BlockStatus, HeaderBackend, Info};
use sp_runtime::{
    AccountId32, OpaqueExtrinsic, generic,
    traits::{BlakeTwo256, Block as BlockT, NumberFor},
};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, TaoBalance};

use crate::SubtensorRpc;

type Block = generic::Block<generic::Header<u32, BlakeTwo256>, OpaqueExtrinsic>;
type Hash = <Block as BlockT>::Hash;

const BEST: Hash = Hash::repeat_byte(7);
/// A list of fields far longer than there are fields.
const LONG: usize = 100_000;
/// Code of JSON-RPC for parameters that are not of the method's types.
const INVALID_PARAMS: i32 = -32602;

struct Chain;

#[derive(Clone)]
struct Api;

impl ProvideRuntimeApi<Block> for Chain {
    type Api = Api;

    fn runtime_api(&self) -> ApiRef<'_, Api> {
        Api.into()
    }
}

impl HeaderBackend<Block> for Chain {
    fn header(&self, _: Hash) -> sp_blockchain::Result<Option<<Block as BlockT>::Header>> {
        Ok(None)
    }

    fn info(&self) -> Info<Block> {
        Info {
            best_hash: BEST,
            best_number: 1,
            genesis_hash: Hash::zero(),
            finalized_hash: Hash::zero(),
            finalized_number: 0,
            finalized_state: None,
            number_leaves: 1,
            block_gap: None,
        }
    }

    fn status(&self, _: Hash) -> sp_blockchain::Result<BlockStatus> {
        Ok(BlockStatus::InChain)
    }

    fn number(&self, _: Hash) -> sp_blockchain::Result<Option<NumberFor<Block>>> {
        Ok(None)
    }

    fn hash(&self, _: NumberFor<Block>) -> sp_blockchain::Result<Option<Hash>> {
        Ok(None)
    }
}

fn lock(mass: u64) -> LockState {
    LockState {
        locked_mass: AlphaBalance::new(mass),
        ..Default::default()
    }
}

fn bought(tao: TaoBalance) -> SimSwapResult {
    SimSwapResult {
        tao_amount: tao,
        ..Default::default()
    }
}

fn sold(alpha: AlphaBalance) -> SimSwapResult {
    SimSwapResult {
        alpha_amount: alpha,
        ..Default::default()
    }
}

sp_api::mock_impl_runtime_apis! {
    impl pallet_subtensor_runtime_api::DelegateInfoRuntimeApi<Block> for Api {
        fn get_delegate(&self, delegate_account: AccountId32) -> Option<DelegateInfo<AccountId32>> {
            assert_eq!(delegate_account, AccountId32::new([9; 32]));
            None
        }
    }

    impl pallet_subtensor_runtime_api::NeuronInfoRuntimeApi<Block> for Api {}

    impl pallet_subtensor_runtime_api::SubnetInfoRuntimeApi<Block> for Api {
        fn get_subnet_to_prune(&self) -> Option<NetUid> {
            Some(NetUid::new(5))
        }

        fn get_subnet_account_id(&self, netuid: NetUid) -> Option<AccountId32> {
            (netuid == NetUid::new(3)).then(|| AccountId32::new([3; 32]))
        }

        fn get_selective_metagraph(
            &self,
            _netuid: NetUid,
            metagraph_indexes: Vec<u16>,
        ) -> Option<SelectiveMetagraph<AccountId32>> {
            assert_eq!(metagraph_indexes.len(), LONG);
            None
        }

        fn get_selective_mechagraph(
            &self,
            _netuid: NetUid,
            subid: MechId,
            metagraph_indexes: Vec<u16>,
        ) -> Option<SelectiveMetagraph<AccountId32>> {
            assert_eq!((subid, metagraph_indexes), (MechId::new(1), vec![1, 2]));
            None
        }
    }

    impl pallet_subtensor_swap_runtime_api::SwapRuntimeApi<Block> for Api {
        fn current_alpha_price(&self, netuid: NetUid) -> u64 {
            u64::MAX - u64::from(netuid.get())
        }

        fn current_alpha_price_all(&self) -> Vec<SubnetPrice> {
            let price = |netuid| SubnetPrice { netuid: NetUid::new(netuid), price: 10 };
            vec![price(0), price(2)]
        }

        fn sim_swap_tao_for_alpha(&self, _netuid: NetUid, tao: TaoBalance) -> SimSwapResult {
            bought(tao)
        }

        fn sim_swap_alpha_for_tao(&self, _netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult {
            sold(alpha)
        }
    }

    impl pallet_subtensor_runtime_api::StakeInfoRuntimeApi<Block> for Api {
        fn get_coldkey_lock(&self, _coldkey: AccountId32, netuid: NetUid) -> Option<LockState> {
            Some(lock(netuid.get().into()))
        }
    }

    impl pallet_subtensor_runtime_api::SubnetRegistrationRuntimeApi<Block> for Api {
        #[advanced]
        fn get_network_registration_cost(at: Hash) -> Result<TaoBalance, sp_api::ApiError> {
            if at == BEST {
                Ok(TaoBalance::new(1_000))
            } else {
                Err(sp_api::ApiError::UsingSameInstanceForDifferentBlocks)
            }
        }
    }
}

fn module() -> RpcModule<()> {
    SubtensorRpc::<_, Block>::new(Arc::new(Chain))
        .into_module()
        .unwrap()
}

async fn call(method: &str, params: &str) -> serde_json::Value {
    let request = format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":{params}}}"#);
    let (answer, _) = module().raw_json_request(&request, 1).await.unwrap();
    serde_json::from_str(&answer).unwrap()
}

#[tokio::test]
async fn numbers_are_plain_json() {
    assert_eq!(call("subnetInfo_getLockCost", "[]").await["result"], 1_000);
    assert_eq!(
        call("subnetInfo_getSubnetToPrune", "[null]").await["result"],
        5
    );
}

#[tokio::test]
async fn answers_are_encoded() {
    let account = call("subnetInfo_getSubnetAccountId", "[3]").await;
    assert_eq!(
        account["result"],
        serde_json::json!(Some([3u8; 32]).encode())
    );
    assert_eq!(
        call("subnetInfo_getSubnetAccountId", "[4]").await["result"],
        serde_json::json!([0])
    );
    let by_name = r#"{"coldkey":"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY","netuid":6}"#;
    let answer = call("stakeInfo_getColdkeyLock", by_name).await;
    assert_eq!(answer["result"], serde_json::json!(Some(lock(6)).encode()));
}

#[tokio::test]
async fn accounts_are_32_bytes() {
    let params = serde_json::json!([vec![9u8; 33]]).to_string();
    assert_eq!(
        call("delegateInfo_getDelegate", &params).await["result"],
        serde_json::json!([0])
    );
    for method in ["delegateInfo_getDelegate", "delegateInfo_getDelegated"] {
        for length in [0, 2, 31] {
            let params = serde_json::json!([vec![9u8; length]]).to_string();
            let error = &call(method, &params).await["error"];
            assert_eq!(error["code"], 1);
            assert_eq!(error["data"], serde_json::Value::Null);
            let message = error["message"].as_str().unwrap();
            assert!(message.starts_with("Unable to get delegate"), "{message}");
        }
        let answer = call(method, "[[256]]").await;
        assert_eq!(answer["error"]["code"], INVALID_PARAMS);
    }
}

#[tokio::test]
async fn lists_of_fields_may_be_long() {
    let params = serde_json::json!([3, vec![1u16; LONG]]).to_string();
    let answer = call("subnetInfo_getSelectiveMetagraph", &params).await;
    assert_eq!(answer["result"], serde_json::json!([0]));
    let by_name = r#"{"netuid":3,"mecid":1,"metagraph_index":[1,2]}"#;
    let answer = call("subnetInfo_getSelectiveMechagraph", by_name).await;
    assert_eq!(answer["result"], serde_json::json!([0]));
    let answer = call("subnetInfo_getSelectiveMetagraph", "[3, [65536]]").await;
    assert_eq!(answer["error"]["code"], INVALID_PARAMS);
}

#[tokio::test]
async fn prices_are_plain_json_and_trades_are_encoded() {
    let answer = call("swap_currentAlphaPrice", "[3]").await;
    assert_eq!(answer["result"], u64::MAX - 3);
    let answer = call("swap_currentAlphaPriceAll", "[]").await;
    let prices = serde_json::json!([{"netuid": 0, "price": 10}, {"netuid": 2, "price": 10}]);
    assert_eq!(answer["result"], prices);
    let by_name = format!(r#"{{"netuid":3,"tao":{}}}"#, u64::MAX);
    let answer = call("swap_simSwapTaoForAlpha", &by_name).await;
    assert_eq!(
        answer["result"],
        serde_json::json!(bought(TaoBalance::MAX).encode())
    );
    let answer = call("swap_simSwapAlphaForTao", r#"{"netuid":3,"alpha":5}"#).await;
    let expected = sold(AlphaBalance::new(5)).encode();
    assert_eq!(expected.len(), 48);
    assert_eq!(answer["result"], serde_json::json!(expected));
    for amount in ["-1", "1.5", "18446744073709551616", "\"1\""] {
        let answer = call("swap_simSwapTaoForAlpha", &format!("[3, {amount}]")).await;
        assert_eq!(answer["error"]["code"], INVALID_PARAMS, "{amount}");
    }
}

#[tokio::test]
async fn failures_have_code_1() {
    let elsewhere = format!(r#"["{:?}"]"#, Hash::repeat_byte(8));
    let error = &call("subnetInfo_getLockCost", &elsewhere).await["error"];
    assert_eq!(error["code"], 1);
    assert_eq!(error["data"], serde_json::Value::Null);
    let cause = sp_api::ApiError::UsingSameInstanceForDifferentBlocks;
    assert_eq!(
        error["message"],
        format!("Unable to get lock cost: {cause:?}")
    );
}

#[test]
fn every_public_method_is_served() {
    let mut methods: Vec<_> = module().method_names().collect();
    methods.sort_unstable();
    assert_eq!(
        methods,
        [
            "delegateInfo_getDelegate",
            "delegateInfo_getDelegated",
            "delegateInfo_getDelegates",
            "neuronInfo_getNeuron",
            "neuronInfo_getNeuronLite",
            "neuronInfo_getNeurons",
            "neuronInfo_getNeuronsLite",
            "stakeInfo_getColdkeyLock",
            "subnetInfo_getAllDynamicInfo",
            "subnetInfo_getAllMechagraphs",
            "subnetInfo_getAllMetagraphs",
            "subnetInfo_getColdkeyAutoStakeHotkey",
            "subnetInfo_getDynamicInfo",
            "subnetInfo_getLockCost",
            "subnetInfo_getMechagraph",
            "subnetInfo_getMetagraph",
            "subnetInfo_getSelectiveMechagraph",
            "subnetInfo_getSelectiveMetagraph",
            "subnetInfo_getSubnetAccountId",
            "subnetInfo_getSubnetHyperparams",
            "subnetInfo_getSubnetHyperparamsV2",
            "subnetInfo_getSubnetInfo",
            "subnetInfo_getSubnetInfo_v2",
            "subnetInfo_getSubnetState",
            "subnetInfo_getSubnetToPrune",
            "subnetInfo_getSubnetsInfo",
            "subnetInfo_getSubnetsInfo_v2",
            "swap_currentAlphaPrice",
            "swap_currentAlphaPriceAll",
            "swap_simSwapAlphaForTao",
            "swap_simSwapTaoForAlpha",
        ]
    );
}
