//! No call touches more items of state than its weight declares, and `finalize` is charged what it
//! has used.

use frame_support::{
    assert_ok,
    dispatch::{GetDispatchInfo, extract_actual_weight},
};

use super::{counting::count, *};
use crate::WeightInfo;

fn ensure_weighed(state: &mut sp_io::TestExternalities, who: AccountId32, call: Call<Test>) {
    let call = RuntimeCall::from(call);
    let info = call.get_dispatch_info();
    let (result, touched) = count(state, || call.clone().dispatch(RuntimeOrigin::signed(who)));
    assert!(result.is_ok(), "{call:?}: {result:?}");
    let declared = counting::accesses(extract_actual_weight(&result, &info));
    assert!(
        touched.fits(declared),
        "{call:?}: {touched:?} of {declared:?}"
    );
}

fn long_take() -> RuntimeCall {
    take_call(TARGET, 0, 200)
}

#[test]
fn no_call_touches_more_than_it_declares() {
    let crowd: Vec<_> = (2..8).map(|id| (account(id), 50)).collect();
    let mut state = externalities();
    MaxCall::set(u64::MAX);
    DbPrices::set(counting::PRICES);
    state.execute_with(|| {
        open(create_for(400, long_take()), &crowd);
        let most = Call::set_max_contribution {
            crowdloan_id: 0,
            new_max_contribution: Some(90.into()),
        };
        assert_ok!(send(CREATOR, most));
    });
    for (who, call) in [
        (BOB, create_for(400, take_call(TARGET, 1, 300))),
        (BOB, create_call(300)),
        (account(9), contribute_call(0, 20)),
        (BOB, contribute_call(0, 20)),
        (BOB, withdraw_call(0)),
        (CREATOR, refund_call(0)),
        (
            CREATOR,
            Call::update_min_contribution {
                crowdloan_id: 0,
                new_min_contribution: 20.into(),
            },
        ),
        (
            CREATOR,
            Call::update_end {
                crowdloan_id: 0,
                new_end: END + 1,
            },
        ),
        (
            CREATOR,
            Call::update_cap {
                crowdloan_id: 0,
                new_cap: 500.into(),
            },
        ),
        (
            CREATOR,
            Call::set_max_contribution {
                crowdloan_id: 0,
                new_max_contribution: None,
            },
        ),
    ] {
        ensure_weighed(&mut state, who, call);
    }
    state.execute_with(|| {
        for _ in 0..2 {
            assert_ok!(send(CREATOR, refund_call(0)));
        }
    });
    ensure_weighed(&mut state, CREATOR, dissolve_call(0));
}

#[test]
fn finalizing_for_a_target_touches_no_more_than_it_declares() {
    let mut state = externalities();
    DbPrices::set(counting::PRICES);
    state.execute_with(|| open(create_call(150), &[(BOB, 100)]));
    ensure_weighed(&mut state, CREATOR, finalize_call(0));
}

#[test]
fn a_stored_call_is_charged_where_it_runs() {
    chain(|| {
        let call = long_take();
        let create = RuntimeCall::from(create_for(150, call.clone()));
        let len = codec::Encode::encoded_size(&call) as u32;
        type Weights = <Test as crate::Config>::WeightInfo;
        assert_eq!(
            create.get_dispatch_info().call_weight,
            Weights::create() + Weights::store_call(len)
        );
        assert_ok!(send(CREATOR, create));
        assert_ok!(send(BOB, contribute_call(0, 100)));
        let finalize = RuntimeCall::from(finalize_call(0));
        let info = finalize.get_dispatch_info();
        assert_eq!(info.call_weight, Weights::finalize() + MaxCallWeight::get());
        // What fails early has not used it.
        let failed = finalize.clone().dispatch(RuntimeOrigin::signed(BOB));
        assert_eq!(extract_actual_weight(&failed, &info), Weights::finalize());
        let done = finalize.dispatch(RuntimeOrigin::signed(CREATOR));
        assert_ok!(done);
        let used = Weight::from_parts(900 + 7, 0) + Weights::load_call(len);
        assert_eq!(
            extract_actual_weight(&done, &info),
            Weights::finalize() + used
        );
    });
}
