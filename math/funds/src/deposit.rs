//! Shares that are bought with TAO (spec 90 §7).

use alloc::vec::Vec;
use subtensor_fixed::mul_div_u64;

use crate::price::mint;

/// Over which rows a deposit is spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Split {
    /// No row has a value: all of it goes to the root slot.
    ToRoot,
    /// The slice of every row, rao; 0 for rows without a value.
    Slices(Vec<u64>),
    /// Some row would get nothing.
    TooLittle,
}

/// Spreads `amount` rao over rows in proportion to their realizable `values` (rao), rounded down;
/// the last row with a value takes the rest.
pub fn split(amount: u64, values: &[u64]) -> Split {
    let total = values
        .iter()
        .fold(0u128, |sum, value| sum.saturating_add((*value).into()));
    let Some(last) = values.iter().rposition(|value| *value > 0) else {
        return Split::ToRoot;
    };
    let mut rest = amount;
    let mut slices = Vec::with_capacity(values.len());
    for (place, value) in values.iter().enumerate() {
        let part = u128::from(amount)
            .saturating_mul((*value).into())
            .checked_div(total);
        // Never more than the amount.
        let part = part.and_then(|part| u64::try_from(part).ok()).unwrap_or(0);
        let slice = if place == last { rest } else { part };
        if slice == 0 && *value > 0 {
            return Split::TooLittle;
        }
        rest = rest.saturating_sub(slice);
        slices.push(slice);
    }
    Split::Slices(slices)
}

/// A row that had a value before a deposit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addition {
    /// Amount before, in units of the row.
    pub held: u64,
    /// Amount that the deposit has added.
    pub added: u64,
}

/// Raw shares for a deposit that has raised the NAV by `value` rao from `nav`, with `shares` there
/// before: no more than its value is worth, and no more than it has added to any of the `rows` that
/// had a value; 0 if there can be none.
pub fn shares_for(
    value: u64,
    nav: u64,
    shares: u64,
    rows: impl IntoIterator<Item = Addition>,
) -> u64 {
    let minted = mint(value, nav, shares);
    if shares == 0 || nav == 0 {
        return minted;
    }
    rows.into_iter()
        .map(|row| mul_div_u64(row.added, shares, row.held))
        .fold(minted, u64::min)
}
