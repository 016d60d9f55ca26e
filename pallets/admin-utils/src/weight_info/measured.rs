//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 31_047 ns at the least.
pub(super) fn sudo_set_serving_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(34_041_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 30_856 ns at the least.
pub(super) fn sudo_set_max_difficulty<T: Config>() -> Weight {
    Weight::from_parts(31_337_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 37_386 ns at the least.
pub(super) fn sudo_set_weights_version_key<T: Config>() -> Weight {
    Weight::from_parts(38_227_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_166 ns at the least.
pub(super) fn sudo_set_adjustment_alpha<T: Config>() -> Weight {
    Weight::from_parts(32_508_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_116 ns at the least.
pub(super) fn sudo_set_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(31_457_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 30_436 ns at the least.
pub(super) fn sudo_set_min_allowed_weights<T: Config>() -> Weight {
    Weight::from_parts(31_056_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 37_436 ns at the least.
pub(super) fn sudo_set_max_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(37_946_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 0))
}

/// 31_076 ns at the least.
pub(super) fn sudo_set_rho<T: Config>() -> Weight {
    Weight::from_parts(32_027_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_316 ns at the least.
pub(super) fn sudo_set_activity_cutoff<T: Config>() -> Weight {
    Weight::from_parts(32_789_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 0))
}

/// 35_533 ns at the least.
pub(super) fn sudo_set_min_burn<T: Config>() -> Weight {
    Weight::from_parts(36_685_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 0))
}

/// 34_922 ns at the least.
pub(super) fn sudo_set_max_burn<T: Config>() -> Weight {
    Weight::from_parts(36_615_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 0))
}

/// 30_135 ns at the least.
pub(super) fn sudo_set_bonds_moving_average<T: Config>() -> Weight {
    Weight::from_parts(31_417_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 33_870 ns at the least.
pub(super) fn sudo_set_alpha_values<T: Config>() -> Weight {
    Weight::from_parts(35_032_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 0))
}

/// 31_046 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_interval<T: Config>() -> Weight {
    Weight::from_parts(32_228_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 30_495 ns at the least.
pub(super) fn sudo_set_bonds_penalty<T: Config>() -> Weight {
    Weight::from_parts(32_458_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 30_946 ns at the least.
pub(super) fn sudo_set_alpha_sigmoid_steepness<T: Config>() -> Weight {
    Weight::from_parts(32_538_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_567 ns at the least.
pub(super) fn sudo_set_owner_immune_neuron_limit<T: Config>() -> Weight {
    Weight::from_parts(34_341_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 39_820 ns at the least.
pub(super) fn sudo_set_mechanism_emission_split<T: Config>() -> Weight {
    Weight::from_parts(40_931_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 0))
}

/// 31_147 ns at the least.
pub(super) fn sudo_set_recycle_or_burn<T: Config>() -> Weight {
    Weight::from_parts(31_928_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 32_859 ns at the least.
pub(super) fn sudo_set_burn_half_life<T: Config>() -> Weight {
    Weight::from_parts(34_291_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 32_248 ns at the least.
pub(super) fn sudo_set_burn_increase_mult<T: Config>() -> Weight {
    Weight::from_parts(35_193_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 30_876 ns at the least.
pub(super) fn sudo_set_collateral_lock_share<T: Config>() -> Weight {
    Weight::from_parts(31_988_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_688 ns at the least.
pub(super) fn sudo_set_collateral_drain_ratio<T: Config>() -> Weight {
    Weight::from_parts(34_021_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 32_398 ns at the least.
pub(super) fn sudo_set_min_childkey_take_per_subnet<T: Config>() -> Weight {
    Weight::from_parts(32_939_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 0))
}

/// 30_726 ns at the least.
pub(super) fn sudo_set_activity_cutoff_factor<T: Config>() -> Weight {
    Weight::from_parts(33_550_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 38_116 ns at the least.
pub(super) fn sudo_set_tempo<T: Config>() -> Weight {
    Weight::from_parts(39_289_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_257 ns at the least.
pub(super) fn sudo_set_network_pow_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(32_108_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 30_736 ns at the least.
pub(super) fn sudo_set_network_registration_allowed<T: Config>() -> Weight {
    Weight::from_parts(31_818_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 32_679 ns at the least.
pub(super) fn sudo_set_commit_reveal_weights_enabled<T: Config>() -> Weight {
    Weight::from_parts(33_019_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_688 ns at the least.
pub(super) fn sudo_set_liquid_alpha_enabled<T: Config>() -> Weight {
    Weight::from_parts(32_789_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_427 ns at the least.
pub(super) fn sudo_set_liquid_alpha_consensus_mode<T: Config>() -> Weight {
    Weight::from_parts(31_627_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_236 ns at the least.
pub(super) fn sudo_set_toggle_transfer<T: Config>() -> Weight {
    Weight::from_parts(32_758_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 31_227 ns at the least.
pub(super) fn sudo_set_yuma3_enabled<T: Config>() -> Weight {
    Weight::from_parts(31_927_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 32_348 ns at the least.
pub(super) fn sudo_set_bonds_reset_enabled<T: Config>() -> Weight {
    Weight::from_parts(32_969_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 26_439 ns at the least.
pub(super) fn sudo_set_owner_cut_enabled<T: Config>() -> Weight {
    Weight::from_parts(27_531_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 0))
}

/// 26_189 ns at the least.
pub(super) fn sudo_set_owner_cut_auto_lock_enabled<T: Config>() -> Weight {
    Weight::from_parts(26_789_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 0))
}

/// 10_716 ns at the least.
pub(super) fn sudo_set_min_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_057_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_966 ns at the least.
pub(super) fn sudo_set_weights_set_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(11_447_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_876 ns at the least.
pub(super) fn sudo_set_adjustment_interval<T: Config>() -> Weight {
    Weight::from_parts(13_029_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_877 ns at the least.
pub(super) fn sudo_set_kappa<T: Config>() -> Weight {
    Weight::from_parts(11_527_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_826 ns at the least.
pub(super) fn sudo_set_target_registrations_per_interval<T: Config>() -> Weight {
    Weight::from_parts(11_978_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_756 ns at the least.
pub(super) fn sudo_set_difficulty<T: Config>() -> Weight {
    Weight::from_parts(11_397_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 13_500 ns at the least.
pub(super) fn sudo_set_max_allowed_validators<T: Config>() -> Weight {
    Weight::from_parts(13_961_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 10_716 ns at the least.
pub(super) fn sudo_set_max_registrations_per_block<T: Config>() -> Weight {
    Weight::from_parts(11_287_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_957 ns at the least.
pub(super) fn sudo_set_rao_recycled<T: Config>() -> Weight {
    Weight::from_parts(11_697_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 11_277 ns at the least.
pub(super) fn sudo_set_ema_price_halving_period<T: Config>() -> Weight {
    Weight::from_parts(11_627_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 11_177 ns at the least.
pub(super) fn sudo_set_subtoken_enabled<T: Config>() -> Weight {
    Weight::from_parts(11_577_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 15_303 ns at the least.
pub(super) fn sudo_set_min_allowed_uids<T: Config>() -> Weight {
    Weight::from_parts(17_506_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 10_666 ns at the least.
pub(super) fn sudo_set_min_non_immune_uids<T: Config>() -> Weight {
    Weight::from_parts(11_067_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_967 ns at the least.
pub(super) fn sudo_set_subnet_emission_enabled<T: Config>() -> Weight {
    Weight::from_parts(11_377_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 3_856 ns at the least.
pub(super) fn sudo_set_basket_concentration_cap<T: Config>() -> Weight {
    Weight::from_parts(5_248_000, 0)
}

/// 3_806 ns at the least.
pub(super) fn sudo_set_basket_trading_enabled<T: Config>() -> Weight {
    Weight::from_parts(4_207_000, 0)
}

/// 3_695 ns at the least.
pub(super) fn sudo_set_basket_daily_turnover_cap<T: Config>() -> Weight {
    Weight::from_parts(4_166_000, 0)
}

/// 3_865 ns at the least.
pub(super) fn sudo_set_basket_liquidity_cap<T: Config>() -> Weight {
    Weight::from_parts(4_286_000, 0)
}

/// 3_836 ns at the least.
pub(super) fn sudo_set_basket_min_trade_tao<T: Config>() -> Weight {
    Weight::from_parts(4_026_000, 0)
}

/// 3_896 ns at the least.
pub(super) fn sudo_set_default_take<T: Config>() -> Weight {
    Weight::from_parts(4_116_000, 0)
}

/// 3_895 ns at the least.
pub(super) fn sudo_set_min_delegate_take<T: Config>() -> Weight {
    Weight::from_parts(4_166_000, 0)
}

/// 3_906 ns at the least.
pub(super) fn sudo_set_tx_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_046_000, 0)
}

/// 3_875 ns at the least.
pub(super) fn sudo_set_tx_delegate_take_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_016_000, 0)
}

/// 3_826 ns at the least.
pub(super) fn sudo_set_coldkey_swap_announcement_delay<T: Config>() -> Weight {
    Weight::from_parts(4_267_000, 0)
}

/// 3_895 ns at the least.
pub(super) fn sudo_set_coldkey_swap_reannouncement_delay<T: Config>() -> Weight {
    Weight::from_parts(3_966_000, 0)
}

/// 3_816 ns at the least.
pub(super) fn sudo_set_subnet_owner_cut<T: Config>() -> Weight {
    Weight::from_parts(4_236_000, 0)
}

/// 4_126 ns at the least.
pub(super) fn sudo_set_ck_burn<T: Config>() -> Weight {
    Weight::from_parts(4_356_000, 0)
}

/// 3_745 ns at the least.
pub(super) fn sudo_set_network_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_447_000, 0)
}

/// 3_845 ns at the least.
pub(super) fn sudo_set_network_immunity_period<T: Config>() -> Weight {
    Weight::from_parts(4_117_000, 0)
}

/// 3_756 ns at the least.
pub(super) fn sudo_set_network_min_lock_cost<T: Config>() -> Weight {
    Weight::from_parts(4_026_000, 0)
}

/// 3_886 ns at the least.
pub(super) fn sudo_set_lock_reduction_interval<T: Config>() -> Weight {
    Weight::from_parts(4_316_000, 0)
}

/// 3_976 ns at the least.
pub(super) fn sudo_set_subnet_limit<T: Config>() -> Weight {
    Weight::from_parts(4_166_000, 0)
}

/// 3_816 ns at the least.
pub(super) fn sudo_set_start_call_delay<T: Config>() -> Weight {
    Weight::from_parts(4_196_000, 0)
}

/// 3_826 ns at the least.
pub(super) fn sudo_set_dissolve_network_schedule_duration<T: Config>() -> Weight {
    Weight::from_parts(4_126_000, 0)
}

/// 3_725 ns at the least.
pub(super) fn sudo_set_stake_threshold<T: Config>() -> Weight {
    Weight::from_parts(3_966_000, 0)
}

/// 11_818 ns at the least.
pub(super) fn sudo_set_nominator_min_required_stake<T: Config>() -> Weight {
    Weight::from_parts(12_428_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 4_427 ns at the least.
pub(super) fn sudo_set_subnet_moving_alpha<T: Config>() -> Weight {
    Weight::from_parts(4_717_000, 0)
}

/// 4_166 ns at the least.
pub(super) fn sudo_set_tao_flow_cutoff<T: Config>() -> Weight {
    Weight::from_parts(4_377_000, 0)
}

/// 4_376 ns at the least.
pub(super) fn sudo_set_tao_flow_normalization_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_417_000, 0)
}

/// 4_207 ns at the least.
pub(super) fn sudo_set_tao_flow_smoothing_factor<T: Config>() -> Weight {
    Weight::from_parts(4_517_000, 0)
}

/// 4_397 ns at the least.
pub(super) fn sudo_set_net_tao_flow_enabled<T: Config>() -> Weight {
    Weight::from_parts(4_516_000, 0)
}

/// 4_687 ns at the least.
pub(super) fn sudo_set_emission_bar_quantile<T: Config>() -> Weight {
    Weight::from_parts(4_797_000, 0)
}

/// 4_357 ns at the least.
pub(super) fn sudo_set_emission_gate_exponent<T: Config>() -> Weight {
    Weight::from_parts(4_547_000, 0)
}

/// 4_667 ns at the least.
pub(super) fn sudo_set_emission_bar_rank<T: Config>() -> Weight {
    Weight::from_parts(5_028_000, 0)
}

/// 3_845 ns at the least.
pub(super) fn sudo_set_commit_reveal_version<T: Config>() -> Weight {
    Weight::from_parts(4_196_000, 0)
}

/// 3_966 ns at the least.
pub(super) fn sudo_set_admin_freeze_window<T: Config>() -> Weight {
    Weight::from_parts(4_757_000, 0)
}

/// 3_675 ns at the least.
pub(super) fn sudo_set_owner_hparam_rate_limit<T: Config>() -> Weight {
    Weight::from_parts(4_217_000, 0)
}

/// 4_346 ns at the least.
pub(super) fn sudo_set_max_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(4_576_000, 0)
}

/// 3_815 ns at the least.
pub(super) fn sudo_set_max_epochs_per_block<T: Config>() -> Weight {
    Weight::from_parts(3_956_000, 0)
}

/// 4_286 ns at the least.
pub(super) fn sudo_set_evm_chain_id<T: Config>() -> Weight {
    Weight::from_parts(4_587_000, 0)
}

/// 5_068 ns at the least.
pub(super) fn sudo_set_basket_trading_frozen<T: Config>() -> Weight {
    Weight::from_parts(5_799_000, 0)
}

/// 4_928 ns at the least.
pub(super) fn sudo_set_basket_claim_dust<T: Config>() -> Weight {
    Weight::from_parts(6_830_000, 0)
}

/// 4_446 ns at the least.
pub(super) fn swap_authorities<T: Config>() -> Weight {
    Weight::from_parts(4_847_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 5_107 ns at the least.
pub(super) fn schedule_grandpa_change<T: Config>() -> Weight {
    Weight::from_parts(5_508_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 2_371_485 ns at the least.
pub(super) fn sudo_set_sn_owner_hotkey<T: Config>() -> Weight {
    Weight::from_parts(2_406_398_000, 0).saturating_add(T::DbWeight::get().reads_writes(272, 0))
}

/// 2_504_944 ns at the least.
pub(super) fn sudo_set_mechanism_count<T: Config>() -> Weight {
    Weight::from_parts(2_541_518_000, 0).saturating_add(T::DbWeight::get().reads_writes(2_833, 0))
}

/// 3_383_273 ns at the least.
pub(super) fn sudo_trim_to_max_allowed_uids<T: Config>(_u: u32) -> Weight {
    Weight::from_parts(9_215_294_141, 0).saturating_add(T::DbWeight::get().reads_writes(2_079, 0))
}

/// 42_262_772 ns at the least.
pub(super) fn sudo_trim_null_uids_batch<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        32_267_046_351_u64.saturating_add(u64::from(s).saturating_mul(4_543_516)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(14_521_u64.saturating_add(u64::from(s).saturating_mul(2)), 0),
    )
}

/// 2_663_381 ns at the least.
pub(super) fn sudo_set_epoch_consensus<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        1_237_671_770_u64.saturating_add(u64::from(s).saturating_mul(4_005_458)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(840_u64.saturating_add(u64::from(s).saturating_mul(2)), 0),
    )
}
