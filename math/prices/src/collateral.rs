//! The part of the price of a registration that stays as stake which its buyer cannot withdraw,
//! only earn free (spec 90 §14.2, §14.3).

#[cfg(test)]
mod tests;

use subtensor_fixed::{U64F64, mul_div_u64};

/// Locked for a registration at `price` rao of TAO, where a subnet locks `share`
/// of 65535; rounded down.
pub fn requirement(price: u64, share: u16) -> u64 {
    mul_div_u64(price, share.into(), u16::MAX.into())
}

/// Alpha of a position that its holder cannot withdraw, rao.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lien {
    /// What is locked.
    pub locked: u64,
    /// What is to be locked at least, as the holder wishes.
    pub floor: u64,
    /// Alpha that comes free for each alpha earned.
    pub drain_ratio: U64F64,
}

impl Lien {
    /// What `earned` rao do to the lien: below its floor it keeps as much as it
    /// lacks, of at most `capturable` rao; otherwise alpha comes free, down to
    /// the floor. Returns what is kept.
    pub fn settle(&mut self, earned: u64, capturable: u64) -> u64 {
        let lacking = self.floor.saturating_sub(self.locked);
        let captured = capturable.min(lacking);
        if lacking > 0 {
            self.locked = self.locked.saturating_add(captured);
        } else {
            let free = U64F64::from_num(earned)
                .saturating_mul(self.drain_ratio)
                .to_u64();
            self.locked = self.locked.saturating_sub(free).max(self.floor);
        }
        captured
    }
}
