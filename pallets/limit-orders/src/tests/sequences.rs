//! Random batches: nothing is made or lost, nobody gets nothing, all or nothing (spec 80 I5 to I8).

use proptest::prelude::*;

use super::*;

/// Signer, whether it buys, amount, part, fee in percent.
type Step = (u8, bool, u64, Option<u64>, u32);

fn step() -> impl Strategy<Value = Step> {
    let amount = prop_oneof![1 => 1_u64..20, 4 => 1_000_u64..1_000_000];
    let part = proptest::option::of(1_u64..1_000);
    let fee = prop_oneof![20 => 0_u32..20, 1 => Just(100)];
    (1_u8..=9, any::<bool>(), amount, part, fee)
}

fn order_of((who, buys, amount, fill, fee): Step) -> SignedOrder<AccountId32> {
    let order = if buys {
        buy(who, amount)
    } else {
        sell(who, amount)
    };
    let recipient = if who % 2 == 0 {
        RECIPIENT
    } else {
        OTHER_RECIPIENT
    };
    let order = in_parts(with_fee(order, fee, recipient));
    match fill {
        Some(fill) => part(order, fill % amount + 1),
        None => signed(order),
    }
}

fn filled(order: &SignedOrder<AccountId32>) -> u64 {
    match status(order) {
        Some(OrderStatus::PartiallyFilled(filled)) => filled,
        Some(OrderStatus::Fulfilled) => u64::MAX,
        Some(OrderStatus::Cancelled) | None => 0,
    }
}

fn run(calls: Vec<(bool, Vec<Step>)>, price: u64, returns: u64, rounding: u64) {
    books::Rounding::set(rounding);
    books::stock_pool(FUNDS * 1_000);
    // Prices that divide nothing evenly.
    books::Price::set(U64F64::from_ratio(price, 997));
    let totals = books::totals();
    for (together, steps) in calls {
        let orders: Vec<_> = steps.into_iter().map(order_of).collect();
        // At the price, or whatever the pool says.
        books::Returns::set((returns > 0).then_some(returns));
        let (before, seen) = (root(), events().len());
        let had: Vec<u64> = orders.iter().map(filled).collect();
        let call = if together {
            execute_batch(&orders)
        } else {
            execute(&orders)
        };
        if send(RELAYER, call).is_err() {
            assert_eq!(root(), before, "a failure has left something");
        } else {
            for (order, had) in orders.iter().zip(had) {
                assert_ne!(had, u64::MAX, "a fulfilled order was executed");
                let OrderAmount::Fixed(all) = order.order.terms().amount else {
                    unreachable!("all amounts are fixed")
                };
                let now = filled(order);
                assert!(
                    now > had && (now == u64::MAX || now < all),
                    "{had} then {now} of {all}"
                );
            }
        }
        for event in &events()[seen..] {
            if let Event::OrderExecuted { amount_out, .. } = event {
                assert!(*amount_out > 0);
            }
        }
        assert_eq!(books::totals(), totals);
        assert_eq!(tao(&LimitOrders::account()), 0);
        assert_eq!(alpha(&LimitOrders::account(), &LimitOrders::hotkey()), 0);
        check();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn batches_make_and_lose_nothing(
        calls in proptest::collection::vec(
            (any::<bool>(), proptest::collection::vec(step(), 1..6)),
            1..5,
        ),
        price in 1_u64..5_000,
        returns in prop_oneof![3 => Just(0_u64), 1 => 1_u64..2_000],
        rounding in 0_u64..=1,
    ) {
        externalities().execute_with(|| run(calls, price, returns, rounding));
    }
}
