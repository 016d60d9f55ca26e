//! The portable form of a ciphertext, which says its round (spec 40 §8.2): SCALE of the bytes with
//! their length, then the round as u64.

/// The ciphertext in an envelope, and the round that it names. Nothing unless the bytes are an
/// envelope to the last, with its length in the shortest form, below 2^30.
pub fn unwrap_envelope(bytes: &[u8]) -> Option<(&[u8], u64)> {
    let (rest, round) = bytes.split_last_chunk()?;
    let (length, ciphertext) = compact(rest)?;
    (usize::try_from(length) == Ok(ciphertext.len()))
        .then_some((ciphertext, u64::from_le_bytes(*round)))
}

/// Reads a compact number of one, two or four bytes, which the two lowest bits of the first tell.
/// The fourth form is for numbers of 2^30 and above.
fn compact(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let first = *bytes.first()?;
    let (number, least, rest) = match first & 0b11 {
        0b00 => {
            let (_, rest) = bytes.split_first()?;
            (u32::from(first), 0, rest)
        }
        0b01 => {
            let (two, rest) = bytes.split_first_chunk()?;
            (u32::from(u16::from_le_bytes(*two)), 1 << 6, rest)
        }
        0b10 => {
            let (four, rest) = bytes.split_first_chunk()?;
            (u32::from_le_bytes(*four), 1 << 14, rest)
        }
        _ => return None,
    };
    let number = number >> 2;
    (number >= least).then_some((number, rest))
}
