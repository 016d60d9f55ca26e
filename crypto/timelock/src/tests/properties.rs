//! What holds for every message and every round.

use proptest::prelude::*;

use super::*;
use crate::{Secrets, public_key, seal, sign, unwrap_envelope};

fn message() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..300)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_sealed_to_a_round_its_signature_alone_opens(
        secret in any::<[u8; 32]>(),
        round: u64,
        (key, sigma, nonce) in any::<([u8; 32], [u8; 32], [u8; 12])>(),
        message in message(),
    ) {
        let secrets = Secrets { key, sigma, nonce };
        let bytes = seal(&public_key(&secret), round, &secrets, &message).unwrap();
        prop_assert_eq!(bytes.len(), message.len() + 244);
        let ciphertext = Ciphertext::parse(&bytes).unwrap();
        let open = |round| {
            let key = RoundKey::<Plain>::decode(&sign(&secret, round)).unwrap();
            key.open(&ciphertext)
        };
        prop_assert_eq!(open(round), Some(message));
        prop_assert_eq!(open(round.wrapping_add(1)), None);
    }
}

proptest! {
    #[test]
    fn changes_of_many_bytes_open_nothing_else(
        changes in prop::collection::vec((0..258_usize, any::<u8>()), 1..8),
    ) {
        let mut bytes = bytes(HELLO);
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        prop_assert!(opened(&bytes).is_none_or(|message| message == MESSAGE));
    }

    #[test]
    fn an_envelope_is_put_together_again(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Some((ciphertext, round)) = unwrap_envelope(&bytes) {
            let width = bytes.len() - ciphertext.len() - 8;
            prop_assert_eq!(&bytes[width..], [ciphertext, &round.to_le_bytes()].concat());
        }
        let short = &bytes[..bytes.len().min(63)];
        let envelope = [&[(short.len() as u8) << 2], short, &[1; 8]].concat();
        prop_assert_eq!(
            unwrap_envelope(&envelope),
            Some((short, u64::from_le_bytes([1; 8])))
        );
    }
}
