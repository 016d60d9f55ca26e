//! What clients ask: prices and simulated swaps (spec 50 §5.7).

use alloc::vec::Vec;

use subtensor_fixed::U64F64;
use subtensor_primitives::{
    AlphaBalance, NetUid, PoolReserves, SwapFee, SwapInterface, TaoBalance,
};

use crate::{
    Config, Pallet, SimSwapResult, SubnetPrice,
    quotes::{MAX_PRICE, MIN_PRICE, RAO},
};

impl<T: Config> Pallet<T> {
    /// Price in rao per alpha.
    pub fn current_alpha_price(netuid: NetUid) -> u64 {
        Self::price(netuid)
            .saturating_mul(U64F64::from_num(RAO))
            .to_u64()
    }

    /// Prices of all subnets in list order, root included.
    pub fn current_alpha_price_all() -> Vec<SubnetPrice> {
        let price = |netuid| SubnetPrice {
            netuid,
            price: Self::current_alpha_price(netuid),
        };
        T::Reserves::netuids().into_iter().map(price).collect()
    }

    /// What buying with `tao` would do; all zero if it would fail. A subnet that does not exist
    /// gives nothing at a price of one, so all of it is slippage (spec 70 §7.2).
    pub fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> SimSwapResult {
        let ideal = Self::alpha_for_tao(netuid, tao);
        if !T::Reserves::exists(netuid) {
            return SimSwapResult {
                alpha_slippage: ideal,
                ..Default::default()
            };
        }
        let Ok(swap) = Self::buy(netuid, tao, MAX_PRICE, SwapFee::Charged) else {
            return SimSwapResult::default();
        };
        SimSwapResult {
            tao_amount: swap.paid_in,
            alpha_amount: swap.paid_out,
            tao_fee: swap.fee,
            alpha_slippage: ideal.saturating_sub(swap.paid_out),
            ..Default::default()
        }
    }

    /// What selling `alpha` would do, likewise.
    pub fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult {
        let value = U64F64::from_num(alpha.to_u64()).saturating_mul(Self::price(netuid));
        let ideal = TaoBalance::new(value.to_u64());
        if !T::Reserves::exists(netuid) {
            return SimSwapResult {
                tao_slippage: ideal,
                ..Default::default()
            };
        }
        let Ok(swap) = Self::sell(netuid, alpha, MIN_PRICE, SwapFee::Charged) else {
            return SimSwapResult::default();
        };
        SimSwapResult {
            tao_amount: swap.paid_out,
            alpha_amount: swap.paid_in,
            alpha_fee: swap.fee,
            tao_slippage: ideal.saturating_sub(swap.paid_out),
            ..Default::default()
        }
    }
}
