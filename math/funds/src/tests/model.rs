//! A fund whose rows trade with real pools, for stakers of one hotkey; everything that decides is
//! the engine's.

use subtensor_amm::{Pool, Terms};
use subtensor_fixed::{I96F32, U64F64};

use crate::claim::{Consolidation, DustLimits, Kind, Part, Plan, Row};
use crate::deposit::{Addition, Split, shares_for, split};
use crate::entitlement::{after_adding, after_claim, after_grant, after_removing, owed};
use crate::flush::{Batch, Outcome, is_kept};
use crate::price::{capped_value, payout};

/// No fee, and any price.
pub(super) const FREE: Terms = Terms {
    limit: 0,
    fee_rate: 0,
    minimum_reserve: 1,
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Staker {
    pub(super) stake: u64,
    pub(super) watermark: i128,
}

#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) pools: Vec<Pool>,
    /// Row 0 is the root slot, the others belong to the pools in their order.
    pub(super) held: Vec<u64>,
    pub(super) shares: u64,
    pub(super) rate: I96F32,
    pub(super) stakers: Vec<Staker>,
    pub(super) limits: DustLimits,
    pub(super) threshold: u64,
}

/// What a claim has paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paid {
    pub(super) owed: u64,
    pub(super) tao: u64,
}

impl Model {
    pub(super) fn new(pools: Vec<Pool>, stakes: &[u64]) -> Self {
        Self {
            held: vec![0; pools.len() + 1],
            pools,
            shares: 0,
            rate: I96F32::ZERO,
            stakers: stakes
                .iter()
                .map(|stake| Staker {
                    stake: *stake,
                    watermark: 0,
                })
                .collect(),
            limits: DustLimits {
                row_cap: 0,
                row_bps: 0,
                slice: 0,
                forfeit_cap: 0,
            },
            threshold: 500_000,
        }
    }

    pub(super) fn stake(&self) -> u64 {
        self.stakers.iter().map(|staker| staker.stake).sum()
    }

    /// What a sale of `amount` of a row brings, if its pool takes all of it.
    pub(super) fn sold(&self, row: usize, amount: u64) -> Option<u64> {
        if row == 0 || amount == 0 {
            return Some(amount);
        }
        let quote = self.pools[row - 1].sell(amount, &FREE).ok()?;
        (quote.paid_in == amount).then_some(quote.paid_out)
    }

    pub(super) fn value(&self, row: usize) -> u64 {
        self.sold(row, self.held[row]).unwrap_or(0)
    }

    pub(super) fn values(&self) -> Vec<u64> {
        (0..self.held.len()).map(|row| self.value(row)).collect()
    }

    pub(super) fn nav(&self) -> u64 {
        self.values().iter().sum()
    }

    pub(super) fn owed(&self, staker: usize) -> u64 {
        let Staker { stake, watermark } = self.stakers[staker];
        owed(self.rate, stake, watermark, self.shares)
    }

    /// Sells from a row; the TAO is the caller's.
    fn sell(&mut self, row: usize, amount: u64) -> u64 {
        let tao = self.sold(row, amount).expect("the row is not garbage");
        self.held[row] -= amount;
        if row > 0 {
            self.pools[row - 1].alpha += amount;
            self.pools[row - 1].tao -= tao;
        }
        tao
    }

    /// Queued dividends of some subnets. `None` if they stay queued or are recycled.
    pub(super) fn flush(&mut self, credits: &[(usize, u64)]) -> Option<Outcome> {
        if !is_kept(true, self.stake(), self.held[0], self.shares) {
            return None;
        }
        let before = self.clone();
        let mut added = 0;
        for (row, amount) in credits {
            let held = self.held[*row];
            let Some(with) = self.sold(*row, held + amount) else {
                continue;
            };
            added += with.saturating_sub(self.sold(*row, held)?);
            self.held[*row] += amount;
        }
        let batch = Batch {
            added,
            stake: before.stake(),
            own_stake: before.held[0],
            nav: before.nav(),
            shares: before.shares,
        };
        let outcome = batch.settle();
        match outcome {
            Outcome::Undo => *self = before,
            Outcome::Kept => {}
            Outcome::Minted(minted) => {
                self.shares += minted.shares;
                self.rate = self.rate.saturating_add(minted.increment);
            }
        }
        (outcome != Outcome::Undo).then_some(outcome)
    }

    pub(super) fn add_stake(&mut self, staker: usize, amount: u64) {
        let staker = &mut self.stakers[staker];
        staker.stake += amount;
        staker.watermark = after_adding(staker.watermark, self.rate, amount);
    }

    pub(super) fn remove_stake(&mut self, staker: usize, amount: u64) {
        let staker = &mut self.stakers[staker];
        staker.stake -= amount;
        staker.watermark = after_removing(staker.watermark, self.rate, amount, staker.stake);
    }

    /// Shares bought; `None` if that is refused.
    pub(super) fn deposit(&mut self, staker: usize, amount: u64) -> Option<u64> {
        let before = self.clone();
        let (nav, values) = (before.nav(), before.values());
        let slices = match split(amount, &values) {
            Split::TooLittle => return None,
            Split::Slices(slices) => slices,
            Split::ToRoot => {
                let mut slices = vec![0; values.len()];
                slices[0] = amount;
                slices
            }
        };
        assert_eq!(slices.iter().sum::<u64>(), amount);
        let terms = Terms {
            limit: u64::MAX,
            ..FREE
        };
        for (row, slice) in slices.iter().enumerate().filter(|(_, slice)| **slice > 0) {
            if row == 0 {
                self.held[0] += slice;
                continue;
            }
            let quote = self.pools[row - 1].buy(*slice, &terms).ok();
            let Some(quote) = quote.filter(|quote| quote.paid_in == *slice) else {
                *self = before;
                return None;
            };
            self.pools[row - 1].tao += slice;
            self.pools[row - 1].alpha -= quote.paid_out;
            self.held[row] += quote.paid_out;
        }
        let rows = (0..values.len()).filter(|row| values[*row] > 0);
        let additions = rows.map(|row| Addition {
            held: before.held[row],
            added: self.held[row] - before.held[row],
        });
        let value = self.nav().saturating_sub(nav);
        let bought = shares_for(value, nav, self.shares, additions);
        if bought == 0 {
            *self = before;
            return None;
        }
        self.shares += bought;
        let staker = &mut self.stakers[staker];
        staker.watermark = after_grant(staker.watermark, bought);
        Some(bought)
    }

    fn rows(&self) -> Vec<Row> {
        (0..self.held.len())
            .map(|row| {
                let (amount, sold) = (self.held[row], self.sold(row, self.held[row]));
                let kind = match (row, sold) {
                    (0, _) => Kind::Root,
                    (_, Some(_)) => Kind::Sellable,
                    (_, None) => Kind::Garbage,
                };
                let value = sold.unwrap_or(0);
                let price = match row {
                    0 => U64F64::ONE,
                    _ => self.pools[row - 1].price(),
                };
                Row {
                    kind,
                    amount,
                    value,
                    anchored: capped_value(value, amount, price),
                }
            })
            .collect()
    }

    /// Turns small rows into cash.
    pub(super) fn consolidate(&mut self) {
        for row in 1..self.held.len() {
            let price = self.pools[row - 1].price();
            let spot = capped_value(u64::MAX, self.held[row], price);
            match self.rows()[row].consolidation(spot, self.threshold) {
                Consolidation::Keep => {}
                Consolidation::Sell => self.held[0] += self.sell(row, self.held[row]),
                Consolidation::WriteOff => self.held[row] = 0,
            }
        }
    }

    pub(super) fn plan(&self, staker: usize) -> Plan {
        Plan::new(self.owed(staker), self.shares, &self.rows(), &self.limits)
    }

    /// Claims without consolidation; `None` if there is nothing to be had.
    pub(super) fn claim(&mut self, staker: usize) -> Option<Paid> {
        let before = self.clone();
        let (owed, plan) = (self.owed(staker), self.plan(staker));
        if owed == 0 || !plan.is_worth(self.threshold) {
            return None;
        }
        let mut tao = 0;
        for (row, part) in plan.parts.iter().enumerate() {
            let Part::Take(take) = part else { continue };
            if self.sold(row, take.amount).is_none() {
                *self = before;
                return None;
            }
            let settled = take.settle(self.sell(row, take.amount));
            self.held[0] += settled.surplus;
            tao += settled.paid;
        }
        assert!(owed == self.shares || tao <= payout(owed, before.nav(), self.shares));
        self.add_stake(staker, tao);
        let claimant = &mut self.stakers[staker];
        claimant.watermark = after_claim(claimant.watermark, owed);
        self.shares -= owed;
        Some(Paid { owed, tao })
    }
}
