//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for Weights<T> {
    /// 52_098 ns at the least.
    fn as_multi_threshold_1(z: u32) -> Weight {
        Weight::from_parts(
            65_531_110_u64.saturating_add(u64::from(z).saturating_mul(6_691)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 55_383 ns at the least.
    fn as_multi_create(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            27_780_387_u64
                .saturating_add(u64::from(s).saturating_mul(391_799))
                .saturating_add(u64::from(z).saturating_mul(6_713)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 38_487 ns at the least.
    fn as_multi_approve(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            17_044_519_u64
                .saturating_add(u64::from(s).saturating_mul(317_901))
                .saturating_add(u64::from(z).saturating_mul(6_444)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 73_770 ns at the least.
    fn as_multi_complete(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            25_332_552_u64
                .saturating_add(u64::from(s).saturating_mul(540_034))
                .saturating_add(u64::from(z).saturating_mul(7_762)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(4, 0))
    }

    /// 23_665 ns at the least.
    fn approve_as_multi_create(s: u32) -> Weight {
        Weight::from_parts(
            27_506_351_u64.saturating_add(u64::from(s).saturating_mul(370_330)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 12_769 ns at the least.
    fn approve_as_multi_approve(s: u32) -> Weight {
        Weight::from_parts(
            13_381_760_u64.saturating_add(u64::from(s).saturating_mul(336_492)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 25_919 ns at the least.
    fn cancel_as_multi(s: u32) -> Weight {
        Weight::from_parts(
            26_022_055_u64.saturating_add(u64::from(s).saturating_mul(343_002)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 22_895 ns at the least.
    fn poke_deposit(s: u32) -> Weight {
        Weight::from_parts(
            22_512_048_u64.saturating_add(u64::from(s).saturating_mul(384_259)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }
}
