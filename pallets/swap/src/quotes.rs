//! Quotes and weights on the current reserves (spec 50 §5.3, §5.5, §5.7).

use alloc::vec::Vec;

use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_amm::{AmmError, Pool, Quote, Terms, weight_for_price};
use subtensor_fixed::U64F64;
use subtensor_primitives::{
    AlphaBalance, MoveOutcome, NetUid, PoolReserves, SwapInterface, SwapOutcome, TaoBalance,
};

use crate::{
    Balancer, Config, Error, FeeRate, PalSwapInitialized, Pallet, SimSwapResult, SubnetPrice,
    SwapBalancer,
};

/// Rao in one TAO, and in one alpha.
pub(crate) const RAO: u64 = 1_000_000_000;
/// Limit of a purchase without one, rao per alpha.
const MAX_PRICE: TaoBalance = TaoBalance::MAX;
/// Limit of a sale without one.
const MIN_PRICE: TaoBalance = TaoBalance::ZERO;
/// The mechanism that is priced by a pool.
const DYNAMIC: u16 = 1;

/// A quote in the units of its two sides.
pub(crate) fn outcome<In: From<u64>, Out: From<u64>>(quote: Quote) -> SwapOutcome<In, Out> {
    SwapOutcome {
        paid_in: quote.paid_in.into(),
        paid_out: quote.paid_out.into(),
        fee: quote.fee.into(),
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn is_dynamic(netuid: NetUid) -> bool {
        !netuid.is_root() && T::Reserves::mechanism(netuid) == DYNAMIC
    }

    pub(crate) fn pool(netuid: NetUid) -> Pool {
        Pool {
            tao: T::Reserves::tao(netuid).to_u64(),
            alpha: T::Reserves::alpha(netuid).to_u64(),
            quote_weight_parts: SwapBalancer::<T>::get(netuid).quote_parts(),
        }
    }

    pub(crate) fn terms(netuid: NetUid, limit: TaoBalance, drop_fees: bool) -> Terms {
        Terms {
            limit: limit.to_u64(),
            fee_rate: if drop_fees {
                0
            } else {
                FeeRate::<T>::get(netuid)
            },
            minimum_reserve: T::MinimumReserve::get().get(),
        }
    }

    pub(crate) fn error(error: AmmError) -> DispatchError {
        match error {
            AmmError::InputTooLarge => Error::<T>::SwapInputTooLarge,
            AmmError::ReservesTooLow => Error::<T>::ReservesTooLow,
            AmmError::ReservesOutOfBalance => Error::<T>::ReservesOutOfBalance,
            AmmError::PriceLimitExceeded => Error::<T>::PriceLimitExceeded,
            AmmError::InsufficientLiquidity => Error::<T>::InsufficientLiquidity,
        }
        .into()
    }

    /// Where alpha is worth one TAO, everything is exchanged without fee unless the limit forbids that price.
    fn one_to_one(amount: u64, allowed: bool) -> Result<Quote, DispatchError> {
        ensure!(allowed, Error::<T>::PriceLimitExceeded);
        Ok(Quote {
            paid_in: amount,
            paid_out: amount,
            fee: 0,
        })
    }

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

    /// What buying with `tao` would do.
    pub fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> SimSwapResult {
        let ideal = U64F64::from_num(tao.to_u64())
            .safe_div(Self::price(netuid))
            .to_u64();
        Self::buy(netuid, tao, MAX_PRICE, false).map_or_else(
            |_| Default::default(),
            |swap| SimSwapResult {
                tao_amount: swap.paid_in,
                alpha_amount: swap.paid_out,
                tao_fee: swap.fee,
                alpha_slippage: AlphaBalance::new(ideal).saturating_sub(swap.paid_out),
                ..Default::default()
            },
        )
    }

    /// What selling `alpha` would do.
    pub fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult {
        let ideal = U64F64::from_num(alpha.to_u64())
            .saturating_mul(Self::price(netuid))
            .to_u64();
        Self::sell(netuid, alpha, MIN_PRICE, false).map_or_else(
            |_| Default::default(),
            |swap| SimSwapResult {
                tao_amount: swap.paid_out,
                alpha_amount: swap.paid_in,
                alpha_fee: swap.fee,
                tao_slippage: TaoBalance::new(ideal).saturating_sub(swap.paid_out),
                ..Default::default()
            },
        )
    }
}

impl<T: Config> SwapInterface for Pallet<T> {
    fn init(netuid: NetUid, price: Option<U64F64>) -> DispatchResult {
        if PalSwapInitialized::<T>::get(netuid) {
            return Ok(());
        }
        let balancer = match price {
            None => Balancer::default(),
            Some(price) => {
                let pool = Self::pool(netuid);
                Balancer::from_parts(
                    weight_for_price(pool.tao, pool.alpha, price).map_err(Self::error)?,
                )
            }
        };
        SwapBalancer::<T>::insert(netuid, balancer);
        PalSwapInitialized::<T>::insert(netuid, true);
        Ok(())
    }

    fn price(netuid: NetUid) -> U64F64 {
        if Self::is_dynamic(netuid) {
            Self::pool(netuid).price()
        } else {
            U64F64::ONE
        }
    }

    fn buy(
        netuid: NetUid,
        tao: TaoBalance,
        limit: TaoBalance,
        drop_fees: bool,
    ) -> Result<SwapOutcome<TaoBalance, AlphaBalance>, DispatchError> {
        let quote = if Self::is_dynamic(netuid) {
            Self::pool(netuid)
                .buy(tao.to_u64(), &Self::terms(netuid, limit, drop_fees))
                .map_err(Self::error)?
        } else {
            Self::one_to_one(tao.to_u64(), limit.to_u64() >= RAO)?
        };
        Ok(outcome(quote))
    }

    fn sell(
        netuid: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
        drop_fees: bool,
    ) -> Result<SwapOutcome<AlphaBalance, TaoBalance>, DispatchError> {
        let quote = if Self::is_dynamic(netuid) {
            Self::pool(netuid)
                .sell(alpha.to_u64(), &Self::terms(netuid, limit, drop_fees))
                .map_err(Self::error)?
        } else {
            Self::one_to_one(alpha.to_u64(), limit.to_u64() <= RAO)?
        };
        Ok(outcome(quote))
    }

    fn quote_move(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        limit: Option<TaoBalance>,
    ) -> Result<MoveOutcome, DispatchError> {
        match limit {
            None => Self::quote_whole_move(origin, destination, alpha),
            Some(limit) => Self::quote_limited_move(origin, destination, alpha, limit),
        }
    }

    fn max_price() -> TaoBalance {
        MAX_PRICE
    }

    fn min_price() -> TaoBalance {
        MIN_PRICE
    }

    fn adjust_liquidity(
        netuid: NetUid,
        tao: TaoBalance,
        alpha: AlphaBalance,
    ) -> (TaoBalance, AlphaBalance) {
        match Self::pool(netuid).adjusted_weight(tao.to_u64(), alpha.to_u64()) {
            Ok(weight) => {
                SwapBalancer::<T>::insert(netuid, Balancer::from_parts(weight));
                PalSwapInitialized::<T>::insert(netuid, true);
                (tao, alpha)
            }
            Err(_) => Default::default(),
        }
    }

    fn fee(netuid: NetUid, amount: u64) -> u64 {
        if Self::is_dynamic(netuid) {
            subtensor_amm::fee(amount, FeeRate::<T>::get(netuid))
        } else {
            0
        }
    }

    fn clear(netuid: NetUid) {
        SwapBalancer::<T>::remove(netuid);
        PalSwapInitialized::<T>::remove(netuid);
        FeeRate::<T>::remove(netuid);
    }
}
