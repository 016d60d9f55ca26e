use sp_consensus_grandpa::localized_payload;
use sp_core::{H256, Pair as _};
use sp_keyring::Ed25519Keyring::{self, Alice, Bob};

use super::*;

const PREVOTE: u8 = 0;
const PRECOMMIT: u8 = 1;

/// A message of a peer with a vote, signed for round `signed`.
fn message(who: Ed25519Keyring, kind: u8, round: u64, signed: u64, block: u8) -> Vec<u8> {
    let vote = (kind, H256::repeat_byte(block), 7_u32);
    let signature = who.pair().sign(&localized_payload(signed, 3, &vote));
    (VOTE, round, 3_u64, vote, signature, who.public()).encode()
}

fn vote(who: Ed25519Keyring, kind: u8, round: u64, block: u8) -> Vec<u8> {
    message(who, kind, round, round, block)
}

fn id(who: Ed25519Keyring) -> AuthorityId {
    who.public().into()
}

#[test]
fn who_votes_twice_in_a_round_is_told() {
    let mut votes = Votes::default();
    let mut note = |message: &[u8]| votes.note(message, |_| true);
    assert_eq!(note(&vote(Alice, PREVOTE, 9, 1)), None);
    assert_eq!(note(&vote(Alice, PREVOTE, 9, 1)), None, "the same");
    assert_eq!(note(&vote(Alice, PRECOMMIT, 9, 2)), None, "of another kind");
    assert_eq!(note(&vote(Alice, PREVOTE, 10, 2)), None, "in another round");
    assert_eq!(note(&vote(Bob, PREVOTE, 9, 2)), None, "by another");
    assert_eq!(note(&vote(Alice, PREVOTE, 9, 2)), Some((id(Alice), 9)));
    assert_eq!(note(&vote(Alice, PRECOMMIT, 9, 1)), Some((id(Alice), 9)));
}

#[test]
fn what_is_not_signed_or_not_by_a_finalizer_says_nothing() {
    let mut votes = Votes::default();
    let mut note = |message: &[u8]| votes.note(message, |who| *who == id(Alice));
    assert_eq!(note(&vote(Alice, PREVOTE, 9, 1)), None);
    assert_eq!(
        note(&message(Alice, PREVOTE, 9, 8, 2)),
        None,
        "of another round"
    );
    assert_eq!(note(&vote(Bob, PREVOTE, 9, 1)), None);
    assert_eq!(note(&vote(Bob, PREVOTE, 9, 2)), None, "no finalizer");
    let mut other = vote(Alice, PREVOTE, 9, 2);
    assert_eq!(note(&other[..other.len() - 1]), None, "cut off");
    assert_eq!(note(&[]), None);
    other[0] = 1;
    assert_eq!(note(&other), None, "no vote");
    other[0] = VOTE;
    assert_eq!(note(&other), Some((id(Alice), 9)));
}

#[test]
fn only_the_last_votes_are_remembered() {
    let mut votes = Votes::default();
    let rounds = 1..=REMEMBERED as u64 + 1;
    assert!(rounds.clone().all(|round| {
        votes
            .note(&vote(Alice, PREVOTE, round, 1), |_| true)
            .is_none()
    }));
    assert_eq!(votes.0[&id(Alice)].len(), REMEMBERED);
    assert_eq!(
        votes.note(&vote(Alice, PREVOTE, 2, 2), |_| true),
        Some((id(Alice), 2))
    );
}
