//! Every call, with as much to do as it can have, touches no more items of state than its weight declares, nor than it
//! says afterwards. The weight is asked for where there is no state, so that none can be read for it.

mod counting;
mod rows;
mod states;

use std::collections::BTreeSet;

use frame_support::{
    dispatch::{GetDispatchInfo, extract_actual_weight},
    traits::GetCallName,
    weights::{RuntimeDbWeight, Weight},
};
use sp_runtime::traits::Dispatchable;

use self::counting::{Touched, count};
use crate::{Call, mock::*};

/// Weight of the accesses alone.
fn price(touched: Touched) -> Weight {
    DbPrices::get().reads_writes(touched.reads, touched.writes)
}

/// Prices that leave reads, writes and the rest of a weight apart from each other.
const READ: u32 = 34;
const WRITE: u32 = 49;

/// The reads and writes in a weight at those prices.
fn accesses(weight: Weight) -> Touched {
    let writes = weight.ref_time() >> WRITE;
    Touched {
        reads: (weight.ref_time() >> READ) - (writes << (WRITE - READ)),
        writes,
    }
}

#[test]
fn no_call_touches_more_than_it_declares() {
    DbPrices::set(RuntimeDbWeight {
        read: 1 << READ,
        write: 1 << WRITE,
    });
    let mut wrong = Vec::new();
    for (name, case, prepare) in rows::rows() {
        let mut state = new_test_ext();
        let (origin, call) = state.execute_with(prepare);
        assert_eq!(call.get_call_name(), name);
        let info = RuntimeCall::from(call.clone()).get_dispatch_info();
        let (result, touched) = count(&mut state, || RuntimeCall::from(call).dispatch(origin));
        if let Err(failed) = &result {
            wrong.push(format!("{name}, {case}: {:?}", failed.error));
        }
        let declared = accesses(info.call_weight);
        let corrected = accesses(extract_actual_weight(&result, &info));
        let said = format!("{name}, {case}: {touched:?} of {declared:?}, then {corrected:?}");
        println!("{said}");
        let fits = |said: Touched| touched.reads <= said.reads && touched.writes <= said.writes;
        if !fits(declared) || !fits(corrected) {
            wrong.push(said);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_epoch_and_its_payout_touch_no_more_than_they_weigh() {
    let mut state = new_test_ext();
    state.execute_with(states::due_epoch);
    let now = 3;
    let (owed, touched) = count(&mut state, || {
        let (stepped, weight) = SubtensorModule::run_due_epochs(&[states::SUBNET], now);
        assert_eq!(stepped, [states::SUBNET]);
        (SubtensorModule::unpaid_dividends(states::SUBNET), weight)
    });
    let (owed, weight) = (owed.0.to_u64(), owed.1);
    println!("epoch: {touched:?} of {}", weight.ref_time() / 1_000_000);
    assert!(
        owed > 0 && price(touched).all_lte(weight),
        "{touched:?} of {weight:?}"
    );

    state.execute_with(|| SubtensorModule::run_due_epochs(&[states::SUBNET], now));
    let mut blocks = 1u64;
    loop {
        let ((weight, owed), touched) = count(&mut state, || {
            let mut meter = SubtensorModule::payout_meter();
            SubtensorModule::go_on_paying(&mut meter);
            let owed = SubtensorModule::unpaid_dividends(states::SUBNET);
            (meter.consumed(), owed)
        });
        assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
        if owed.is_zero() {
            println!(
                "{blocks} blocks: {touched:?} of {}",
                weight.ref_time() / 1_000_000
            );
            break;
        }
        state.execute_with(|| {
            SubtensorModule::go_on_paying(&mut SubtensorModule::payout_meter());
        });
        blocks += 1;
    }
    let rows = states::VALIDATORS * u64::from(crate::staking::children::MAX_PARENTS);
    assert!(blocks > 1 && blocks < rows, "{blocks}");
}

#[test]
fn every_call_is_counted() {
    let counted: BTreeSet<&str> = rows::rows().into_iter().map(|(name, _, _)| name).collect();
    let calls: BTreeSet<&str> = Call::<Test>::get_call_names().iter().copied().collect();
    assert_eq!(counted, calls);
}
