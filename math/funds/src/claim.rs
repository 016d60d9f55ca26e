//! Claims: all shares of one coldkey become root stake, and a part of every row of the fund pays
//! for them (spec 90 §8.2).

use alloc::vec::Vec;
use subtensor_fixed::mul_div_u64;

use crate::price::payout;

/// 100 % in basis points.
const BPS_ONE: u64 = 10_000;

/// What a row can be turned into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The root slot: TAO already.
    Root,
    /// A row that its pool takes.
    Sellable,
    /// A row that its pool does not take at all; its value is 0.
    Garbage,
}

/// A row of a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it can be turned into.
    pub kind: Kind,
    /// Amount held, rao of alpha, on root of TAO.
    pub amount: u64,
    /// Realizable value, rao.
    pub value: u64,
    /// Anchored value, rao.
    pub anchored: u64,
}

/// What is done with a small row before a claim, whatever comes after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consolidation {
    /// Nothing.
    Keep,
    /// It is sold without a fee into the root slot.
    Sell,
    /// It is recycled.
    WriteOff,
}

/// Rows below these limits are not worth a sale. A limit of 0 is off; without `forfeit_cap` all
/// are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DustLimits {
    /// Least anchored value of a row, rao.
    pub row_cap: u64,
    /// The same in basis points of the fund's anchored NAV; the lower one counts.
    pub row_bps: u16,
    /// Least anchored value of a claimant's slice of a row, rao.
    pub slice: u64,
    /// Most that a claimant loses by one row, rao.
    pub forfeit_cap: u64,
}

/// What a claim takes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Garbage, or no unit of it for so few shares: it stays.
    Nothing,
    /// Too little to be worth a sale; the claimant's slice of it, rao anchored, stays with the
    /// other holders.
    Dust(u64),
    /// A part of the row.
    Take(Take),
}

/// A part of a row that is turned into TAO for a claimant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Take {
    /// What leaves the row, in its units.
    pub amount: u64,
    /// Most that the claimant gets of what this brings, rao.
    pub most: u64,
}

/// What a realized part of a row is used for, rao.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// For the claimant.
    pub paid: u64,
    /// For the fund's root slot.
    pub surplus: u64,
}

/// What a claim takes of a fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// A part for each row, in their order.
    pub parts: Vec<Part>,
    /// What the owed shares are worth of all rows that are not dust, rao. The claim is made only if
    /// this is at least the threshold, and not 0.
    pub redeemable: u64,
    /// How many rows are dust.
    pub dust_rows: u32,
    /// Slices of those rows, rao anchored.
    pub forfeited: u64,
}

impl Row {
    /// What is done with the row before a claim, given its `spot` value and the threshold of claims
    /// (rao).
    pub fn consolidation(&self, spot: u64, threshold: u64) -> Consolidation {
        match self.kind {
            Kind::Sellable if self.value < threshold => Consolidation::Sell,
            Kind::Garbage if spot < threshold => Consolidation::WriteOff,
            _ => Consolidation::Keep,
        }
    }

    /// The claimant's slice of the row, if it is dust.
    fn dust(&self, owed: u64, shares: u64, floor: u64, limits: &DustLimits) -> Option<u64> {
        if self.kind != Kind::Sellable || owed >= shares || limits.forfeit_cap == 0 {
            return None;
        }
        let slice = payout(owed, self.anchored, shares);
        let is_small = self.anchored < floor || slice < limits.slice;
        (is_small && slice <= limits.forfeit_cap).then_some(slice)
    }

    /// What a claim takes of a row that is not dust.
    fn part(&self, owed: u64, shares: u64) -> Part {
        if self.kind == Kind::Garbage {
            return Part::Nothing;
        }
        if owed >= shares {
            return Part::take(self.amount, u64::MAX);
        }
        let most = payout(owed, self.value, shares);
        if most == 0 {
            // A sale could only fail, or be for the others.
            return Part::Nothing;
        }
        let amount = mul_div_u64(self.amount, owed, shares);
        Part::take(amount.max(1).min(self.amount), most)
    }
}

impl Part {
    fn take(amount: u64, most: u64) -> Self {
        match amount {
            0 => Self::Nothing,
            _ => Self::Take(Take { amount, most }),
        }
    }
}

impl Take {
    /// Divides what the part has brought, rao.
    pub fn settle(&self, realized: u64) -> Settlement {
        let paid = realized.min(self.most);
        Settlement {
            paid,
            surplus: realized.saturating_sub(paid),
        }
    }
}

impl Plan {
    /// What a claim of `owed` of the fund's raw `shares` takes of its `rows`; with all shares, all
    /// of it but garbage.
    pub fn new(owed: u64, shares: u64, rows: &[Row], limits: &DustLimits) -> Self {
        let anchored = rows
            .iter()
            .fold(0u64, |sum, row| sum.saturating_add(row.anchored));
        let floor = limits
            .row_cap
            .min(mul_div_u64(anchored, limits.row_bps.into(), BPS_ONE));
        let mut plan = Self {
            parts: Vec::with_capacity(rows.len()),
            redeemable: 0,
            dust_rows: 0,
            forfeited: 0,
        };
        let mut value = 0u64;
        for row in rows {
            let part = match row.dust(owed, shares, floor, limits) {
                Some(slice) => {
                    plan.dust_rows = plan.dust_rows.saturating_add(1);
                    plan.forfeited = plan.forfeited.saturating_add(slice);
                    Part::Dust(slice)
                }
                None => {
                    value = value.saturating_add(row.value);
                    row.part(owed, shares)
                }
            };
            plan.parts.push(part);
        }
        plan.redeemable = payout(owed, value, shares);
        plan
    }

    /// Whether the claim is to be made, given the threshold of claims, rao.
    pub fn is_worth(&self, threshold: u64) -> bool {
        self.redeemable > 0 && self.redeemable >= threshold
    }
}
