//! Moves of alpha between two subnets under a limit on the ratio of their prices (spec 50 §6.5, §15
//! row 11).

use sp_runtime::DispatchError;
use subtensor_amm::{MoveLimit, MoveTerms, quote_move};
use subtensor_primitives::{
    AlphaBalance, MoveOutcome, NetUid, RatioLimit, SwapFee, SwapInterface, SwapOutcome, TaoBalance,
};

use crate::{
    Config, Pallet,
    quotes::{MAX_PRICE, MIN_PRICE, RAO, outcome},
};

/// A ratio of 1, squared: a ratio and its inverse multiply to this.
const RATIO_SQUARED: u64 = 1_000_000_000_000_000_000;

/// The ratio in parts of 10^9, of whatever kind.
fn ratio(limit: RatioLimit) -> u64 {
    match limit {
        RatioLimit::Price(ratio) | RatioLimit::Received(ratio) => ratio,
    }
}

impl<T: Config> Pallet<T> {
    /// See [`SwapInterface::quote_move`].
    pub(crate) fn move_between(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        limit: RatioLimit,
    ) -> Result<MoveOutcome, DispatchError> {
        let ratio = ratio(limit);
        match (Self::is_dynamic(origin), Self::is_dynamic(destination)) {
            (true, true) => Self::between_pools(origin, destination, alpha, limit),
            (true, false) => Self::out_of_pool(origin, alpha, ratio),
            (false, true) => Self::into_pool(origin, destination, alpha, ratio),
            (false, false) if ratio > RAO => Ok(MoveOutcome::default()),
            (false, false) => Ok(MoveOutcome {
                sold: even(alpha.to_u64()),
                bought: even(alpha.to_u64()),
            }),
        }
    }

    fn between_pools(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        limit: RatioLimit,
    ) -> Result<MoveOutcome, DispatchError> {
        let terms = MoveTerms {
            limit: match limit {
                RatioLimit::Price(ratio) => MoveLimit::Price(ratio),
                RatioLimit::Received(ratio) => MoveLimit::Received(ratio),
            },
            origin: Self::terms(origin, MIN_PRICE, SwapFee::Charged),
            destination: Self::terms(destination, MAX_PRICE, SwapFee::Waived),
        };
        let (from, to) = (Self::pool(origin), Self::pool(destination));
        let quote = quote_move(&from, &to, alpha.to_u64(), &terms).map_err(Self::error)?;
        Ok(MoveOutcome {
            sold: outcome(quote.sold),
            bought: outcome(quote.bought),
        })
    }

    /// The price of the origin itself is the ratio.
    fn out_of_pool(
        origin: NetUid,
        alpha: AlphaBalance,
        ratio: u64,
    ) -> Result<MoveOutcome, DispatchError> {
        let limit = MIN_PRICE.max(TaoBalance::new(ratio));
        let sold = Self::sell(origin, alpha, limit, SwapFee::Charged)?;
        Ok(MoveOutcome {
            sold,
            bought: even(sold.paid_out.to_u64()),
        })
    }

    /// The price of the destination is the inverse of the ratio. What its limit leaves over is not
    /// sold.
    fn into_pool(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        ratio: u64,
    ) -> Result<MoveOutcome, DispatchError> {
        let inverse = RATIO_SQUARED.checked_div(ratio).map(TaoBalance::new);
        let limit = inverse.map_or(MAX_PRICE, |price| price.min(MAX_PRICE));
        let tao = TaoBalance::new(alpha.to_u64());
        let fee = if origin.is_root() {
            SwapFee::Charged
        } else {
            SwapFee::Waived
        };
        let bought = Self::buy(destination, tao, limit, fee)?;
        let spent = bought.spent();
        Ok(MoveOutcome {
            sold: even(spent.to_u64()),
            bought,
        })
    }
}

/// An exchange of one for one.
fn even<In: From<u64>, Out: From<u64>>(amount: u64) -> SwapOutcome<In, Out> {
    SwapOutcome {
        paid_in: amount.into(),
        paid_out: amount.into(),
        fee: In::from(0),
    }
}
