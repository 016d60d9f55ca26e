//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_preimage::WeightInfo for Weights<T> {
    /// 50_606 ns at the least.
    fn note_preimage(s: u32) -> Weight {
        Weight::from_parts(
            9_138_880_u64.saturating_add(u64::from(s).saturating_mul(1_684)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(3, 3))
    }

    /// 12_017 ns at the least.
    fn note_requested_preimage(s: u32) -> Weight {
        Weight::from_parts(
            11_736_994_u64.saturating_add(u64::from(s).saturating_mul(1_646)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 11_557 ns at the least.
    fn note_no_deposit_preimage(s: u32) -> Weight {
        Weight::from_parts(
            15_170_375_u64.saturating_add(u64::from(s).saturating_mul(1_656)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 89_914 ns at the least.
    fn unnote_preimage() -> Weight {
        Weight::from_parts(110_274_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
    }

    /// 43_835 ns at the least.
    fn unnote_no_deposit_preimage() -> Weight {
        Weight::from_parts(52_489_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 33_650 ns at the least.
    fn request_preimage() -> Weight {
        Weight::from_parts(36_304_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 25_948 ns at the least.
    fn request_no_deposit_preimage() -> Weight {
        Weight::from_parts(28_773_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 33_880 ns at the least.
    fn request_unnoted_preimage() -> Weight {
        Weight::from_parts(37_916_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 12_178 ns at the least.
    fn request_requested_preimage() -> Weight {
        Weight::from_parts(12_679_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 38_197 ns at the least.
    fn unrequest_preimage() -> Weight {
        Weight::from_parts(39_178_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 12_429 ns at the least.
    fn unrequest_unnoted_preimage() -> Weight {
        Weight::from_parts(13_189_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 11_887 ns at the least.
    fn unrequest_multi_referenced_preimage() -> Weight {
        Weight::from_parts(12_609_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 54_421 ns at the least.
    fn ensure_updated(n: u32) -> Weight {
        Weight::from_parts(
            54_612_000_u64.saturating_add(u64::from(n).saturating_mul(57_911_647)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(
            0_u64.saturating_add(u64::from(n).saturating_mul(3)),
            0_u64.saturating_add(u64::from(n).saturating_mul(4)),
        ))
    }
}
