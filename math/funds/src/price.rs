//! What shares are worth, and how many a deposit is worth (spec 90 §4).

use subtensor_fixed::{U64F64, mul_div_u64};

/// Old shares of a fund without value are dust to a deposit so many times as large.
const DUST_FACTOR: u64 = 100;

/// Value of `owed` shares (raw) of a fund worth `value` rao with `shares` in all; at most `value`,
/// and 0 for a fund without shares.
pub fn payout(owed: u64, value: u64, shares: u64) -> u64 {
    mul_div_u64(owed, value, shares).min(value)
}

/// Whether a deposit of `value` rao starts a new life of a fund worth `nav` rao before it, in which
/// the few shares left of the old one count no more than their number. The fund is retired first
/// (spec 90 §10.3).
pub fn starts_new_life(value: u64, nav: u64, shares: u64) -> bool {
    nav == 0 && shares > 0 && shares <= value / DUST_FACTOR
}

/// Shares (raw) for a deposit of `value` rao into a fund worth `nav` rao before it, with `shares`
/// already there; 0 if there can be none: nothing of the fund has a value but too many hold it, or
/// the shares would pass 64 bits.
pub fn mint(value: u64, nav: u64, shares: u64) -> u64 {
    let minted = if shares == 0 || starts_new_life(value, nav, shares) {
        u128::from(value)
    } else {
        // Below 2^128; 0 without a value.
        u128::from(value)
            .saturating_mul(shares.into())
            .checked_div(nav.into())
            .unwrap_or(0)
    };
    let room = u64::MAX.saturating_sub(shares);
    u64::try_from(minted)
        .ok()
        .filter(|minted| *minted <= room)
        .unwrap_or(0)
}

/// Value of a row of `alpha` of which a sale would bring `sold` rao, but at most what an average
/// `price` (TAO per alpha) says: the anchored value with the fast price, the guarded one with the
/// slow price. On root the row is worth itself.
pub fn capped_value(sold: u64, alpha: u64, price: U64F64) -> u64 {
    sold.min(price.saturating_mul(U64F64::from_num(alpha)).to_u64())
}
