//! The runtime APIs: what the node and its clients ask (spec 60 §15). Stock ones answer by the
//! SDK's helpers.

use alloc::vec::Vec;
use frame_support::{
    dispatch::GetDispatchInfo,
    genesis_builder_helper::{build_state, get_preset},
    weights::Weight,
};
use pallet_grandpa::AuthorityId as GrandpaId;
use pallet_subtensor::views;
use pallet_subtensor::{Coinbase, Locks, Schedule, Subnets, Views};
use pallet_subtensor_proxy_runtime_api::{ProxyFilterInfo, ProxyTypeInfo};
use pallet_subtensor_swap::SimSwapResult;
use pallet_transaction_payment_rpc_runtime_api as payment_api;
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{OpaqueMetadata, crypto::KeyTypeId};
use sp_runtime::{
    ApplyExtrinsicResult, ExtrinsicInclusionMode, MultiAddress,
    generic::Preamble,
    traits::{Block as BlockT, ExtrinsicLike, NumberFor},
    transaction_validity::{TransactionSource, TransactionValidity},
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};
use subtensor_shield::{KeyHash, ShieldedTransaction};

#[cfg(feature = "runtime-benchmarks")]
use crate::benchmarking;
use crate::{
    AccountId, Aura, Balance, Block, Executive, Grandpa, InherentDataExt, MevShield, Nonce,
    Runtime, RuntimeCall, RuntimeGenesisConfig, Swap, System, TransactionPayment, VERSION,
    configs::proxy_report, extensions::fee_of, genesis, metadata, opaque::SessionKeys, shield,
};

impl_runtime_apis! {
    impl sp_api::Core<Block> for Runtime {
        fn version() -> RuntimeVersion {
            VERSION
        }

        fn execute_block(block: <Block as BlockT>::LazyBlock) {
            Executive::execute_block(block);
        }

        fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
            Executive::initialize_block(header)
        }
    }

    impl sp_api::Metadata<Block> for Runtime {
        fn metadata() -> OpaqueMetadata {
            metadata::oldest()
        }

        fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
            metadata::at_version(version)
        }

        fn metadata_versions() -> Vec<u32> {
            Runtime::metadata_versions()
        }
    }

    impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
        fn execute_view_function(
            id: frame_support::view_functions::ViewFunctionId,
            input: Vec<u8>,
        ) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
            Runtime::execute_view_function(id, input)
        }
    }

    impl sp_block_builder::BlockBuilder<Block> for Runtime {
        fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
            Executive::apply_extrinsic(extrinsic)
        }

        fn finalize_block() -> <Block as BlockT>::Header {
            Executive::finalize_block()
        }

        fn inherent_extrinsics(
            data: sp_inherents::InherentData,
        ) -> Vec<<Block as BlockT>::Extrinsic> {
            data.create_extrinsics()
        }

        fn check_inherents(
            block: <Block as BlockT>::LazyBlock,
            data: sp_inherents::InherentData,
        ) -> sp_inherents::CheckInherentsResult {
            data.check_extrinsics(&block)
        }
    }

    impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
        fn validate_transaction(
            source: TransactionSource,
            tx: <Block as BlockT>::Extrinsic,
            block_hash: <Block as BlockT>::Hash,
        ) -> TransactionValidity {
            Executive::validate_transaction(source, tx, block_hash)
        }
    }

    impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
        fn offchain_worker(header: &<Block as BlockT>::Header) {
            Executive::offchain_worker(header)
        }
    }

    impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
        fn slot_duration() -> sp_consensus_aura::SlotDuration {
            sp_consensus_aura::SlotDuration::from_millis(Aura::slot_duration())
        }

        fn authorities() -> Vec<AuraId> {
            pallet_aura::Authorities::<Runtime>::get().into_inner()
        }
    }

    impl sp_session::SessionKeys<Block> for Runtime {
        fn generate_session_keys(
            owner: Vec<u8>,
            seed: Option<Vec<u8>>,
        ) -> OpaqueGeneratedSessionKeys {
            SessionKeys::generate(&owner, seed).into()
        }

        fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
            SessionKeys::decode_into_raw_public_keys(&encoded)
        }
    }

    impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
        fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
            Grandpa::grandpa_authorities()
        }

        fn current_set_id() -> sp_consensus_grandpa::SetId {
            Grandpa::current_set_id()
        }

        fn submit_report_equivocation_unsigned_extrinsic(
            _: sp_consensus_grandpa::EquivocationProof<<Block as BlockT>::Hash, NumberFor<Block>>,
            _: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
        ) -> Option<()> {
            None
        }

        fn generate_key_ownership_proof(
            _: sp_consensus_grandpa::SetId,
            _: GrandpaId,
        ) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
            None
        }
    }

    impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
        fn account_nonce(account: AccountId) -> Nonce {
            System::account_nonce(account)
        }
    }

    impl payment_api::TransactionPaymentApi<Block, Balance> for Runtime {
        fn query_info(
            uxt: <Block as BlockT>::Extrinsic,
            len: u32,
        ) -> payment_api::RuntimeDispatchInfo<Balance> {
            let signer = match &uxt.preamble {
                Preamble::Signed(MultiAddress::Id(signer), _, _) => Some(signer),
                _ => None,
            };
            let fee = (!uxt.is_bare())
                .then(|| fee_of(signer, &uxt.function, &uxt.get_dispatch_info(), len));
            let mut info = TransactionPayment::query_info(uxt, len);
            info.partial_fee = fee.unwrap_or(info.partial_fee);
            info
        }

        fn query_fee_details(
            uxt: <Block as BlockT>::Extrinsic,
            len: u32,
        ) -> pallet_transaction_payment::FeeDetails<Balance> {
            TransactionPayment::query_fee_details(uxt, len)
        }

        fn query_weight_to_fee(weight: Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl payment_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall> for Runtime {
        fn query_call_info(
            call: RuntimeCall,
            len: u32,
        ) -> pallet_transaction_payment::RuntimeDispatchInfo<Balance> {
            TransactionPayment::query_call_info(call, len)
        }

        fn query_call_fee_details(
            call: RuntimeCall,
            len: u32,
        ) -> pallet_transaction_payment::FeeDetails<Balance> {
            TransactionPayment::query_call_fee_details(call, len)
        }

        fn query_weight_to_fee(weight: Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl pallet_subtensor_runtime_api::DelegateInfoRuntimeApi<Block> for Runtime {
        fn get_delegates() -> Vec<views::DelegateInfo<AccountId>> {
            Views::<Runtime>::get_delegates()
        }

        fn get_delegate(
            delegate_account: AccountId,
        ) -> Option<views::DelegateInfo<AccountId>> {
            Views::<Runtime>::get_delegate(delegate_account)
        }

        fn get_delegated(
            delegatee_account: AccountId,
        ) -> Vec<views::Delegation<AccountId>> {
            Views::<Runtime>::get_delegated(delegatee_account)
        }
    }

    impl pallet_subtensor_runtime_api::NeuronInfoRuntimeApi<Block> for Runtime {
        fn get_neurons(
            netuid: NetUid,
        ) -> Vec<views::NeuronInfo<AccountId>> {
            Views::<Runtime>::get_neurons(netuid)
        }

        fn get_neuron(
            netuid: NetUid,
            uid: u16,
        ) -> Option<views::NeuronInfo<AccountId>> {
            Views::<Runtime>::get_neuron(netuid, uid)
        }

        fn get_neurons_lite(
            netuid: NetUid,
        ) -> Vec<views::NeuronInfoLite<AccountId>> {
            Views::<Runtime>::get_neurons_lite(netuid)
        }

        fn get_neuron_lite(
            netuid: NetUid,
            uid: u16,
        ) -> Option<views::NeuronInfoLite<AccountId>> {
            Views::<Runtime>::get_neuron_lite(netuid, uid)
        }
    }

    impl pallet_subtensor_runtime_api::SubnetInfoRuntimeApi<Block> for Runtime {
        fn get_subnet_info(
            netuid: NetUid,
        ) -> Option<views::SubnetInfo<AccountId>> {
            Views::<Runtime>::get_subnet_info(netuid)
        }

        fn get_subnets_info() -> Vec<Option<views::SubnetInfo<AccountId>>> {
            Views::<Runtime>::get_subnets_info()
        }

        fn get_subnet_info_v2(
            netuid: NetUid,
        ) -> Option<views::SubnetInfov2<AccountId>> {
            Views::<Runtime>::get_subnet_info_v2(netuid)
        }

        fn get_subnets_info_v2() -> Vec<Option<views::SubnetInfov2<AccountId>>> {
            Views::<Runtime>::get_subnets_info_v2()
        }

        fn get_subnet_hyperparams(
            netuid: NetUid,
        ) -> Option<views::SubnetHyperparams> {
            Views::<Runtime>::get_subnet_hyperparams(netuid)
        }

        fn get_subnet_hyperparams_v2(
            netuid: NetUid,
        ) -> Option<views::SubnetHyperparamsV2> {
            Views::<Runtime>::get_subnet_hyperparams_v2(netuid)
        }

        fn get_subnet_hyperparams_v3(
            netuid: NetUid,
        ) -> Option<Vec<views::HyperparamEntry>> {
            Views::<Runtime>::get_subnet_hyperparams_v3(netuid)
        }

        fn get_all_dynamic_info() -> Vec<Option<views::DynamicInfo<AccountId>>> {
            Views::<Runtime>::get_all_dynamic_info()
        }

        fn get_all_metagraphs() -> Vec<Option<views::Metagraph<AccountId>>> {
            Views::<Runtime>::get_all_metagraphs()
        }

        fn get_metagraph(
            netuid: NetUid,
        ) -> Option<views::Metagraph<AccountId>> {
            Views::<Runtime>::get_metagraph(netuid)
        }

        fn get_all_mechagraphs() -> Vec<Option<views::Metagraph<AccountId>>> {
            Views::<Runtime>::get_all_mechagraphs()
        }

        fn get_mechagraph(
            netuid: NetUid,
            mecid: subtensor_primitives::MechId,
        ) -> Option<views::Metagraph<AccountId>> {
            Views::<Runtime>::get_mechagraph(netuid, mecid)
        }

        fn get_dynamic_info(
            netuid: NetUid,
        ) -> Option<views::DynamicInfo<AccountId>> {
            Views::<Runtime>::get_dynamic_info(netuid)
        }

        fn get_subnet_state(
            netuid: NetUid,
        ) -> Option<views::SubnetState<AccountId>> {
            Views::<Runtime>::get_subnet_state(netuid)
        }

        fn get_selective_metagraph(
            netuid: NetUid,
            metagraph_indexes: Vec<u16>,
        ) -> Option<views::SelectiveMetagraph<AccountId>> {
            Views::<Runtime>::get_selective_metagraph(netuid, metagraph_indexes)
        }

        fn get_coldkey_auto_stake_hotkey(
            coldkey: AccountId,
            netuid: NetUid,
        ) -> Option<AccountId> {
            Views::<Runtime>::get_coldkey_auto_stake_hotkey(coldkey, netuid)
        }

        fn get_selective_mechagraph(
            netuid: NetUid,
            subid: subtensor_primitives::MechId,
            metagraph_indexes: Vec<u16>,
        ) -> Option<views::SelectiveMetagraph<AccountId>> {
            Views::<Runtime>::get_selective_mechagraph(
                netuid,
                subid,
                metagraph_indexes,
            )
        }

        fn get_subnet_to_prune() -> Option<NetUid> {
            Views::<Runtime>::get_subnet_to_prune()
        }

        fn get_subnet_account_id(netuid: NetUid) -> Option<AccountId> {
            Subnets::<Runtime>::subnet_account(netuid)
        }

        fn get_next_epoch_start_block(netuid: NetUid) -> Option<u64> {
            Schedule::<Runtime>::next_epoch_start_block(netuid)
        }

        fn get_block_emission() -> TaoBalance {
            Coinbase::<Runtime>::block_emission()
        }
    }

    impl pallet_subtensor_runtime_api::StakeInfoRuntimeApi<Block> for Runtime {
        fn get_stake_info_for_coldkey(
            coldkey_account: AccountId,
        ) -> Vec<views::StakeInfo<AccountId>> {
            Views::<Runtime>::get_stake_info_for_coldkey(coldkey_account)
        }

        fn get_stake_info_for_coldkeys(
            coldkey_accounts: Vec<AccountId>,
        ) -> Vec<(
            AccountId,
            Vec<views::StakeInfo<AccountId>>,
        )> {
            Views::<Runtime>::get_stake_info_for_coldkeys(coldkey_accounts)
        }

        fn get_stake_info_for_hotkey_coldkey_netuid(
            hotkey_account: AccountId,
            coldkey_account: AccountId,
            netuid: NetUid,
        ) -> Option<views::StakeInfo<AccountId>> {
            Views::<Runtime>::get_stake_info_for_hotkey_coldkey_netuid(
                hotkey_account,
                coldkey_account,
                netuid,
            )
        }

        fn get_stake_availability_for_coldkeys(
            coldkey_accounts: Vec<AccountId>,
            netuids: Option<Vec<NetUid>>,
        ) -> alloc::collections::BTreeMap<
            AccountId,
            alloc::collections::BTreeMap<
                NetUid,
                views::StakeAvailability,
            >,
        > {
            Views::<Runtime>::get_stake_availability_for_coldkeys(
                coldkey_accounts,
                netuids,
            )
        }

        fn get_stake_fee(
            origin: Option<(AccountId, NetUid)>,
            origin_coldkey_account: AccountId,
            destination: Option<(AccountId, NetUid)>,
            destination_coldkey_account: AccountId,
            amount: u64,
        ) -> u64 {
            Views::<Runtime>::get_stake_fee(
                origin,
                origin_coldkey_account,
                destination,
                destination_coldkey_account,
                amount,
            )
        }

        fn get_coldkey_lock(
            coldkey: AccountId,
            netuid: NetUid,
        ) -> Option<pallet_subtensor::LockState> {
            Locks::<Runtime>::get_coldkey_lock(coldkey, netuid)
        }

        fn get_hotkey_conviction(
            hotkey: AccountId,
            netuid: NetUid,
        ) -> subtensor_fixed::U64F64 {
            Locks::<Runtime>::get_hotkey_conviction(hotkey, netuid)
        }

        fn get_most_convicted_hotkey_on_subnet(
            netuid: NetUid,
        ) -> Option<AccountId> {
            Locks::<Runtime>::get_most_convicted_hotkey_on_subnet(netuid)
        }
    }

    impl pallet_subtensor_runtime_api::PagedReadsRuntimeApi<Block> for Runtime {
        fn get_metagraph_page(
            start_after: Option<NetUid>,
            limit: u32,
        ) -> views::MetagraphPage<AccountId> {
            Views::<Runtime>::get_metagraph_page(start_after, limit)
        }

        fn get_mechagraph_page(
            start_after: Option<NetUid>,
            limit: u32,
        ) -> views::MetagraphPage<AccountId> {
            Views::<Runtime>::get_mechagraph_page(start_after, limit)
        }

        fn get_delegate_page(
            start_after: Option<AccountId>,
            limit: u32,
        ) -> views::DelegatePage<AccountId> {
            Views::<Runtime>::get_delegate_page(start_after, limit)
        }

        fn get_nominator_page(
            hotkey: AccountId,
            start_after: Option<(AccountId, NetUid)>,
            limit: u32,
        ) -> views::NominatorPage<AccountId> {
            Views::<Runtime>::get_nominator_page(hotkey, start_after, limit)
        }
    }

    impl pallet_subtensor_runtime_api::SubnetRegistrationRuntimeApi<Block> for Runtime {
        fn get_network_registration_cost() -> subtensor_primitives::TaoBalance {
            Subnets::<Runtime>::lock_cost()
        }
    }

    impl pallet_subtensor_runtime_api::BetaBasketRuntimeApi<Block> for Runtime {
        fn get_root_basket_owed(coldkey: AccountId) -> TaoBalance {
            Views::<Runtime>::get_root_basket_owed(coldkey)
        }

        fn get_basket_payout(hotkey: AccountId, coldkey: AccountId) -> TaoBalance {
            Views::<Runtime>::get_basket_payout(hotkey, coldkey)
        }

        fn get_validator_basket_nav(hotkey: AccountId) -> TaoBalance {
            Views::<Runtime>::get_validator_basket_nav(hotkey)
        }

        fn get_validator_basket(hotkey: AccountId) -> Vec<(NetUid, AlphaBalance, TaoBalance)> {
            Views::<Runtime>::get_validator_basket(hotkey)
        }

        fn get_root_basket_total_nav() -> TaoBalance {
            Views::<Runtime>::get_root_basket_total_nav()
        }

        fn get_validator_basket_summary(hotkey: AccountId) -> views::BasketSummary<AccountId> {
            Views::<Runtime>::get_validator_basket_summary(hotkey)
        }

        fn get_all_validator_baskets() -> Vec<views::BasketSummary<AccountId>> {
            Views::<Runtime>::get_all_validator_baskets()
        }

        fn get_root_basket_positions(coldkey: AccountId) -> Vec<(AccountId, u64, TaoBalance)> {
            Views::<Runtime>::get_root_basket_positions(coldkey)
        }

        fn get_basket_position(
            hotkey: AccountId,
            coldkey: AccountId,
        ) -> Option<views::BasketPosition<AccountId>> {
            Views::<Runtime>::get_basket_position(hotkey, coldkey)
        }

        fn get_root_basket_portfolio(coldkey: AccountId) -> Vec<views::BasketPosition<AccountId>> {
            Views::<Runtime>::get_root_basket_portfolio(coldkey)
        }

        fn get_beta_pricing(hotkey: AccountId) -> Option<views::BetaPricing<AccountId>> {
            Views::<Runtime>::get_beta_pricing(hotkey)
        }

        fn get_all_beta_pricing(
            start_after: Option<AccountId>,
            limit: u32,
        ) -> views::BetaPricingPage<AccountId> {
            Views::<Runtime>::get_all_beta_pricing(start_after, limit)
        }

        fn get_beta_index() -> (subtensor_fixed::U64F64, subtensor_fixed::U64F64) {
            Views::<Runtime>::get_beta_index()
        }

        fn get_beta_position(
            hotkey: AccountId,
            coldkey: AccountId,
        ) -> Option<views::BetaPosition<AccountId>> {
            Views::<Runtime>::get_beta_position(hotkey, coldkey)
        }

        fn get_beta_portfolio(coldkey: AccountId) -> Vec<views::BetaPosition<AccountId>> {
            Views::<Runtime>::get_beta_portfolio(coldkey)
        }

        fn get_basket_trading_status(hotkey: AccountId) -> views::BasketTradingStatus {
            Views::<Runtime>::get_basket_trading_status(hotkey)
        }

        fn get_basket_claim_preview(
            hotkey: AccountId,
            coldkey: AccountId,
        ) -> Option<views::BasketClaimPreview<AccountId>> {
            Views::<Runtime>::get_basket_claim_preview(hotkey, coldkey)
        }

        fn get_root_basket_claim_previews(
            coldkey: AccountId,
        ) -> Vec<views::BasketClaimPreview<AccountId>> {
            Views::<Runtime>::get_root_basket_claim_previews(coldkey)
        }
    }

    impl pallet_subtensor_swap_runtime_api::SwapRuntimeApi<Block> for Runtime {
        fn current_alpha_price(netuid: NetUid) -> u64 {
            Swap::current_alpha_price(netuid)
        }

        fn current_alpha_price_all() -> Vec<pallet_subtensor_swap::SubnetPrice> {
            Swap::current_alpha_price_all()
        }

        fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> SimSwapResult {
            Swap::sim_swap_tao_for_alpha(netuid, tao)
        }

        fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult {
            Swap::sim_swap_alpha_for_tao(netuid, alpha)
        }
    }

    impl pallet_subtensor_proxy_runtime_api::ProxyFilterRuntimeApi<Block> for Runtime {
        fn get_proxy_types() -> Vec<ProxyTypeInfo> {
            proxy_report::types()
        }

        fn get_proxy_filter(proxy_type: Option<u8>) -> Vec<ProxyFilterInfo> {
            proxy_report::filters(proxy_type)
        }

        fn get_proxy_filters(proxy_type: Option<u8>) -> Vec<ProxyFilterInfo> {
            proxy_report::filters(proxy_type)
        }
    }

    impl pallet_shield_runtime_api::ShieldApi<Block> for Runtime {
        fn try_decode_shielded_tx(
            uxt: <Block as BlockT>::Extrinsic,
        ) -> Option<ShieldedTransaction> {
            shield::parts_of(uxt)
        }

        fn is_shielded_using_current_key(key_hash: &KeyHash) -> bool {
            MevShield::is_pending_key(key_hash)
        }

        fn try_unshield_tx(
            dec_key_bytes: Vec<u8>,
            shielded_tx: ShieldedTransaction,
        ) -> Option<<Block as BlockT>::Extrinsic> {
            shield::unshield(&dec_key_bytes, &shielded_tx)
        }
    }

    impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
        fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
            build_state::<RuntimeGenesisConfig>(config)
        }

        fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
            get_preset::<RuntimeGenesisConfig>(id, genesis::preset)
        }

        fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
            genesis::preset_names()
        }
    }

    // Tools call these outside of any chain; a panic is how they learn that a check failed.
    #[cfg(feature = "try-runtime")]
    impl frame_try_runtime::TryRuntime<Block> for Runtime {
        fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
            let used = Executive::try_runtime_upgrade(checks)
                .expect("migrations and the checks of every pallet succeed");
            (used, <Runtime as frame_system::Config>::BlockWeights::get().max_block)
        }

        fn execute_block(
            block: <Block as BlockT>::LazyBlock,
            state_root_check: bool,
            signature_check: bool,
            select: frame_try_runtime::TryStateSelect,
        ) -> Weight {
            Executive::try_execute_block(block, state_root_check, signature_check, select)
                .expect("the block and the checks of every pallet succeed")
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    impl frame_benchmarking::Benchmark<Block> for Runtime {
        fn benchmark_metadata(
            extra: bool,
        ) -> (
            Vec<frame_benchmarking::BenchmarkList>,
            Vec<frame_support::traits::StorageInfo>,
        ) {
            benchmarking::metadata(extra)
        }

        fn dispatch_benchmark(
            config: frame_benchmarking::BenchmarkConfig,
        ) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
            benchmarking::dispatch(config)
        }
    }
}
