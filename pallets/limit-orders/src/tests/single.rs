//! One by one (spec 80 B.5).

use super::*;

#[test]
fn a_purchase_pays_its_fee_first() {
    chain(|| {
        let order = signed(with_fee(buy(1, 1_000), 1, RECIPIENT));
        assert_ok!(send(RELAYER, execute(one(&order))));
        assert_eq!(tao(&RECIPIENT), 10);
        assert_eq!(tao(&books::POOL), FUNDS + 990);
        assert_eq!(tao(&signer(1)), FUNDS - 1_000);
        assert_eq!(alpha(&signer(1), &HOTKEY), FUNDS + 990);
        let executed = Event::OrderExecuted {
            order_id: id(&order),
            signer: signer(1),
            netuid: NETUID,
            order_type: OrderType::LimitBuy,
            amount_in: 990,
            amount_out: 990,
        };
        assert_eq!(events(), [executed]);
        assert_eq!(status(&order), Some(OrderStatus::Fulfilled));
    });
}

#[test]
fn a_sale_pays_its_fee_from_what_it_brings() {
    chain(|| {
        books::Returns::set(Some(800));
        let order = with_fee(order(1, OrderType::StopLoss, 1_000), 1, RECIPIENT);
        assert_ok!(send(RELAYER, execute(&[signed(order)])));
        assert_eq!(tao(&RECIPIENT), 8);
        assert_eq!(tao(&signer(1)), FUNDS + 792);
        assert_eq!(outputs(), [792]);
    });
}

#[test]
fn trades_are_held_to_the_slippage() {
    chain(|| {
        let mut order = buy(1, 1_000);
        order.limit_price = 2_000_000_000;
        order.max_slippage = Some(Perbill::from_percent(1));
        assert_ok!(send(RELAYER, execute(&[signed(order)])));
        assert_eq!(books::Limit::get(), Some(2_020_000_000));
        let mut order = self::order(1, OrderType::StopLoss, 1_000);
        order.limit_price = 2_000_000_000;
        order.max_slippage = Some(Perbill::from_percent(1));
        // A floor that comes from the trigger is above the price.
        let slippage = DispatchError::Other("SlippageTooHigh");
        fails(RELAYER, execute(&[signed(order)]), slippage);
        assert_eq!(books::Limit::get(), Some(1_980_000_000));
    });
}

#[test]
fn one_that_fails_is_passed_over_or_undoes_all() {
    chain(|| {
        let good = signed(buy(1, 1_000));
        // Its fee cannot be paid: the trade is undone.
        let poor = signed(with_fee(buy(2, FUNDS * 2), 60, RECIPIENT));
        let expired = signed(Order {
            expiry: 1,
            ..buy(3, 5)
        });
        let orders = [poor.clone(), good.clone(), expired.clone()];
        fails(RELAYER, execute(&orders), books::TOO_LITTLE);
        let call = Call::execute_orders {
            orders: BoundedVec::truncate_from(orders.to_vec()),
            should_fail: false,
        };
        assert_ok!(send(RELAYER, call));
        assert_eq!(tao(&signer(2)), FUNDS);
        assert_eq!(alpha(&signer(2), &HOTKEY), FUNDS);
        assert_eq!(status(&poor), None);
        let skipped = |order, reason| Event::OrderSkipped {
            order_id: id(order),
            reason,
        };
        let all = events();
        assert_eq!(all[0], skipped(&poor, DispatchError::Other("")));
        assert_eq!(
            all[2],
            skipped(&expired, Error::<Test>::OrderExpired.into())
        );
        assert_eq!(outputs(), [1_000]);
    });
}

#[test]
fn nothing_is_sold_for_nothing() {
    chain(|| {
        books::Returns::set(Some(0));
        for order in [buy(1, 10), sell(1, 10)] {
            fails(
                RELAYER,
                execute(&[signed(order)]),
                Error::<Test>::SwapReturnedZero,
            );
        }
        books::Returns::set(None);
        let all = with_fee(sell(1, 10), 100, RECIPIENT);
        fails(
            RELAYER,
            execute(&[signed(all)]),
            Error::<Test>::SwapReturnedZero,
        );
        assert_ok!(send(RELAYER, execute(&[])));
    });
}

#[test]
fn only_trades_that_were_tried_are_paid_for() {
    chain(|| {
        let dispatch = |orders: &[SignedOrder<AccountId32>]| {
            let call = RuntimeCall::from(Call::<Test>::execute_orders {
                orders: BoundedVec::truncate_from(orders.to_vec()),
                should_fail: false,
            });
            let info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call);
            let done = call
                .dispatch(RuntimeOrigin::signed(RELAYER))
                .expect("it runs");
            (
                info.call_weight.ref_time(),
                done.actual_weight.expect("it is said").ref_time(),
            )
        };
        let trade = books::TRADE.ref_time();
        let expired = signed(Order {
            expiry: 1,
            ..buy(3, 5)
        });
        let (declared, actual) = dispatch(&[signed(buy(1, 1_000)), expired]);
        assert_eq!(declared - actual, trade);
        assert!(declared > 2 * trade);
        let (declared, actual) = dispatch(&[signed(buy(1, 1_001)), signed(buy(2, 1_000))]);
        assert_eq!(declared, actual);
    });
}
