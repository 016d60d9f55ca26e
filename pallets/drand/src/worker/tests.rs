//! The worker on an invented web, with a clock that only moves while somebody waits.

mod net;

use core::ops::Range;

use codec::Decode;
use frame_support::traits::Hooks;
use sp_keystore::{Keystore, KeystoreExt, testing::MemoryKeystore};
use sp_runtime::testing::TestXt;

use self::net::{Net, Page};
use super::*;
use crate::{
    KEY_TYPE,
    mock::{Drand, RuntimeCall, Test, externalities, own_beacon, pulse, pulse_of},
};
use frame_support::assert_ok;
use sp_core::offchain::{
    OffchainDbExt, OffchainWorkerExt, TransactionPoolExt, testing::TestTransactionPoolExt,
};

/// Runs with the pages of `net` and, if there is to be one, a key, after the chain has got the
/// pulses of these rounds. Gives back the rounds that came to the pool.
fn run_with(net: &Net, has_key: bool, stored: Range<u64>) -> Vec<u64> {
    let mut chain = externalities(own_beacon());
    let (pool, sent) = TestTransactionPoolExt::new();
    let keystore = MemoryKeystore::new();
    if has_key {
        keystore.sr25519_generate_new(KEY_TYPE, None).unwrap();
    }
    chain.register_extension(KeystoreExt::new(keystore));
    chain.register_extension(TransactionPoolExt::new(pool));
    chain.register_extension(OffchainDbExt::new(net.clone()));
    chain.register_extension(OffchainWorkerExt::new(net.clone()));
    chain.execute_with(|| {
        frame_system::Pallet::<Test>::set_block_number(10);
        for round in stored {
            assert!(Drand::store_pulses(&[pulse(round)]).is_ok());
        }
        Drand::offchain_worker(10);
    });
    let transactions = core::mem::take(&mut sent.write().transactions);
    chain.execute_with(|| transactions.iter().map(|bytes| round_of(bytes)).collect())
}

/// The round of a transaction, which is one that the pool takes.
#[allow(deprecated)]
fn round_of(mut bytes: &[u8]) -> u64 {
    use sp_runtime::{traits::ValidateUnsigned, transaction_validity::TransactionSource};
    let transaction = TestXt::<RuntimeCall, ()>::decode(&mut bytes).unwrap();
    let RuntimeCall::Drand(call) = transaction.function else {
        panic!("another pallet's call")
    };
    assert_ok!(Drand::validate_unsigned(TransactionSource::Local, &call));
    match call {
        Call::write_pulse { pulses_payload, .. } => {
            assert_eq!(pulses_payload.block_number, 10);
            pulses_payload.pulses[0].round
        }
        _ => panic!("another call"),
    }
}

fn run(net: &Net, stored: Range<u64>) -> Vec<u64> {
    run_with(net, true, stored)
}

/// No rounds.
const NOTHING: Range<u64> = 0..0;

fn json(pulse: &Pulse) -> String {
    format!(
        r#"{{"round":{},"randomness":"{}","signature":"{}"}}"#,
        pulse.round,
        hex::encode(&pulse.randomness),
        hex::encode(&pulse.signature)
    )
}

fn url(endpoint: &str, what: impl ToString) -> String {
    format!("{endpoint}/beac/public/{}", what.to_string())
}

/// A net in which one endpoint has all rounds up to `newest`, from `oldest` on.
fn beacon_at(endpoint: &str, oldest: u64, newest: u64) -> Net {
    let net = Net::default();
    serve(&net, endpoint, oldest, newest);
    net
}

fn serve(net: &Net, endpoint: &str, oldest: u64, newest: u64) {
    net.put(url(endpoint, "latest"), Page::of(json(&pulse(newest))));
    for round in oldest..=newest {
        net.put(url(endpoint, round), Page::of(json(&pulse(round))));
    }
}

const FIRST: &str = ENDPOINTS[0];
const FOURTH: &str = ENDPOINTS[3];

#[test]
fn a_new_chain_begins_with_the_newest_round() {
    let net = beacon_at(FIRST, 30, 30);
    assert_eq!(run(&net, NOTHING), [30]);
    let latest = ENDPOINTS.map(|endpoint| url(endpoint, "latest"));
    assert_eq!(net.asked(), latest);
}

#[test]
fn the_worker_brings_what_the_chain_lacks_in_order() {
    let net = beacon_at(FIRST, 1, 30);
    assert_eq!(run(&net, 20..27), [27, 28, 29, 30]);
}

#[test]
fn a_run_brings_fifty_pulses_at_most() {
    let net = beacon_at(FIRST, 21, 75);
    assert_eq!(run(&net, 20..21), (21..=70).collect::<Vec<_>>());
}

#[test]
fn a_chain_that_has_all_gets_nothing_and_that_is_no_failure() {
    let net = beacon_at(FIRST, 30, 30);
    for stored in [30..31, 31..32] {
        net.wait(5_000);
        assert_eq!(run(&net, stored), Vec::<u64>::new());
    }
    assert!(!net.is_failing());
}

#[test]
fn the_first_true_answer_wins_whoever_gives_it() {
    let wrong: [Page; 9] = [
        Page::Broken,
        Page::Silent,
        Page::Answer(404, json(&pulse(30))),
        Page::of(""),
        Page::of(r#"{"round":30}"#),
        Page::of(json(&pulse(30)).replace("\"randomness\":\"", "\"randomness\":\"x")),
        Page::of(json(&pulse_of(&[8; 32], 30))),
        Page::of(json(&pulse(29)).replace("\"round\":29", "\"round\":30")),
        // True, but longer than an answer may be.
        Page::of(format!("{}{}", json(&pulse(30)), " ".repeat(4_096))),
    ];
    for page in wrong {
        let net = beacon_at(FOURTH, 30, 30);
        for endpoint in &ENDPOINTS[..3] {
            net.put(url(endpoint, "latest"), page.clone());
        }
        assert_eq!(run(&net, NOTHING), [30], "{page:?}");
        assert!(!net.is_failing());
    }
}

#[test]
fn an_endpoint_that_is_behind_holds_back_nobody() {
    let net = beacon_at(FOURTH, 21, 22);
    serve(&net, FIRST, 20, 20);
    assert_eq!(run(&net, 20..21), [21, 22]);
}

#[test]
fn a_true_pulse_of_another_round_is_no_answer() {
    let net = beacon_at(FIRST, 21, 23);
    net.put(url(FIRST, 22), Page::of(json(&pulse(23))));
    assert_eq!(run(&net, 20..21), [21]);
    assert!(net.is_failing());
    serve(&net, FOURTH, 21, 23);
    net.wait(60_000);
    assert_eq!(run(&net, 20..21), [21, 22, 23]);
    assert!(!net.is_failing());
}

#[test]
fn an_endpoint_that_is_silent_costs_no_more_than_the_timeout() {
    let net = Net::default();
    for endpoint in ENDPOINTS {
        net.put(url(endpoint, "latest"), Page::Silent);
    }
    let before = net.now();
    assert_eq!(run(&net, NOTHING), Vec::<u64>::new());
    assert_eq!(net.now() - before, 1_000);
    assert!(net.is_failing());
}

#[test]
fn operators_say_whom_to_ask() {
    let own = "http://127.0.0.1:9999";
    let net = beacon_at(own, 30, 30);
    net.set_endpoints(&[own]);
    assert_eq!(run(&net, NOTHING), [30]);
    assert_eq!(net.asked(), [url(own, "latest")]);

    // Without any, drand is asked.
    let net = beacon_at(FIRST, 30, 30);
    net.set_endpoints(&[]);
    assert_eq!(run(&net, NOTHING), [30]);
}

#[test]
fn without_a_key_nobody_is_asked() {
    let net = beacon_at(FIRST, 30, 30);
    assert_eq!(run_with(&net, false, NOTHING), Vec::<u64>::new());
    assert!(net.asked().is_empty());
    assert!(net.is_failing());
}

#[test]
fn runs_do_not_follow_each_other_at_once() {
    let net = beacon_at(FIRST, 30, 30);
    for (wait, expected) in [(0, vec![30]), (999, vec![]), (1, vec![30])] {
        net.wait(wait);
        assert_eq!(run(&net, NOTHING), expected, "{wait}");
    }
}

#[test]
fn a_run_that_failed_is_tried_again_later() {
    let net = Net::default();
    assert_eq!(run(&net, NOTHING), Vec::<u64>::new());
    serve(&net, FIRST, 30, 30);
    for (wait, expected) in [(9_999, vec![]), (1, vec![30])] {
        net.wait(wait);
        assert_eq!(run(&net, NOTHING), expected, "{wait}");
    }
}

#[test]
fn a_run_that_goes_on_keeps_others_out_for_a_minute() {
    let net = beacon_at(FIRST, 30, 30);
    let mut chain = sp_io::TestExternalities::default();
    chain.register_extension(OffchainDbExt::new(net.clone()));
    chain.register_extension(OffchainWorkerExt::new(net.clone()));
    chain.execute_with(|| {
        let turn = Turn::take().expect("nobody runs");
        assert!(Turn::take().is_none());
        net.wait(59_999);
        assert!(Turn::take().is_none());
        net.wait(1);
        assert!(Turn::take().is_some());
        turn.end(Ok(()));
        assert!(Turn::take().is_none());
        // A clock that was set back does not make anybody wait.
        net.set_back(1_000_000);
        assert!(Turn::take().is_some());
    });
}

#[test]
fn runs_end_in_time_to_let_the_next_one_begin() {
    let net = beacon_at(FIRST, 21, 75);
    for round in 21..=75 {
        // Each round takes nearly as long as it may.
        net.put(url(FIRST, round), Page::Slow(900, json(&pulse(round))));
    }
    let before = net.now();
    let brought = run(&net, 20..21);
    assert_eq!(brought, (21..21 + brought.len() as u64).collect::<Vec<_>>());
    assert!((20..25).contains(&brought.len()), "{}", brought.len());
    assert!(net.now() - before < 22_000);
    assert!(!net.is_failing());
}
