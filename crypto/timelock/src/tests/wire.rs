//! What the wire may carry: what is refused at once, what only opening refuses, what is tolerated.

use ark_bls12_381::{Fq, Fq2, G2Affine};
use ark_serialize::CanonicalSerialize;

use super::*;

/// The parts of vector B, to be put together in another way.
#[derive(Clone)]
struct Parts {
    ephemeral: Vec<u8>,
    masked_sigma: Vec<u8>,
    masked_key: Vec<u8>,
    sealed: Vec<u8>,
    nonce: Vec<u8>,
    after_nonce: Vec<u8>,
    cipher: Vec<u8>,
    tail: Vec<u8>,
}

fn parts() -> Parts {
    let bytes = bytes(HELLO);
    Parts {
        ephemeral: bytes[..96].to_vec(),
        masked_sigma: bytes[104..136].to_vec(),
        masked_key: bytes[144..176].to_vec(),
        sealed: bytes[192..222].to_vec(),
        nonce: bytes[230..242].to_vec(),
        after_nonce: Vec::new(),
        cipher: b"AES_GCM_".to_vec(),
        tail: Vec::new(),
    }
}

fn changed(change: impl FnOnce(&mut Parts)) -> Vec<u8> {
    let mut parts = parts();
    change(&mut parts);
    let body = [
        prefixed(&parts.sealed),
        prefixed(&parts.nonce),
        parts.after_nonce,
    ];
    [
        parts.ephemeral,
        prefixed(&parts.masked_sigma),
        prefixed(&parts.masked_key),
        prefixed(&body.concat()),
        prefixed(&parts.cipher),
        parts.tail,
    ]
    .concat()
}

#[track_caller]
fn refused_at_once(bytes: &[u8]) {
    assert!(Ciphertext::parse(bytes).is_none());
}

#[track_caller]
fn parses_but_does_not_open(bytes: &[u8]) {
    assert!(Ciphertext::parse(bytes).is_some());
    assert_eq!(opened(bytes), None);
}

#[test]
fn the_parts_make_up_the_vector() {
    assert_eq!(changed(|_| ()), bytes(HELLO));
}

#[test]
fn a_ciphertext_that_is_cut_off_is_refused_at_once() {
    let bytes = bytes(WEIGHTS);
    for end in 0..bytes.len() {
        refused_at_once(&bytes[..end]);
    }
}

#[test]
fn parts_of_another_length_are_refused_at_once() {
    for length in [0, 31, 33] {
        refused_at_once(&changed(|parts| parts.masked_sigma.resize(length, 0)));
        refused_at_once(&changed(|parts| parts.masked_key.resize(length, 0)));
    }
    for length in [0, 11, 13] {
        refused_at_once(&changed(|parts| parts.nonce.resize(length, 0)));
    }
    for length in [0, 15] {
        refused_at_once(&changed(|parts| parts.sealed.truncate(length)));
    }
    parses_but_does_not_open(&changed(|parts| parts.sealed.truncate(16)));
}

#[test]
fn an_empty_body_is_refused_at_once() {
    let bytes = bytes(HELLO);
    refused_at_once(&[&bytes[..176], &prefixed(&[]), &bytes[242..]].concat());
}

#[test]
fn no_length_is_believed() {
    for at in [96, 136, 176, 184, 222, 242] {
        for length in [1 << 31, 1 << 32, 1 << 63, u64::MAX] {
            let mut bytes = bytes(HELLO);
            bytes[at..at + 8].copy_from_slice(&u64::to_le_bytes(length));
            refused_at_once(&bytes);
        }
    }
}

#[test]
fn bytes_that_nobody_reads_may_be_any() {
    for bytes in [
        changed(|parts| parts.tail = vec![9; 100]),
        changed(|parts| parts.after_nonce = vec![9; 100]),
        changed(|parts| parts.cipher.clear()),
        changed(|parts| parts.cipher = vec![9; 100]),
    ] {
        assert_eq!(opened(&bytes), Some(MESSAGE.to_vec()));
    }
}

#[test]
fn the_flags_of_u_are_read_at_once() {
    for flags in [0b0000_0000, 0b0100_0000, 0b1100_0000] {
        refused_at_once(&changed(|parts| {
            parts.ephemeral[0] = parts.ephemeral[0] & 0b0011_1111 | flags;
        }));
    }
    let mut infinity = vec![0; 96];
    infinity[0] = 0b1100_0000;
    refused_at_once(&changed(|parts| parts.ephemeral = infinity));
}

/// The first point on the curve of G2 with a small number for x, and the first number without one.
/// Such a point is outside the group, which is a part of 2^250 of the curve.
fn outside() -> ([u8; 96], [u8; 96]) {
    let (mut point, mut none) = (None, None);
    for number in 1_u8.. {
        let x = Fq2::new(Fq::from(number), Fq::from(0));
        match G2Affine::get_point_from_x_unchecked(x, false) {
            Some(found) => point = point.or(Some(found)),
            None => none = none.or(Some(number)),
        }
        if let (Some(point), Some(none)) = (point, none) {
            let mut bytes = [0; 96];
            assert!(point.is_on_curve() && !point.is_in_correct_subgroup_assuming_on_curve());
            point.serialize_compressed(&mut bytes[..]).unwrap();
            let mut off = [0; 96];
            (off[0], off[95]) = (0b1000_0000, none);
            return (bytes, off);
        }
    }
    unreachable!()
}

#[test]
fn u_outside_the_group_does_not_open() {
    let (outside, off_the_curve) = outside();
    // A coordinate that is not below the modulus.
    let mut too_large = [0xff; 96];
    too_large[0] = 0b1001_1111;
    for ephemeral in [outside, off_the_curve, too_large] {
        parses_but_does_not_open(&changed(|parts| parts.ephemeral = ephemeral.to_vec()));
    }
}

#[test]
fn a_ciphertext_with_a_bit_changed_does_not_open() {
    /// Changes the length of the name of the cipher from 8 to 0.
    const NAMELESS: usize = 8 * 242 + 3;
    let bytes = bytes(HELLO);
    for bit in 0..8 * bytes.len() {
        let at = bit / 8;
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (bit % 8);
        // The letters of the name of the cipher are not read, and it may be empty.
        let expected = (at >= 250 || bit == NAMELESS).then(|| MESSAGE.to_vec());
        assert_eq!(opened(&changed), expected, "bit {bit}");
    }
}
