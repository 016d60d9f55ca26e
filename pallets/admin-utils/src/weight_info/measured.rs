//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 31_367 ns at the least.
pub(super) fn sudo_set_serving_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(32_148_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_087 ns at the least.
pub(super) fn sudo_set_max_difficulty<T: Config>() -> Weight {
    Weight::from_parts(31_767_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 38_207 ns at the least.
pub(super) fn sudo_set_weights_version_key<T: Config>() -> Weight {
    Weight::from_parts(39_730_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 3))
}

/// 30_085 ns at the least.
pub(super) fn sudo_set_adjustment_alpha<T: Config>() -> Weight {
    Weight::from_parts(31_768_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_516 ns at the least.
pub(super) fn sudo_set_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(31_186_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_986 ns at the least.
pub(super) fn sudo_set_min_allowed_weights<T: Config>() -> Weight {
    Weight::from_parts(31_617_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 38_387 ns at the least.
pub(super) fn sudo_set_max_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(38_948_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 2))
}

/// 31_587 ns at the least.
pub(super) fn sudo_set_rho<T: Config>() -> Weight {
    Weight::from_parts(31_857_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_595 ns at the least.
pub(super) fn sudo_set_activity_cutoff<T: Config>() -> Weight {
    Weight::from_parts(31_297_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 35_112 ns at the least.
pub(super) fn sudo_set_min_burn<T: Config>() -> Weight {
    Weight::from_parts(36_094_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 35_583 ns at the least.
pub(super) fn sudo_set_max_burn<T: Config>() -> Weight {
    Weight::from_parts(35_984_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 30_365 ns at the least.
pub(super) fn sudo_set_bonds_moving_average<T: Config>() -> Weight {
    Weight::from_parts(30_936_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 32_829 ns at the least.
pub(super) fn sudo_set_alpha_values<T: Config>() -> Weight {
    Weight::from_parts(33_891_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 30_966 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_interval<T: Config>() -> Weight {
    Weight::from_parts(31_817_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_365 ns at the least.
pub(super) fn sudo_set_bonds_penalty<T: Config>() -> Weight {
    Weight::from_parts(30_886_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_417 ns at the least.
pub(super) fn sudo_set_alpha_sigmoid_steepness<T: Config>() -> Weight {
    Weight::from_parts(31_637_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_347 ns at the least.
pub(super) fn sudo_set_owner_immune_neuron_limit<T: Config>() -> Weight {
    Weight::from_parts(31_887_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 40_511 ns at the least.
pub(super) fn sudo_set_mechanism_emission_split<T: Config>() -> Weight {
    Weight::from_parts(42_253_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 31_557 ns at the least.
pub(super) fn sudo_set_recycle_or_burn<T: Config>() -> Weight {
    Weight::from_parts(31_917_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 32_037 ns at the least.
pub(super) fn sudo_set_burn_half_life<T: Config>() -> Weight {
    Weight::from_parts(32_829_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 3))
}

/// 30_645 ns at the least.
pub(super) fn sudo_set_burn_increase_mult<T: Config>() -> Weight {
    Weight::from_parts(31_026_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_024 ns at the least.
pub(super) fn sudo_set_collateral_lock_share<T: Config>() -> Weight {
    Weight::from_parts(31_286_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_816 ns at the least.
pub(super) fn sudo_set_collateral_drain_ratio<T: Config>() -> Weight {
    Weight::from_parts(31_337_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_746 ns at the least.
pub(super) fn sudo_set_min_childkey_take_per_subnet<T: Config>() -> Weight {
    Weight::from_parts(31_437_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 30_255 ns at the least.
pub(super) fn sudo_set_activity_cutoff_factor<T: Config>() -> Weight {
    Weight::from_parts(31_186_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 38_086 ns at the least.
pub(super) fn sudo_set_tempo<T: Config>() -> Weight {
    Weight::from_parts(38_928_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 4))
}

/// 30_736 ns at the least.
pub(super) fn sudo_set_network_pow_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(31_176_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_606 ns at the least.
pub(super) fn sudo_set_network_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(30_916_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_236 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_enabled<T: Config>() -> Weight {
    Weight::from_parts(31_537_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_367 ns at the least.
pub(super) fn sudo_set_liquid_alpha_enabled<T: Config>() -> Weight {
    Weight::from_parts(32_058_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_725 ns at the least.
pub(super) fn sudo_set_liquid_alpha_consensus_mode<T: Config>() -> Weight {
    Weight::from_parts(31_507_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_175 ns at the least.
pub(super) fn sudo_set_toggle_transfer<T: Config>() -> Weight {
    Weight::from_parts(30_615_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_456 ns at the least.
pub(super) fn sudo_set_yuma3_enabled<T: Config>() -> Weight {
    Weight::from_parts(31_137_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 32_258 ns at the least.
pub(super) fn sudo_set_bonds_reset_enabled<T: Config>() -> Weight {
    Weight::from_parts(33_570_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 25_818 ns at the least.
pub(super) fn sudo_set_owner_cut_enabled<T: Config>() -> Weight {
    Weight::from_parts(26_149_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
}

/// 25_819 ns at the least.
pub(super) fn sudo_set_owner_cut_auto_lock_enabled<T: Config>() -> Weight {
    Weight::from_parts(26_550_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
}

/// 11_086 ns at the least.
pub(super) fn sudo_set_min_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_217_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_706 ns at the least.
pub(super) fn sudo_set_weights_set_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(11_006_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_776 ns at the least.
pub(super) fn sudo_set_adjustment_interval<T: Config>() -> Weight {
    Weight::from_parts(10_917_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_816 ns at the least.
pub(super) fn sudo_set_kappa<T: Config>() -> Weight {
    Weight::from_parts(11_347_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_555 ns at the least.
pub(super) fn sudo_set_target_registrations_per_interval<T: Config>() -> Weight {
    Weight::from_parts(10_946_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_596 ns at the least.
pub(super) fn sudo_set_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_086_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 13_290 ns at the least.
pub(super) fn sudo_set_max_allowed_validators<T: Config>() -> Weight {
    Weight::from_parts(13_761_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 10_866 ns at the least.
pub(super) fn sudo_set_max_registrations_per_block<T: Config>() -> Weight {
    Weight::from_parts(11_257_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_746 ns at the least.
pub(super) fn sudo_set_rao_recycled<T: Config>() -> Weight {
    Weight::from_parts(11_156_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 11_067 ns at the least.
pub(super) fn sudo_set_ema_price_halving_period<T: Config>() -> Weight {
    Weight::from_parts(11_557_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 11_227 ns at the least.
pub(super) fn sudo_set_subtoken_enabled<T: Config>() -> Weight {
    Weight::from_parts(11_537_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 15_213 ns at the least.
pub(super) fn sudo_set_min_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(15_603_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 10_816 ns at the least.
pub(super) fn sudo_set_min_non_immune_uids<T: Config>() -> Weight {
    Weight::from_parts(11_056_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_616 ns at the least.
pub(super) fn sudo_set_subnet_emission_enabled<T: Config>() -> Weight {
    Weight::from_parts(11_006_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 4_116 ns at the least.
pub(super) fn sudo_set_basket_concentration_cap<T: Config>() -> Weight {
    Weight::from_parts(4_246_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_846 ns at the least.
pub(super) fn sudo_set_basket_trading_enabled<T: Config>() -> Weight {
    Weight::from_parts(4_116_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_926 ns at the least.
pub(super) fn sudo_set_basket_daily_turnover_cap<T: Config>() -> Weight {
    Weight::from_parts(4_306_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_866 ns at the least.
pub(super) fn sudo_set_basket_liquidity_cap<T: Config>() -> Weight {
    Weight::from_parts(4_086_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_046 ns at the least.
pub(super) fn sudo_set_basket_min_trade_tao<T: Config>() -> Weight {
    Weight::from_parts(4_697_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_036 ns at the least.
pub(super) fn sudo_set_default_take<T: Config>() -> Weight {
    Weight::from_parts(4_196_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_826 ns at the least.
pub(super) fn sudo_set_min_delegate_take<T: Config>() -> Weight {
    Weight::from_parts(3_976_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_836 ns at the least.
pub(super) fn sudo_set_tx_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_086_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_836 ns at the least.
pub(super) fn sudo_set_tx_delegate_take_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_006_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_936 ns at the least.
pub(super) fn sudo_set_coldkey_swap_announcement_delay<T: Config>() -> Weight {
    Weight::from_parts(4_457_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_875 ns at the least.
pub(super) fn sudo_set_coldkey_swap_reannouncement_delay<T: Config>() -> Weight {
    Weight::from_parts(4_306_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_915 ns at the least.
pub(super) fn sudo_set_subnet_owner_cut<T: Config>() -> Weight {
    Weight::from_parts(4_176_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_166 ns at the least.
pub(super) fn sudo_set_ck_burn<T: Config>() -> Weight {
    Weight::from_parts(4_417_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_926 ns at the least.
pub(super) fn sudo_set_network_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_116_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_776 ns at the least.
pub(super) fn sudo_set_network_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(4_096_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_896 ns at the least.
pub(super) fn sudo_set_network_min_lock_cost<T: Config>() -> Weight {
    Weight::from_parts(4_146_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_876 ns at the least.
pub(super) fn sudo_set_lock_reduction_interval<T: Config>() -> Weight {
    Weight::from_parts(4_236_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_936 ns at the least.
pub(super) fn sudo_set_subnet_limit<T: Config>() -> Weight {
    Weight::from_parts(4_136_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_866 ns at the least.
pub(super) fn sudo_set_start_call_delay<T: Config>() -> Weight {
    Weight::from_parts(4_226_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_866 ns at the least.
pub(super) fn sudo_set_dissolve_network_schedule_duration<T: Config>() -> Weight {
    Weight::from_parts(4_026_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_916 ns at the least.
pub(super) fn sudo_set_stake_threshold<T: Config>() -> Weight {
    Weight::from_parts(4_257_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 11_958 ns at the least.
pub(super) fn sudo_set_nominator_min_required_stake<T: Config>() -> Weight {
    Weight::from_parts(13_641_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 4_267 ns at the least.
pub(super) fn sudo_set_subnet_moving_alpha<T: Config>() -> Weight {
    Weight::from_parts(4_847_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_287 ns at the least.
pub(super) fn sudo_set_tao_flow_cutoff<T: Config>() -> Weight {
    Weight::from_parts(4_657_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_346 ns at the least.
pub(super) fn sudo_set_tao_flow_normalization_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_757_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_327 ns at the least.
pub(super) fn sudo_set_tao_flow_smoothing_factor<T: Config>() -> Weight {
    Weight::from_parts(4_507_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_336 ns at the least.
pub(super) fn sudo_set_net_tao_flow_enabled<T: Config>() -> Weight {
    Weight::from_parts(4_536_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_777 ns at the least.
pub(super) fn sudo_set_emission_bar_quantile<T: Config>() -> Weight {
    Weight::from_parts(5_258_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 4_327 ns at the least.
pub(super) fn sudo_set_emission_gate_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_507_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_747 ns at the least.
pub(super) fn sudo_set_emission_bar_rank<T: Config>() -> Weight {
    Weight::from_parts(5_057_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 3_956 ns at the least.
pub(super) fn sudo_set_commit_reveal_version<T: Config>() -> Weight {
    Weight::from_parts(4_326_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_966 ns at the least.
pub(super) fn sudo_set_admin_freeze_window<T: Config>() -> Weight {
    Weight::from_parts(4_256_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_876 ns at the least.
pub(super) fn sudo_set_owner_hparam_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_156_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_056 ns at the least.
pub(super) fn sudo_set_max_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(4_527_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_996 ns at the least.
pub(super) fn sudo_set_max_epochs_per_block<T: Config>() -> Weight {
    Weight::from_parts(4_136_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_366 ns at the least.
pub(super) fn sudo_set_evm_chain_id<T: Config>() -> Weight {
    Weight::from_parts(4_687_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 5_198 ns at the least.
pub(super) fn sudo_set_basket_trading_frozen<T: Config>() -> Weight {
    Weight::from_parts(5_328_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_917 ns at the least.
pub(super) fn sudo_set_basket_claim_dust<T: Config>() -> Weight {
    Weight::from_parts(5_288_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 4))
}

/// 4_377 ns at the least.
pub(super) fn swap_authorities<T: Config>() -> Weight {
    Weight::from_parts(4_597_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 5_098 ns at the least.
pub(super) fn schedule_grandpa_change<T: Config>() -> Weight {
    Weight::from_parts(5_488_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 2_268_542 ns at the least.
pub(super) fn sudo_set_sn_owner_hotkey<T: Config>() -> Weight {
    Weight::from_parts(2_285_818_000, 0).saturating_add(T::DbWeight::get().reads_writes(272, 204))
}

/// 2_406_768 ns at the least.
pub(super) fn sudo_set_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(2_430_664_000, 0)
        .saturating_add(T::DbWeight::get().reads_writes(2_833, 2_869))
}

/// 3_076_156 ns at the least.
pub(super) fn sudo_trim_to_max_allowed_uids<T: Config>(_u: u32) -> Weight {
    Weight::from_parts(8_641_096_710, 0)
        .saturating_add(T::DbWeight::get().reads_writes(2_077, 3_324))
}

/// 40_575_316 ns at the least.
pub(super) fn sudo_trim_null_uids_batch<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        33_575_155_834_u64.saturating_add(u64::from(s).saturating_mul(3_474_243)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        14_521_u64.saturating_add(u64::from(s).saturating_mul(2)),
        3_732,
    ))
}

/// 2_441_820 ns at the least.
pub(super) fn sudo_set_epoch_consensus<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        1_269_485_514_u64.saturating_add(u64::from(s).saturating_mul(3_855_317)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(802_u64.saturating_add(u64::from(s).saturating_mul(2)), 6),
    )
}
