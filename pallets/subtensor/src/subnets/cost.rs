//! The price of opening a subnet: doubles with each creation, then falls in a line to the minimum
//! (spec 30 §6.3), and the price a new pool opens at (§6.4).

use alloc::vec::Vec;
use subtensor_fixed::U64F64;
use subtensor_prices::{Creation, median, reduction_interval};
use subtensor_primitives::{SwapInterface, TaoBalance};

use crate::{
    Config, Ledger, RateLimits, Schedule, Subnets,
    pallet::{NetworkLastLockCost, NetworkLockReductionInterval, NetworkMinLockCost},
};

impl<T: Config> Subnets<T> {
    /// TAO that opening a subnet costs now, rao.
    pub fn lock_cost() -> TaoBalance {
        let last = Creation {
            cost: NetworkLastLockCost::<T>::get().to_u64(),
            block: RateLimits::<T>::last_network_block(),
        };
        // The interval shrinks with the block emission, as TAO gets scarcer.
        let interval = reduction_interval(
            NetworkLockReductionInterval::<T>::get(),
            Ledger::<T>::tao_issuance().to_u64(),
        );
        let min = NetworkMinLockCost::<T>::get().to_u64();
        let cost = subtensor_prices::lock_cost(last, Schedule::<T>::current_block(), interval, min);
        TaoBalance::new(cost)
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
