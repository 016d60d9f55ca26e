//! What a creator can change.

use frame_support::assert_ok;

use super::*;

fn least(amount: u64) -> Call<Test> {
    Call::update_min_contribution {
        crowdloan_id: 0,
        new_min_contribution: amount.into(),
    }
}

fn end(new_end: u32) -> Call<Test> {
    Call::update_end {
        crowdloan_id: 0,
        new_end,
    }
}

fn cap(amount: u64) -> Call<Test> {
    Call::update_cap {
        crowdloan_id: 0,
        new_cap: amount.into(),
    }
}

fn most(amount: Option<u64>) -> Call<Test> {
    Call::set_max_contribution {
        crowdloan_id: 0,
        new_max_contribution: amount.map(TaoBalance::new),
    }
}

#[test]
fn only_the_creator_changes_an_open_crowdloan() {
    chain(|| {
        let all = [
            least(20),
            end(60),
            cap(100),
            most(None),
            refund_call(0),
            dissolve_call(0),
        ];
        for call in all.clone() {
            fails(CREATOR, call, Error::<Test>::InvalidCrowdloanId);
        }
        open(create_call(60), &[(BOB, 10)]);
        for call in all.clone() {
            fails(BOB, call, Error::<Test>::InvalidOrigin);
        }
        assert_ok!(send(CREATOR, finalize_call(0)));
        for call in all.into_iter().chain([withdraw_call(0)]) {
            fails(BOB, call, Error::<Test>::AlreadyFinalized);
        }
        fails(CREATOR, finalize_call(0), Error::<Test>::AlreadyFinalized);
    });
}

#[test]
fn terms_stay_within_their_bounds() {
    chain(|| {
        open(create_call(300), &[(CREATOR, 30)]);
        fails(CREATOR, least(9), Error::<Test>::MinimumContributionTooLow);
        assert_ok!(send(CREATOR, least(90)));
        let event = Event::MinContributionUpdated {
            crowdloan_id: 0,
            new_min_contribution: 90.into(),
        };
        assert_eq!(last_event(), event);
        fails(
            CREATOR,
            most(Some(89)),
            Error::<Test>::MaximumContributionTooLow,
        );
        assert_ok!(send(CREATOR, least(20)));
        // What the creator has given.
        fails(
            CREATOR,
            most(Some(79)),
            Error::<Test>::MaximumContributionTooLow,
        );
        assert_ok!(send(CREATOR, most(Some(80))));
        let event = Event::MaxContributionUpdated {
            crowdloan_id: 0,
            new_max_contribution: Some(80.into()),
        };
        assert_eq!(last_event(), event);
        fails(
            CREATOR,
            least(81),
            Error::<Test>::MinimumContributionTooHigh,
        );
        assert_ok!(send(CREATOR, least(80)));
        assert_ok!(send(CREATOR, most(None)));
        assert_ok!(send(CREATOR, least(81)));
        assert!(crate::MaxContributions::<Test>::get(0).is_none());
        fails(CREATOR, cap(79), Error::<Test>::CapTooLow);
        assert_ok!(send(CREATOR, cap(80)));
        let event = Event::CapUpdated {
            crowdloan_id: 0,
            new_cap: 80.into(),
        };
        assert_eq!(last_event(), event);
    });
}

#[test]
fn the_end_is_measured_from_now() {
    chain(|| {
        open(create_call(300), &[]);
        System::set_block_number(END + 10);
        fails(CREATOR, end(END + 10), Error::<Test>::CannotEndInPast);
        fails(CREATOR, end(END + 29), Error::<Test>::BlockDurationTooShort);
        fails(CREATOR, end(END + 111), Error::<Test>::BlockDurationTooLong);
        assert_ok!(send(CREATOR, end(END + 110)));
        let event = Event::EndUpdated {
            crowdloan_id: 0,
            new_end: END + 110,
        };
        assert_eq!(last_event(), event);
        assert_ok!(send(BOB, contribute_call(0, 10)));
    });
}
