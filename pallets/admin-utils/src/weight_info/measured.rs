//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 31_497 ns at the least.
pub(super) fn sudo_set_serving_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(33_610_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_437 ns at the least.
pub(super) fn sudo_set_max_difficulty<T: Config>() -> Weight {
    Weight::from_parts(32_349_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 38_087 ns at the least.
pub(super) fn sudo_set_weights_version_key<T: Config>() -> Weight {
    Weight::from_parts(38_858_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 3))
}

/// 31_517 ns at the least.
pub(super) fn sudo_set_adjustment_alpha<T: Config>() -> Weight {
    Weight::from_parts(32_669_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_768 ns at the least.
pub(super) fn sudo_set_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(32_729_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 32_098 ns at the least.
pub(super) fn sudo_set_min_allowed_weights<T: Config>() -> Weight {
    Weight::from_parts(32_679_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 38_337 ns at the least.
pub(super) fn sudo_set_max_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(39_268_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 2))
}

/// 31_337 ns at the least.
pub(super) fn sudo_set_rho<T: Config>() -> Weight {
    Weight::from_parts(32_027_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_407 ns at the least.
pub(super) fn sudo_set_activity_cutoff<T: Config>() -> Weight {
    Weight::from_parts(32_409_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 35_664 ns at the least.
pub(super) fn sudo_set_min_burn<T: Config>() -> Weight {
    Weight::from_parts(36_664_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 35_243 ns at the least.
pub(super) fn sudo_set_max_burn<T: Config>() -> Weight {
    Weight::from_parts(36_925_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 30_495 ns at the least.
pub(super) fn sudo_set_bonds_moving_average<T: Config>() -> Weight {
    Weight::from_parts(31_077_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 33_770 ns at the least.
pub(super) fn sudo_set_alpha_values<T: Config>() -> Weight {
    Weight::from_parts(34_211_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 31_767 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_interval<T: Config>() -> Weight {
    Weight::from_parts(32_778_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_648 ns at the least.
pub(super) fn sudo_set_bonds_penalty<T: Config>() -> Weight {
    Weight::from_parts(32_579_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_806 ns at the least.
pub(super) fn sudo_set_alpha_sigmoid_steepness<T: Config>() -> Weight {
    Weight::from_parts(31_637_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_347 ns at the least.
pub(super) fn sudo_set_owner_immune_neuron_limit<T: Config>() -> Weight {
    Weight::from_parts(32_618_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 40_470 ns at the least.
pub(super) fn sudo_set_mechanism_emission_split<T: Config>() -> Weight {
    Weight::from_parts(41_562_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 31_697 ns at the least.
pub(super) fn sudo_set_recycle_or_burn<T: Config>() -> Weight {
    Weight::from_parts(32_708_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 33_951 ns at the least.
pub(super) fn sudo_set_burn_half_life<T: Config>() -> Weight {
    Weight::from_parts(34_491_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 3))
}

/// 31_617 ns at the least.
pub(super) fn sudo_set_burn_increase_mult<T: Config>() -> Weight {
    Weight::from_parts(32_528_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_527 ns at the least.
pub(super) fn sudo_set_collateral_lock_share<T: Config>() -> Weight {
    Weight::from_parts(32_278_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_668 ns at the least.
pub(super) fn sudo_set_collateral_drain_ratio<T: Config>() -> Weight {
    Weight::from_parts(34_752_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 32_138 ns at the least.
pub(super) fn sudo_set_min_childkey_take_per_subnet<T: Config>() -> Weight {
    Weight::from_parts(33_520_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 30_926 ns at the least.
pub(super) fn sudo_set_activity_cutoff_factor<T: Config>() -> Weight {
    Weight::from_parts(31_918_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 38_557 ns at the least.
pub(super) fn sudo_set_tempo<T: Config>() -> Weight {
    Weight::from_parts(39_429_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 4))
}

/// 31_657 ns at the least.
pub(super) fn sudo_set_network_pow_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(31_918_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_006 ns at the least.
pub(super) fn sudo_set_network_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(31_567_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_896 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_enabled<T: Config>() -> Weight {
    Weight::from_parts(31_146_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_837 ns at the least.
pub(super) fn sudo_set_liquid_alpha_enabled<T: Config>() -> Weight {
    Weight::from_parts(32_379_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 32_088 ns at the least.
pub(super) fn sudo_set_liquid_alpha_consensus_mode<T: Config>() -> Weight {
    Weight::from_parts(33_791_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_998 ns at the least.
pub(super) fn sudo_set_toggle_transfer<T: Config>() -> Weight {
    Weight::from_parts(33_390_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_507 ns at the least.
pub(super) fn sudo_set_yuma3_enabled<T: Config>() -> Weight {
    Weight::from_parts(31_818_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 32_228 ns at the least.
pub(super) fn sudo_set_bonds_reset_enabled<T: Config>() -> Weight {
    Weight::from_parts(33_480_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 25_719 ns at the least.
pub(super) fn sudo_set_owner_cut_enabled<T: Config>() -> Weight {
    Weight::from_parts(26_209_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
}

/// 26_330 ns at the least.
pub(super) fn sudo_set_owner_cut_auto_lock_enabled<T: Config>() -> Weight {
    Weight::from_parts(26_850_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
}

/// 10_877 ns at the least.
pub(super) fn sudo_set_min_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_307_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_916 ns at the least.
pub(super) fn sudo_set_weights_set_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(11_327_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_726 ns at the least.
pub(super) fn sudo_set_adjustment_interval<T: Config>() -> Weight {
    Weight::from_parts(10_966_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_706 ns at the least.
pub(super) fn sudo_set_kappa<T: Config>() -> Weight {
    Weight::from_parts(10_967_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 11_046 ns at the least.
pub(super) fn sudo_set_target_registrations_per_interval<T: Config>() -> Weight {
    Weight::from_parts(11_647_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_645 ns at the least.
pub(super) fn sudo_set_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_116_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 13_590 ns at the least.
pub(super) fn sudo_set_max_allowed_validators<T: Config>() -> Weight {
    Weight::from_parts(14_111_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 10_766 ns at the least.
pub(super) fn sudo_set_max_registrations_per_block<T: Config>() -> Weight {
    Weight::from_parts(11_207_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_836 ns at the least.
pub(super) fn sudo_set_rao_recycled<T: Config>() -> Weight {
    Weight::from_parts(11_507_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_996 ns at the least.
pub(super) fn sudo_set_ema_price_halving_period<T: Config>() -> Weight {
    Weight::from_parts(11_497_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 11_137 ns at the least.
pub(super) fn sudo_set_subtoken_enabled<T: Config>() -> Weight {
    Weight::from_parts(12_148_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 14_843 ns at the least.
pub(super) fn sudo_set_min_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(15_413_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 10_586 ns at the least.
pub(super) fn sudo_set_min_non_immune_uids<T: Config>() -> Weight {
    Weight::from_parts(11_206_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 11_126 ns at the least.
pub(super) fn sudo_set_subnet_emission_enabled<T: Config>() -> Weight {
    Weight::from_parts(11_287_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 3_866 ns at the least.
pub(super) fn sudo_set_basket_concentration_cap<T: Config>() -> Weight {
    Weight::from_parts(4_206_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_846 ns at the least.
pub(super) fn sudo_set_basket_trading_enabled<T: Config>() -> Weight {
    Weight::from_parts(3_986_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_976 ns at the least.
pub(super) fn sudo_set_basket_daily_turnover_cap<T: Config>() -> Weight {
    Weight::from_parts(4_246_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_976 ns at the least.
pub(super) fn sudo_set_basket_liquidity_cap<T: Config>() -> Weight {
    Weight::from_parts(4_127_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_986 ns at the least.
pub(super) fn sudo_set_basket_min_trade_tao<T: Config>() -> Weight {
    Weight::from_parts(4_277_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_856 ns at the least.
pub(super) fn sudo_set_default_take<T: Config>() -> Weight {
    Weight::from_parts(4_317_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_865 ns at the least.
pub(super) fn sudo_set_min_delegate_take<T: Config>() -> Weight {
    Weight::from_parts(4_146_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_875 ns at the least.
pub(super) fn sudo_set_tx_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_657_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_845 ns at the least.
pub(super) fn sudo_set_tx_delegate_take_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_066_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_046 ns at the least.
pub(super) fn sudo_set_coldkey_swap_announcement_delay<T: Config>() -> Weight {
    Weight::from_parts(4_316_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_196 ns at the least.
pub(super) fn sudo_set_coldkey_swap_reannouncement_delay<T: Config>() -> Weight {
    Weight::from_parts(5_308_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_126 ns at the least.
pub(super) fn sudo_set_subnet_owner_cut<T: Config>() -> Weight {
    Weight::from_parts(4_937_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_376 ns at the least.
pub(super) fn sudo_set_ck_burn<T: Config>() -> Weight {
    Weight::from_parts(4_506_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_046 ns at the least.
pub(super) fn sudo_set_network_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_467_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_855 ns at the least.
pub(super) fn sudo_set_network_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(4_497_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_936 ns at the least.
pub(super) fn sudo_set_network_min_lock_cost<T: Config>() -> Weight {
    Weight::from_parts(4_136_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_896 ns at the least.
pub(super) fn sudo_set_lock_reduction_interval<T: Config>() -> Weight {
    Weight::from_parts(3_986_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_036 ns at the least.
pub(super) fn sudo_set_subnet_limit<T: Config>() -> Weight {
    Weight::from_parts(4_417_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_946 ns at the least.
pub(super) fn sudo_set_start_call_delay<T: Config>() -> Weight {
    Weight::from_parts(4_166_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_006 ns at the least.
pub(super) fn sudo_set_dissolve_network_schedule_duration<T: Config>() -> Weight {
    Weight::from_parts(4_897_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_986 ns at the least.
pub(super) fn sudo_set_stake_threshold<T: Config>() -> Weight {
    Weight::from_parts(4_256_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 12_048 ns at the least.
pub(super) fn sudo_set_nominator_min_required_stake<T: Config>() -> Weight {
    Weight::from_parts(12_639_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 4_256 ns at the least.
pub(super) fn sudo_set_subnet_moving_alpha<T: Config>() -> Weight {
    Weight::from_parts(4_507_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_227 ns at the least.
pub(super) fn sudo_set_tao_flow_cutoff<T: Config>() -> Weight {
    Weight::from_parts(4_406_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_317 ns at the least.
pub(super) fn sudo_set_tao_flow_normalization_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_477_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_467 ns at the least.
pub(super) fn sudo_set_tao_flow_smoothing_factor<T: Config>() -> Weight {
    Weight::from_parts(5_047_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_386 ns at the least.
pub(super) fn sudo_set_net_tao_flow_enabled<T: Config>() -> Weight {
    Weight::from_parts(4_677_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_947 ns at the least.
pub(super) fn sudo_set_emission_bar_quantile<T: Config>() -> Weight {
    Weight::from_parts(5_448_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 4_356 ns at the least.
pub(super) fn sudo_set_emission_gate_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_416_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_627 ns at the least.
pub(super) fn sudo_set_emission_bar_rank<T: Config>() -> Weight {
    Weight::from_parts(5_248_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 4_016 ns at the least.
pub(super) fn sudo_set_commit_reveal_version<T: Config>() -> Weight {
    Weight::from_parts(4_046_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_966 ns at the least.
pub(super) fn sudo_set_admin_freeze_window<T: Config>() -> Weight {
    Weight::from_parts(4_106_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_835 ns at the least.
pub(super) fn sudo_set_owner_hparam_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_106_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_427 ns at the least.
pub(super) fn sudo_set_max_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(4_788_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_976 ns at the least.
pub(super) fn sudo_set_max_epochs_per_block<T: Config>() -> Weight {
    Weight::from_parts(4_837_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_427 ns at the least.
pub(super) fn sudo_set_evm_chain_id<T: Config>() -> Weight {
    Weight::from_parts(5_608_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_997 ns at the least.
pub(super) fn sudo_set_basket_trading_frozen<T: Config>() -> Weight {
    Weight::from_parts(5_378_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_637 ns at the least.
pub(super) fn sudo_set_basket_claim_dust<T: Config>() -> Weight {
    Weight::from_parts(5_188_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 4))
}

/// 4_437 ns at the least.
pub(super) fn swap_authorities<T: Config>() -> Weight {
    Weight::from_parts(4_647_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 5_037 ns at the least.
pub(super) fn schedule_grandpa_change<T: Config>() -> Weight {
    Weight::from_parts(5_799_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 2_407_529 ns at the least.
pub(super) fn sudo_set_sn_owner_hotkey<T: Config>() -> Weight {
    Weight::from_parts(2_430_323_000, 0).saturating_add(T::DbWeight::get().reads_writes(272, 204))
}

/// 5_644_674 ns at the least.
pub(super) fn sudo_set_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(5_744_003_000, 0)
        .saturating_add(T::DbWeight::get().reads_writes(4_933, 4_969))
}

/// 3_329_564 ns at the least.
pub(super) fn sudo_trim_to_max_allowed_uids<T: Config>(_u: u32) -> Weight {
    Weight::from_parts(9_519_447_337, 0)
        .saturating_add(T::DbWeight::get().reads_writes(2_077, 3_324))
}

/// 54_984_016 ns at the least.
pub(super) fn sudo_trim_null_uids_batch<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        38_244_640_198_u64.saturating_add(u64::from(s).saturating_mul(6_858_725)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        14_073_u64.saturating_add(u64::from(s).saturating_mul(4)),
        3_412_u64.saturating_add(u64::from(s).saturating_mul(1)),
    ))
}

/// 2_524_984 ns at the least.
pub(super) fn sudo_set_epoch_consensus<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        567_813_948_u64.saturating_add(u64::from(s).saturating_mul(5_970_683)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(546_u64.saturating_add(u64::from(s).saturating_mul(3)), 6),
    )
}
