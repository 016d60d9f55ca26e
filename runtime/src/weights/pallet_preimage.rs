//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_preimage::WeightInfo for Weights<T> {
    /// 49_784 ns at the least.
    fn note_preimage(s: u32) -> Weight {
        Weight::from_parts(
            50_024_000_u64.saturating_add(u64::from(s).saturating_mul(1_930)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(4, 4))
    }

    /// 11_778 ns at the least.
    fn note_requested_preimage(s: u32) -> Weight {
        Weight::from_parts(
            11_928_000_u64.saturating_add(u64::from(s).saturating_mul(1_913)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 11_467 ns at the least.
    fn note_no_deposit_preimage(s: u32) -> Weight {
        Weight::from_parts(
            58_792_535_u64.saturating_add(u64::from(s).saturating_mul(1_884)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 78_968 ns at the least.
    fn unnote_preimage() -> Weight {
        Weight::from_parts(86_739_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
    }

    /// 36_705 ns at the least.
    fn unnote_no_deposit_preimage() -> Weight {
        Weight::from_parts(42_874_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 31_948 ns at the least.
    fn request_preimage() -> Weight {
        Weight::from_parts(36_444_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 22_944 ns at the least.
    fn request_no_deposit_preimage() -> Weight {
        Weight::from_parts(24_006_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 26_049 ns at the least.
    fn request_unnoted_preimage() -> Weight {
        Weight::from_parts(28_913_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 8_784 ns at the least.
    fn request_requested_preimage() -> Weight {
        Weight::from_parts(9_915_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 34_302 ns at the least.
    fn unrequest_preimage() -> Weight {
        Weight::from_parts(34_902_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 7_802 ns at the least.
    fn unrequest_unnoted_preimage() -> Weight {
        Weight::from_parts(8_963_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 8_503 ns at the least.
    fn unrequest_multi_referenced_preimage() -> Weight {
        Weight::from_parts(9_214_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 56_084 ns at the least.
    fn ensure_updated(n: u32) -> Weight {
        Weight::from_parts(
            56_654_000_u64.saturating_add(u64::from(n).saturating_mul(61_136_554)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(
            0_u64.saturating_add(u64::from(n).saturating_mul(3)),
            0_u64.saturating_add(u64::from(n).saturating_mul(4)),
        ))
    }
}
