//! How it begins.

use super::*;
use crate::LimitOrdersEnabled;

#[test]
fn orders_are_executed_from_the_first_block() {
    chain(|| assert!(LimitOrdersEnabled::<Test>::get()));
}

#[test]
#[should_panic(expected = "the hotkey of limit orders cannot be claimed")]
fn a_hotkey_that_cannot_be_claimed_is_not_passed_over() {
    books::reset();
    books::Owns::set(false);
    let _ = RuntimeGenesisConfig::default().build_storage();
}
