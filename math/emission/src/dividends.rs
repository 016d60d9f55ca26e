//! How the dividend of a hotkey is divided between itself and the parents that
//! lend it stake (spec 10 §13.3). Dividends are proportions: they decide how a
//! pot is divided and are not paid themselves.

use alloc::vec::Vec;
use subtensor_fixed::U96F32;

/// What `part` of a hotkey's alpha and root TAO (rao) weigh together, in rao.
pub fn contribution(alpha: u64, root_tao: u64, part: U96F32, tao_weight: U96F32) -> U96F32 {
    let of = |stake| U96F32::from_num(stake).saturating_mul(part);
    of(alpha).saturating_add(of(root_tao).saturating_mul(tao_weight))
}

/// What is left of a hotkey's own stake after what it lends to its children,
/// each in parts of `u64::MAX`.
pub fn kept_part(lent: impl IntoIterator<Item = u64>) -> U96F32 {
    lent.into_iter().fold(U96F32::ONE, |rest, parts| {
        rest.saturating_sub(U96F32::from_ratio(parts, u64::MAX))
    })
}

/// A parent of the hotkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lender {
    /// What the lent stake weighs, see [`contribution`].
    pub contribution: U96F32,
    /// Whether parent and child have one owner; then nothing is taken or burned.
    pub same_owner: bool,
}

/// What a parent gets of the dividend, and what of it is burned, rao.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LenderPart {
    /// Left for the parent, rao.
    pub paid: u64,
    /// Taken from the parent by `burn` and destroyed, rao.
    pub burned: u64,
}

/// Divides a dividend (rao) by what the hotkey's `own` stake and its lenders
/// weigh. The child takes `take` (65535ths) of what its lenders get, `burn`
/// (parts of `u64::MAX`) of it is burned. Returns the child's part and those of
/// the lenders, in their order; together they are at most the dividend.
pub fn split_dividend(
    dividend: u64,
    own: U96F32,
    lenders: &[Lender],
    take: u16,
    burn: u64,
) -> (u64, Vec<LenderPart>) {
    let dividend = U96F32::from_num(dividend);
    let take = U96F32::from_ratio(take.into(), u16::MAX.into());
    let burn = U96F32::from_ratio(burn, u64::MAX);
    let own = U96F32::from_num(own.to_u64());
    let total = lenders
        .iter()
        .fold(own, |sum, lender| sum.saturating_add(lender.contribution));
    let (mut rest, mut taken) = (dividend, U96F32::ZERO);
    let parts = lenders
        .iter()
        .map(|lender| {
            let earned = dividend.saturating_mul(lender.contribution.safe_div(total));
            rest = rest.saturating_sub(earned);
            if lender.same_owner {
                return LenderPart {
                    paid: earned.to_u64(),
                    burned: 0,
                };
            }
            let burned = earned.saturating_mul(burn).min(earned);
            let for_child = earned
                .saturating_mul(take)
                .min(earned.saturating_sub(burned));
            taken = taken.saturating_add(for_child);
            LenderPart {
                paid: earned
                    .saturating_sub(burned)
                    .saturating_sub(for_child)
                    .to_u64(),
                burned: burned.to_u64(),
            }
        })
        .collect();
    (rest.saturating_add(taken).to_u64(), parts)
}
