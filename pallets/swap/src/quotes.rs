//! Quotes on the current reserves and the weights of the pools (spec 50 §5.3, §5.5).

use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_amm::{AmmError, Pool, Quote, Terms, weight_for_price};
use subtensor_fixed::U64F64;
use subtensor_primitives::{
    AlphaBalance, MoveOutcome, NetUid, PoolReserves, PoolView, RatioLimit, SwapFee, SwapInterface,
    SwapOutcome, TaoBalance,
};

use crate::{
    Balancer, Config, Error, FeeRate, PalSwapInitialized, Pallet, ReservoirPools, SwapBalancer,
};

/// Rao in one TAO, and in one alpha.
pub(crate) const RAO: u64 = 1_000_000_000;
/// Limit of a purchase without one: a million TAO per alpha.
pub(crate) const MAX_PRICE: TaoBalance = TaoBalance::new(1_000_000_000_000_000);
/// Limit of a sale without one: a millionth of a TAO per alpha.
pub(crate) const MIN_PRICE: TaoBalance = TaoBalance::new(1_000);
/// The mechanism that is priced by a pool.
const DYNAMIC: u16 = 1;

/// A quote in the units of its sides.
pub(crate) fn outcome<In: From<u64>, Out: From<u64>>(quote: Quote) -> SwapOutcome<In, Out> {
    SwapOutcome {
        paid_in: quote.paid_in.into(),
        paid_out: quote.paid_out.into(),
        fee: quote.fee.into(),
    }
}

/// A pool that was read, for the engine.
pub(crate) fn seen(pool: &PoolView) -> Pool {
    Pool {
        tao: pool.tao.to_u64(),
        alpha: pool.alpha.to_u64(),
        quote_weight_parts: pool.tao_weight,
    }
}

/// An exchange one to one.
const fn exchanged(amount: u64) -> Quote {
    Quote {
        paid_in: amount,
        paid_out: amount,
        fee: 0,
    }
}

impl<T: Config> Pallet<T> {
    /// Whether a pool prices the alpha of a subnet; otherwise it is worth one TAO.
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

    pub(crate) fn terms(netuid: NetUid, limit: TaoBalance, fee: SwapFee) -> Terms {
        Terms {
            limit: limit.to_u64(),
            fee_rate: if fee == SwapFee::Waived {
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

    /// Where alpha is worth one TAO, everything is exchanged without fee unless the limit forbids
    /// that price.
    fn one_to_one(amount: u64, allowed: bool) -> Result<Quote, DispatchError> {
        ensure!(allowed, Error::<T>::PriceLimitExceeded);
        Ok(exchanged(amount))
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
        fee: SwapFee,
    ) -> Result<SwapOutcome<TaoBalance, AlphaBalance>, DispatchError> {
        if !Self::is_dynamic(netuid) {
            return Self::one_to_one(tao.to_u64(), limit.to_u64() >= RAO).map(outcome);
        }
        let terms = Self::terms(netuid, limit, fee);
        let quote = Self::pool(netuid).buy(tao.to_u64(), &terms);
        quote.map(outcome).map_err(Self::error)
    }

    fn sell(
        netuid: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
        fee: SwapFee,
    ) -> Result<SwapOutcome<AlphaBalance, TaoBalance>, DispatchError> {
        if !Self::is_dynamic(netuid) {
            return Self::one_to_one(alpha.to_u64(), limit.to_u64() <= RAO).map(outcome);
        }
        let terms = Self::terms(netuid, limit, fee);
        let quote = Self::pool(netuid).sell(alpha.to_u64(), &terms);
        quote.map(outcome).map_err(Self::error)
    }

    fn buy_in_pieces(
        netuid: NetUid,
        tao: TaoBalance,
        fee: SwapFee,
    ) -> SwapOutcome<TaoBalance, AlphaBalance> {
        outcome(if Self::is_dynamic(netuid) {
            let terms = Self::terms(netuid, MAX_PRICE, fee);
            Self::pool(netuid).buy_in_pieces(tao.to_u64(), &terms)
        } else {
            exchanged(tao.to_u64())
        })
    }

    fn sell_in_pieces(
        netuid: NetUid,
        alpha: AlphaBalance,
        fee: SwapFee,
    ) -> SwapOutcome<AlphaBalance, TaoBalance> {
        outcome(if Self::is_dynamic(netuid) {
            let terms = Self::terms(netuid, MIN_PRICE, fee);
            Self::pool(netuid).sell_in_pieces(alpha.to_u64(), &terms)
        } else {
            exchanged(alpha.to_u64())
        })
    }

    fn quote_move(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        limit: RatioLimit,
    ) -> Result<MoveOutcome, DispatchError> {
        Self::move_between(origin, destination, alpha, limit)
    }

    fn alpha_for_tao(netuid: NetUid, tao: TaoBalance) -> AlphaBalance {
        if Self::is_dynamic(netuid) {
            Self::pool(netuid).alpha_for_tao(tao.to_u64()).into()
        } else {
            tao.to_u64().into()
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
        let (reserves, is_dynamic) = (Self::pool(netuid), Self::is_dynamic(netuid));
        let mut pool = Self::view(
            netuid,
            is_dynamic,
            reserves.tao.into(),
            reserves.alpha.into(),
        );
        let is_kept = Self::pools_kept().contains(&netuid);
        Self::inject_or_keep(&mut pool, is_kept, tao, alpha)
    }

    fn view(netuid: NetUid, is_dynamic: bool, tao: TaoBalance, alpha: AlphaBalance) -> PoolView {
        let weights = SwapBalancer::<T>::try_get(netuid);
        PoolView {
            netuid,
            is_dynamic,
            tao,
            alpha,
            has_weights: weights.is_ok(),
            tao_weight: weights.unwrap_or_default().quote_parts(),
        }
    }

    fn price_of(pool: &PoolView) -> U64F64 {
        if pool.is_dynamic {
            seen(pool).price()
        } else {
            U64F64::ONE
        }
    }

    fn purchase_from(
        pool: &PoolView,
        tao: TaoBalance,
    ) -> Result<SwapOutcome<TaoBalance, AlphaBalance>, DispatchError> {
        if !pool.is_dynamic {
            return Self::one_to_one(tao.to_u64(), true).map(outcome);
        }
        let terms = Self::terms(pool.netuid, MAX_PRICE, SwapFee::Waived);
        let quote = seen(pool).buy(tao.to_u64(), &terms);
        quote.map(outcome).map_err(Self::error)
    }

    fn adjust(
        pool: &mut PoolView,
        is_kept: bool,
        tao: TaoBalance,
        alpha: AlphaBalance,
    ) -> (TaoBalance, AlphaBalance) {
        Self::inject_or_keep(pool, is_kept, tao, alpha)
    }

    fn pools_kept() -> BTreeSet<NetUid> {
        ReservoirPools::<T>::get()
    }

    fn kept_tao(netuid: NetUid) -> TaoBalance {
        Self::reservoir(netuid).0
    }

    fn pools_kept_for() -> u32 {
        ReservoirPools::<T>::get().len() as u32
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
        Self::clear_reservoir(netuid);
    }
}
