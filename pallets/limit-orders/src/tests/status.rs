//! Taking back, switching off, forgetting (spec 80 B.3, B.8).

use super::*;
use crate::OrderExpiries;

fn cancel(order: &SignedOrder<AccountId32>) -> Call<Test> {
    Call::cancel_order {
        order: order.order.clone(),
    }
}

fn prune(orders: &[&SignedOrder<AccountId32>]) -> Call<Test> {
    Call::prune_orders {
        order_ids: BoundedVec::truncate_from(orders.iter().map(|order| id(order)).collect()),
    }
}

#[test]
fn only_the_signer_takes_an_order_back() {
    chain(|| {
        let order = signed(buy(1, 1_000));
        fails(signer(2), cancel(&order), Error::<Test>::Unauthorized);
        assert_ok!(send(signer(1), cancel(&order)));
        let order_id = id(&order);
        let signer_of = signer(1);
        assert_eq!(
            events(),
            [Event::OrderCancelled {
                order_id,
                signer: signer_of
            }]
        );
        fails(
            signer(1),
            cancel(&order),
            Error::<Test>::OrderAlreadyProcessed,
        );
        fails(RELAYER, execute(one(&order)), Error::<Test>::OrderCancelled);
        fails(
            RELAYER,
            execute_batch(&[order]),
            Error::<Test>::OrderCancelled,
        );
        let done = signed(buy(1, 5));
        assert_ok!(send(RELAYER, execute(one(&done))));
        fails(
            signer(1),
            cancel(&done),
            Error::<Test>::OrderAlreadyProcessed,
        );
    });
}

#[test]
fn what_is_left_of_an_order_is_taken_back() {
    chain(|| {
        let order = part(in_parts(buy(1, 1_000)), 300);
        assert_ok!(send(RELAYER, execute(one(&order))));
        assert_ok!(send(signer(1), cancel(&order)));
        fails(RELAYER, execute(&[order]), Error::<Test>::OrderCancelled);
    });
}

#[test]
fn switched_off_nothing_is_executed_but_orders_are_taken_back() {
    chain(|| {
        let switch = |enabled| Call::<Test>::set_pallet_status { enabled };
        let as_root = |call: Call<Test>| {
            let done = RuntimeCall::from(call).dispatch(RuntimeOrigin::root());
            done.map(|_| ()).map_err(|failure| failure.error)
        };
        fails(signer(1), switch(false), DispatchError::BadOrigin);
        assert_ok!(as_root(switch(false)));
        assert_eq!(
            events(),
            [Event::LimitOrdersPalletStatusChanged { enabled: false }]
        );
        let order = signed(buy(1, 1_000));
        fails(RELAYER, execute(&[]), Error::<Test>::LimitOrdersDisabled);
        fails(
            RELAYER,
            execute_batch(&[]),
            Error::<Test>::LimitOrdersDisabled,
        );
        assert_ok!(send(signer(1), cancel(&order)));
        books::Owns::set(false);
        let error = Error::<Test>::PalletHotkeyNotRegistered.into();
        assert_eq!(as_root(switch(true)), Err(error));
        assert_ok!(as_root(switch(false)));
        books::Owns::set(true);
        assert_ok!(as_root(switch(true)));
        assert_ok!(send(RELAYER, execute(&[signed(buy(1, 5))])));
    });
}

#[test]
fn what_has_expired_is_forgotten_and_stays_unusable() {
    chain(|| {
        let done = signed(buy(1, 1_000));
        let partly = part(in_parts(buy(2, 1_000)), 300);
        let taken_back = signed(buy(3, 1_000));
        let unknown = signed(buy(4, 1_000));
        assert_ok!(send(RELAYER, execute(&[done.clone(), partly.clone()])));
        assert_ok!(send(signer(3), cancel(&taken_back)));
        let all = [&done, &partly, &taken_back, &unknown];
        Now::set(EXPIRY);
        assert_ok!(send(signer(9), prune(&all)));
        assert_eq!(
            Orders::<Test>::iter().count(),
            3,
            "an order that may be executed is kept"
        );
        Now::set(EXPIRY + 1);
        assert_ok!(send(signer(9), prune(&all[1..])));
        assert_eq!(Orders::<Test>::iter_keys().collect::<Vec<_>>(), [id(&done)]);
        assert_ok!(send(signer(9), prune(&all)));
        assert_eq!(Orders::<Test>::iter().count(), 0);
        assert_eq!(OrderExpiries::<Test>::iter().count(), 0);
        for order in all {
            fails(RELAYER, execute(one(order)), Error::<Test>::OrderExpired);
        }
    });
}
