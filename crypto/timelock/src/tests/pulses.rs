//! What is a pulse of a beacon.

use sha2::{Digest, Sha256};

use super::*;
use crate::{
    QUICKNET_BEACON_ID, QUICKNET_CHAIN_HASH, QUICKNET_GENESIS_TIME, QUICKNET_GROUP_HASH,
    QUICKNET_PERIOD, QUICKNET_PUBLIC_KEY, Undecodable, public_key, randomness, sign, verify,
};

const SECRET: [u8; 32] = [7; 32];
const INFINITY: [u8; 48] = {
    let mut bytes = [0; 48];
    bytes[0] = 0b1100_0000;
    bytes
};

#[test]
fn the_pulse_of_round_1000_is_valid_for_no_other_round() {
    let check = |round| verify::<Plain>(&QUICKNET_PUBLIC_KEY, round, &signature());
    assert_eq!(check(ROUND), Ok(true));
    for round in [0, ROUND - 1, ROUND + 1, u64::MAX] {
        assert_eq!(check(round), Ok(false));
    }
    assert_eq!(
        randomness(&signature()),
        array("fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd")
    );
}

#[test]
fn the_constants_of_quicknet_hang_together() {
    let hash = Sha256::new()
        .chain_update(QUICKNET_PERIOD.to_be_bytes())
        .chain_update(u64::from(QUICKNET_GENESIS_TIME).to_be_bytes())
        .chain_update(QUICKNET_PUBLIC_KEY)
        .chain_update(QUICKNET_GROUP_HASH)
        .chain_update(QUICKNET_BEACON_ID);
    assert_eq!(<[u8; 32]>::from(hash.finalize()), QUICKNET_CHAIN_HASH);
}

#[test]
fn bytes_that_are_no_signature_are_undecodable() {
    let bad = array(
        "b0a8b04e009cf72534321aca0f50048da596a3feec1172a0244d9a4a623a3123
         d0402da79854d4c705e94bc73224c341",
    );
    let mut uncompressed = signature();
    uncompressed[0] &= 0b0111_1111;
    for signature in [bad, uncompressed, INFINITY, [0; 48], [0xff; 48]] {
        assert_eq!(
            verify::<Plain>(&QUICKNET_PUBLIC_KEY, ROUND, &signature),
            Err(Undecodable)
        );
        assert!(RoundKey::<Plain>::decode(&signature).is_none());
    }
}

#[test]
fn a_signature_outside_the_group_is_undecodable() {
    let mut outside = 0;
    for number in 1..=8 {
        let mut signature = [0; 48];
        (signature[0], signature[47]) = (0b1000_0000, number);
        let x = ark_bls12_381::Fq::from(number);
        if ark_bls12_381::G1Affine::get_point_from_x_unchecked(x, false).is_some() {
            outside += 1;
            assert!(RoundKey::<Plain>::decode(&signature).is_none());
        }
    }
    assert!(outside > 0);
}

#[test]
fn bytes_that_are_no_public_key_are_undecodable() {
    let infinity: [u8; 96] = [INFINITY.to_vec(), vec![0; 48]]
        .concat()
        .try_into()
        .unwrap();
    for key in [
        &QUICKNET_PUBLIC_KEY[..95],
        &[QUICKNET_PUBLIC_KEY.as_slice(), &[0]].concat(),
        &infinity,
        &[],
    ] {
        assert_eq!(verify::<Plain>(key, ROUND, &signature()), Err(Undecodable));
    }
}

#[test]
fn a_beacon_of_ones_own_signs_for_itself_alone() {
    let key = public_key(&SECRET);
    let signed = sign(&SECRET, 5);
    assert_eq!(verify::<Plain>(&key, 5, &signed), Ok(true));
    assert_eq!(verify::<Plain>(&key, 6, &signed), Ok(false));
    assert_eq!(verify::<Plain>(&QUICKNET_PUBLIC_KEY, 5, &signed), Ok(false));
}

#[test]
fn the_secret_zero_signs_nothing() {
    assert_eq!(sign(&[0; 32], 5), INFINITY);
    assert_eq!(
        verify::<Plain>(&public_key(&[0; 32]), 5, &sign(&[0; 32], 5)),
        Err(Undecodable)
    );
}
