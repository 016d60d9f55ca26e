//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 17_055 ns at the least.
pub(super) fn proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        17_813_973_u64.saturating_add(u64::from(p).saturating_mul(563_956)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 37_546 ns at the least.
pub(super) fn proxy_announced<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        35_905_241_u64
            .saturating_add(u64::from(a).saturating_mul(362_587))
            .saturating_add(u64::from(p).saturating_mul(453_317)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(5, 0))
}

/// 20_571 ns at the least.
pub(super) fn add_proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        21_871_040_u64.saturating_add(u64::from(p).saturating_mul(543_195)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 22_443 ns at the least.
pub(super) fn remove_proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        27_324_745_u64.saturating_add(u64::from(p).saturating_mul(51_909)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 20_240 ns at the least.
pub(super) fn remove_proxies<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        19_134_009_u64.saturating_add(u64::from(p).saturating_mul(2_009_058)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 22_714 ns at the least.
pub(super) fn create_pure<T: Config>() -> Weight {
    Weight::from_parts(24_317_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 23_766 ns at the least.
pub(super) fn kill_pure<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        37_839_535_u64.saturating_add(u64::from(p).saturating_mul(2_698_277)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 29_484 ns at the least.
pub(super) fn announce<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        27_092_688_u64
            .saturating_add(u64::from(a).saturating_mul(229_423))
            .saturating_add(u64::from(p).saturating_mul(297_701)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 19_980 ns at the least.
pub(super) fn remove_announcement<T: Config>(a: u32) -> Weight {
    Weight::from_parts(
        22_481_423_u64.saturating_add(u64::from(a).saturating_mul(196_668)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 20_080 ns at the least.
pub(super) fn reject_announcement<T: Config>(a: u32) -> Weight {
    Weight::from_parts(
        22_234_907_u64.saturating_add(u64::from(a).saturating_mul(173_624)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 40_070 ns at the least.
pub(super) fn poke_deposit<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        33_177_413_u64
            .saturating_add(u64::from(a).saturating_mul(284_198))
            .saturating_add(u64::from(p).saturating_mul(441_177)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 8_933 ns at the least.
pub(super) fn set_real_pays_fee<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        9_376_375_u64.saturating_add(u64::from(p).saturating_mul(247_533)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 1_963 ns at the least.
pub(super) fn on_finalize<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        1_923_648_u64.saturating_add(u64::from(r).saturating_mul(608_290)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(0_u64.saturating_add(u64::from(r).saturating_mul(1)), 0),
    )
}
