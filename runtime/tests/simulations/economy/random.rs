//! Random numbers that are the same on every machine.

/// The generator splitmix64: one addition and a few mixing steps a number.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One of some things, of which there is at least one.
    pub(crate) fn pick<'a, V>(&mut self, from: &'a [V]) -> &'a V {
        &from[self.below(from.len() as u64) as usize]
    }

    /// An amount up to `most` or a little more: mostly of a random size, often a border.
    pub(crate) fn amount(&mut self, most: u64) -> u64 {
        match self.below(20) {
            0 => 0,
            1 => 1,
            2 => 2_000_000,
            3 => most,
            4 => most.saturating_add(1),
            5 => u64::MAX,
            6 => most / 2,
            // Every size is as likely as any other, down to a millionth.
            _ => {
                let scale = self.below(20);
                self.below((most >> scale).saturating_add(1))
            }
        }
    }
}
