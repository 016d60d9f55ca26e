//! Layouts of the answers, field by field, against the tables of spec 70. `C<..>` is compact, `A`
//! an account.

use scale_info::{MetaType, TypeDef, TypeInfo};

use crate::{mock::Test, views::*};

type A = <Test as frame_system::Config>::AccountId;

/// §4.2.
const NEURON: &str = "
    hotkey: A, coldkey: A, uid: C<u16>, netuid: C<NetUid>, active: bool, axon_info: AxonInfo,
    prometheus_info: PrometheusInfo, stake: Vec<(A,C<AlphaBalance>)>, rank: C<u16>,
    emission: C<AlphaBalance>, incentive: C<u16>, consensus: C<u16>, trust: C<u16>,
    validator_trust: C<u16>, dividends: C<u16>, last_update: C<u64>, validator_permit: bool,
    weights: Vec<(C<u16>,C<u16>)>, bonds: Vec<(C<u16>,C<u16>)>, pruning_score: C<u16>";
/// §4.2: without weights and bonds.
const NEURON_LITE: &str = "
    hotkey: A, coldkey: A, uid: C<u16>, netuid: C<NetUid>, active: bool, axon_info: AxonInfo,
    prometheus_info: PrometheusInfo, stake: Vec<(A,C<AlphaBalance>)>, rank: C<u16>,
    emission: C<AlphaBalance>, incentive: C<u16>, consensus: C<u16>, trust: C<u16>,
    validator_trust: C<u16>, dividends: C<u16>, last_update: C<u64>, validator_permit: bool,
    pruning_score: C<u16>";
/// §4.1.
const DELEGATE: &str = "
    delegate_ss58: A, take: C<u16>, nominators: Vec<(A,Vec<(C<NetUid>,C<u64>)>)>, owner_ss58: A,
    registrations: Vec<C<NetUid>>, validator_permits: Vec<C<NetUid>>, return_per_1000: C<u64>,
    total_daily_return: C<u64>";
/// §5.2.
const DYNAMIC: &str = "
    netuid: C<NetUid>, owner_hotkey: A, owner_coldkey: A, subnet_name: Vec<C<u8>>,
    token_symbol: Vec<C<u8>>, tempo: C<u16>, last_step: C<u64>, blocks_since_last_step: C<u64>,
    emission: C<u64>, alpha_in: C<AlphaBalance>, alpha_out: C<AlphaBalance>, tao_in: C<TaoBalance>,
    alpha_out_emission: C<AlphaBalance>, alpha_in_emission: C<AlphaBalance>,
    tao_in_emission: C<TaoBalance>, pending_alpha_emission: C<AlphaBalance>,
    pending_root_emission: C<TaoBalance>, subnet_volume: C<u128>, network_registered_at: C<u64>,
    subnet_identity: Option<SubnetIdentityV3>, moving_price: FixedI128";
/// §5.1, fields 1 to 18.
const SUBNET_V1: &str = "
    netuid: C<NetUid>, rho: C<u16>, kappa: C<u16>, difficulty: C<u64>, immunity_period: C<u16>,
    max_allowed_validators: C<u16>, min_allowed_weights: C<u16>, max_weights_limit: C<u16>,
    scaling_law_power: C<u16>, subnetwork_n: C<u16>, max_allowed_uids: C<u16>,
    blocks_since_last_step: C<u64>, tempo: C<u16>, network_modality: C<u16>,
    network_connect: Vec<[u16]>, emission_values: C<u64>, burn: C<TaoBalance>, owner: A";
/// §5.1.
const SUBNET_V2: &str = "
    netuid: C<NetUid>, rho: C<u16>, kappa: C<u16>, difficulty: C<u64>, immunity_period: C<u16>,
    max_allowed_validators: C<u16>, min_allowed_weights: C<u16>, max_weights_limit: C<u16>,
    scaling_law_power: C<u16>, subnetwork_n: C<u16>, max_allowed_uids: C<u16>,
    blocks_since_last_step: C<u64>, tempo: C<u16>, network_modality: C<u16>,
    network_connect: Vec<[u16]>, emission_value: C<u64>, burn: C<TaoBalance>, owner: A,
    identity: Option<SubnetIdentityV3>";
/// §5.5, fields 1 to 27.
const HYPERPARAMS_V1: &str = "
    rho: C<u16>, kappa: C<u16>, immunity_period: C<u16>, min_allowed_weights: C<u16>,
    max_weights_limit: C<u16>, tempo: C<u16>, min_difficulty: C<u64>, max_difficulty: C<u64>,
    weights_version: C<u64>, weights_rate_limit: C<u64>, adjustment_interval: C<u16>,
    activity_cutoff: C<u64>, registration_allowed: bool, target_regs_per_interval: C<u16>,
    min_burn: C<TaoBalance>, max_burn: C<TaoBalance>, bonds_moving_avg: C<u64>,
    max_regs_per_block: C<u16>, serving_rate_limit: C<u64>, max_validators: C<u16>,
    adjustment_alpha: C<u64>, difficulty: C<u64>, commit_reveal_period: C<u64>,
    commit_reveal_weights_enabled: bool, alpha_high: C<u16>, alpha_low: C<u16>,
    liquid_alpha_enabled: bool";
/// §5.5.
const HYPERPARAMS_V2: &str = "
    rho: C<u16>, kappa: C<u16>, immunity_period: C<u16>, min_allowed_weights: C<u16>,
    max_weights_limit: C<u16>, tempo: C<u16>, min_difficulty: C<u64>, max_difficulty: C<u64>,
    weights_version: C<u64>, weights_rate_limit: C<u64>, adjustment_interval: C<u16>,
    activity_cutoff: C<u64>, registration_allowed: bool, target_regs_per_interval: C<u16>,
    min_burn: C<TaoBalance>, max_burn: C<TaoBalance>, bonds_moving_avg: C<u64>,
    max_regs_per_block: C<u16>, serving_rate_limit: C<u64>, max_validators: C<u16>,
    adjustment_alpha: C<u64>, difficulty: C<u64>, commit_reveal_period: C<u64>,
    commit_reveal_weights_enabled: bool, alpha_high: C<u16>, alpha_low: C<u16>,
    liquid_alpha_enabled: bool, alpha_sigmoid_steepness: FixedI64, yuma_version: C<u16>,
    subnet_is_active: bool, transfers_enabled: bool, bonds_reset_enabled: bool,
    user_liquidity_enabled: bool";
/// §5.6.
const STATE: &str = "
    netuid: C<NetUid>, hotkeys: Vec<A>, coldkeys: Vec<A>, active: Vec<bool>,
    validator_permit: Vec<bool>, pruning_score: Vec<C<u16>>, last_update: Vec<C<u64>>,
    emission: Vec<C<AlphaBalance>>, dividends: Vec<C<u16>>, incentives: Vec<C<u16>>,
    consensus: Vec<C<u16>>, trust: Vec<C<u16>>, rank: Vec<C<u16>>,
    block_at_registration: Vec<C<u64>>, alpha_stake: Vec<C<AlphaBalance>>,
    tao_stake: Vec<C<TaoBalance>>, total_stake: Vec<C<TaoBalance>>,
    emission_history: Vec<Vec<C<AlphaBalance>>>";
/// §6.
const STAKE: &str = "
    hotkey: A, coldkey: A, netuid: C<NetUid>, stake: C<AlphaBalance>, locked: C<u64>,
    emission: C<AlphaBalance>, tao_emission: C<TaoBalance>, drain: C<u64>, is_registered: bool";
/// §5.3, fields 0 to 71; 90 §14.5.
const METAGRAPH: &str = "
    netuid: C<NetUid>, name: Vec<C<u8>>, symbol: Vec<C<u8>>, identity: Option<SubnetIdentityV3>,
    network_registered_at: C<u64>, owner_hotkey: A, owner_coldkey: A, block: C<u64>, tempo: C<u16>,
    last_step: C<u64>, blocks_since_last_step: C<u64>, subnet_emission: C<u64>,
    alpha_in: C<AlphaBalance>, alpha_out: C<AlphaBalance>, tao_in: C<TaoBalance>,
    alpha_out_emission: C<AlphaBalance>, alpha_in_emission: C<AlphaBalance>,
    tao_in_emission: C<TaoBalance>, pending_alpha_emission: C<AlphaBalance>,
    pending_root_emission: C<TaoBalance>, subnet_volume: C<u128>, moving_price: FixedI128,
    rho: C<u16>, kappa: C<u16>, min_allowed_weights: C<u16>, max_weights_limit: C<u16>,
    weights_version: C<u64>, weights_rate_limit: C<u64>, activity_cutoff: C<u64>,
    max_validators: C<u16>, num_uids: C<u16>, max_uids: C<u16>, burn: C<TaoBalance>,
    difficulty: C<u64>, registration_allowed: bool, pow_registration_allowed: bool,
    immunity_period: C<u16>, min_difficulty: C<u64>, max_difficulty: C<u64>,
    min_burn: C<TaoBalance>, max_burn: C<TaoBalance>, adjustment_alpha: C<u64>,
    adjustment_interval: C<u16>, target_regs_per_interval: C<u16>, max_regs_per_block: C<u16>,
    serving_rate_limit: C<u64>, commit_reveal_weights_enabled: bool, commit_reveal_period: C<u64>,
    liquid_alpha_enabled: bool, alpha_high: C<u16>, alpha_low: C<u16>, bonds_moving_avg: C<u64>,
    hotkeys: Vec<A>, coldkeys: Vec<A>, identities: Vec<Option<ChainIdentityV2>>,
    axons: Vec<AxonInfo>, active: Vec<bool>, validator_permit: Vec<bool>,
    pruning_score: Vec<C<u16>>, last_update: Vec<C<u64>>, emission: Vec<C<AlphaBalance>>,
    dividends: Vec<C<u16>>, incentives: Vec<C<u16>>, consensus: Vec<C<u16>>, trust: Vec<C<u16>>,
    rank: Vec<C<u16>>, block_at_registration: Vec<C<u64>>, alpha_stake: Vec<C<AlphaBalance>>,
    tao_stake: Vec<C<TaoBalance>>, total_stake: Vec<C<TaoBalance>>,
    tao_dividends_per_hotkey: Vec<(A,C<TaoBalance>)>,
    alpha_dividends_per_hotkey: Vec<(A,C<AlphaBalance>)>,
    collateral_locked: Vec<C<AlphaBalance>>, collateral_min: Vec<C<AlphaBalance>>,
    collateral_earned: Vec<C<AlphaBalance>>";
/// §5.3: optional but the first.
const SELECTIVE: &str = "
    netuid: C<NetUid>, name: Option<Vec<C<u8>>>, symbol: Option<Vec<C<u8>>>,
    identity: Option<Option<SubnetIdentityV3>>, network_registered_at: Option<C<u64>>,
    owner_hotkey: Option<A>, owner_coldkey: Option<A>, block: Option<C<u64>>, tempo: Option<C<u16>>,
    last_step: Option<C<u64>>, blocks_since_last_step: Option<C<u64>>,
    subnet_emission: Option<C<u64>>, alpha_in: Option<C<AlphaBalance>>,
    alpha_out: Option<C<AlphaBalance>>, tao_in: Option<C<TaoBalance>>,
    alpha_out_emission: Option<C<AlphaBalance>>, alpha_in_emission: Option<C<AlphaBalance>>,
    tao_in_emission: Option<C<TaoBalance>>, pending_alpha_emission: Option<C<AlphaBalance>>,
    pending_root_emission: Option<C<TaoBalance>>, subnet_volume: Option<C<u128>>,
    moving_price: Option<FixedI128>, rho: Option<C<u16>>, kappa: Option<C<u16>>,
    min_allowed_weights: Option<C<u16>>, max_weights_limit: Option<C<u16>>,
    weights_version: Option<C<u64>>, weights_rate_limit: Option<C<u64>>,
    activity_cutoff: Option<C<u64>>, max_validators: Option<C<u16>>, num_uids: Option<C<u16>>,
    max_uids: Option<C<u16>>, burn: Option<C<TaoBalance>>, difficulty: Option<C<u64>>,
    registration_allowed: Option<bool>, pow_registration_allowed: Option<bool>,
    immunity_period: Option<C<u16>>, min_difficulty: Option<C<u64>>, max_difficulty: Option<C<u64>>,
    min_burn: Option<C<TaoBalance>>, max_burn: Option<C<TaoBalance>>,
    adjustment_alpha: Option<C<u64>>, adjustment_interval: Option<C<u16>>,
    target_regs_per_interval: Option<C<u16>>, max_regs_per_block: Option<C<u16>>,
    serving_rate_limit: Option<C<u64>>, commit_reveal_weights_enabled: Option<bool>,
    commit_reveal_period: Option<C<u64>>, liquid_alpha_enabled: Option<bool>,
    alpha_high: Option<C<u16>>, alpha_low: Option<C<u16>>, bonds_moving_avg: Option<C<u64>>,
    hotkeys: Option<Vec<A>>, coldkeys: Option<Vec<A>>,
    identities: Option<Vec<Option<ChainIdentityV2>>>, axons: Option<Vec<AxonInfo>>,
    active: Option<Vec<bool>>, validator_permit: Option<Vec<bool>>,
    pruning_score: Option<Vec<C<u16>>>, last_update: Option<Vec<C<u64>>>,
    emission: Option<Vec<C<AlphaBalance>>>, dividends: Option<Vec<C<u16>>>,
    incentives: Option<Vec<C<u16>>>, consensus: Option<Vec<C<u16>>>, trust: Option<Vec<C<u16>>>,
    rank: Option<Vec<C<u16>>>, block_at_registration: Option<Vec<C<u64>>>,
    alpha_stake: Option<Vec<C<AlphaBalance>>>, tao_stake: Option<Vec<C<TaoBalance>>>,
    total_stake: Option<Vec<C<TaoBalance>>>,
    tao_dividends_per_hotkey: Option<Vec<(A,C<TaoBalance>)>>,
    alpha_dividends_per_hotkey: Option<Vec<(A,C<AlphaBalance>)>>, validators: Option<Vec<C<u16>>>,
    commitments: Option<Vec<(A,Vec<C<u8>>)>>, collateral_locked: Option<Vec<C<AlphaBalance>>>,
    collateral_min: Option<Vec<C<AlphaBalance>>>, collateral_earned: Option<Vec<C<AlphaBalance>>>";

/// §6.
const AVAILABILITY: &str = "
    total: C<AlphaBalance>, locked: C<AlphaBalance>, available: C<AlphaBalance>";
/// §5.5.
const HYPERPARAM: &str = "name: Vec<u8>, value: HyperparamValue";
/// Ours.
const METAGRAPH_PAGE: &str = "metagraphs: Vec<Metagraph>, next: Option<NetUid>";
/// Ours.
const DELEGATE_PAGE: &str = "delegates: Vec<DelegateInfo>, next: Option<A>";
/// Ours.
const NOMINATOR_PAGE: &str = "
    nominators: Vec<(A,C<NetUid>,C<u64>)>, next: Option<(A,NetUid)>";

/// Short name of a type.
fn short(ty: &MetaType) -> String {
    if ty.type_id() == core::any::TypeId::of::<A>() {
        return "A".into();
    }
    let info = ty.type_info();
    let path = info.path.ident().map(str::to_owned);
    match &info.type_def {
        TypeDef::Primitive(kind) => format!("{kind:?}").to_lowercase(),
        TypeDef::Compact(inner) => format!("C<{}>", short(&inner.type_param)),
        TypeDef::Sequence(inner) => format!("Vec<{}>", short(&inner.type_param)),
        TypeDef::Array(inner) => format!("[{}]", short(&inner.type_param)),
        TypeDef::Tuple(inner) => format!(
            "({})",
            inner.fields.iter().map(short).collect::<Vec<_>>().join(",")
        ),
        TypeDef::Variant(_) if path.as_deref() == Some("Option") => {
            format!(
                "Option<{}>",
                info.type_params
                    .iter()
                    .filter_map(|p| p.ty.as_ref())
                    .map(short)
                    .collect::<String>()
            )
        }
        _ => path.unwrap_or_default(),
    }
}

/// Fields of a struct in order.
fn layout<S: TypeInfo + 'static>() -> Vec<String> {
    let TypeDef::Composite(fields) = S::type_info().type_def else {
        panic!("not a struct")
    };
    fields
        .fields
        .iter()
        .map(|field| format!("{}: {}", field.name.unwrap(), short(&field.ty)))
        .collect()
}

fn assert_layout<S: TypeInfo + 'static>(expected: &str) {
    // A tuple inside a type has no blank after its commas, so that blanks and line ends separate
    // fields.
    let expected: Vec<String> = expected
        .replace(",\n", ", ")
        .split(", ")
        .map(|field| field.trim().to_owned())
        .collect();
    assert_eq!(layout::<S>(), expected);
}

#[test]
fn layouts_are_public() {
    assert_layout::<NeuronInfo<A>>(NEURON);
    assert_layout::<NeuronInfoLite<A>>(NEURON_LITE);
    assert_layout::<DelegateInfo<A>>(DELEGATE);
    assert_layout::<DynamicInfo<A>>(DYNAMIC);
    assert_layout::<SubnetInfo<A>>(SUBNET_V1);
    assert_layout::<SubnetInfov2<A>>(SUBNET_V2);
    assert_layout::<SubnetHyperparams>(HYPERPARAMS_V1);
    assert_layout::<SubnetHyperparamsV2>(HYPERPARAMS_V2);
    assert_layout::<SubnetState<A>>(STATE);
    assert_layout::<StakeInfo<A>>(STAKE);
    assert_layout::<Metagraph<A>>(METAGRAPH);
    assert_layout::<SelectiveMetagraph<A>>(SELECTIVE);
    assert_layout::<StakeAvailability>(AVAILABILITY);
    assert_layout::<HyperparamEntry>(HYPERPARAM);
    assert_layout::<MetagraphPage<A>>(METAGRAPH_PAGE);
    assert_layout::<DelegatePage<A>>(DELEGATE_PAGE);
    assert_layout::<NominatorPage<A>>(NOMINATOR_PAGE);
}
