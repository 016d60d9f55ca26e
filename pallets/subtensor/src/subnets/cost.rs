//! The price of opening a subnet: doubles with each creation, then falls in a line to the minimum (spec 30 §6.3), and
//! the price a new pool opens at (§6.4).

use alloc::vec::Vec;
use subtensor_fixed::U64F64;
use subtensor_prices::{Creation, median, reduction_interval};
use subtensor_primitives::{SwapInterface, TaoBalance};

use crate::{Config, Ledger, RateLimits, Schedule, Subnets, pallet::{LastRateLimitedBlock, NetworkLastLockCost, NetworkLockReductionInterval, NetworkMinLockCost}};

impl<T: Config> Subnets<T> {
    /// TAO that opening a subnet costs now, rao.
    pub fn lock_cost() -> TaoBalance {
<<<<<<< HEAD
        let last_block = RateLimits::<T>::last_network_block();
        let last = NetworkLastLockCost::<T>::get();
        let start = last.saturating_mul(if last_block == 0 { 1 } else { 2 });
        let per_block = last
            .to_u64()
            .checked_div(Self::lock_reduction_interval())
            .unwrap_or_default();
        let age = Schedule::<T>::current_block().saturating_sub(last_block);
        start
            .saturating_sub(TaoBalance::new(per_block.saturating_mul(age)))
            .max(NetworkMinLockCost::<T>::get())
    }

    /// The interval shrinks with the block emission, as TAO gets scarcer.
    fn lock_reduction_interval() -> u64 {
        let emission = subtensor_emission::block_emission(Ledger::<T>::tao_issuance().to_u64());
        let factor = U64F64::from_ratio(emission, subtensor_emission::INITIAL_BLOCK_EMISSION);
        U64F64::from_num(NetworkLockReductionInterval::<T>::get())
            .saturating_mul(factor)
            .to_u64()
=======
        let last = Creation {
            cost: NetworkLastLockCost::<T>::get().to_u64(),
            block: Self::last_network_block(),
        };
        // The interval shrinks with the block emission, as TAO gets scarcer.
        let interval = reduction_interval(
            NetworkLockReductionInterval::<T>::get(),
            Self::tao_issuance().to_u64(),
        );
        let least = NetworkMinLockCost::<T>::get().to_u64();
        let cost = subtensor_prices::lock_cost(last, Self::current_block(), interval, least);
        TaoBalance::new(cost)
    }

    /// Block of the last creation; 0 before the first.
    pub(crate) fn last_network_block() -> u64 {
        LastRateLimitedBlock::<T>::get(RateLimitKey::NetworkLastRegistered)
>>>>>>> h_math
    }

    /// Median price of the alphas that have one, TAO per alpha; 1 if there is none.
    pub fn median_alpha_price() -> U64F64 {
        let mut prices: Vec<U64F64> = Self::subnet_netuids()
            .into_iter()
            .filter(|netuid| !netuid.is_root())
            .map(T::Swap::price)
            .filter(|price| !price.is_zero())
            .collect();
        median(&mut prices)
    }
}
