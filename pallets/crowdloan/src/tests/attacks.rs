//! Calls within the stored call, delegates' filters, and rao that nobody has asked for.

use frame_support::{assert_ok, traits::OriginTrait};

use super::*;

/// Everything that could take value out of a crowdloan a second time, or change it.
fn touching(crowdloan_id: u32) -> Vec<Call<Test>> {
    vec![
        contribute_call(crowdloan_id, 10),
        withdraw_call(crowdloan_id),
        finalize_call(crowdloan_id),
        refund_call(crowdloan_id),
        dissolve_call(crowdloan_id),
        Call::update_min_contribution {
            crowdloan_id,
            new_min_contribution: 20.into(),
        },
        Call::update_end {
            crowdloan_id,
            new_end: END + 1,
        },
        Call::update_cap {
            crowdloan_id,
            new_cap: 500.into(),
        },
        Call::set_max_contribution {
            crowdloan_id,
            new_max_contribution: None,
        },
    ]
}

#[test]
fn a_stored_call_cannot_touch_its_crowdloan() {
    for call in touching(0) {
        chain(|| {
            // Else no call that may finalize something could be stored.
            MaxCall::set(u64::MAX);
            let stored = batch(vec![take_call(TARGET, 0, 0), call.into()]);
            open(create_for(150, stored), &[(CREATOR, 30), (BOB, 70)]);
            fails(CREATOR, finalize_call(0), Error::<Test>::AlreadyFinalizing);
            assert_ok!(send(BOB, withdraw_call(0)));
        });
    }
}

#[test]
fn a_stored_call_finalizes_no_other_crowdloan() {
    chain(|| {
        let own = Error::<Test>::InvalidFinalizationConfig;
        fails(CREATOR, create_for(150, finalize_call(1)), own);
        // It is heavier than a stored call can be, if that has a limit.
        MaxCall::set(u64::MAX);
        let stored = batch(vec![take_call(TARGET, 0, 0), finalize_call(1).into()]);
        open(create_for(150, stored), &[(BOB, 100)]);
        assert_ok!(send(CREATOR, create_call(60)));
        assert_ok!(send(BOB, contribute_call(1, 10)));
        fails(CREATOR, finalize_call(0), Error::<Test>::AlreadyFinalizing);
        assert_ok!(send(CREATOR, finalize_call(1)));
    });
}

#[test]
fn a_stored_call_may_touch_another_crowdloan() {
    chain(|| {
        let stored = batch(vec![
            take_call(TARGET, 0, 0),
            contribute_call(1, 10).into(),
            create_call(200).into(),
        ]);
        open(create_for(150, stored), &[(BOB, 100)]);
        assert_ok!(send(BOB, create_call(60)));
        assert_ok!(send(CREATOR, finalize_call(0)));
        assert_eq!(given(1, &CREATOR), Some(10));
        assert_eq!(info(2).creator, CREATOR);
    });
}

#[test]
fn the_filter_of_a_delegate_holds_for_the_stored_call() {
    chain(|| {
        open(create_for(150, take_call(TARGET, 0, 0)), &[(BOB, 100)]);
        let mut origin = RuntimeOrigin::signed(CREATOR);
        origin.add_filter(|call: &RuntimeCall| matches!(call, RuntimeCall::Crowdloan(_)));
        let outcome = RuntimeCall::from(finalize_call(0)).dispatch(origin);
        let filtered = frame_system::Error::<Test>::CallFiltered.into();
        assert_eq!(outcome.map_err(|failure| failure.error), Err(filtered));
        assert!(!crate::CurrentCrowdloanId::<Test>::exists());
    });
}

/// The stranger pays before and after the crowdloan is opened.
fn with_gift(create: Call<Test>, gift: u64) {
    donate(CAROL, funds(0), gift);
    open(create, &[(BOB, 100)]);
    donate(CAROL, funds(0), gift);
}

#[test]
fn a_gift_does_not_stop_a_call_and_goes_to_the_creator() {
    chain(|| {
        with_gift(create_for(150, take_call(TARGET, 0, 0)), 7);
        assert_ok!(send(CREATOR, finalize_call(0)));
        assert_eq!((free(&TARGET), free(&CREATOR)), (150, FUNDS - 50 + 14));
        assert!(!frame_system::Account::<Test>::contains_key(funds(0)));
    });
}

#[test]
fn a_gift_does_not_pay_for_what_the_call_left() {
    chain(|| {
        with_gift(create_for(150, take_call(TARGET, 14, 0)), 7);
        fails(CREATOR, finalize_call(0), Error::<Test>::FundsNotSettled);
    });
}

#[test]
fn a_gift_goes_to_the_target() {
    chain(|| {
        with_gift(create_call(150), 7);
        assert_ok!(send(CREATOR, finalize_call(0)));
        assert_eq!((free(&TARGET), free(&CREATOR)), (164, FUNDS - 50));
    });
}

#[test]
fn a_gift_goes_to_the_creator_who_dissolves() {
    chain(|| {
        with_gift(create_call(150), 7);
        assert_ok!(send(BOB, withdraw_call(0)));
        assert_ok!(send(CREATOR, dissolve_call(0)));
        assert_eq!(free(&CREATOR), FUNDS + 14);
        assert!(!frame_system::Account::<Test>::contains_key(funds(0)));
    });
}

#[test]
fn less_than_an_account_can_hold_is_no_obstacle() {
    chain(|| {
        Deposit::set(10);
        open(create_for(150, take_call(TARGET, 0, 0)), &[(BOB, 100)]);
        donate(CAROL, funds(0), 3);
        assert_ok!(send(CREATOR, finalize_call(0)));
        assert_eq!(free(&TARGET), 150);
        assert_eq!(free(&funds(0)), 0);
    });
}

#[test]
fn nobody_gives_what_could_not_be_paid_back() {
    chain(|| {
        Deposit::set(10);
        open(create_call(155), &[(BOB, 100)]);
        fails(
            CAROL,
            contribute_call(0, 10),
            Error::<Test>::ContributionTooLow,
        );
        // Who has given enough before may fill it up, and die.
        donate(BOB, CAROL, FUNDS - 114);
        assert_ok!(send(BOB, contribute_call(0, 10)));
        assert_eq!(free(&BOB), 0);
        assert_ok!(send(CREATOR, refund_call(0)));
        assert_eq!(free(&BOB), 105);
    });
}
