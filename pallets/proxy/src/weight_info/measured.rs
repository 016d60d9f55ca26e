//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 17_116 ns at the least.
pub(super) fn proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        18_406_375_u64.saturating_add(u64::from(p).saturating_mul(484_414)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 41_381 ns at the least.
pub(super) fn proxy_announced<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        45_333_837_u64
            .saturating_add(u64::from(a).saturating_mul(334_068))
            .saturating_add(u64::from(p).saturating_mul(216_062)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(5, 3))
}

/// 21_622 ns at the least.
pub(super) fn add_proxy<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        22_637_069_u64.saturating_add(u64::from(p).saturating_mul(273_403)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 23_795 ns at the least.
pub(super) fn remove_proxy<T: Config>(_p: u32) -> Weight {
    Weight::from_parts(29_691_005, 0).saturating_add(T::DbWeight::get().reads_writes(2, 3))
}

/// 20_400 ns at the least.
pub(super) fn remove_proxies<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        19_708_538_u64.saturating_add(u64::from(p).saturating_mul(2_242_933)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2, 2_u64.saturating_add(u64::from(p).saturating_mul(1))),
    )
}

/// 22_614 ns at the least.
pub(super) fn create_pure<T: Config>() -> Weight {
    Weight::from_parts(23_505_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 24_736 ns at the least.
pub(super) fn kill_pure<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        37_717_693_u64.saturating_add(u64::from(p).saturating_mul(2_823_228)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(3, 3_u64.saturating_add(u64::from(p).saturating_mul(1))),
    )
}

/// 30_766 ns at the least.
pub(super) fn announce<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        34_070_335_u64
            .saturating_add(u64::from(a).saturating_mul(169_965))
            .saturating_add(u64::from(p).saturating_mul(296_446)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 2))
}

/// 20_140 ns at the least.
pub(super) fn remove_announcement<T: Config>(a: u32) -> Weight {
    Weight::from_parts(
        22_745_848_u64.saturating_add(u64::from(a).saturating_mul(196_738)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 20_110 ns at the least.
pub(super) fn reject_announcement<T: Config>(a: u32) -> Weight {
    Weight::from_parts(
        22_178_459_u64.saturating_add(u64::from(a).saturating_mul(220_878)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 40_360 ns at the least.
pub(super) fn poke_deposit<T: Config>(a: u32, p: u32) -> Weight {
    Weight::from_parts(
        44_573_427_u64
            .saturating_add(u64::from(a).saturating_mul(172_271))
            .saturating_add(u64::from(p).saturating_mul(48_129)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 3))
}

/// 9_274 ns at the least.
pub(super) fn set_real_pays_fee<T: Config>(p: u32) -> Weight {
    Weight::from_parts(
        9_115_643_u64.saturating_add(u64::from(p).saturating_mul(268_434)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 1_923 ns at the least.
pub(super) fn on_finalize<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        1_821_731_u64.saturating_add(u64::from(r).saturating_mul(620_104)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
        0_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}
