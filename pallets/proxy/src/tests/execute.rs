use frame_support::{
    assert_ok,
    dispatch::{DispatchClass, GetDispatchInfo, Pays, extract_actual_weight},
};
use sp_runtime::{TokenError, traits::Dispatchable};

use super::*;
use crate::WeightInfo;

type Weights = crate::MeasuredWeights<Test>;

fn filtered() -> DispatchResult {
    Err(frame_system::Error::<Test>::CallFiltered.into())
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::batch_all { calls })
}

#[test]
fn a_delegate_acts_for_who_named_it() {
    chain(|| {
        fails(
            send(DELEGATE, proxy_call(REAL, pay(OTHER, 5))),
            Error::NotProxy,
        );
        add(REAL, DELEGATE, ProxyType::Any, 0);
        fails(
            send(OTHER, proxy_call(REAL, pay(OTHER, 5))),
            Error::NotProxy,
        );
        assert_ok!(outcome(DELEGATE, REAL, pay(OTHER, 5)));
        assert_eq!(free(&OTHER), FUNDS + 5);
        assert_eq!(free(&REAL), FUNDS - 110 - 5);
        assert_eq!(free(&DELEGATE), FUNDS);
    });
}

#[test]
fn the_first_relation_counts_unless_a_type_is_named() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Wraps, 1);
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        let force = |proxy_type| Call::proxy {
            real: REAL,
            force_proxy_type: Some(proxy_type),
            call: Box::new(pay(OTHER, 1)),
        };
        fails(
            send(DELEGATE, proxy_call(REAL, pay(OTHER, 1))),
            Error::Unannounced,
        );
        fails(send(DELEGATE, force(ProxyType::Any)), Error::NotProxy);
        fails(send(DELEGATE, force(ProxyType::Wraps)), Error::Unannounced);
        assert_ok!(send(DELEGATE, force(ProxyType::Pays)));
        assert_eq!(free(&OTHER), FUNDS + 1);
    });
}

#[test]
fn what_fails_is_told_and_leaves_nothing() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Any, 0);
        let too_much = batch(vec![pay(OTHER, 1), pay(OTHER, FUNDS)]);
        let result = outcome(DELEGATE, REAL, too_much);
        assert!(matches!(
            result,
            Err(DispatchError::Arithmetic(_) | DispatchError::Token(TokenError::FundsUnavailable))
        ));
        assert_eq!(free(&OTHER), FUNDS);
    });
}

#[test]
fn results_are_kept_until_the_end_of_the_block() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        add(OTHER, DELEGATE, ProxyType::Pays, 0);
        assert_ok!(outcome(DELEGATE, REAL, pay(OTHER, 1)));
        assert_eq!(outcome(DELEGATE, OTHER, remark()), filtered());
        let kept = crate::LastCallResult::<Test>::get(REAL);
        assert_eq!(kept, Some(Ok(())));
        check();
        assert_eq!(crate::LastCallResult::<Test>::iter().count(), 0);
    });
}

#[test]
fn the_filter_of_a_type_holds_at_every_depth() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        add(REAL, OTHER, ProxyType::Wraps, 0);
        assert_eq!(outcome(DELEGATE, REAL, remark()), filtered());
        assert_eq!(
            outcome(DELEGATE, REAL, batch(vec![pay(OTHER, 1)])),
            filtered()
        );
        assert_eq!(outcome(OTHER, REAL, batch(vec![pay(OTHER, 1)])), filtered());
        let derivative = RuntimeCall::Utility(pallet_utility::Call::as_derivative {
            index: 0,
            call: Box::new(remark()),
        });
        assert_eq!(outcome(OTHER, REAL, batch(vec![derivative])), filtered());
        assert_eq!(free(&OTHER), FUNDS);
    });
}

#[test]
fn a_delegate_names_and_removes_those_who_may_do_no_more() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Any, 0);
        add(REAL, OTHER, ProxyType::Wraps, 0);
        let change = |call: Call<Test>| RuntimeCall::Proxy(call);
        for refused in [
            add_call(STRANGER, ProxyType::Any, 0),
            add_call(STRANGER, ProxyType::Pays, 0),
            remove_call(DELEGATE, ProxyType::Any, 0),
            Call::remove_proxies {},
        ] {
            let refused = change(refused);
            assert_eq!(outcome(OTHER, REAL, refused.clone()), filtered());
            assert_eq!(outcome(OTHER, REAL, batch(vec![refused])), filtered());
        }
        let equal = change(add_call(STRANGER, ProxyType::Wraps, 0));
        assert_ok!(outcome(OTHER, REAL, equal));
        let own = change(remove_call(OTHER, ProxyType::Wraps, 0));
        assert_ok!(outcome(OTHER, REAL, own));
        let all = change(Call::remove_proxies {});
        assert_ok!(outcome(DELEGATE, REAL, all));
        assert!(definitions(&REAL).is_empty());
    });
}

#[test]
fn a_guard_refuses_calls_that_the_filter_lets_through() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        add(OTHER, DELEGATE, ProxyType::Any, 0);
        add(REAL, OTHER, ProxyType::Any, 0);
        Frozen::set(Some(REAL));
        let frozen = Err(DispatchError::Other("frozen"));
        assert_eq!(outcome(DELEGATE, REAL, remark()), filtered());
        // What the type of the error says beside its number is not stored.
        let stored = Err(DispatchError::Other(""));
        assert_ok!(send(DELEGATE, proxy_call(REAL, pay(OTHER, 1))));
        let result = crate::LastCallResult::<Test>::get(REAL).unwrap();
        assert!([frozen, stored].contains(&result), "{result:?}");
        assert_eq!(free(&OTHER), FUNDS - 110);
        // Whoever acts for another one further on is held back as well.
        let nested = RuntimeCall::Proxy(proxy_call(REAL, pay(OTHER, 1)));
        assert_ok!(outcome(DELEGATE, OTHER, nested));
        assert_eq!(free(&OTHER), FUNDS - 110);
        Frozen::set(None);
        assert_ok!(outcome(DELEGATE, REAL, pay(OTHER, 1)));
    });
}

#[test]
fn acting_has_a_fee_and_the_weight_of_what_was_done() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        let held = pay(OTHER, 1);
        let own = Weights::proxy(4).saturating_add(Freeze::weight());
        let call = RuntimeCall::Proxy(proxy_call(REAL, held.clone()));
        let info = call.get_dispatch_info();
        let held_weight = held.get_dispatch_info().call_weight;
        assert_eq!(info.call_weight, own.saturating_add(held_weight));
        assert_eq!(
            (info.class, info.pays_fee),
            (DispatchClass::Normal, Pays::Yes)
        );
        let result = call.dispatch(RuntimeOrigin::signed(DELEGATE));
        assert_eq!(extract_actual_weight(&result, &info), info.call_weight);
        // What is refused is not weighed.
        let call = RuntimeCall::Proxy(proxy_call(REAL, remark()));
        let info = call.get_dispatch_info();
        let result = call.dispatch(RuntimeOrigin::signed(DELEGATE));
        assert_eq!(extract_actual_weight(&result, &info), own);
    });
}

#[test]
fn clients_can_ask_what_types_permit() {
    assert!(Proxy::check_permissions(remark(), ProxyType::Any));
    assert!(!Proxy::check_permissions(remark(), ProxyType::Pays));
    assert!(Proxy::is_superset(ProxyType::Any, ProxyType::Pays));
    assert!(!Proxy::is_superset(ProxyType::Pays, ProxyType::Any));
}
