//! Measured by scripts/bench-weights.sh, which writes this file: 2 steps with 1 repeats,
//! quick.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 171_235 ns at the least.
pub(super) fn block_step<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        132_719_000_u64.saturating_add(u64::from(s).saturating_mul(19_258_000)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(s).saturating_mul(15)),
        3_u64.saturating_add(u64::from(s).saturating_mul(4)),
    ))
}

/// 323_032 ns at the least.
pub(super) fn block_step_emitted<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        182_710_761_u64.saturating_add(u64::from(e).saturating_mul(70_160_619)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(e).saturating_mul(32)),
        3_u64.saturating_add(u64::from(e).saturating_mul(16)),
    ))
}

/// 9_548_585 ns at the least.
pub(super) fn reservoirs<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        9_548_585_000_u64.saturating_add(u64::from(p).saturating_mul(20_067_484)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_244_u64.saturating_add(u64::from(p).saturating_mul(1)),
        2_163_u64.saturating_add(u64::from(p).saturating_mul(5)),
    ))
}

/// 12_458 ns at the least.
pub(super) fn dissolution<T: Config>() -> Weight {
    Weight::from_parts(12_458_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 691_861 ns at the least.
pub(super) fn find_subnet_to_prune<T: Config>() -> Weight {
    Weight::from_parts(691_861_000, 0).saturating_add(T::DbWeight::get().reads_writes(644, 0))
}

/// 1_550_331 ns at the least.
pub(super) fn epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        896_757_032_u64.saturating_add(u64::from(u).saturating_mul(81_696_745)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        126_u64.saturating_add(u64::from(u).saturating_mul(22)),
        42_u64.saturating_add(u64::from(u).saturating_mul(13)),
    ))
}

/// 6_341_854 ns at the least.
pub(super) fn epoch_rows<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        6_306_837_314_u64.saturating_add(u64::from(v).saturating_mul(35_016_685)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_687,
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 7_449_465 ns at the least.
pub(super) fn epoch_parents<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        6_299_712_428_u64.saturating_add(u64::from(v).saturating_mul(1_149_752_571)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_683_u64.saturating_add(u64::from(v).saturating_mul(384)),
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 18_680_628 ns at the least.
pub(super) fn null_epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        17_606_333_081_u64.saturating_add(u64::from(u).saturating_mul(134_286_864)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_884_u64.saturating_add(u64::from(u).saturating_mul(17)),
        2_119_u64.saturating_add(u64::from(u).saturating_mul(6)),
    ))
}

/// 2_505_174 ns at the least.
pub(super) fn divide_dividends<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        193_380_571_u64.saturating_add(u64::from(v).saturating_mul(2_311_793_428)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        80_u64.saturating_add(u64::from(v).saturating_mul(518)),
        15_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 55_112 ns at the least.
pub(super) fn voting_power<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        55_112_000_u64.saturating_add(u64::from(p).saturating_mul(5_822_039)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        8_u64.saturating_add(u64::from(p).saturating_mul(2)),
        2_u64.saturating_add(u64::from(p).saturating_mul(1)),
    ))
}

/// 53_009 ns at the least.
pub(super) fn voting_power_of<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        53_009_000_u64.saturating_add(u64::from(v).saturating_mul(2_626_613)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8, 2_u64.saturating_add(u64::from(v).saturating_mul(1))),
    )
}

/// 838_650 ns at the least.
pub(super) fn reset_bonds<T: Config>() -> Weight {
    Weight::from_parts(838_650_000, 0).saturating_add(T::DbWeight::get().reads_writes(531, 256))
}

/// 29_114 ns at the least.
pub(super) fn forget_dividend<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        29_114_000_u64.saturating_add(u64::from(r).saturating_mul(3_453_507)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(r).saturating_mul(2)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 21_692 ns at the least.
pub(super) fn pay_dividends<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        21_692_000_u64.saturating_add(u64::from(h).saturating_mul(121_537_578)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(h).saturating_mul(17)),
        3_u64.saturating_add(u64::from(h).saturating_mul(15)),
    ))
}

/// 10_646 ns at the least.
pub(super) fn erase_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        10_646_000_u64.saturating_add(u64::from(r).saturating_mul(6_733_625)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 15_322 ns at the least.
pub(super) fn erase_children<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        15_322_000_u64.saturating_add(u64::from(r).saturating_mul(6_585_609)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(3)),
        0_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}

/// 53_390 ns at the least.
pub(super) fn erase_locks<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        53_390_000_u64.saturating_add(u64::from(r).saturating_mul(13_937_000)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(4)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 9_264 ns at the least.
pub(super) fn erase_row<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_264_000_u64.saturating_add(u64::from(r).saturating_mul(3_056_890)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 15_003 ns at the least.
pub(super) fn erase_pool<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        15_003_000_u64.saturating_add(u64::from(r).saturating_mul(23_828_640)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(r).saturating_mul(5)),
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 16_675 ns at the least.
pub(super) fn dissolve_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_675_000_u64.saturating_add(u64::from(r).saturating_mul(90_334_187)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(11)),
        1_u64.saturating_add(u64::from(r).saturating_mul(5)),
    ))
}

/// 15_704 ns at the least.
pub(super) fn dissolve_holding<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        15_704_000_u64.saturating_add(u64::from(r).saturating_mul(201_393_796)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        13_u64.saturating_add(u64::from(r).saturating_mul(21)),
        9_u64.saturating_add(u64::from(r).saturating_mul(13)),
    ))
}

/// 16_404 ns at the least.
pub(super) fn erase_account<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_404_000_u64.saturating_add(u64::from(r).saturating_mul(28_007_218)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
        1_u64.saturating_add(u64::from(r).saturating_mul(12)),
    ))
}

/// 58_226 ns at the least.
pub(super) fn erase_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        56_782_466_u64.saturating_add(u64::from(m).saturating_mul(1_443_533)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6, 10_u64.saturating_add(u64::from(m).saturating_mul(1))),
    )
}

/// 543_250 ns at the least.
pub(super) fn erase_mechanism<T: Config>() -> Weight {
    Weight::from_parts(543_250_000, 0).saturating_add(T::DbWeight::get().reads_writes(769, 771))
}

/// 224_575 ns at the least.
pub(super) fn erase_values<T: Config>() -> Weight {
    Weight::from_parts(224_575_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 157))
}

/// 610_680 ns at the least.
pub(super) fn stop_subnet<T: Config>() -> Weight {
    Weight::from_parts(610_680_000, 0).saturating_add(T::DbWeight::get().reads_writes(133, 71))
}

/// 3_937_430 ns at the least.
pub(super) fn register_network<T: Config>() -> Weight {
    Weight::from_parts(3_937_430_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_390, 252))
}

/// 45_237 ns at the least.
pub(super) fn start_call<T: Config>() -> Weight {
    Weight::from_parts(45_237_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 312_285 ns at the least.
pub(super) fn update_symbol<T: Config>() -> Weight {
    Weight::from_parts(312_285_000, 0).saturating_add(T::DbWeight::get().reads_writes(259, 1))
}

/// 44_646 ns at the least.
pub(super) fn set_hyperparameter<T: Config>() -> Weight {
    Weight::from_parts(44_646_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 4_109_687 ns at the least.
pub(super) fn register_leased_network<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        4_027_234_811_u64.saturating_add(u64::from(c).saturating_mul(41_226_094)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_896_u64.saturating_add(u64::from(c).saturating_mul(2)),
        258_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 2_639_825 ns at the least.
pub(super) fn terminate_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        2_627_785_164_u64.saturating_add(u64::from(c).saturating_mul(6_019_917)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        232_u64.saturating_add(u64::from(c).saturating_mul(4)),
        226_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 27_731 ns at the least.
pub(super) fn look_for_lease_payouts<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        27_731_000_u64.saturating_add(u64::from(l).saturating_mul(11_585_554)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(l).saturating_mul(7)), 0),
    )
}

/// 23_695 ns at the least.
pub(super) fn look_at_lease<T: Config>() -> Weight {
    Weight::from_parts(23_695_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 355_781 ns at the least.
pub(super) fn open_lease_pot<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        347_492_020_u64.saturating_add(u64::from(c).saturating_mul(4_144_489)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        30_u64.saturating_add(u64::from(c).saturating_mul(3)),
        9_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 302_421 ns at the least.
pub(super) fn pay_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(302_421_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 10))
}

/// 381_148 ns at the least.
pub(super) fn pay_locked_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(381_148_000, 0).saturating_add(T::DbWeight::get().reads_writes(31, 10))
}

/// 287_459 ns at the least.
pub(super) fn end_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        282_640_734_u64.saturating_add(u64::from(c).saturating_mul(2_409_132)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        24_u64.saturating_add(u64::from(c).saturating_mul(2)),
        18_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 20_181 ns at the least.
pub(super) fn find_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        20_181_000_u64.saturating_add(u64::from(q).saturating_mul(10_676_382)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(9_u64.saturating_add(u64::from(q).saturating_mul(7)), 1),
    )
}

/// 275_891 ns at the least.
pub(super) fn flush_fund<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        218_677_913_u64.saturating_add(u64::from(c).saturating_mul(57_213_086)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        14_u64.saturating_add(u64::from(c).saturating_mul(15)),
        4_u64.saturating_add(u64::from(c).saturating_mul(8)),
    ))
}

/// 275_641 ns at the least.
pub(super) fn flush_fund_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        237_543_346_u64.saturating_add(u64::from(r).saturating_mul(38_097_653)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(18_u64.saturating_add(u64::from(r).saturating_mul(11)), 12),
    )
}

/// 31_908 ns at the least.
pub(super) fn sweep_index<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        31_908_000_u64.saturating_add(u64::from(f).saturating_mul(23_835_803)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(f).saturating_mul(6)),
        2_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 78_907 ns at the least.
pub(super) fn sweep_holdings<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        78_907_000_u64.saturating_add(u64::from(r).saturating_mul(40_902_304)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(9_u64.saturating_add(u64::from(r).saturating_mul(11)), 3),
    )
}

/// 37_466 ns at the least.
pub(super) fn look_for_claims<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        37_466_000_u64.saturating_add(u64::from(h).saturating_mul(5_876_964)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(h).saturating_mul(2)), 1),
    )
}

/// 568_357 ns at the least.
pub(super) fn claim_root<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        378_704_125_u64.saturating_add(u64::from(r).saturating_mul(189_652_874)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        35_u64.saturating_add(u64::from(r).saturating_mul(18)),
        24_u64.saturating_add(u64::from(r).saturating_mul(10)),
    ))
}

/// 500_777 ns at the least.
pub(super) fn stake_into_basket<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        272_459_244_u64.saturating_add(u64::from(r).saturating_mul(228_317_755)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        22_u64.saturating_add(u64::from(r).saturating_mul(16)),
        13_u64.saturating_add(u64::from(r).saturating_mul(9)),
    ))
}

/// 6_190_449 ns at the least.
pub(super) fn swap_basket<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        5_848_128_808_u64.saturating_add(u64::from(l).saturating_mul(342_320_191)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_564_u64.saturating_add(u64::from(l).saturating_mul(8)),
        13_u64.saturating_add(u64::from(l).saturating_mul(11)),
    ))
}

/// 757_158 ns at the least.
pub(super) fn swap_basket_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        670_223_793_u64.saturating_add(u64::from(r).saturating_mul(43_467_103)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(164_u64.saturating_add(u64::from(r).saturating_mul(11)), 27),
    )
}

/// 247_599 ns at the least.
pub(super) fn add_stake<T: Config>() -> Weight {
    Weight::from_parts(247_599_000, 0).saturating_add(T::DbWeight::get().reads_writes(27, 17))
}

/// 272_366 ns at the least.
pub(super) fn add_stake_again<T: Config>() -> Weight {
    Weight::from_parts(272_366_000, 0).saturating_add(T::DbWeight::get().reads_writes(27, 16))
}

/// 336_491 ns at the least.
pub(super) fn add_root_stake<T: Config>() -> Weight {
    Weight::from_parts(336_491_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 13))
}

/// 375_620 ns at the least.
pub(super) fn remove_root_stake<T: Config>() -> Weight {
    Weight::from_parts(375_620_000, 0).saturating_add(T::DbWeight::get().reads_writes(29, 13))
}

/// 348_149 ns at the least.
pub(super) fn remove_stake<T: Config>() -> Weight {
    Weight::from_parts(348_149_000, 0).saturating_add(T::DbWeight::get().reads_writes(30, 13))
}

/// 537_111 ns at the least.
pub(super) fn relocate_stake<T: Config>() -> Weight {
    Weight::from_parts(537_111_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 568_197 ns at the least.
pub(super) fn relocate_stake_limit<T: Config>() -> Weight {
    Weight::from_parts(568_197_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 179_157 ns at the least.
pub(super) fn destroy_alpha<T: Config>() -> Weight {
    Weight::from_parts(179_157_000, 0).saturating_add(T::DbWeight::get().reads_writes(23, 13))
}

/// 43_915 ns at the least.
pub(super) fn change_take<T: Config>() -> Weight {
    Weight::from_parts(43_915_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
}

/// 57_055 ns at the least.
pub(super) fn set_childkey_take<T: Config>() -> Weight {
    Weight::from_parts(57_055_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 26_109 ns at the least.
pub(super) fn set_auto_parent_delegation<T: Config>() -> Weight {
    Weight::from_parts(26_109_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 69_984 ns at the least.
pub(super) fn set_auto_stake<T: Config>() -> Weight {
    Weight::from_parts(69_984_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 5))
}

/// 204_145 ns at the least.
pub(super) fn set_full_auto_stake<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        147_023_895_u64.saturating_add(u64::from(u).saturating_mul(7_140_138)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(7_u64.saturating_add(u64::from(u).saturating_mul(2)), 6),
    )
}

/// 428_729 ns at the least.
pub(super) fn unstake_all<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        0_u64.saturating_add(u64::from(s).saturating_mul(221_734_349)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(s).saturating_mul(21)),
        0_u64.saturating_add(u64::from(s).saturating_mul(13)),
    ))
}

/// 344_343 ns at the least.
pub(super) fn clear_nomination<T: Config>() -> Weight {
    Weight::from_parts(344_343_000, 0).saturating_add(T::DbWeight::get().reads_writes(35, 18))
}

/// 272_747 ns at the least.
pub(super) fn alpha_fee<T: Config>() -> Weight {
    Weight::from_parts(272_747_000, 0).saturating_add(T::DbWeight::get().reads_writes(26, 12))
}

/// 8_483 ns at the least.
pub(super) fn no_sweep<T: Config>() -> Weight {
    Weight::from_parts(8_483_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 113_489 ns at the least.
pub(super) fn sweep_lists<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        88_702_000_u64.saturating_add(u64::from(l).saturating_mul(24_787_000)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(13_u64.saturating_add(u64::from(l).saturating_mul(3)), 1),
    )
}

/// 99_819 ns at the least.
pub(super) fn sweep_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        75_532_133_u64.saturating_add(u64::from(p).saturating_mul(24_286_866)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(11_u64.saturating_add(u64::from(p).saturating_mul(5)), 1),
    )
}

/// 909_626 ns at the least.
pub(super) fn lock_stake<T: Config>() -> Weight {
    Weight::from_parts(909_626_000, 0).saturating_add(T::DbWeight::get().reads_writes(141, 6))
}

/// 933_441 ns at the least.
pub(super) fn lock_more_stake<T: Config>() -> Weight {
    Weight::from_parts(933_441_000, 0).saturating_add(T::DbWeight::get().reads_writes(142, 6))
}

/// 513_836 ns at the least.
pub(super) fn move_lock<T: Config>() -> Weight {
    Weight::from_parts(513_836_000, 0).saturating_add(T::DbWeight::get().reads_writes(63, 10))
}

/// 519_304 ns at the least.
pub(super) fn set_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(519_304_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 9))
}

/// 486_325 ns at the least.
pub(super) fn end_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(486_325_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 8))
}

/// 44_416 ns at the least.
pub(super) fn set_account_flag<T: Config>() -> Weight {
    Weight::from_parts(44_416_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 331_584 ns at the least.
pub(super) fn add_collateral<T: Config>() -> Weight {
    Weight::from_parts(331_584_000, 0).saturating_add(T::DbWeight::get().reads_writes(33, 20))
}

/// 61_461 ns at the least.
pub(super) fn set_min_collateral<T: Config>() -> Weight {
    Weight::from_parts(61_461_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 499_925 ns at the least.
pub(super) fn look_at_lock<T: Config>() -> Weight {
    Weight::from_parts(499_925_000, 0).saturating_add(T::DbWeight::get().reads_writes(95, 0))
}

/// 217_354 ns at the least.
pub(super) fn transfer_lock<T: Config>() -> Weight {
    Weight::from_parts(217_354_000, 0).saturating_add(T::DbWeight::get().reads_writes(21, 9))
}

/// 15_733 ns at the least.
pub(super) fn no_lock_moves<T: Config>() -> Weight {
    Weight::from_parts(15_733_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 499_725 ns at the least.
pub(super) fn move_locks<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        148_207_741_u64.saturating_add(u64::from(l).saturating_mul(351_517_258)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        61_u64.saturating_add(u64::from(l).saturating_mul(4)),
        7_u64.saturating_add(u64::from(l).saturating_mul(5)),
    ))
}

/// 338_916 ns at the least.
pub(super) fn look_for_takeover<T: Config>() -> Weight {
    Weight::from_parts(338_916_000, 0).saturating_add(T::DbWeight::get().reads_writes(62, 0))
}

/// 2_957_168 ns at the least.
pub(super) fn take_over<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        2_715_925_000_u64.saturating_add(u64::from(u).saturating_mul(3_769_421)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(279_u64.saturating_add(u64::from(u).saturating_mul(2)), 230),
    )
}

/// 209_312 ns at the least.
pub(super) fn set_children<T: Config>(c: u32, s: u32) -> Weight {
    Weight::from_parts(
        172_346_878_u64
            .saturating_add(u64::from(c).saturating_mul(3_869_375))
            .saturating_add(u64::from(s).saturating_mul(8_809_123)),
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

/// 239_538 ns at the least.
pub(super) fn set_children_rivals<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        239_538_000_u64.saturating_add(u64::from(f).saturating_mul(1_037_344_200)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(f).saturating_mul(385)),
        22_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 28_082 ns at the least.
pub(super) fn walk_pending_children<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        28_082_000_u64.saturating_add(u64::from(s).saturating_mul(8_583_648)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(s).saturating_mul(4)),
        0_u64.saturating_add(u64::from(s).saturating_mul(1)),
    ))
}

/// 29_745 ns at the least.
pub(super) fn pass_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        29_745_000_u64.saturating_add(u64::from(e).saturating_mul(4_783_359)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(e).saturating_mul(2)), 1),
    )
}

/// 30_165 ns at the least.
pub(super) fn apply_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        30_165_000_u64.saturating_add(u64::from(e).saturating_mul(107_944_687)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        5_u64.saturating_add(u64::from(e).saturating_mul(11)),
        6_u64.saturating_add(u64::from(e).saturating_mul(7)),
    ))
}

/// 30_555 ns at the least.
pub(super) fn value_stakes<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        28_466_685_u64.saturating_add(u64::from(r).saturating_mul(2_088_314)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 45_488 ns at the least.
pub(super) fn look_up_prices<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        37_047_464_u64.saturating_add(u64::from(r).saturating_mul(8_440_535)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(6)), 0),
    )
}

/// 23_976 ns at the least.
pub(super) fn check_parent<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        23_976_000_u64.saturating_add(u64::from(p).saturating_mul(15_817_328)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(p).saturating_mul(4)),
        2_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 25_007 ns at the least.
pub(super) fn lift_suspension<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        25_007_000_u64.saturating_add(u64::from(p).saturating_mul(5_909_437)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(p).saturating_mul(2)),
        1_u64.saturating_add(u64::from(p).saturating_mul(1)),
    ))
}

/// 664_290 ns at the least.
pub(super) fn burned_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        642_167_903_u64.saturating_add(u64::from(u).saturating_mul(2_765_262)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(1_089_u64.saturating_add(u64::from(u).saturating_mul(1)), 52),
    )
}

/// 819_762 ns at the least.
pub(super) fn root_register<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        705_946_619_u64.saturating_add(u64::from(s).saturating_mul(56_907_690)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        226_u64.saturating_add(u64::from(s).saturating_mul(8)),
        28_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 402_160 ns at the least.
pub(super) fn pow_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        380_153_133_u64.saturating_add(u64::from(u).saturating_mul(2_750_858)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(1_060_u64.saturating_add(u64::from(u).saturating_mul(1)), 32),
    )
}

/// 51_897 ns at the least.
pub(super) fn serve<T: Config>() -> Weight {
    Weight::from_parts(51_897_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 42_353 ns at the least.
pub(super) fn set_tracking<T: Config>() -> Weight {
    Weight::from_parts(42_353_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
}

/// 13_921 ns at the least.
pub(super) fn look_for_erasures<T: Config>() -> Weight {
    Weight::from_parts(13_921_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 16_615 ns at the least.
pub(super) fn erase_voting_power<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_615_000_u64.saturating_add(u64::from(r).saturating_mul(5_052_843)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(r).saturating_mul(2)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 46_429 ns at the least.
pub(super) fn set_identity<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        42_938_400_u64.saturating_add(u64::from(h).saturating_mul(3_490_599)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(h).saturating_mul(1)), 1),
    )
}

/// 52_538 ns at the least.
pub(super) fn set_subnet_identity<T: Config>() -> Weight {
    Weight::from_parts(52_538_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 92_558 ns at the least.
pub(super) fn associate<T: Config>() -> Weight {
    Weight::from_parts(92_558_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
}

/// 27_030 ns at the least.
pub(super) fn set_rule<T: Config>() -> Weight {
    Weight::from_parts(27_030_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 1_156_524 ns at the least.
pub(super) fn set_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_156_450_344_u64.saturating_add(u64::from(e).saturating_mul(73_655)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(404, 2))
}

/// 1_194_471 ns at the least.
pub(super) fn commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_194_471_000, 0).saturating_add(T::DbWeight::get().reads_writes(406, 2))
}

/// 1_778_862 ns at the least.
pub(super) fn batch_commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_778_862_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 2))
}

/// 1_203_514 ns at the least.
pub(super) fn reveal_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_203_427_082_u64.saturating_add(u64::from(e).saturating_mul(86_917)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(409, 2))
}

/// 1_313_759 ns at the least.
pub(super) fn commit_timelocked_weights<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        1_312_916_673_u64.saturating_add(u64::from(b).saturating_mul(8_423)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(409, 4))
}

/// 4_044_029 ns at the least.
pub(super) fn commit_among_rivals<T: Config>() -> Weight {
    Weight::from_parts(4_044_029_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 4))
}

/// 33_420 ns at the least.
pub(super) fn look_at_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        33_420_000_u64.saturating_add(u64::from(q).saturating_mul(6_131_484)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(9, 0))
}

/// 63_876 ns at the least.
pub(super) fn remember_queue<T: Config>() -> Weight {
    Weight::from_parts(63_876_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 1))
}

/// 99_348 ns at the least.
pub(super) fn visit_commits<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        99_345_492_u64.saturating_add(u64::from(b).saturating_mul(2_507)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(11, 3))
}

/// 2_525_585 ns at the least.
pub(super) fn reveal_commit<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        2_525_585_000_u64.saturating_add(u64::from(p).saturating_mul(8_047_617)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(32_u64.saturating_add(u64::from(p).saturating_mul(3)), 5),
    )
}

/// 33_430 ns at the least.
pub(super) fn precheck<T: Config>() -> Weight {
    Weight::from_parts(33_430_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 33_950 ns at the least.
pub(super) fn precheck_take<T: Config>() -> Weight {
    Weight::from_parts(33_950_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 1))
}

/// 1_082_754 ns at the least.
pub(super) fn precheck_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_082_684_520_u64.saturating_add(u64::from(e).saturating_mul(69_479)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(405, 1))
}

/// 1_080_351 ns at the least.
pub(super) fn precheck_commit<T: Config>() -> Weight {
    Weight::from_parts(1_080_351_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 1))
}

/// 3_869_598 ns at the least.
pub(super) fn precheck_sealed<T: Config>() -> Weight {
    Weight::from_parts(3_869_598_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 1))
}

/// 254_329 ns at the least.
pub(super) fn precheck_work<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        232_978_646_u64.saturating_add(u64::from(u).saturating_mul(2_668_794)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(1_046_u64.saturating_add(u64::from(u).saturating_mul(1)), 1),
    )
}

/// 17_156 ns at the least.
pub(super) fn precheck_creation<T: Config>() -> Weight {
    Weight::from_parts(17_156_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 698_181 ns at the least.
pub(super) fn look_at_swap<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        454_231_158_u64.saturating_add(u64::from(s).saturating_mul(121_974_920)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        69_u64.saturating_add(u64::from(s).saturating_mul(27)),
        24_u64.saturating_add(u64::from(s).saturating_mul(2)),
    ))
}

/// 74_901 ns at the least.
pub(super) fn count_stakers<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        68_368_396_u64.saturating_add(u64::from(s).saturating_mul(3_266_301)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(4_u64.saturating_add(u64::from(s).saturating_mul(3)), 0),
    )
}

/// 9_885 ns at the least.
pub(super) fn look_at_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_885_000_u64.saturating_add(u64::from(r).saturating_mul(1_212_546)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}

/// 42_403 ns at the least.
pub(super) fn look_at_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        42_403_000_u64.saturating_add(u64::from(r).saturating_mul(2_913_250)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 45_748 ns at the least.
pub(super) fn swap_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        45_748_000_u64.saturating_add(u64::from(r).saturating_mul(5_086_015)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 70_155 ns at the least.
pub(super) fn swap_lineage<T: Config>() -> Weight {
    Weight::from_parts(70_155_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 6))
}

/// 192_337 ns at the least.
pub(super) fn swap_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        127_133_939_u64.saturating_add(u64::from(p).saturating_mul(65_203_060)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        12_u64.saturating_add(u64::from(p).saturating_mul(7)),
        7_u64.saturating_add(u64::from(p).saturating_mul(6)),
    ))
}

/// 242_081 ns at the least.
pub(super) fn swap_root_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        174_594_131_u64.saturating_add(u64::from(p).saturating_mul(67_486_868)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        29_u64.saturating_add(u64::from(p).saturating_mul(9)),
        9_u64.saturating_add(u64::from(p).saturating_mul(8)),
    ))
}

/// 156_073 ns at the least.
pub(super) fn swap_fund<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        156_073_000_u64.saturating_add(u64::from(q).saturating_mul(14_626_804)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        23_u64.saturating_add(u64::from(q).saturating_mul(8)),
        16_u64.saturating_add(u64::from(q).saturating_mul(2)),
    ))
}

/// 76_193 ns at the least.
pub(super) fn swap_watermark<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        76_193_000_u64.saturating_add(u64::from(r).saturating_mul(20_314_515)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(4)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 98_827 ns at the least.
pub(super) fn swap_liquidity<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        98_827_000_u64.saturating_add(u64::from(r).saturating_mul(8_076_734)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(3)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 21_151 ns at the least.
pub(super) fn swap_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        21_151_000_u64.saturating_add(u64::from(r).saturating_mul(26_046_015)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
        0_u64.saturating_add(u64::from(r).saturating_mul(4)),
    ))
}

/// 19_969 ns at the least.
pub(super) fn swap_auto_staker<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        19_969_000_u64.saturating_add(u64::from(c).saturating_mul(1_756_761)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2, 3_u64.saturating_add(u64::from(c).saturating_mul(1))),
    )
}

/// 47_551 ns at the least.
pub(super) fn swap_voting_power<T: Config>() -> Weight {
    Weight::from_parts(47_551_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 43_214 ns at the least.
pub(super) fn swap_dividend<T: Config>() -> Weight {
    Weight::from_parts(43_214_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
}

/// 127_069 ns at the least.
pub(super) fn swap_relative<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        127_069_000_u64.saturating_add(u64::from(p).saturating_mul(6_857_492)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        16_u64.saturating_add(u64::from(p).saturating_mul(1)),
        15_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 161_981 ns at the least.
pub(super) fn swap_root_lender<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        76_279_111_u64.saturating_add(u64::from(s).saturating_mul(42_850_944)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(s).saturating_mul(8)),
        0_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 91_406 ns at the least.
pub(super) fn swap_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        84_791_466_u64.saturating_add(u64::from(m).saturating_mul(6_614_533)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        13_u64.saturating_add(u64::from(m).saturating_mul(1)),
        9_u64.saturating_add(u64::from(m).saturating_mul(2)),
    ))
}

/// 50_756 ns at the least.
pub(super) fn announce_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(50_756_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 38_817 ns at the least.
pub(super) fn dispute_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(38_817_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 49_674 ns at the least.
pub(super) fn clear_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(49_674_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 30_516 ns at the least.
pub(super) fn reset_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(30_516_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 816_878 ns at the least.
pub(super) fn look_at_coldkey<T: Config>() -> Weight {
    Weight::from_parts(816_878_000, 0).saturating_add(T::DbWeight::get().reads_writes(521, 0))
}

/// 396_762 ns at the least.
pub(super) fn swap_coldkey<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        344_544_650_u64.saturating_add(u64::from(s).saturating_mul(26_108_674)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(34_u64.saturating_add(u64::from(s).saturating_mul(9)), 10),
    )
}

/// 386_907 ns at the least.
pub(super) fn swap_coldkey_touched<T: Config>(t: u32) -> Weight {
    Weight::from_parts(
        386_907_000_u64.saturating_add(u64::from(t).saturating_mul(217_472_250)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(t).saturating_mul(25)),
        17_u64.saturating_add(u64::from(t).saturating_mul(30)),
    ))
}

/// 382_411 ns at the least.
pub(super) fn swap_coldkey_staked<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        382_411_000_u64.saturating_add(u64::from(s).saturating_mul(18_689_813)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(s).saturating_mul(2)),
        18_u64.saturating_add(u64::from(s).saturating_mul(4)),
    ))
}

/// 382_340 ns at the least.
pub(super) fn swap_coldkey_owned<T: Config>(o: u32) -> Weight {
    Weight::from_parts(
        382_340_000_u64.saturating_add(u64::from(o).saturating_mul(1_890_227)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 18_u64.saturating_add(u64::from(o).saturating_mul(1))),
    )
}

/// 390_693 ns at the least.
pub(super) fn swap_coldkey_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        390_693_000_u64.saturating_add(u64::from(p).saturating_mul(15_423_079)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_074_u64.saturating_add(u64::from(p).saturating_mul(1)),
        19_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 412_585 ns at the least.
pub(super) fn swap_coldkey_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        412_585_000_u64.saturating_add(u64::from(r).saturating_mul(13_533_691)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        163_u64.saturating_add(u64::from(r).saturating_mul(2)),
        81_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}

/// 388_759 ns at the least.
pub(super) fn swap_coldkey_waiting<T: Config>(w: u32) -> Weight {
    Weight::from_parts(
        388_759_000_u64.saturating_add(u64::from(w).saturating_mul(16_811_781)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 18_u64.saturating_add(u64::from(w).saturating_mul(1))),
    )
}

/// 15_413 ns at the least.
pub(super) fn swap_guard<T: Config>() -> Weight {
    Weight::from_parts(15_413_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 13_270 ns at the least.
pub(super) fn look_at_call<T: Config>() -> Weight {
    Weight::from_parts(13_270_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}
