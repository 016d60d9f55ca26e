//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 128_552 ns at the least.
pub(super) fn block_step<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        135_599_655_u64.saturating_add(u64::from(s).saturating_mul(20_555_693)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(s).saturating_mul(15)),
        3_u64.saturating_add(u64::from(s).saturating_mul(4)),
    ))
}

/// 241_870 ns at the least.
pub(super) fn block_step_emitted<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        114_719_516_u64.saturating_add(u64::from(e).saturating_mul(72_696_954)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(e).saturating_mul(32)),
        3_u64.saturating_add(u64::from(e).saturating_mul(16)),
    ))
}

/// 9_521_624 ns at the least.
pub(super) fn reservoirs<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        9_385_614_882_u64.saturating_add(u64::from(p).saturating_mul(27_776_110)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_117_u64.saturating_add(u64::from(p).saturating_mul(2)),
        2_039_u64.saturating_add(u64::from(p).saturating_mul(6)),
    ))
}

/// 7_711 ns at the least.
pub(super) fn dissolution<T: Config>() -> Weight {
    Weight::from_parts(9_064_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 714_775 ns at the least.
pub(super) fn find_subnet_to_prune<T: Config>() -> Weight {
    Weight::from_parts(722_397_000, 0).saturating_add(T::DbWeight::get().reads_writes(644, 0))
}

/// 1_632_874 ns at the least.
pub(super) fn epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        696_375_786_u64.saturating_add(u64::from(u).saturating_mul(92_145_209)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        126_u64.saturating_add(u64::from(u).saturating_mul(22)),
        42_u64.saturating_add(u64::from(u).saturating_mul(13)),
    ))
}

/// 6_702_241 ns at the least.
pub(super) fn epoch_rows<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        6_824_989_566_u64.saturating_add(u64::from(v).saturating_mul(33_965_534)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_687,
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 7_490_776 ns at the least.
pub(super) fn epoch_parents<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        6_459_934_202_u64.saturating_add(u64::from(v).saturating_mul(1_269_965_686)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_683_u64.saturating_add(u64::from(v).saturating_mul(384)),
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 14_639_453 ns at the least.
pub(super) fn null_epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        9_875_190_270_u64.saturating_add(u64::from(u).saturating_mul(164_774_845)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_595_u64.saturating_add(u64::from(u).saturating_mul(18)),
        1_080_u64.saturating_add(u64::from(u).saturating_mul(7)),
    ))
}

/// 2_675_138 ns at the least.
pub(super) fn divide_dividends<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        2_681_477_000_u64.saturating_add(u64::from(v).saturating_mul(2_055_232_640)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        80_u64.saturating_add(u64::from(v).saturating_mul(518)),
        15_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 51_547 ns at the least.
pub(super) fn voting_power<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        58_244_072_u64.saturating_add(u64::from(p).saturating_mul(6_002_402)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        7_u64.saturating_add(u64::from(p).saturating_mul(3)),
        1_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 39_910 ns at the least.
pub(super) fn voting_power_of<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        43_701_053_u64.saturating_add(u64::from(v).saturating_mul(2_798_236)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        7_u64.saturating_add(u64::from(v).saturating_mul(1)),
        1_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 860_093 ns at the least.
pub(super) fn reset_bonds<T: Config>() -> Weight {
    Weight::from_parts(884_128_000, 0).saturating_add(T::DbWeight::get().reads_writes(531, 256))
}

/// 16_104 ns at the least.
pub(super) fn forget_dividend<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        19_791_704_u64.saturating_add(u64::from(r).saturating_mul(3_297_121)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(r).saturating_mul(2)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 11_908 ns at the least.
pub(super) fn pay_dividends<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        13_350_000_u64.saturating_add(u64::from(h).saturating_mul(122_853_166)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(h).saturating_mul(18)),
        2_u64.saturating_add(u64::from(h).saturating_mul(16)),
    ))
}

/// 5_928 ns at the least.
pub(super) fn erase_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_197_254_u64.saturating_add(u64::from(r).saturating_mul(6_424_506)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 4_487 ns at the least.
pub(super) fn erase_children<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        12_326_926_u64.saturating_add(u64::from(r).saturating_mul(6_382_988)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(3)),
        0_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}

/// 12_439 ns at the least.
pub(super) fn erase_locks<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        20_316_570_u64.saturating_add(u64::from(r).saturating_mul(15_332_591)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(4)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 5_218 ns at the least.
pub(super) fn erase_row<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        7_868_593_u64.saturating_add(u64::from(r).saturating_mul(3_182_081)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 4_286 ns at the least.
pub(super) fn erase_pool<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        8_177_682_u64.saturating_add(u64::from(r).saturating_mul(23_638_689)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
        0_u64.saturating_add(u64::from(r).saturating_mul(7)),
    ))
}

/// 5_028 ns at the least.
pub(super) fn dissolve_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_679_635_u64.saturating_add(u64::from(r).saturating_mul(90_773_733)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(12)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 6_059 ns at the least.
pub(super) fn dissolve_holding<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        6_249_000_u64.saturating_add(u64::from(r).saturating_mul(208_890_949)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(22)),
        2_u64.saturating_add(u64::from(r).saturating_mul(14)),
    ))
}

/// 4_867 ns at the least.
pub(super) fn erase_account<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        18_390_234_u64.saturating_add(u64::from(r).saturating_mul(27_738_525)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(4)),
        0_u64.saturating_add(u64::from(r).saturating_mul(13)),
    ))
}

/// 37_076 ns at the least.
pub(super) fn erase_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        38_594_367_u64.saturating_add(u64::from(m).saturating_mul(1_721_975)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6, 10_u64.saturating_add(u64::from(m).saturating_mul(1))),
    )
}

/// 538_733 ns at the least.
pub(super) fn erase_mechanism<T: Config>() -> Weight {
    Weight::from_parts(554_656_000, 0).saturating_add(T::DbWeight::get().reads_writes(769, 771))
}

/// 221_431 ns at the least.
pub(super) fn erase_values<T: Config>() -> Weight {
    Weight::from_parts(229_232_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 157))
}

/// 607_095 ns at the least.
pub(super) fn stop_subnet<T: Config>() -> Weight {
    Weight::from_parts(620_375_000, 0).saturating_add(T::DbWeight::get().reads_writes(133, 71))
}

/// 4_085_901 ns at the least.
pub(super) fn register_network<T: Config>() -> Weight {
    Weight::from_parts(4_114_143_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_390, 252))
}

/// 28_132 ns at the least.
pub(super) fn start_call<T: Config>() -> Weight {
    Weight::from_parts(30_756_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 331_234 ns at the least.
pub(super) fn update_symbol<T: Config>() -> Weight {
    Weight::from_parts(350_532_000, 0).saturating_add(T::DbWeight::get().reads_writes(259, 1))
}

/// 34_962 ns at the least.
pub(super) fn set_hyperparameter<T: Config>() -> Weight {
    Weight::from_parts(39_368_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 4_279_650 ns at the least.
pub(super) fn register_leased_network<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        4_322_075_884_u64.saturating_add(u64::from(c).saturating_mul(43_338_586)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_397_u64.saturating_add(u64::from(c).saturating_mul(3)),
        258_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 2_617_502 ns at the least.
pub(super) fn terminate_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        2_651_918_957_u64.saturating_add(u64::from(c).saturating_mul(6_214_012)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        232_u64.saturating_add(u64::from(c).saturating_mul(4)),
        226_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 14_882 ns at the least.
pub(super) fn look_for_lease_payouts<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        24_933_443_u64.saturating_add(u64::from(l).saturating_mul(12_450_575)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(l).saturating_mul(7)), 0),
    )
}

/// 24_086 ns at the least.
pub(super) fn look_at_lease<T: Config>() -> Weight {
    Weight::from_parts(25_789_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 407_087 ns at the least.
pub(super) fn open_lease_pot<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        399_692_385_u64.saturating_add(u64::from(c).saturating_mul(4_124_290)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        30_u64.saturating_add(u64::from(c).saturating_mul(3)),
        9_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 326_156 ns at the least.
pub(super) fn pay_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(328_440_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 10))
}

/// 417_312 ns at the least.
pub(super) fn pay_locked_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(422_691_000, 0).saturating_add(T::DbWeight::get().reads_writes(31, 10))
}

/// 258_656 ns at the least.
pub(super) fn end_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        245_389_875_u64.saturating_add(u64::from(c).saturating_mul(2_635_389)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        24_u64.saturating_add(u64::from(c).saturating_mul(2)),
        18_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 15_774 ns at the least.
pub(super) fn find_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        125_305_634_u64.saturating_add(u64::from(q).saturating_mul(10_846_351)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(q).saturating_mul(8)),
        0_u64.saturating_add(u64::from(q).saturating_mul(1)),
    ))
}

/// 293_238 ns at the least.
pub(super) fn flush_fund<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        254_685_842_u64.saturating_add(u64::from(c).saturating_mul(60_610_932)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        14_u64.saturating_add(u64::from(c).saturating_mul(15)),
        4_u64.saturating_add(u64::from(c).saturating_mul(8)),
    ))
}

/// 288_750 ns at the least.
pub(super) fn flush_fund_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        313_387_311_u64.saturating_add(u64::from(r).saturating_mul(40_981_771)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(18_u64.saturating_add(u64::from(r).saturating_mul(11)), 12),
    )
}

/// 24_156 ns at the least.
pub(super) fn sweep_index<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        31_559_690_u64.saturating_add(u64::from(f).saturating_mul(23_920_401)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(f).saturating_mul(6)),
        2_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 66_569 ns at the least.
pub(super) fn sweep_holdings<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        200_084_758_u64.saturating_add(u64::from(r).saturating_mul(41_286_319)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(9_u64.saturating_add(u64::from(r).saturating_mul(11)), 3),
    )
}

/// 13_870 ns at the least.
pub(super) fn look_for_claims<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        28_134_780_u64.saturating_add(u64::from(h).saturating_mul(5_837_503)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(h).saturating_mul(2)), 1),
    )
}

/// 537_271 ns at the least.
pub(super) fn claim_root<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        387_560_222_u64.saturating_add(u64::from(r).saturating_mul(192_499_750)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        35_u64.saturating_add(u64::from(r).saturating_mul(18)),
        24_u64.saturating_add(u64::from(r).saturating_mul(10)),
    ))
}

/// 493_646 ns at the least.
pub(super) fn stake_into_basket<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        392_690_866_u64.saturating_add(u64::from(r).saturating_mul(225_154_731)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        22_u64.saturating_add(u64::from(r).saturating_mul(16)),
        13_u64.saturating_add(u64::from(r).saturating_mul(9)),
    ))
}

/// 6_130_238 ns at the least.
pub(super) fn swap_basket<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        5_747_907_607_u64.saturating_add(u64::from(l).saturating_mul(353_203_156)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_564_u64.saturating_add(u64::from(l).saturating_mul(8)),
        13_u64.saturating_add(u64::from(l).saturating_mul(11)),
    ))
}

/// 710_940 ns at the least.
pub(super) fn swap_basket_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        648_528_795_u64.saturating_add(u64::from(r).saturating_mul(44_012_790)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(48_u64.saturating_add(u64::from(r).saturating_mul(12)), 27),
    )
}

/// 221_861 ns at the least.
pub(super) fn add_stake<T: Config>() -> Weight {
    Weight::from_parts(236_843_000, 0).saturating_add(T::DbWeight::get().reads_writes(27, 17))
}

/// 208_721 ns at the least.
pub(super) fn add_stake_again<T: Config>() -> Weight {
    Weight::from_parts(209_692_000, 0).saturating_add(T::DbWeight::get().reads_writes(27, 16))
}

/// 289_631 ns at the least.
pub(super) fn add_root_stake<T: Config>() -> Weight {
    Weight::from_parts(297_523_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 13))
}

/// 332_155 ns at the least.
pub(super) fn remove_root_stake<T: Config>() -> Weight {
    Weight::from_parts(334_648_000, 0).saturating_add(T::DbWeight::get().reads_writes(29, 13))
}

/// 245_947 ns at the least.
pub(super) fn remove_stake<T: Config>() -> Weight {
    Weight::from_parts(253_128_000, 0).saturating_add(T::DbWeight::get().reads_writes(30, 13))
}

/// 503_881 ns at the least.
pub(super) fn relocate_stake<T: Config>() -> Weight {
    Weight::from_parts(523_721_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 504_231 ns at the least.
pub(super) fn relocate_stake_limit<T: Config>() -> Weight {
    Weight::from_parts(532_134_000, 0).saturating_add(T::DbWeight::get().reads_writes(50, 29))
}

/// 153_168 ns at the least.
pub(super) fn destroy_alpha<T: Config>() -> Weight {
    Weight::from_parts(159_498_000, 0).saturating_add(T::DbWeight::get().reads_writes(23, 13))
}

/// 27_892 ns at the least.
pub(super) fn change_take<T: Config>() -> Weight {
    Weight::from_parts(31_126_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
}

/// 43_195 ns at the least.
pub(super) fn set_childkey_take<T: Config>() -> Weight {
    Weight::from_parts(47_201_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 13_450 ns at the least.
pub(super) fn set_auto_parent_delegation<T: Config>() -> Weight {
    Weight::from_parts(15_173_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 36_825 ns at the least.
pub(super) fn set_auto_stake<T: Config>() -> Weight {
    Weight::from_parts(41_482_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 5))
}

/// 149_172 ns at the least.
pub(super) fn set_full_auto_stake<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        150_274_000_u64.saturating_add(u64::from(u).saturating_mul(6_687_578)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(7_u64.saturating_add(u64::from(u).saturating_mul(2)), 6),
    )
}

/// 314_128 ns at the least.
pub(super) fn unstake_all<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        314_289_000_u64.saturating_add(u64::from(s).saturating_mul(220_202_507)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(s).saturating_mul(21)),
        0_u64.saturating_add(u64::from(s).saturating_mul(13)),
    ))
}

/// 283_973 ns at the least.
pub(super) fn clear_nomination<T: Config>() -> Weight {
    Weight::from_parts(295_440_000, 0).saturating_add(T::DbWeight::get().reads_writes(35, 18))
}

/// 198_246 ns at the least.
pub(super) fn alpha_fee<T: Config>() -> Weight {
    Weight::from_parts(200_609_000, 0).saturating_add(T::DbWeight::get().reads_writes(26, 12))
}

/// 4_597 ns at the least.
pub(super) fn no_sweep<T: Config>() -> Weight {
    Weight::from_parts(4_817_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 69_674 ns at the least.
pub(super) fn sweep_lists<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        53_956_440_u64.saturating_add(u64::from(l).saturating_mul(25_773_673)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(13_u64.saturating_add(u64::from(l).saturating_mul(3)), 1),
    )
}

/// 70_645 ns at the least.
pub(super) fn sweep_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        60_747_663_u64.saturating_add(u64::from(p).saturating_mul(22_805_118)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(11_u64.saturating_add(u64::from(p).saturating_mul(5)), 1),
    )
}

/// 830_158 ns at the least.
pub(super) fn lock_stake<T: Config>() -> Weight {
    Weight::from_parts(833_913_000, 0).saturating_add(T::DbWeight::get().reads_writes(141, 6))
}

/// 841_094 ns at the least.
pub(super) fn lock_more_stake<T: Config>() -> Weight {
    Weight::from_parts(857_619_000, 0).saturating_add(T::DbWeight::get().reads_writes(142, 6))
}

/// 459_305 ns at the least.
pub(super) fn move_lock<T: Config>() -> Weight {
    Weight::from_parts(465_875_000, 0).saturating_add(T::DbWeight::get().reads_writes(63, 10))
}

/// 448_609 ns at the least.
pub(super) fn set_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(453_677_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 9))
}

/// 441_248 ns at the least.
pub(super) fn end_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(448_659_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 8))
}

/// 8_633 ns at the least.
pub(super) fn set_account_flag<T: Config>() -> Weight {
    Weight::from_parts(9_074_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 249_663 ns at the least.
pub(super) fn add_collateral<T: Config>() -> Weight {
    Weight::from_parts(268_220_000, 0).saturating_add(T::DbWeight::get().reads_writes(33, 20))
}

/// 36_334 ns at the least.
pub(super) fn set_min_collateral<T: Config>() -> Weight {
    Weight::from_parts(36_555_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 453_355 ns at the least.
pub(super) fn look_at_lock<T: Config>() -> Weight {
    Weight::from_parts(472_544_000, 0).saturating_add(T::DbWeight::get().reads_writes(95, 0))
}

/// 167_559 ns at the least.
pub(super) fn transfer_lock<T: Config>() -> Weight {
    Weight::from_parts(181_541_000, 0).saturating_add(T::DbWeight::get().reads_writes(21, 9))
}

/// 2_584 ns at the least.
pub(super) fn no_lock_moves<T: Config>() -> Weight {
    Weight::from_parts(2_704_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 458_584 ns at the least.
pub(super) fn move_locks<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        103_399_707_u64.saturating_add(u64::from(l).saturating_mul(355_742_266)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        59_u64.saturating_add(u64::from(l).saturating_mul(5)),
        4_u64.saturating_add(u64::from(l).saturating_mul(6)),
    ))
}

/// 307_328 ns at the least.
pub(super) fn look_for_takeover<T: Config>() -> Weight {
    Weight::from_parts(320_347_000, 0).saturating_add(T::DbWeight::get().reads_writes(62, 0))
}

/// 2_935_806 ns at the least.
pub(super) fn take_over<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        2_722_857_983_u64.saturating_add(u64::from(u).saturating_mul(3_869_283)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(279_u64.saturating_add(u64::from(u).saturating_mul(2)), 230),
    )
}

/// 171_455 ns at the least.
pub(super) fn set_children<T: Config>(c: u32, s: u32) -> Weight {
    Weight::from_parts(
        133_806_074_u64
            .saturating_add(u64::from(c).saturating_mul(13_799_203))
            .saturating_add(u64::from(s).saturating_mul(8_918_212)),
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

/// 164_375 ns at the least.
pub(super) fn set_children_rivals<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        176_005_857_u64.saturating_add(u64::from(f).saturating_mul(1_008_192_923)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(f).saturating_mul(385)),
        22_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 11_687 ns at the least.
pub(super) fn walk_pending_children<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        31_503_982_u64.saturating_add(u64::from(s).saturating_mul(8_567_445)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(s).saturating_mul(4)),
        0_u64.saturating_add(u64::from(s).saturating_mul(1)),
    ))
}

/// 13_360 ns at the least.
pub(super) fn pass_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        25_048_544_u64.saturating_add(u64::from(e).saturating_mul(4_849_187)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(e).saturating_mul(2)), 1),
    )
}

/// 13_711 ns at the least.
pub(super) fn apply_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        53_744_615_u64.saturating_add(u64::from(e).saturating_mul(101_955_116)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        19_u64.saturating_add(u64::from(e).saturating_mul(12)),
        16_u64.saturating_add(u64::from(e).saturating_mul(8)),
    ))
}

/// 15_823 ns at the least.
pub(super) fn value_stakes<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        26_710_718_u64.saturating_add(u64::from(r).saturating_mul(1_991_841)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 31_316 ns at the least.
pub(super) fn look_up_prices<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        48_158_843_u64.saturating_add(u64::from(r).saturating_mul(8_526_755)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(6)), 0),
    )
}

/// 9_324 ns at the least.
pub(super) fn check_parent<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        16_157_092_u64.saturating_add(u64::from(p).saturating_mul(15_481_624)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(p).saturating_mul(4)),
        0_u64.saturating_add(u64::from(p).saturating_mul(3)),
    ))
}

/// 9_034 ns at the least.
pub(super) fn lift_suspension<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        38_594_381_u64.saturating_add(u64::from(p).saturating_mul(5_741_928)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(p).saturating_mul(3)),
        0_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 627_525 ns at the least.
pub(super) fn burned_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        1_333_086_716_u64.saturating_add(u64::from(u).saturating_mul(2_701_394)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(65_u64.saturating_add(u64::from(u).saturating_mul(2)), 52),
    )
}

/// 731_250 ns at the least.
pub(super) fn root_register<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        569_311_734_u64.saturating_add(u64::from(s).saturating_mul(56_561_596)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        226_u64.saturating_add(u64::from(s).saturating_mul(8)),
        28_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 343_071 ns at the least.
pub(super) fn pow_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        989_369_537_u64.saturating_add(u64::from(u).saturating_mul(2_631_374)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(36_u64.saturating_add(u64::from(u).saturating_mul(2)), 32),
    )
}

/// 26_269 ns at the least.
pub(super) fn serve<T: Config>() -> Weight {
    Weight::from_parts(28_422_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 20_000 ns at the least.
pub(super) fn set_tracking<T: Config>() -> Weight {
    Weight::from_parts(22_133_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
}

/// 2_304 ns at the least.
pub(super) fn look_for_erasures<T: Config>() -> Weight {
    Weight::from_parts(2_423_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 8_002 ns at the least.
pub(super) fn erase_voting_power<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        13_396_279_u64.saturating_add(u64::from(r).saturating_mul(4_330_700)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(2)),
        2_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 20_801 ns at the least.
pub(super) fn set_identity<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        15_358_578_u64.saturating_add(u64::from(h).saturating_mul(3_586_371)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(h).saturating_mul(1)), 1),
    )
}

/// 18_057 ns at the least.
pub(super) fn set_subnet_identity<T: Config>() -> Weight {
    Weight::from_parts(19_078_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 51_396 ns at the least.
pub(super) fn associate<T: Config>() -> Weight {
    Weight::from_parts(55_322_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
}

/// 3_255 ns at the least.
pub(super) fn set_rule<T: Config>() -> Weight {
    Weight::from_parts(3_535_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 1_078_959 ns at the least.
pub(super) fn set_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_242_039_963_u64.saturating_add(u64::from(e).saturating_mul(24_745)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(404, 2))
}

/// 1_073_680 ns at the least.
pub(super) fn commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_080_651_000, 0).saturating_add(T::DbWeight::get().reads_writes(406, 2))
}

/// 1_642_899 ns at the least.
pub(super) fn batch_commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_695_998_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 2))
}

/// 1_089_655 ns at the least.
pub(super) fn reveal_weights<T: Config>(_e: u32) -> Weight {
    Weight::from_parts(1_144_512_151, 0).saturating_add(T::DbWeight::get().reads_writes(409, 2))
}

/// 1_144_817 ns at the least.
pub(super) fn commit_timelocked_weights<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        1_184_715_224_u64.saturating_add(u64::from(b).saturating_mul(21_697)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(409, 4))
}

/// 3_916_869 ns at the least.
pub(super) fn commit_among_rivals<T: Config>() -> Weight {
    Weight::from_parts(3_930_259_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 4))
}

/// 18_678 ns at the least.
pub(super) fn look_at_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        35_965_988_u64.saturating_add(u64::from(q).saturating_mul(5_729_418)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(q).saturating_mul(1)), 0),
    )
}

/// 42_453 ns at the least.
pub(super) fn remember_queue<T: Config>() -> Weight {
    Weight::from_parts(43_365_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 1))
}

/// 67_009 ns at the least.
pub(super) fn visit_commits<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        82_026_813_u64.saturating_add(u64::from(b).saturating_mul(810)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(11, 3))
}

/// 2_402_842 ns at the least.
pub(super) fn reveal_commit<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        2_527_069_214_u64.saturating_add(u64::from(p).saturating_mul(7_628_185)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        24_u64.saturating_add(u64::from(p).saturating_mul(4)),
        3_u64.saturating_add(u64::from(p).saturating_mul(1)),
    ))
}

/// 19_209 ns at the least.
pub(super) fn precheck<T: Config>() -> Weight {
    Weight::from_parts(20_300_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 22_464 ns at the least.
pub(super) fn precheck_take<T: Config>() -> Weight {
    Weight::from_parts(23_686_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 1))
}

/// 990_787 ns at the least.
pub(super) fn precheck_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_107_492_468_u64.saturating_add(u64::from(e).saturating_mul(52_290)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(405, 1))
}

/// 1_037_337 ns at the least.
pub(super) fn precheck_commit<T: Config>() -> Weight {
    Weight::from_parts(1_061_022_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 1))
}

/// 3_764_191 ns at the least.
pub(super) fn precheck_sealed<T: Config>() -> Weight {
    Weight::from_parts(3_782_448_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 1))
}

/// 169_312 ns at the least.
pub(super) fn precheck_work<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        824_947_292_u64.saturating_add(u64::from(u).saturating_mul(2_519_098)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(23_u64.saturating_add(u64::from(u).saturating_mul(2)), 1),
    )
}

/// 10_265 ns at the least.
pub(super) fn precheck_creation<T: Config>() -> Weight {
    Weight::from_parts(11_327_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 550_741 ns at the least.
pub(super) fn look_at_swap<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        222_033_215_u64.saturating_add(u64::from(s).saturating_mul(123_731_543)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        69_u64.saturating_add(u64::from(s).saturating_mul(27)),
        24_u64.saturating_add(u64::from(s).saturating_mul(2)),
    ))
}

/// 21_232 ns at the least.
pub(super) fn count_stakers<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        20_210_748_u64.saturating_add(u64::from(s).saturating_mul(3_305_477)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(4_u64.saturating_add(u64::from(s).saturating_mul(3)), 0),
    )
}

/// 5_328 ns at the least.
pub(super) fn look_at_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        7_892_673_u64.saturating_add(u64::from(r).saturating_mul(1_120_796)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}

/// 17_977 ns at the least.
pub(super) fn look_at_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        19_383_778_u64.saturating_add(u64::from(r).saturating_mul(2_772_518)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6_u64.saturating_add(u64::from(r).saturating_mul(2)), 0),
    )
}

/// 17_846 ns at the least.
pub(super) fn swap_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        22_323_993_u64.saturating_add(u64::from(r).saturating_mul(4_453_442)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 27_260 ns at the least.
pub(super) fn swap_lineage<T: Config>() -> Weight {
    Weight::from_parts(27_531_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 6))
}

/// 132_467 ns at the least.
pub(super) fn swap_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        44_941_413_u64.saturating_add(u64::from(p).saturating_mul(65_314_883)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        12_u64.saturating_add(u64::from(p).saturating_mul(7)),
        7_u64.saturating_add(u64::from(p).saturating_mul(6)),
    ))
}

/// 186_819 ns at the least.
pub(super) fn swap_root_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        132_800_385_u64.saturating_add(u64::from(p).saturating_mul(66_680_178)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        29_u64.saturating_add(u64::from(p).saturating_mul(9)),
        9_u64.saturating_add(u64::from(p).saturating_mul(8)),
    ))
}

/// 125_598 ns at the least.
pub(super) fn swap_fund<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        191_001_982_u64.saturating_add(u64::from(q).saturating_mul(14_167_458)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        20_u64.saturating_add(u64::from(q).saturating_mul(9)),
        16_u64.saturating_add(u64::from(q).saturating_mul(2)),
    ))
}

/// 56_894 ns at the least.
pub(super) fn swap_watermark<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        62_453_743_u64.saturating_add(u64::from(r).saturating_mul(20_427_479)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(4)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 71_026 ns at the least.
pub(super) fn swap_liquidity<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        73_720_000_u64.saturating_add(u64::from(r).saturating_mul(14_035_838)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(3)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 6_610 ns at the least.
pub(super) fn swap_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        7_034_138_u64.saturating_add(u64::from(r).saturating_mul(25_309_542)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
        0_u64.saturating_add(u64::from(r).saturating_mul(4)),
    ))
}

/// 5_539 ns at the least.
pub(super) fn swap_auto_staker<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        9_504_158_u64.saturating_add(u64::from(c).saturating_mul(1_641_155)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(c).saturating_mul(1)),
        0_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 13_510 ns at the least.
pub(super) fn swap_voting_power<T: Config>() -> Weight {
    Weight::from_parts(14_712_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 17_235 ns at the least.
pub(super) fn swap_dividend<T: Config>() -> Weight {
    Weight::from_parts(18_277_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
}

/// 82_433 ns at the least.
pub(super) fn swap_relative<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        83_368_983_u64.saturating_add(u64::from(p).saturating_mul(6_294_197)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        16_u64.saturating_add(u64::from(p).saturating_mul(1)),
        15_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 75_593 ns at the least.
pub(super) fn swap_root_lender<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        1_720_756_u64.saturating_add(u64::from(s).saturating_mul(41_996_961)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(s).saturating_mul(8)),
        0_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 54_321 ns at the least.
pub(super) fn swap_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        55_514_358_u64.saturating_add(u64::from(m).saturating_mul(5_934_691)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        13_u64.saturating_add(u64::from(m).saturating_mul(1)),
        9_u64.saturating_add(u64::from(m).saturating_mul(2)),
    ))
}

/// 25_427 ns at the least.
pub(super) fn announce_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(27_300_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 18_248 ns at the least.
pub(super) fn dispute_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(19_670_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 23_214 ns at the least.
pub(super) fn clear_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(26_499_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 8_633 ns at the least.
pub(super) fn reset_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(10_786_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 793_883 ns at the least.
pub(super) fn look_at_coldkey<T: Config>() -> Weight {
    Weight::from_parts(802_205_000, 0).saturating_add(T::DbWeight::get().reads_writes(521, 0))
}

/// 270_984 ns at the least.
pub(super) fn swap_coldkey<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        320_171_097_u64.saturating_add(u64::from(s).saturating_mul(26_011_378)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(34_u64.saturating_add(u64::from(s).saturating_mul(9)), 10),
    )
}

/// 274_699 ns at the least.
pub(super) fn swap_coldkey_touched<T: Config>(t: u32) -> Weight {
    Weight::from_parts(
        285_543_444_u64.saturating_add(u64::from(t).saturating_mul(205_739_849)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(t).saturating_mul(25)),
        17_u64.saturating_add(u64::from(t).saturating_mul(30)),
    ))
}

/// 278_134 ns at the least.
pub(super) fn swap_coldkey_staked<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        250_796_648_u64.saturating_add(u64::from(s).saturating_mul(16_872_269)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(s).saturating_mul(2)),
        17_u64.saturating_add(u64::from(s).saturating_mul(5)),
    ))
}

/// 277_534 ns at the least.
pub(super) fn swap_coldkey_owned<T: Config>(o: u32) -> Weight {
    Weight::from_parts(
        280_454_389_u64.saturating_add(u64::from(o).saturating_mul(1_779_176)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 17_u64.saturating_add(u64::from(o).saturating_mul(2))),
    )
}

/// 280_308 ns at the least.
pub(super) fn swap_coldkey_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        327_315_041_u64.saturating_add(u64::from(p).saturating_mul(14_409_337)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(p).saturating_mul(2)),
        17_u64.saturating_add(u64::from(p).saturating_mul(3)),
    ))
}

/// 283_152 ns at the least.
pub(super) fn swap_coldkey_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        314_917_106_u64.saturating_add(u64::from(r).saturating_mul(13_391_768)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        53_u64.saturating_add(u64::from(r).saturating_mul(3)),
        17_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 275_080 ns at the least.
pub(super) fn swap_coldkey_waiting<T: Config>(w: u32) -> Weight {
    Weight::from_parts(
        292_327_759_u64.saturating_add(u64::from(w).saturating_mul(5_607_782)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(53, 17_u64.saturating_add(u64::from(w).saturating_mul(2))),
    )
}

/// 10_286 ns at the least.
pub(super) fn swap_guard<T: Config>() -> Weight {
    Weight::from_parts(10_445_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 8_212 ns at the least.
pub(super) fn look_at_call<T: Config>() -> Weight {
    Weight::from_parts(8_382_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 20_000 ns at the least.
pub(super) fn end_tracking<T: Config>() -> Weight {
    Weight::from_parts(22_133_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
}
