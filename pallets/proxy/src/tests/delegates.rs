use frame_support::assert_ok;
use sp_runtime::{DispatchError::BadOrigin, traits::Dispatchable};

use super::*;

#[test]
fn every_call_is_signed() {
    chain(|| {
        let call = || Box::new(remark());
        let call_hash = hash_of(&remark());
        let (delegate, real, proxy_type) = (DELEGATE, REAL, ProxyType::Any);
        for call in [
            proxy_call(REAL, remark()),
            add_call(DELEGATE, proxy_type, 0),
            remove_call(DELEGATE, proxy_type, 0),
            Call::remove_proxies {},
            Call::create_pure {
                proxy_type,
                delay: 0,
                index: 0,
            },
            Call::kill_pure {
                spawner: REAL,
                proxy_type,
                index: 0,
                height: 1,
                ext_index: 0,
            },
            Call::announce {
                real: REAL,
                call_hash,
            },
            Call::remove_announcement {
                real: REAL,
                call_hash,
            },
            Call::reject_announcement {
                delegate: DELEGATE,
                call_hash,
            },
            Call::proxy_announced {
                delegate,
                real,
                force_proxy_type: None,
                call: call(),
            },
            Call::poke_deposit {},
            Call::set_real_pays_fee {
                delegate: DELEGATE,
                pays_fee: true,
            },
        ] {
            let result = RuntimeCall::Proxy(call).dispatch(RuntimeOrigin::root());
            assert_eq!(result.map_err(|failure| failure.error), Err(BadOrigin));
        }
    });
}

#[test]
fn delegates_are_sorted_and_all_different() {
    chain(|| {
        for (delegate, proxy_type, delay) in [
            (OTHER, ProxyType::Pays, 0),
            (DELEGATE, ProxyType::Pays, 2),
            (DELEGATE, ProxyType::Any, 7),
            (DELEGATE, ProxyType::Pays, 1),
        ] {
            add(REAL, delegate.clone(), proxy_type, delay);
            let expected = Event::ProxyAdded {
                delegator: REAL,
                delegatee: delegate,
                proxy_type,
                delay,
            };
            assert_eq!(last_event(), expected);
        }
        let expected = [
            definition(DELEGATE, ProxyType::Any, 7),
            definition(DELEGATE, ProxyType::Pays, 1),
            definition(DELEGATE, ProxyType::Pays, 2),
            definition(OTHER, ProxyType::Pays, 0),
        ];
        assert_eq!(definitions(&REAL), expected);
    });
}

#[test]
fn errors_of_naming_a_delegate_come_in_their_order() {
    chain(|| {
        Base::set(FUNDS);
        let any = |delegate| add_call(delegate, ProxyType::Any, 0);
        fails(send(REAL, any(REAL)), Error::NoSelfProxy);
        let insufficient = pallet_balances::Error::<Test>::InsufficientBalance;
        assert_eq!(send(REAL, any(DELEGATE)), Err(insufficient.into()));
        assert!(definitions(&REAL).is_empty());
        Base::set(100);
        for delegate in 2..6 {
            add(REAL, account(delegate), ProxyType::Any, 0);
        }
        Base::set(FUNDS);
        fails(send(REAL, any(DELEGATE)), Error::Duplicate);
        fails(send(REAL, any(account(6))), Error::TooMany);
        assert_eq!(definitions(&REAL).len(), 4);
        Base::set(100);
    });
}

#[test]
fn a_relation_ends_by_its_exact_parts() {
    chain(|| {
        let missing = remove_call(DELEGATE, ProxyType::Any, 0);
        fails(send(REAL, missing), Error::NotFound);
        add(REAL, DELEGATE, ProxyType::Any, 1);
        add(REAL, DELEGATE, ProxyType::Pays, 1);
        for (delegate, proxy_type, delay) in [
            (OTHER, ProxyType::Any, 1),
            (DELEGATE, ProxyType::Wraps, 1),
            (DELEGATE, ProxyType::Any, 0),
        ] {
            let call = remove_call(delegate, proxy_type, delay);
            fails(send(REAL, call), Error::NotFound);
        }
        let call = remove_call(DELEGATE, ProxyType::Any, 1);
        assert_ok!(send(REAL, call));
        let removed = Event::ProxyRemoved {
            delegator: REAL,
            delegatee: DELEGATE,
            proxy_type: ProxyType::Any,
            delay: 1,
        };
        assert_eq!(last_event(), removed);
        assert_eq!(
            definitions(&REAL),
            [definition(DELEGATE, ProxyType::Pays, 1)]
        );
        let call = remove_call(DELEGATE, ProxyType::Pays, 1);
        assert_ok!(send(REAL, call));
        assert!(!crate::Proxies::<Test>::contains_key(REAL));
        assert_eq!((reserved(&REAL), free(&REAL)), (0, FUNDS));
    });
}

#[test]
fn all_relations_end_at_once() {
    chain(|| {
        assert_ok!(send(REAL, Call::remove_proxies {}));
        add(REAL, DELEGATE, ProxyType::Any, 0);
        add(REAL, OTHER, ProxyType::Any, 0);
        add(OTHER, REAL, ProxyType::Any, 0);
        let events = System::event_count();
        assert_ok!(send(REAL, Call::remove_proxies {}));
        let ours = System::events().into_iter().skip(events as usize);
        assert!(
            ours.into_iter()
                .all(|record| !matches!(record.event, RuntimeEvent::Proxy(_)))
        );
        assert!(!crate::Proxies::<Test>::contains_key(REAL));
        assert_eq!((reserved(&REAL), free(&REAL)), (0, FUNDS));
        assert_eq!(definitions(&OTHER).len(), 1);
    });
}
