//! Stake weights, mechanisms, and what an epoch reads and writes (spec 20 §5, §9, §10).

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use crate::{Error, Event, mock::*, pallet::*};

const NETUID: NetUid = NetUid::new(1);
const BILLION: u64 = 1_000_000_000;

/// Subnet 1 with the accounts 40, 41 and so on as hotkeys, registered in block 1, with these stakes (rao of alpha);
/// the first of them has a permit.
fn neurons(stakes: &[u64]) {
    SubnetOwnerHotkey::<Test>::remove(NETUID);
    SubnetworkN::<Test>::insert(NETUID, 0);
    for (hotkey, stake) in (40..).zip(stakes) {
        SubtensorModule::append_neuron(NETUID, &account(hotkey), 1);
        TotalHotkeyAlpha::<Test>::insert(account(hotkey), NETUID, AlphaBalance::new(*stake));
    }
    let permits: Vec<bool> = (0..stakes.len()).map(|uid| uid == 0).collect();
    ValidatorPermit::<Test>::insert(NETUID, permits);
    CommitRevealWeightsEnabled::<Test>::insert(NETUID, false);
    System::set_block_number(3);
}

fn index(mechanism: u8) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(NETUID, MechId::new(mechanism))
}

/// Weights of uid 0 on a mechanism, set in block 2.
fn weights(mechanism: u8, row: &[(u16, u16)]) {
    Weights::<Test>::insert(index(mechanism), 0, row.to_vec());
    LastUpdate::<Test>::insert(index(mechanism), vec![2; 3]);
}

fn split_of(emission: u64) -> Vec<u64> {
    SubtensorModule::mechanism_parts(NETUID, emission)
        .into_iter()
        .map(|(_, part)| part)
        .collect()
}

#[test]
fn emission_is_split_as_in_20_9_2() {
    new_test_ext().execute_with(|| {
        for (emission, split, parts) in [
            (25, None, vec![5, 5, 5, 5, 5]),
            (10, None, vec![4, 2, 2, 2]),
            (
                19,
                Some(vec![3_450, 6_899, 10_348, 17_247, 27_594]),
                vec![1, 2, 3, 5, 8],
            ),
            (
                BILLION,
                Some(vec![16_383, 49_152]),
                vec![249_988_556, 750_011_444],
            ),
            // Parts that are not named get nothing, those beyond the count are cut.
            (65_535, Some(vec![65_535]), vec![65_535, 0]),
            (65_535, Some(vec![1, 2, 65_532]), vec![65_533, 2]),
            (u64::MAX, Some(vec![65_535]), vec![u64::MAX]),
            (7, None, vec![7]),
        ] {
            MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(parts.len() as u8));
            MechanismEmissionSplit::<Test>::set(NETUID, split);
            assert_eq!(split_of(emission), parts);
        }
    });
}

#[test]
fn two_mechanisms_are_those_of_20_14_14() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, BILLION, 0]);
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        MechanismEmissionSplit::<Test>::insert(NETUID, vec![16_383, 49_152]);
        weights(0, &[(1, 39_321), (2, 26_214)]);
        weights(1, &[(1, 13_107), (2, 52_428)]);
        let (earned, _) = SubtensorModule::run_epoch(NETUID, AlphaBalance::new(BILLION));

        assert_eq!(Incentive::<Test>::get(index(0)), [0, 39_320, 26_213]);
        assert_eq!(Incentive::<Test>::get(index(1)), [0, 13_106, 52_427]);
        assert_eq!(Dividends::<Test>::get(NETUID), [65_534, 0, 0]);
        assert_eq!(Consensus::<Test>::get(NETUID), [0, 19_658, 45_872]);
        assert_eq!(ValidatorTrust::<Test>::get(NETUID), [65_533, 0, 0]);
        assert_eq!(StakeWeight::<Test>::get(NETUID), [32_766, 32_766, 0]);
        assert_eq!(ValidatorPermit::<Test>::get(NETUID), [true, true, false]);
        let of = |hotkey| {
            let found = earned.iter().find(|(key, ..)| *key == account(hotkey));
            let (_, server, validator) = found.unwrap();
            (server.to_u64(), validator.to_u64())
        };
        assert_eq!(of(40), (0, 500_000_000));
        assert_eq!(of(41), (149_997_710, 0));
        assert_eq!(of(42), (350_002_288, 0));
        // The statistic is the sum of what was paid.
        let emission: Vec<u64> = Emission::<Test>::get(NETUID)
            .iter()
            .map(|amount| amount.to_u64())
            .collect();
        assert_eq!(emission.iter().sum::<u64>(), 999_999_998);
    });
}

#[test]
fn only_rows_that_changed_are_written() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, 0, 0]);
        weights(0, &[(1, 65_535)]);
        let run = || SubtensorModule::run_epoch(NETUID, AlphaBalance::new(BILLION));
        run();
        assert_eq!(Bonds::<Test>::get(index(0), 0), [(1, 65_535)]);
        assert_eq!(Bonds::<Test>::iter_prefix(index(0)).count(), 1);

        // Without a permit a row vanishes, and is not stored as an empty one.
        MaxAllowedValidators::<Test>::insert(NETUID, 0);
        run();
        assert_eq!(Bonds::<Test>::iter_prefix(index(0)).count(), 0);
    });
}

#[test]
fn stake_is_inherited_as_in_20_14_15() {
    let whole = u64::MAX;
    for (share, own, kept, inherited) in [
        (whole / 2, 0, 500_000_000_232, 499_999_999_767),
        (whole, 5, 0, 1_000_000_000_005),
        (whole / 3, 7, 666_666_666_744, 333_333_333_262),
    ] {
        new_test_ext().execute_with(|| {
            let (parent, child) = (account(40), account(41));
            let stake = |key: &_, amount| {
                TotalHotkeyAlpha::<Test>::insert(key, NETUID, AlphaBalance::new(amount))
            };
            stake(&parent, 1_000_000_000_000);
            stake(&child, own);
            ChildKeys::<Test>::insert(&parent, NETUID, vec![(share, child.clone())]);
            ParentKeys::<Test>::insert(&child, NETUID, vec![(share, parent.clone())]);
            let weight = |key| SubtensorModule::stake_weight_parts(key, NETUID).1;
            assert_eq!((weight(&parent), weight(&child)), (kept, inherited));
        });
    }
}

#[test]
fn an_epoch_reads_the_stake_of_each_parent_once() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, 0, 0]);
        let (parent, whole) = (account(60), u64::MAX);
        let children = [41, 42].map(|child| (whole / 2, account(child)));
        for (parts, child) in &children {
            ParentKeys::<Test>::insert(child, NETUID, vec![(*parts, parent.clone())]);
        }
        ChildKeys::<Test>::insert(&parent, NETUID, children.to_vec());
        let (earned, stakers) = SubtensorModule::run_epoch(NETUID, AlphaBalance::new(BILLION));
        assert_eq!((earned.len(), stakers), (3, 4));
    });
}

#[test]
fn root_stake_counts_at_the_weight_of_tao() {
    new_test_ext().execute_with(|| {
        let hotkey = account(40);
        for netuid in [NETUID, NetUid::ROOT] {
            TotalHotkeyAlpha::<Test>::insert(&hotkey, netuid, AlphaBalance::new(1_000_000_000_000));
        }
        let exact = SubtensorModule::exact_stake_weight(&hotkey, NETUID).0;
        assert_eq!(exact, 4_521_213_178 * 1_000_000_000_000);
        assert_eq!(
            SubtensorModule::stake_weight(&hotkey, NETUID),
            1_052_676_974_330
        );
    });
}

#[test]
fn mechanisms_come_and_go_with_all_that_is_theirs() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, 0, 0]);
        let set_count = |count| SubtensorModule::do_set_mechanism_count(NETUID, MechId::new(count));
        MaxAllowedUids::<Test>::insert(NETUID, 256);
        assert_noop!(set_count(0), Error::<Test>::InvalidValue);
        assert_noop!(set_count(3), Error::<Test>::InvalidValue);
        assert_noop!(set_count(2), Error::<Test>::TooManyUIDsPerMechanism);
        assert_noop!(
            SubtensorModule::do_set_mechanism_count(NetUid::new(9), MechId::new(1)),
            Error::<Test>::MechanismDoesNotExist
        );
        MaxAllowedUids::<Test>::insert(NETUID, 128);
        assert_ok!(set_count(2));

        weights(0, &[(1, 1)]);
        weights(1, &[(1, 1)]);
        Bonds::<Test>::insert(index(1), 0, vec![(1, 1)]);
        Incentive::<Test>::insert(index(1), vec![1; 3]);
        MechanismEmissionSplit::<Test>::insert(NETUID, vec![1, 65_534]);
        assert_ok!(set_count(2));
        assert!(MechanismEmissionSplit::<Test>::get(NETUID).is_some());
        assert_ok!(set_count(1));
        assert_eq!(MechanismEmissionSplit::<Test>::get(NETUID), None);
        assert!(!Weights::<Test>::contains_key(index(1), 0));
        assert!(!Bonds::<Test>::contains_key(index(1), 0));
        assert!(!Incentive::<Test>::contains_key(index(1)));
        assert!(!LastUpdate::<Test>::contains_key(index(1)));
        assert!(Weights::<Test>::contains_key(index(0), 0));
    });
}

#[test]
fn a_split_is_of_all_the_emission() {
    new_test_ext().execute_with(|| {
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        let set = |split| SubtensorModule::do_set_emission_split(NETUID, split);
        for wrong in [vec![], vec![65_534], vec![65_535, 1], vec![1, 65_533, 1]] {
            assert_noop!(set(Some(wrong)), Error::<Test>::InvalidValue);
        }
        assert_noop!(
            SubtensorModule::do_set_emission_split(NetUid::new(9), None),
            Error::<Test>::MechanismDoesNotExist
        );
        assert_ok!(set(Some(vec![1, 65_534])));
        assert_eq!(split_of(65_535), [1, 65_534]);
        assert_ok!(set(None));
        assert_eq!(split_of(65_535), [32_768, 32_767]);
        for wrong in [0, 17] {
            assert_noop!(
                SubtensorModule::do_set_max_mechanism_count(MechId::new(wrong)),
                Error::<Test>::InvalidValue
            );
        }
        assert_ok!(SubtensorModule::do_set_max_mechanism_count(MechId::new(16)));
    });
}

#[test]
fn bonds_on_a_miner_are_reset_where_that_is_allowed() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, BILLION, 0]);
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        Bonds::<Test>::insert(index(0), 0, vec![(1, 7), (2, 9)]);
        Bonds::<Test>::insert(index(1), 1, vec![(2, 9)]);
        SubtensorModule::reset_bonds(NETUID, &account(42));
        assert_eq!(Bonds::<Test>::get(index(0), 0).len(), 2);
        BondsResetOn::<Test>::insert(NETUID, true);
        SubtensorModule::reset_bonds(NETUID, &account(50));
        assert_eq!(Bonds::<Test>::get(index(0), 0).len(), 2);
        SubtensorModule::reset_bonds(NETUID, &account(42));
        assert_eq!(Bonds::<Test>::get(index(0), 0), [(1, 7)]);
        assert!(!Bonds::<Test>::contains_key(index(1), 1));
    });
}

#[test]
fn the_owner_sets_the_activity_cutoff_at_times() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        AdminFreezeWindow::<Test>::put(0);
        let set =
            |origin, factor| SubtensorModule::set_activity_cutoff_factor(origin, netuid, factor);
        for wrong in [999, 50_001] {
            assert_noop!(
                set(signed(1), wrong),
                Error::<Test>::ActivityCutoffFactorMilliOutOfBounds
            );
        }
        assert_noop!(set(signed(2), 2_000), sp_runtime::DispatchError::BadOrigin);
        assert_ok!(set(signed(1), 2_000));
        assert_eq!(ActivityCutoffFactorMilli::<Test>::get(netuid), 2_000);
        assert_eq!(
            System::events().last().unwrap().event,
            Event::ActivityCutoffFactorMilliSet {
                netuid,
                factor_milli: 2_000
            }
            .into()
        );
        assert_noop!(set(signed(1), 2_000), Error::<Test>::TxRateLimitExceeded);
        assert_ok!(set(RuntimeOrigin::root(), 3_000));
        AdminFreezeWindow::<Test>::put(u16::MAX);
        assert_noop!(
            set(signed(1), 2_000),
            Error::<Test>::AdminActionProhibitedDuringWeightsWindow
        );
        assert_ok!(set(RuntimeOrigin::root(), 4_000));
    });
}
