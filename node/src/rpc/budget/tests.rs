use std::net::Ipv4Addr;

use futures::FutureExt as _;
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

/// Room for an answer, if there is any now.
fn room(connection: &Connection, mib: usize) -> Option<Room> {
    let runtime = runtime();
    let _context = runtime.enter();
    connection.room(mib * MIB).now_or_never().flatten()
}

fn turn(connection: &Connection) -> Option<Turn> {
    connection.turn().now_or_never().flatten()
}

#[test]
fn an_address_has_so_many_connections_and_no_more() {
    let budget = Budget::new(20, 2);
    let mut connections: Vec<_> = (0..2).map(|_| budget.admit(STRANGER).unwrap()).collect();
    assert!(budget.admit(STRANGER).is_none());
    assert!(budget.admit(OTHER).is_some());
    connections.pop();
    assert!(budget.admit(STRANGER).is_some());
    let local: Vec<_> = (0..9).map(|_| budget.admit(LOCAL)).collect();
    assert!(local.iter().all(Option::is_some));
}

#[test]
fn all_addresses_together_have_so_many_connections_and_no_more() {
    let budget = Budget::new(2, 2);
    let held = (budget.admit(STRANGER), budget.admit(OTHER));
    assert!(held.0.is_some() && held.1.is_some());
    assert!(budget.admit(LOCAL).is_none());
    drop(held);
    assert!(budget.admit(LOCAL).is_some());
}

#[test]
fn an_answer_has_its_room_until_it_is_dropped() {
    let budget = Budget::new(9, 9);
    let connection = budget.admit(STRANGER).unwrap();
    let held = room(&connection, 40).unwrap();
    assert!(room(&connection, 40).is_none());
    drop(held);
    assert!(room(&connection, 40).is_some());
    assert_eq!(budget.all.room.available_permits(), ROOM);
}

#[test]
fn one_address_leaves_room_for_small_answers_and_for_other_addresses() {
    let budget = Budget::new(99, 99);
    let idle: Vec<_> = (0..5).map(|_| budget.admit(STRANGER).unwrap()).collect();
    let held: Vec<_> = idle.iter().filter_map(|one| room(one, 15)).collect();
    assert_eq!(held.len(), 4, "64 MiB of one address");
    assert!(room(&budget.admit(OTHER).unwrap(), 15).is_some());
    assert!(room(&idle[4], 5).is_none());
    let small = idle[4].room(SMALL).now_or_never().flatten();
    assert!(small.is_some());
}

#[test]
fn all_addresses_together_have_so_much_room_and_no_more() {
    let budget = Budget::new(99, 99);
    let of = |last| budget.admit(IpAddr::V4(Ipv4Addr::new(192, 0, 2, last)));
    let idle: Vec<_> = (0..9).map(|last| of(last).unwrap()).collect();
    let held: Vec<_> = idle.iter().filter_map(|one| room(one, 64)).collect();
    assert_eq!(held.len(), 8);
    assert!(room(&budget.admit(LOCAL).unwrap(), 1).is_none());
}

#[test]
fn an_answer_larger_than_all_that_an_address_may_have_takes_all_of_it() {
    let budget = Budget::new(9, 9);
    let connection = budget.admit(STRANGER).unwrap();
    let held = room(&connection, 99);
    assert!(held.is_some() && room(&connection, 1).is_none());
}

#[test]
fn nothing_waits_for_room_for_ever() {
    let budget = Budget::new(9, 9);
    let connection = budget.admit(STRANGER).unwrap();
    let held = room(&connection, 64);
    let patience = Duration::from_millis(50);
    let waited = runtime().block_on(connection.room_within(MIB, patience));
    assert!(held.is_some() && waited.is_none());
    drop(held);
    assert!(room(&connection, 1).is_some());
}

#[test]
fn turns_are_those_of_an_address_and_of_all() {
    let budget = Budget::new(9, 9);
    let (one, two) = (
        budget.admit(STRANGER).unwrap(),
        budget.admit(STRANGER).unwrap(),
    );
    let other = budget.admit(OTHER).unwrap();
    let mut turns: Vec<_> = (0..TURNS_OF_ADDRESS).filter_map(|_| turn(&one)).collect();
    assert!(turn(&two).is_none());
    turns.extend((0..TURNS_OF_ADDRESS).filter_map(|_| turn(&other)));
    assert_eq!(turns.len(), TURNS);
    assert!(turn(&budget.admit(LOCAL).unwrap()).is_none());
    turns.clear();
    assert!(turn(&two).is_some());
}
