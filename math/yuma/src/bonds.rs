//! Bonds and dividends, classic and third variant (spec 20 §7, 90 §17).

use core::{cmp::Ordering, iter::repeat_n};

use crate::{
    liquid::{LANES, Sigmoid},
    q32::{Divisor, ONE, from_u16, mul, normalize, to_u16},
    rows::RowsBuf,
    types::{EpochInput, MILLION},
    weights::Penalty,
    workspace::{Column, Entry, LiquidBond, Matrix, Workspace, add_at, at, refill},
};

/// Fills new bonds, as they are stored, and the shares of dividends by the variant that the input
/// asks for.
pub(crate) fn bond(input: &EpochInput<'_>, work: &mut Workspace) {
    let since = match input.last_step {
        0 => input.block.saturating_sub(input.tempo),
        step => step.saturating_add(1),
    };
    let changed_hands = input
        .registered
        .iter()
        .map(|registered| since > *registered);
    refill(&mut work.lasting, changed_hands);
    work.bonds.clear();
    work.dividends.clear();
    work.output.bonds.clear();
    let average = Average::new(input);
    if input.yuma3 {
        let liquid = input
            .liquid
            .filter(|_| work.consensus.iter().any(|value| *value > 0));
        match liquid {
            Some(liquid) => average_liquid(input, &liquid.into(), work),
            None => average_third(input, average, work),
        }
        share_third(work);
    } else {
        average_classic(input, average, work);
        share_classic(work);
    }
    normalize(&mut work.dividends);
}

/// Moving average of a bond.
#[derive(Clone, Copy)]
struct Average {
    alpha: u64,
    memory: u64,
    penalty: Penalty,
}

impl Average {
    fn new(input: &EpochInput<'_>) -> Self {
        let memory = (input.bonds_moving_average << 32) / MILLION;
        Self {
            alpha: ONE - memory,
            memory,
            penalty: Penalty::new(input.bonds_penalty),
        }
    }

    fn of(self, new: u64, old: u64) -> u64 {
        mul(self.alpha, new) + mul(self.memory, old)
    }

    /// The weight that a bond follows; 0 if there is none.
    fn followed(self, weight: u64, consensus: u64) -> u64 {
        self.penalty.followed(weight, consensus).unwrap_or_default()
    }
}

/// Calls `each` with (column, new, old) for all columns of two rows; what a row does not have is 0.
fn merge(mut new: &[Entry], mut old: &[(u16, u16)], mut each: impl FnMut(u16, u64, u16)) {
    while let (Some((entry, new_rest)), Some(((old_column, bond), old_rest))) =
        (new.split_first(), old.split_first())
    {
        match entry.column().cmp(old_column) {
            Ordering::Less => {
                each(entry.column(), entry.value(), 0);
                new = new_rest;
            }
            Ordering::Greater => {
                each(*old_column, 0, *bond);
                old = old_rest;
            }
            Ordering::Equal => {
                each(*old_column, entry.value(), *bond);
                (new, old) = (new_rest, old_rest);
            }
        }
    }
    new.iter()
        .for_each(|entry| each(entry.column(), entry.value(), 0));
    old.iter()
        .for_each(|(column, bond)| each(*column, 0, *bond));
}

/// Averages shares of the columns: of the weights times stake, and of the stored bonds.
fn average_classic(input: &EpochInput<'_>, average: Average, work: &mut Workspace) {
    sum_columns(input, average, work);
    let columns = work.columns.as_mut_slice();
    let rows = work.weights.rows().zip(input.bonds.iter());
    for ((weights, bonds), stake) in rows.zip(&work.active_stake) {
        merge(weights, bonds, |uid, weight, bond| {
            let Some(column) = columns.get_mut(usize::from(uid)) else {
                return;
            };
            let followed = average.followed(weight, column.consensus);
            let new = column.new.of(mul(*stake, followed));
            let value = average.of(new, column.old.of(bond.into()));
            if value > 0 {
                work.bonds.push(uid, value);
                column.sum += value;
                column.largest = column.largest.max(value);
            }
        });
        work.bonds.end_row();
    }
}

/// Fills what the columns divide by.
fn sum_columns(input: &EpochInput<'_>, average: Average, work: &mut Workspace) {
    let n = work.stake.len();
    let totals = &mut work.totals;
    refill(&mut totals.old, repeat_n(0, n));
    refill(&mut totals.new, repeat_n(0, n));
    for (column, bond) in input.bonds.iter().flatten() {
        add_at(&mut totals.old, *column, (*bond).into());
    }
    for (row, stake) in work.weights.rows().zip(&work.active_stake) {
        for entry in row {
            let consensus = at(&work.consensus, entry.column());
            let followed = average.followed(entry.value(), consensus);
            add_at(&mut totals.new, entry.column(), mul(*stake, followed));
        }
    }
    let given = work.consensus.iter().zip(&work.incentive);
    let sums = totals.old.iter().zip(&totals.new).zip(&work.lasting);
    let columns = given
        .zip(sums)
        .map(|((consensus, incentive), ((old, new), lasting))| Column {
            consensus: *consensus,
            incentive: *incentive,
            // Bonds on uids that changed hands are divided away.
            old: Divisor::new(if *lasting { *old } else { 0 }),
            new: Divisor::new(*new),
            ..Default::default()
        });
    refill(&mut work.columns, columns);
}

/// Pays by shares of the columns; stores them with the largest of each column as one.
fn share_classic(work: &mut Workspace) {
    let columns = work.columns.as_mut_slice();
    for column in columns.iter_mut() {
        column.new = Divisor::new(column.sum);
        column.old = Divisor::new(column.new.of(column.largest));
    }
    for (row, permit) in work.bonds.rows_mut().zip(&work.output.permits) {
        let mut dividend = 0;
        for entry in row.iter_mut() {
            let column = at(columns, entry.column());
            let share = column.new.of(entry.value());
            dividend += mul(share, column.incentive);
            entry.set(column.old.of(share));
        }
        work.dividends.push(dividend);
        store(row, *permit, &mut work.output.bonds);
    }
}

fn store(row: &[Entry], permit: bool, bonds: &mut RowsBuf) {
    let kept = row.iter().filter(|_| permit);
    bonds.push(kept.map(|entry| (entry.column(), to_u16(entry.value()))));
}

/// Averages weights and stored bonds as they are.
fn average_third(input: &EpochInput<'_>, average: Average, work: &mut Workspace) {
    let rows = work.weights.rows().zip(input.bonds.iter());
    for (weights, bonds) in rows {
        merge(weights, bonds, |column, weight, bond| {
            let followed = average.followed(weight, at(&work.consensus, column));
            let old = if at(&work.lasting, column) { bond } else { 0 };
            let value = average.of(followed, from_u16(old));
            if value > 0 {
                work.bonds.push(column, value);
            }
        });
        work.bonds.end_row();
    }
}

/// Like `average_third`, with a memory of its own for each entry of the weights; bonds without an
/// entry are lost.
fn average_liquid(input: &EpochInput<'_>, sigmoid: &Sigmoid, work: &mut Workspace) {
    let penalty = Penalty::new(input.bonds_penalty);
    refill(
        &mut work.previous,
        input.previous_consensus.iter().copied().map(from_u16),
    );
    let compared = match work.previous.is_empty() {
        true => &work.consensus,
        false => &work.previous,
    };
    for (weights, bonds) in work.weights.rows().zip(input.bonds.iter()) {
        let mut bonds = bonds.iter().peekable();
        let entries = weights.iter().filter_map(|entry| {
            let column = entry.column();
            let consensus = at(&work.consensus, column);
            let weight = penalty.followed(entry.value(), consensus)?;
            while bonds.next_if(|bond| bond.0 < column).is_some() {}
            let stored = bonds.next_if(|bond| bond.0 == column);
            let old = stored
                .filter(|_| at(&work.lasting, column))
                .map_or(0, |bond| from_u16(bond.1));
            Some(LiquidBond {
                column,
                weight,
                old,
                distance: Sigmoid::distance(at(compared, column), weight, old),
            })
        });
        refill(&mut work.liquid, entries);
        push_liquid(&work.liquid, sigmoid, &mut work.bonds);
    }
}

/// Adds the averages of a row.
fn push_liquid(entries: &[LiquidBond], sigmoid: &Sigmoid, bonds: &mut Matrix) {
    for lanes in entries.chunks(LANES) {
        let mut distances = [0; LANES];
        for (distance, entry) in distances.iter_mut().zip(lanes) {
            *distance = entry.distance;
        }
        for (entry, alpha) in lanes.iter().zip(sigmoid.factors(distances)) {
            let value = mul(ONE - alpha, entry.old) + mul(alpha, entry.weight);
            if value > 0 {
                bonds.push(entry.column, value.min(ONE));
            }
        }
    }
    bonds.end_row();
}

/// Pays by shares of the columns times stake; stores bonds as they are.
fn share_third(work: &mut Workspace) {
    let totals = &mut work.totals;
    refill(&mut totals.new, repeat_n(0, work.stake.len()));
    for entry in work.bonds.rows().flatten() {
        add_at(&mut totals.new, entry.column(), entry.value());
    }
    refill(
        &mut totals.new_divisors,
        totals.new.iter().copied().map(Divisor::new),
    );
    let rows = work.bonds.rows().zip(&work.output.permits);
    for ((row, permit), stake) in rows.zip(&work.active_stake) {
        let dividend: u64 = row
            .iter()
            .map(|entry| {
                let share = at(&totals.new_divisors, entry.column()).of(entry.value());
                mul(share, at(&work.incentive, entry.column()))
            })
            .sum();
        work.dividends.push(mul(*stake, dividend));
        store(row, *permit, &mut work.output.bonds);
    }
}
