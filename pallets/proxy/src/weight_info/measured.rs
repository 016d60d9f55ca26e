//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 17_516 ns at the least.
pub(super) fn proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        17_963_902_u64.saturating_add(u64::from(p).saturating_mul(173_580)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 37_606 ns at the least.
pub(super) fn proxy_announced<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        34_591_572_u64
            .saturating_add(u64::from(a).saturating_mul(243_335))
            .saturating_add(u64::from(p).saturating_mul(207_348)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(5, 3))
}

/// 21_452 ns at the least.
pub(super) fn add_proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        22_664_337_u64.saturating_add(u64::from(p).saturating_mul(188_892)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 22_474 ns at the least.
pub(super) fn remove_proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        26_124_132_u64.saturating_add(u64::from(p).saturating_mul(294_907)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 19_790 ns at the least.
pub(super) fn remove_proxies<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        18_906_649_u64.saturating_add(u64::from(p).saturating_mul(2_216_622)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2, 2_u64.saturating_add(u64::from(p).saturating_mul(1))),
    )
}

/// 22_213 ns at the least.
pub(super) fn create_pure<T: Config>() -> Weight {
    Weight::from_parts(22_964_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 23_876 ns at the least.
pub(super) fn kill_pure<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        37_366_820_u64.saturating_add(u64::from(p).saturating_mul(2_841_681)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(p).saturating_mul(1)),
        1_u64.saturating_add(u64::from(p).saturating_mul(2)),
    ))
}

/// 27_491 ns at the least.
pub(super) fn announce<T: Config>(a: u32, _p: u32) -> Weight {
    Weight::from_parts(
        31_882_642_u64.saturating_add(u64::from(a).saturating_mul(242_170)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 2))
}

/// 20_190 ns at the least.
pub(super) fn remove_announcement<T: Config>(a: u32) -> Weight {
    Weight::from_parts(
        25_156_728_u64.saturating_add(u64::from(a).saturating_mul(137_208)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 19_640 ns at the least.
pub(super) fn reject_announcement<T: Config>(a: u32) -> Weight {
    Weight::from_parts(
        21_836_548_u64.saturating_add(u64::from(a).saturating_mul(194_560)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 39_429 ns at the least.
pub(super) fn poke_deposit<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        37_302_369_u64
            .saturating_add(u64::from(a).saturating_mul(267_115))
            .saturating_add(u64::from(p).saturating_mul(289_688)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 3))
}

/// 8_793 ns at the least.
pub(super) fn set_real_pays_fee<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        9_512_669_u64.saturating_add(u64::from(p).saturating_mul(113_049)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 1_983 ns at the least.
pub(super) fn on_finalize<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        1_623_312_u64.saturating_add(u64::from(r).saturating_mul(589_396)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}
