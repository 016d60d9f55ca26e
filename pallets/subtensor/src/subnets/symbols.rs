//! Symbols of alphas: each is one character (spec 30 §11.3 and appendix A).

#[cfg(test)]
mod tests;

use alloc::{collections::BTreeSet, string::ToString, vec::Vec};
use subtensor_primitives::NetUid;

use crate::{Config, Subnets, pallet::TokenSymbol};

/// Ranges of characters: (first code point, length). The symbol of an index is found by counting
/// through them.
const RANGES: [(u32, u16); 96] = [
    (0x03A4, 1),
    (0x03B1, 17),
    (0x03C3, 1),
    (0x0074, 1),
    (0x03C5, 5),
    (0x05D0, 27),
    (0x0627, 2),
    (0x062A, 17),
    (0x0641, 8),
    (0x064A, 1),
    (0x0649, 1),
    (0x16A0, 1),
    (0x16A2, 1),
    (0x16A6, 1),
    (0x16A8, 1),
    (0x16B1, 1),
    (0x16B3, 1),
    (0x042B, 1),
    (0x16C9, 1),
    (0x16D2, 1),
    (0x1680, 6),
    (0x169B, 1),
    (0x10D0, 6),
    (0x0531, 6),
    (0x055E, 1),
    (0x0400, 6),
    (0x044A, 1),
    (0x2C80, 6),
    (0x11000, 4),
    (0x11005, 1),
    (0x0DB1, 1),
    (0x0DB3, 5),
    (0x2C00, 33),
    (0x0E01, 35),
    (0x0E25, 1),
    (0x0E27, 8),
    (0x3131, 1),
    (0x3134, 1),
    (0x3137, 1),
    (0x3139, 1),
    (0x3141, 2),
    (0x3145, 1),
    (0x3147, 2),
    (0x314A, 26),
    (0x12A0, 8),
    (0x12C8, 7),
    (0x12B0, 7),
    (0x1310, 3),
    (0x1218, 1),
    (0x1314, 3),
    (0x0905, 7),
    (0x090F, 2),
    (0x0913, 22),
    (0x092A, 7),
    (0x0932, 1),
    (0x0935, 5),
    (0x30A2, 1),
    (0x30A4, 1),
    (0x30A6, 1),
    (0x30A8, 1),
    (0x30AA, 2),
    (0x30AD, 1),
    (0x30AF, 1),
    (0x30B1, 1),
    (0x30B3, 1),
    (0x30B5, 1),
    (0x30B7, 1),
    (0x30B9, 1),
    (0x30BB, 1),
    (0x30BD, 1),
    (0x30BF, 1),
    (0x30C1, 1),
    (0x30C4, 1),
    (0x30C6, 1),
    (0x30C8, 1),
    (0x30CA, 6),
    (0x30D2, 1),
    (0x30D5, 1),
    (0x30D8, 1),
    (0x30DB, 1),
    (0x30DE, 5),
    (0x30E4, 1),
    (0x30E6, 1),
    (0x30E8, 6),
    (0x30EF, 1),
    (0x30F2, 2),
    (0x2D30, 36),
    (0x0D85, 2),
    (0x0D89, 14),
    (0x0D9A, 5),
    (0x0DA0, 5),
    (0x0DA7, 1),
    (0x0DA5, 2),
    (0x0DA9, 1),
    (0x0DA8, 1),
    (0x0DAA, 7),
];

/// Number of symbols.
const COUNT: u16 = 439;

fn symbol(index: u16) -> Option<Vec<u8>> {
    let mut rest = index;
    for (first, length) in RANGES {
        if rest < length {
            let character = char::from_u32(first.saturating_add(rest.into()))?;
            return Some(character.to_string().into_bytes());
        }
        rest = rest.saturating_sub(length);
    }
    None
}

/// Symbol that belongs to a netuid, UTF-8; that of root where the table ends.
pub fn default_symbol(netuid: NetUid) -> Vec<u8> {
    symbol(netuid.get())
        .or_else(|| symbol(0))
        .unwrap_or_default()
}

/// Whether a subnet may choose a symbol: that of root is not for others.
pub(super) fn is_symbol(bytes: &[u8]) -> bool {
    (1..COUNT).filter_map(symbol).any(|symbol| symbol == bytes)
}

impl<T: Config> Subnets<T> {
    /// Symbol for a new subnet: its own if nobody has it, else the first that is free.
    pub(crate) fn next_symbol(netuid: NetUid) -> Vec<u8> {
        let used: BTreeSet<Vec<u8>> = TokenSymbol::<T>::iter_values().collect();
        core::iter::once(netuid.get())
            .chain(1..COUNT)
            .filter_map(symbol)
            .find(|symbol| !used.contains(symbol))
            .unwrap_or_else(|| default_symbol(NetUid::ROOT))
    }
}
