//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for Weights<T> {
    /// 38_448 ns at the least.
    fn as_multi_threshold_1(z: u32) -> Weight {
        Weight::from_parts(
            48_068_667_u64.saturating_add(u64::from(z).saturating_mul(6_603)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 49_173 ns at the least.
    fn as_multi_create(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            30_633_365_u64
                .saturating_add(u64::from(s).saturating_mul(225_927))
                .saturating_add(u64::from(z).saturating_mul(6_677)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 37_325 ns at the least.
    fn as_multi_approve(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            13_267_678_u64
                .saturating_add(u64::from(s).saturating_mul(256_470))
                .saturating_add(u64::from(z).saturating_mul(6_282)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 63_534 ns at the least.
    fn as_multi_complete(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            33_740_499_u64
                .saturating_add(u64::from(s).saturating_mul(325_884))
                .saturating_add(u64::from(z).saturating_mul(6_563)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(4, 2))
    }

    /// 25_208 ns at the least.
    fn approve_as_multi_create(s: u32) -> Weight {
        Weight::from_parts(
            25_265_733_u64.saturating_add(u64::from(s).saturating_mul(234_216)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 12_990 ns at the least.
    fn approve_as_multi_approve(s: u32) -> Weight {
        Weight::from_parts(
            12_210_321_u64.saturating_add(u64::from(s).saturating_mul(284_274)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 23_565 ns at the least.
    fn cancel_as_multi(s: u32) -> Weight {
        Weight::from_parts(
            25_163_495_u64.saturating_add(u64::from(s).saturating_mul(247_780)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 21_872 ns at the least.
    fn poke_deposit(s: u32) -> Weight {
        Weight::from_parts(
            22_805_829_u64.saturating_add(u64::from(s).saturating_mul(255_953)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }
}
