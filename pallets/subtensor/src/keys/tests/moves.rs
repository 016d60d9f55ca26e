//! What becomes of what is stored of a hotkey, on one subnet.

use alloc::collections::BTreeMap;
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::swap::{COLDKEY, NEW, OLD, ROOT, STAKER, stake, swap, swap_for, test};
use crate::{AxonInfo, Error, mock::*, pallet::*};

const PART: u64 = u64::MAX / 4;

fn own(hotkey: u64) {
    assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
        &account(COLDKEY),
        &account(hotkey)
    ));
}

/// Makes one hotkey the child of another.
fn relate(netuid: NetUid, parent: u64, child: u64) {
    let mut children = ChildKeys::<Test>::get(account(parent), netuid);
    children.push((PART, account(child)));
    children.sort_by(|one, other| one.1.cmp(&other.1));
    ChildKeys::<Test>::insert(account(parent), netuid, children);
    ParentKeys::<Test>::append(account(child), netuid, (PART, account(parent)));
    for hotkey in [parent, child] {
        Subnets::<Test>::note_account(netuid, &account(hotkey));
    }
}

fn children(netuid: NetUid, parent: u64) -> Vec<AccountId> {
    let children = ChildKeys::<Test>::get(account(parent), netuid);
    children.into_iter().map(|(_, child)| child).collect()
}

fn parents(netuid: NetUid, child: u64) -> Vec<AccountId> {
    let parents = ParentKeys::<Test>::get(account(child), netuid);
    parents.into_iter().map(|(_, parent)| parent).collect()
}

fn wait(netuid: NetUid, parent: u64, list: &[(u64, u64)]) {
    let list: Vec<_> = list
        .iter()
        .map(|(parts, child)| (*parts, account(*child)))
        .collect();
    PendingChildKeys::<Test>::insert(netuid, account(parent), (list, 1_000));
    PendingChildKeysOf::<Test>::append(account(parent), netuid);
}

fn waiting(netuid: NetUid, parent: u64) -> Vec<(u64, AccountId)> {
    PendingChildKeys::<Test>::get(netuid, account(parent)).0
}

#[test]
fn the_uid_and_all_that_hangs_on_it() {
    test(|netuid| {
        let uid = Uids::<Test>::get(netuid, account(OLD));
        let index = NetUidStorageIndex::from_parts(netuid, MechId::new(0));
        let commits = alloc::collections::VecDeque::from([(H256::zero(), 1, 2, 3)]);
        WeightCommits::<Test>::insert(index, account(OLD), &commits);
        let axon = AxonInfo {
            port: 7,
            ..Default::default()
        };
        Axons::<Test>::insert(netuid, account(OLD), axon);
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(Uids::<Test>::get(netuid, account(NEW)), uid);
        assert_eq!(Uids::<Test>::get(netuid, account(OLD)), None);
        assert_eq!(Keys::<Test>::get(netuid, uid.unwrap()), account(NEW));
        assert!(IsNetworkMember::<Test>::get(account(NEW), netuid));
        assert!(!IsNetworkMember::<Test>::contains_key(account(OLD), netuid));
        assert_eq!(Axons::<Test>::get(netuid, account(NEW)), Some(axon));
        assert_eq!(Axons::<Test>::get(netuid, account(OLD)), None);
        assert_eq!(
            WeightCommits::<Test>::get(index, account(NEW)),
            Some(commits)
        );
        assert_eq!(WeightCommits::<Test>::get(index, account(OLD)), None);
        assert_eq!(SubnetOwnerHotkey::<Test>::get(netuid), account(NEW));
    });
}

#[test]
fn relations_take_the_place_of_those_of_the_new_one() {
    test(|netuid| {
        own(NEW);
        relate(netuid, OLD, 21);
        relate(netuid, OLD, 22);
        relate(netuid, 31, OLD);
        relate(netuid, NEW, 22);
        relate(netuid, NEW, 23);
        relate(netuid, 31, NEW);
        relate(netuid, 32, NEW);
        assert_ok!(swap(Some(netuid), true));
        assert_eq!(children(netuid, NEW), [account(21), account(22)]);
        assert_eq!(parents(netuid, NEW), [account(31)]);
        assert_eq!(children(netuid, 31), [account(NEW)]);
        assert_eq!(parents(netuid, 22), [account(NEW)]);
        for gone in [23, OLD] {
            assert!(parents(netuid, gone).is_empty());
        }
        for gone in [32, OLD] {
            assert!(children(netuid, gone).is_empty());
        }
    });
}

#[test]
fn relations_of_the_new_one_stay_where_the_old_one_has_none() {
    test(|netuid| {
        own(NEW);
        relate(netuid, NEW, 23);
        relate(netuid, 32, NEW);
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(children(netuid, NEW), [account(23)]);
        assert_eq!(parents(netuid, NEW), [account(32)]);
    });
}

#[test]
fn relatives_do_not_take_each_others_place() {
    for is_child in [true, false] {
        test(|netuid| {
            let (parent, child) = if is_child { (OLD, NEW) } else { (NEW, OLD) };
            relate(netuid, parent, child);
            for netuid in [None, Some(netuid)] {
                let failed = swap(netuid, false).unwrap_err().error;
                assert_eq!(failed, Error::<Test>::InvalidChild.into());
            }
        });
    }
}

#[test]
fn what_waits_is_checked_anew() {
    test(|netuid| {
        wait(netuid, OLD, &[(PART, NEW)]);
        assert_noop!(
            swap(Some(netuid), false).map_err(|failed| failed.error),
            Error::<Test>::InvalidChild
        );
        wait(netuid, OLD, &[(PART, 21)]);
        PendingChildKeysOf::<Test>::insert(account(OLD), vec![netuid]);
        relate(netuid, 21, NEW);
        assert_noop!(
            swap(Some(netuid), false).map_err(|failed| failed.error),
            Error::<Test>::ChildParentInconsistency
        );
        // Not any more where the parents of the old one are the new one's.
        relate(netuid, 31, OLD);
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(waiting(netuid, NEW), [(PART, account(21))]);
        assert!(waiting(netuid, OLD).is_empty());
        assert_eq!(PendingChildKeysOf::<Test>::get(account(NEW)), [netuid]);
    });
}

#[test]
fn children_of_others_that_wait_name_the_new_one() {
    test(|netuid| {
        wait(netuid, 41, &[(1, OLD), (2, 21)]);
        wait(netuid, 42, &[(1, OLD), (2, NEW)]);
        wait(netuid, 43, &[(1, 21)]);
        wait(netuid, NEW, &[(1, OLD), (2, 21)]);
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(waiting(netuid, 41), [(2, account(21)), (1, account(NEW))]);
        assert_eq!(waiting(netuid, 42), [(3, account(NEW))]);
        assert_eq!(waiting(netuid, 43), [(1, account(21))]);
        assert_eq!(waiting(netuid, NEW), [(2, account(21))]);
    });
}

#[test]
fn a_seat_alone_takes_the_automatic_children_along() {
    test(|netuid| {
        own(21);
        Neurons::<Test>::append_neuron(ROOT, &account(21), 1);
        crate::Children::<Test>::lend_to_owners(&account(21));
        assert_eq!(children(netuid, 21), [account(OLD)]);
        assert_ok!(swap_for(21, 22, Some(ROOT), false));
        assert!(children(netuid, 21).is_empty());
        assert_eq!(children(netuid, 22), [account(OLD)]);
        System::set_block_number(20);
        assert_ok!(swap_for(22, 23, None, false));
        assert_eq!(children(netuid, 23), [account(OLD)]);
        // And so does the owner's hotkey the parents.
        System::set_block_number(30);
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(children(netuid, 23), [account(NEW)]);
        assert_eq!(parents(netuid, NEW), [account(23)]);
    });
}

#[test]
fn auto_stakers_follow_as_far_as_there_is_room() {
    test(|netuid| {
        own(NEW);
        let named = |hotkey: u64, coldkeys: core::ops::Range<u64>| {
            for coldkey in coldkeys {
                AutoStakeDestination::<Test>::insert(account(coldkey), netuid, account(hotkey));
                AutoStakeDestinationColdkeys::<Test>::append(
                    account(hotkey),
                    netuid,
                    account(coldkey),
                );
                Subnets::<Test>::note_account(netuid, &account(coldkey));
            }
            Subnets::<Test>::note_account(netuid, &account(hotkey));
        };
        named(OLD, 1_000..1_600);
        named(NEW, 2_000..2_600);
        assert_ok!(swap(Some(netuid), false));
        let listed = AutoStakeDestinationColdkeys::<Test>::get(account(NEW), netuid);
        assert_eq!(listed.len(), 1_024);
        let destination = |coldkey| AutoStakeDestination::<Test>::get(account(coldkey), netuid);
        assert_eq!(destination(1_599), Some(account(NEW)));
        assert_eq!(destination(2_423), Some(account(NEW)));
        assert_eq!(destination(2_424), None);
    });
}

#[test]
fn a_creation_that_waits_gets_the_new_hotkey() {
    test(|_| {
        own(21);
        let waiting = |coldkey| crate::NetworkRegistrationInfo {
            coldkey: account(coldkey),
            hotkey: account(21),
            mechid: 1,
            identity: None,
            lock_amount: Default::default(),
            median_subnet_alpha_price: Default::default(),
            registration_block: 1,
        };
        NetworkRegistrationQueue::<Test>::put(vec![waiting(COLDKEY), waiting(2)]);
        assert_ok!(swap_for(21, NEW, None, false));
        let hotkeys: Vec<_> = NetworkRegistrationQueue::<Test>::take()
            .into_iter()
            .map(|waiting| waiting.hotkey)
            .collect();
        assert_eq!(hotkeys, [account(NEW), account(21)]);
    });
}

#[test]
fn sealed_weights_count_for_whoever_has_the_place() {
    test(|netuid| {
        let holder = |hotkey| Hotkeys::<Test>::holder_of_place(netuid, &account(hotkey));
        assert_eq!(holder(OLD), account(OLD));
        assert_eq!(holder(STAKER), account(STAKER));
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(holder(OLD), account(NEW));
        Neurons::<Test>::append_neuron(netuid, &account(OLD), 10);
        assert_eq!(holder(OLD), account(OLD));
    });
}

#[test]
fn every_position_of_a_list_is_there_once() {
    test(|netuid| {
        own(NEW);
        for hotkey in [OLD, NEW] {
            stake(STAKER, hotkey, netuid, TAO);
        }
        assert_ok!(swap(Some(netuid), false));
        let mut count = BTreeMap::<AccountId, u32>::new();
        for hotkey in StakePositions::<Test>::get(netuid, account(STAKER)) {
            *count.entry(hotkey).or_default() += 1;
        }
        assert_eq!(count, [(account(NEW), 1)].into());
    });
}
