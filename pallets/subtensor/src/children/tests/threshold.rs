//! Parents whose stake is no longer worth the threshold: who waits to be valued, who is suspended,
//! and what that hides.

use frame_support::{
    traits::Hooks,
    weights::{Weight, WeightMeter},
};
use subtensor_primitives::NetUid;

use super::*;
use crate::{Children, Error, StakeWeights, WeightInfo, children::threshold::CHECKS_PER_BLOCK};

type Weights = <Test as crate::Config>::WeightInfo;

const MIN: u64 = 5 * TAO;
/// Least order.
const BIT: u64 = 2_000_000;

/// A block has time left.
fn idle() {
    SubtensorModule::on_idle(System::block_number(), Weight::MAX);
}

fn waits(hotkey: u64) -> bool {
    ChildkeyThresholdChecks::<Test>::contains_key(account(hotkey))
}

fn is_suspended(hotkey: u64) -> bool {
    ChildkeyThresholdSuspended::<Test>::contains_key(account(hotkey))
}

fn suspend(hotkey: u64) {
    ChildkeyThresholdSuspended::<Test>::insert(account(hotkey), ());
}

/// Root stake that counts for a hotkey on a subnet, rao.
fn counted(hotkey: u64, netuid: NetUid) -> u64 {
    StakeWeights::<Test>::new(netuid)
        .parts(&account(hotkey))
        .tao
}

/// The due children of a subnet take effect.
fn apply(netuid: NetUid) {
    Children::<Test>::apply_due_children(&[netuid], System::block_number() + 1_000);
}

/// Hotkey 22 has as much stake as a parent needs, and lends all of it to 23.
fn parent(netuid: NetUid) {
    StakeThreshold::<Test>::put(MIN);
    stake_root(22, MIN);
    set_at_once(2, 22, netuid, &[(ALL, 23)]);
}

#[test]
fn who_falls_below_the_threshold_lends_nothing_until_it_is_back() {
    test(|netuid| {
        parent(netuid);
        assert_eq!((counted(22, netuid), counted(23, netuid)), (0, MIN));
        let raw = (children_of(22, netuid), parents_of(23, netuid));

        unstake_root(22, 2 * BIT);
        assert!(waits(22) && !is_suspended(22), "until a block has time");
        assert_eq!(counted(23, netuid), MIN - 2 * BIT);
        idle();
        assert!(!waits(22) && is_suspended(22));
        let left = MIN - 2 * BIT;
        assert_eq!((counted(22, netuid), counted(23, netuid)), (left, 0));

        stake_root(22, BIT);
        idle();
        assert!(is_suspended(22), "still too little");
        stake_root(22, BIT);
        assert!(waits(22) && is_suspended(22));
        idle();
        assert!(!waits(22) && !is_suspended(22));
        assert_eq!(counted(23, netuid), MIN);
        let kept = (children_of(22, netuid), parents_of(23, netuid));
        assert_eq!(kept, raw, "relations stay stored");
    });
}

#[test]
fn stake_on_all_subnets_counts_at_its_price() {
    test(|netuid| {
        parent(netuid);
        assert_ok!(SubtensorModule::add_stake(
            signed(9),
            account(22),
            netuid,
            TaoBalance::new(TAO)
        ));
        unstake_root(22, TAO / 2);
        idle();
        assert!(!is_suspended(22), "alpha makes up for it");
        unstake_root(22, TAO);
        idle();
        assert!(is_suspended(22));
    });
}

#[test]
fn only_what_may_change_something_waits() {
    test(|netuid| {
        stake_root(22, 2 * MIN);
        set_at_once(2, 22, netuid, &[(ALL, 23)]);
        unstake_root(22, BIT);
        assert!(!waits(22), "nobody is below no threshold");
        StakeThreshold::<Test>::put(MIN);
        assert!(!waits(22), "a threshold that rises is no change of stake");
        stake_root(22, BIT);
        assert!(!waits(22), "more stake does not matter to who counts");
        stake_root(24, MIN);
        unstake_root(24, BIT);
        assert!(!waits(24), "nor less to who has no children");
        assert!(!waits(23), "nor does what a child inherits");
        unstake_root(22, BIT);
        assert!(waits(22));

        // Whoever is suspended is valued without children and without a threshold, too.
        suspend(24);
        unstake_root(24, BIT);
        assert!(waits(24));
        StakeThreshold::<Test>::put(0);
        idle();
        assert!(!is_suspended(24));
    });
}

#[test]
fn what_the_owner_hotkey_lends_on_its_own_subnet_always_counts() {
    test(|netuid| {
        let other = start_subnet(3, 33);
        StakeThreshold::<Test>::put(MIN);
        stake_root(11, MIN);
        for at in [netuid, other] {
            set_at_once(1, 11, at, &[(ALL, 24)]);
        }
        unstake_root(11, BIT);
        idle();
        assert!(is_suspended(11));
        let left = MIN - BIT;
        assert_eq!((counted(11, netuid), counted(24, netuid)), (0, left));
        assert_eq!((counted(11, other), counted(24, other)), (left, 0));
    });
}

#[test]
fn children_of_who_qualifies_end_its_suspension_when_they_take_effect() {
    test(|netuid| {
        StakeThreshold::<Test>::put(MIN);
        stake_root(22, MIN);
        suspend(22);
        assert_ok!(set(2, 22, netuid, &[(ALL, 23)]));
        assert!(is_suspended(22), "they wait");
        apply(netuid);
        assert_eq!(counted(23, netuid), MIN);
        assert!(!is_suspended(22));

        // At once on a subnet that has not started.
        stake_root(25, MIN);
        suspend(25);
        set_at_once(5, 25, netuid, &[(ALL, 26)]);
        assert!(!is_suspended(25));

        // Not if they come to nothing, as one that is a parent meanwhile.
        stake_root(24, MIN);
        suspend(24);
        assert_ok!(set(4, 24, netuid, &[(ALL, 22)]));
        System::set_block_number(1_000);
        set_at_once(2, 22, netuid, &[(ALL, 24)]);
        apply(netuid);
        assert!(children_of(24, netuid).is_empty() && is_suspended(24));

        // Nor by none, which need no stake.
        System::set_block_number(2_000);
        set_at_once(4, 24, netuid, &[]);
        assert!(is_suspended(24));
    });
}

#[test]
fn children_of_who_does_not_qualify_any_more_are_dropped_when_their_time_has_come() {
    test(|netuid| {
        let other = start_subnet(3, 33);
        StakeThreshold::<Test>::put(MIN);
        for (coldkey, hotkey) in [(1, 11), (2, 22), (4, 24)] {
            stake_root(hotkey, MIN);
            for at in [netuid, other] {
                assert_ok!(set(coldkey, hotkey, at, &[(ALL, 23)]));
            }
        }
        for hotkey in [11, 22, 24] {
            unstake_root(hotkey, BIT);
        }
        for hotkey in [11, 22, 24] {
            assert!(is_pending(hotkey, netuid), "a sale alone drops nothing");
        }
        stake_root(24, BIT);
        idle();
        for at in [netuid, other] {
            apply(at);
        }
        for hotkey in [11, 22, 24] {
            assert!(!is_pending(hotkey, netuid) && !is_pending(hotkey, other));
        }
        assert!(children_of(22, netuid).is_empty() && children_of(22, other).is_empty());
        assert!(children_of(11, other).is_empty());
        assert_eq!(children_of(11, netuid), list(&[(ALL, 23)]), "the owner's");
        assert_eq!(children_of(24, netuid), list(&[(ALL, 23)]), "in time again");
    });
}

#[test]
fn anybody_may_take_all_back() {
    test(|netuid| {
        parent(netuid);
        unstake_root(22, BIT);
        idle();
        System::set_block_number(1_000);
        let named = set(2, 22, netuid, &[(1, 23)]);
        assert_eq!(
            named,
            Err(Error::<Test>::NotEnoughStakeToSetChildkeys.into())
        );
        assert_ok!(set(2, 22, netuid, &[]));
        apply(netuid);
        assert!(children_of(22, netuid).is_empty());
        assert!(is_suspended(22));
    });
}

#[test]
fn a_place_is_not_held_by_who_is_suspended() {
    test(|netuid| {
        crowd(50, netuid);
        stake_root(22, TAO / 2);
        SubtokenEnabled::<Test>::insert(netuid, false);
        let refused = set(2, 22, netuid, &[(ALL, 50)]);
        assert_eq!(refused, Err(Error::<Test>::InvalidChild.into()));
        suspend(1_000);
        assert_ok!(set(2, 22, netuid, &[(ALL, 50)]));
        assert!(children_of(1_000, netuid).is_empty());
        SubtokenEnabled::<Test>::insert(netuid, true);
    });
}

#[test]
fn a_block_values_no_more_than_it_has_time_for() {
    test(|_| {
        StakeThreshold::<Test>::put(1);
        for hotkey in 0..150 {
            ChildkeyThresholdChecks::<Test>::insert(account(hotkey), ());
        }
        let waiting = || ChildkeyThresholdChecks::<Test>::iter_keys().count();
        let most = crate::weight_info::MAX_SUBNETS;
        let one = Weights::look_for_parents() + Weights::check_parent(most, most);
        for (limit, left) in [(Weight::zero(), 150), (one, 149)] {
            let mut meter = WeightMeter::with_limit(limit);
            Children::<Test>::check_parents(&mut meter);
            assert_eq!(waiting(), left);
            assert!(meter.consumed().all_lte(limit));
        }
        idle();
        assert_eq!(waiting(), 149 - CHECKS_PER_BLOCK);
        // Those who wait again come after those who have not had a turn.
        let valued: Vec<AccountId> = ChildkeyThresholdSuspended::<Test>::iter_keys().collect();
        for hotkey in &valued {
            ChildkeyThresholdChecks::<Test>::insert(hotkey, ());
        }
        for _ in 0..2 {
            idle();
        }
        assert_eq!(ChildkeyThresholdSuspended::<Test>::count(), 150);
        for _ in 0..3 {
            idle();
        }
        assert_eq!(waiting(), 0);
        assert!(!ChildkeyThresholdCheckCursor::<Test>::exists());
        let nothing = SubtensorModule::on_idle(1, Weight::MAX);
        let looks = Weights::look_for_parents() + Weights::look_for_erasures();
        assert_eq!(nothing, looks);
    });
}

#[test]
fn without_a_threshold_nobody_stays_suspended() {
    test(|_| {
        (0..100).for_each(suspend);
        StakeThreshold::<Test>::put(1);
        idle();
        assert_eq!(ChildkeyThresholdSuspended::<Test>::count(), 100);
        StakeThreshold::<Test>::put(0);
        idle();
        let left = ChildkeyThresholdSuspended::<Test>::count() as usize;
        assert_eq!(left, 100 - CHECKS_PER_BLOCK);
        idle();
        assert_eq!(ChildkeyThresholdSuspended::<Test>::count(), 0);
    });
}

#[test]
fn what_is_read_of_suspensions_counts_half_a_stake() {
    test(|netuid| {
        parent(netuid);
        let count = || {
            let mut weights = StakeWeights::<Test>::new(netuid);
            weights.parts(&account(23));
            weights.count()
        };
        assert_eq!(count(), 2);
        suspend(24);
        assert_eq!(count(), 3);
        suspend(22);
        assert_eq!(count(), 2, "the stake of who is suspended is not read");
    });
}
