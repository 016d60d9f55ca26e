use frame_support::assert_ok;

use super::*;

fn announce_call(real: AccountId32, call: &RuntimeCall) -> Call<Test> {
    Call::announce {
        real,
        call_hash: hash_of(call),
    }
}

fn announced_call(call: RuntimeCall, force_proxy_type: Option<ProxyType>) -> Call<Test> {
    Call::proxy_announced {
        delegate: DELEGATE,
        real: REAL,
        force_proxy_type,
        call: Box::new(call),
    }
}

#[test]
fn only_delegates_announce_and_so_much() {
    chain(|| {
        let call = remark();
        fails(send(DELEGATE, announce_call(REAL, &call)), Error::NotProxy);
        add(REAL, DELEGATE, ProxyType::Pays, 2);
        for height in 1..=3 {
            System::set_block_number(height);
            assert_ok!(send(DELEGATE, announce_call(REAL, &call)));
            let expected = Event::Announced {
                real: REAL,
                proxy: DELEGATE,
                call_hash: hash_of(&call),
            };
            assert_eq!(last_event(), expected);
            assert_eq!(reserved(&DELEGATE), 50 + 5 * u64::from(height));
        }
        let heights: Vec<u32> = announced(&DELEGATE).iter().map(|one| one.height).collect();
        assert_eq!(heights, [1, 2, 3]);
        AnnouncedBase::set(FUNDS);
        fails(send(DELEGATE, announce_call(REAL, &call)), Error::TooMany);
        AnnouncedBase::set(50);
    });
}

#[test]
fn who_has_not_got_the_deposit_announces_nothing() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Any, 0);
        AnnouncedBase::set(FUNDS);
        let insufficient = pallet_balances::Error::<Test>::InsufficientBalance;
        let result = send(DELEGATE, announce_call(REAL, &remark()));
        assert_eq!(result, Err(insufficient.into()));
        assert!(announced(&DELEGATE).is_empty());
        AnnouncedBase::set(50);
    });
}

/// Who drops what was announced of a call, and how.
type Drop = fn(H256) -> (AccountId32, Call<Test>);

#[test]
fn an_announcement_is_dropped_by_either_side_and_only_the_one_that_is_meant() {
    let drops: [Drop; 2] = [
        |call_hash| {
            let call = Call::remove_announcement {
                real: REAL,
                call_hash,
            };
            (DELEGATE, call)
        },
        |call_hash| {
            let call = Call::reject_announcement {
                delegate: DELEGATE,
                call_hash,
            };
            (REAL, call)
        },
    ];
    for drop in drops {
        chain(|| {
            add(REAL, DELEGATE, ProxyType::Any, 0);
            add(OTHER, DELEGATE, ProxyType::Any, 0);
            let (meant, kept) = (remark(), pay(OTHER, 1));
            let (who, call) = drop(hash_of(&meant));
            fails(send(who.clone(), call.clone()), Error::NotFound);
            assert_ok!(send(DELEGATE, announce_call(OTHER, &meant)));
            assert_ok!(send(DELEGATE, announce_call(REAL, &kept)));
            fails(send(who.clone(), call.clone()), Error::NotFound);
            assert_ok!(send(DELEGATE, announce_call(REAL, &meant)));
            assert_ok!(send(who, call));
            let left: Vec<AccountId32> = announced(&DELEGATE)
                .into_iter()
                .map(|one| one.real)
                .collect();
            assert_eq!(left, [OTHER, REAL]);
            assert_eq!(reserved(&DELEGATE), 60);
            let (who, call) = drop(hash_of(&kept));
            assert_ok!(send(who, call));
            let call = Call::remove_announcement {
                real: OTHER,
                call_hash: hash_of(&meant),
            };
            assert_ok!(send(DELEGATE, call));
            assert!(!crate::Announcements::<Test>::contains_key(DELEGATE));
            assert_eq!((reserved(&DELEGATE), free(&DELEGATE)), (0, FUNDS));
        });
    }
}

#[test]
fn a_call_is_made_when_it_was_announced_for_long_enough() {
    chain(|| {
        let call = pay(OTHER, 1);
        fails(
            send(STRANGER, announced_call(call.clone(), None)),
            Error::NotProxy,
        );
        add(REAL, DELEGATE, ProxyType::Any, 3);
        fails(
            send(STRANGER, announced_call(call.clone(), None)),
            Error::Unannounced,
        );
        fails(
            send(DELEGATE, proxy_call(REAL, call.clone())),
            Error::Unannounced,
        );
        assert_ok!(send(DELEGATE, announce_call(REAL, &call)));
        System::set_block_number(3);
        assert_ok!(send(DELEGATE, announce_call(REAL, &call)));
        fails(
            send(STRANGER, announced_call(call.clone(), None)),
            Error::Unannounced,
        );
        System::set_block_number(4);
        fails(
            send(STRANGER, announced_call(pay(OTHER, 2), None)),
            Error::Unannounced,
        );
        assert_ok!(send(STRANGER, announced_call(call.clone(), None)));
        assert_eq!(last_event(), Event::ProxyExecuted { result: Ok(()) });
        assert_eq!(free(&OTHER), FUNDS + 1);
        // The younger one is left, and comes to its age.
        assert_eq!((announced(&DELEGATE).len(), reserved(&DELEGATE)), (1, 55));
        fails(
            send(STRANGER, announced_call(call.clone(), None)),
            Error::Unannounced,
        );
        System::set_block_number(6);
        assert_ok!(send(DELEGATE, announced_call(call, None)));
        assert_eq!((announced(&DELEGATE).len(), reserved(&DELEGATE)), (0, 0));
    });
}

#[test]
fn the_delay_is_that_of_the_relation_that_is_meant() {
    chain(|| {
        add(REAL, DELEGATE, ProxyType::Any, 3);
        add(REAL, DELEGATE, ProxyType::Pays, 0);
        let call = pay(OTHER, 1);
        assert_ok!(send(DELEGATE, announce_call(REAL, &call)));
        let wraps = Some(ProxyType::Wraps);
        fails(
            send(STRANGER, announced_call(call.clone(), wraps)),
            Error::NotProxy,
        );
        fails(
            send(STRANGER, announced_call(call.clone(), None)),
            Error::Unannounced,
        );
        assert_ok!(send(STRANGER, announced_call(call, Some(ProxyType::Pays))));
        assert_eq!(free(&OTHER), FUNDS + 1);
    });
}
