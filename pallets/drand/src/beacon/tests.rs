use subtensor_timelock::Plain;

use super::*;
use crate::mock::{externalities, own_beacon};
use frame_support::assert_ok;

#[test]
fn quicknet_is_the_default() {
    let quicknet = Quicknet::get();
    assert_eq!(BeaconSpec::default().read::<Plain>(), Ok(quicknet.clone()));
    assert_eq!(quicknet.public_key.len(), 96);
    assert_eq!(quicknet.public_key[..2], [0x83, 0xcf]);
    assert_eq!((quicknet.period, quicknet.genesis_time), (3, 1_692_803_367));
    assert_eq!(quicknet.hash[..2], [0x52, 0xdb]);
    assert_eq!(quicknet.group_hash[..2], [0xf4, 0x77]);
    assert_eq!(*quicknet.scheme_id, *b"bls-unchained-g1-rfc9380");
    assert_eq!(*quicknet.metadata.beacon_id, *b"quicknet");
}

#[test]
fn a_chain_spec_names_what_differs() {
    let json = format!(
        r#"{{"publicKey":"0x{}","hash":"BEAC","period":1,"beaconId":"own"}}"#,
        own_beacon().public_key
    );
    let beacon: BeaconSpec = serde_json::from_str(&json).unwrap();
    let beacon = beacon.read::<Plain>().unwrap();
    assert_eq!(hex::encode(&beacon.public_key), own_beacon().public_key);
    assert_eq!((beacon.period, beacon.genesis_time), (1, 1_692_803_367));
    assert_eq!(*beacon.hash, [0xbe, 0xac]);
    assert_eq!(beacon.group_hash, Quicknet::get().group_hash);
    assert_eq!(*beacon.metadata.beacon_id, *b"own");
    assert!(serde_json::from_str::<BeaconSpec>(r#"{"public_key":""}"#).is_err());
}

#[test]
fn what_is_wrong_is_named() {
    let wrong = |change: fn(&mut BeaconSpec)| {
        let mut beacon = own_beacon();
        change(&mut beacon);
        beacon.read::<Plain>().unwrap_err()
    };
    assert!(wrong(|beacon| beacon.public_key.push('0')).starts_with("publicKey is not 96"));
    assert!(wrong(|beacon| beacon.public_key.push_str("00")).starts_with("publicKey is not 96"));
    assert!(wrong(|beacon| beacon.public_key.truncate(4)).starts_with("publicKey is not a point"));
    assert!(wrong(|beacon| beacon.hash = "xy".into()).starts_with("hash"));
    assert!(wrong(|beacon| beacon.group_hash = "00".repeat(33)).starts_with("groupHash"));
    assert!(wrong(|beacon| beacon.scheme_id = "a".repeat(33)).starts_with("schemeId"));
    assert!(wrong(|beacon| beacon.scheme_id.clear()).contains("schemeId not bls"));
    assert!(wrong(|beacon| beacon.beacon_id = "a".repeat(33)).starts_with("beaconId"));
}

#[test]
#[should_panic(expected = "the drand beacon of the genesis is not usable: Err(\"publicKey")]
fn a_genesis_with_a_beacon_of_no_use_is_none() {
    externalities(BeaconSpec {
        public_key: "00".into(),
        ..own_beacon()
    });
}

#[test]
fn a_genesis_writes_its_beacon() {
    externalities(own_beacon()).execute_with(|| {
        let stored = crate::BeaconConfig::<crate::mock::Test>::get();
        assert_ok!(
            own_beacon()
                .read::<Plain>()
                .map(|beacon| assert_eq!(beacon, stored))
        );
    });
}
