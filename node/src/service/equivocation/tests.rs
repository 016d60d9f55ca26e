use codec::Encode as _;
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_runtime::{Digest, DigestItem, traits::Header as _};

use super::*;

fn block(number: u32, slot: u64) -> Header {
    let digest = Digest {
        logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())],
    };
    Header::new(
        number,
        Default::default(),
        Default::default(),
        Default::default(),
        digest,
    )
}

#[test]
fn two_blocks_of_a_slot_are_told_and_one_of_two_slots_is_not() {
    let mut slots = Slots::default();
    assert_eq!(slots.note(&block(0, 0)), None);
    assert_eq!(slots.note(&block(1, 7)), None);
    assert_eq!(slots.note(&block(1, 7)), None, "the same block again");
    assert_eq!(slots.note(&block(2, 8)), None);
    assert_eq!(
        slots.note(&block(2, 7)),
        Some((7.into(), block(1, 7).hash()))
    );
}

#[test]
fn only_the_last_slots_are_remembered() {
    let mut slots = Slots::default();
    for slot in 1..=SLOTS as u64 + 1 {
        assert_eq!(slots.note(&block(1, slot)), None);
    }
    assert_eq!(slots.0.len(), SLOTS);
    assert_eq!(slots.note(&block(2, 1)), None, "forgotten");
    assert_eq!(
        slots.note(&block(2, 2)),
        Some((2.into(), block(1, 2).hash()))
    );
}
