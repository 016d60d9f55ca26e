//! Sparse matrices, one row per uid.

use alloc::vec::Vec;

use crate::error::EpochError;

/// Rows of (target uid, value), one after the other. Targets ascend within a row.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// Where each row starts in `entries`, and where the last one ends: one element more than there
    /// are rows.
    pub offsets: &'a [u32],
    /// Target and value of each entry.
    pub entries: &'a [(u16, u16)],
}

impl<'a> Rows<'a> {
    /// The row of a uid; empty if there is none.
    pub fn row(&self, uid: usize) -> &'a [(u16, u16)] {
        let bound = |at: usize| Some(*self.offsets.get(at)? as usize);
        bound(uid)
            .zip(bound(uid.saturating_add(1)))
            .and_then(|(start, end)| self.entries.get(start..end))
            .unwrap_or_default()
    }

    /// Every row, in the order of the uids.
    pub fn iter(self) -> impl Iterator<Item = &'a [(u16, u16)]> {
        (0..self.offsets.len().saturating_sub(1)).map(move |uid| self.row(uid))
    }

    /// Whether these are the rows of `n` uids.
    ///
    /// Errors: `Rows` if the offsets do not divide the entries into `n` rows,
    /// `Target` if an entry names no uid, `Unsorted` if the targets of a row do not ascend.
    pub(crate) fn check(&self, n: usize) -> Result<(), EpochError> {
        let complete = self.offsets.len() == n.saturating_add(1)
            && self.offsets.first() == Some(&0)
            && self.offsets.is_sorted()
            && self.offsets.last().copied() == self.entries.len().try_into().ok();
        if !complete {
            return Err(EpochError::Rows);
        }
        for row in self.iter() {
            if !row.is_sorted_by(|one, next| one.0 < next.0) {
                return Err(EpochError::Unsorted);
            }
            if row.last().is_some_and(|last| usize::from(last.0) >= n) {
                return Err(EpochError::Target);
            }
        }
        Ok(())
    }
}

/// Rows that are filled one after the other.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RowsBuf {
    offsets: Vec<u32>,
    entries: Vec<(u16, u16)>,
}

impl Default for RowsBuf {
    fn default() -> Self {
        Self {
            offsets: alloc::vec![0],
            entries: Vec::new(),
        }
    }
}

impl RowsBuf {
    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = (u16, u16)>) {
        self.entries.extend(row);
        self.offsets.push(self.entries.len() as u32);
    }

    /// Removes every row and keeps the memory.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.offsets.truncate(1);
    }

    /// The rows, to be read.
    pub fn as_rows(&self) -> Rows<'_> {
        Rows {
            offsets: &self.offsets,
            entries: &self.entries,
        }
    }
}

impl<R: IntoIterator<Item = (u16, u16)>> FromIterator<R> for RowsBuf {
    fn from_iter<I: IntoIterator<Item = R>>(rows: I) -> Self {
        let mut buffer = Self::default();
        rows.into_iter().for_each(|row| buffer.push(row));
        buffer
    }
}
