//! No call touches more items of state than its weight declares.

use frame_support::{
    dispatch::{GetDispatchInfo, extract_actual_weight},
    weights::Weight,
};

use super::{counting::count, *};

fn ensure_weighed(state: &mut sp_io::TestExternalities, who: AccountId32, call: Call<Test>) {
    let call = RuntimeCall::from(call);
    let info = call.get_dispatch_info();
    let (result, touched) = count(state, || call.clone().dispatch(RuntimeOrigin::signed(who)));
    assert!(result.is_ok(), "{call:?}: {result:?}");
    let declared = counting::accesses(extract_actual_weight(&result, &info));
    assert!(
        touched.fits(declared),
        "{call:?}: {touched:?} of {declared:?}"
    );
}

/// Sells, records what that brings, and pays a fee to an account of its own.
fn heavy(who: u8) -> SignedOrder<AccountId32> {
    let order = with_fee(sell(who, 1_000), 10, account(110 + who));
    sign(VersionedOrder::V2(v2(
        order,
        OrderAmount::Fixed(1_000),
        true,
    )))
}

/// Buys with that, and records what that brings.
fn heavier(who: u8) -> SignedOrder<AccountId32> {
    let pct = Perbill::from_percent(50);
    let provider = id(&heavy(who));
    let order = with_fee(buy(who, 0), 10, account(120 + who));
    let amount = OrderAmount::LinkedPercentage { provider, pct };
    sign(VersionedOrder::V2(v2(order, amount, true)))
}

#[test]
fn no_call_touches_more_than_it_declares() {
    let mut state = externalities();
    DbPrices::set(counting::PRICES);
    // What a trade of these books touches: TAO and stake of a trader and of the pool.
    let trade: Weight = counting::PRICES.reads_writes(4, 4);
    books::TradeWeight::set(trade);
    let cancel = Call::cancel_order {
        order: signed(buy(9, 7)).order,
    };
    ensure_weighed(&mut state, signer(9), cancel);
    let sells: Vec<_> = (1..=4).map(heavy).collect();
    let buys: Vec<_> = (1..=4).map(heavier).collect();
    ensure_weighed(&mut state, RELAYER, execute(&sells));
    ensure_weighed(&mut state, RELAYER, execute_batch(&sells));
    ensure_weighed(&mut state, RELAYER, execute(one(&sells[0])));
    ensure_weighed(&mut state, RELAYER, execute_batch(one(&sells[0])));
    state.execute_with(|| {
        assert_ok!(send(RELAYER, execute(&sells)));
    });
    ensure_weighed(&mut state, RELAYER, execute(&buys));
    let mixed: Vec<_> = (5..=8).map(heavy).chain(buys.clone()).collect();
    ensure_weighed(&mut state, RELAYER, execute_batch(&mixed));
    let prune = Call::prune_linked_output {
        order_id: id(&sells[0]),
    };
    ensure_weighed(&mut state, signer(1), prune);
    Now::set(EXPIRY + 1);
    let prune = Call::prune_orders {
        order_ids: BoundedVec::truncate_from(sells.iter().map(id).collect()),
    };
    ensure_weighed(&mut state, RELAYER, prune);
}
