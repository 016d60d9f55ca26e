//! An epoch from arbitrary bytes. Nothing is repaired: lengths, offsets and targets may be
//! anything.

use subtensor_yuma::{EpochError, EpochInput, Liquid, Rows, Workspace, epoch};

/// Reads numbers; zeros when there are no bytes left.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn number(&mut self, size: usize) -> u128 {
        let (taken, rest) = self.0.split_at(size.min(self.0.len()));
        self.0 = rest;
        taken
            .iter()
            .fold(0, |number, byte| number << 8 | u128::from(*byte))
    }

    fn u8(&mut self) -> u8 {
        self.number(1) as u8
    }

    fn u16(&mut self) -> u16 {
        self.number(2) as u16
    }

    fn u64(&mut self) -> u64 {
        self.number(8) as u64
    }

    fn flag(&mut self) -> bool {
        self.u8() & 1 == 1
    }

    /// A list of about `n` elements: one byte in 32 makes it one longer.
    fn list<V>(&mut self, n: usize, mut element: impl FnMut(&mut Self) -> V) -> Vec<V> {
        let odd = usize::from(self.u8() > 247);
        (0..n + odd).map(|_| element(self)).collect()
    }

    /// Small numbers, and some of any size.
    fn block(&mut self) -> u64 {
        match self.u8() {
            255 => self.u64(),
            small => small.into(),
        }
    }

    /// Offsets and entries of a matrix of `n` rows, mostly a valid one.
    fn rows(&mut self, n: usize) -> (Vec<u32>, Vec<(u16, u16)>) {
        let (mut offsets, mut entries) = (vec![0], Vec::new());
        for _ in 0..n {
            let mut target = u16::from(self.u8() % 4);
            for _ in 0..self.u8() % 8 {
                entries.push((target, self.u16()));
                target = target.wrapping_add(u16::from(self.u8() % 3) + 1);
            }
            offsets.push(entries.len() as u32);
        }
        if self.u8() > 250 {
            offsets.push(self.u16().into());
        }
        (offsets, entries)
    }
}

/// Runs the epoch that the bytes describe; true if they describe one.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let mut bytes = Bytes(bytes);
    let n = usize::from(bytes.u8() % 24);
    let stake = bytes.list(n, |bytes| {
        let size = usize::from(bytes.u8() % 17);
        bytes.number(size)
    });
    let permits = bytes.list(n, Bytes::flag);
    let last_update = bytes.list(n, Bytes::block);
    let registered = bytes.list(n, Bytes::block);
    let commits = if bytes.flag() {
        bytes.list(n, Bytes::block)
    } else {
        Vec::new()
    };
    let (weight_offsets, weights) = bytes.rows(n);
    let (bond_offsets, bonds) = bytes.rows(n);
    let mut input = EpochInput {
        stake: &stake,
        stake_threshold: bytes.block(),
        owner: bytes.flag().then(|| bytes.u16() % 32),
        permits: &permits,
        max_validators: bytes.u16() % 32,
        last_update: &last_update,
        registered: &registered,
        commits: &commits,
        block: bytes.block(),
        activity_cutoff: bytes.block(),
        tempo: bytes.block(),
        last_step: bytes.block(),
        weights: Rows {
            offsets: &weight_offsets,
            entries: &weights,
        },
        bonds: Rows {
            offsets: &bond_offsets,
            entries: &bonds,
        },
        kappa: bytes.u16(),
        bonds_penalty: bytes.u16(),
        bonds_moving_average: bytes.number(3) as u64,
        yuma3: bytes.flag(),
        liquid: bytes.flag().then(|| Liquid {
            low: bytes.u16(),
            high: bytes.u16(),
            steepness: bytes.u16() as i16,
        }),
        previous_consensus: &[],
        emission: bytes.u64(),
    };
    let previous = bytes.list(n, Bytes::u16);
    if bytes.flag() {
        input.previous_consensus = &previous;
    }
    let mut work = Workspace::default();
    match epoch(&input, &mut work) {
        Ok(output) => {
            let amounts = output
                .server_emission
                .iter()
                .chain(&output.validator_emission);
            let paid: u128 = amounts.map(|amount| u128::from(*amount)).sum();
            assert!(paid <= input.emission.into());
            assert_eq!(output.consensus.len(), n);
            true
        }
        Err(EpochError::TooManyUids) => panic!("there are at most 25 uids"),
        Err(_) => false,
    }
}
