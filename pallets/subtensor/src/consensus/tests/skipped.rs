//! Epochs that cannot run (spec 10 §12.3, 20 §4.3).

use subtensor_primitives::{AlphaBalance, MechId, NetUid};
use subtensor_yuma::EpochError;

use super::index;
use crate::{Event, consensus::Inconsistency, mock::*, pallet::*};

fn pots(netuid: NetUid) -> [AlphaBalance; 4] {
    [
        PendingOwnerCut::<Test>::get(netuid),
        PendingServerEmission::<Test>::get(netuid),
        PendingValidatorEmission::<Test>::get(netuid),
        PendingRootAlphaDivs::<Test>::get(netuid),
    ]
}

/// A subnet with two neurons, and the block before its next epoch.
fn subnet_before_its_epoch() -> NetUid {
    let netuid = start_subnet(1, 11);
    Neurons::<Test>::append_neuron(netuid, &account(12), 1);
    run_to_block(System::block_number() + 30);
    let next = Schedule::<Test>::next_epoch_start_block(netuid).unwrap();
    run_to_block(next - 1);
    netuid
}

fn is_skipped(netuid: NetUid) -> bool {
    let block = System::block_number();
    let skipped = RuntimeEvent::from(Event::EpochSkipped { netuid, block });
    System::events()
        .iter()
        .any(|record| record.event == skipped)
}

#[test]
fn where_a_hotkey_has_two_uids_the_epoch_is_skipped_and_the_pots_wait() {
    new_test_ext().execute_with(|| {
        let netuid = subnet_before_its_epoch();
        let (stepped, epoch) = (
            LastMechansimStepBlock::<Test>::get(netuid),
            SubnetEpochIndex::<Test>::get(netuid),
        );
        let waiting = pots(netuid);
        Keys::<Test>::insert(netuid, 1, account(11));
        next_block();
        let now = System::block_number();
        assert!(is_skipped(netuid));
        assert!(
            pots(netuid)
                .iter()
                .zip(waiting)
                .all(|(after, before)| *after >= before)
        );
        assert!(
            pots(netuid)[1] > waiting[1],
            "the block's own emission joins"
        );
        // The schedule moves on, the step does not.
        assert_eq!(LastEpochBlock::<Test>::get(netuid), now);
        assert_eq!(SubnetEpochIndex::<Test>::get(netuid), epoch + 1);
        assert_eq!(LastMechansimStepBlock::<Test>::get(netuid), stepped);
        assert_eq!(BlocksSinceLastStep::<Test>::get(netuid), 0);

        // Repaired, the next epoch pays for both.
        Keys::<Test>::insert(netuid, 1, account(12));
        let before = Shares::<Test>::stake_of(&account(11), &account(1), netuid);
        run_to_block(Schedule::<Test>::next_epoch_start_block(netuid).unwrap());
        assert!(!is_skipped(netuid));
        assert_eq!(pots(netuid), [AlphaBalance::ZERO; 4]);
        assert_eq!(BlocksSinceLastStep::<Test>::get(netuid), 0);
        let paid =
            Shares::<Test>::stake_of(&account(11), &account(1), netuid).saturating_sub(before);
        assert!(paid.to_u64() > 19 * TAO, "{paid:?}");
        check();
    });
}

#[test]
fn an_epoch_that_the_engine_refuses_changes_nothing_of_any_mechanism() {
    new_test_ext().execute_with(|| {
        super::neurons(&[super::BILLION, super::BILLION, 0]);
        MechanismCountCurrent::<Test>::insert(super::NETUID, MechId::new(2));
        super::weights(0, &[(1, 65_535)]);
        super::weights(1, &[(2, 1), (1, 1)]);
        let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
        let before = root();
        let result = super::run_on(super::NETUID, 1_000);
        assert_eq!(result, Err(Inconsistency::Refused(EpochError::Unsorted)));
        assert_eq!(root(), before);
        assert_eq!(Incentive::<Test>::get(index(0)), [0; 3]);
    });
}

#[test]
fn one_skipped_subnet_stops_no_other() {
    new_test_ext().execute_with(|| {
        let broken = subnet_before_its_epoch();
        let sound = start_subnet(2, 21);
        Keys::<Test>::insert(broken, 1, account(11));
        let stepped = LastMechansimStepBlock::<Test>::get(broken);
        run_to_block(System::block_number() + 12);
        assert!(LastMechansimStepBlock::<Test>::get(sound) > 0);
        assert_eq!(LastMechansimStepBlock::<Test>::get(broken), stepped);
    });
}
