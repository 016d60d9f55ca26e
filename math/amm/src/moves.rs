//! Moves of alpha from one pool to another through TAO, and the largest one
//! that a limit on the ratio of the two pools allows (spec 50 §6.5, §15 row
//! 11). It is solved with the actual quotes, weights and fees included.
//!
//! A move costs the two powers of its two quotes where the limit allows all of
//! it, and two more per probe where the limit cuts it: 7 probes on average
//! between pools as injections leave them, 15 between any, never more than 64.
//! Pools of equal weights need no power.

use subtensor_fixed::{Wide, full_mul};

use crate::fee::fee;
use crate::pool::{AmmError, Pool, Side};
use crate::quote::{Quote, Terms};
use crate::search::{Probe, TARGET, largest};

/// A ratio of 1.
const RATIO_ONE: u64 = 1_000_000_000;

/// What a limit on a ratio bounds, in parts of 10^9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveLimit {
    /// Price of the origin after the sale over price of the destination after
    /// the purchase: what the last rao of the move was exchanged at.
    Price(u64),
    /// Alpha received over alpha given, fees included: what the whole move was
    /// exchanged at. It allows about twice as much.
    Received(u64),
}

/// Conditions of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveTerms {
    /// Least ratio.
    pub limit: MoveLimit,
    /// Conditions of the sale.
    pub origin: Terms,
    /// Conditions of the purchase.
    pub destination: Terms,
}

/// Result of a move: both quotes are to be executed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MoveQuote {
    /// Sale of the origin's alpha.
    pub sold: Quote,
    /// Purchase of the destination's alpha with what the sale paid.
    pub bought: Quote,
}

/// Quotes moving up to `amount` rao of alpha from `origin` to `destination`:
/// the most that keeps the ratio at its limit or above, which may be nothing.
///
/// Errors: those of [`Pool::sell`] and [`Pool::buy`].
pub fn quote_move(
    origin: &Pool,
    destination: &Pool,
    amount: u64,
    terms: &MoveTerms,
) -> Result<MoveQuote, AmmError> {
    let route = Route {
        origin,
        destination,
        terms,
    };
    let net = amount.saturating_sub(fee(amount, terms.origin.fee_rate));
    origin.room(Side::Sell, net, &terms.origin)?;
    destination.room(Side::Buy, 0, &terms.destination)?;
    let nothing = MoveQuote::default();
    let rest = route.judge(nothing);
    if !rest.holds {
        return Ok(nothing);
    }
    let whole = match route.execute(amount) {
        Ok(quote) => route.judge(quote),
        // Less would be worth even less.
        Err(AmmError::ReservesTooLow) => return Err(AmmError::ReservesTooLow),
        Err(_) => route.broken(),
    };
    if whole.holds {
        return Ok(whole.result);
    }
    let most = largest((0, rest), (amount, whole), |amount| route.probe(amount));
    let trades = most.sold.paid_out != 0 && most.bought.paid_out != 0;
    Ok(if trades { most } else { nothing })
}

/// Two pools and the conditions between them.
pub(crate) struct Route<'a> {
    pub(crate) origin: &'a Pool,
    pub(crate) destination: &'a Pool,
    pub(crate) terms: &'a MoveTerms,
}

impl Route<'_> {
    /// The move with the limits of both orders.
    fn execute(&self, amount: u64) -> Result<MoveQuote, AmmError> {
        let sold = self.origin.quote(Side::Sell, amount, &self.terms.origin)?;
        let bought = self
            .destination
            .quote(Side::Buy, sold.paid_out, &self.terms.destination)?;
        Ok(MoveQuote { sold, bought })
    }

    /// A move that may pay nothing for something: the first rao of a search.
    pub(crate) fn probe(&self, amount: u64) -> Probe<MoveQuote> {
        let sold = (self.origin).quote_or_nothing(Side::Sell, amount, &self.terms.origin);
        let quote = sold.and_then(|sold| {
            let bought = self.destination.quote_or_nothing(
                Side::Buy,
                sold.paid_out,
                &self.terms.destination,
            )?;
            Ok(MoveQuote { sold, bought })
        });
        quote.map_or_else(|_| self.broken(), |quote| self.judge(quote))
    }

    /// A move that cannot be executed.
    fn broken(&self) -> Probe<MoveQuote> {
        Probe {
            measure: u128::MAX,
            holds: false,
            result: MoveQuote::default(),
        }
    }

    pub(crate) fn judge(&self, result: MoveQuote) -> Probe<MoveQuote> {
        let (holds, measure) = match self.terms.limit {
            MoveLimit::Price(limit) => self.priced(limit, &result),
            MoveLimit::Received(limit) if result == MoveQuote::default() => {
                // The first rao is exchanged at the ratio of the prices.
                let (holds, root) = self.priced(limit, &result);
                let squared = full_mul(root, root).checked_div(TARGET);
                (holds, squared.unwrap_or(u128::MAX))
            }
            MoveLimit::Received(limit) => received(limit, &result),
        };
        Probe {
            measure,
            holds,
            result,
        }
    }

    /// Compares the prices after a move, exactly. With equal weights and no
    /// fee the measure, the root of how much of the limit is used, is linear
    /// in the amount.
    fn priced(&self, limit: u64, quote: &MoveQuote) -> (bool, u128) {
        let (sold, bought) = (quote.sold, quote.bought);
        let origin = self.origin.after(Side::Sell, sold.paid_in, sold.paid_out);
        let destination = self
            .destination
            .after(Side::Buy, bought.paid_in, bought.paid_out);
        let used = times(limit, origin.quote_weight_parts, origin.alpha)
            .full_mul(value(destination.base_weight_parts(), destination.tao));
        let given = times(RATIO_ONE, origin.base_weight_parts(), origin.tao)
            .full_mul(value(destination.quote_weight_parts, destination.alpha));
        (used <= given, root_of_ratio(used, given))
    }
}

/// Compares what was received with what was given. With equal weights and no
/// fee the measure is linear in the amount.
fn received(limit: u64, quote: &MoveQuote) -> (bool, u128) {
    let wanted = value(limit, quote.sold.spent());
    let got = value(RATIO_ONE, quote.bought.paid_out);
    let measure = full_mul(wanted, TARGET).checked_div(got);
    (wanted <= got, measure.unwrap_or(u128::MAX))
}

fn value(a: u64, b: u64) -> u128 {
    u128::from(a).saturating_mul(b.into())
}

fn times(a: u64, b: u64, c: u64) -> Wide {
    full_mul(value(a, b), c.into())
}

/// Square root of `a / b` as a multiple of [`TARGET`], close enough to guide a
/// search.
fn root_of_ratio(a: [u128; 3], b: [u128; 3]) -> u128 {
    let ((a, a_bits), (b, b_bits)) = (leading(a), leading(b));
    // 64 fractional bits of a / b, before the difference of their lengths.
    let Some(ratio) = (a << 64).checked_div(b) else {
        return u128::MAX;
    };
    let ratio = match a_bits.checked_sub(b_bits) {
        Some(up) if up <= ratio.leading_zeros() => ratio << up,
        Some(_) => u128::MAX,
        None => ratio
            .checked_shr(b_bits.saturating_sub(a_bits))
            .unwrap_or(0),
    };
    // A root keeps half of the digits, so keep many where the answer is.
    if ratio >> 72 == 0 {
        (ratio << 56).isqrt()
    } else {
        ratio.isqrt() << 28
    }
}

/// The highest 64 bits and the number of bits below them.
fn leading([top, high, low]: [u128; 3]) -> (u128, u32) {
    if top == 0 {
        return Wide { high, low }.leading(64);
    }
    let (leading, shift) = Wide {
        high: top,
        low: high,
    }
    .leading(64);
    (leading, shift.saturating_add(128))
}
