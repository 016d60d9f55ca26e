//! Opening, giving, taking back and giving back.

use frame_support::assert_ok;
use sp_core::crypto::Ss58Codec;

use super::*;

#[test]
fn accounts_of_funds_are_those_of_the_public_chain() {
    for (id, address) in [
        "5EYCAe5fvncWtwXjyNAdoCJk9VrtAEBeZMhqDYjehWX97cWb",
        "5EYCAe5fvncWtwXjyNAuYDrLFzY5cnHXJ2eLmVRVALPsPEsv",
        "5EYCAe5fvncWtwXjyNBBHFPvNVDH5LPQ2harKS7KdAGbezkb",
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(
            funds(id as u32).to_ss58check_with_version(42u16.into()),
            address
        );
    }
}

#[test]
fn a_crowdloan_is_opened_with_its_deposit() {
    chain(|| {
        open(create_call(300), &[]);
        let event = Event::Created {
            crowdloan_id: 0,
            creator: CREATOR,
            end: END,
            cap: 300.into(),
        };
        assert_eq!(last_event(), event);
        assert_eq!(info(0).raised, 50.into());
        assert_eq!(info(0).contributors_count, 1);
        assert_eq!(given(0, &CREATOR), Some(50));
        assert_eq!((free(&CREATOR), free(&funds(0))), (FUNDS - 50, 50));
        assert_ok!(send(BOB, create_call(300)));
        assert_eq!(crate::NextCrowdloanId::<Test>::get(), 2);
    });
}

#[test]
fn a_creation_is_checked_in_order() {
    chain(|| {
        let mut terms = (49, 9, 49, 10, false, 2);
        let call =
            |(deposit, least, cap, end, with_call, targets): (u64, u64, u64, u32, bool, u8)| {
                Call::<Test>::create {
                    deposit: deposit.into(),
                    min_contribution: least.into(),
                    cap: cap.into(),
                    end,
                    call: with_call.then(|| Box::new(take_call(TARGET, 0, 0))),
                    target_address: (targets == 1).then_some(TARGET),
                }
            };
        let poor = account(30);
        fails(poor.clone(), call(terms), Error::<Test>::DepositTooLow);
        terms.0 = 50;
        terms.2 = 50;
        fails(poor.clone(), call(terms), Error::<Test>::CapTooLow);
        terms.2 = 51;
        fails(
            poor.clone(),
            call(terms),
            Error::<Test>::MinimumContributionTooLow,
        );
        terms.1 = 10;
        fails(
            poor.clone(),
            call(terms),
            Error::<Test>::InvalidFinalizationConfig,
        );
        (terms.4, terms.5) = (true, 1);
        fails(
            poor.clone(),
            call(terms),
            Error::<Test>::InvalidFinalizationConfig,
        );
        terms.4 = false;
        fails(poor.clone(), call(terms), Error::<Test>::CannotEndInPast);
        terms.3 = 29;
        fails(
            poor.clone(),
            call(terms),
            Error::<Test>::BlockDurationTooShort,
        );
        terms.3 = 111;
        fails(
            poor.clone(),
            call(terms),
            Error::<Test>::BlockDurationTooLong,
        );
        terms.3 = 110;
        fails(poor, call(terms), Error::<Test>::InsufficientBalance);
        crate::NextCrowdloanId::<Test>::put(u32::MAX);
        fails(CREATOR, call(terms), Error::<Test>::Overflow);
        crate::NextCrowdloanId::<Test>::kill();
        assert_ok!(send(CREATOR, call(terms)));
    });
}

#[test]
fn a_call_that_is_too_heavy_is_refused() {
    chain(|| {
        let call = spender::Call::heavy {};
        Heavy::set(MaxCall::get());
        fails(
            CREATOR,
            create_for(300, call.clone()),
            Error::<Test>::InvalidFinalizationConfig,
        );
        Heavy::set(1_000);
        assert_ok!(send(CREATOR, create_for(300, call)));
    });
}

#[test]
fn contributions_add_up() {
    chain(|| {
        open(create_call(300), &[(CREATOR, 50), (BOB, 100), (CAROL, 50)]);
        let all = [CREATOR, BOB, CAROL].map(|who| given(0, &who));
        assert_eq!(all, [Some(100), Some(100), Some(50)]);
        assert_eq!(info(0).raised, 250.into());
        assert_eq!(info(0).contributors_count, 3);
        assert_ok!(send(BOB, contribute_call(0, 500)));
        let event = Event::Contributed {
            crowdloan_id: 0,
            contributor: BOB,
            amount: 50.into(),
        };
        assert_eq!(last_event(), event);
        fails(BOB, contribute_call(0, 10), Error::<Test>::CapRaised);
    });
}

#[test]
fn the_last_contribution_may_be_below_the_least() {
    chain(|| {
        open(create_call(115), &[(BOB, 60)]);
        assert_ok!(send(CAROL, contribute_call(0, 10)));
        assert_eq!(given(0, &CAROL), Some(5));
        assert_eq!(info(0).raised, info(0).cap);
    });
}

#[test]
fn nobody_gives_more_than_the_most() {
    for (most, first, second) in [(120, 120, None), (105, 100, Some(5))] {
        chain(|| {
            open(create_call(300), &[]);
            let call = Call::set_max_contribution {
                crowdloan_id: 0,
                new_max_contribution: Some(most.into()),
            };
            assert_ok!(send(CREATOR, call));
            let offer = if second.is_some() { 100 } else { 200 };
            assert_ok!(send(BOB, contribute_call(0, offer)));
            assert_eq!(given(0, &BOB), Some(first));
            if let Some(second) = second {
                assert_ok!(send(BOB, contribute_call(0, 10)));
                assert_eq!(given(0, &BOB), Some(first + second));
                assert_eq!(info(0).raised, 155.into());
            }
            fails(
                BOB,
                contribute_call(0, 10),
                Error::<Test>::MaxContributionReached,
            );
        });
    }
}

#[test]
fn a_contribution_is_checked_in_order() {
    chain(|| {
        fails(
            BOB,
            contribute_call(0, 1),
            Error::<Test>::InvalidCrowdloanId,
        );
        open(create_call(60), &[(CREATOR, 10)]);
        System::set_block_number(END);
        fails(
            BOB,
            contribute_call(0, 1),
            Error::<Test>::ContributionPeriodEnded,
        );
        System::set_block_number(END - 1);
        fails(BOB, contribute_call(0, 1), Error::<Test>::CapRaised);
        change(0, |info| info.cap = 2_000.into());
        MaxContributors::set(1);
        fails(
            BOB,
            contribute_call(0, 9),
            Error::<Test>::ContributionTooLow,
        );
        fails(
            BOB,
            contribute_call(0, 10),
            Error::<Test>::MaxContributorsReached,
        );
        // The creator is no new contributor.
        assert_ok!(send(CREATOR, contribute_call(0, 10)));
        MaxContributors::set(10);
        fails(
            BOB,
            contribute_call(0, FUNDS + 1),
            Error::<Test>::InsufficientBalance,
        );
        assert_ok!(send(BOB, contribute_call(0, FUNDS)));
        assert_eq!(free(&BOB), 0);
    });
}

#[test]
fn contributions_are_taken_back_at_any_time() {
    chain(|| {
        fails(BOB, withdraw_call(0), Error::<Test>::InvalidCrowdloanId);
        open(create_call(150), &[(BOB, 60), (CREATOR, 40)]);
        System::set_block_number(END + 1);
        fails(CAROL, withdraw_call(0), Error::<Test>::NoContribution);
        change(0, |info| info.contributors_count = 0);
        fails(BOB, withdraw_call(0), Error::<Test>::Underflow);
        change(0, |info| info.contributors_count = 2);
        assert_ok!(send(BOB, withdraw_call(0)));
        let event = Event::Withdrew {
            crowdloan_id: 0,
            contributor: BOB,
            amount: 60.into(),
        };
        assert_eq!(last_event(), event);
        assert_eq!((free(&BOB), given(0, &BOB)), (FUNDS, None));
        assert_ok!(send(CREATOR, withdraw_call(0)));
        assert_eq!(given(0, &CREATOR), Some(50));
        fails(
            CREATOR,
            withdraw_call(0),
            Error::<Test>::DepositCannotBeWithdrawn,
        );
        assert_eq!(info(0).raised, 50.into());
        assert_eq!(info(0).contributors_count, 1);
    });
}

#[test]
fn refunds_come_in_bounded_steps() {
    chain(|| {
        fails(CREATOR, refund_call(0), Error::<Test>::InvalidCrowdloanId);
        let six: Vec<_> = (2..8).map(|id| (account(id), 50)).collect();
        open(create_call(400), &six);
        fails(BOB, refund_call(0), Error::<Test>::InvalidOrigin);
        assert_eq!(info(0).contributors_count, 7);
        assert_ok!(send(CREATOR, refund_call(0)));
        assert_eq!(last_event(), Event::PartiallyRefunded { crowdloan_id: 0 });
        assert_eq!(info(0).raised, 100.into());
        assert_eq!(info(0).contributors_count, 2);
        fails(CREATOR, dissolve_call(0), Error::<Test>::NotReadyToDissolve);
        assert_ok!(send(CREATOR, refund_call(0)));
        assert_eq!(last_event(), Event::AllRefunded { crowdloan_id: 0 });
        assert_eq!(info(0).raised, 50.into());
        assert_eq!(info(0).contributors_count, 1);
        assert!((2..8).all(|id| free(&account(id)) == FUNDS));
        assert_ok!(send(CREATOR, dissolve_call(0)));
    });
}
