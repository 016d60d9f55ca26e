//! The gate that shares of the emission pass (spec 90 §16), and its bar.

use alloc::vec::Vec;
use subtensor_emission::{gate_bar, gated_shares};
use subtensor_fixed::U64F64;

use crate::{
    Coinbase, Config,
    pallet::{EmissionBarQuantile, EmissionBarRank, EmissionGateBar, EmissionGateExponent},
};

/// Blocks from one bar to the next.
const BAR_BLOCKS: u64 = 360;

impl<T: Config> Coinbase<T> {
    /// What the gate leaves of the shares in block `now`; together as much as before.
    pub(super) fn pass_gate(shares: Vec<U64F64>, now: u64) -> Vec<U64F64> {
        let bar = Self::bar_of_block(&shares, now);
        gated_shares(shares, bar, EmissionGateExponent::<T>::get())
    }

    /// The bar in force, which the shares set anew from time to time, and where there is none.
    fn bar_of_block(shares: &[U64F64], now: u64) -> U64F64 {
        let bar = EmissionGateBar::<T>::get();
        if !bar.is_zero() && !now.is_multiple_of(BAR_BLOCKS) {
            return bar;
        }
        let rank = EmissionBarRank::<T>::get();
        match gate_bar(shares, rank, EmissionBarQuantile::<T>::get()) {
            Some(bar) => {
                EmissionGateBar::<T>::put(bar);
                bar
            }
            None => bar,
        }
    }

    /// Sets the part of all shares that reaches the bar. The next block sets the bar anew.
    pub fn set_bar_quantile(quantile: U64F64) {
        EmissionBarQuantile::<T>::put(quantile);
        EmissionGateBar::<T>::kill();
    }

    /// Sets the rank of the share that is the bar; 0 for the quantile. The next block sets the bar
    /// anew.
    pub fn set_bar_rank(rank: u16) {
        EmissionBarRank::<T>::put(rank);
        EmissionGateBar::<T>::kill();
    }
}
