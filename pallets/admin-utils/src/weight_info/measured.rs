//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 31_086 ns at the least.
pub(super) fn sudo_set_serving_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(34_882_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_517 ns at the least.
pub(super) fn sudo_set_max_difficulty<T: Config>() -> Weight {
    Weight::from_parts(34_742_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 37_306 ns at the least.
pub(super) fn sudo_set_weights_version_key<T: Config>() -> Weight {
    Weight::from_parts(39_389_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 3))
}

/// 31_026 ns at the least.
pub(super) fn sudo_set_adjustment_alpha<T: Config>() -> Weight {
    Weight::from_parts(32_999_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_367 ns at the least.
pub(super) fn sudo_set_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(32_438_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_796 ns at the least.
pub(super) fn sudo_set_min_allowed_weights<T: Config>() -> Weight {
    Weight::from_parts(31_407_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 37_536 ns at the least.
pub(super) fn sudo_set_max_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(44_115_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 2))
}

/// 30_155 ns at the least.
pub(super) fn sudo_set_rho<T: Config>() -> Weight {
    Weight::from_parts(31_337_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_397 ns at the least.
pub(super) fn sudo_set_activity_cutoff<T: Config>() -> Weight {
    Weight::from_parts(32_398_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 34_341 ns at the least.
pub(super) fn sudo_set_min_burn<T: Config>() -> Weight {
    Weight::from_parts(38_247_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 34_712 ns at the least.
pub(super) fn sudo_set_max_burn<T: Config>() -> Weight {
    Weight::from_parts(34_842_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 30_866 ns at the least.
pub(super) fn sudo_set_bonds_moving_average<T: Config>() -> Weight {
    Weight::from_parts(37_246_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 33_690 ns at the least.
pub(super) fn sudo_set_alpha_values<T: Config>() -> Weight {
    Weight::from_parts(34_902_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 30_175 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_interval<T: Config>() -> Weight {
    Weight::from_parts(31_687_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_658 ns at the least.
pub(super) fn sudo_set_bonds_penalty<T: Config>() -> Weight {
    Weight::from_parts(34_481_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_267 ns at the least.
pub(super) fn sudo_set_alpha_sigmoid_steepness<T: Config>() -> Weight {
    Weight::from_parts(31_887_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_627 ns at the least.
pub(super) fn sudo_set_owner_immune_neuron_limit<T: Config>() -> Weight {
    Weight::from_parts(32_578_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 39_078 ns at the least.
pub(super) fn sudo_set_mechanism_emission_split<T: Config>() -> Weight {
    Weight::from_parts(40_290_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 31_147 ns at the least.
pub(super) fn sudo_set_recycle_or_burn<T: Config>() -> Weight {
    Weight::from_parts(31_858_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 33_380 ns at the least.
pub(super) fn sudo_set_burn_half_life<T: Config>() -> Weight {
    Weight::from_parts(34_021_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 3))
}

/// 31_447 ns at the least.
pub(super) fn sudo_set_burn_increase_mult<T: Config>() -> Weight {
    Weight::from_parts(34_372_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_626 ns at the least.
pub(super) fn sudo_set_collateral_lock_share<T: Config>() -> Weight {
    Weight::from_parts(31_356_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_196 ns at the least.
pub(super) fn sudo_set_collateral_drain_ratio<T: Config>() -> Weight {
    Weight::from_parts(33_300_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_968 ns at the least.
pub(super) fn sudo_set_min_childkey_take_per_subnet<T: Config>() -> Weight {
    Weight::from_parts(32_708_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
}

/// 30_586 ns at the least.
pub(super) fn sudo_set_activity_cutoff_factor<T: Config>() -> Weight {
    Weight::from_parts(32_128_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 37_827 ns at the least.
pub(super) fn sudo_set_tempo<T: Config>() -> Weight {
    Weight::from_parts(39_959_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 4))
}

/// 31_687 ns at the least.
pub(super) fn sudo_set_network_pow_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(31_997_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_227 ns at the least.
pub(super) fn sudo_set_network_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(31_768_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_916 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_enabled<T: Config>() -> Weight {
    Weight::from_parts(33_099_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_407 ns at the least.
pub(super) fn sudo_set_liquid_alpha_enabled<T: Config>() -> Weight {
    Weight::from_parts(32_178_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 31_246 ns at the least.
pub(super) fn sudo_set_liquid_alpha_consensus_mode<T: Config>() -> Weight {
    Weight::from_parts(31_857_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_846 ns at the least.
pub(super) fn sudo_set_toggle_transfer<T: Config>() -> Weight {
    Weight::from_parts(32_158_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 30_736 ns at the least.
pub(super) fn sudo_set_yuma3_enabled<T: Config>() -> Weight {
    Weight::from_parts(31_837_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 33_169 ns at the least.
pub(super) fn sudo_set_bonds_reset_enabled<T: Config>() -> Weight {
    Weight::from_parts(33_901_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 2))
}

/// 25_909 ns at the least.
pub(super) fn sudo_set_owner_cut_enabled<T: Config>() -> Weight {
    Weight::from_parts(29_274_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
}

/// 26_510 ns at the least.
pub(super) fn sudo_set_owner_cut_auto_lock_enabled<T: Config>() -> Weight {
    Weight::from_parts(27_481_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
}

/// 10_836 ns at the least.
pub(super) fn sudo_set_min_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_458_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_596 ns at the least.
pub(super) fn sudo_set_weights_set_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(10_786_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_706 ns at the least.
pub(super) fn sudo_set_adjustment_interval<T: Config>() -> Weight {
    Weight::from_parts(11_017_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_316 ns at the least.
pub(super) fn sudo_set_kappa<T: Config>() -> Weight {
    Weight::from_parts(10_916_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_526 ns at the least.
pub(super) fn sudo_set_target_registrations_per_interval<T: Config>() -> Weight {
    Weight::from_parts(12_919_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_836 ns at the least.
pub(super) fn sudo_set_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_207_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 13_581 ns at the least.
pub(super) fn sudo_set_max_allowed_validators<T: Config>() -> Weight {
    Weight::from_parts(13_991_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 10_465 ns at the least.
pub(super) fn sudo_set_max_registrations_per_block<T: Config>() -> Weight {
    Weight::from_parts(10_967_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_826 ns at the least.
pub(super) fn sudo_set_rao_recycled<T: Config>() -> Weight {
    Weight::from_parts(10_916_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_976 ns at the least.
pub(super) fn sudo_set_ema_price_halving_period<T: Config>() -> Weight {
    Weight::from_parts(11_247_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 11_296 ns at the least.
pub(super) fn sudo_set_subtoken_enabled<T: Config>() -> Weight {
    Weight::from_parts(13_079_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 15_272 ns at the least.
pub(super) fn sudo_set_min_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(15_964_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 10_366 ns at the least.
pub(super) fn sudo_set_min_non_immune_uids<T: Config>() -> Weight {
    Weight::from_parts(11_076_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 10_596 ns at the least.
pub(super) fn sudo_set_subnet_emission_enabled<T: Config>() -> Weight {
    Weight::from_parts(10_856_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 4_046 ns at the least.
pub(super) fn sudo_set_basket_concentration_cap<T: Config>() -> Weight {
    Weight::from_parts(4_487_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_856 ns at the least.
pub(super) fn sudo_set_basket_trading_enabled<T: Config>() -> Weight {
    Weight::from_parts(4_006_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_866 ns at the least.
pub(super) fn sudo_set_basket_daily_turnover_cap<T: Config>() -> Weight {
    Weight::from_parts(4_877_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_805 ns at the least.
pub(super) fn sudo_set_basket_liquidity_cap<T: Config>() -> Weight {
    Weight::from_parts(4_076_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_936 ns at the least.
pub(super) fn sudo_set_basket_min_trade_tao<T: Config>() -> Weight {
    Weight::from_parts(4_117_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_876 ns at the least.
pub(super) fn sudo_set_default_take<T: Config>() -> Weight {
    Weight::from_parts(4_076_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_866 ns at the least.
pub(super) fn sudo_set_min_delegate_take<T: Config>() -> Weight {
    Weight::from_parts(4_297_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_805 ns at the least.
pub(super) fn sudo_set_tx_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(3_866_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_956 ns at the least.
pub(super) fn sudo_set_tx_delegate_take_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_217_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_825 ns at the least.
pub(super) fn sudo_set_coldkey_swap_announcement_delay<T: Config>() -> Weight {
    Weight::from_parts(4_236_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_726 ns at the least.
pub(super) fn sudo_set_coldkey_swap_reannouncement_delay<T: Config>() -> Weight {
    Weight::from_parts(4_087_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_676 ns at the least.
pub(super) fn sudo_set_subnet_owner_cut<T: Config>() -> Weight {
    Weight::from_parts(4_067_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_116 ns at the least.
pub(super) fn sudo_set_ck_burn<T: Config>() -> Weight {
    Weight::from_parts(5_208_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_706 ns at the least.
pub(super) fn sudo_set_network_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_036_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_846 ns at the least.
pub(super) fn sudo_set_network_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(4_386_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_795 ns at the least.
pub(super) fn sudo_set_network_min_lock_cost<T: Config>() -> Weight {
    Weight::from_parts(3_896_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_876 ns at the least.
pub(super) fn sudo_set_lock_reduction_interval<T: Config>() -> Weight {
    Weight::from_parts(3_936_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_645 ns at the least.
pub(super) fn sudo_set_subnet_limit<T: Config>() -> Weight {
    Weight::from_parts(3_936_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_805 ns at the least.
pub(super) fn sudo_set_start_call_delay<T: Config>() -> Weight {
    Weight::from_parts(4_086_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_016 ns at the least.
pub(super) fn sudo_set_dissolve_network_schedule_duration<T: Config>() -> Weight {
    Weight::from_parts(4_527_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_916 ns at the least.
pub(super) fn sudo_set_stake_threshold<T: Config>() -> Weight {
    Weight::from_parts(4_086_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 12_018 ns at the least.
pub(super) fn sudo_set_nominator_min_required_stake<T: Config>() -> Weight {
    Weight::from_parts(12_629_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 4_206 ns at the least.
pub(super) fn sudo_set_subnet_moving_alpha<T: Config>() -> Weight {
    Weight::from_parts(4_466_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_286 ns at the least.
pub(super) fn sudo_set_tao_flow_cutoff<T: Config>() -> Weight {
    Weight::from_parts(4_747_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_306 ns at the least.
pub(super) fn sudo_set_tao_flow_normalization_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_767_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_426 ns at the least.
pub(super) fn sudo_set_tao_flow_smoothing_factor<T: Config>() -> Weight {
    Weight::from_parts(4_777_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_477 ns at the least.
pub(super) fn sudo_set_net_tao_flow_enabled<T: Config>() -> Weight {
    Weight::from_parts(6_339_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_877 ns at the least.
pub(super) fn sudo_set_emission_bar_quantile<T: Config>() -> Weight {
    Weight::from_parts(5_238_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 4_337 ns at the least.
pub(super) fn sudo_set_emission_gate_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_627_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_677 ns at the least.
pub(super) fn sudo_set_emission_bar_rank<T: Config>() -> Weight {
    Weight::from_parts(5_137_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 3_735 ns at the least.
pub(super) fn sudo_set_commit_reveal_version<T: Config>() -> Weight {
    Weight::from_parts(4_086_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_976 ns at the least.
pub(super) fn sudo_set_admin_freeze_window<T: Config>() -> Weight {
    Weight::from_parts(4_296_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 3_906 ns at the least.
pub(super) fn sudo_set_owner_hparam_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_236_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_336 ns at the least.
pub(super) fn sudo_set_max_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(4_707_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_166 ns at the least.
pub(super) fn sudo_set_max_epochs_per_block<T: Config>() -> Weight {
    Weight::from_parts(4_276_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_416 ns at the least.
pub(super) fn sudo_set_evm_chain_id<T: Config>() -> Weight {
    Weight::from_parts(4_697_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 5_088 ns at the least.
pub(super) fn sudo_set_basket_trading_frozen<T: Config>() -> Weight {
    Weight::from_parts(5_307_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 4_777 ns at the least.
pub(super) fn sudo_set_basket_claim_dust<T: Config>() -> Weight {
    Weight::from_parts(5_048_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 4))
}

/// 4_436 ns at the least.
pub(super) fn swap_authorities<T: Config>() -> Weight {
    Weight::from_parts(4_697_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 5_148 ns at the least.
pub(super) fn schedule_grandpa_change<T: Config>() -> Weight {
    Weight::from_parts(5_468_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 2_332_668 ns at the least.
pub(super) fn sudo_set_sn_owner_hotkey<T: Config>() -> Weight {
    Weight::from_parts(2_370_414_000, 0).saturating_add(T::DbWeight::get().reads_writes(272, 204))
}

/// 2_618_693 ns at the least.
pub(super) fn sudo_set_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(2_697_351_000, 0)
        .saturating_add(T::DbWeight::get().reads_writes(2_833, 2_869))
}

/// 3_313_740 ns at the least.
pub(super) fn sudo_trim_to_max_allowed_uids<T: Config>(_u: u32) -> Weight {
    Weight::from_parts(9_259_088_036, 0)
        .saturating_add(T::DbWeight::get().reads_writes(1_567, 3_344))
}

/// 45_463_833 ns at the least.
pub(super) fn sudo_trim_null_uids_batch<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        36_437_423_690_u64.saturating_add(u64::from(s).saturating_mul(3_847_586)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        14_009_u64.saturating_add(u64::from(s).saturating_mul(2)),
        3_732,
    ))
}

/// 2_579_936 ns at the least.
pub(super) fn sudo_set_epoch_consensus<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        525_597_107_u64.saturating_add(u64::from(s).saturating_mul(4_158_219)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(840_u64.saturating_add(u64::from(s).saturating_mul(2)), 6),
    )
}
