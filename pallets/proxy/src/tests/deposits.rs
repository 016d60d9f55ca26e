use std::collections::BTreeMap;

use frame_support::{assert_ok, dispatch::Pays};
use proptest::prelude::*;

use super::*;
use crate::DepositKind;

fn poke(who: AccountId32) -> Pays {
    Proxy::poke_deposit(RuntimeOrigin::signed(who))
        .expect("it can be paid")
        .pays_fee
}

#[test]
fn a_list_costs_its_base_and_its_entries() {
    chain(|| {
        for (delegate, cost) in [(2, 110), (3, 120), (4, 130)] {
            add(REAL, account(delegate), ProxyType::Any, 0);
            assert_eq!((reserved(&REAL), free(&REAL)), (cost, FUNDS - cost));
            assert_eq!(crate::Proxies::<Test>::get(REAL).1, cost);
        }
    });
}

#[test]
fn a_deposit_is_brought_to_a_new_price_for_free() {
    chain(|| {
        assert_eq!(poke(REAL), Pays::Yes);
        add(REAL, DELEGATE, ProxyType::Any, 0);
        add(OTHER, REAL, ProxyType::Any, 0);
        let call_hash = hash_of(&remark());
        let announce = Call::announce {
            real: OTHER,
            call_hash,
        };
        assert_ok!(send(REAL, announce));
        assert_eq!((poke(REAL), reserved(&REAL)), (Pays::Yes, 165));
        for (base, announced_base, expected) in [
            (200, 50, (DepositKind::Proxies, 110, 210, 265)),
            (200, 20, (DepositKind::Announcements, 55, 25, 235)),
            (10, 20, (DepositKind::Proxies, 210, 20, 45)),
        ] {
            Base::set(base);
            AnnouncedBase::set(announced_base);
            assert_eq!(poke(REAL), Pays::No);
            let (kind, old_deposit, new_deposit, sum) = expected;
            let poked = Event::DepositPoked {
                who: REAL,
                kind,
                old_deposit,
                new_deposit,
            };
            assert_eq!(last_event(), poked);
            assert_eq!(reserved(&REAL), sum);
            assert_eq!(poke(REAL), Pays::Yes);
        }
        Base::set(FUNDS);
        let insufficient = pallet_balances::Error::<Test>::InsufficientBalance;
        assert_eq!(send(REAL, Call::poke_deposit {}), Err(insufficient.into()));
        Base::set(100);
        AnnouncedBase::set(50);
    });
}

#[test]
fn a_deposit_that_is_not_there_is_found() {
    externalities().execute_with(|| {
        add(REAL, DELEGATE, ProxyType::Any, 0);
        assert_ok!(Proxy::try_state(1));
        crate::Proxies::<Test>::mutate(REAL, |(_, deposit)| *deposit += 1);
        assert!(Proxy::try_state(1).is_err());
    });
}

/// Something that an account does.
#[derive(Clone, Debug)]
enum Deed {
    Add(u8, ProxyType, u32),
    Remove(u8, ProxyType, u32),
    RemoveAll,
    Announce(u8),
    Withdraw(u8),
    Reject(u8),
    Consent(u8, bool),
    /// Moves on, and makes what was announced.
    Execute(u8),
}

fn proxy_type() -> impl Strategy<Value = ProxyType> {
    prop_oneof![
        Just(ProxyType::Any),
        Just(ProxyType::Wraps),
        Just(ProxyType::Pays)
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let id = || 1..5u8;
    prop_oneof![
        6 => (id(), proxy_type(), 0..2u32).prop_map(|(id, ty, delay)| Deed::Add(id, ty, delay)),
        3 => (id(), proxy_type(), 0..2u32).prop_map(|(id, ty, delay)| Deed::Remove(id, ty, delay)),
        1 => Just(Deed::RemoveAll),
        4 => id().prop_map(Deed::Announce),
        1 => id().prop_map(Deed::Withdraw),
        1 => id().prop_map(Deed::Reject),
        2 => (id(), any::<bool>()).prop_map(|(id, pays)| Deed::Consent(id, pays)),
        3 => id().prop_map(Deed::Execute),
    ]
}

fn call_of(who: AccountId32, deed: &Deed) -> Call<Test> {
    let call_hash = hash_of(&remark());
    match *deed {
        Deed::Add(id, proxy_type, delay) => add_call(account(id), proxy_type, delay),
        Deed::Remove(id, proxy_type, delay) => remove_call(account(id), proxy_type, delay),
        Deed::RemoveAll => Call::remove_proxies {},
        Deed::Announce(id) => Call::announce {
            real: account(id),
            call_hash,
        },
        Deed::Withdraw(id) => Call::remove_announcement {
            real: account(id),
            call_hash,
        },
        Deed::Reject(id) => Call::reject_announcement {
            delegate: account(id),
            call_hash,
        },
        Deed::Consent(id, pays_fee) => Call::set_real_pays_fee {
            delegate: account(id),
            pays_fee,
        },
        Deed::Execute(id) => {
            System::set_block_number(System::block_number() + 1);
            Call::proxy_announced {
                delegate: account(id),
                real: who,
                force_proxy_type: None,
                call: Box::new(remark()),
            }
        }
    }
}

/// What an account has to reserve by its lists, with the constants of today.
fn owed(who: &AccountId32) -> u64 {
    let price = |entries: usize, base: u64, factor: u64| match entries {
        0 => 0,
        entries => base + factor * entries as u64,
    };
    price(definitions(who).len(), 100, 10) + price(announced(who).len(), 50, 5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Spec 60 §2 I5: what is reserved and what is recorded is what the lists cost, to the unit.
    #[test]
    fn deposits_are_what_the_lists_cost(deeds in prop::collection::vec((1..5u8, deed()), 1..60)) {
        externalities().execute_with(|| {
            for (who, deed) in deeds {
                let who = account(who);
                let call = call_of(who.clone(), &deed);
                // Many of them fail, which must leave nothing.
                let before: BTreeMap<_, _> = crate::Proxies::<Test>::iter().collect();
                if send(who, call).is_err() {
                    prop_assert!(before == crate::Proxies::<Test>::iter().collect());
                }
                check();
                for id in 1..5 {
                    let who = account(id);
                    prop_assert_eq!(reserved(&who), owed(&who));
                    prop_assert_eq!(free(&who) + reserved(&who), FUNDS);
                    let recorded = crate::Proxies::<Test>::get(&who).1
                        + crate::Announcements::<Test>::get(&who).1;
                    prop_assert_eq!(recorded, owed(&who));
                }
            }
            Ok(())
        })?;
    }
}
