//! Root validators as parents of the owners of subnets (spec 90 §18).

use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use sp_runtime::DispatchError::BadOrigin;
use subtensor_primitives::NetUid;

use super::*;
use crate::{Error, Event, RateLimitKey, rate_limits::Action};

fn set_auto(coldkey: u64, hotkey: u64, enabled: bool) -> DispatchResult {
    SubtensorModule::set_auto_parent_delegation_enabled(signed(coldkey), account(hotkey), enabled)
}

/// Root with so many seats, and no other limits.
fn root(seats: u16) {
    MaxAllowedUids::<Test>::insert(ROOT, seats);
    MaxRegistrationsPerBlock::<Test>::insert(ROOT, u16::MAX);
    TargetRegistrationsPerInterval::<Test>::insert(ROOT, u16::MAX);
    MaxBurn::<Test>::insert(ROOT, TaoBalance::new(TAO));
    ImmunityPeriod::<Test>::insert(ROOT, 0);
}

/// Seats the hotkeys of the coldkeys.
fn seat(coldkeys: impl IntoIterator<Item = u64>) {
    for coldkey in coldkeys {
        let seated = SubtensorModule::root_register(signed(coldkey), account(coldkey + 20));
        assert_ok!(seated);
    }
}

/// What has been said of children since the events were reset.
fn said() -> Vec<(AccountId, NetUid, Relatives<AccountId>)> {
    let events = System::events().into_iter();
    events
        .filter_map(|record| match record.event {
            RuntimeEvent::SubtensorModule(Event::SetChildren(hotkey, netuid, children)) => {
                Some((hotkey, netuid, children))
            }
            _ => None,
        })
        .collect()
}

fn name_owner_hotkey(netuid: NetUid, coldkey: u64, hotkey: u64) {
    own(coldkey, hotkey);
    LastRateLimitedBlock::<Test>::remove(RateLimitKey::SetSNOwnerHotkey(netuid));
    let named = Subnets::<Test>::do_set_owner_hotkey(signed(coldkey), netuid, account(hotkey));
    assert_ok!(named);
}

#[test]
fn with_a_seat_a_hotkey_becomes_a_parent_on_every_subnet() {
    test(|netuid| {
        root(9);
        let other = start_subnet(1, 12);
        // Neither stake nor a limit on naming children counts, nor the cooldown.
        StakeThreshold::<Test>::put(u64::MAX);
        RateLimits::<Test>::note_action(&account(22), netuid, Action::Children);
        System::reset_events();
        seat([2, 3]);
        for (subnet, owner) in [(netuid, 11), (other, 12)] {
            assert_eq!(parents_of(owner, subnet), list(&[(ALL, 22), (ALL, 23)]));
            assert_eq!(children_of(22, subnet), list(&[(ALL, owner)]));
            assert!(!is_pending(22, subnet));
        }
        let of_23 = TransactionKeyLastBlock::<Test>::get((account(23), netuid, 0));
        assert_eq!(of_23, 0);
        // Subnet 1 has no owner hotkey.
        assert!(children_of(22, NetUid::new(1)).is_empty());
        let expected = [
            (22, netuid, 11),
            (22, other, 12),
            (23, netuid, 11),
            (23, other, 12),
        ];
        let expected = expected.map(|(of, on, child)| (account(of), on, list(&[(ALL, child)])));
        assert_eq!(said(), expected);
        let last = Event::NeuronRegistered(ROOT, 1, account(23));
        System::assert_last_event(last.into());
    });
}

#[test]
fn whoever_objects_or_has_children_or_cannot_be_a_parent_is_left_out() {
    test(|netuid| {
        root(9);
        assert_ok!(set_auto(2, 22, false));
        set_at_once(3, 23, netuid, &[(1, 26)]);
        assert_ok!(set(4, 24, netuid, &[(1, 26)]));
        set_at_once(1, 11, netuid, &[(1, 25)]);
        seat([2, 3, 4, 5]);
        assert!(children_of(22, netuid).is_empty());
        assert_eq!(children_of(23, netuid), list(&[(1, 26)]));
        assert!(children_of(24, netuid).is_empty() && is_pending(24, netuid));
        assert!(
            children_of(25, netuid).is_empty(),
            "it is a child of the owner"
        );
        assert!(parents_of(11, netuid).is_empty());
    });
}

#[test]
fn nobody_gives_way_to_a_parent_that_did_not_ask() {
    test(|netuid| {
        root(9);
        crowd(11, netuid);
        let before = parents_of(11, netuid);
        stake_root(22, 100 * TAO);
        seat([2]);
        assert!(children_of(22, netuid).is_empty());
        assert_eq!(parents_of(11, netuid), before);
    });
}

#[test]
fn root_validators_become_parents_of_a_new_subnets_owner() {
    test(|_| {
        root(9);
        StakeThreshold::<Test>::put(u64::MAX);
        seat([2, 3, 4]);
        assert_ok!(set_auto(3, 23, false));
        System::reset_events();
        let netuid = start_subnet(5, 55);
        assert_eq!(parents_of(55, netuid), list(&[(ALL, 22), (ALL, 24)]));
        assert_eq!(children_of(22, netuid), list(&[(ALL, 55)]));
        let expected = [22, 24].map(|of| (account(of), netuid, list(&[(ALL, 55)])));
        assert_eq!(said(), expected);
        let limited = TransactionKeyLastBlock::<Test>::get((account(22), netuid, 0));
        assert_eq!(limited, 0);
    });
}

#[test]
fn an_owner_with_a_seat_is_no_parent_of_itself() {
    test(|netuid| {
        root(9);
        seat([2, 3]);
        assert_ok!(SubtensorModule::root_register(signed(1), account(11)));
        assert!(children_of(11, netuid).is_empty());
        let opened = start_subnet(2, 22);
        assert_eq!(parents_of(22, opened), list(&[(ALL, 23), (ALL, 11)]));
        assert!(children_of(22, opened).is_empty());
    });
}

#[test]
fn with_its_seat_a_hotkey_loses_what_came_with_it_and_nothing_else() {
    test(|netuid| {
        root(1);
        let [halves, more, elsewhere] = [12, 13, 14].map(|hotkey| start_subnet(1, hotkey));
        seat([2]);
        for (subnet, children) in [
            (halves, &[(ALL / 2, 12)][..]),
            (more, &[(ALL, 13), (0, 26)][..]),
            (elsewhere, &[(ALL, 26)][..]),
        ] {
            set_at_once(2, 22, subnet, children);
        }
        System::reset_events();
        seat([3]);
        assert!(children_of(22, netuid).is_empty());
        assert_eq!(parents_of(11, netuid), list(&[(ALL, 23)]));
        assert_eq!(children_of(22, halves), list(&[(ALL / 2, 12)]));
        assert_eq!(children_of(22, more).len(), 2);
        assert_eq!(children_of(22, elsewhere), list(&[(ALL, 26)]));
        let ended = said()
            .into_iter()
            .filter(|(hotkey, ..)| *hotkey == account(22));
        let ended: Vec<_> = ended.collect();
        assert_eq!(ended, [(account(22), netuid, vec![])]);
        // What was named by hand in this form goes, too; that of others stays.
        set_at_once(6, 26, netuid, &[(ALL, 11)]);
        seat([4]);
        assert_eq!(parents_of(11, netuid), list(&[(ALL, 26), (ALL, 24)]));
    });
}

#[test]
fn with_its_seat_back_a_hotkey_is_a_parent_again() {
    test(|netuid| {
        root(1);
        for coldkey in [2, 3, 2] {
            seat([coldkey]);
            assert_eq!(parents_of(11, netuid), list(&[(ALL, coldkey + 20)]));
        }
    });
}

#[test]
fn parents_follow_the_owner_of_a_subnet_to_its_next_hotkey() {
    test(|netuid| {
        root(9);
        own(1, 12);
        seat([2, 3, 4, 5]);
        // Of those with a seat: one is a child of the next owner hotkey, one lends a part.
        set_at_once(1, 12, netuid, &[(1, 23)]);
        set_at_once(4, 24, netuid, &[(ALL / 2, 11)]);
        // One without.
        set_at_once(6, 26, netuid, &[(ALL, 11)]);
        System::reset_events();
        name_owner_hotkey(netuid, 1, 12);
        assert_eq!(parents_of(12, netuid), list(&[(ALL, 22), (ALL, 25)]));
        assert!(children_of(23, netuid).is_empty());
        assert_eq!(parents_of(11, netuid), list(&[(ALL / 2, 24), (ALL, 26)]));
        let told = [
            (22, &[(ALL, 12)][..]),
            (23, &[][..]),
            (25, &[(ALL, 12)][..]),
        ];
        let told = told.map(|(of, children)| (account(of), netuid, list(children)));
        assert_eq!(said(), told);
        // To the one that it is changes nothing.
        System::reset_events();
        name_owner_hotkey(netuid, 1, 12);
        assert!(said().is_empty());
        assert_eq!(parents_of(12, netuid), list(&[(ALL, 22), (ALL, 25)]));
    });
}

#[test]
fn a_parent_that_is_the_next_owner_hotkey_takes_back_its_stake() {
    test(|netuid| {
        root(9);
        seat([2]);
        assert_ok!(SubtensorModule::root_register(signed(1), account(12)));
        name_owner_hotkey(netuid, 1, 12);
        assert!(children_of(12, netuid).is_empty());
        assert_eq!(parents_of(12, netuid), list(&[(ALL, 22)]));
        assert!(parents_of(11, netuid).is_empty());
    });
}

#[test]
fn parents_do_not_follow_to_a_hotkey_that_has_as_many_as_it_may() {
    test(|netuid| {
        root(9);
        seat([2]);
        crowd(12, netuid);
        name_owner_hotkey(netuid, 1, 12);
        assert!(children_of(22, netuid).is_empty());
        assert!(parents_of(11, netuid).is_empty());
        assert_eq!(parents_of(12, netuid).len(), MAX_PARENTS as usize);
    });
}

#[test]
fn owners_of_hotkeys_opt_out_and_in_with_a_seat_or_without() {
    test(|netuid| {
        root(9);
        for enabled in [false, true] {
            assert_ok!(set_auto(2, 22, enabled));
            let hotkey = account(22);
            assert_eq!(AutoParentDelegationEnabled::<Test>::get(&hotkey), enabled);
            System::assert_last_event(
                Event::AutoParentDelegationEnabledSet { hotkey, enabled }.into(),
            );
        }
        seat([2]);
        assert_ok!(set_auto(2, 22, false));
        assert_eq!(children_of(22, netuid), list(&[(ALL, 11)]), "it stays");
        let unsigned = SubtensorModule::set_auto_parent_delegation_enabled(
            RuntimeOrigin::root(),
            account(22),
            false,
        );
        assert_eq!(unsigned, Err(BadOrigin));
        assert_noop!(set_auto(3, 25, false), Error::<Test>::NonAssociatedColdKey);
    });
}

#[derive(Clone, Debug)]
enum Step {
    Seat(u64),
    Open(u64),
    Dissolve(usize),
    Name(usize, u64),
    Object(u64, bool),
    Blocks(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => (2u64..10).prop_map(Step::Seat),
        2 => (1u64..10).prop_map(Step::Open),
        1 => (0usize..4).prop_map(Step::Dissolve),
        2 => (0usize..4, 20u64..40).prop_map(|(place, hotkey)| Step::Name(place, hotkey)),
        1 => (2u64..10, any::<bool>()).prop_map(|(who, enabled)| Step::Object(who, enabled)),
        2 => (1u64..4).prop_map(Step::Blocks),
    ];
    prop::collection::vec(step, 1..40)
}

fn take(step: Step) {
    let subnets = || {
        let mut subnets = Subnets::<Test>::subnet_netuids();
        subnets.retain(|netuid| Subnets::<Test>::owner_hotkey(*netuid).is_some());
        subnets
    };
    match step {
        Step::Seat(who) => {
            let _ = SubtensorModule::root_register(signed(who), account(who + 20));
        }
        Step::Open(who) => {
            let _ = SubtensorModule::register_network(signed(who), account(who + 10));
        }
        Step::Dissolve(place) => {
            if let Some(netuid) = subnets().get(place) {
                let origin = RuntimeOrigin::root();
                let _ = SubtensorModule::root_dissolve_network(origin, *netuid);
            }
        }
        Step::Name(place, hotkey) => {
            if let Some(netuid) = subnets().get(place) {
                let owner = RuntimeOrigin::signed(SubnetOwner::<Test>::get(netuid));
                let _ = SubtensorModule::try_associate_hotkey(owner.clone(), account(hotkey));
                LastRateLimitedBlock::<Test>::remove(RateLimitKey::SetSNOwnerHotkey(*netuid));
                let _ = Subnets::<Test>::do_set_owner_hotkey(owner, *netuid, account(hotkey));
            }
        }
        Step::Object(who, enabled) => {
            let _ = set_auto(who, who + 20, enabled);
        }
        Step::Blocks(count) => run_to_block(System::block_number() + count),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Where nobody names children, whoever has a child lends all it has to the owner hotkey of
    /// the subnet and has a seat on root.
    #[test]
    fn what_is_lent_without_asking_ends_with_the_seat(steps in steps()) {
        new_test_ext().execute_with(|| {
            root(3);
            NetworkRateLimit::<Test>::put(0);
            for step in steps {
                take(step);
                check();
                let netuids = Subnets::<Test>::subnet_netuids();
                let rows = ChildKeys::<Test>::iter();
                for (parent, netuid, children) in rows.filter(|row| netuids.contains(&row.1)) {
                    let owner = Subnets::<Test>::owner_hotkey(netuid).unwrap();
                    prop_assert_eq!(children, vec![(ALL, owner)]);
                    prop_assert!(Neurons::<Test>::is_registered(ROOT, &parent));
                }
            }
            Ok(())
        })?;
    }
}
