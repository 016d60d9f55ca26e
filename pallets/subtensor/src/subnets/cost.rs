//! The price of opening a subnet: doubles with each creation, then falls in a line to the minimum (spec 30 §6.3), and
//! the price a new pool opens at (§6.4).

use alloc::vec::Vec;
use subtensor_fixed::U64F64;
use subtensor_prices::{Creation, median, reduction_interval};
use subtensor_primitives::{SwapInterface, TaoBalance};

use crate::{Config, Pallet, RateLimitKey, pallet::*};

impl<T: Config> Pallet<T> {
    /// TAO that opening a subnet costs now, rao.
    pub fn lock_cost() -> TaoBalance {
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
