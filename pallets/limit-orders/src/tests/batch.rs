//! Together (spec 80 B.6).

use super::*;
use crate::batch::Rate;

/// A price, and what the pool returns.
fn market(price: u64, returns: u64) {
    books::Price::set(U64F64::from_num(price));
    books::Returns::set(Some(returns));
}

/// Executes what is to succeed, and checks that the pallet keeps nothing. Returns the summary.
#[track_caller]
fn batch(orders: &[SignedOrder<AccountId32>]) -> (OrderSide, u64, u64, u32) {
    let before = books::totals();
    assert_ok!(send(RELAYER, execute_batch(orders)));
    assert_eq!(books::totals(), before);
    keeps_nothing();
    for order in orders {
        assert_eq!(status(order), Some(OrderStatus::Fulfilled));
    }
    match events().pop() {
        Some(Event::GroupExecutionSummary {
            netuid,
            net_side,
            net_amount,
            actual_out,
            executed_count,
        }) => {
            assert_eq!(netuid, NETUID);
            (net_side, net_amount, actual_out, executed_count)
        }
        other => panic!("no summary: {other:?}"),
    }
}

#[track_caller]
fn keeps_nothing() {
    assert_eq!(tao(&LimitOrders::account()), 0);
    assert_eq!(alpha(&LimitOrders::account(), &LimitOrders::hotkey()), 0);
}

#[test]
fn purchases_alone() {
    chain(|| {
        market(1, 500);
        let orders = [signed(buy(1, 600)), signed(buy(2, 400))];
        assert_eq!(batch(&orders), (OrderSide::Buy, 1_000, 500, 2));
        assert_eq!(outputs(), [300, 200]);
        assert_eq!(alpha(&signer(1), &HOTKEY), FUNDS + 300);
        assert_eq!(tao(&signer(1)), FUNDS - 600);
    });
}

#[test]
fn more_is_bought() {
    chain(|| {
        market(2, 300);
        let orders = [
            signed(buy(1, 1_000)),
            signed(sell(3, 200)),
            signed(buy(2, 600)),
        ];
        assert_eq!(batch(&orders), (OrderSide::Buy, 1_200, 300, 3));
        // The last purchase has what rounding leaves.
        assert_eq!(outputs(), [312, 188, 400]);
        assert_eq!(tao(&signer(3)), FUNDS + 400);
    });
}

#[test]
fn more_is_sold() {
    chain(|| {
        market(2, 300);
        let orders = [
            signed(sell(1, 300)),
            signed(buy(3, 200)),
            signed(sell(2, 200)),
        ];
        assert_eq!(batch(&orders), (OrderSide::Sell, 400, 300, 3));
        assert_eq!(outputs(), [100, 300, 200]);
        assert_eq!(alpha(&signer(1), &HOTKEY), FUNDS - 300);
    });
}

#[test]
fn fees_of_both_sides_are_paid_at_once() {
    chain(|| {
        market(1, 9);
        let fee = |order| signed(with_fee(order, 1, RECIPIENT));
        let orders = [fee(buy(1, 1_000)), fee(sell(2, 1_000))];
        assert_eq!(batch(&orders), (OrderSide::Sell, 10, 9, 2));
        assert_eq!(tao(&signer(2)), FUNDS + 990);
        assert_eq!(tao(&RECIPIENT), 19);
        assert!(matches!(
            events()[0],
            Event::OrderExecuted {
                amount_in: 1_000,
                amount_out: 990,
                ..
            }
        ));
    });
}

#[test]
fn each_recipient_is_paid_once() {
    chain(|| {
        market(1, 18);
        let buys = [1, 2].map(|who| signed(with_fee(buy(who, 1_000), 1, RECIPIENT)));
        let sells = [3, 4].map(|who| signed(with_fee(sell(who, 1_000), 1, OTHER_RECIPIENT)));
        batch(&[buys, sells].concat());
        assert_eq!(tao(&RECIPIENT), 20);
        assert_eq!(tao(&OTHER_RECIPIENT), 18);
        assert_eq!(tao(&signer(3)), FUNDS + 990);
        // Two in, two to sellers, two fees.
        assert_eq!(books::Transfers::get(), 6);
    });
}

#[test]
fn sellers_pay_fees_of_what_they_get() {
    chain(|| {
        market(1, 2_000);
        let fee = |order| signed(with_fee(order, 1, RECIPIENT));
        batch(&[fee(sell(1, 800)), fee(sell(2, 1_200))]);
        assert_eq!(outputs(), [792, 1_188]);
        assert_eq!(tao(&RECIPIENT), 20);
    });
}

#[test]
fn nobody_gets_nothing() {
    chain(|| {
        market(1, 1_000);
        let orders = [signed(buy(1, 1_000_000)), signed(buy(2, 1))];
        fails(
            RELAYER,
            execute_batch(&orders),
            Error::<Test>::ZeroShareInBatch,
        );
        let all_fee = signed(with_fee(sell(1, 1_000), 100, RECIPIENT));
        fails(
            RELAYER,
            execute_batch(&[all_fee]),
            Error::<Test>::ZeroShareInBatch,
        );
        let all_fee = signed(with_fee(buy(1, 1_000), 100, RECIPIENT));
        fails(
            RELAYER,
            execute_batch(&[all_fee]),
            Error::<Test>::ZeroShareInBatch,
        );
        books::Returns::set(Some(0));
        for order in [buy(1, 10), sell(1, 10)] {
            let batch = execute_batch(&[signed(order)]);
            fails(RELAYER, batch, Error::<Test>::SwapReturnedZero);
        }
        // Stake that is worth nothing.
        books::Price::set(U64F64::ZERO);
        let worthless = signed(sell(1, 1_000));
        fails(
            RELAYER,
            execute_batch(&[worthless]),
            Error::<Test>::ZeroShareInBatch,
        );
    });
}

#[test]
fn the_last_has_the_dust() {
    chain(|| {
        market(1, 10);
        batch(&[1, 2, 3].map(|who| signed(buy(who, 1))));
        assert_eq!(outputs(), [3, 3, 4]);
    });
    chain(|| {
        market(1, 11);
        batch(&[1, 2, 3].map(|who| signed(sell(who, 4))));
        assert_eq!(outputs(), [3, 3, 5]);
    });
}

#[test]
fn stake_whose_shares_are_rounded_is_dealt_out_as_it_arrives() {
    chain(|| {
        market(1, 300);
        books::Rounding::set(1);
        // Of 200 + 300 arrive 199 + 299, of which all are dealt out.
        let orders = [
            signed(buy(1, 300)),
            signed(buy(2, 200)),
            signed(sell(3, 200)),
        ];
        assert_eq!(batch(&orders), (OrderSide::Buy, 300, 300, 3));
        assert_eq!(outputs(), [298, 200, 200]);
        books::Returns::set(Some(150));
        let orders = [signed(sell(3, 100)), signed(sell(4, 100))];
        // What has not arrived cannot be sold.
        assert_eq!(batch(&orders), (OrderSide::Sell, 198, 150, 2));
    });
}

#[test]
fn what_others_sent_to_the_pallet_stays_there() {
    chain(|| {
        market(1, 10);
        give_tao(&LimitOrders::account(), 7);
        give_alpha(&LimitOrders::account(), &LimitOrders::hotkey(), 5);
        let orders = [1, 2, 3].map(|who| signed(buy(who, 1)));
        assert_ok!(send(RELAYER, execute_batch(&orders)));
        assert_eq!(outputs(), [3, 3, 4]);
        assert_eq!(tao(&LimitOrders::account()), 7);
        assert_eq!(alpha(&LimitOrders::account(), &LimitOrders::hotkey()), 5);
        let call = execute_batch(&[4, 5].map(|who| signed(sell(who, 5))));
        assert_ok!(send(RELAYER, call));
        assert_eq!(tao(&LimitOrders::account()), 7);
        assert_eq!(alpha(&LimitOrders::account(), &LimitOrders::hotkey()), 5);
    });
}

#[test]
fn the_strictest_limit_of_the_side_counts() {
    chain(|| {
        market(1, 10);
        let limited = |mut order: Order<AccountId32>, limit_price| {
            order.limit_price = limit_price;
            order.max_slippage = Some(Perbill::from_percent(10));
            signed(order)
        };
        let buys = [
            limited(buy(1, 10), 2_000_000_000),
            limited(buy(2, 10), 1_000_000_000),
        ];
        batch(&buys);
        assert_eq!(books::Limit::get(), Some(1_100_000_000));
        let sells = [
            limited(sell(1, 10), 1_000_000_000),
            limited(sell(2, 10), 500_000_000),
        ];
        batch(&sells);
        assert_eq!(books::Limit::get(), Some(900_000_000));
    });
}

#[test]
fn orders_that_match_do_without_the_pool() {
    chain(|| {
        market(1, 10);
        let orders = [signed(buy(1, 500)), signed(sell(2, 500))];
        assert_eq!(batch(&orders), (OrderSide::Buy, 0, 0, 2));
        assert_eq!(books::Limit::get(), None);
        assert_eq!(outputs(), [500, 500]);
    });
}

#[test]
fn all_of_a_batch_is_of_one_subnet_and_once() {
    chain(|| {
        assert_ok!(send(RELAYER, execute_batch(&[])));
        assert_eq!(events(), []);
        let good = signed(buy(1, 500));
        let twice = execute_batch(&[good.clone(), good.clone()]);
        fails(RELAYER, twice, Error::<Test>::DuplicateOrderInBatch);
        let mut other = buy(2, 500);
        other.netuid = NetUid::new(2);
        let call = execute_batch(&[good.clone(), signed(other)]);
        fails(RELAYER, call, Error::<Test>::OrderNetUidMismatch);
        let call = Call::execute_batched_orders {
            netuid: NetUid::new(0),
            orders: BoundedVec::new(),
        };
        fails(RELAYER, call, Error::<Test>::RootNetUidNotAllowed);
        books::Frozen::set(Some(signer(2)));
        let call = execute_batch(&[good.clone(), signed(sell(2, 500))]);
        fails(RELAYER, call, Error::<Test>::OrderSignerFrozen);
        // Money that is not there undoes all.
        let call = execute_batch(&[good, signed(buy(3, FUNDS + 1))]);
        fails(RELAYER, call, books::TOO_LITTLE);
    });
}

#[test]
fn amounts_out_of_range() {
    let tiny = Rate(U64F64::from_bits(1));
    assert_eq!(tiny.to_alpha(u128::MAX), None);
    assert_eq!(tiny.to_tao(u128::MAX), 0);
    assert_eq!(Rate(U64F64::ZERO).to_alpha(5), Some(0));
    assert_eq!(Rate(U64F64::MAX).to_tao(5), u64::MAX.into());
    assert_eq!(Rate(U64F64::from_num(2)).to_alpha(5), Some(2));
    chain(|| {
        // Together they are worth what one of them is worth: the greatest amount that there is.
        books::Price::set(U64F64::MAX);
        let orders = [signed(sell(3, 2)), signed(sell(4, 2))];
        fails(RELAYER, execute_batch(&orders), books::TOO_LITTLE);
        books::Returns::set(Some(10));
        fails(
            RELAYER,
            execute_batch(&orders),
            Error::<Test>::ArithmeticOverflow,
        );
    });
}

#[test]
fn parts_of_orders() {
    chain(|| {
        market(1, 30);
        let order = part(in_parts(buy(1, 100)), 30);
        let call = execute_batch(one(&order));
        assert_ok!(send(RELAYER, call));
        assert_eq!(status(&order), Some(OrderStatus::PartiallyFilled(30)));
        let error = Error::<Test>::RelayerMissMatch;
        fails(signer(5), execute_batch(&[order]), error);
        keeps_nothing();
    });
}
