//! Mechanisms: their parts of the emission, their results together, their coming and going (spec 20
//! §9, §11).

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::{MechId, NetUid};

use super::{BILLION, NETUID, index, neurons, run, weights};
use crate::{Error, Event, mock::*, pallet::*};

fn split_of(emission: u64) -> Vec<u64> {
    Mechanisms::<Test>::mechanism_parts(NETUID, emission)
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
        let earned = run(BILLION);

        assert_eq!(Incentive::<Test>::get(index(0)), [0, 39_320, 26_213]);
        assert_eq!(Incentive::<Test>::get(index(1)), [0, 13_106, 52_427]);
        assert_eq!(Dividends::<Test>::get(NETUID), [65_534, 0, 0]);
        assert_eq!(Consensus::<Test>::get(NETUID), [0, 19_658, 45_872]);
        assert_eq!(ValidatorTrust::<Test>::get(NETUID), [65_533, 0, 0]);
        assert_eq!(StakeWeight::<Test>::get(NETUID), [32_766, 32_766, 0]);
        assert_eq!(ValidatorPermit::<Test>::get(NETUID), [true, true, false]);
        let of = |hotkey| {
            let found = earned
                .iter()
                .find(|earned| earned.hotkey == account(hotkey));
            let earned = found.unwrap();
            (earned.incentive.to_u64(), earned.dividend.to_u64())
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
fn a_mechanism_without_emission_has_no_part_in_the_scores() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, BILLION, 0]);
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        MechanismEmissionSplit::<Test>::insert(NETUID, vec![0, 65_535]);
        weights(0, &[(1, 65_535)]);
        weights(1, &[(2, 65_535)]);
        run(BILLION);
        assert_eq!(Consensus::<Test>::get(NETUID), [0, 0, 65_535]);
        assert_eq!(StakeWeight::<Test>::get(NETUID), [32_767, 32_767, 0]);

        // Where there is nothing to divide, the first mechanism counts alone, whatever its part.
        run(0);
        assert_eq!(Consensus::<Test>::get(NETUID), [0, 65_535, 0]);
    });
}

#[test]
fn every_mechanism_tells_what_its_miners_earned() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, BILLION, 0]);
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        weights(0, &[(1, 65_535)]);
        weights(1, &[(2, 65_535)]);
        run(BILLION);
        let told: Vec<_> = System::events()
            .into_iter()
            .filter_map(|record| match record.event {
                RuntimeEvent::SubtensorModule(Event::IncentiveAlphaEmittedToMiners {
                    netuid,
                    emissions,
                }) => Some((netuid, emissions.iter().map(|sum| sum.to_u64()).collect())),
                _ => None,
            })
            .collect();
        let quarter = BILLION / 4;
        assert_eq!(
            told,
            [
                (index(0), vec![0, quarter, 0]),
                (index(1), vec![0, 0, quarter])
            ]
        );
    });
}

#[test]
fn mechanisms_come_and_go_with_all_that_is_theirs() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, 0, 0]);
        let set_count =
            |count| Mechanisms::<Test>::do_set_mechanism_count(NETUID, MechId::new(count));
        MaxAllowedUids::<Test>::insert(NETUID, 256);
        assert_noop!(set_count(0), Error::<Test>::InvalidValue);
        assert_noop!(set_count(3), Error::<Test>::InvalidValue);
        assert_noop!(set_count(2), Error::<Test>::TooManyUIDsPerMechanism);
        assert_noop!(
            Mechanisms::<Test>::do_set_mechanism_count(NetUid::new(9), MechId::new(1)),
            Error::<Test>::MechanismDoesNotExist
        );
        MaxAllowedUids::<Test>::insert(NETUID, 128);
        assert_ok!(set_count(2));
        assert_eq!(Incentive::<Test>::get(index(1)), [0; 3]);
        assert_eq!(LastUpdate::<Test>::get(index(1)), [0; 3]);

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
        let set = |split| Mechanisms::<Test>::do_set_emission_split(NETUID, split);
        for wrong in [vec![], vec![65_534], vec![65_535, 1], vec![1, 65_533, 1]] {
            assert_noop!(set(Some(wrong)), Error::<Test>::InvalidValue);
        }
        assert_noop!(
            Mechanisms::<Test>::do_set_emission_split(NetUid::new(9), None),
            Error::<Test>::MechanismDoesNotExist
        );
        assert_ok!(set(Some(vec![1, 65_534])));
        assert_eq!(split_of(65_535), [1, 65_534]);
        assert_ok!(set(None));
        assert_eq!(split_of(65_535), [32_768, 32_767]);
    });
}
