//! Genesis state (spec 60 §17.3): the root network and, where a preset asks for it, subnet 1 with a
//! backed pool.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod genesis {
    /// What a chain spec decides about the pallet.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Coldkey and hotkey that own the root network, the hotkey associated; none: the all-zero
        /// account.
        pub root_owner: Option<(T::AccountId, T::AccountId)>,
        /// Whether TAO can be staked to root from the first block.
        pub root_subtoken_enabled: bool,
        /// Whether subnet 1 exists. Its pool's TAO must be endowed to the subnet account by the
        /// balances genesis.
        pub first_subnet: bool,
        /// Blocks between a subnet's creation and its earliest start; none: the constant's value.
        pub start_call_delay: Option<u64>,
        /// Blocks between two creations of subnets; none: the constant's value.
        pub network_rate_limit: Option<u64>,
        /// Blocks before an epoch in which owners may change nothing; none: the storage item's
        /// default.
        pub admin_freeze_window: Option<u16>,
        /// Tempos between two changes of one value by an owner; none: the storage item's default.
        pub owner_hyperparam_rate_limit: Option<u16>,
        /// Blocks between two swaps of a key; none: the constant's value.
        pub tx_rate_limit: Option<u64>,
        /// Blocks between two raises of a take; none: the constant's value.
        pub tx_delegate_take_rate_limit: Option<u64>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            crate::genesis::build::<T>(self)
        }
    }
}

use frame_support::traits::fungible::Inspect;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{
    Config, GenesisConfig, Hotkeys, Ledger, Neurons, Shares,
    neurons::ROOT_SEATS,
    pallet::{
        AdminFreezeWindow, LargestLocked, MaxAllowedUids, MaxAllowedValidators, MinAllowedWeights,
        NetworkRateLimit, NetworkRegistrationAllowed, NetworksAdded, Owner,
        OwnerHyperparamRateLimit, StartCallDelay, SubnetLocked, SubnetMechanism, SubnetOwner,
        SubnetOwnerHotkey, SubnetworkN, SubtokenEnabled, TargetRegistrationsPerInterval, Tempo,
        TokenSymbol, TotalNetworks, TxDelegateTakeRateLimit, TxRateLimit,
    },
};

/// Both sides of the pool of subnet 1: 10 TAO and 10 alpha, in rao.
pub const FIRST_SUBNET_POOL_RAO: u64 = 10_000_000_000;
/// Alpha of subnet 1 staked on its only neuron, the all-zero account, in rao.
const FIRST_SUBNET_STAKE_RAO: u64 = 1_000_000_000;
const GENESIS_TEMPO: u16 = 100;

/// Writes the genesis state. Runs after the balances genesis, whose issuance it adopts.
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
    set_limits::<T>(config);
    add_root::<T>(config);
    if config.first_subnet {
        add_first_subnet::<T>();
    }
    Ledger::<T>::record_issuance();
}

fn set_limits<T: Config>(config: &GenesisConfig<T>) {
    if let Some(delay) = config.start_call_delay {
        StartCallDelay::<T>::put(delay);
    }
    if let Some(blocks) = config.network_rate_limit {
        NetworkRateLimit::<T>::put(blocks);
    }
    if let Some(blocks) = config.admin_freeze_window {
        AdminFreezeWindow::<T>::put(blocks);
    }
    if let Some(tempos) = config.owner_hyperparam_rate_limit {
        OwnerHyperparamRateLimit::<T>::put(tempos);
    }
    if let Some(blocks) = config.tx_rate_limit {
        TxRateLimit::<T>::put(blocks);
    }
    if let Some(blocks) = config.tx_delegate_take_rate_limit {
        TxDelegateTakeRateLimit::<T>::put(blocks);
    }
}

fn add_root<T: Config>(config: &GenesisConfig<T>) {
    let root = NetUid::ROOT;
    add_network::<T>(root);
    MaxAllowedUids::<T>::insert(root, ROOT_SEATS);
    TargetRegistrationsPerInterval::<T>::insert(root, 1);
    keep_account_alive::<T>(root);
    if let Some((coldkey, hotkey)) = &config.root_owner {
        SubnetOwner::<T>::insert(root, coldkey);
        SubnetOwnerHotkey::<T>::insert(root, hotkey);
        // Whoever associated the hotkey would speak for the owner.
        let owned = Hotkeys::<T>::claim_hotkey(coldkey, hotkey);
        assert!(
            owned.is_ok(),
            "the owner of root cannot own its hotkey: {owned:?}"
        );
    }
    if config.root_subtoken_enabled {
        SubtokenEnabled::<T>::insert(root, true);
    }
}

fn add_first_subnet<T: Config>() {
    let netuid = NetUid::new(1);
    let nobody = Hotkeys::<T>::zero_account();
    let pool = FIRST_SUBNET_POOL_RAO;

    add_network::<T>(netuid);
    SubnetMechanism::<T>::insert(netuid, 1);
    MaxAllowedUids::<T>::insert(netuid, 256);
    SubnetOwner::<T>::insert(netuid, &nobody);
    Owner::<T>::insert(&nobody, &nobody);
    SubnetLocked::<T>::insert(netuid, TaoBalance::new(1));
    LargestLocked::<T>::insert(netuid, 1);

    Ledger::<T>::add_pool_tao(netuid, TaoBalance::new(pool));
    Ledger::<T>::mint_alpha_in(netuid, AlphaBalance::new(pool));
    Ledger::<T>::mint_alpha_out(netuid, AlphaBalance::new(FIRST_SUBNET_STAKE_RAO));
    Shares::<T>::increase_stake(
        &nobody,
        &nobody,
        netuid,
        AlphaBalance::new(FIRST_SUBNET_STAKE_RAO),
    );
    Neurons::<T>::append_neuron(netuid, &nobody, 0);
}

/// Gives a subnet's account the existential deposit, so that a rest of its pool below it is never
/// reaped.
fn keep_account_alive<T: Config>(netuid: NetUid) {
    let deposit = T::Currency::minimum_balance();
    let minted = Ledger::<T>::mint_to_subnet(netuid, TaoBalance::new(deposit));
    assert!(
        minted.is_ok(),
        "the account of subnet {netuid} cannot hold the existential deposit"
    );
}

/// What root and subnet 1 have in common.
fn add_network<T: Config>(netuid: NetUid) {
    NetworksAdded::<T>::insert(netuid, true);
    TotalNetworks::<T>::mutate(|count| *count = count.saturating_add(1));
    SubnetworkN::<T>::insert(netuid, 0);
    MaxAllowedValidators::<T>::insert(netuid, 64);
    MinAllowedWeights::<T>::insert(netuid, 0);
    Tempo::<T>::insert(netuid, GENESIS_TEMPO);
    NetworkRegistrationAllowed::<T>::insert(netuid, true);
    TokenSymbol::<T>::insert(netuid, crate::subnets::default_symbol(netuid));
}
