//! With which consensus liquid bonds are compared (spec 90 §17).

use sp_runtime::PerU16;

use super::*;
use crate::{
    ConsensusMode,
    domain::{Domain, Renumbering},
};

/// Three neurons with liquid bonds. Consensus is all or nothing, so that nothing is lost where it
/// is stored.
fn liquid() {
    neurons(&[BILLION, 0, 0]);
    Yuma3On::<Test>::insert(NETUID, true);
    LiquidAlphaOn::<Test>::insert(NETUID, true);
    weights(0, &[(1, 65_535)]);
}

fn bonds_after(mode: ConsensusMode) -> Vec<(u16, u16)> {
    frame_support::storage::with_transaction(|| {
        LiquidAlphaConsensusMode::<Test>::insert(NETUID, mode);
        run(BILLION);
        let bonds = Bonds::<Test>::get(index(0), 0);
        sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(bonds))
    })
    .unwrap()
}

fn stored(mechanism: u8) -> Vec<u16> {
    let stored = ConsensusByMechanism::<Test>::get(index(mechanism));
    stored.into_iter().map(PerU16::deconstruct).collect()
}

fn store(mechanism: u8, consensus: &[u16]) {
    let parts = consensus.iter().copied().map(PerU16::from_parts);
    ConsensusByMechanism::<Test>::insert(index(mechanism), parts.collect::<Vec<_>>());
}

const MODES: [ConsensusMode; 3] = [
    ConsensusMode::Current,
    ConsensusMode::Previous,
    ConsensusMode::Auto,
];

#[test]
fn the_first_epoch_is_the_same_in_all_modes() {
    new_test_ext().execute_with(|| {
        liquid();
        let [current, previous, auto] = MODES.map(bonds_after);
        assert_eq!((&previous, &auto), (&current, &current));
        assert!(!current.is_empty());
    });
}

#[test]
fn with_the_same_weights_later_epochs_are_the_same_too() {
    new_test_ext().execute_with(|| {
        liquid();
        for _ in 0..3 {
            run(BILLION);
            assert_eq!(stored(0), [0, 65_535, 0]);
            let [current, previous, auto] = MODES.map(bonds_after);
            assert_eq!((&previous, &auto), (&current, &current));
        }
    });
}

#[test]
fn previous_looks_back_and_auto_where_bonds_follow_clipped_weights() {
    new_test_ext().execute_with(|| {
        liquid();
        run(BILLION);
        // Nobody had consensus on uid 2 before.
        weights(0, &[(2, 65_535)]);
        let [current, previous, auto] = MODES.map(bonds_after);
        assert_ne!(previous, current);
        assert_eq!(auto, previous);
        BondsPenalty::<Test>::insert(NETUID, 65_534);
        let [current, previous, auto] = MODES.map(bonds_after);
        assert_ne!(previous, current);
        assert_eq!(auto, current);
        // Uids beyond the end of what is stored had no consensus.
        store(0, &[0]);
        assert_eq!(bonds_after(ConsensusMode::Previous), previous);
        store(0, &[0, 0, 65_535]);
        assert_eq!(bonds_after(ConsensusMode::Previous), current);
    });
}

#[test]
fn without_liquid_bonds_the_mode_changes_nothing() {
    new_test_ext().execute_with(|| {
        liquid();
        run(BILLION);
        weights(0, &[(2, 65_535)]);
        LiquidAlphaOn::<Test>::insert(NETUID, false);
        let [current, previous, auto] = MODES.map(bonds_after);
        assert_eq!((&previous, &auto), (&current, &current));
    });
}

#[test]
fn every_mechanism_remembers_its_own_consensus() {
    new_test_ext().execute_with(|| {
        liquid();
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        weights(1, &[(2, 65_535)]);
        run(BILLION);
        assert_eq!(
            (stored(0), stored(1)),
            (vec![0, 65_535, 0], vec![0, 0, 65_535])
        );
        Scores::<Test>::forget_mechanism(index(1));
        assert!(!ConsensusByMechanism::<Test>::contains_key(index(1)));
        assert!(ConsensusByMechanism::<Test>::contains_key(index(0)));
    });
}

#[test]
fn what_is_remembered_goes_with_the_neuron() {
    new_test_ext().execute_with(|| {
        liquid();
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        store(0, &[1, 2, 3]);
        Scores::<Test>::add_neuron(NETUID, 1, 3);
        assert_eq!(stored(0), [1, 0, 3]);
        // Nothing remembered stays so: it is not the same as no consensus.
        assert!(!ConsensusByMechanism::<Test>::contains_key(index(1)));
        let uids = Renumbering::new(vec![0, 2], vec![account(41)]);
        Scores::<Test>::renumber_uids(NETUID, &uids);
        assert_eq!(stored(0), [1, 3]);
        assert!(!ConsensusByMechanism::<Test>::contains_key(index(1)));
    });
}
