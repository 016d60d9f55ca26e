//! The methods against a runtime that answers with its arguments.

use std::sync::Arc;

use codec::Encode;
use jsonrpsee::RpcModule;
use pallet_subtensor::{LockState, views::DelegateInfo};
use sp_api::{ApiRef, ProvideRuntimeApi};
use sp_blockchain::{BlockStatus, HeaderBackend, Info};
use sp_runtime::{
    AccountId32, OpaqueExtrinsic, generic,
    traits::{BlakeTwo256, Block as BlockT, NumberFor},
};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::SubtensorRpc;

type Block = generic::Block<generic::Header<u32, BlakeTwo256>, OpaqueExtrinsic>;
type Hash = <Block as BlockT>::Hash;

const BEST: Hash = Hash::repeat_byte(7);

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

sp_api::mock_impl_runtime_apis! {
    impl pallet_subtensor_runtime_api::DelegateInfoRuntimeApi<Block> for Api {
        fn get_delegate(&self, delegate_account: AccountId32) -> Option<DelegateInfo<AccountId32>> {
            (delegate_account != AccountId32::new([9; 32])).then(|| unreachable!())
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
    let answer = call("delegateInfo_getDelegate", "[[9, 9]]").await;
    assert_eq!(answer["error"]["code"], 1);
    assert_eq!(answer["error"]["data"], serde_json::Value::Null);
}

#[tokio::test]
async fn failures_have_code_1() {
    let elsewhere = format!(r#"["{:?}"]"#, Hash::repeat_byte(8));
    assert_eq!(
        call("subnetInfo_getLockCost", &elsewhere).await["error"]["code"],
        1
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
        ]
    );
}
