//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_balances::WeightInfo for Weights<T> {
    /// 52_178 ns at the least.
    fn transfer_allow_death() -> Weight {
        Weight::from_parts(52_689_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
    }

    /// 40_140 ns at the least.
    fn transfer_keep_alive() -> Weight {
        Weight::from_parts(40_741_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 2))
    }

    /// 20_200 ns at the least.
    fn force_set_balance_creating() -> Weight {
        Weight::from_parts(20_741_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 20_130 ns at the least.
    fn force_set_balance_killing() -> Weight {
        Weight::from_parts(21_462_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 51_356 ns at the least.
    fn force_transfer() -> Weight {
        Weight::from_parts(52_889_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
    }

    /// 50_385 ns at the least.
    fn transfer_all() -> Weight {
        Weight::from_parts(51_146_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 2))
    }

    /// 14_843 ns at the least.
    fn force_unreserve() -> Weight {
        Weight::from_parts(15_083_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 15_013 ns at the least.
    fn upgrade_accounts(u: u32) -> Weight {
        Weight::from_parts(
            15_173_000_u64.saturating_add(u64::from(u).saturating_mul(13_003_680)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(
            0_u64.saturating_add(u64::from(u).saturating_mul(1)),
            0_u64.saturating_add(u64::from(u).saturating_mul(1)),
        ))
    }

    /// 6_590 ns at the least.
    fn force_adjust_total_issuance() -> Weight {
        Weight::from_parts(7_671_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 31_627 ns at the least.
    fn burn_allow_death() -> Weight {
        Weight::from_parts(32_739_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 20_791 ns at the least.
    fn burn_keep_alive() -> Weight {
        Weight::from_parts(20_982_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }
}
