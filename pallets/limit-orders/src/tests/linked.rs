//! Orders that spend what others have brought (spec 90 §21.3).

use super::*;
use crate::{LinkedAsset, LinkedOutput};

fn provider(order: Order<AccountId32>) -> SignedOrder<AccountId32> {
    let amount = OrderAmount::Fixed(order.amount);
    sign(VersionedOrder::V2(v2(order, amount, true)))
}

fn consumer(order: Order<AccountId32>, of: H256, percent: u32) -> SignedOrder<AccountId32> {
    let pct = Perbill::from_percent(percent);
    let amount = OrderAmount::LinkedPercentage { provider: of, pct };
    sign(VersionedOrder::V2(v2(order, amount, false)))
}

fn record(of: &SignedOrder<AccountId32>) -> Option<LinkedOutput<AccountId32>> {
    LinkedOutputs::<Test>::get(id(of))
}

#[test]
fn one_call_sells_and_buys_with_what_that_brings() {
    chain(|| {
        let first = provider(with_fee(sell(1, 1_000), 1, RECIPIENT));
        let second = consumer(buy(1, 0), id(&first), 33);
        assert_ok!(send(RELAYER, execute(&[first.clone(), second.clone()])));
        assert_eq!(outputs(), [990, 326]);
        assert_eq!(record(&first), None);
        let all = events();
        let recorded = Event::LinkedOutputRecorded {
            order_id: id(&first),
            signer: signer(1),
            asset: LinkedAsset::Tao,
            total: 990,
            expires_at: 6_000,
        };
        assert_eq!(all[0], recorded);
        let consumed = Event::LinkedOutputConsumed {
            provider: id(&first),
            consumer: id(&second),
            amount: 326,
            undrawn: 664,
        };
        assert_eq!(all[2], consumed);
        let third = consumer(buy(1, 0), id(&first), 10);
        fails(RELAYER, execute(&[third]), Error::<Test>::NoLinkedOutput);
    });
}

#[test]
fn who_may_draw_on_an_output() {
    chain(|| {
        let first = provider(buy(1, 1_000));
        let of = id(&first);
        let with = |order, percent| execute(&[consumer(order, of, percent)]);
        fails(RELAYER, with(sell(1, 0), 50), Error::<Test>::NoLinkedOutput);
        assert_ok!(send(RELAYER, execute(one(&first))));
        fails(
            RELAYER,
            with(sell(2, 0), 50),
            Error::<Test>::LinkedOutputSignerMismatch,
        );
        fails(
            RELAYER,
            with(buy(1, 0), 50),
            Error::<Test>::LinkedOutputAssetMismatch,
        );
        let mut elsewhere = sell(1, 0);
        elsewhere.hotkey = account(9);
        fails(
            RELAYER,
            with(elsewhere, 50),
            Error::<Test>::LinkedOutputAssetMismatch,
        );
        fails(
            RELAYER,
            with(sell(1, 0), 0),
            Error::<Test>::LinkedAmountResolvedToZero,
        );
        let mut late = sell(1, 0);
        late.expiry = u64::MAX;
        Now::set(6_001);
        fails(
            RELAYER,
            with(late.clone(), 50),
            Error::<Test>::LinkedOutputExpired,
        );
        Now::set(6_000);
        assert_ok!(send(RELAYER, with(late, 50)));
        assert_eq!(outputs(), [1_000, 500]);
    });
}

#[test]
fn linked_orders_have_no_parts() {
    chain(|| {
        let with_part = |mut signed: SignedOrder<AccountId32>| {
            signed.partial_fill = Some(1);
            execute(&[signed])
        };
        let first = provider(in_parts(buy(1, 1_000)));
        let error = Error::<Test>::PartialFillNotSupportedForProvider;
        fails(RELAYER, with_part(first.clone()), error);
        let second = consumer(in_parts(sell(1, 0)), id(&first), 50);
        let error = Error::<Test>::PartialFillNotSupportedForLinkedAmount;
        fails(RELAYER, with_part(second.clone()), error);
        assert_ok!(send(RELAYER, execute(&[first, second])));
    });
}

#[test]
fn in_a_batch_an_output_must_be_there_and_is_drawn_on_once() {
    chain(|| {
        let first = provider(buy(1, 1_000));
        let second = consumer(sell(1, 0), id(&first), 50);
        let third = consumer(sell(1, 0), id(&first), 20);
        let together = execute_batch(&[first.clone(), second.clone()]);
        fails(RELAYER, together, Error::<Test>::NoLinkedOutput);
        assert_ok!(send(RELAYER, execute_batch(one(&first))));
        let asset = LinkedAsset::Alpha {
            netuid: NETUID,
            hotkey: HOTKEY,
        };
        assert_eq!(
            record(&first).map(|of| (of.asset, of.total)),
            Some((asset, 1_000))
        );
        let both = execute_batch(&[second.clone(), third]);
        fails(RELAYER, both, Error::<Test>::NoLinkedOutput);
        assert_ok!(send(RELAYER, execute_batch(one(&second))));
        assert_eq!(record(&first), None);
        assert_eq!(status(&second), Some(OrderStatus::Fulfilled));
    });
}

#[test]
fn a_trade_that_fails_leaves_the_output() {
    chain(|| {
        let first = provider(sell(1, 1_000));
        assert_ok!(send(RELAYER, execute(one(&first))));
        books::Returns::set(Some(0));
        let second = consumer(buy(1, 0), id(&first), 50);
        fails(RELAYER, execute(&[second]), Error::<Test>::SwapReturnedZero);
        assert_eq!(record(&first).map(|of| of.total), Some(1_000));
    });
}

#[test]
fn an_output_is_forgotten_by_its_signer_and_later_by_anybody() {
    chain(|| {
        let orders = [provider(sell(1, 1_000)), provider(sell(1, 1_001))];
        assert_ok!(send(RELAYER, execute(&orders)));
        let [first, second] = orders.map(|order| id(&order));
        let prune = |order_id| Call::<Test>::prune_linked_output { order_id };
        Now::set(6_000);
        fails(
            signer(2),
            prune(first),
            Error::<Test>::LinkedOutputNotPrunable,
        );
        crate::LimitOrdersEnabled::<Test>::put(false);
        assert_ok!(send(signer(1), prune(first)));
        let pruned = Event::LinkedOutputPruned {
            order_id: first,
            total: 1_000,
        };
        assert_eq!(events().pop(), Some(pruned));
        fails(signer(1), prune(first), Error::<Test>::NoLinkedOutput);
        Now::set(6_001);
        assert_ok!(send(signer(2), prune(second)));
        assert_eq!(LinkedOutputs::<Test>::iter().count(), 0);
    });
}
