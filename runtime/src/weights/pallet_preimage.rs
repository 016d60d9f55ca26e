//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_preimage::WeightInfo for Weights<T> {
    /// 47_842 ns at the least.
    fn note_preimage(s: u32) -> Weight {
        Weight::from_parts(
            40_283_980_u64.saturating_add(u64::from(s).saturating_mul(1_640)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(4, 0))
    }

    /// 11_697 ns at the least.
    fn note_requested_preimage(s: u32) -> Weight {
        Weight::from_parts(
            11_777_000_u64.saturating_add(u64::from(s).saturating_mul(1_767)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 12_068 ns at the least.
    fn note_no_deposit_preimage(s: u32) -> Weight {
        Weight::from_parts(
            12_930_571_u64.saturating_add(u64::from(s).saturating_mul(1_620)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 86_629 ns at the least.
    fn unnote_preimage() -> Weight {
        Weight::from_parts(87_110_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
    }

    /// 42_343 ns at the least.
    fn unnote_no_deposit_preimage() -> Weight {
        Weight::from_parts(43_344_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 36_734 ns at the least.
    fn request_preimage() -> Weight {
        Weight::from_parts(37_195_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 26_409 ns at the least.
    fn request_no_deposit_preimage() -> Weight {
        Weight::from_parts(28_433_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 29_604 ns at the least.
    fn request_unnoted_preimage() -> Weight {
        Weight::from_parts(30_937_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 10_766 ns at the least.
    fn request_requested_preimage() -> Weight {
        Weight::from_parts(10_976_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 38_398 ns at the least.
    fn unrequest_preimage() -> Weight {
        Weight::from_parts(39_378_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 13_009 ns at the least.
    fn unrequest_unnoted_preimage() -> Weight {
        Weight::from_parts(13_350_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 12_158 ns at the least.
    fn unrequest_multi_referenced_preimage() -> Weight {
        Weight::from_parts(12_849_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 54_481 ns at the least.
    fn ensure_updated(n: u32) -> Weight {
        Weight::from_parts(
            54_752_000_u64.saturating_add(u64::from(n).saturating_mul(58_150_074)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0_u64.saturating_add(u64::from(n).saturating_mul(3)), 0),
        )
    }
}
