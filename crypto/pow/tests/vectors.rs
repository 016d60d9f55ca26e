//! Seals of spec 30 §21 and of the public client's miner.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop by a panic"
)]

use subtensor_pow::{Challenge, Difficulty, InvalidProof, Seal};

fn hex(digits: &str) -> [u8; 32] {
    core::array::from_fn(|index| u8::from_str_radix(&digits[2 * index..][..2], 16).unwrap())
}

/// The challenge of the chapter.
fn challenge() -> Challenge {
    Challenge::new(1, &[0x11; 32], &[0x22; 32], &[0x33; 32])
}

/// The bytes `first`, `first + 1` and so on.
fn counting(first: u8) -> [u8; 32] {
    core::array::from_fn(|index| first + index as u8)
}

#[test]
fn the_seal_is_that_of_30_21() {
    let seal = hex("e7bda38da012389c930db3d3dbac32640a9a7e1fa63dc10283f387874b7d631a");
    assert_eq!(challenge().seal(7), Seal(seal));
}

#[test]
fn every_part_goes_in_where_the_client_puts_it() {
    let challenge = Challenge::new(0xABCD, &counting(0), &counting(32), &counting(64));
    for (nonce, seal) in [
        (
            0,
            hex("915569bde064866d7d945790765ff7426551d75c539b62afae7bef14f12878ae"),
        ),
        (
            1,
            hex("010f24358adcb672ae639455441a84b8a2a20e66ec94737bb6ffdb9228dafbed"),
        ),
        (
            u64::MAX,
            hex("a0b80206a25357aae120419272f2e85e1fe2666477164fa13c79e02ce2b67a1d"),
        ),
    ] {
        assert_eq!(challenge.seal(nonce), Seal(seal), "{nonce}");
    }
}

#[test]
fn the_smallest_nonces_are_those_that_the_client_finds() {
    for (difficulty, nonce, hardest, seal) in [
        (
            1_000,
            561,
            1_103,
            hex("6d2fa17c7bdb54f8eb4db1ff5237673c319c8cdb854f47cef84a47ff13613b00"),
        ),
        (
            100_000,
            267_509,
            109_006,
            hex("e862a66d142899f3cc12739765fc9a153643ed9ecba15847a58836f7e8990000"),
        ),
    ] {
        let found = challenge().solve(Difficulty::new(difficulty), 0..);
        assert_eq!(found, Some((nonce, Seal(seal))));
        assert!(Seal(seal).meets(Difficulty::new(hardest)));
        assert!(!Seal(seal).meets(Difficulty::new(hardest + 1)));
    }
}

#[test]
fn a_claim_is_refused_for_what_is_wrong_with_it() {
    let challenge = challenge();
    let difficulty = Difficulty::new(1_000);
    let (nonce, seal) = challenge.solve(difficulty, 0..).unwrap();
    let check = |nonce, claimed: &[u8], difficulty| challenge.check(nonce, claimed, difficulty);

    assert_eq!(check(nonce, &seal.0, difficulty), Ok(()));
    for length in [0, 31] {
        let cut = &seal.0[..length];
        assert_eq!(check(nonce, cut, difficulty), Err(InvalidProof::Length));
    }
    let longer = [&seal.0[..], &[0]].concat();
    assert_eq!(check(nonce, &longer, difficulty), Err(InvalidProof::Length));
    let harder = Difficulty::new(2_000);
    assert_eq!(check(nonce, &seal.0, harder), Err(InvalidProof::Difficulty));
    // Nothing is easier to make up than a small number.
    assert_eq!(check(nonce, &[0; 32], difficulty), Err(InvalidProof::Seal));
    assert_eq!(
        check(nonce + 1, &seal.0, difficulty),
        Err(InvalidProof::Seal)
    );
}

#[test]
fn bounds_hold_and_the_floor_wins() {
    for (value, floor, ceiling, kept) in [
        (5, 1, 10, 5),
        (0, 0, 10, 1),
        (0, 0, 0, 1),
        (5, 7, 10, 7),
        (50, 7, 10, 10),
        (50, 20, 10, 20),
        (5, 20, 10, 20),
        (u64::MAX, 0, u64::MAX, u64::MAX),
    ] {
        assert_eq!(Difficulty::within(value, floor, ceiling).get(), kept);
    }
}
