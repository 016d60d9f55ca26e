//! Quotes of moves between two subnets (spec 50 §6.5, §6.6). Against a subnet with a fixed price the limit is a limit on
//! the other's price; between two pools it bounds what the whole move gets.

use sp_runtime::DispatchError;
use subtensor_amm::{MoveLimit, MoveTerms, quote_move};
use subtensor_primitives::{AlphaBalance, MoveOutcome, NetUid, SwapInterface, TaoBalance};

use crate::{
    Config, Error, Pallet,
    quotes::{RAO, outcome},
};

impl<T: Config> Pallet<T> {
    /// Quotes a move of all of `alpha`.
    ///
    /// Errors: those of the pools; `InsufficientLiquidity` if a pool stops before the end.
    pub(crate) fn quote_whole_move(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
    ) -> Result<MoveOutcome, DispatchError> {
        let sale = Self::sell(origin, alpha, Self::min_price(), origin.is_root())?;
        let legs = Self::with_purchase(sale, destination, !origin.is_root())?;
        frame_support::ensure!(sale.spent() == alpha, Error::<T>::InsufficientLiquidity);
        Ok(legs)
    }

    /// Quotes the most of `alpha` that may be moved at no less than `limit`.
    ///
    /// Errors: those of the pools.
    pub(crate) fn quote_limited_move(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
    ) -> Result<MoveOutcome, DispatchError> {
        match (Self::is_dynamic(origin), Self::is_dynamic(destination)) {
            (false, false) if limit.to_u64() > RAO => Ok(MoveOutcome::default()),
            (false, false) => Self::quote_whole_move(origin, destination, alpha),
            (true, false) => {
                let sale = Self::sell(origin, alpha, limit, false)?;
                Self::with_purchase(sale, destination, true)
            }
            (false, true) => {
                let drop_fee = !origin.is_root();
                let tao = TaoBalance::new(alpha.to_u64());
                let purchase = Self::buy(destination, tao, inverse(limit), drop_fee)?;
                // One TAO comes out for one that goes in.
                let given = AlphaBalance::new(purchase.spent().to_u64());
                let sale = Self::sell(origin, given, Self::min_price(), true)?;
                Ok(MoveOutcome { sale, purchase })
            }
            (true, true) => Self::quote_between_pools(origin, destination, alpha, limit),
        }
    }

    fn quote_between_pools(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
    ) -> Result<MoveOutcome, DispatchError> {
        let terms = MoveTerms {
            limit: MoveLimit::Received(limit.to_u64()),
            origin: Self::terms(origin, Self::min_price(), false),
            destination: Self::terms(destination, Self::max_price(), true),
        };
        let (from, to) = (Self::pool(origin), Self::pool(destination));
        let quote = quote_move(&from, &to, alpha.to_u64(), &terms).map_err(Self::error)?;
        Ok(MoveOutcome {
            sale: outcome(quote.sold),
            purchase: outcome(quote.bought),
        })
    }

    /// Adds the purchase with all that a sale pays.
    fn with_purchase(
        sale: subtensor_primitives::SwapOutcome<AlphaBalance, TaoBalance>,
        destination: NetUid,
        drop_fee: bool,
    ) -> Result<MoveOutcome, DispatchError> {
        let purchase = Self::buy(destination, sale.paid_out, Self::max_price(), drop_fee)?;
        frame_support::ensure!(
            purchase.spent() == sale.paid_out,
            Error::<T>::InsufficientLiquidity
        );
        Ok(MoveOutcome { sale, purchase })
    }
}

/// Price in rao per alpha at which a TAO buys `ratio` rao of alpha; none for no ratio.
fn inverse(ratio: TaoBalance) -> TaoBalance {
    let square = u128::from(RAO).saturating_mul(RAO.into());
    let price = square.checked_div(ratio.to_u64().into());
    TaoBalance::new(price.map_or(u64::MAX, |price| price.try_into().unwrap_or(u64::MAX)))
}
