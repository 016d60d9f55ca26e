//! Every value between a ciphertext and its message, both ways.

use ark_ff::{BigInteger, PrimeField};
use sha2::{Digest, Sha256};

use super::*;
use crate::{
    QUICKNET_PUBLIC_KEY, Secrets,
    curve::{decode_g1, decode_g2, identity, pairing, round_point},
    encapsulation::{ephemeral, mask, scalar},
    pulse::compressed,
    seal, unwrap_envelope,
};

struct Vector {
    ciphertext: &'static str,
    message: Vec<u8>,
    sigma: [u8; 32],
    key: [u8; 32],
    scalar: &'static str,
    nonce: [u8; 12],
}

fn weights() -> Vector {
    Vector {
        ciphertext: WEIGHTS,
        message: [
            &[0x80][..],
            &[0x11; 32],
            &[0x08, 0, 0, 1, 0],
            &[0x08, 10, 0, 20, 0],
            &[0; 8],
        ]
        .concat(),
        sigma: array("c9bbf6107f5fb7648446394c8e8a7e3c68d32b519454436fa9660187667d8709"),
        key: array("c534f1d444abce67f752e3db3a41800ddb27ba9f8ba4d3f7432f45e57cdcca41"),
        scalar: "526e475ab4067f31d0fd49d1fd9aa3703986d3b67ce5cc3a084a462994576611",
        nonce: array("ab8a21d20c907f7823566dae"),
    }
}

fn hello() -> Vector {
    Vector {
        ciphertext: HELLO,
        message: MESSAGE.to_vec(),
        sigma: array("0eaf5ff41eed26a17f83beeee0bdf7f75ffce0b1bcf04420427c229fd6857c22"),
        key: array("4838f3c0a121351a2b3fa94dec3d3c0fabe92da3a1357ad7f5be8150f1665c0e"),
        scalar: "020143f4fc4ed0b19fb50343774aa544eddaf46941826065c93084b60c58a85d",
        nonce: array("2246c75d277898fb482c6346"),
    }
}

#[test]
fn a_round_is_hashed_to_the_point_of_the_vector() {
    assert_eq!(
        identity(ROUND),
        array("f652498d092acd949bad74e40683bf3824fb817980504a0c7e6722cfc5a9c0a3")
    );
    assert_eq!(
        compressed::<48>(round_point::<Plain>(ROUND).unwrap()),
        array(
            "8f5a32d53837b00fbc0ee31ce9966435a41c5188a80ce9934d3c80588b6ad6f6
             43ebda1b83ef89e44da9ced6205cdecf"
        )
    );
}

#[test]
fn the_pairing_is_serialized_as_the_vector_says() {
    let ciphertext = bytes(WEIGHTS);
    let sent = decode_g2::<Plain>(ciphertext.first_chunk().unwrap()).unwrap();
    let target = pairing(decode_g1(&signature()).unwrap(), sent).unwrap();
    assert_eq!(target[..16], bytes("92d27a0974f7ca8e35aba37e2bcd87e4"));
    assert_eq!(
        Sha256::digest(target).to_vec(),
        bytes("dbeb1febbc0a6760dc362ed18cbc7478cb8179af5490b7f216478aa50a37ee8e")
    );
}

#[test]
fn each_step_of_opening_gives_the_value_of_the_vector() {
    for vector in [weights(), hello()] {
        let ciphertext = bytes(vector.ciphertext);
        let parsed = Ciphertext::parse(&ciphertext).unwrap();
        let sent = decode_g2::<Plain>(parsed.ephemeral).unwrap();
        let target = pairing(decode_g1(&signature()).unwrap(), sent).unwrap();
        assert_eq!(mask(parsed.masked_sigma, &target), vector.sigma);
        assert_eq!(mask(parsed.masked_key, &vector.sigma), vector.key);
        let scalar = scalar(&vector.sigma, &vector.key);
        assert_eq!(scalar.into_bigint().to_bytes_be(), bytes(vector.scalar));
        assert_eq!(ephemeral::<Plain>(scalar), sent);
        assert_eq!(*parsed.nonce, vector.nonce);
        assert_eq!(opened(&ciphertext), Some(vector.message));
    }
}

#[test]
fn sealing_gives_the_bytes_of_the_client() {
    for vector in [weights(), hello()] {
        let Vector {
            key, sigma, nonce, ..
        } = vector;
        let secrets = Secrets { key, sigma, nonce };
        assert_eq!(
            seal(&QUICKNET_PUBLIC_KEY, ROUND, &secrets, &vector.message),
            Some(bytes(vector.ciphertext))
        );
        for no_key in [&[][..], &[0; 96], &QUICKNET_PUBLIC_KEY[..95]] {
            assert_eq!(seal(no_key, ROUND, &secrets, &vector.message), None);
        }
    }
}

#[test]
fn an_envelope_gives_its_ciphertext_and_its_round() {
    let ciphertext = bytes(HELLO);
    let envelope = [&[0x09, 0x04][..], &ciphertext, &ROUND.to_le_bytes()].concat();
    assert_eq!(envelope.len(), 268);
    assert_eq!(
        unwrap_envelope(&envelope),
        Some((ciphertext.as_slice(), ROUND))
    );
    assert_eq!(unwrap_envelope(&ciphertext), None);
    for end in 0..envelope.len() {
        assert_eq!(unwrap_envelope(&envelope[..end]), None);
    }
    assert_eq!(unwrap_envelope(&[&envelope[..], &[0]].concat()), None);
}

#[test]
fn an_envelope_has_its_length_in_the_shortest_form() {
    let envelope = |prefix: &[u8], length| [prefix, &vec![7; length], &[1; 8]].concat();
    for (prefix, length, valid) in [
        (&[0][..], 0, true),
        (&[63 << 2], 63, true),
        (&[0b01, 0b1], 64, true),
        (&[0b1111_1101, 0xff], 0x3fff, true),
        (&[0b10, 0, 1, 0], 0x4000, true),
        (&[0b1111_1101, 0], 63, false),
        (&[0b1111_1110, 0xff, 0, 0], 0x3fff, false),
        (&[0b11, 0, 0, 0, 0], 0, false),
        (&[0b11, 2, 0, 0, 0], 2, false),
        (&[0xfe, 0xff, 0xff, 0xff], 3, false),
    ] {
        let bytes = envelope(prefix, length);
        assert_eq!(unwrap_envelope(&bytes).is_some(), valid, "{prefix:?}");
    }
}
