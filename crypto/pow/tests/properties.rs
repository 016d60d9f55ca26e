//! What holds for every challenge and every seal.

#![allow(clippy::indexing_slicing, reason = "a test may stop by a panic")]

use primitive_types::U256;
use proptest::prelude::*;
use subtensor_pow::{Challenge, Difficulty, InvalidProof, Seal};

/// Any seal, many of them small.
fn seal() -> impl Strategy<Value = [u8; 32]> {
    (any::<[u8; 32]>(), 0usize..=32).prop_map(|(mut seal, zeros)| {
        seal[32 - zeros..].fill(0);
        seal
    })
}

fn difficulty() -> impl Strategy<Value = u64> {
    prop_oneof![any::<u64>(), 1u64..300, (0u32..64).prop_map(|bit| 1 << bit)]
}

proptest! {
    #[test]
    fn a_seal_is_good_if_it_is_at_most_the_target(seal in seal(), difficulty in difficulty()) {
        let difficulty = Difficulty::new(difficulty);
        let target = U256::MAX / difficulty.get();
        let expected = U256::from_little_endian(&seal) <= target;
        prop_assert_eq!(Seal(seal).meets(difficulty), expected);
    }

    #[test]
    fn the_target_itself_is_the_last_good_seal(difficulty in difficulty()) {
        let difficulty = Difficulty::new(difficulty);
        let target = U256::MAX / difficulty.get();
        prop_assert!(Seal(target.to_little_endian()).meets(difficulty));
        if let Some(next) = target.checked_add(U256::one()) {
            prop_assert!(!Seal(next.to_little_endian()).meets(difficulty));
        }
    }

    #[test]
    fn what_a_miner_finds_is_accepted(
        netuid: u16, block: [u8; 32], hotkey: [u8; 32], coldkey: [u8; 32], first: u32,
        difficulty in 1u64..200,
    ) {
        let challenge = Challenge::new(netuid, &block, &hotkey, &coldkey);
        let difficulty = Difficulty::new(difficulty);
        let (nonce, seal) = challenge.solve(difficulty, u64::from(first)..).unwrap();
        prop_assert_eq!(challenge.check(nonce, &seal.0, difficulty), Ok(()));
        // Nothing before it was.
        let mut before = u64::from(first)..nonce;
        prop_assert!(before.all(|nonce| !challenge.seal(nonce).meets(difficulty)));
    }

    #[test]
    fn a_proof_is_good_for_its_own_challenge_only(
        netuid: u16, keys: [[u8; 32]; 3], nonce: u64, part in 0usize..4, bit in 0usize..256,
    ) {
        let [block, hotkey, coldkey] = keys;
        let seal = Challenge::new(netuid, &block, &hotkey, &coldkey).seal(nonce);
        let (mut netuid, mut keys) = (netuid, keys);
        match part {
            3 => netuid ^= 1 << (bit % 16),
            part => keys[part][bit / 8] ^= 1 << (bit % 8),
        }
        let [block, hotkey, coldkey] = keys;
        let other = Challenge::new(netuid, &block, &hotkey, &coldkey);
        let checked = other.check(nonce, &seal.0, Difficulty::new(1));
        prop_assert_eq!(checked, Err(InvalidProof::Seal));
    }

    #[test]
    fn a_difficulty_stays_within_its_bounds(value: u64, floor: u64, ceiling: u64) {
        let kept = Difficulty::within(value, floor, ceiling).get();
        prop_assert!(kept >= floor.max(1));
        prop_assert!(kept <= ceiling.max(floor).max(1));
        prop_assert!(kept == value || kept == floor.max(1) || kept == ceiling);
    }
}
