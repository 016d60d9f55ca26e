//! Measured by scripts/bench-weights.sh, which writes this file: 2 steps with 1 repeats,
//! quick.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 170_294 ns at the least.
pub(super) fn block_step<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        129_067_142_u64.saturating_add(u64::from(s).saturating_mul(20_613_428)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        37_u64.saturating_add(u64::from(s).saturating_mul(12)),
        3_u64.saturating_add(u64::from(s).saturating_mul(4)),
    ))
}

/// 316_962 ns at the least.
pub(super) fn block_step_emitted<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        170_545_158_u64.saturating_add(u64::from(e).saturating_mul(73_208_420)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        37_u64.saturating_add(u64::from(e).saturating_mul(29)),
        3_u64.saturating_add(u64::from(e).saturating_mul(16)),
    ))
}

/// 9_605_028 ns at the least.
pub(super) fn reservoirs<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        9_605_028_000_u64.saturating_add(u64::from(p).saturating_mul(26_344_195)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_859_u64.saturating_add(u64::from(p).saturating_mul(1)),
        2_163_u64.saturating_add(u64::from(p).saturating_mul(5)),
    ))
}

/// 13_880 ns at the least.
pub(super) fn dissolution<T: Config>() -> Weight {
    Weight::from_parts(13_880_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 719_803 ns at the least.
pub(super) fn find_subnet_to_prune<T: Config>() -> Weight {
    Weight::from_parts(719_803_000, 0).saturating_add(T::DbWeight::get().reads_writes(515, 0))
}

/// 1_555_018 ns at the least.
pub(super) fn epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        856_955_451_u64.saturating_add(u64::from(u).saturating_mul(87_257_818)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        126_u64.saturating_add(u64::from(u).saturating_mul(21)),
        42_u64.saturating_add(u64::from(u).saturating_mul(13)),
    ))
}

/// 6_734_580 ns at the least.
pub(super) fn epoch_rows<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        6_697_261_771_u64.saturating_add(u64::from(v).saturating_mul(37_318_228)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_431,
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 7_860_708 ns at the least.
pub(super) fn epoch_parents<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        6_524_946_714_u64.saturating_add(u64::from(v).saturating_mul(1_335_761_285)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_427_u64.saturating_add(u64::from(v).saturating_mul(384)),
        547_u64.saturating_add(u64::from(v).saturating_mul(1)),
    ))
}

/// 15_313_378 ns at the least.
pub(super) fn null_epoch<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        14_518_339_049_u64.saturating_add(u64::from(u).saturating_mul(99_379_868)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_167_u64.saturating_add(u64::from(u).saturating_mul(14)),
        1_253_u64.saturating_add(u64::from(u).saturating_mul(5)),
    ))
}

/// 2_686_655 ns at the least.
pub(super) fn divide_dividends<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        133_154_142_u64.saturating_add(u64::from(v).saturating_mul(2_553_500_857)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        80_u64.saturating_add(u64::from(v).saturating_mul(518)),
        15_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 67_550 ns at the least.
pub(super) fn voting_power<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        67_550_000_u64.saturating_add(u64::from(p).saturating_mul(5_901_066)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        8_u64.saturating_add(u64::from(p).saturating_mul(1)),
        2_u64.saturating_add(u64::from(p).saturating_mul(1)),
    ))
}

/// 68_232 ns at the least.
pub(super) fn voting_power_of<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        68_232_000_u64.saturating_add(u64::from(v).saturating_mul(2_699_414)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8, 2_u64.saturating_add(u64::from(v).saturating_mul(1))),
    )
}

/// 862_255 ns at the least.
pub(super) fn reset_bonds<T: Config>() -> Weight {
    Weight::from_parts(862_255_000, 0).saturating_add(T::DbWeight::get().reads_writes(275, 256))
}

/// 28_383 ns at the least.
pub(super) fn forget_dividend<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        28_383_000_u64.saturating_add(u64::from(r).saturating_mul(3_267_875)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(r).saturating_mul(1)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 24_456 ns at the least.
pub(super) fn pay_dividends<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        24_456_000_u64.saturating_add(u64::from(h).saturating_mul(120_349_421)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(h).saturating_mul(17)),
        3_u64.saturating_add(u64::from(h).saturating_mul(15)),
    ))
}

/// 15_443 ns at the least.
pub(super) fn erase_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        15_443_000_u64.saturating_add(u64::from(r).saturating_mul(6_481_218)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
        0_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 11_757 ns at the least.
pub(super) fn erase_children<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        11_757_000_u64.saturating_add(u64::from(r).saturating_mul(6_498_281)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}

/// 21_482 ns at the least.
pub(super) fn erase_locks<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        21_482_000_u64.saturating_add(u64::from(r).saturating_mul(15_990_125)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(2)),
        0_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 11_257 ns at the least.
pub(super) fn erase_row<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        11_257_000_u64.saturating_add(u64::from(r).saturating_mul(3_270_500)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 11_918 ns at the least.
pub(super) fn erase_pool<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        11_918_000_u64.saturating_add(u64::from(r).saturating_mul(23_792_640)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        4_u64.saturating_add(u64::from(r).saturating_mul(4)),
        1_u64.saturating_add(u64::from(r).saturating_mul(6)),
    ))
}

/// 8_593 ns at the least.
pub(super) fn dissolve_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        8_593_000_u64.saturating_add(u64::from(r).saturating_mul(91_224_437)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(10)),
        1_u64.saturating_add(u64::from(r).saturating_mul(5)),
    ))
}

/// 10_887 ns at the least.
pub(super) fn dissolve_holding<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        10_887_000_u64.saturating_add(u64::from(r).saturating_mul(205_672_828)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        12_u64.saturating_add(u64::from(r).saturating_mul(20)),
        9_u64.saturating_add(u64::from(r).saturating_mul(13)),
    ))
}

/// 10_065 ns at the least.
pub(super) fn erase_account<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        10_065_000_u64.saturating_add(u64::from(r).saturating_mul(28_266_046)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        2_u64.saturating_add(u64::from(r).saturating_mul(2)),
        1_u64.saturating_add(u64::from(r).saturating_mul(12)),
    ))
}

/// 55_312 ns at the least.
pub(super) fn erase_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        53_657_466_u64.saturating_add(u64::from(m).saturating_mul(1_654_533)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(5, 10_u64.saturating_add(u64::from(m).saturating_mul(1))),
    )
}

/// 545_043 ns at the least.
pub(super) fn erase_mechanism<T: Config>() -> Weight {
    Weight::from_parts(545_043_000, 0).saturating_add(T::DbWeight::get().reads_writes(769, 771))
}

/// 238_766 ns at the least.
pub(super) fn erase_values<T: Config>() -> Weight {
    Weight::from_parts(238_766_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 157))
}

/// 660_865 ns at the least.
pub(super) fn stop_subnet<T: Config>() -> Weight {
    Weight::from_parts(660_865_000, 0).saturating_add(T::DbWeight::get().reads_writes(133, 71))
}

/// 4_021_685 ns at the least.
pub(super) fn register_network<T: Config>() -> Weight {
    Weight::from_parts(4_021_685_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_133, 252))
}

/// 41_752 ns at the least.
pub(super) fn start_call<T: Config>() -> Weight {
    Weight::from_parts(41_752_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
}

/// 347_087 ns at the least.
pub(super) fn update_symbol<T: Config>() -> Weight {
    Weight::from_parts(347_087_000, 0).saturating_add(T::DbWeight::get().reads_writes(131, 1))
}

/// 57_576 ns at the least.
pub(super) fn set_hyperparameter<T: Config>() -> Weight {
    Weight::from_parts(57_576_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 2))
}

/// 4_399_358 ns at the least.
pub(super) fn register_leased_network<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        4_311_464_325_u64.saturating_add(u64::from(c).saturating_mul(43_946_837)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_140_u64.saturating_add(u64::from(c).saturating_mul(2)),
        258_u64.saturating_add(u64::from(c).saturating_mul(2)),
    ))
}

/// 2_791_331 ns at the least.
pub(super) fn terminate_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        2_778_751_967_u64.saturating_add(u64::from(c).saturating_mul(6_289_516)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        234_u64.saturating_add(u64::from(c).saturating_mul(2)),
        226_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 26_920 ns at the least.
pub(super) fn look_for_lease_payouts<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        26_920_000_u64.saturating_add(u64::from(l).saturating_mul(11_754_085)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(l).saturating_mul(6)), 0),
    )
}

/// 23_445 ns at the least.
pub(super) fn look_at_lease<T: Config>() -> Weight {
    Weight::from_parts(23_445_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 397_793 ns at the least.
pub(super) fn open_lease_pot<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        389_168_979_u64.saturating_add(u64::from(c).saturating_mul(4_312_010)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        31_u64.saturating_add(u64::from(c).saturating_mul(2)),
        9_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 353_647 ns at the least.
pub(super) fn pay_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(353_647_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 10))
}

/// 418_114 ns at the least.
pub(super) fn pay_locked_lease_dividend<T: Config>() -> Weight {
    Weight::from_parts(418_114_000, 0).saturating_add(T::DbWeight::get().reads_writes(31, 10))
}

/// 305_726 ns at the least.
pub(super) fn end_lease<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        300_719_421_u64.saturating_add(u64::from(c).saturating_mul(2_503_289)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        25_u64.saturating_add(u64::from(c).saturating_mul(1)),
        18_u64.saturating_add(u64::from(c).saturating_mul(1)),
    ))
}

/// 17_997 ns at the least.
pub(super) fn find_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        17_997_000_u64.saturating_add(u64::from(q).saturating_mul(11_221_882)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(9_u64.saturating_add(u64::from(q).saturating_mul(6)), 1),
    )
}

/// 36_585 ns at the least.
pub(super) fn flush_fund<T: Config>(c: u32, _r: u32) -> Weight {
    Weight::from_parts(
        8_756_713_010_u64.saturating_add(u64::from(c).saturating_mul(107_830_468)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        130_u64.saturating_add(u64::from(c).saturating_mul(13)),
        384_u64.saturating_add(u64::from(c).saturating_mul(5)),
    ))
}

/// 34_161 ns at the least.
pub(super) fn sweep_index<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        34_161_000_u64.saturating_add(u64::from(f).saturating_mul(24_820_254)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(f).saturating_mul(5)),
        2_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 80_760 ns at the least.
pub(super) fn sweep_holdings<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        80_760_000_u64.saturating_add(u64::from(r).saturating_mul(41_503_281)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8_u64.saturating_add(u64::from(r).saturating_mul(10)), 3),
    )
}

/// 27_801 ns at the least.
pub(super) fn look_for_claims<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        27_801_000_u64.saturating_add(u64::from(h).saturating_mul(5_854_277)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(h).saturating_mul(2)), 1),
    )
}

/// 594_095 ns at the least.
pub(super) fn claim_root<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        396_134_614_u64.saturating_add(u64::from(r).saturating_mul(197_960_385)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        35_u64.saturating_add(u64::from(r).saturating_mul(17)),
        24_u64.saturating_add(u64::from(r).saturating_mul(10)),
    ))
}

/// 552_283 ns at the least.
pub(super) fn stake_into_basket<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        320_840_338_u64.saturating_add(u64::from(r).saturating_mul(231_442_661)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        21_u64.saturating_add(u64::from(r).saturating_mul(15)),
        13_u64.saturating_add(u64::from(r).saturating_mul(9)),
    ))
}

/// 6_460_961 ns at the least.
pub(super) fn swap_basket<T: Config>(l: u32, r: u32) -> Weight {
    Weight::from_parts(
        6_460_961_000_u64
            .saturating_add(u64::from(l).saturating_mul(322_571_905))
            .saturating_add(u64::from(r).saturating_mul(23_971_010)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(
            271_u64
                .saturating_add(u64::from(l).saturating_mul(3))
                .saturating_add(u64::from(r).saturating_mul(13)),
            329_u64
                .saturating_add(u64::from(l).saturating_mul(4))
                .saturating_add(u64::from(r).saturating_mul(3)),
        ),
    )
}

/// 282_671 ns at the least.
pub(super) fn add_stake<T: Config>() -> Weight {
    Weight::from_parts(282_671_000, 0).saturating_add(T::DbWeight::get().reads_writes(26, 17))
}

/// 288_730 ns at the least.
pub(super) fn add_stake_again<T: Config>() -> Weight {
    Weight::from_parts(288_730_000, 0).saturating_add(T::DbWeight::get().reads_writes(26, 16))
}

/// 341_199 ns at the least.
pub(super) fn add_root_stake<T: Config>() -> Weight {
    Weight::from_parts(341_199_000, 0).saturating_add(T::DbWeight::get().reads_writes(24, 13))
}

/// 441_168 ns at the least.
pub(super) fn remove_root_stake<T: Config>() -> Weight {
    Weight::from_parts(441_168_000, 0).saturating_add(T::DbWeight::get().reads_writes(29, 13))
}

/// 339_116 ns at the least.
pub(super) fn remove_stake<T: Config>() -> Weight {
    Weight::from_parts(339_116_000, 0).saturating_add(T::DbWeight::get().reads_writes(29, 13))
}

/// 575_348 ns at the least.
pub(super) fn relocate_stake<T: Config>() -> Weight {
    Weight::from_parts(575_348_000, 0).saturating_add(T::DbWeight::get().reads_writes(49, 29))
}

/// 575_879 ns at the least.
pub(super) fn relocate_stake_limit<T: Config>() -> Weight {
    Weight::from_parts(575_879_000, 0).saturating_add(T::DbWeight::get().reads_writes(49, 29))
}

/// 211_575 ns at the least.
pub(super) fn destroy_alpha<T: Config>() -> Weight {
    Weight::from_parts(211_575_000, 0).saturating_add(T::DbWeight::get().reads_writes(23, 13))
}

/// 49_503 ns at the least.
pub(super) fn change_take<T: Config>() -> Weight {
    Weight::from_parts(49_503_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
}

/// 69_704 ns at the least.
pub(super) fn set_childkey_take<T: Config>() -> Weight {
    Weight::from_parts(69_704_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
}

/// 30_916 ns at the least.
pub(super) fn set_auto_parent_delegation<T: Config>() -> Weight {
    Weight::from_parts(30_916_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 64_476 ns at the least.
pub(super) fn set_auto_stake<T: Config>() -> Weight {
    Weight::from_parts(64_476_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 5))
}

/// 240_028 ns at the least.
pub(super) fn set_full_auto_stake<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        177_455_685_u64.saturating_add(u64::from(u).saturating_mul(7_821_539)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(7_u64.saturating_add(u64::from(u).saturating_mul(2)), 6),
    )
}

/// 425_935 ns at the least.
pub(super) fn unstake_all<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        0_u64.saturating_add(u64::from(s).saturating_mul(239_633_888)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(s).saturating_mul(20)),
        0_u64.saturating_add(u64::from(s).saturating_mul(13)),
    ))
}

/// 393_807 ns at the least.
pub(super) fn clear_nomination<T: Config>() -> Weight {
    Weight::from_parts(393_807_000, 0).saturating_add(T::DbWeight::get().reads_writes(34, 18))
}

/// 327_167 ns at the least.
pub(super) fn alpha_fee<T: Config>() -> Weight {
    Weight::from_parts(327_167_000, 0).saturating_add(T::DbWeight::get().reads_writes(25, 12))
}

/// 8_813 ns at the least.
pub(super) fn no_sweep<T: Config>() -> Weight {
    Weight::from_parts(8_813_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 101_671 ns at the least.
pub(super) fn sweep_lists<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        74_579_200_u64.saturating_add(u64::from(l).saturating_mul(27_091_800)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(12_u64.saturating_add(u64::from(l).saturating_mul(2)), 1),
    )
}

/// 134_841 ns at the least.
pub(super) fn sweep_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        112_068_400_u64.saturating_add(u64::from(p).saturating_mul(22_772_600)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(9_u64.saturating_add(u64::from(p).saturating_mul(5)), 1),
    )
}

/// 976_946 ns at the least.
pub(super) fn lock_stake<T: Config>() -> Weight {
    Weight::from_parts(976_946_000, 0).saturating_add(T::DbWeight::get().reads_writes(141, 6))
}

/// 986_180 ns at the least.
pub(super) fn lock_more_stake<T: Config>() -> Weight {
    Weight::from_parts(986_180_000, 0).saturating_add(T::DbWeight::get().reads_writes(142, 6))
}

/// 548_027 ns at the least.
pub(super) fn move_lock<T: Config>() -> Weight {
    Weight::from_parts(548_027_000, 0).saturating_add(T::DbWeight::get().reads_writes(63, 10))
}

/// 521_738 ns at the least.
pub(super) fn set_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(521_738_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 9))
}

/// 522_850 ns at the least.
pub(super) fn end_perpetual_lock<T: Config>() -> Weight {
    Weight::from_parts(522_850_000, 0).saturating_add(T::DbWeight::get().reads_writes(59, 8))
}

/// 71_487 ns at the least.
pub(super) fn set_account_flag<T: Config>() -> Weight {
    Weight::from_parts(71_487_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 354_228 ns at the least.
pub(super) fn add_collateral<T: Config>() -> Weight {
    Weight::from_parts(354_228_000, 0).saturating_add(T::DbWeight::get().reads_writes(29, 14))
}

/// 627_445 ns at the least.
pub(super) fn add_locked_collateral<T: Config>() -> Weight {
    Weight::from_parts(627_445_000, 0).saturating_add(T::DbWeight::get().reads_writes(100, 3))
}

/// 63_294 ns at the least.
pub(super) fn set_min_collateral<T: Config>() -> Weight {
    Weight::from_parts(63_294_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 514_758 ns at the least.
pub(super) fn look_at_lock<T: Config>() -> Weight {
    Weight::from_parts(514_758_000, 0).saturating_add(T::DbWeight::get().reads_writes(95, 0))
}

/// 223_212 ns at the least.
pub(super) fn transfer_lock<T: Config>() -> Weight {
    Weight::from_parts(223_212_000, 0).saturating_add(T::DbWeight::get().reads_writes(21, 9))
}

/// 18_237 ns at the least.
pub(super) fn no_lock_moves<T: Config>() -> Weight {
    Weight::from_parts(18_237_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 550_701 ns at the least.
pub(super) fn move_locks<T: Config>(l: u32) -> Weight {
    Weight::from_parts(
        184_105_806_u64.saturating_add(u64::from(l).saturating_mul(366_595_193)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        61_u64.saturating_add(u64::from(l).saturating_mul(4)),
        7_u64.saturating_add(u64::from(l).saturating_mul(5)),
    ))
}

/// 321_750 ns at the least.
pub(super) fn look_for_takeover<T: Config>() -> Weight {
    Weight::from_parts(321_750_000, 0).saturating_add(T::DbWeight::get().reads_writes(62, 0))
}

/// 3_064_588 ns at the least.
pub(super) fn take_over<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        2_784_326_666_u64.saturating_add(u64::from(u).saturating_mul(4_379_083)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(279_u64.saturating_add(u64::from(u).saturating_mul(2)), 230),
    )
}

/// 211_926 ns at the least.
pub(super) fn set_children<T: Config>(c: u32, s: u32) -> Weight {
    Weight::from_parts(
        92_091_779_u64
            .saturating_add(u64::from(c).saturating_mul(20_141_125))
            .saturating_add(u64::from(s).saturating_mul(9_564_297)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(
            21_u64
                .saturating_add(u64::from(c).saturating_mul(1))
                .saturating_add(u64::from(s).saturating_mul(5)),
            12_u64.saturating_add(u64::from(c).saturating_mul(2)),
        ),
    )
}

/// 232_627 ns at the least.
pub(super) fn set_children_rivals<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        232_627_000_u64.saturating_add(u64::from(f).saturating_mul(1_120_229_800)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        36_u64.saturating_add(u64::from(f).saturating_mul(385)),
        22_u64.saturating_add(u64::from(f).saturating_mul(1)),
    ))
}

/// 20_941 ns at the least.
pub(super) fn walk_pending_children<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        20_941_000_u64.saturating_add(u64::from(s).saturating_mul(8_534_757)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(s).saturating_mul(3)),
        0_u64.saturating_add(u64::from(s).saturating_mul(1)),
    ))
}

/// 29_594 ns at the least.
pub(super) fn pass_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        29_594_000_u64.saturating_add(u64::from(e).saturating_mul(5_869_218)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(e).saturating_mul(1)), 1),
    )
}

/// 33_520 ns at the least.
pub(super) fn apply_pending_children<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        33_520_000_u64.saturating_add(u64::from(e).saturating_mul(109_421_250)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        5_u64.saturating_add(u64::from(e).saturating_mul(9)),
        6_u64.saturating_add(u64::from(e).saturating_mul(7)),
    ))
}

/// 32_248 ns at the least.
pub(super) fn value_stakes<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        30_315_834_u64.saturating_add(u64::from(r).saturating_mul(1_932_165)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}

/// 48_522 ns at the least.
pub(super) fn look_up_prices<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        39_117_110_u64.saturating_add(u64::from(r).saturating_mul(9_404_889)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(r).saturating_mul(5)), 0),
    )
}

/// 18_527 ns at the least.
pub(super) fn check_parent<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        18_527_000_u64.saturating_add(u64::from(p).saturating_mul(16_776_890)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(p).saturating_mul(4)),
        2_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 20_080 ns at the least.
pub(super) fn lift_suspension<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        20_080_000_u64.saturating_add(u64::from(p).saturating_mul(6_919_531)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        5_u64.saturating_add(u64::from(p).saturating_mul(1)),
        1_u64.saturating_add(u64::from(p).saturating_mul(1)),
    ))
}

/// 692_693 ns at the least.
pub(super) fn burned_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        669_408_210_u64.saturating_add(u64::from(u).saturating_mul(2_910_598)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(1_086_u64.saturating_add(u64::from(u).saturating_mul(1)), 46),
    )
}

/// 876_226 ns at the least.
pub(super) fn root_register<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        754_021_444_u64.saturating_add(u64::from(s).saturating_mul(61_102_277)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        225_u64.saturating_add(u64::from(s).saturating_mul(7)),
        28_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 428_649 ns at the least.
pub(super) fn pow_register<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        405_866_046_u64.saturating_add(u64::from(u).saturating_mul(2_847_869)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(1_060_u64.saturating_add(u64::from(u).saturating_mul(1)), 32),
    )
}

/// 91_276 ns at the least.
pub(super) fn serve<T: Config>() -> Weight {
    Weight::from_parts(91_276_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 42_143 ns at the least.
pub(super) fn set_tracking<T: Config>() -> Weight {
    Weight::from_parts(42_143_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
}

/// 15_523 ns at the least.
pub(super) fn look_for_erasures<T: Config>() -> Weight {
    Weight::from_parts(15_523_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 18_999 ns at the least.
pub(super) fn erase_voting_power<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        18_999_000_u64.saturating_add(u64::from(r).saturating_mul(4_601_062)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        3_u64.saturating_add(u64::from(r).saturating_mul(1)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 51_067 ns at the least.
pub(super) fn set_identity<T: Config>(h: u32) -> Weight {
    Weight::from_parts(
        47_547_286_u64.saturating_add(u64::from(h).saturating_mul(3_519_713)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(h).saturating_mul(1)), 1),
    )
}

/// 49_424 ns at the least.
pub(super) fn set_subnet_identity<T: Config>() -> Weight {
    Weight::from_parts(49_424_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 95_101 ns at the least.
pub(super) fn associate<T: Config>() -> Weight {
    Weight::from_parts(95_101_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
}

/// 29_214 ns at the least.
pub(super) fn set_rule<T: Config>() -> Weight {
    Weight::from_parts(29_214_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 1_355_200 ns at the least.
pub(super) fn set_weights<T: Config>(e: u32) -> Weight {
    Weight::from_parts(
        1_355_191_311_u64.saturating_add(u64::from(e).saturating_mul(8_688)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(403, 2))
}

/// 1_182_683 ns at the least.
pub(super) fn commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_182_683_000, 0).saturating_add(T::DbWeight::get().reads_writes(406, 2))
}

/// 1_855_025 ns at the least.
pub(super) fn batch_commit_weights<T: Config>() -> Weight {
    Weight::from_parts(1_855_025_000, 0).saturating_add(T::DbWeight::get().reads_writes(407, 2))
}

/// 1_245_696 ns at the least.
pub(super) fn reveal_weights<T: Config>(_e: u32) -> Weight {
    Weight::from_parts(1_266_007_341, 0).saturating_add(T::DbWeight::get().reads_writes(409, 2))
}

/// 1_350_413 ns at the least.
pub(super) fn commit_timelocked_weights<T: Config>(_b: u32) -> Weight {
    Weight::from_parts(1_351_467_434, 0).saturating_add(T::DbWeight::get().reads_writes(409, 4))
}

/// 4_118_510 ns at the least.
pub(super) fn commit_among_rivals<T: Config>() -> Weight {
    Weight::from_parts(4_118_510_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 4))
}

/// 21_151 ns at the least.
pub(super) fn look_at_queue<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        21_151_000_u64.saturating_add(u64::from(q).saturating_mul(6_036_812)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(9, 0))
}

/// 87_530 ns at the least.
pub(super) fn visit_commits<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        87_527_520_u64.saturating_add(u64::from(b).saturating_mul(2_479)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(11, 3))
}

/// 2_637_351 ns at the least.
pub(super) fn reveal_commit<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        2_637_351_000_u64.saturating_add(u64::from(p).saturating_mul(8_139_867)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(32_u64.saturating_add(u64::from(p).saturating_mul(3)), 5),
    )
}

/// 32_349 ns at the least.
pub(super) fn precheck<T: Config>() -> Weight {
    Weight::from_parts(32_349_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 32_168 ns at the least.
pub(super) fn precheck_take<T: Config>() -> Weight {
    Weight::from_parts(32_168_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 1))
}

/// 1_269_222 ns at the least.
pub(super) fn precheck_weights<T: Config>(_e: u32) -> Weight {
    Weight::from_parts(1_274_602_152, 0).saturating_add(T::DbWeight::get().reads_writes(404, 1))
}

/// 4_180_151 ns at the least.
pub(super) fn precheck_sealed<T: Config>() -> Weight {
    Weight::from_parts(4_180_151_000, 0).saturating_add(T::DbWeight::get().reads_writes(1_202, 1))
}

/// 255_701 ns at the least.
pub(super) fn precheck_work<T: Config>(u: u32) -> Weight {
    Weight::from_parts(
        232_459_966_u64.saturating_add(u64::from(u).saturating_mul(2_905_129)),
        0,
    )
    .saturating_add(
        T::DbWeight::get()
            .reads_writes(1_046_u64.saturating_add(u64::from(u).saturating_mul(1)), 1),
    )
}

/// 14_182 ns at the least.
pub(super) fn precheck_creation<T: Config>() -> Weight {
    Weight::from_parts(14_182_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 675_647 ns at the least.
pub(super) fn look_at_swap<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        425_414_444_u64.saturating_add(u64::from(s).saturating_mul(125_116_277)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        68_u64.saturating_add(u64::from(s).saturating_mul(26)),
        24_u64.saturating_add(u64::from(s).saturating_mul(2)),
    ))
}

/// 30_075 ns at the least.
pub(super) fn count_stakers<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        23_596_142_u64.saturating_add(u64::from(s).saturating_mul(3_239_428)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3_u64.saturating_add(u64::from(s).saturating_mul(2)), 0),
    )
}

/// 9_434 ns at the least.
pub(super) fn look_at_position<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        9_434_000_u64.saturating_add(u64::from(r).saturating_mul(1_143_812)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}

/// 33_530 ns at the least.
pub(super) fn look_at_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        33_530_000_u64.saturating_add(u64::from(r).saturating_mul(2_937_046)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(6_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}

/// 32_919 ns at the least.
pub(super) fn swap_pending<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        32_919_000_u64.saturating_add(u64::from(r).saturating_mul(5_217_781)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(1)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}

/// 43_615 ns at the least.
pub(super) fn swap_lineage<T: Config>() -> Weight {
    Weight::from_parts(43_615_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 6))
}

/// 181_060 ns at the least.
pub(super) fn swap_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        113_918_393_u64.saturating_add(u64::from(p).saturating_mul(67_141_606)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        12_u64.saturating_add(u64::from(p).saturating_mul(7)),
        7_u64.saturating_add(u64::from(p).saturating_mul(6)),
    ))
}

/// 231_666 ns at the least.
pub(super) fn swap_root_position<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        161_738_939_u64.saturating_add(u64::from(p).saturating_mul(69_927_060)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        29_u64.saturating_add(u64::from(p).saturating_mul(9)),
        9_u64.saturating_add(u64::from(p).saturating_mul(8)),
    ))
}

/// 158_036 ns at the least.
pub(super) fn swap_fund<T: Config>(q: u32) -> Weight {
    Weight::from_parts(
        158_036_000_u64.saturating_add(u64::from(q).saturating_mul(14_810_273)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        22_u64.saturating_add(u64::from(q).saturating_mul(7)),
        16_u64.saturating_add(u64::from(q).saturating_mul(2)),
    ))
}

/// 75_963 ns at the least.
pub(super) fn swap_watermark<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        75_963_000_u64.saturating_add(u64::from(r).saturating_mul(20_284_937)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(3)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 92_688 ns at the least.
pub(super) fn swap_liquidity<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        92_688_000_u64.saturating_add(u64::from(r).saturating_mul(8_151_687)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        15_u64.saturating_add(u64::from(r).saturating_mul(2)),
        2_u64.saturating_add(u64::from(r).saturating_mul(3)),
    ))
}

/// 19_409 ns at the least.
pub(super) fn swap_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        19_409_000_u64.saturating_add(u64::from(r).saturating_mul(27_063_625)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(r).saturating_mul(5)),
        0_u64.saturating_add(u64::from(r).saturating_mul(4)),
    ))
}

/// 11_978 ns at the least.
pub(super) fn swap_auto_staker<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        11_978_000_u64.saturating_add(u64::from(c).saturating_mul(1_759_343)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2, 3_u64.saturating_add(u64::from(c).saturating_mul(1))),
    )
}

/// 23_265 ns at the least.
pub(super) fn swap_voting_power<T: Config>() -> Weight {
    Weight::from_parts(23_265_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 28_742 ns at the least.
pub(super) fn swap_dividend<T: Config>() -> Weight {
    Weight::from_parts(28_742_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
}

/// 121_782 ns at the least.
pub(super) fn swap_relative<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        121_782_000_u64.saturating_add(u64::from(p).saturating_mul(6_332_796)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        16_u64.saturating_add(u64::from(p).saturating_mul(1)),
        15_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 120_220 ns at the least.
pub(super) fn swap_root_lender<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        35_296_587_u64.saturating_add(u64::from(s).saturating_mul(42_461_706)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(s).saturating_mul(7)),
        0_u64.saturating_add(u64::from(s).saturating_mul(6)),
    ))
}

/// 75_442 ns at the least.
pub(super) fn swap_neuron<T: Config>(m: u32) -> Weight {
    Weight::from_parts(
        68_776_000_u64.saturating_add(u64::from(m).saturating_mul(6_666_000)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        13_u64.saturating_add(u64::from(m).saturating_mul(1)),
        9_u64.saturating_add(u64::from(m).saturating_mul(2)),
    ))
}

/// 48_763 ns at the least.
pub(super) fn announce_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(48_763_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
}

/// 44_436 ns at the least.
pub(super) fn dispute_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(44_436_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 45_968 ns at the least.
pub(super) fn clear_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(45_968_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
}

/// 30_866 ns at the least.
pub(super) fn reset_coldkey_swap<T: Config>() -> Weight {
    Weight::from_parts(30_866_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 2))
}

/// 838_961 ns at the least.
pub(super) fn look_at_coldkey<T: Config>() -> Weight {
    Weight::from_parts(838_961_000, 0).saturating_add(T::DbWeight::get().reads_writes(392, 0))
}

/// 344_924 ns at the least.
pub(super) fn swap_coldkey<T: Config>(s: u32) -> Weight {
    Weight::from_parts(
        293_085_761_u64.saturating_add(u64::from(s).saturating_mul(25_919_119)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(33_u64.saturating_add(u64::from(s).saturating_mul(8)), 10),
    )
}

/// 377_683 ns at the least.
pub(super) fn swap_coldkey_touched<T: Config>(t: u32) -> Weight {
    Weight::from_parts(
        377_683_000_u64.saturating_add(u64::from(t).saturating_mul(216_512_750)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        52_u64.saturating_add(u64::from(t).saturating_mul(22)),
        17_u64.saturating_add(u64::from(t).saturating_mul(30)),
    ))
}

/// 2_317_084 ns at the least.
pub(super) fn swap_coldkey_hotkeys<T: Config>(s: u32, o: u32) -> Weight {
    Weight::from_parts(
        2_317_084_000_u64
            .saturating_add(u64::from(s).saturating_mul(17_821_494))
            .saturating_add(u64::from(o).saturating_mul(1_102_979)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(
            50_u64.saturating_add(u64::from(s).saturating_mul(2)),
            19_u64
                .saturating_add(u64::from(s).saturating_mul(4))
                .saturating_add(u64::from(o).saturating_mul(1)),
        ),
    )
}

/// 389_751 ns at the least.
pub(super) fn swap_coldkey_positions<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        389_751_000_u64.saturating_add(u64::from(p).saturating_mul(16_551_695)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_071_u64.saturating_add(u64::from(p).saturating_mul(1)),
        19_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 481_047 ns at the least.
pub(super) fn swap_coldkey_collateral<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        481_047_000_u64.saturating_add(u64::from(r).saturating_mul(15_474_650)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        146_u64.saturating_add(u64::from(r).saturating_mul(2)),
        81_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}

/// 452_965 ns at the least.
pub(super) fn swap_coldkey_waiting<T: Config>(w: u32) -> Weight {
    Weight::from_parts(
        452_965_000_u64.saturating_add(u64::from(w).saturating_mul(15_976_320)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(50, 18_u64.saturating_add(u64::from(w).saturating_mul(1))),
    )
}

/// 17_005 ns at the least.
pub(super) fn swap_guard<T: Config>() -> Weight {
    Weight::from_parts(17_005_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 13_961 ns at the least.
pub(super) fn look_at_call<T: Config>() -> Weight {
    Weight::from_parts(13_961_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}
