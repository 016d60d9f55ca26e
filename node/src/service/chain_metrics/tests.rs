use codec::Encode as _;

use super::*;

/// The interface of the runtime, a line for each item.
const INTERFACE: &str = include_str!("../../../../runtime/interface.txt");

fn names_of_items() -> Vec<(&'static str, &'static str)> {
    let values = VALUES
        .iter()
        .map(|(_, _, pallet, item, _)| (*pallet, *item));
    let staged = STAGED.iter().map(|(_, item, _)| (CORE, *item));
    let keys = KEYS.iter().map(|(_, item)| ("MevShield", *item));
    let others = [
        ("Timestamp", "Now"),
        (CORE, "SubnetEpochIndex"),
        (CORE, "PendingEpochAt"),
        (CORE, "FreeCallsOfBlock"),
    ];
    values.chain(staged).chain(keys).chain(others).collect()
}

#[test]
fn every_item_is_in_the_interface() {
    for (pallet, item) in names_of_items() {
        let line = format!("\n{pallet} storage {item}: ");
        assert!(INTERFACE.contains(&line), "{pallet}.{item}");
    }
}

#[test]
fn numbers_are_read_as_they_are_stored() {
    let value = 0x0102_0304_0506_0708_u64;
    assert_eq!(number(Some(&value.encode()), Read::Number(8)), Some(value));
    assert_eq!(number(Some(&7_u16.encode()), Read::Number(2)), Some(7));
    assert_eq!(number(Some(&[7]), Read::Number(2)), None);
    assert_eq!(
        number(Some(&vec![7_u64; 99].encode()), Read::Length),
        Some(99)
    );
    assert_eq!(number(Some(&[]), Read::Length), None);
    assert_eq!(number(Some(&[]), Read::Presence), Some(1));
    for read in [Read::Number(8), Read::Length, Read::Presence] {
        assert_eq!(number(None, read), Some(0));
    }
}

#[test]
fn the_names_are_those_of_prometheus_and_free() {
    let registry = Registry::new();
    let _metrics = ChainMetrics::new(&registry).unwrap();
    assert!(ChainMetrics::new(&registry).is_err(), "they are taken now");
}
