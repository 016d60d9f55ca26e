//! What clients may ask the Subtensor pallet (spec 70 §3 to §7). Trait, method and argument names
//! are public, as are the layouts of the answers; the read models behind them are in
//! `pallet_subtensor::views`.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

use alloc::{collections::BTreeMap, vec::Vec};
use pallet_subtensor::{
    LockState,
    views::{
        BasketClaimPreview, BasketPosition, BasketSummary, BasketTradingStatus, BetaPosition,
        BetaPricing, BetaPricingPage, DelegateInfo, DelegatePage, Delegation, DynamicInfo,
        HyperparamEntry, Metagraph, MetagraphPage, NeuronInfo, NeuronInfoLite, NominatorPage,
        SelectiveMetagraph, StakeAvailability, StakeInfo, SubnetHyperparams, SubnetHyperparamsV2,
        SubnetInfo, SubnetInfov2, SubnetState,
    },
};
use sp_runtime::AccountId32;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, TaoBalance};

sp_api::decl_runtime_apis! {
    /// Hotkeys that take nominations.
    pub trait DelegateInfoRuntimeApi {
        /// Every delegate with its nominators.
        fn get_delegates() -> Vec<DelegateInfo<AccountId32>>;
        /// One delegate with its nominators.
        fn get_delegate(delegate_account: AccountId32) -> Option<DelegateInfo<AccountId32>>;
        /// The positions of a nominator with delegates, in rao of alpha.
        fn get_delegated(
            delegatee_account: AccountId32,
        ) -> Vec<Delegation<AccountId32>>;
    }

    /// Neurons of a subnet.
    pub trait NeuronInfoRuntimeApi {
        /// All neurons with weights and bonds.
        fn get_neurons(netuid: NetUid) -> Vec<NeuronInfo<AccountId32>>;
        /// One neuron with weights and bonds.
        fn get_neuron(netuid: NetUid, uid: u16) -> Option<NeuronInfo<AccountId32>>;
        /// All neurons.
        fn get_neurons_lite(netuid: NetUid) -> Vec<NeuronInfoLite<AccountId32>>;
        /// One neuron.
        fn get_neuron_lite(netuid: NetUid, uid: u16) -> Option<NeuronInfoLite<AccountId32>>;
    }

    /// Subnets: economy, metagraph, hyperparameters, schedule.
    #[api_version(2)]
    pub trait SubnetInfoRuntimeApi {
        /// One subnet.
        fn get_subnet_info(netuid: NetUid) -> Option<SubnetInfo<AccountId32>>;
        /// All subnets.
        fn get_subnets_info() -> Vec<Option<SubnetInfo<AccountId32>>>;
        /// One subnet with its identity.
        fn get_subnet_info_v2(netuid: NetUid) -> Option<SubnetInfov2<AccountId32>>;
        /// All subnets with their identities.
        fn get_subnets_info_v2() -> Vec<Option<SubnetInfov2<AccountId32>>>;
        /// Hyperparameters, first version.
        fn get_subnet_hyperparams(netuid: NetUid) -> Option<SubnetHyperparams>;
        /// Hyperparameters, second version.
        fn get_subnet_hyperparams_v2(netuid: NetUid) -> Option<SubnetHyperparamsV2>;
        /// Hyperparameters by name.
        fn get_subnet_hyperparams_v3(netuid: NetUid) -> Option<Vec<HyperparamEntry>>;
        /// Pools and emission of all subnets.
        fn get_all_dynamic_info() -> Vec<Option<DynamicInfo<AccountId32>>>;
        /// Metagraphs of all subnets.
        fn get_all_metagraphs() -> Vec<Option<Metagraph<AccountId32>>>;
        /// Metagraph of a subnet.
        fn get_metagraph(netuid: NetUid) -> Option<Metagraph<AccountId32>>;
        /// Metagraphs of all mechanisms.
        fn get_all_mechagraphs() -> Vec<Option<Metagraph<AccountId32>>>;
        /// Metagraph of a mechanism.
        fn get_mechagraph(netuid: NetUid, mecid: MechId) -> Option<Metagraph<AccountId32>>;
        /// Pool and emission of a subnet.
        fn get_dynamic_info(netuid: NetUid) -> Option<DynamicInfo<AccountId32>>;
        /// Neurons of a subnet by column.
        fn get_subnet_state(netuid: NetUid) -> Option<SubnetState<AccountId32>>;
        /// Fields of the metagraph of a subnet, by the first 1024 numbers.
        fn get_selective_metagraph(
            netuid: NetUid,
            metagraph_indexes: Vec<u16>,
        ) -> Option<SelectiveMetagraph<AccountId32>>;
        /// Hotkey to which emission of a coldkey is staked.
        fn get_coldkey_auto_stake_hotkey(
            coldkey: AccountId32,
            netuid: NetUid,
        ) -> Option<AccountId32>;
        /// Fields of the metagraph of a mechanism, by the first 1024 numbers.
        fn get_selective_mechagraph(
            netuid: NetUid,
            subid: MechId,
            metagraph_indexes: Vec<u16>,
        ) -> Option<SelectiveMetagraph<AccountId32>>;
        /// The subnet that a new one would replace.
        fn get_subnet_to_prune() -> Option<NetUid>;
        /// Account that holds the TAO of a subnet.
        fn get_subnet_account_id(netuid: NetUid) -> Option<AccountId32>;
        /// Block in which the next epoch of a subnet is due; none without tempo.
        fn get_next_epoch_start_block(netuid: NetUid) -> Option<u64>;
        /// TAO that the current block may create, rao.
        fn get_block_emission() -> TaoBalance;
    }

    /// Stake of coldkeys. Amounts are in rao of the subnet's alpha, on root in rao.
    pub trait StakeInfoRuntimeApi {
        /// Positions of a coldkey.
        fn get_stake_info_for_coldkey(coldkey_account: AccountId32) -> Vec<StakeInfo<AccountId32>>;
        /// Positions of several coldkeys, at most 1024.
        fn get_stake_info_for_coldkeys(
            coldkey_accounts: Vec<AccountId32>,
        ) -> Vec<(AccountId32, Vec<StakeInfo<AccountId32>>)>;
        /// One position.
        fn get_stake_info_for_hotkey_coldkey_netuid(
            hotkey_account: AccountId32,
            coldkey_account: AccountId32,
            netuid: NetUid,
        ) -> Option<StakeInfo<AccountId32>>;
        /// What at most 1024 coldkeys hold, what of it is locked and what is free.
        fn get_stake_availability_for_coldkeys(
            coldkey_accounts: Vec<AccountId32>,
            netuids: Option<Vec<NetUid>>,
        ) -> BTreeMap<AccountId32, BTreeMap<NetUid, StakeAvailability>>;
        /// Fee for moving `amount`, in its unit.
        fn get_stake_fee(
            origin: Option<(AccountId32, NetUid)>,
            origin_coldkey_account: AccountId32,
            destination: Option<(AccountId32, NetUid)>,
            destination_coldkey_account: AccountId32,
            amount: u64,
        ) -> u64;
        /// Lock of a coldkey as of now.
        fn get_coldkey_lock(coldkey: AccountId32, netuid: NetUid) -> Option<LockState>;
        /// Conviction of the locks on a hotkey as of now.
        fn get_hotkey_conviction(hotkey: AccountId32, netuid: NetUid) -> U64F64;
        /// Hotkey with the highest conviction, of at most 1024 of either kind of locks and those
        /// that could win the subnet.
        fn get_most_convicted_hotkey_on_subnet(netuid: NetUid) -> Option<AccountId32>;
    }

    /// Pages of answers that grow with the chain; the public network has none. A page names where
    /// the next one starts after, and is the last if it names nothing; a limit of 0 asks for a full
    /// page.
    pub trait PagedReadsRuntimeApi {
        /// Metagraphs of at most 16 subnets, ascending.
        fn get_metagraph_page(
            start_after: Option<NetUid>,
            limit: u32,
        ) -> MetagraphPage<AccountId32>;
        /// Metagraphs of all mechanisms of at most 16 subnets, ascending.
        fn get_mechagraph_page(
            start_after: Option<NetUid>,
            limit: u32,
        ) -> MetagraphPage<AccountId32>;
        /// At most 256 delegates without their nominators.
        fn get_delegate_page(
            start_after: Option<AccountId32>,
            limit: u32,
        ) -> DelegatePage<AccountId32>;
        /// At most 256 positions on a hotkey, in rao of alpha.
        fn get_nominator_page(
            hotkey: AccountId32,
            start_after: Option<(AccountId32, NetUid)>,
            limit: u32,
        ) -> NominatorPage<AccountId32>;
    }

    /// Creation of subnets.
    pub trait SubnetRegistrationRuntimeApi {
        /// Price of a creation in this block, in rao.
        fn get_network_registration_cost() -> TaoBalance;
    }

    /// Funds of root validators (spec 90 §11). TAO is in rao, shares are raw.
    #[api_version(5)]
    pub trait BetaBasketRuntimeApi {
        /// What all shares of a coldkey are worth, in its first 256 funds.
        fn get_root_basket_owed(coldkey: AccountId32) -> TaoBalance;
        /// What the shares of a coldkey in one fund are worth.
        fn get_basket_payout(hotkey: AccountId32, coldkey: AccountId32) -> TaoBalance;
        /// What a sale of a fund would bring.
        fn get_validator_basket_nav(hotkey: AccountId32) -> TaoBalance;
        /// What a fund holds, subnet by subnet, with what a sale would bring.
        fn get_validator_basket(hotkey: AccountId32) -> Vec<(NetUid, AlphaBalance, TaoBalance)>;
        /// What sales of all funds would bring.
        fn get_root_basket_total_nav() -> TaoBalance;
        /// One fund.
        fn get_validator_basket_summary(hotkey: AccountId32) -> BasketSummary<AccountId32>;
        /// The first 1024 funds that have shares.
        fn get_all_validator_baskets() -> Vec<BasketSummary<AccountId32>>;
        /// Hotkey, shares and their worth of each fund in which a coldkey has some.
        fn get_root_basket_positions(coldkey: AccountId32) -> Vec<(AccountId32, u64, TaoBalance)>;
        /// What a coldkey has in one fund.
        fn get_basket_position(
            hotkey: AccountId32,
            coldkey: AccountId32,
        ) -> Option<BasketPosition<AccountId32>>;
        /// What a coldkey has in each of its first 256 funds.
        fn get_root_basket_portfolio(coldkey: AccountId32) -> Vec<BasketPosition<AccountId32>>;
        /// Prices of a fund's shares.
        fn get_beta_pricing(hotkey: AccountId32) -> Option<BetaPricing<AccountId32>>;
        /// Prices of all funds' shares, by pages of at most 256; 0 asks for a full one.
        fn get_all_beta_pricing(
            start_after: Option<AccountId32>,
            limit: u32,
        ) -> BetaPricingPage<AccountId32>;
        /// Levels of the index of funds and of the index of their dividends.
        fn get_beta_index() -> (U64F64, U64F64);
        /// What a coldkey has in one fund, on the scale of the index.
        fn get_beta_position(
            hotkey: AccountId32,
            coldkey: AccountId32,
        ) -> Option<BetaPosition<AccountId32>>;
        /// The same of each of its first 256 funds.
        fn get_beta_portfolio(coldkey: AccountId32) -> Vec<BetaPosition<AccountId32>>;
        /// Whether a fund may be traded, and how much now.
        fn get_basket_trading_status(hotkey: AccountId32) -> BasketTradingStatus;
        /// What a claim on one fund would do.
        fn get_basket_claim_preview(
            hotkey: AccountId32,
            coldkey: AccountId32,
        ) -> Option<BasketClaimPreview<AccountId32>>;
        /// What claims on each of its first 256 funds would do.
        fn get_root_basket_claim_previews(
            coldkey: AccountId32,
        ) -> Vec<BasketClaimPreview<AccountId32>>;
    }
}
