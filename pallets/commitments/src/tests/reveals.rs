//! What becomes of sealed fields when their rounds come.

use frame_support::assert_ok;

use super::*;
use crate::{Event, reveal::HORIZON};

fn envelope(ciphertext: &[u8], round: u64) -> Vec<u8> {
    codec::Encode::encode(&(ciphertext.to_vec(), round))
}

fn revealed_events() -> usize {
    let event = RuntimeEvent::from(Event::<Test>::CommitmentRevealed {
        netuid: NETUID,
        who: ALICE,
    });
    System::events()
        .iter()
        .filter(|record| record.event == event)
        .count()
}

#[test]
fn five_fields_go_as_the_vector_says() {
    chain(|| {
        let mut flipped = ciphertext(b"note", 1_000);
        flipped[0] ^= 1;
        let all = [
            note(b"garbage", 999),
            sealed(flipped, 1_000),
            note(b"", 1_000),
            note(b"good", 1_000),
            note(b"later", 2_001),
        ];
        assert_ok!(commit(ALICE, NETUID, &all));
        next_block();
        pulse(1_000);
        Pulses::mutate(|pulses| pulses.insert(999, [7; 48]));
        System::reset_events();
        next_block();
        let [garbage, flipped, empty, _, later] = &all;
        let left = vec![
            failed(garbage),
            failed(flipped),
            failed(empty),
            later.clone(),
        ];
        assert_eq!(fields(NETUID, ALICE), Some(left));
        assert_eq!(notes(NETUID, ALICE), [(b"good".to_vec(), 3)]);
        assert_eq!(revealed_events(), 1);
        assert_eq!(index(), [(NETUID, ALICE)]);
    });
}

#[test]
fn a_commitment_of_which_everything_is_open_is_gone_and_its_block_stays() {
    chain(|| {
        assert_ok!(commit(ALICE, NETUID, &[note(b"one", 5), note(b"two", 5)]));
        pulse(5);
        next_block();
        assert_eq!(fields(NETUID, ALICE), None);
        assert_eq!(
            notes(NETUID, ALICE),
            [(b"one".to_vec(), 2), (b"two".to_vec(), 2)]
        );
        assert_eq!(revealed_events(), 2);
        assert_eq!(crate::LastCommitment::<Test>::get(NETUID, ALICE), Some(1));
        assert!(index().is_empty());
    });
}

#[test]
fn what_was_not_sealed_stays_with_what_failed() {
    chain(|| {
        let broken = sealed(vec![1, 2, 3], 5);
        let all = [
            raw(3),
            note(b"one", 5),
            broken.clone(),
            Data::Sha256([1; 32]),
        ];
        assert_ok!(commit(ALICE, NETUID, &all));
        pulse(5);
        next_block();
        let left = vec![raw(3), failed(&broken), Data::Sha256([1; 32])];
        assert_eq!(fields(NETUID, ALICE), Some(left));
        assert!(index().is_empty());
        // What failed is final: a later block does not try again.
        pulse(6);
        let asked = Asked::get();
        next_block();
        assert_eq!(Asked::get(), asked);
    });
}

#[test]
fn the_portable_envelope_is_opened_too() {
    chain(|| {
        let bytes = envelope(&ciphertext(b"wrapped", 5), 5);
        assert_ok!(commit(ALICE, NETUID, &[sealed(bytes, 5)]));
        let of_another_round = envelope(&ciphertext(b"wrapped", 6), 6);
        assert_ok!(commit(BOB, NETUID, &[sealed(of_another_round.clone(), 5)]));
        pulse(5);
        next_block();
        assert_eq!(notes(NETUID, ALICE), [(b"wrapped".to_vec(), 2)]);
        assert_eq!(
            fields(NETUID, BOB),
            Some(vec![failed(&sealed(of_another_round, 5))])
        );
    });
}

#[test]
fn a_round_that_is_not_kept_any_more_opens_nothing() {
    chain(|| {
        pulse(1_000);
        let past = note(b"past", 10);
        assert_ok!(commit(ALICE, NETUID, &[past.clone(), note(b"now", 1_000)]));
        next_block();
        assert_eq!(fields(NETUID, ALICE), Some(vec![failed(&past)]));
        assert_eq!(notes(NETUID, ALICE), [(b"now".to_vec(), 2)]);
    });
}

#[test]
fn the_ten_newest_notes_stay() {
    chain(|| {
        for round in 1..=4u64 {
            Epoch::set(round);
            let all = [1, 2, 3].map(|number| note(&[round as u8, number], round));
            assert_ok!(commit(ALICE, NETUID, &all));
            pulse(round);
            next_block();
        }
        let all = notes(NETUID, ALICE);
        assert_eq!(all.len(), 10);
        assert_eq!(all[0], (vec![1, 3], 2));
        assert_eq!(all[9], (vec![4, 3], 5));
    });
}

#[test]
fn a_commitment_that_was_replaced_is_never_opened() {
    chain(|| {
        assert_ok!(commit(ALICE, NETUID, &[note(b"old", 5)]));
        next_block();
        assert_ok!(commit(ALICE, NETUID, &[note(b"new", 6)]));
        pulse(5);
        next_block();
        assert!(notes(NETUID, ALICE).is_empty());
        pulse(6);
        next_block();
        assert_eq!(notes(NETUID, ALICE), [(b"new".to_vec(), 4)]);
    });
}

#[test]
fn a_hotkey_that_left_is_opened_within_the_horizon_and_not_kept_beyond() {
    chain(|| {
        pulse(1);
        let beyond = note(b"never", u64::MAX);
        assert_ok!(commit(
            ALICE,
            NETUID,
            &[note(b"soon", HORIZON + 3), beyond.clone()]
        ));
        assert_ok!(commit(BOB, NETUID, std::slice::from_ref(&beyond)));
        next_block();
        Registered::mutate(|all| all.remove(&(NETUID, ALICE)));
        pulse(HORIZON + 1);
        next_block();
        assert_eq!(
            fields(NETUID, ALICE),
            Some(vec![note(b"soon", HORIZON + 3), failed(&beyond)])
        );
        pulse(HORIZON + 3);
        next_block();
        assert_eq!(notes(NETUID, ALICE), [(b"soon".to_vec(), 4)]);
        // Whoever is still there waits as long as it likes.
        assert_eq!(index(), [(NETUID, BOB)]);
        assert_eq!(fields(NETUID, BOB), Some(vec![beyond]));
    });
}
