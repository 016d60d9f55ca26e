use std::net::Ipv4Addr;

use futures::{FutureExt as _, executor::block_on, task::noop_waker};
use jsonrpsee::tokio::runtime::{Builder, Runtime};

use super::*;

const STRANGER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
const OTHER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2));
const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const MIB: usize = 1024 * 1024;

/// Timeouts need a clock.
fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().unwrap()
}

/// Whether an answer gets room without waiting.
fn keeps(connection: &Connection, bytes: usize) -> bool {
    let runtime = runtime();
    let _context = runtime.enter();
    matches!(connection.keep(bytes).now_or_never(), Some(Ok(())))
}

#[test]
fn an_address_has_so_many_connections_and_no_more() {
    let budget = Budget::new(2);
    let mut connections: Vec<_> = (0..2).map(|_| budget.admit(STRANGER).unwrap()).collect();
    assert!(budget.admit(STRANGER).is_none());
    assert!(budget.admit(OTHER).is_some());
    connections.pop();
    assert!(budget.admit(STRANGER).is_some());
    let local: Vec<_> = (0..9).map(|_| budget.admit(LOCAL)).collect();
    assert!(local.iter().all(Option::is_some));
}

#[test]
fn answers_keep_room_until_they_are_sent() {
    let budget = Budget::new(9);
    let connection = budget.admit(STRANGER).unwrap();
    assert!(keeps(&connection, 10 * MIB) && !keeps(&connection, 10 * MIB));
    connection.sent(9 * MIB);
    assert!(keeps(&connection, 10 * MIB));
    assert!(!keeps(&connection, 10 * MIB));
    drop(connection);
    assert_eq!(budget.room.available_permits(), ALL);
}

#[test]
fn one_that_reads_nothing_leaves_room_for_others_of_its_address_and_for_other_addresses() {
    let budget = Budget::new(99);
    let idle: Vec<_> = (0..5).map(|_| budget.admit(STRANGER).unwrap()).collect();
    let kept = idle.iter().filter(|connection| keeps(connection, 15 * MIB));
    assert_eq!(kept.count(), 4, "64 MiB of one address");
    assert!(keeps(&budget.admit(OTHER).unwrap(), 15 * MIB));
    let reader = budget.admit(STRANGER).unwrap();
    assert!(!keeps(&reader, 5 * MIB) && keeps(&reader, SMALL));
}

#[test]
fn an_answer_larger_than_a_connection_may_keep_gets_through() {
    let budget = Budget::new(9);
    let connection = budget.admit(STRANGER).unwrap();
    assert!(keeps(&connection, 99 * MIB));
    assert!(!keeps(&connection, 1));
    connection.sent(99 * MIB);
    assert!(keeps(&connection, 1));
}

#[test]
fn what_is_never_sent_is_forgotten() {
    let budget = Budget::new(9);
    let connection = budget.admit(STRANGER).unwrap();
    assert!(keeps(&connection, 16 * MIB));
    connection.flushed();
    assert!(
        connection.slot().now_or_never().is_none(),
        "it may be about to be sent"
    );
    let since = Instant::now().checked_sub(2 * FORGOTTEN).unwrap();
    connection.unsent().flushed = Some(since);
    assert!(connection.slot().now_or_never().is_some());
    assert!(keeps(&connection, 16 * MIB));
}

#[test]
fn a_call_waits_for_what_is_not_sent_and_for_earlier_calls_until_the_client_goes() {
    let budget = Budget::new(9);
    let connection = budget.admit(STRANGER).unwrap();
    let slots: Vec<_> = (0..SLOTS)
        .map(|_| block_on(connection.slot()).unwrap())
        .collect();
    assert!(connection.slot().now_or_never().is_none());
    drop(slots);
    assert!(keeps(&connection, MIB));
    assert!(connection.slot().now_or_never().is_some());
    assert!(keeps(&connection, 1));
    assert!(connection.slot().now_or_never().is_none());
    connection.sent(MIB);
    assert!(connection.slot().now_or_never().is_some());
    connection.close();
    assert!(matches!(connection.slot().now_or_never(), Some(None)));
    assert!(!keeps(&connection, 1));
}

#[test]
fn turns_are_those_of_an_address() {
    let budget = Budget::new(9);
    let (one, two) = (
        budget.admit(STRANGER).unwrap(),
        budget.admit(STRANGER).unwrap(),
    );
    let mut turns: Vec<_> = (0..TURNS).map(|_| block_on(one.turn()).unwrap()).collect();
    assert!(two.turn().now_or_never().is_none());
    assert!(budget.admit(OTHER).unwrap().turn().now_or_never().is_some());
    turns.pop();
    assert!(two.turn().now_or_never().is_some());
}

#[test]
fn nothing_is_read_while_too_much_has_arrived() {
    let connection = Budget::new(9).admit(STRANGER).unwrap();
    let waker = noop_waker();
    let may_read = || {
        connection
            .poll_may_read(&Context::from_waker(&waker))
            .is_ready()
    };
    let mut arrived: Vec<_> = (1..ARRIVED).map(|_| connection.arrive()).collect();
    assert!(may_read());
    arrived.push(connection.arrive());
    assert!(!may_read());
    arrived.pop();
    assert!(may_read());
}
