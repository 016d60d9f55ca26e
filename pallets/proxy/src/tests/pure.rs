use codec::Encode;
use frame_support::assert_ok;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::Dispatchable;

use super::*;

/// What clients compute (spec 60 §10.4): the stock pallet's formula, byte for byte.
fn derived(who: &AccountId32, height: u32, ext_index: u32, proxy_type: u8, index: u16) -> [u8; 32] {
    let who: &[u8; 32] = who.as_ref();
    let bytes = [
        b"modlpy/proxy____".as_slice(),
        who,
        &height.to_le_bytes(),
        &ext_index.to_le_bytes(),
        &[proxy_type],
        &index.to_le_bytes(),
    ]
    .concat();
    blake2_256(&bytes)
}

fn create(index: u16) -> AccountId32 {
    let call = Call::create_pure {
        proxy_type: ProxyType::Any,
        delay: 0,
        index,
    };
    assert_ok!(send(REAL, call));
    let Event::PureCreated { pure, .. } = last_event() else {
        panic!("an account was made")
    };
    pure
}

fn kill_call(index: u16, height: u32, ext_index: u32) -> Call<Test> {
    Call::kill_pure {
        spawner: REAL,
        proxy_type: ProxyType::Any,
        index,
        height,
        ext_index,
    }
}

#[test]
fn ids_are_those_that_clients_derive() {
    chain(|| {
        System::set_block_number(258);
        System::set_extrinsic_index(3);
        let call = Call::create_pure {
            proxy_type: ProxyType::Pays,
            delay: 4,
            index: 513,
        };
        assert_ok!(send(REAL, call));
        let pure = AccountId32::new(derived(&REAL, 258, 3, 2, 513));
        let created = Event::PureCreated {
            pure: pure.clone(),
            who: REAL,
            proxy_type: ProxyType::Pays,
            disambiguation_index: 513,
        };
        assert_eq!(last_event(), created);
        assert_eq!(definitions(&pure), [definition(REAL, ProxyType::Pays, 4)]);
        let again = Proxy::pure_account(&REAL, &ProxyType::Pays, 513, 258, 3);
        assert_eq!(again.unwrap(), pure);
        assert_eq!(
            pure,
            AccountId32::new(hex(
                "2326d60e715d49891d8c4b3518ccae5babd82704a703407c37230e6b48b95987"
            ))
        );
    });
}

fn hex(text: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let digits = core::str::from_utf8(digits).unwrap();
        *byte = u8::from_str_radix(digits, 16).unwrap();
    }
    bytes
}

#[test]
fn the_spawner_pays_and_an_id_is_taken_once() {
    chain(|| {
        let pure = create(0);
        assert_eq!((reserved(&REAL), reserved(&pure)), (110, 0));
        let again = Call::create_pure {
            proxy_type: ProxyType::Any,
            delay: 0,
            index: 0,
        };
        fails(send(REAL, again.clone()), Error::Duplicate);
        assert_ne!(create(1), pure);
        assert_eq!(reserved(&REAL), 220);
        assert!(matches!(
            send(account(77), again),
            Err(DispatchError::Module(_))
        ));
        assert_ok!(outcome(REAL, pure, remark()));
    });
}

#[test]
fn only_a_pure_account_is_killed_and_only_by_itself() {
    chain(|| {
        System::set_extrinsic_index(2);
        let pure = create(0);
        for (who, call) in [
            (REAL, kill_call(0, 1, 2)),
            (pure.clone(), kill_call(1, 1, 2)),
            (pure.clone(), kill_call(0, 2, 2)),
            (pure.clone(), kill_call(0, 1, 1)),
        ] {
            fails(send(who, call), Error::NoPermission);
        }
        assert_ok!(outcome(REAL, pure.clone(), kill_call(0, 1, 2).into()));
        assert!(!crate::Proxies::<Test>::contains_key(&pure));
        assert_eq!((reserved(&REAL), free(&REAL)), (0, FUNDS));
        fails(
            send(REAL, proxy_call(pure.clone(), remark())),
            Error::NotProxy,
        );
        let events = System::events();
        let killed = RuntimeEvent::Proxy(Event::PureKilled {
            pure,
            spawner: REAL,
            proxy_type: ProxyType::Any,
            disambiguation_index: 0,
        });
        assert!(events.iter().any(|record| record.event == killed));
    });
}

/// The record of the account counts what the spawner has reserved, and what it has itself.
#[test]
fn a_killed_account_takes_nothing_of_what_else_its_spawner_reserves() {
    chain(|| {
        add(REAL, OTHER, ProxyType::Pays, 0);
        let pure = create(0);
        assert_ok!(Balances::transfer_keep_alive(
            RuntimeOrigin::signed(OTHER),
            pure.clone(),
            500
        ));
        let more = add_call(DELEGATE, ProxyType::Any, 0);
        assert_ok!(outcome(REAL, pure.clone(), more.into()));
        let consent = Call::set_real_pays_fee {
            delegate: DELEGATE,
            pays_fee: true,
        };
        assert_ok!(outcome(REAL, pure.clone(), consent.into()));
        assert_eq!((reserved(&REAL), reserved(&pure)), (220, 10));
        check();
        assert_ok!(outcome(DELEGATE, pure.clone(), kill_call(0, 1, 0).into()));
        assert_eq!((reserved(&REAL), reserved(&pure)), (110, 0));
        assert_eq!((free(&REAL), free(&pure)), (FUNDS - 110 + 10, 490));
        assert!(!Proxy::pays_for(&pure, &DELEGATE));
        check();
    });
}

#[test]
fn an_account_that_leaves_all_its_delegates_leaves_the_deposit_of_its_spawner() {
    chain(|| {
        let pure = create(0);
        assert_ok!(outcome(REAL, pure.clone(), Call::remove_proxies {}.into()));
        assert_eq!((reserved(&REAL), reserved(&pure)), (110, 0));
        let call = RuntimeCall::Proxy(proxy_call(pure, remark()));
        assert!(call.dispatch(RuntimeOrigin::signed(REAL)).is_err());
    });
}

#[test]
fn ids_of_all_parts_are_different() {
    let ids = [
        derived(&REAL, 1, 0, 0, 0),
        derived(&OTHER, 1, 0, 0, 0),
        derived(&REAL, 2, 0, 0, 0),
        derived(&REAL, 1, 1, 0, 0),
        derived(&REAL, 1, 0, 1, 0),
        derived(&REAL, 1, 0, 0, 1),
    ];
    for (place, id) in ids.iter().enumerate() {
        assert!(!ids[..place].contains(id));
        assert_eq!(id.encode().len(), 32);
    }
}
