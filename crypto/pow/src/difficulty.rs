//! How much work a proof takes on average, and the bounds it is kept within
//! (spec 30 §21).

use core::num::NonZeroU64;

/// Seals that one has to try on average until one is good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difficulty(NonZeroU64);

impl Difficulty {
    /// A difficulty of at least one, which every seal meets.
    pub fn new(value: u64) -> Self {
        Self(NonZeroU64::new(value).unwrap_or(NonZeroU64::MIN))
    }

    /// A difficulty raised to the floor and lowered to the ceiling; a floor
    /// above the ceiling counts.
    pub fn within(value: u64, floor: u64, ceiling: u64) -> Self {
        let floor = Self::new(floor);
        let ceiling = Self::new(ceiling).max(floor);
        Self::new(value).clamp(floor, ceiling)
    }

    /// The number itself, 1 or more.
    pub fn get(self) -> u64 {
        self.0.get()
    }

    /// Whether a seal, read as a little-endian number, is at most the floor of
    /// (2^256 - 1) / difficulty: whether its product with the difficulty fits
    /// 256 bits.
    pub(crate) fn admits(self, seal: &[u8; 32]) -> bool {
        let (limbs, _) = seal.as_chunks();
        let carry = limbs.iter().fold(0u64, |carry, limb| {
            let product = u128::from(u64::from_le_bytes(*limb)) * u128::from(self.get());
            ((product + u128::from(carry)) >> 64) as u64
        });
        carry == 0
    }
}
