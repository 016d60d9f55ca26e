//! Measured by scripts/bench-weights.sh, which writes this file: 5 steps with 4 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 115_302 ns at the least.
pub(super) fn block_step<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        138_404_214_u64.saturating_add(u64::from(s).saturating_mul(15_818_970)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(s).saturating_mul(16)),
        3_u64.saturating_add(u64::from(s).saturating_mul(5)),
    ))
}

/// 271_515 ns at the least.
pub(super) fn block_step_emitted<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        190_547_230_u64.saturating_add(u64::from(e).saturating_mul(60_593_070)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        41_u64.saturating_add(u64::from(e).saturating_mul(37)),
        11_u64.saturating_add(u64::from(e).saturating_mul(21)),
    ))
}

/// 7_712_056 ns at the least.
pub(super) fn reservoirs<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        7_286_286_900_u64.saturating_add(u64::from(p).saturating_mul(26_322_128)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_754_u64.saturating_add(u64::from(p).saturating_mul(2)),
        2_678_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 8_383 ns at the least.
pub(super) fn dissolution<T: Config>() -> Weight {
    Weight::from_parts(13_029_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 531_733 ns at the least.
pub(super) fn find_subnet_to_prune<T: Config>() -> Weight {
    Weight::from_parts(540_586_000, 0).saturating_add(T::DbWeight::get().reads_writes(644, 0))
}

/// 1_295_682 ns at the least.
pub(super) fn epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        549_109_525_u64.saturating_add(u64::from(u).saturating_mul(75_450_071)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        126_u64.saturating_add(u64::from(u).saturating_mul(22)),
        42_u64.saturating_add(u64::from(u).saturating_mul(13)),
    ))
}

/// 4_606_487 ns at the least.
pub(super) fn epoch_rows<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        5_657_124_144_u64.saturating_add(u64::from(v).saturating_mul(26_290_379)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_687,
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 5_780_847 ns at the least.
pub(super) fn epoch_parents<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        4_176_578_414_u64.saturating_add(u64::from(v).saturating_mul(1_341_708_853)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_683_u64.saturating_add(u64::from(v).saturating_mul(384)),
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 12_191_965 ns at the least.
pub(super) fn null_epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        23_289_426_943_u64.saturating_add(u64::from(u).saturating_mul(103_637_407)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_857_u64.saturating_add(u64::from(u).saturating_mul(16)),
        1_694_u64.saturating_add(u64::from(u).saturating_mul(6)),
    ))
}

/// 2_193_670 ns at the least.
pub(super) fn divide_dividends<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        2_204_827_000_u64.saturating_add(u64::from(v).saturating_mul(1_908_347_450)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        80_u64.saturating_add(u64::from(v).saturating_mul(518)),
        15_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 49_183 ns at the least.
pub(super) fn voting_power<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        56_482_200_u64.saturating_add(u64::from(p).saturating_mul(4_915_132)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        7_u64.saturating_add(u64::from(p).saturating_mul(3)),
        1_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 49_765 ns at the least.
pub(super) fn voting_power_of<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        53_749_300_u64.saturating_add(u64::from(v).saturating_mul(1_648_213)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        7_u64.saturating_add(u64::from(v).saturating_mul(1)),
        1_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 702_267 ns at the least.
pub(super) fn reset_bonds<T: Config>() -> Weight {
    Weight::from_parts(718_091_000, 0).saturating_add(T::DbWeight::get().reads_writes(531, 256))
}

/// 12_659 ns at the least.
pub(super) fn forget_dividend<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        8_433_600_u64.saturating_add(u64::from(r).saturating_mul(3_478_959)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(r).saturating_mul(2)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 9_775 ns at the least.
pub(super) fn pay_dividends<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        9_935_000_u64.saturating_add(u64::from(h).saturating_mul(101_776_101)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(h).saturating_mul(18)),
        2_u64.saturating_add(u64::from(h).saturating_mul(16)),
    ))
}

/// 4_337 ns at the least.
pub(super) fn erase_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        8_943_200_u64.saturating_add(u64::from(r).saturating_mul(5_194_212)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 3_665 ns at the least.
pub(super) fn erase_children<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        7_187_800_u64.saturating_add(u64::from(r).saturating_mul(5_988_640)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(3)),
        0_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}

/// 9_664 ns at the least.
pub(super) fn erase_locks<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        21_678_100_u64.saturating_add(u64::from(r).saturating_mul(12_580_775)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(4)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 3_586 ns at the least.
pub(super) fn erase_row<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        7_884_700_u64.saturating_add(u64::from(r).saturating_mul(3_183_406)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 3_295 ns at the least.
pub(super) fn erase_pool<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        511_700_u64.saturating_add(u64::from(r).saturating_mul(19_647_168)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
        0_u64.saturating_add(u64::from(r).saturating_mul(7)),
    ))
}

/// 3_896 ns at the least.
pub(super) fn dissolve_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        3_956_000_u64.saturating_add(u64::from(r).saturating_mul(89_885_215)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(12)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 3_635 ns at the least.
pub(super) fn dissolve_holding<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        8_581_000_u64.saturating_add(u64::from(r).saturating_mul(195_571_062)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(22)),
        0_u64.saturating_add(u64::from(r).saturating_mul(14)),
    ))
}

/// 3_385 ns at the least.
pub(super) fn erase_account<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        3_615_000_u64.saturating_add(u64::from(r).saturating_mul(20_984_546)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(4)),
        0_u64.saturating_add(u64::from(r).saturating_mul(13)),
    ))
}

/// 26_981 ns at the least.
pub(super) fn erase_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        26_934_449_u64.saturating_add(u64::from(m).saturating_mul(820_359)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6, 10_u64.saturating_add(u64::from(m).saturating_mul(1))),
    )
}

/// 503_741 ns at the least.
pub(super) fn erase_mechanism<T: Config>() -> Weight {
    Weight::from_parts(553_284_000, 0).saturating_add(T::DbWeight::get().reads_writes(769, 771))
}

/// 116_313 ns at the least.
pub(super) fn erase_values<T: Config>() -> Weight {
    Weight::from_parts(139_337_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 157))
}

/// 468_568 ns at the least.
pub(super) fn stop_subnet<T: Config>() -> Weight {
    Weight::from_parts(501_037_000, 0).saturating_add(T::DbWeight::get().reads_writes(133, 71))
}

/// 3_174_873 ns at the least.
pub(super) fn register_network<T: Config>() -> Weight {
    Weight::from_parts(3_224_917_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_390, 252))
}

/// 21_842 ns at the least.
pub(super) fn start_call<T: Config>() -> Weight {
    Weight::from_parts(22_333_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 342_410 ns at the least.
pub(super) fn update_symbol<T: Config>() -> Weight {
    Weight::from_parts(348_049_000, 0).saturating_add(T::DbWeight::get().reads_writes(259, 1))
}

/// 29_654 ns at the least.
pub(super) fn set_hyperparameter<T: Config>() -> Weight {
    Weight::from_parts(37_235_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 3_508_871 ns at the least.
pub(super) fn register_leased_network<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        3_422_667_036_u64.saturating_add(u64::from(c).saturating_mul(45_131_517)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_397_u64.saturating_add(u64::from(c).saturating_mul(3)),
        258_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 2_079_039 ns at the least.
pub(super) fn terminate_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        2_148_309_971_u64.saturating_add(u64::from(c).saturating_mul(5_605_020)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        232_u64.saturating_add(u64::from(c).saturating_mul(4)),
        226_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 22_173 ns at the least.
pub(super) fn look_for_lease_payouts<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        30_510_100_u64.saturating_add(u64::from(l).saturating_mul(9_975_954)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(l).saturating_mul(7)), 0),
    )
}

/// 23_615 ns at the least.
pub(super) fn look_at_lease<T: Config>() -> Weight {
    Weight::from_parts(28_533_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 346_517 ns at the least.
pub(super) fn open_lease_pot<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        343_118_680_u64.saturating_add(u64::from(c).saturating_mul(3_844_801)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        30_u64.saturating_add(u64::from(c).saturating_mul(3)),
        9_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 313_347 ns at the least.
pub(super) fn pay_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(323_593_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 10))
}

/// 385_836 ns at the least.
pub(super) fn pay_locked_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(389_951_000, 0).saturating_add(T::DbWeight::get().reads_writes(31, 10))
}

/// 302_040 ns at the least.
pub(super) fn end_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        270_108_607_u64.saturating_add(u64::from(c).saturating_mul(2_605_584)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        24_u64.saturating_add(u64::from(c).saturating_mul(2)),
        18_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 19_289 ns at the least.
pub(super) fn find_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        93_618_900_u64.saturating_add(u64::from(q).saturating_mul(8_620_268)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(q).saturating_mul(8)),
        0_u64.saturating_add(u64::from(q).saturating_mul(1)),
    ))
}

/// 292_435 ns at the least.
pub(super) fn flush_fund<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        258_991_366_u64.saturating_add(u64::from(c).saturating_mul(46_217_023)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        14_u64.saturating_add(u64::from(c).saturating_mul(15)),
        4_u64.saturating_add(u64::from(c).saturating_mul(8)),
    ))
}

/// 287_138 ns at the least.
pub(super) fn flush_fund_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        316_147_690_u64.saturating_add(u64::from(r).saturating_mul(33_808_585)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(18_u64.saturating_add(u64::from(r).saturating_mul(11)), 12),
    )
}

/// 29_224 ns at the least.
pub(super) fn sweep_index<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        31_477_000_u64.saturating_add(u64::from(f).saturating_mul(21_735_866)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(f).saturating_mul(6)),
        2_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 81_602 ns at the least.
pub(super) fn sweep_holdings<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        151_175_300_u64.saturating_add(u64::from(r).saturating_mul(35_738_712)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(9_u64.saturating_add(u64::from(r).saturating_mul(11)), 3),
    )
}

/// 12_599 ns at the least.
pub(super) fn look_for_claims<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        11_171_700_u64.saturating_add(u64::from(h).saturating_mul(5_106_643)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(h).saturating_mul(2)), 1),
    )
}

/// 524_592 ns at the least.
pub(super) fn claim_root<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        301_207_093_u64.saturating_add(u64::from(r).saturating_mul(166_031_521)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        35_u64.saturating_add(u64::from(r).saturating_mul(18)),
        24_u64.saturating_add(u64::from(r).saturating_mul(10)),
    ))
}

/// 476_661 ns at the least.
pub(super) fn stake_into_basket<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        357_409_507_u64.saturating_add(u64::from(r).saturating_mul(211_655_739)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        22_u64.saturating_add(u64::from(r).saturating_mul(16)),
        13_u64.saturating_add(u64::from(r).saturating_mul(9)),
    ))
}

/// 5_350_926 ns at the least.
pub(super) fn swap_basket<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        4_877_832_974_u64.saturating_add(u64::from(l).saturating_mul(307_517_717)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_564_u64.saturating_add(u64::from(l).saturating_mul(8)),
        13_u64.saturating_add(u64::from(l).saturating_mul(11)),
    ))
}

/// 659_082 ns at the least.
pub(super) fn swap_basket_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        658_244_376_u64.saturating_add(u64::from(r).saturating_mul(36_960_146)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(48_u64.saturating_add(u64::from(r).saturating_mul(12)), 27),
    )
}

/// 185_246 ns at the least.
pub(super) fn add_stake<T: Config>() -> Weight {
    Weight::from_parts(192_637_000, 0).saturating_add(T::DbWeight::get().reads_writes(28, 18))
}

/// 196_203 ns at the least.
pub(super) fn add_stake_again<T: Config>() -> Weight {
    Weight::from_parts(200_398_000, 0).saturating_add(T::DbWeight::get().reads_writes(27, 16))
}

/// 315_059 ns at the least.
pub(super) fn add_root_stake<T: Config>() -> Weight {
    Weight::from_parts(335_720_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 13))
}

/// 353_687 ns at the least.
pub(super) fn remove_root_stake<T: Config>() -> Weight {
    Weight::from_parts(360_117_000, 0).saturating_add(T::DbWeight::get().reads_writes(29, 13))
}

/// 232_437 ns at the least.
pub(super) fn remove_stake<T: Config>() -> Weight {
    Weight::from_parts(236_773_000, 0).saturating_add(T::DbWeight::get().reads_writes(30, 13))
}

/// 501_036 ns at the least.
pub(super) fn relocate_stake<T: Config>() -> Weight {
    Weight::from_parts(563_680_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 498_874 ns at the least.
pub(super) fn relocate_stake_limit<T: Config>() -> Weight {
    Weight::from_parts(518_143_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 137_665 ns at the least.
pub(super) fn destroy_alpha<T: Config>() -> Weight {
    Weight::from_parts(138_496_000, 0).saturating_add(T::DbWeight::get().reads_writes(23, 13))
}

/// 24_316 ns at the least.
pub(super) fn change_take<T: Config>() -> Weight {
    Weight::from_parts(26_700_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
}

/// 38_737 ns at the least.
pub(super) fn set_childkey_take<T: Config>() -> Weight {
    Weight::from_parts(40_680_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 11_958 ns at the least.
pub(super) fn set_auto_parent_delegation<T: Config>() -> Weight {
    Weight::from_parts(13_400_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 30_836 ns at the least.
pub(super) fn set_auto_stake<T: Config>() -> Weight {
    Weight::from_parts(32_558_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 5))
}

/// 171_266 ns at the least.
pub(super) fn set_full_auto_stake<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        178_136_000_u64.saturating_add(u64::from(u).saturating_mul(6_882_166)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(7_u64.saturating_add(u64::from(u).saturating_mul(2)), 6),
    )
}

/// 285_466 ns at the least.
pub(super) fn unstake_all<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        293_928_000_u64.saturating_add(u64::from(s).saturating_mul(208_318_360)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(s).saturating_mul(21)),
        0_u64.saturating_add(u64::from(s).saturating_mul(13)),
    ))
}

/// 260_168 ns at the least.
pub(super) fn clear_nomination<T: Config>() -> Weight {
    Weight::from_parts(268_521_000, 0).saturating_add(T::DbWeight::get().reads_writes(35, 18))
}

/// 198_576 ns at the least.
pub(super) fn alpha_fee<T: Config>() -> Weight {
    Weight::from_parts(204_775_000, 0).saturating_add(T::DbWeight::get().reads_writes(26, 12))
}

/// 5_067 ns at the least.
pub(super) fn no_sweep<T: Config>() -> Weight {
    Weight::from_parts(5_258_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 63_845 ns at the least.
pub(super) fn sweep_lists<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        56_584_534_u64.saturating_add(u64::from(l).saturating_mul(19_081_349)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(13_u64.saturating_add(u64::from(l).saturating_mul(3)), 1),
    )
}

/// 60_180 ns at the least.
pub(super) fn sweep_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        51_276_002_u64.saturating_add(u64::from(p).saturating_mul(18_834_950)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(11_u64.saturating_add(u64::from(p).saturating_mul(5)), 1),
    )
}

/// 753_694 ns at the least.
pub(super) fn lock_stake<T: Config>() -> Weight {
    Weight::from_parts(812_441_000, 0).saturating_add(T::DbWeight::get().reads_writes(141, 6))
}

/// 781_716 ns at the least.
pub(super) fn lock_more_stake<T: Config>() -> Weight {
    Weight::from_parts(817_449_000, 0).saturating_add(T::DbWeight::get().reads_writes(142, 6))
}

/// 364_152 ns at the least.
pub(super) fn move_lock<T: Config>() -> Weight {
    Weight::from_parts(379_526_000, 0).saturating_add(T::DbWeight::get().reads_writes(63, 10))
}

/// 358_875 ns at the least.
pub(super) fn set_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(378_224_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 9))
}

/// 353_427 ns at the least.
pub(super) fn end_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(368_629_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 8))
}

/// 8_392 ns at the least.
pub(super) fn set_account_flag<T: Config>() -> Weight {
    Weight::from_parts(9_594_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 224_215 ns at the least.
pub(super) fn add_collateral<T: Config>() -> Weight {
    Weight::from_parts(263_753_000, 0).saturating_add(T::DbWeight::get().reads_writes(33, 20))
}

/// 37_606 ns at the least.
pub(super) fn set_min_collateral<T: Config>() -> Weight {
    Weight::from_parts(47_941_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 417_152 ns at the least.
pub(super) fn look_at_lock<T: Config>() -> Weight {
    Weight::from_parts(449_621_000, 0).saturating_add(T::DbWeight::get().reads_writes(95, 0))
}

/// 149_663 ns at the least.
pub(super) fn transfer_lock<T: Config>() -> Weight {
    Weight::from_parts(151_586_000, 0).saturating_add(T::DbWeight::get().reads_writes(21, 9))
}

/// 2_785 ns at the least.
pub(super) fn no_lock_moves<T: Config>() -> Weight {
    Weight::from_parts(3_656_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 387_868 ns at the least.
pub(super) fn move_locks<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        154_212_226_u64.saturating_add(u64::from(l).saturating_mul(246_498_986)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        59_u64.saturating_add(u64::from(l).saturating_mul(5)),
        4_u64.saturating_add(u64::from(l).saturating_mul(6)),
    ))
}

/// 263_423 ns at the least.
pub(super) fn look_for_takeover<T: Config>() -> Weight {
    Weight::from_parts(268_520_000, 0).saturating_add(T::DbWeight::get().reads_writes(62, 0))
}

/// 2_185_908 ns at the least.
pub(super) fn take_over<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        2_032_923_733_u64.saturating_add(u64::from(u).saturating_mul(3_357_985)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(279_u64.saturating_add(u64::from(u).saturating_mul(2)), 230),
    )
}

/// 136_583 ns at the least.
pub(super) fn set_children<T: Config>(c: u32, s: u32) -> Weight {
    Weight::from_parts(
        160_170_119_u64
            .saturating_add(u64::from(c).saturating_mul(3_301_558))
            .saturating_add(u64::from(s).saturating_mul(7_077_309)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(
            21_u64
                .saturating_add(u64::from(c).saturating_mul(1))
                .saturating_add(u64::from(s).saturating_mul(6)),
            12_u64.saturating_add(u64::from(c).saturating_mul(2)),
        ),
    )
}

/// 133_148 ns at the least.
pub(super) fn set_children_rivals<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        40_010_520_u64.saturating_add(u64::from(f).saturating_mul(1_017_751_763)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(f).saturating_mul(385)),
        22_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 18_597 ns at the least.
pub(super) fn walk_pending_children<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        41_711_100_u64.saturating_add(u64::from(s).saturating_mul(6_533_848)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(s).saturating_mul(4)),
        0_u64.saturating_add(u64::from(s).saturating_mul(1)),
    ))
}

/// 11_577 ns at the least.
pub(super) fn pass_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        14_256_400_u64.saturating_add(u64::from(e).saturating_mul(4_000_990)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(e).saturating_mul(2)), 1),
    )
}

/// 14_191 ns at the least.
pub(super) fn apply_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        26_864_200_u64.saturating_add(u64::from(e).saturating_mul(74_414_287)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        13_u64.saturating_add(u64::from(e).saturating_mul(12)),
        14_u64.saturating_add(u64::from(e).saturating_mul(8)),
    ))
}

/// 15_313 ns at the least.
pub(super) fn value_stakes<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        19_193_279_u64.saturating_add(u64::from(r).saturating_mul(2_031_022)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 28_693 ns at the least.
pub(super) fn look_up_prices<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        26_769_762_u64.saturating_add(u64::from(r).saturating_mul(6_860_882)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(6)), 0),
    )
}

/// 10_586 ns at the least.
pub(super) fn check_parent<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        19_877_900_u64.saturating_add(u64::from(p).saturating_mul(13_363_262)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(p).saturating_mul(4)),
        0_u64.saturating_add(u64::from(p).saturating_mul(3)),
    ))
}

/// 9_664 ns at the least.
pub(super) fn lift_suspension<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        19_183_500_u64.saturating_add(u64::from(p).saturating_mul(5_913_000)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(p).saturating_mul(3)),
        0_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 574_807 ns at the least.
pub(super) fn burned_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        1_049_198_686_u64.saturating_add(u64::from(u).saturating_mul(1_991_751)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(65_u64.saturating_add(u64::from(u).saturating_mul(2)), 52),
    )
}

/// 611_411 ns at the least.
pub(super) fn root_register<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        515_562_189_u64.saturating_add(u64::from(s).saturating_mul(47_893_069)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        226_u64.saturating_add(u64::from(s).saturating_mul(8)),
        28_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 337_253 ns at the least.
pub(super) fn pow_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        946_278_533_u64.saturating_add(u64::from(u).saturating_mul(1_841_720)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(36_u64.saturating_add(u64::from(u).saturating_mul(2)), 32),
    )
}

/// 24_907 ns at the least.
pub(super) fn serve<T: Config>() -> Weight {
    Weight::from_parts(28_292_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 17_607 ns at the least.
pub(super) fn set_tracking<T: Config>() -> Weight {
    Weight::from_parts(21_372_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 19_689 ns at the least.
pub(super) fn end_tracking<T: Config>() -> Weight {
    Weight::from_parts(23_425_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
}

/// 2_204 ns at the least.
pub(super) fn look_for_erasures<T: Config>() -> Weight {
    Weight::from_parts(2_644_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 6_590 ns at the least.
pub(super) fn erase_voting_power<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_685_800_u64.saturating_add(u64::from(r).saturating_mul(3_999_762)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(2)),
        2_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 25_127 ns at the least.
pub(super) fn set_identity<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        42_601_305_u64.saturating_add(u64::from(h).saturating_mul(3_061_342)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(h).saturating_mul(1)), 1),
    )
}

/// 17_236 ns at the least.
pub(super) fn set_subnet_identity<T: Config>() -> Weight {
    Weight::from_parts(18_858_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 68_692 ns at the least.
pub(super) fn associate<T: Config>() -> Weight {
    Weight::from_parts(79_489_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
}

/// 2_734 ns at the least.
pub(super) fn set_rule<T: Config>() -> Weight {
    Weight::from_parts(3_856_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 999_440 ns at the least.
pub(super) fn set_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_103_780_288_u64.saturating_add(u64::from(e).saturating_mul(82_631)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(404, 2))
}

/// 987_933 ns at the least.
pub(super) fn commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_071_217_000, 0).saturating_add(T::DbWeight::get().reads_writes(406, 2))
}

/// 1_529_731 ns at the least.
pub(super) fn batch_commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_606_975_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 2))
}

/// 1_004_848 ns at the least.
pub(super) fn reveal_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_039_910_510_u64.saturating_add(u64::from(e).saturating_mul(252_909)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(409, 2))
}

/// 1_091_137 ns at the least.
pub(super) fn commit_timelocked_weights<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        1_126_224_473_u64.saturating_add(u64::from(b).saturating_mul(4_287)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(409, 4))
}

/// 3_422_843 ns at the least.
pub(super) fn commit_among_rivals<T: Config>() -> Weight {
    Weight::from_parts(3_635_700_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 4))
}

/// 22_474 ns at the least.
pub(super) fn look_at_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        34_156_700_u64.saturating_add(u64::from(q).saturating_mul(2_984_043)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(q).saturating_mul(1)), 0),
    )
}

/// 43_525 ns at the least.
pub(super) fn remember_queue<T: Config>() -> Weight {
    Weight::from_parts(45_288_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 1))
}

/// 73_900 ns at the least.
pub(super) fn visit_commits<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        73_570_636_u64.saturating_add(u64::from(b).saturating_mul(1_179)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(11, 3))
}

/// 2_492_225 ns at the least.
pub(super) fn reveal_commit<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        2_607_909_400_u64.saturating_add(u64::from(p).saturating_mul(7_642_003)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        24_u64.saturating_add(u64::from(p).saturating_mul(4)),
        3_u64.saturating_add(u64::from(p).saturating_mul(1)),
    ))
}

/// 19_670 ns at the least.
pub(super) fn precheck<T: Config>() -> Weight {
    Weight::from_parts(23_465_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 20_761 ns at the least.
pub(super) fn precheck_take<T: Config>() -> Weight {
    Weight::from_parts(25_778_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 1))
}

/// 955_194 ns at the least.
pub(super) fn precheck_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_045_594_826_u64.saturating_add(u64::from(e).saturating_mul(61_306)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(405, 1))
}

/// 920_523 ns at the least.
pub(super) fn precheck_commit<T: Config>() -> Weight {
    Weight::from_parts(959_390_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 1))
}

/// 1_002_184 ns at the least.
pub(super) fn precheck_sealed<T: Config>() -> Weight {
    Weight::from_parts(1_066_279_000, 0).saturating_add(T::DbWeight::get().reads_writes(408, 1))
}

/// 3_345_958 ns at the least.
pub(super) fn precheck_among_rivals<T: Config>() -> Weight {
    Weight::from_parts(3_454_399_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 1))
}

/// 40_391 ns at the least.
pub(super) fn look_at_parents<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        59_155_100_u64.saturating_add(u64::from(p).saturating_mul(6_582_296)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8_u64.saturating_add(u64::from(p).saturating_mul(3)), 0),
    )
}

/// 174_560 ns at the least.
pub(super) fn precheck_work<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        582_608_496_u64.saturating_add(u64::from(u).saturating_mul(1_892_200)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(23_u64.saturating_add(u64::from(u).saturating_mul(2)), 1),
    )
}

/// 12_709 ns at the least.
pub(super) fn precheck_creation<T: Config>() -> Weight {
    Weight::from_parts(13_130_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 441_078 ns at the least.
pub(super) fn look_at_swap<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        172_824_069_u64.saturating_add(u64::from(s).saturating_mul(94_739_677)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        69_u64.saturating_add(u64::from(s).saturating_mul(27)),
        24_u64.saturating_add(u64::from(s).saturating_mul(2)),
    ))
}

/// 18_658 ns at the least.
pub(super) fn count_stakers<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        18_710_581_u64.saturating_add(u64::from(s).saturating_mul(2_850_085)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(4_u64.saturating_add(u64::from(s).saturating_mul(3)), 0),
    )
}

/// 5_728 ns at the least.
pub(super) fn look_at_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        6_194_400_u64.saturating_add(u64::from(r).saturating_mul(1_200_490)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}

/// 14_231 ns at the least.
pub(super) fn look_at_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_627_600_u64.saturating_add(u64::from(r).saturating_mul(2_851_153)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 13_831 ns at the least.
pub(super) fn swap_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        12_646_900_u64.saturating_add(u64::from(r).saturating_mul(4_008_915)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 19_889 ns at the least.
pub(super) fn swap_lineage<T: Config>() -> Weight {
    Weight::from_parts(21_022_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 6))
}

/// 120_310 ns at the least.
pub(super) fn swap_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        76_121_537_u64.saturating_add(u64::from(p).saturating_mul(59_337_734)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        12_u64.saturating_add(u64::from(p).saturating_mul(7)),
        7_u64.saturating_add(u64::from(p).saturating_mul(6)),
    ))
}

/// 159_158 ns at the least.
pub(super) fn swap_root_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        75_219_544_u64.saturating_add(u64::from(p).saturating_mul(61_405_668)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        29_u64.saturating_add(u64::from(p).saturating_mul(9)),
        9_u64.saturating_add(u64::from(p).saturating_mul(8)),
    ))
}

/// 115_843 ns at the least.
pub(super) fn swap_fund<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        178_131_700_u64.saturating_add(u64::from(q).saturating_mul(11_074_210)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        20_u64.saturating_add(u64::from(q).saturating_mul(9)),
        16_u64.saturating_add(u64::from(q).saturating_mul(2)),
    ))
}

/// 42_504 ns at the least.
pub(super) fn swap_watermark<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        31_718_000_u64.saturating_add(u64::from(r).saturating_mul(18_488_728)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(4)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 66_319 ns at the least.
pub(super) fn swap_liquidity<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        78_806_300_u64.saturating_add(u64::from(r).saturating_mul(5_668_393)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(3)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 6_841 ns at the least.
pub(super) fn swap_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_929_400_u64.saturating_add(u64::from(r).saturating_mul(23_354_775)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
        0_u64.saturating_add(u64::from(r).saturating_mul(4)),
    ))
}

/// 5_378 ns at the least.
pub(super) fn swap_auto_staker<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        6_868_100_u64.saturating_add(u64::from(c).saturating_mul(1_051_309)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(c).saturating_mul(1)),
        0_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 10_145 ns at the least.
pub(super) fn swap_voting_power<T: Config>() -> Weight {
    Weight::from_parts(11_417_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 14_151 ns at the least.
pub(super) fn swap_dividend<T: Config>() -> Weight {
    Weight::from_parts(15_203_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
}

/// 62_383 ns at the least.
pub(super) fn swap_relative<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        60_127_900_u64.saturating_add(u64::from(p).saturating_mul(4_818_929)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        16_u64.saturating_add(u64::from(p).saturating_mul(1)),
        15_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 62_643 ns at the least.
pub(super) fn swap_root_lender<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        4_319_492_u64.saturating_add(u64::from(s).saturating_mul(31_151_716)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(s).saturating_mul(8)),
        0_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 46_279 ns at the least.
pub(super) fn swap_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        71_998_261_u64.saturating_add(u64::from(m).saturating_mul(2_399_321)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        13_u64.saturating_add(u64::from(m).saturating_mul(1)),
        9_u64.saturating_add(u64::from(m).saturating_mul(2)),
    ))
}

/// 45_858 ns at the least.
pub(super) fn announce_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(46_930_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 3))
}

/// 16_514 ns at the least.
pub(super) fn dispute_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(17_426_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 20_841 ns at the least.
pub(super) fn clear_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(21_963_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 7_421 ns at the least.
pub(super) fn reset_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(9_083_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 682_828 ns at the least.
pub(super) fn look_at_coldkey<T: Config>() -> Weight {
    Weight::from_parts(712_953_000, 0).saturating_add(T::DbWeight::get().reads_writes(521, 0))
}

/// 265_896 ns at the least.
pub(super) fn swap_coldkey<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        254_332_563_u64.saturating_add(u64::from(s).saturating_mul(19_598_438)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(34_u64.saturating_add(u64::from(s).saturating_mul(9)), 10),
    )
}

/// 264_485 ns at the least.
pub(super) fn swap_coldkey_touched<T: Config>(t: u32) -> Weight {
    Weight::from_parts(
        279_494_900_u64.saturating_add(u64::from(t).saturating_mul(188_583_087)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(t).saturating_mul(25)),
        17_u64.saturating_add(u64::from(t).saturating_mul(30)),
    ))
}

/// 245_817 ns at the least.
pub(super) fn swap_coldkey_staked<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        248_751_000_u64.saturating_add(u64::from(s).saturating_mul(16_273_216)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(s).saturating_mul(2)),
        17_u64.saturating_add(u64::from(s).saturating_mul(5)),
    ))
}

/// 272_306 ns at the least.
pub(super) fn swap_coldkey_owned<T: Config>(o: u32) -> Weight {
    Weight::from_parts(
        268_311_321_u64.saturating_add(u64::from(o).saturating_mul(1_391_416)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 17_u64.saturating_add(u64::from(o).saturating_mul(2))),
    )
}

/// 249_361 ns at the least.
pub(super) fn swap_coldkey_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        75_003_999_u64.saturating_add(u64::from(p).saturating_mul(16_352_749)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(p).saturating_mul(2)),
        17_u64.saturating_add(u64::from(p).saturating_mul(3)),
    ))
}

/// 246_617 ns at the least.
pub(super) fn swap_coldkey_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        288_957_600_u64.saturating_add(u64::from(r).saturating_mul(13_721_964)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(r).saturating_mul(3)),
        17_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 241_520 ns at the least.
pub(super) fn swap_coldkey_waiting<T: Config>(w: u32) -> Weight {
    Weight::from_parts(
        176_861_700_u64.saturating_add(u64::from(w).saturating_mul(8_785_140)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 17_u64.saturating_add(u64::from(w).saturating_mul(2))),
    )
}

/// 9_003 ns at the least.
pub(super) fn swap_guard<T: Config>() -> Weight {
    Weight::from_parts(10_315_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 7_592 ns at the least.
pub(super) fn look_at_call<T: Config>() -> Weight {
    Weight::from_parts(8_042_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}
