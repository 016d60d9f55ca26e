extern crate std;

use super::*;
use serde_json::Value;

/// Misspelt names would silently allow or forbid the wrong call.
#[test]
fn every_name_is_a_public_call() {
    let public: Value =
        serde_json::from_str(include_str!("../../../tests/data/mainnet.json")).unwrap();
    let rules = [
        OWNER,
        STAKING,
        REGISTRATION,
        TRANSFER,
        SMALL_TRANSFER,
        CHILD_KEYS,
        UNCHECKED_UPGRADE,
        SWAP_HOTKEY,
        LEASE_BENEFICIARY,
        ROOT_CLAIM,
        BASKET_TRADING,
    ];
    for pattern in rules.into_iter().flatten() {
        let (pallet, calls) = pattern.names();
        let listed = &public["pallets"][pallet]["calls"];
        assert!(listed.is_object(), "{pallet} is no public pallet");
        for call in calls {
            assert!(
                listed.get(*call).is_some(),
                "{pallet}.{call} is no public call"
            );
        }
    }
}
