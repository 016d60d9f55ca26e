//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 132_618 ns at the least.
pub(super) fn block_step<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        146_245_548_u64.saturating_add(u64::from(s).saturating_mul(21_699_901)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(s).saturating_mul(15)),
        3_u64.saturating_add(u64::from(s).saturating_mul(4)),
    ))
}

/// 255_100 ns at the least.
pub(super) fn block_step_emitted<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        83_839_657_u64.saturating_add(u64::from(e).saturating_mul(79_689_738)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(e).saturating_mul(32)),
        3_u64.saturating_add(u64::from(e).saturating_mul(16)),
    ))
}

/// 9_249_869 ns at the least.
pub(super) fn reservoirs<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        9_042_699_152_u64.saturating_add(u64::from(p).saturating_mul(41_783_890)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_117_u64.saturating_add(u64::from(p).saturating_mul(2)),
        2_039_u64.saturating_add(u64::from(p).saturating_mul(6)),
    ))
}

/// 7_781 ns at the least.
pub(super) fn dissolution<T: Config>() -> Weight {
    Weight::from_parts(9_585_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 721_025 ns at the least.
pub(super) fn find_subnet_to_prune<T: Config>() -> Weight {
    Weight::from_parts(751_941_000, 0).saturating_add(T::DbWeight::get().reads_writes(644, 0))
}

/// 1_570_461 ns at the least.
pub(super) fn epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        1_868_996_472_u64.saturating_add(u64::from(u).saturating_mul(86_386_703)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        126_u64.saturating_add(u64::from(u).saturating_mul(22)),
        42_u64.saturating_add(u64::from(u).saturating_mul(13)),
    ))
}

/// 6_585_157 ns at the least.
pub(super) fn epoch_rows<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        6_759_626_486_u64.saturating_add(u64::from(v).saturating_mul(34_937_581)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_687,
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 7_690_014 ns at the least.
pub(super) fn epoch_parents<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        5_963_949_178_u64.saturating_add(u64::from(v).saturating_mul(1_571_038_404)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_683_u64.saturating_add(u64::from(v).saturating_mul(384)),
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 15_284_976 ns at the least.
pub(super) fn null_epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        25_961_349_651_u64.saturating_add(u64::from(u).saturating_mul(112_521_399)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_776_u64.saturating_add(u64::from(u).saturating_mul(16)),
        1_623_u64.saturating_add(u64::from(u).saturating_mul(6)),
    ))
}

/// 2_643_651 ns at the least.
pub(super) fn divide_dividends<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        2_645_133_000_u64.saturating_add(u64::from(v).saturating_mul(1_945_948_571)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        80_u64.saturating_add(u64::from(v).saturating_mul(518)),
        15_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 43_655 ns at the least.
pub(super) fn voting_power<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        57_815_074_u64.saturating_add(u64::from(p).saturating_mul(5_686_921)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        7_u64.saturating_add(u64::from(p).saturating_mul(3)),
        1_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 42_964 ns at the least.
pub(super) fn voting_power_of<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        50_339_188_u64.saturating_add(u64::from(v).saturating_mul(2_725_540)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        7_u64.saturating_add(u64::from(v).saturating_mul(1)),
        1_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 831_570 ns at the least.
pub(super) fn reset_bonds<T: Config>() -> Weight {
    Weight::from_parts(853_272_000, 0).saturating_add(T::DbWeight::get().reads_writes(531, 256))
}

/// 15_203 ns at the least.
pub(super) fn forget_dividend<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        14_643_382_u64.saturating_add(u64::from(r).saturating_mul(3_351_670)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(r).saturating_mul(2)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 12_629 ns at the least.
pub(super) fn pay_dividends<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        13_320_000_u64.saturating_add(u64::from(h).saturating_mul(121_713_579)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(h).saturating_mul(18)),
        2_u64.saturating_add(u64::from(h).saturating_mul(16)),
    ))
}

/// 4_877 ns at the least.
pub(super) fn erase_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_646_577_u64.saturating_add(u64::from(r).saturating_mul(6_356_944)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 4_316 ns at the least.
pub(super) fn erase_children<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_535_321_u64.saturating_add(u64::from(r).saturating_mul(6_546_009)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(3)),
        0_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}

/// 12_959 ns at the least.
pub(super) fn erase_locks<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        22_142_172_u64.saturating_add(u64::from(r).saturating_mul(15_160_565)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(4)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 4_838 ns at the least.
pub(super) fn erase_row<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        5_348_000_u64.saturating_add(u64::from(r).saturating_mul(4_046_839)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 4_406 ns at the least.
pub(super) fn erase_pool<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        10_414_058_u64.saturating_add(u64::from(r).saturating_mul(23_615_175)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
        0_u64.saturating_add(u64::from(r).saturating_mul(7)),
    ))
}

/// 5_018 ns at the least.
pub(super) fn dissolve_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_359_716_u64.saturating_add(u64::from(r).saturating_mul(91_158_843)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(12)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 4_887 ns at the least.
pub(super) fn dissolve_holding<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        11_420_201_u64.saturating_add(u64::from(r).saturating_mul(209_585_510)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(22)),
        2_u64.saturating_add(u64::from(r).saturating_mul(14)),
    ))
}

/// 4_437 ns at the least.
pub(super) fn erase_account<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        8_634_036_u64.saturating_add(u64::from(r).saturating_mul(28_523_625)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(4)),
        0_u64.saturating_add(u64::from(r).saturating_mul(13)),
    ))
}

/// 37_315 ns at the least.
pub(super) fn erase_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        42_341_671_u64.saturating_add(u64::from(m).saturating_mul(1_286_239)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6, 10_u64.saturating_add(u64::from(m).saturating_mul(1))),
    )
}

/// 500_856 ns at the least.
pub(super) fn erase_mechanism<T: Config>() -> Weight {
    Weight::from_parts(542_468_000, 0).saturating_add(T::DbWeight::get().reads_writes(769, 771))
}

/// 203_543 ns at the least.
pub(super) fn erase_values<T: Config>() -> Weight {
    Weight::from_parts(206_147_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 157))
}

/// 621_236 ns at the least.
pub(super) fn stop_subnet<T: Config>() -> Weight {
    Weight::from_parts(645_172_000, 0).saturating_add(T::DbWeight::get().reads_writes(133, 71))
}

/// 4_018_460 ns at the least.
pub(super) fn register_network<T: Config>() -> Weight {
    Weight::from_parts(4_102_906_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_390, 252))
}

/// 25_218 ns at the least.
pub(super) fn start_call<T: Config>() -> Weight {
    Weight::from_parts(27_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 344_834 ns at the least.
pub(super) fn update_symbol<T: Config>() -> Weight {
    Weight::from_parts(358_985_000, 0).saturating_add(T::DbWeight::get().reads_writes(259, 1))
}

/// 35_253 ns at the least.
pub(super) fn set_hyperparameter<T: Config>() -> Weight {
    Weight::from_parts(39_569_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 4_267_953 ns at the least.
pub(super) fn register_leased_network<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        4_005_578_648_u64.saturating_add(u64::from(c).saturating_mul(45_359_618)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_397_u64.saturating_add(u64::from(c).saturating_mul(3)),
        258_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 2_656_891 ns at the least.
pub(super) fn terminate_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        2_610_673_253_u64.saturating_add(u64::from(c).saturating_mul(6_282_608)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        232_u64.saturating_add(u64::from(c).saturating_mul(4)),
        226_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 14_752 ns at the least.
pub(super) fn look_for_lease_payouts<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        33_768_063_u64.saturating_add(u64::from(l).saturating_mul(12_380_755)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(l).saturating_mul(7)), 0),
    )
}

/// 23_866 ns at the least.
pub(super) fn look_at_lease<T: Config>() -> Weight {
    Weight::from_parts(24_707_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 397_132 ns at the least.
pub(super) fn open_lease_pot<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        353_791_366_u64.saturating_add(u64::from(c).saturating_mul(4_473_948)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        30_u64.saturating_add(u64::from(c).saturating_mul(3)),
        9_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 342_100 ns at the least.
pub(super) fn pay_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(353_858_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 10))
}

/// 404_553 ns at the least.
pub(super) fn pay_locked_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(416_040_000, 0).saturating_add(T::DbWeight::get().reads_writes(31, 10))
}

/// 256_462 ns at the least.
pub(super) fn end_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        263_269_759_u64.saturating_add(u64::from(c).saturating_mul(2_646_279)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        24_u64.saturating_add(u64::from(c).saturating_mul(2)),
        18_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 16_134 ns at the least.
pub(super) fn find_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        140_467_259_u64.saturating_add(u64::from(q).saturating_mul(11_010_912)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(q).saturating_mul(8)),
        0_u64.saturating_add(u64::from(q).saturating_mul(1)),
    ))
}

/// 299_577 ns at the least.
pub(super) fn flush_fund<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        287_240_468_u64.saturating_add(u64::from(c).saturating_mul(59_662_777)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        14_u64.saturating_add(u64::from(c).saturating_mul(15)),
        4_u64.saturating_add(u64::from(c).saturating_mul(8)),
    ))
}

/// 300_709 ns at the least.
pub(super) fn flush_fund_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        326_892_363_u64.saturating_add(u64::from(r).saturating_mul(40_409_927)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(18_u64.saturating_add(u64::from(r).saturating_mul(11)), 12),
    )
}

/// 23_976 ns at the least.
pub(super) fn sweep_index<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        28_803_000_u64.saturating_add(u64::from(f).saturating_mul(24_982_937)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(f).saturating_mul(6)),
        2_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 79_479 ns at the least.
pub(super) fn sweep_holdings<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        198_498_805_u64.saturating_add(u64::from(r).saturating_mul(42_078_051)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(9_u64.saturating_add(u64::from(r).saturating_mul(11)), 3),
    )
}

/// 16_244 ns at the least.
pub(super) fn look_for_claims<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        29_121_911_u64.saturating_add(u64::from(h).saturating_mul(5_930_544)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(h).saturating_mul(2)), 1),
    )
}

/// 563_530 ns at the least.
pub(super) fn claim_root<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        583_420_000_u64.saturating_add(u64::from(r).saturating_mul(214_012_759)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        35_u64.saturating_add(u64::from(r).saturating_mul(18)),
        24_u64.saturating_add(u64::from(r).saturating_mul(10)),
    ))
}

/// 507_156 ns at the least.
pub(super) fn stake_into_basket<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        344_608_867_u64.saturating_add(u64::from(r).saturating_mul(260_008_507)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        22_u64.saturating_add(u64::from(r).saturating_mul(16)),
        13_u64.saturating_add(u64::from(r).saturating_mul(9)),
    ))
}

/// 6_291_098 ns at the least.
pub(super) fn swap_basket<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        2_250_637_539_u64.saturating_add(u64::from(l).saturating_mul(555_169_551)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_564_u64.saturating_add(u64::from(l).saturating_mul(8)),
        13_u64.saturating_add(u64::from(l).saturating_mul(11)),
    ))
}

/// 754_926 ns at the least.
pub(super) fn swap_basket_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        1_049_139_967_u64.saturating_add(u64::from(r).saturating_mul(41_812_319)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(48_u64.saturating_add(u64::from(r).saturating_mul(12)), 27),
    )
}

/// 210_834 ns at the least.
pub(super) fn add_stake<T: Config>() -> Weight {
    Weight::from_parts(215_791_000, 0).saturating_add(T::DbWeight::get().reads_writes(28, 18))
}

/// 222_542 ns at the least.
pub(super) fn add_stake_again<T: Config>() -> Weight {
    Weight::from_parts(232_176_000, 0).saturating_add(T::DbWeight::get().reads_writes(27, 16))
}

/// 327_799 ns at the least.
pub(super) fn add_root_stake<T: Config>() -> Weight {
    Weight::from_parts(332_856_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 13))
}

/// 341_028 ns at the least.
pub(super) fn remove_root_stake<T: Config>() -> Weight {
    Weight::from_parts(354_509_000, 0).saturating_add(T::DbWeight::get().reads_writes(29, 13))
}

/// 243_092 ns at the least.
pub(super) fn remove_stake<T: Config>() -> Weight {
    Weight::from_parts(269_532_000, 0).saturating_add(T::DbWeight::get().reads_writes(30, 13))
}

/// 529_690 ns at the least.
pub(super) fn relocate_stake<T: Config>() -> Weight {
    Weight::from_parts(534_047_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 524_672 ns at the least.
pub(super) fn relocate_stake_limit<T: Config>() -> Weight {
    Weight::from_parts(546_574_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 152_377 ns at the least.
pub(super) fn destroy_alpha<T: Config>() -> Weight {
    Weight::from_parts(160_219_000, 0).saturating_add(T::DbWeight::get().reads_writes(23, 13))
}

/// 28_752 ns at the least.
pub(super) fn change_take<T: Config>() -> Weight {
    Weight::from_parts(35_182_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
}

/// 45_598 ns at the least.
pub(super) fn set_childkey_take<T: Config>() -> Weight {
    Weight::from_parts(49_754_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 16_004 ns at the least.
pub(super) fn set_auto_parent_delegation<T: Config>() -> Weight {
    Weight::from_parts(20_460_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 39_529 ns at the least.
pub(super) fn set_auto_stake<T: Config>() -> Weight {
    Weight::from_parts(45_227_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 5))
}

/// 162_622 ns at the least.
pub(super) fn set_full_auto_stake<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        163_674_000_u64.saturating_add(u64::from(u).saturating_mul(7_224_561)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(7_u64.saturating_add(u64::from(u).saturating_mul(2)), 6),
    )
}

/// 321_630 ns at the least.
pub(super) fn unstake_all<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        330_102_000_u64.saturating_add(u64::from(s).saturating_mul(230_381_227)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(s).saturating_mul(21)),
        0_u64.saturating_add(u64::from(s).saturating_mul(13)),
    ))
}

/// 307_008 ns at the least.
pub(super) fn clear_nomination<T: Config>() -> Weight {
    Weight::from_parts(407_377_000, 0).saturating_add(T::DbWeight::get().reads_writes(35, 18))
}

/// 195_992 ns at the least.
pub(super) fn alpha_fee<T: Config>() -> Weight {
    Weight::from_parts(199_167_000, 0).saturating_add(T::DbWeight::get().reads_writes(26, 12))
}

/// 4_567 ns at the least.
pub(super) fn no_sweep<T: Config>() -> Weight {
    Weight::from_parts(4_817_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 74_601 ns at the least.
pub(super) fn sweep_lists<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        67_833_048_u64.saturating_add(u64::from(l).saturating_mul(24_731_672)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(13_u64.saturating_add(u64::from(l).saturating_mul(3)), 1),
    )
}

/// 67_651 ns at the least.
pub(super) fn sweep_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        52_248_112_u64.saturating_add(u64::from(p).saturating_mul(24_155_079)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(11_u64.saturating_add(u64::from(p).saturating_mul(5)), 1),
    )
}

/// 850_308 ns at the least.
pub(super) fn lock_stake<T: Config>() -> Weight {
    Weight::from_parts(889_195_000, 0).saturating_add(T::DbWeight::get().reads_writes(141, 6))
}

/// 874_684 ns at the least.
pub(super) fn lock_more_stake<T: Config>() -> Weight {
    Weight::from_parts(904_158_000, 0).saturating_add(T::DbWeight::get().reads_writes(142, 6))
}

/// 469_650 ns at the least.
pub(super) fn move_lock<T: Config>() -> Weight {
    Weight::from_parts(488_298_000, 0).saturating_add(T::DbWeight::get().reads_writes(63, 10))
}

/// 437_092 ns at the least.
pub(super) fn set_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(451_703_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 9))
}

/// 459_845 ns at the least.
pub(super) fn end_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(485_914_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 8))
}

/// 8_542 ns at the least.
pub(super) fn set_account_flag<T: Config>() -> Weight {
    Weight::from_parts(8_913_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 256_623 ns at the least.
pub(super) fn add_collateral<T: Config>() -> Weight {
    Weight::from_parts(271_996_000, 0).saturating_add(T::DbWeight::get().reads_writes(33, 20))
}

/// 37_816 ns at the least.
pub(super) fn set_min_collateral<T: Config>() -> Weight {
    Weight::from_parts(47_511_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 455_519 ns at the least.
pub(super) fn look_at_lock<T: Config>() -> Weight {
    Weight::from_parts(471_523_000, 0).saturating_add(T::DbWeight::get().reads_writes(95, 0))
}

/// 179_948 ns at the least.
pub(super) fn transfer_lock<T: Config>() -> Weight {
    Weight::from_parts(182_673_000, 0).saturating_add(T::DbWeight::get().reads_writes(21, 9))
}

/// 2_664 ns at the least.
pub(super) fn no_lock_moves<T: Config>() -> Weight {
    Weight::from_parts(2_815_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 465_394 ns at the least.
pub(super) fn move_locks<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        130_778_338_u64.saturating_add(u64::from(l).saturating_mul(355_668_349)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        59_u64.saturating_add(u64::from(l).saturating_mul(5)),
        4_u64.saturating_add(u64::from(l).saturating_mul(6)),
    ))
}

/// 300_819 ns at the least.
pub(super) fn look_for_takeover<T: Config>() -> Weight {
    Weight::from_parts(310_723_000, 0).saturating_add(T::DbWeight::get().reads_writes(62, 0))
}

/// 2_916_768 ns at the least.
pub(super) fn take_over<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        2_774_453_038_u64.saturating_add(u64::from(u).saturating_mul(3_570_220)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(279_u64.saturating_add(u64::from(u).saturating_mul(2)), 230),
    )
}

/// 173_870 ns at the least.
pub(super) fn set_children<T: Config>(c: u32, s: u32) -> Weight {
    Weight::from_parts(
        97_677_575_u64
            .saturating_add(u64::from(c).saturating_mul(21_166_798))
            .saturating_add(u64::from(s).saturating_mul(9_143_717)),
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

/// 179_427 ns at the least.
pub(super) fn set_children_rivals<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        158_470_238_u64.saturating_add(u64::from(f).saturating_mul(1_056_804_638)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(f).saturating_mul(385)),
        22_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 16_284 ns at the least.
pub(super) fn walk_pending_children<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        36_749_718_u64.saturating_add(u64::from(s).saturating_mul(8_756_635)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(s).saturating_mul(4)),
        0_u64.saturating_add(u64::from(s).saturating_mul(1)),
    ))
}

/// 13_820 ns at the least.
pub(super) fn pass_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        30_069_412_u64.saturating_add(u64::from(e).saturating_mul(4_777_490)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(e).saturating_mul(2)), 1),
    )
}

/// 12_870 ns at the least.
pub(super) fn apply_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        13_430_000_u64.saturating_add(u64::from(e).saturating_mul(125_898_165)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        19_u64.saturating_add(u64::from(e).saturating_mul(12)),
        16_u64.saturating_add(u64::from(e).saturating_mul(8)),
    ))
}

/// 16_645 ns at the least.
pub(super) fn value_stakes<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        26_311_061_u64.saturating_add(u64::from(r).saturating_mul(2_011_857)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 32_979 ns at the least.
pub(super) fn look_up_prices<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        57_739_287_u64.saturating_add(u64::from(r).saturating_mul(8_437_255)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(6)), 0),
    )
}

/// 9_724 ns at the least.
pub(super) fn check_parent<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        16_589_206_u64.saturating_add(u64::from(p).saturating_mul(15_711_210)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(p).saturating_mul(4)),
        0_u64.saturating_add(u64::from(p).saturating_mul(3)),
    ))
}

/// 10_025 ns at the least.
pub(super) fn lift_suspension<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        26_292_553_u64.saturating_add(u64::from(p).saturating_mul(5_871_105)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(p).saturating_mul(3)),
        0_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 646_774 ns at the least.
pub(super) fn burned_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        1_380_731_805_u64.saturating_add(u64::from(u).saturating_mul(2_636_229)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(65_u64.saturating_add(u64::from(u).saturating_mul(2)), 52),
    )
}

/// 716_378 ns at the least.
pub(super) fn root_register<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        468_635_492_u64.saturating_add(u64::from(s).saturating_mul(58_994_611)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        226_u64.saturating_add(u64::from(s).saturating_mul(8)),
        28_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 380_458 ns at the least.
pub(super) fn pow_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        1_044_149_212_u64.saturating_add(u64::from(u).saturating_mul(2_598_099)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(36_u64.saturating_add(u64::from(u).saturating_mul(2)), 32),
    )
}

/// 24_257 ns at the least.
pub(super) fn serve<T: Config>() -> Weight {
    Weight::from_parts(25_078_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 18_127 ns at the least.
pub(super) fn set_tracking<T: Config>() -> Weight {
    Weight::from_parts(22_123_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 23_475 ns at the least.
pub(super) fn end_tracking<T: Config>() -> Weight {
    Weight::from_parts(27_441_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
}

/// 2_404 ns at the least.
pub(super) fn look_for_erasures<T: Config>() -> Weight {
    Weight::from_parts(2_484_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 8_813 ns at the least.
pub(super) fn erase_voting_power<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_713_908_u64.saturating_add(u64::from(r).saturating_mul(4_229_140)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(2)),
        2_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 21_012 ns at the least.
pub(super) fn set_identity<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        30_226_646_u64.saturating_add(u64::from(h).saturating_mul(3_536_155)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(h).saturating_mul(1)), 1),
    )
}

/// 19_549 ns at the least.
pub(super) fn set_subnet_identity<T: Config>() -> Weight {
    Weight::from_parts(24_096_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 56_334 ns at the least.
pub(super) fn associate<T: Config>() -> Weight {
    Weight::from_parts(60_059_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
}

/// 3_115 ns at the least.
pub(super) fn set_rule<T: Config>() -> Weight {
    Weight::from_parts(3_436_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 1_130_856 ns at the least.
pub(super) fn set_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_271_607_271_u64.saturating_add(u64::from(e).saturating_mul(31_432)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(404, 2))
}

/// 1_138_647 ns at the least.
pub(super) fn commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_163_284_000, 0).saturating_add(T::DbWeight::get().reads_writes(406, 2))
}

/// 1_713_334 ns at the least.
pub(super) fn batch_commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_722_518_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 2))
}

/// 1_117_716 ns at the least.
pub(super) fn reveal_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_156_235_407_u64.saturating_add(u64::from(e).saturating_mul(96_188)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(409, 2))
}

/// 1_152_558 ns at the least.
pub(super) fn commit_timelocked_weights<T: Config>(_b: u32) -> Weight {
    Weight::from_parts(1_286_198_873, 0).saturating_add(T::DbWeight::get().reads_writes(409, 4))
}

/// 3_783_620 ns at the least.
pub(super) fn commit_among_rivals<T: Config>() -> Weight {
    Weight::from_parts(3_867_655_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 4))
}

/// 13_239 ns at the least.
pub(super) fn look_at_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        28_416_978_u64.saturating_add(u64::from(q).saturating_mul(6_211_411)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(q).saturating_mul(1)), 0),
    )
}

/// 47_490 ns at the least.
pub(super) fn remember_queue<T: Config>() -> Weight {
    Weight::from_parts(49_774_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 1))
}

/// 70_605 ns at the least.
pub(super) fn visit_commits<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        74_228_880_u64.saturating_add(u64::from(b).saturating_mul(1_101)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(11, 3))
}

/// 2_636_080 ns at the least.
pub(super) fn reveal_commit<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        2_719_998_688_u64.saturating_add(u64::from(p).saturating_mul(8_020_171)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        24_u64.saturating_add(u64::from(p).saturating_mul(4)),
        3_u64.saturating_add(u64::from(p).saturating_mul(1)),
    ))
}

/// 18_788 ns at the least.
pub(super) fn precheck<T: Config>() -> Weight {
    Weight::from_parts(19_870_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 21_632 ns at the least.
pub(super) fn precheck_take<T: Config>() -> Weight {
    Weight::from_parts(27_551_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 1))
}

/// 1_112_278 ns at the least.
pub(super) fn precheck_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_231_172_231_u64.saturating_add(u64::from(e).saturating_mul(14_364)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(405, 1))
}

/// 1_105_889 ns at the least.
pub(super) fn precheck_commit<T: Config>() -> Weight {
    Weight::from_parts(1_125_488_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 1))
}

/// 1_105_889 ns at the least.
pub(super) fn precheck_sealed<T: Config>() -> Weight {
    Weight::from_parts(1_225_488_000, 0).saturating_add(T::DbWeight::get().reads_writes(410, 1))
}

/// 0 ns at the least.
pub(super) fn look_at_parents<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        20_000_000_u64.saturating_add(u64::from(p).saturating_mul(8_000_000)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(5_u64.saturating_add(u64::from(p).saturating_mul(3)), 0),
    )
}

/// 3_957_599 ns at the least.
pub(super) fn precheck_among_rivals<T: Config>() -> Weight {
    Weight::from_parts(4_040_293_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 1))
}

/// 212_066 ns at the least.
pub(super) fn precheck_work<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        873_786_432_u64.saturating_add(u64::from(u).saturating_mul(2_563_656)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(23_u64.saturating_add(u64::from(u).saturating_mul(2)), 1),
    )
}

/// 11_307 ns at the least.
pub(super) fn precheck_creation<T: Config>() -> Weight {
    Weight::from_parts(14_632_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 597_832 ns at the least.
pub(super) fn look_at_swap<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        401_010_699_u64.saturating_add(u64::from(s).saturating_mul(125_523_747)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        69_u64.saturating_add(u64::from(s).saturating_mul(27)),
        24_u64.saturating_add(u64::from(s).saturating_mul(2)),
    ))
}

/// 20_761 ns at the least.
pub(super) fn count_stakers<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        20_511_246_u64.saturating_add(u64::from(s).saturating_mul(3_530_113)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(4_u64.saturating_add(u64::from(s).saturating_mul(3)), 0),
    )
}

/// 5_408 ns at the least.
pub(super) fn look_at_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        11_716_788_u64.saturating_add(u64::from(r).saturating_mul(1_146_803)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}

/// 20_110 ns at the least.
pub(super) fn look_at_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        25_868_906_u64.saturating_add(u64::from(r).saturating_mul(2_908_777)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 19_269 ns at the least.
pub(super) fn swap_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        23_295_677_u64.saturating_add(u64::from(r).saturating_mul(4_807_585)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 30_386 ns at the least.
pub(super) fn swap_lineage<T: Config>() -> Weight {
    Weight::from_parts(31_657_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 6))
}

/// 144_445 ns at the least.
pub(super) fn swap_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        32_436_644_u64.saturating_add(u64::from(p).saturating_mul(68_162_337)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        12_u64.saturating_add(u64::from(p).saturating_mul(7)),
        7_u64.saturating_add(u64::from(p).saturating_mul(6)),
    ))
}

/// 188_400 ns at the least.
pub(super) fn swap_root_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        395_771_132_u64.saturating_add(u64::from(p).saturating_mul(65_440_788)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        29_u64.saturating_add(u64::from(p).saturating_mul(9)),
        9_u64.saturating_add(u64::from(p).saturating_mul(8)),
    ))
}

/// 139_698 ns at the least.
pub(super) fn swap_fund<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        226_805_296_u64.saturating_add(u64::from(q).saturating_mul(14_581_979)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        20_u64.saturating_add(u64::from(q).saturating_mul(9)),
        16_u64.saturating_add(u64::from(q).saturating_mul(2)),
    ))
}

/// 52_989 ns at the least.
pub(super) fn swap_watermark<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        61_344_449_u64.saturating_add(u64::from(r).saturating_mul(20_883_883)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(4)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 94_411 ns at the least.
pub(super) fn swap_liquidity<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        106_621_079_u64.saturating_add(u64::from(r).saturating_mul(7_960_114)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(3)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 7_551 ns at the least.
pub(super) fn swap_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        18_644_436_u64.saturating_add(u64::from(r).saturating_mul(26_117_324)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
        0_u64.saturating_add(u64::from(r).saturating_mul(4)),
    ))
}

/// 5_869 ns at the least.
pub(super) fn swap_auto_staker<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        8_368_609_u64.saturating_add(u64::from(c).saturating_mul(1_775_602)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(c).saturating_mul(1)),
        0_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 14_752 ns at the least.
pub(super) fn swap_voting_power<T: Config>() -> Weight {
    Weight::from_parts(16_875_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 18_137 ns at the least.
pub(super) fn swap_dividend<T: Config>() -> Weight {
    Weight::from_parts(19_369_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
}

/// 89_914 ns at the least.
pub(super) fn swap_relative<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        93_473_793_u64.saturating_add(u64::from(p).saturating_mul(6_427_542)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        16_u64.saturating_add(u64::from(p).saturating_mul(1)),
        15_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 79_919 ns at the least.
pub(super) fn swap_root_lender<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        24_422_721_u64.saturating_add(u64::from(s).saturating_mul(43_704_711)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(s).saturating_mul(8)),
        0_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 57_495 ns at the least.
pub(super) fn swap_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        58_847_107_u64.saturating_add(u64::from(m).saturating_mul(6_417_503)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        13_u64.saturating_add(u64::from(m).saturating_mul(1)),
        9_u64.saturating_add(u64::from(m).saturating_mul(2)),
    ))
}

/// 49_985 ns at the least.
pub(super) fn announce_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(51_667_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 3))
}

/// 19_128 ns at the least.
pub(super) fn dispute_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(21_743_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 24_096 ns at the least.
pub(super) fn clear_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(28_192_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 9_494 ns at the least.
pub(super) fn reset_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(10_346_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 865_190 ns at the least.
pub(super) fn look_at_coldkey<T: Config>() -> Weight {
    Weight::from_parts(872_451_000, 0).saturating_add(T::DbWeight::get().reads_writes(521, 0))
}

/// 286_046 ns at the least.
pub(super) fn swap_coldkey<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        278_018_800_u64.saturating_add(u64::from(s).saturating_mul(27_013_005)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(34_u64.saturating_add(u64::from(s).saturating_mul(9)), 10),
    )
}

/// 303_112 ns at the least.
pub(super) fn swap_coldkey_touched<T: Config>(t: u32) -> Weight {
    Weight::from_parts(
        318_939_540_u64.saturating_add(u64::from(t).saturating_mul(210_265_503)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(t).saturating_mul(25)),
        17_u64.saturating_add(u64::from(t).saturating_mul(30)),
    ))
}

/// 290_563 ns at the least.
pub(super) fn swap_coldkey_staked<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        299_737_000_u64.saturating_add(u64::from(s).saturating_mul(18_656_928)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(s).saturating_mul(2)),
        17_u64.saturating_add(u64::from(s).saturating_mul(5)),
    ))
}

/// 292_115 ns at the least.
pub(super) fn swap_coldkey_owned<T: Config>(o: u32) -> Weight {
    Weight::from_parts(
        317_625_054_u64.saturating_add(u64::from(o).saturating_mul(1_837_298)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 17_u64.saturating_add(u64::from(o).saturating_mul(2))),
    )
}

/// 291_545 ns at the least.
pub(super) fn swap_coldkey_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        577_955_373_u64.saturating_add(u64::from(p).saturating_mul(15_100_502)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(p).saturating_mul(2)),
        17_u64.saturating_add(u64::from(p).saturating_mul(3)),
    ))
}

/// 294_910 ns at the least.
pub(super) fn swap_coldkey_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        325_696_660_u64.saturating_add(u64::from(r).saturating_mul(14_483_956)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(r).saturating_mul(3)),
        17_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 305_966 ns at the least.
pub(super) fn swap_coldkey_waiting<T: Config>(w: u32) -> Weight {
    Weight::from_parts(
        340_751_564_u64.saturating_add(u64::from(w).saturating_mul(6_221_104)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 17_u64.saturating_add(u64::from(w).saturating_mul(2))),
    )
}

/// 10_716 ns at the least.
pub(super) fn swap_guard<T: Config>() -> Weight {
    Weight::from_parts(10_947_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 9_284 ns at the least.
pub(super) fn look_at_call<T: Config>() -> Weight {
    Weight::from_parts(9_764_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}
