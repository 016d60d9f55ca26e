//! Setting weights in clear (spec 40 §6); commits and reveals beside it.

mod batches;
mod hashed;
mod null;
mod random;
mod timelocked;

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use crate::{Error, Event, mock::*, pallet::*};

/// A subnet owned by (1, 11) with the neurons 12, 13 and 14 at the uids 1 to 3, of which 12
/// validates.
fn subnet() -> NetUid {
    let netuid = start_subnet(1, 11);
    for (coldkey, hotkey) in [(2, 12), (3, 13), (4, 14)] {
        assert_ok!(SubtensorModule::burned_register(
            signed(coldkey),
            netuid,
            account(hotkey)
        ));
    }
    ValidatorPermit::<Test>::insert(netuid, vec![false, true, false, false]);
    netuid
}

fn set(hotkey: u64, netuid: NetUid, row: &[(u16, u16)]) -> sp_runtime::DispatchResult {
    let (dests, weights): (Vec<u16>, Vec<u16>) = row.iter().copied().unzip();
    done(SubtensorModule::set_weights(
        signed(hotkey),
        netuid,
        list(dests),
        list(weights),
        0,
    ))
}

#[test]
fn a_row_is_scaled_to_its_largest_sorted_and_dated() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        run_to_block(9);
        assert_ok!(set(12, netuid, &[(2, 1), (0, 3)]));
        let index = NetUidStorageIndex::from_parts(netuid, MechId::MAIN);
        assert_eq!(Weights::<Test>::get(index, 1), [(0, 65_535), (2, 21_845)]);
        assert_eq!(LastUpdate::<Test>::get(index)[1], 9);
        assert_eq!(
            System::events().last().unwrap().event,
            Event::WeightsSet(index, 1).into()
        );
    });
}

#[test]
fn every_mechanism_has_rows_of_its_own() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let second = MechId::new(1);
        let set_on = |mechanism| {
            SubtensorModule::set_mechanism_weights(
                signed(12),
                netuid,
                mechanism,
                list(vec![2]),
                list(vec![7]),
                0,
            )
        };
        assert_noop!(set_on(second), Error::<Test>::MechanismDoesNotExist);
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(2));
        assert_ok!(set_on(second));
        let row =
            |mechanism| Weights::<Test>::get(NetUidStorageIndex::from_parts(netuid, mechanism), 1);
        assert_eq!(row(second), [(2, 65_535)]);
        let updates = LastUpdate::<Test>::get(NetUidStorageIndex::from_parts(netuid, second));
        assert_eq!(updates.get(1), Some(&System::block_number()));
        assert_eq!(row(MechId::MAIN), []);
    });
}

#[test]
fn what_keeps_weights_from_being_set() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let one = [(2, 1)];
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        assert_noop!(set(12, netuid, &one), Error::<Test>::CommitRevealEnabled);
        CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
        CommitRevealWeightsEnabled::<Test>::insert(NetUid::ROOT, false);
        assert_noop!(
            set(12, NetUid::ROOT, &one),
            Error::<Test>::CanNotSetRootNetworkWeights
        );
        assert_noop!(
            SubtensorModule::set_weights(signed(12), netuid, list(vec![1, 2]), list(vec![1]), 0),
            Error::<Test>::WeightVecNotEqualSize
        );
        assert_noop!(
            set(12, netuid, &[(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)]),
            Error::<Test>::UidsLengthExceedUidsInSubNet
        );
        assert_noop!(
            set(50, netuid, &one),
            Error::<Test>::HotKeyNotRegisteredInSubNet
        );
        StakeThreshold::<Test>::put(1);
        assert_noop!(
            set(12, netuid, &one),
            Error::<Test>::NotEnoughStakeToSetWeights
        );
        TotalHotkeyAlpha::<Test>::insert(account(12), netuid, AlphaBalance::new(1));
        assert_ok!(set(12, netuid, &one));
        StakeThreshold::<Test>::put(0);
        WeightsVersionKey::<Test>::insert(netuid, 1);
        assert_noop!(
            set(12, netuid, &one),
            Error::<Test>::IncorrectWeightVersionKey
        );
        WeightsVersionKey::<Test>::insert(netuid, 0);
        assert_noop!(
            set(13, netuid, &[(1, 1)]),
            Error::<Test>::NeuronNoValidatorPermit
        );
        assert_noop!(
            set(12, netuid, &[(2, 1), (2, 1)]),
            Error::<Test>::DuplicateUids
        );
        assert_noop!(
            set(12, netuid, &[(4, 1)]),
            Error::<Test>::UidVecContainInvalidOne
        );
        MinAllowedWeights::<Test>::insert(netuid, 2);
        assert_noop!(set(12, netuid, &one), Error::<Test>::WeightVecLengthIsLow);
        // A subnet of four cannot ask for more than four.
        MinAllowedWeights::<Test>::insert(netuid, 100);
        assert_ok!(set(12, netuid, &[(0, 0), (1, 0), (2, 0), (3, 0)]));
    });
}

#[test]
fn weight_on_oneself_and_weights_of_the_owner_need_no_permit() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        MinAllowedWeights::<Test>::insert(netuid, 2);
        assert_ok!(set(13, netuid, &[(2, 1)]));
        StakeThreshold::<Test>::put(u64::MAX);
        assert_ok!(set(11, netuid, &[(1, 1), (2, 2)]));
    });
}

#[test]
fn weights_are_set_no_faster_than_the_limit() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        WeightsSetRateLimit::<Test>::insert(netuid, 5);
        // A registration counts as an update.
        assert_noop!(
            set(11, netuid, &[(2, 1)]),
            Error::<Test>::SettingWeightsTooFast
        );
        run_to_block(6);
        assert_ok!(set(11, netuid, &[(2, 1)]));
        run_to_block(10);
        assert_noop!(
            set(11, netuid, &[(2, 1)]),
            Error::<Test>::SettingWeightsTooFast
        );
        run_to_block(11);
        assert_ok!(set(11, netuid, &[(2, 1)]));
    });
}
