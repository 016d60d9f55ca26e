//! No call touches more items of state than its weight declares, with lists as full as they can be.

use frame_support::{
    assert_ok,
    dispatch::{GetDispatchInfo, extract_actual_weight},
};
use sp_runtime::traits::Dispatchable;

use super::{counting::count, *};

/// An account with as many delegates as it can have, to all of whom it has agreed to pay, one of
/// which has announced as much as it can.
fn full() -> sp_io::TestExternalities {
    let mut state = externalities();
    state.execute_with(|| {
        for id in 2..6 {
            add(REAL, account(id), ProxyType::Any, 0);
            let consent = Call::set_real_pays_fee {
                delegate: account(id),
                pays_fee: true,
            };
            assert_ok!(send(REAL, consent));
        }
        for _ in 0..3 {
            let call = Call::announce {
                real: REAL,
                call_hash: hash_of(&remark()),
            };
            assert_ok!(send(DELEGATE, call));
        }
    });
    state
}

fn ensure_weighed(state: &mut sp_io::TestExternalities, who: AccountId32, call: Call<Test>) {
    let call = RuntimeCall::Proxy(call);
    let info = call.get_dispatch_info();
    let (result, touched) = count(state, || call.clone().dispatch(RuntimeOrigin::signed(who)));
    assert!(result.is_ok(), "{call:?}: {result:?}");
    let corrected = extract_actual_weight(&result, &info);
    for weight in [info.call_weight, corrected] {
        let declared = counting::accesses(weight);
        assert!(
            touched.fits(declared),
            "{call:?}: {touched:?} of {declared:?}"
        );
    }
}

fn announced_call() -> Call<Test> {
    Call::proxy_announced {
        delegate: DELEGATE,
        real: REAL,
        force_proxy_type: None,
        call: Box::new(remark()),
    }
}

#[test]
fn no_call_touches_more_than_it_declares() {
    let call_hash = hash_of(&remark());
    let room = |state: &mut sp_io::TestExternalities| {
        state.execute_with(|| {
            assert_ok!(send(REAL, remove_call(account(5), ProxyType::Any, 0)));
            let call = Call::remove_announcement {
                real: REAL,
                call_hash,
            };
            assert_ok!(send(DELEGATE, call));
        });
    };
    for (who, call, needs_room) in [
        (DELEGATE, proxy_call(REAL, remark()), false),
        (STRANGER, announced_call(), false),
        (REAL, add_call(OTHER, ProxyType::Pays, 0), true),
        (REAL, remove_call(OTHER, ProxyType::Any, 0), false),
        (REAL, Call::remove_proxies {}, false),
        (
            REAL,
            Call::create_pure {
                proxy_type: ProxyType::Any,
                delay: 0,
                index: 0,
            },
            false,
        ),
        (
            DELEGATE,
            Call::announce {
                real: REAL,
                call_hash,
            },
            true,
        ),
        (
            DELEGATE,
            Call::remove_announcement {
                real: REAL,
                call_hash,
            },
            false,
        ),
        (
            REAL,
            Call::reject_announcement {
                delegate: DELEGATE,
                call_hash,
            },
            false,
        ),
        (
            REAL,
            Call::set_real_pays_fee {
                delegate: DELEGATE,
                pays_fee: true,
            },
            false,
        ),
    ] {
        let mut state = full();
        if needs_room {
            room(&mut state);
        }
        ensure_weighed(&mut state, who, call);
    }
}

#[test]
fn both_deposits_are_poked_within_the_weight() {
    let mut state = full();
    state.execute_with(|| {
        add(DELEGATE, REAL, ProxyType::Any, 0);
        Base::set(101);
        AnnouncedBase::set(51);
    });
    ensure_weighed(&mut state, DELEGATE, Call::poke_deposit {});
    state.execute_with(|| {
        Base::set(100);
        AnnouncedBase::set(50);
    });
}

#[test]
fn a_pure_account_with_many_delegates_is_killed_within_the_weight() {
    let mut state = externalities();
    let pure = state.execute_with(|| {
        let pure = Proxy::pure_account(&REAL, &ProxyType::Any, 0, 1, 0).unwrap();
        let call = Call::create_pure {
            proxy_type: ProxyType::Any,
            delay: 0,
            index: 0,
        };
        assert_ok!(send(REAL, call));
        assert_ok!(Balances::transfer_keep_alive(
            RuntimeOrigin::signed(OTHER),
            pure.clone(),
            500
        ));
        for id in 2..5 {
            add(pure.clone(), account(id), ProxyType::Any, 0);
            let consent = Call::set_real_pays_fee {
                delegate: account(id),
                pays_fee: true,
            };
            assert_ok!(send(pure.clone(), consent));
        }
        pure
    });
    let kill = Call::kill_pure {
        spawner: REAL,
        proxy_type: ProxyType::Any,
        index: 0,
        height: 1,
        ext_index: 0,
    };
    ensure_weighed(&mut state, pure, kill);
}
