//! Every call, with as much to do as it can have, touches no more items of state than its weight
//! declares, nor than it says afterwards; and what it says afterwards is no more than what its fee
//! was asked for. The weight is asked for where there is no state, so that none can be read for it.

mod benchmarks;
pub(crate) mod counting;
mod leases;
mod reveals;

use std::collections::BTreeSet;

use frame_support::{
    dispatch::{GetDispatchInfo, extract_actual_weight},
    traits::{GetCallName, Hooks},
    weights::{RuntimeDbWeight, Weight},
};
use sp_runtime::{DispatchResult, traits::Dispatchable};

use self::counting::{Touched, count};
use crate::{
    Call, Error,
    benchmarking::{locks, rows, states},
    mock::*,
    pallet::*,
};

/// Weight of the accesses alone.
fn price(touched: Touched) -> Weight {
    DbPrices::get().reads_writes(touched.reads, touched.writes)
}

/// Reads and writes in weights, which are asked for at a price of reads alone and at one of writes
/// alone, beside which their time is nothing.
fn said<const COUNT: usize>(mut weigh: impl FnMut() -> [Weight; COUNT]) -> [Touched; COUNT] {
    const PRICE: u32 = 40;
    let mut at = |read, write| {
        DbPrices::set(RuntimeDbWeight { read, write });
        weigh().map(|weight| weight.ref_time() >> PRICE)
    };
    let (reads, writes) = (at(1 << PRICE, 0), at(0, 1 << PRICE));
    core::array::from_fn(|place| Touched {
        reads: reads[place],
        writes: writes[place],
    })
}

/// What is done with the call before it is in a block.
fn precheck(origin: &RuntimeOrigin, call: &Call<Test>) -> DispatchResult {
    let Ok(signer) = frame_system::ensure_signed(origin.clone()) else {
        return Ok(());
    };
    Admission::<Test>::precheck(&signer, call)?;
    Admission::<Test>::precheck_in_block(call)?;
    if Admission::<Test>::free_kind(call).is_some() {
        assert!(Admission::<Test>::take_free_share(Weight::zero(), 0));
    }
    Ok(())
}

/// What the checks of a call give back.
fn spare(
    state: &mut sp_io::TestExternalities,
    who: Option<&AccountId>,
    call: &Call<Test>,
) -> Weight {
    state.execute_with(|| {
        who.map(|who| Admission::<Test>::spare_weight(who, call).checks)
            .unwrap_or_default()
    })
}

#[test]
fn no_call_touches_more_than_it_declares() {
    let mut wrong = Vec::new();
    for (name, case, prepare) in rows::rows::<Test>() {
        let mut state = new_test_ext();
        let (origin, call) = state.execute_with(|| {
            let (origin, call) = prepare();
            states::reopen_pools::<Test>();
            (RuntimeOrigin::from(origin), call)
        });
        assert_eq!(call.get_call_name(), name);
        let signer = frame_system::ensure_signed(origin.clone()).ok();
        let mut counted = [Touched::default(); 3];
        let mut failure = None;
        let [declared, due, corrected, of_look, of_check, check_corrected] = said(|| {
            let called = RuntimeCall::from(call.clone());
            let info = called.get_dispatch_info();
            let (undue, look) = count(&mut state, || {
                Admission::<Test>::undue_weight(signer.as_ref(), &call)
            });
            let (checked, check) = count(&mut state, || precheck(&origin, &call));
            let spare = spare(&mut state, signer.as_ref(), &call);
            let (result, touched) = count(&mut state, || called.dispatch(origin.clone()));
            counted = [look, check, touched];
            let failed = result.as_ref().err().map(|failed| failed.error);
            failure = failed.or(checked.err());
            let of_check = Admission::<Test>::precheck_weight(&call);
            [
                info.call_weight,
                info.call_weight.saturating_sub(undue),
                extract_actual_weight(&result, &info),
                Admission::<Test>::weight_of_undue(&call),
                of_check,
                of_check.saturating_sub(spare),
            ]
        });
        let [look, check, touched] = counted;
        // Nothing else is asked of a call that is no more.
        let failure = failure.filter(|error| *error != Error::<Test>::Deprecated.into());
        wrong.extend(failure.map(|error| format!("{name}, {case}: {error:?}")));
        let said = format!(
            "{name}, {case}: {touched:?} of {declared:?}, due {due:?}, then {corrected:?}; \
             checks {check:?} of {of_check:?}, then {check_corrected:?}; \
             looks {look:?} of {of_look:?}"
        );
        println!("{said}");
        let fits = touched.fits(declared) && touched.fits(corrected) && corrected.fits(due);
        let check_fits = check.fits(of_check) && check.fits(check_corrected);
        if !fits || !look.fits(of_look) || !check_fits {
            wrong.push(said);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What a block without epochs touches on all subnets.
fn check_block(prepare: fn()) {
    let mut state = new_test_ext();
    state.execute_with(|| {
        states::all_subnets::<Test>();
        for netuid in states::subnets::<Test>() {
            // Nothing but the block itself.
            Tempo::<Test>::insert(netuid, 0);
            RegistrationsThisBlock::<Test>::insert(netuid, 1);
            SubnetRootSellTao::<Test>::insert(netuid, states::tao(1));
        }
        prepare();
    });
    let (weight, touched) = count(&mut state, || SubtensorModule::on_initialize(2));
    println!("block: {touched:?} of {}", weight.ref_time() / 1_000_000);
    assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
}

#[test]
fn a_block_touches_no_more_than_it_weighs() {
    check_block(|| ());
    check_block(states::full_reservoirs::<Test>);
}

#[test]
fn a_block_with_time_left_touches_no_more_than_it_weighs() {
    for (waiting, threshold) in [(0, 1), (2, 1), (2, u64::MAX), (70, 0)] {
        let mut state = new_test_ext();
        state.execute_with(|| {
            states::waiting_parents::<Test>(waiting);
            StakeThreshold::<Test>::put(threshold);
            (1..70).for_each(states::suspend::<Test>);
            states::full_subnet::<Test>();
            VotingPowerErasures::<Test>::insert(states::SUBNET, ());
        });
        let (weight, touched) = count(&mut state, || SubtensorModule::on_idle(2, Weight::MAX));
        println!(
            "{waiting} wait: {touched:?} of {}",
            weight.ref_time() / 1_000_000
        );
        assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
    }
}

#[test]
fn an_epoch_and_its_payout_touch_no_more_than_they_weigh() {
    let mut state = new_test_ext();
    state.execute_with(|| {
        states::due_epoch::<Test>();
        states::reopen_pools::<Test>();
    });
    let now = 3;
    let (owed, touched) = count(&mut state, || {
        let (stepped, weight) = Coinbase::<Test>::run_due_epochs(&[states::SUBNET], now);
        assert_eq!(stepped, [states::SUBNET]);
        (Payout::<Test>::unpaid_dividends(states::SUBNET), weight)
    });
    let (owed, weight) = (owed.0.to_u64(), owed.1);
    println!("epoch: {touched:?} of {}", weight.ref_time() / 1_000_000);
    assert!(
        owed > 0 && price(touched).all_lte(weight),
        "{touched:?} of {weight:?}"
    );

    state.execute_with(|| Coinbase::<Test>::run_due_epochs(&[states::SUBNET], now));
    let mut blocks = 1u64;
    loop {
        let ((weight, owed), touched) = count(&mut state, || {
            let mut meter = Payout::<Test>::payout_meter();
            Payout::<Test>::go_on_paying(&mut meter);
            let owed = Payout::<Test>::unpaid_dividends(states::SUBNET);
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
            Payout::<Test>::go_on_paying(&mut Payout::<Test>::payout_meter());
        });
        blocks += 1;
    }
    let rows = states::VALIDATORS * u64::from(crate::children::MAX_PARENTS);
    assert!(blocks > 1 && blocks < rows, "{blocks}");
}

#[test]
fn an_epoch_of_null_consensus_touches_no_more_than_it_weighs() {
    let mut state = new_test_ext();
    state.execute_with(|| {
        states::due_null_epoch::<Test>(crate::consensus::MAX_NULL_UIDS);
        states::reopen_pools::<Test>();
    });
    let (weight, touched) = count(&mut state, || {
        let (stepped, weight) = Coinbase::<Test>::run_due_epochs(&[states::SUBNET], 3);
        assert_eq!(stepped, [states::SUBNET]);
        weight
    });
    println!("epoch: {touched:?} of {}", weight.ref_time() / 1_000_000);
    assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
}

#[test]
fn a_takeover_touches_no_more_than_it_weighs() {
    let mut state = new_test_ext();
    state.execute_with(|| locks::won_subnet::<Test>(256));
    let (weight, touched) = count(&mut state, || {
        let weight = Locks::<Test>::hand_over_if_won(states::SUBNET);
        assert_ne!(Subnets::<Test>::owner(states::SUBNET), account(1));
        weight
    });
    assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
    // So does finding that nobody has won.
    state.execute_with(|| SubnetAlphaOut::<Test>::insert(states::SUBNET, states::alpha(1 << 60)));
    let (weight, touched) = count(&mut state, || {
        Locks::<Test>::hand_over_if_won(states::SUBNET)
    });
    assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
}

#[test]
fn locks_that_follow_a_hotkey_touch_no_more_than_they_weigh() {
    let mut state = new_test_ext();
    let (weight, touched) = count(&mut state, Locks::<Test>::go_on_moving);
    assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
    state.execute_with(locks::swapped_hotkey::<Test>);
    let (weight, touched) = count(&mut state, Locks::<Test>::go_on_moving);
    assert!(touched.writes > 100, "{touched:?}");
    assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
}

#[test]
fn every_call_is_counted() {
    let counted: BTreeSet<&str> = rows::rows::<Test>()
        .into_iter()
        .map(|(name, _, _)| name)
        .collect();
    let calls: BTreeSet<&str> = Call::<Test>::get_call_names().iter().copied().collect();
    assert_eq!(counted, calls);
}
