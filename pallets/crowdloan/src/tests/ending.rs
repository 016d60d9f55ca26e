//! Finalizing by both routes, and dissolving.

use frame_support::{assert_ok, traits::Bounded};
use subtensor_primitives::CrowdloansInterface;

use super::*;

/// A call of more than 128 bytes.
fn long_take() -> RuntimeCall {
    take_call(TARGET, 0, 200)
}

fn stored(id: u32) -> Option<u32> {
    let hash = info(id).call.and_then(|call| call.lookup_hash())?;
    <Preimage as frame_support::traits::QueryPreimage>::len(&hash)
}

#[test]
fn a_target_gets_the_sum() {
    chain(|| {
        fails(CREATOR, finalize_call(0), Error::<Test>::InvalidCrowdloanId);
        open(create_call(150), &[(BOB, 60)]);
        fails(BOB, finalize_call(0), Error::<Test>::InvalidOrigin);
        fails(CREATOR, finalize_call(0), Error::<Test>::CapNotRaised);
        assert_ok!(send(BOB, contribute_call(0, 40)));
        assert_ok!(send(CREATOR, finalize_call(0)));
        assert_eq!(last_event(), Event::Finalized { crowdloan_id: 0 });
        assert_eq!(free(&TARGET), 150);
        assert!(info(0).finalized);
        assert_eq!(given(0, &BOB), Some(100));
        assert!(!frame_system::Account::<Test>::contains_key(funds(0)));
        fails(BOB, contribute_call(0, 40), Error::<Test>::CapRaised);
    });
}

#[test]
fn a_call_is_made_short_or_long() {
    for call in [take_call(TARGET, 0, 0), long_take()] {
        chain(|| {
            open(create_for(150, call), &[(BOB, 100)]);
            assert!(Crowdloan::finalizing().is_err());
            let hash = info(0).call.and_then(|call| call.lookup_hash());
            assert_ok!(send(CREATOR, finalize_call(0)));
            assert_eq!(free(&TARGET), 150);
            assert!(!crate::CurrentCrowdloanId::<Test>::exists());
            assert!(!frame_system::Account::<Test>::contains_key(funds(0)));
            if let Some(hash) = hash {
                assert!(!pallet_preimage::RequestStatusFor::<Test>::contains_key(
                    hash
                ));
            }
            let rows = vec![(CREATOR, 50.into()), (BOB, 100.into())];
            assert_eq!(Crowdloan::contributions(0), rows);
            assert_eq!(Crowdloan::max_contributors(), 10);
        });
    }
}

#[test]
fn what_fails_changes_nothing() {
    chain(|| {
        // Outside of a crowdloan the call knows none.
        fails(CREATOR, long_take(), Error::<Test>::InvalidCrowdloanId);
        let late = batch(vec![
            long_take(),
            pallet_balances::Call::transfer_allow_death {
                dest: BOB,
                value: 10 * FUNDS,
            }
            .into(),
        ]);
        open(create_for(150, late), &[(BOB, 100)]);
        fails(
            CREATOR,
            finalize_call(0),
            sp_runtime::TokenError::FundsUnavailable,
        );
        let forced = pallet_utility::Call::force_batch {
            calls: vec![finalize_call(0).into()],
        };
        assert_ok!(send(CREATOR, forced));
        assert!(!crate::CurrentCrowdloanId::<Test>::exists());
        assert_ok!(send(BOB, withdraw_call(0)));
    });
}

#[test]
fn all_that_was_raised_must_leave() {
    chain(|| {
        open(create_for(150, take_call(TARGET, 1, 0)), &[(BOB, 100)]);
        fails(CREATOR, finalize_call(0), Error::<Test>::FundsNotSettled);
        let own = Call::create {
            deposit: 50.into(),
            min_contribution: 10.into(),
            cap: 60.into(),
            end: END,
            call: None,
            target_address: Some(funds(1)),
        };
        assert_ok!(send(CREATOR, own));
        assert_ok!(send(BOB, contribute_call(1, 10)));
        fails(CREATOR, finalize_call(1), Error::<Test>::FundsNotSettled);
    });
}

#[test]
fn a_crowdloan_has_one_route() {
    chain(|| {
        open(create_call(150), &[(BOB, 100)]);
        let whole = info(0);
        change(0, |info| {
            info.call = Some(Bounded::Inline(Default::default()));
        });
        fails(
            CREATOR,
            finalize_call(0),
            Error::<Test>::InvalidFinalizationConfig,
        );
        change(0, |info| (info.call, info.target_address) = (None, None));
        fails(
            CREATOR,
            finalize_call(0),
            Error::<Test>::InvalidFinalizationConfig,
        );
        crate::Crowdloans::<Test>::insert(0, whole);
    });
}

#[test]
fn a_call_that_is_no_more_keeps_nobody_from_their_tao() {
    let removed = [
        Bounded::Inline(vec![250, 250].try_into().unwrap()),
        // A call, and something after it.
        Bounded::Inline(vec![0, 0, 0, 9].try_into().unwrap()),
        Bounded::Lookup {
            hash: [9; 32].into(),
            len: 200,
        },
        Bounded::Legacy {
            hash: [9; 32].into(),
            dummy: Default::default(),
        },
    ];
    for call in removed {
        chain(|| {
            open(
                create_for(200, take_call(TARGET, 0, 0)),
                &[(BOB, 100), (CAROL, 50)],
            );
            change(0, |info| info.call = Some(call));
            fails(CREATOR, finalize_call(0), Error::<Test>::CallUnavailable);
            assert_ok!(send(BOB, withdraw_call(0)));
            assert_ok!(send(CREATOR, refund_call(0)));
            assert_ok!(send(CREATOR, dissolve_call(0)));
            assert!([CREATOR, BOB, CAROL].iter().all(|who| free(who) == FUNDS));
        });
    }
}

#[test]
fn a_call_that_has_become_heavier_is_not_made() {
    chain(|| {
        Heavy::set(1_000);
        open(
            create_for(
                150,
                batch(vec![spender::Call::heavy {}.into(), long_take()]),
            ),
            &[(BOB, 100)],
        );
        Heavy::set(MaxCall::get());
        fails(CREATOR, finalize_call(0), Error::<Test>::CallUnavailable);
        Heavy::set(1_000);
        assert_ok!(send(CREATOR, finalize_call(0)));
    });
}

#[test]
fn crowdloans_share_a_preimage() {
    chain(|| {
        open(create_for(150, long_take()), &[(BOB, 100)]);
        assert_ok!(send(CAROL, create_for(150, long_take())));
        assert!(stored(0).is_some());
        assert_ok!(send(CAROL, dissolve_call(1)));
        assert!(stored(0).is_some());
        assert_ok!(send(CREATOR, finalize_call(0)));
        assert_eq!(stored(0), None);
    });
}

#[test]
fn what_is_dissolved_leaves_nothing() {
    chain(|| {
        let before = pallet_preimage::RequestStatusFor::<Test>::iter().count();
        open(create_for(150, long_take()), &[(BOB, 20)]);
        let most = Call::set_max_contribution {
            crowdloan_id: 0,
            new_max_contribution: Some(90.into()),
        };
        assert_ok!(send(CREATOR, most));
        fails(CREATOR, dissolve_call(0), Error::<Test>::NotReadyToDissolve);
        assert_ok!(send(BOB, withdraw_call(0)));
        crate::Contributions::<Test>::remove(0, CREATOR);
        fails(CREATOR, dissolve_call(0), Error::<Test>::NoContribution);
        crate::Contributions::<Test>::insert(0, CREATOR, TaoBalance::new(50));
        assert_ok!(send(CREATOR, dissolve_call(0)));
        assert_eq!(last_event(), Event::Dissolved { crowdloan_id: 0 });
        assert_eq!(free(&CREATOR), FUNDS);
        assert!(crate::Crowdloans::<Test>::get(0).is_none());
        assert!(crate::MaxContributions::<Test>::get(0).is_none());
        assert!(!frame_system::Account::<Test>::contains_key(funds(0)));
        assert_eq!(
            pallet_preimage::RequestStatusFor::<Test>::iter().count(),
            before
        );
        fails(CREATOR, dissolve_call(0), Error::<Test>::InvalidCrowdloanId);
    });
}
