//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_balances::WeightInfo for Weights<T> {
    /// 51_286 ns at the least.
    fn transfer_allow_death() -> Weight {
        Weight::from_parts(52_248_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 39_328 ns at the least.
    fn transfer_keep_alive() -> Weight {
        Weight::from_parts(39_819_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 19_479 ns at the least.
    fn force_set_balance_creating() -> Weight {
        Weight::from_parts(20_451_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 19_719 ns at the least.
    fn force_set_balance_killing() -> Weight {
        Weight::from_parts(20_371_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 50_686 ns at the least.
    fn force_transfer() -> Weight {
        Weight::from_parts(52_088_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
    }

    /// 49_193 ns at the least.
    fn transfer_all() -> Weight {
        Weight::from_parts(50_245_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 14_501 ns at the least.
    fn force_unreserve() -> Weight {
        Weight::from_parts(14_843_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 14_581 ns at the least.
    fn upgrade_accounts(u: u32) -> Weight {
        Weight::from_parts(
            14_802_000_u64.saturating_add(u64::from(u).saturating_mul(13_197_631)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(
            0_u64.saturating_add(u64::from(u).saturating_mul(1)),
            0_u64.saturating_add(u64::from(u).saturating_mul(1)),
        ))
    }

    /// 6_690 ns at the least.
    fn force_adjust_total_issuance() -> Weight {
        Weight::from_parts(7_020_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 31_357 ns at the least.
    fn burn_allow_death() -> Weight {
        Weight::from_parts(32_659_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 20_510 ns at the least.
    fn burn_keep_alive() -> Weight {
        Weight::from_parts(22_794_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }
}
