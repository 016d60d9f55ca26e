//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for Weights<T> {
    /// 56_024 ns at the least.
    fn as_multi_threshold_1(z: u32) -> Weight {
        Weight::from_parts(
            71_097_865_u64.saturating_add(u64::from(z).saturating_mul(7_371)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 57_165 ns at the least.
    fn as_multi_create(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            42_275_952_u64
                .saturating_add(u64::from(s).saturating_mul(321_728))
                .saturating_add(u64::from(z).saturating_mul(5_951)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 40_611 ns at the least.
    fn as_multi_approve(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            15_222_770_u64
                .saturating_add(u64::from(s).saturating_mul(306_927))
                .saturating_add(u64::from(z).saturating_mul(6_799)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 74_852 ns at the least.
    fn as_multi_complete(s: u32, z: u32) -> Weight {
        Weight::from_parts(
            34_897_488_u64
                .saturating_add(u64::from(s).saturating_mul(508_207))
                .saturating_add(u64::from(z).saturating_mul(7_090)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(4, 2))
    }

    /// 25_928 ns at the least.
    fn approve_as_multi_create(s: u32) -> Weight {
        Weight::from_parts(
            30_210_228_u64.saturating_add(u64::from(s).saturating_mul(391_862)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 13_350 ns at the least.
    fn approve_as_multi_approve(s: u32) -> Weight {
        Weight::from_parts(
            14_024_737_u64.saturating_add(u64::from(s).saturating_mul(343_815)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 24_647 ns at the least.
    fn cancel_as_multi(s: u32) -> Weight {
        Weight::from_parts(
            27_833_241_u64.saturating_add(u64::from(s).saturating_mul(376_837)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 23_335 ns at the least.
    fn poke_deposit(s: u32) -> Weight {
        Weight::from_parts(
            24_141_419_u64.saturating_add(u64::from(s).saturating_mul(337_775)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }
}
