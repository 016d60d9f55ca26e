//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_balances::WeightInfo for Weights<T> {
    /// 47_340 ns at the least.
    fn transfer_allow_death() -> Weight {
        Weight::from_parts(49_013_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
    }

    /// 40_099 ns at the least.
    fn transfer_keep_alive() -> Weight {
        Weight::from_parts(40_761_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
    }

    /// 18_928 ns at the least.
    fn force_set_balance_creating() -> Weight {
        Weight::from_parts(19_679_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 18_848 ns at the least.
    fn force_set_balance_killing() -> Weight {
        Weight::from_parts(19_880_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 49_313 ns at the least.
    fn force_transfer() -> Weight {
        Weight::from_parts(50_325_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
    }

    /// 47_030 ns at the least.
    fn transfer_all() -> Weight {
        Weight::from_parts(48_121_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
    }

    /// 14_091 ns at the least.
    fn force_unreserve() -> Weight {
        Weight::from_parts(15_714_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 14_222 ns at the least.
    fn upgrade_accounts(u: u32) -> Weight {
        Weight::from_parts(
            14_542_000_u64.saturating_add(u64::from(u).saturating_mul(12_699_751)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0_u64.saturating_add(u64::from(u).saturating_mul(1)), 0),
        )
    }

    /// 6_289 ns at the least.
    fn force_adjust_total_issuance() -> Weight {
        Weight::from_parts(6_890_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 30_215 ns at the least.
    fn burn_allow_death() -> Weight {
        Weight::from_parts(31_457_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 20_601 ns at the least.
    fn burn_keep_alive() -> Weight {
        Weight::from_parts(21_062_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }
}
