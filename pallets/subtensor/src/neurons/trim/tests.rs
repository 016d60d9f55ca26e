//! Trimming (spec 30 §9.5).

use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use crate::{AxonInfo, Error, mock::*, pallet::*};

const NETUID: NetUid = NetUid::new(7);
/// Emission of 16 uids, of which the first of these is the lowest uid's.
const EMISSION: [u64; 16] = [17, 42, 8, 56, 23, 91, 34, 77, 12, 65, 3, 88, 29, 51, 74, 39];

fn hotkey(uid: u16) -> AccountId {
    account(1_000 + u64::from(uid))
}

fn index(mechanism: u8) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(NETUID, MechId::new(mechanism))
}

/// A subnet of nobody's with 16 neurons long out of immunity, but for uid 6; two mechanisms.
fn subnet() {
    NetworksAdded::<Test>::insert(NETUID, true);
    MinAllowedUids::<Test>::insert(NETUID, 4);
    MaxAllowedUids::<Test>::insert(NETUID, 100);
    ImmunityPeriod::<Test>::insert(NETUID, 100);
    MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
    System::set_block_number(1_000);
    for uid in 0..16 {
        Neurons::<Test>::append_neuron(NETUID, &hotkey(uid), u64::from(uid));
        Axons::<Test>::insert(NETUID, hotkey(uid), AxonInfo::default());
        let address = sp_core::H160::from_low_u64_be(uid.into());
        AssociatedEvmAddress::<Test>::insert(NETUID, uid, (address, 1));
    }
    BlockAtRegistration::<Test>::insert(NETUID, 6, 999);
    Emission::<Test>::insert(NETUID, EMISSION.map(AlphaBalance::new).to_vec());
}

#[test]
fn the_uids_with_the_least_emission_go_as_in_30_9_5() {
    new_test_ext().execute_with(|| {
        subnet();
        assert_ok!(Neurons::<Test>::do_trim(NETUID, 8));
        let stay = [3u16, 5, 6, 7, 9, 11, 13, 14];
        assert_eq!(MaxAllowedUids::<Test>::get(NETUID), 8);
        assert_eq!(SubnetworkN::<Test>::get(NETUID), 8);
        assert_eq!(
            Emission::<Test>::get(NETUID),
            [56, 91, 34, 77, 65, 88, 51, 74].map(AlphaBalance::new)
        );
        for (new, old) in (0u16..).zip(stay) {
            assert_eq!(Keys::<Test>::get(NETUID, new), hotkey(old));
            assert_eq!(Uids::<Test>::get(NETUID, hotkey(old)), Some(new));
            assert!(Axons::<Test>::contains_key(NETUID, hotkey(old)));
            assert!(IsNetworkMember::<Test>::get(hotkey(old), NETUID));
            let (address, _) = AssociatedEvmAddress::<Test>::get(NETUID, new).unwrap();
            assert_eq!(address.to_low_u64_be(), u64::from(old));
        }
        assert_eq!(BlockAtRegistration::<Test>::get(NETUID, 2), 999);
        assert_eq!(BlockAtRegistration::<Test>::get(NETUID, 7), 14);
        for gone in (0..16).filter(|uid| !stay.contains(uid)) {
            assert!(!Uids::<Test>::contains_key(NETUID, hotkey(gone)));
            assert!(!Axons::<Test>::contains_key(NETUID, hotkey(gone)));
            assert!(!IsNetworkMember::<Test>::contains_key(hotkey(gone), NETUID));
        }
        for uid in 8..16 {
            assert!(!Keys::<Test>::contains_key(NETUID, uid));
            assert!(!BlockAtRegistration::<Test>::contains_key(NETUID, uid));
            assert!(!AssociatedEvmAddress::<Test>::contains_key(NETUID, uid));
        }
        for length in [
            Active::<Test>::get(NETUID).len(),
            Consensus::<Test>::get(NETUID).len(),
            Dividends::<Test>::get(NETUID).len(),
            ValidatorTrust::<Test>::get(NETUID).len(),
            ValidatorPermit::<Test>::get(NETUID).len(),
            StakeWeight::<Test>::get(NETUID).len(),
            Incentive::<Test>::get(index(1)).len(),
        ] {
            assert_eq!(length, 8);
        }
        assert_eq!(
            LastUpdate::<Test>::get(index(1)),
            stay.map(u64::from).to_vec()
        );
    });
}

#[test]
fn weights_and_bonds_follow_their_uids_and_commits_are_dropped() {
    new_test_ext().execute_with(|| {
        subnet();
        let commit = (H256::zero(), 1, 2, 0);
        for mechanism in [0, 1] {
            Weights::<Test>::insert(index(mechanism), 5, vec![(3, 30), (4, 40), (14, 140)]);
            Weights::<Test>::insert(index(mechanism), 4, vec![(5, 50)]);
            Bonds::<Test>::insert(index(mechanism), 14, vec![(0, 1), (13, 130)]);
            WeightCommits::<Test>::insert(
                index(mechanism),
                hotkey(5),
                [commit]
                    .into_iter()
                    .collect::<alloc::collections::VecDeque<_>>(),
            );
            let commit = (hotkey(5), 1, Default::default(), 9);
            ValidatorWeights::<Test>::queue_commit(index(mechanism), 3, commit);
        }
        assert_ok!(Neurons::<Test>::do_trim(NETUID, 8));
        for mechanism in [0, 1] {
            let weights: Vec<_> = Weights::<Test>::iter_prefix(index(mechanism)).collect();
            assert_eq!(weights, [(1, vec![(0, 30), (7, 140)])]);
            let bonds: Vec<_> = Bonds::<Test>::iter_prefix(index(mechanism)).collect();
            assert_eq!(bonds, [(7, vec![(6, 130)])]);
            assert_eq!(
                WeightCommits::<Test>::iter_prefix(index(mechanism)).count(),
                0
            );
            assert_eq!(
                TimelockedWeightCommits::<Test>::iter_prefix(index(mechanism)).count(),
                0
            );
        }
    });
}

#[test]
fn a_limit_above_the_uids_removes_nothing() {
    new_test_ext().execute_with(|| {
        subnet();
        Weights::<Test>::insert(index(0), 5, vec![(3, 30)]);
        assert_ok!(Neurons::<Test>::do_trim(NETUID, 16));
        assert_eq!(MaxAllowedUids::<Test>::get(NETUID), 16);
        assert_eq!(SubnetworkN::<Test>::get(NETUID), 16);
        assert_eq!(Weights::<Test>::get(index(0), 5), [(3, 30)]);
    });
}

#[test]
fn among_equals_the_highest_uid_goes_first() {
    new_test_ext().execute_with(|| {
        subnet();
        Emission::<Test>::remove(NETUID);
        assert_ok!(Neurons::<Test>::do_trim(NETUID, 8));
        let stay: Vec<_> = (0..8).map(|uid| Keys::<Test>::get(NETUID, uid)).collect();
        assert_eq!(stay, (0..8).map(hotkey).collect::<Vec<_>>());
    });
}

#[test]
fn uids_of_the_owner_stay() {
    new_test_ext().execute_with(|| {
        subnet();
        // Uid 10 earns least of all.
        SubnetOwnerHotkey::<Test>::insert(NETUID, hotkey(10));
        assert_ok!(Neurons::<Test>::do_trim(NETUID, 8));
        assert!(Uids::<Test>::contains_key(NETUID, hotkey(10)));
        assert!(!Uids::<Test>::contains_key(NETUID, hotkey(13)));
    });
}

#[test]
fn limits_out_of_bounds_and_too_many_immune_uids_are_refused() {
    new_test_ext().execute_with(|| {
        subnet();
        let trim = |netuid: u16, most| Neurons::<Test>::do_trim(NetUid::new(netuid), most);
        assert_noop!(trim(42, 8), Error::<Test>::SubnetNotExists);
        assert_noop!(trim(7, 3), Error::<Test>::InvalidValue);
        assert_noop!(trim(7, 101), Error::<Test>::InvalidValue);
        MinAllowedUids::<Test>::insert(NETUID, 0);
        assert_noop!(trim(7, 0), Error::<Test>::InvalidValue);
        for uid in [0, 1, 2] {
            BlockAtRegistration::<Test>::insert(NETUID, uid, 999);
        }
        // With uid 6 four are immune: all of 4, four fifths of 5, less of 6.
        for most in [3, 4, 5] {
            let reason = Error::<Test>::TrimmingWouldExceedMaxImmunePercentage;
            assert_noop!(trim(7, most), reason);
        }
        assert_ok!(trim(7, 6));
        for uid in [0, 1, 2, 6] {
            assert!(Uids::<Test>::contains_key(NETUID, hotkey(uid)));
        }
    });
}

#[test]
fn a_trimming_reaches_its_target_or_changes_nothing() {
    let storage = || sp_io::storage::root(sp_runtime::StateVersion::V1);
    for (immune, most) in (0..=16).flat_map(|immune| (1..=16).map(move |most| (immune, most))) {
        new_test_ext().execute_with(|| {
            subnet();
            MinAllowedUids::<Test>::insert(NETUID, 1);
            for uid in 0..immune {
                BlockAtRegistration::<Test>::insert(NETUID, uid, 999);
            }
            let before = storage();
            match Neurons::<Test>::do_trim(NETUID, most) {
                Ok(_) => assert_eq!(SubnetworkN::<Test>::get(NETUID), most),
                Err(_) => assert_eq!(storage(), before),
            }
        });
    }
}
