//! What stakers on root are owed: a cumulative rate of shares per rao of root stake, and a
//! watermark for each staker (spec 90 §6). Changes of stake are rounded against the staker, so all
//! that is owed is never more than the shares.

use subtensor_fixed::{I96F32, full_mul};

/// What `minted` shares (raw) add to the rate of a hotkey with `stake` rao of root stake; 0 without
/// stake.
pub fn increment(minted: u64, stake: u64) -> I96F32 {
    let bits = (i128::from(minted) << I96F32::FRAC).checked_div(stake.into());
    I96F32::from_bits(bits.unwrap_or(0))
}

/// Raw shares that have accrued to `stake` rao at `rate`, rounded down; saturates. A rate is never
/// negative, 0 stands for one that is.
fn accrued_floor(rate: I96F32, stake: u64) -> i128 {
    accrued(rate, stake).0
}

/// [`accrued_floor`] rounded up.
fn accrued_ceil(rate: I96F32, stake: u64) -> i128 {
    let (whole, has_fraction) = accrued(rate, stake);
    whole.saturating_add(has_fraction.into())
}

/// Whole shares and whether there is more than that.
fn accrued(rate: I96F32, stake: u64) -> (i128, bool) {
    let bits = u128::try_from(rate.to_bits()).unwrap_or(0);
    let product = full_mul(bits, stake.into());
    let whole = product
        .checked_shr(I96F32::FRAC)
        .and_then(|whole| i128::try_from(whole).ok());
    let fraction = product.low.trailing_zeros() < I96F32::FRAC;
    (whole.unwrap_or(i128::MAX), fraction)
}

/// Raw shares that a staker with `stake` rao of root stake and a `watermark` may claim, of `shares`
/// in all.
pub fn owed(rate: I96F32, stake: u64, watermark: i128, shares: u64) -> u64 {
    let owed = accrued_floor(rate, stake).saturating_sub(watermark).max(0);
    u64::try_from(owed).unwrap_or(u64::MAX).min(shares)
}

/// The watermark after `added` rao of root stake: what has accrued to others before is not owed to
/// it.
pub fn after_adding(watermark: i128, rate: I96F32, added: u64) -> i128 {
    watermark.saturating_add(accrued_ceil(rate, added))
}

/// The watermark after `removed` rao of root stake went and `left` rao stayed: what has accrued to
/// them is still owed. Without stake there is nothing that a positive watermark could count
/// against.
pub fn after_removing(watermark: i128, rate: I96F32, removed: u64, left: u64) -> i128 {
    let after = watermark.saturating_sub(accrued_floor(rate, removed));
    if left == 0 { after.min(0) } else { after }
}

/// The watermark after a grant of raw `shares` that were bought.
pub fn after_grant(watermark: i128, shares: u64) -> i128 {
    watermark.saturating_sub(shares.into())
}

/// The watermark after `owed` raw shares were redeemed.
pub fn after_claim(watermark: i128, owed: u64) -> i128 {
    watermark.saturating_add(owed.into())
}
