//! Memory of an epoch, kept from one to the next.

use alloc::vec::Vec;

use crate::{q32::Divisor, types::EpochOutput};

/// Everything that an epoch computes. One workspace serves any number of epochs of any size, one
/// after the other.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// Shares in the whole stake.
    pub(crate) stake: Vec<u64>,
    /// Shares of those with a permit who are active.
    pub(crate) active_stake: Vec<u64>,
    /// The same, divided by their sum once more.
    pub(crate) voters: Vec<u64>,
    pub(crate) permits: Vec<bool>,
    pub(crate) weights: Matrix,
    pub(crate) scores: Scores,
    pub(crate) consensus: Vec<u64>,
    /// Of an earlier epoch; empty if it does not count.
    pub(crate) previous: Vec<u64>,
    pub(crate) trust: Vec<u64>,
    pub(crate) incentive: Vec<u64>,
    pub(crate) dividends: Vec<u64>,
    /// Incentive and dividend together.
    pub(crate) both: Vec<u64>,
    /// New bonds.
    pub(crate) bonds: Matrix,
    /// One row of bonds whose memory is their own.
    pub(crate) liquid: Vec<LiquidBond>,
    /// Columns whose stored bonds count.
    pub(crate) lasting: Vec<bool>,
    /// Columns of classic bonds.
    pub(crate) columns: Vec<Column>,
    /// Sums by column.
    pub(crate) totals: Totals,
    pub(crate) order: Vec<u16>,
    pub(crate) output: EpochOutput,
}

/// Rows of (column, value), with ascending columns; values in 2^-32.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matrix {
    ends: Vec<usize>,
    entries: Vec<Entry>,
}

/// An entry of a row: its column above its value of up to 48 bits. Matrices are read many times an
/// epoch, and the large ones do not fit a cache.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry(u64);

impl Entry {
    const VALUE_BITS: u32 = 48;

    fn new(column: u16, value: u64) -> Self {
        debug_assert!(value >> Self::VALUE_BITS == 0);
        Self(u64::from(column) << Self::VALUE_BITS | value)
    }

    pub(crate) fn column(self) -> u16 {
        (self.0 >> Self::VALUE_BITS) as u16
    }

    pub(crate) fn value(self) -> u64 {
        self.0 & ((1 << Self::VALUE_BITS) - 1)
    }

    pub(crate) fn set(&mut self, value: u64) {
        *self = Self::new(self.column(), value);
    }
}

impl Matrix {
    pub(crate) fn clear(&mut self) {
        self.ends.clear();
        self.entries.clear();
    }

    pub(crate) fn push(&mut self, column: u16, value: u64) {
        self.entries.push(Entry::new(column, value));
    }

    /// Ends the row that was pushed last and returns it.
    pub(crate) fn end_row(&mut self) -> &mut [Entry] {
        let start = self.ends.last().copied().unwrap_or_default();
        self.ends.push(self.entries.len());
        self.entries.get_mut(start..).unwrap_or_default()
    }

    /// Every row, in the order of the uids.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[Entry]> {
        let starts = core::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, end)| self.entries.get(start..*end).unwrap_or_default())
    }

    /// Every row, to be changed.
    pub(crate) fn rows_mut(&mut self) -> impl Iterator<Item = &mut [Entry]> {
        let (mut rest, mut start) = (self.entries.as_mut_slice(), 0);
        self.ends.iter().map(move |end| {
            let (row, others) = core::mem::take(&mut rest).split_at_mut(*end - start);
            (rest, start) = (others, *end);
            row
        })
    }
}

/// Scores of each column, in one list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    /// Where the next score of each column goes; where the column ends when all are there.
    pub ends: Vec<usize>,
    /// Score and row, packed so that they sort by score.
    pub list: Vec<u64>,
}

/// All that an entry of classic bonds needs to know of its column, side by side: one look-up an
/// entry.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Column {
    pub consensus: u64,
    pub incentive: u64,
    /// Divides stored bonds, then shares by the largest one.
    pub old: Divisor,
    /// Divides weights times stake, then averages by their sum.
    pub new: Divisor,
    /// Of the averages.
    pub sum: u64,
    pub largest: u64,
}

/// A bond whose memory is its own.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LiquidBond {
    pub column: u16,
    pub weight: u64,
    pub old: u64,
    pub distance: u64,
}

/// Sums by column, and what divides by them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Totals {
    pub old: Vec<u64>,
    pub new: Vec<u64>,
    pub new_divisors: Vec<Divisor>,
}

/// `list` with exactly these elements.
pub(crate) fn refill<V>(list: &mut Vec<V>, values: impl IntoIterator<Item = V>) {
    list.clear();
    list.extend(values);
}

/// The element of a uid; zero if there is none.
pub(crate) fn at<V: Copy + Default>(list: &[V], uid: u16) -> V {
    list.get(usize::from(uid)).copied().unwrap_or_default()
}

/// Adds to the element of a uid.
pub(crate) fn add_at(list: &mut [u64], uid: u16, value: u64) {
    if let Some(sum) = list.get_mut(usize::from(uid)) {
        *sum += value;
    }
}
