use frame_support::assert_ok;

use super::*;

fn consent(delegate: AccountId32, pays_fee: bool) -> Call<Test> {
    Call::set_real_pays_fee { delegate, pays_fee }
}

fn agree() {
    assert_ok!(send(REAL, consent(DELEGATE, true)));
    assert!(Proxy::pays_for(&REAL, &DELEGATE));
}

#[test]
fn an_account_pays_for_delegates_only() {
    chain(|| {
        fails(send(REAL, consent(DELEGATE, true)), Error::NotProxy);
        fails(send(REAL, consent(DELEGATE, false)), Error::NotProxy);
        // Of any type and delay.
        add(REAL, DELEGATE, ProxyType::Pays, 9);
        for pays_fee in [true, true, false, false] {
            assert_ok!(send(REAL, consent(DELEGATE, pays_fee)));
            let expected = Event::RealPaysFeeSet {
                real: REAL,
                delegate: DELEGATE,
                pays_fee,
            };
            assert_eq!(last_event(), expected);
            assert_eq!(Proxy::pays_for(&REAL, &DELEGATE), pays_fee);
            assert!(!Proxy::pays_for(&DELEGATE, &REAL));
        }
        assert_eq!(reserved(&REAL), 110);
    });
}

#[test]
fn consent_goes_with_a_relation() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Any, 0);
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        add(REAL, OTHER, ProxyType::Pays, 0);
        assert_ok!(send(REAL, consent(OTHER, true)));
        agree();
        // Also if another one is left.
        assert_ok!(send(REAL, remove_call(DELEGATE, ProxyType::Any, 0)));
        assert!(!Proxy::pays_for(&REAL, &DELEGATE));
        assert!(Proxy::pays_for(&REAL, &OTHER));
        agree();
        assert_ok!(send(REAL, remove_call(DELEGATE, ProxyType::Pays, 0)));
        assert!(!Proxy::pays_for(&REAL, &DELEGATE));
    });
}

#[test]
fn consents_go_with_all_relations() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Any, 0);
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        add(REAL, OTHER, ProxyType::Any, 0);
        add(OTHER, DELEGATE, ProxyType::Any, 0);
        assert_ok!(send(REAL, consent(OTHER, true)));
        assert_ok!(send(OTHER, consent(DELEGATE, true)));
        agree();
        assert_ok!(send(REAL, Call::remove_proxies {}));
        let left: Vec<_> = crate::RealPaysFeeConsentV1::<Test>::iter_keys().collect();
        assert_eq!(left, [(OTHER, DELEGATE)]);
    });
}

#[test]
fn a_consent_without_a_relation_is_found() {
    externalities().execute_with(|| {
        crate::RealPaysFeeConsentV1::<Test>::insert(REAL, DELEGATE, ());
        assert!(Proxy::try_state(1).is_err());
    });
}
