//! Publishing: the checks in their order, the space of an epoch, what is stored.

use codec::Encode;
use frame_support::{
    assert_noop, assert_ok,
    dispatch::{DispatchClass, GetDispatchInfo, Pays},
};
use sp_runtime::DispatchError::BadOrigin;
use subtensor_primitives::CommitmentsInterface;

use super::*;
use crate::{
    Call, Error, Event, LastBondsReset, LastCommitment, MaxSpace, TimelockChanges, UsedSpaceOf,
    WeightInfo,
};

fn used(netuid: NetUid, who: u64) -> u64 {
    UsedSpaceOf::<Test>::get(netuid, who).map_or(0, |usage| usage.used_space)
}

#[test]
fn a_commitment_is_stored_and_replaces_the_one_before() {
    chain(|| {
        assert_ok!(commit(ALICE, NETUID, &[raw(3), Data::None]));
        System::assert_last_event(
            Event::Commitment {
                netuid: NETUID,
                who: ALICE,
            }
            .into(),
        );
        next_block();
        assert_ok!(commit(ALICE, NETUID, &[Data::Sha256([1; 32])]));
        assert_eq!(fields(NETUID, ALICE), Some(vec![Data::Sha256([1; 32])]));
        assert_eq!(LastCommitment::<Test>::get(NETUID, ALICE), Some(2));
        let stored = crate::CommitmentOf::<Test>::get(NETUID, ALICE).unwrap();
        assert_eq!((stored.block, stored.deposit), (2, 0));
        let bytes = (0u64, 2u64, info(&[Data::Sha256([1; 32])])).encode();
        assert_eq!(Commitments::get_commitments(NETUID), [(ALICE, bytes)]);
        assert_eq!(Commitments::get_commitments(OTHER), []);
    });
}

#[test]
fn checks_are_made_in_their_order() {
    chain(|| {
        MaxSpace::<Test>::put(99);
        let failure = failed(&sealed(vec![1], 5));
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            let call = Commitments::set_commitment(origin, NETUID, info(&[]));
            assert_noop!(call, BadOrigin);
        }
        assert_noop!(
            commit(STRANGER, NETUID, std::slice::from_ref(&failure)),
            Error::<Test>::AccountNotAllowedCommit
        );
        assert_noop!(
            commit(ALICE, NetUid::new(77), &[]),
            Error::<Test>::AccountNotAllowedCommit
        );
        assert_noop!(
            commit(ALICE, NETUID, &[raw(1), failure]),
            Error::<Test>::TimelockRevealFailedNotAllowed
        );
        assert_noop!(
            commit(ALICE, NETUID, &[]),
            Error::<Test>::SpaceLimitExceeded
        );
        MaxSpace::<Test>::put(100);
        assert_ok!(commit(ALICE, NETUID, &[]));
        assert_eq!(fields(NETUID, ALICE), Some(vec![]));
    });
}

#[test]
fn the_pool_sees_the_errors_of_the_call_and_changes_nothing() {
    chain(|| {
        let root = sp_io::storage::root(Default::default());
        let check =
            |who, fields: &[Data]| Commitments::check_commitment(&who, NETUID, &info(fields));
        assert!(matches!(
            check(STRANGER, &[]),
            Err(Error::AccountNotAllowedCommit)
        ));
        assert!(matches!(
            check(ALICE, &[failed(&sealed(vec![], 0))]),
            Err(Error::TimelockRevealFailedNotAllowed)
        ));
        let big = |length| Data::BigRaw(vec![0; length].try_into().unwrap());
        assert_eq!(
            check(ALICE, &[big(400), raw(1)])
                .map(|usage| usage.used_space)
                .ok(),
            Some(401)
        );
        MaxSpace::<Test>::put(400);
        let after = sp_io::storage::root(Default::default());
        assert!(matches!(
            check(ALICE, &[big(400), raw(1)]),
            Err(Error::SpaceLimitExceeded)
        ));
        assert_ne!(root, after);
        assert_eq!(sp_io::storage::root(Default::default()), after);
    });
}

#[test]
fn a_commitment_takes_a_hundred_bytes_at_the_least_and_epochs_begin_anew() {
    chain(|| {
        MaxSpace::<Test>::put(1_000);
        assert_ok!(commit(ALICE, NETUID, &[raw(50)]));
        assert_eq!(used(NETUID, ALICE), 100);
        assert_ok!(commit(ALICE, NETUID, &[raw(110)]));
        assert_eq!(used(NETUID, ALICE), 210);
        Epoch::set(1);
        assert_ok!(commit(ALICE, NETUID, &[raw(120)]));
        assert_eq!(used(NETUID, ALICE), 120);
    });
}

#[test]
fn two_small_commitments_do_not_fit_into_150_bytes() {
    chain(|| {
        MaxSpace::<Test>::put(150);
        assert_ok!(commit(ALICE, NETUID, &[raw(30)]));
        assert_noop!(
            commit(ALICE, NETUID, &[raw(30)]),
            Error::<Test>::SpaceLimitExceeded
        );
    });
}

#[test]
fn space_is_of_a_hotkey_on_a_subnet_in_an_epoch() {
    chain(|| {
        MaxSpace::<Test>::put(250);
        assert_ok!(commit(ALICE, NETUID, &[raw(20)]));
        assert_ok!(commit(ALICE, NETUID, &[raw(20)]));
        assert_noop!(
            commit(ALICE, NETUID, &[raw(20)]),
            Error::<Test>::SpaceLimitExceeded
        );
        assert_ok!(commit(ALICE, OTHER, &[raw(20)]));
        assert_ok!(commit(BOB, NETUID, &[raw(20)]));
        Epoch::set(1);
        assert_ok!(commit(ALICE, NETUID, &[raw(20)]));
        assert_eq!(used(NETUID, ALICE), 100);
    });
}

#[test]
fn the_limit_is_3100_bytes_until_root_sets_another() {
    chain(|| {
        assert_eq!(MaxSpace::<Test>::get(), 3_100);
        for origin in [RuntimeOrigin::signed(ALICE), RuntimeOrigin::none()] {
            assert_noop!(Commitments::set_max_space(origin, 5), BadOrigin);
        }
        System::reset_events();
        assert_ok!(Commitments::set_max_space(RuntimeOrigin::root(), 5));
        assert_eq!(MaxSpace::<Test>::get(), 5);
        assert!(System::events().is_empty());
    });
}

#[test]
fn bonds_are_reset_once_and_not_by_what_fails() {
    chain(|| {
        let wish = Data::ResetBondsFlag;
        assert_ok!(commit(ALICE, NETUID, &[raw(3)]));
        assert_eq!(LastBondsReset::<Test>::get(NETUID, ALICE), None);
        next_block();
        assert_ok!(commit(ALICE, NETUID, &[wish.clone(), raw(3), wish.clone()]));
        assert_eq!(Resets::get(), [(NETUID, ALICE)]);
        assert_eq!(LastBondsReset::<Test>::get(NETUID, ALICE), Some(2));
        next_block();
        MaxSpace::<Test>::put(250);
        assert_noop!(
            commit(ALICE, NETUID, &[wish]),
            Error::<Test>::SpaceLimitExceeded
        );
        assert_eq!(Resets::get().len(), 1);
        // The day of the last wish stays.
        Epoch::set(1);
        assert_ok!(commit(ALICE, NETUID, &[raw(3)]));
        assert_eq!(LastBondsReset::<Test>::get(NETUID, ALICE), Some(2));
    });
}

#[test]
fn a_sealed_commitment_names_its_first_round_and_enters_the_index() {
    chain(|| {
        assert_ok!(commit(
            ALICE,
            NETUID,
            &[raw(3), sealed(vec![1], 9), sealed(vec![2], 7)]
        ));
        let event = Event::TimelockCommitment {
            netuid: NETUID,
            who: ALICE,
            reveal_round: 9,
        };
        System::assert_last_event(event.into());
        next_block();
        assert_eq!(index(), [(NETUID, ALICE)]);
        // Nobody whose place does not change is noted.
        assert_ok!(commit(ALICE, NETUID, &[sealed(vec![3], 8)]));
        assert_ok!(commit(BOB, NETUID, &[raw(3)]));
        assert!(TimelockChanges::<Test>::get().is_empty());
        assert_ok!(commit(ALICE, NETUID, &[raw(4)]));
        System::assert_last_event(
            Event::Commitment {
                netuid: NETUID,
                who: ALICE,
            }
            .into(),
        );
        next_block();
        assert!(index().is_empty());
    });
}

#[test]
fn whoever_changes_back_within_a_block_is_where_it_was() {
    chain(|| {
        assert_ok!(commit(ALICE, NETUID, &[sealed(vec![1], 9)]));
        assert_ok!(commit(ALICE, NETUID, &[raw(1)]));
        assert_ok!(commit(BOB, NETUID, &[sealed(vec![1], 9)]));
        assert_ok!(commit(BOB, NETUID, &[raw(1)]));
        assert_ok!(commit(BOB, NETUID, &[sealed(vec![1], 9)]));
        next_block();
        assert_eq!(index(), [(NETUID, BOB)]);
    });
}

#[test]
fn a_commitment_is_free_and_weighs_more_with_a_reset_of_bonds() {
    let weight = |fields: &[Data]| {
        let call = Call::<Test>::set_commitment {
            netuid: NETUID,
            info: info(fields),
        };
        let dispatch = call.get_dispatch_info();
        assert_eq!(
            (dispatch.class, dispatch.pays_fee),
            (DispatchClass::Normal, Pays::No)
        );
        dispatch.call_weight.ref_time()
    };
    let most = <Test as crate::Config>::WeightInfo::set_commitment().ref_time();
    for fields in [&[][..], &[Data::None], &[raw(1)], &[raw(100)]] {
        assert_eq!(weight(fields), most);
    }
    assert_eq!(
        weight(&[Data::ResetBondsFlag]),
        weight(&[Data::None]) + <Neurons as crate::Subnets<u64>>::reset_bonds_weight().ref_time()
    );
    let root = Call::<Test>::set_max_space { new_limit: 1 }.get_dispatch_info();
    assert_eq!(root.pays_fee, Pays::Yes);
    assert_eq!(
        root.call_weight,
        <Test as crate::Config>::WeightInfo::set_max_space()
    );
}
