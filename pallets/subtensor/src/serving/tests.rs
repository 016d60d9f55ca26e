//! Endpoints (spec 40 §11).

use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use super::{is_valid_ip, parse_certificate};
use crate::{Error, Event, mock::*, pallet::*};

const IP: u128 = 0x0808_0808;

fn axon(hotkey: u64, netuid: NetUid, ip: u128, port: u16, ip_type: u8) -> DispatchResult {
    SubtensorModule::serve_axon(signed(hotkey), netuid, 7, ip, port, ip_type, 4, 1, 2)
}

fn axon_tls(hotkey: u64, netuid: NetUid, certificate: &[u8]) -> DispatchResult {
    let certificate = list(certificate.to_vec());
    SubtensorModule::serve_axon_tls(signed(hotkey), netuid, 7, IP, 80, 4, 4, 1, 2, certificate)
}

fn prometheus(hotkey: u64, netuid: NetUid, ip: u128, port: u16, ip_type: u8) -> DispatchResult {
    SubtensorModule::serve_prometheus(signed(hotkey), netuid, 7, ip, port, ip_type)
}

#[test]
fn addresses_are_judged_as_in_40_11_2() {
    for (ip_type, ip, valid) in [
        (4, IP, true),
        (4, 0xFFFF_FFFF, false),
        (4, 0x7F00_0001, false),
        (4, 0x7F00_0002, true),
        (4, 0x1_0000_0000, false),
        (6, 0x0001_0002_0003_0004_0005_0006_0007_0008, true),
        (6, 1, false),
        (6, u128::MAX, false),
    ] {
        assert_eq!(is_valid_ip(ip_type, ip), valid, "{ip_type} {ip:x}");
    }
}

#[test]
fn a_certificate_is_an_algorithm_and_at_most_64_bytes_of_key() {
    let certificate = parse_certificate(b"CERT").unwrap();
    assert_eq!(certificate.algorithm, 0x43);
    assert_eq!(certificate.public_key.as_slice(), b"ERT");
    assert!(parse_certificate(&[1]).unwrap().public_key.is_empty());
    assert!(parse_certificate(&[1; 65]).is_some());
    assert!(parse_certificate(&[1; 66]).is_none());
    assert!(parse_certificate(&[]).is_none());
}

#[test]
fn an_axon_is_stored_with_its_block() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        run_to_block(5);
        // No address at all takes a neuron off the air.
        assert_ok!(axon(11, netuid, 0, 1, 4));
        let stored = Axons::<Test>::get(netuid, account(11)).unwrap();
        assert_eq!(
            (
                stored.block,
                stored.version,
                stored.ip,
                stored.port,
                stored.protocol
            ),
            (5, 7, 0, 1, 4)
        );
        assert_eq!(
            System::events().last().unwrap().event,
            Event::AxonServed(netuid, account(11)).into()
        );
    });
}

#[test]
fn a_malformed_certificate_is_left_out() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        ServingRateLimit::<Test>::insert(netuid, 0);
        let stored = || NeuronCertificates::<Test>::get(netuid, account(11));
        assert_ok!(axon_tls(11, netuid, &[0; 66]));
        assert_eq!(stored(), None);
        assert_ok!(axon_tls(11, netuid, b"CERT"));
        assert!(stored().is_some());
        assert_ok!(axon(11, netuid, IP, 80, 4));
        assert!(stored().is_some());
    });
}

#[test]
fn what_keeps_an_endpoint_from_being_served() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        assert_noop!(
            axon(12, netuid, 1 << 40, 0, 10),
            Error::<Test>::HotKeyNotRegisteredInNetwork
        );
        assert_noop!(
            axon(11, netuid, 1 << 40, 0, 10),
            Error::<Test>::InvalidIpType
        );
        assert_noop!(
            axon(11, netuid, 1 << 40, 0, 4),
            Error::<Test>::InvalidIpAddress
        );
        assert_noop!(axon(11, netuid, IP, 0, 4), Error::<Test>::InvalidPort);
        // Metrics are checked in another order, and need an address.
        assert_noop!(
            prometheus(12, netuid, 0, 0, 10),
            Error::<Test>::InvalidIpType
        );
        assert_noop!(
            prometheus(12, netuid, 0, 0, 4),
            Error::<Test>::InvalidIpAddress
        );
        assert_noop!(
            prometheus(12, netuid, IP, 0, 4),
            Error::<Test>::HotKeyNotRegisteredInNetwork
        );
        assert_noop!(prometheus(11, netuid, IP, 0, 4), Error::<Test>::InvalidPort);
    });
}

#[test]
fn endpoints_change_no_faster_than_the_limit() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        ServingRateLimit::<Test>::insert(netuid, 2);
        assert_ok!(axon(11, netuid, IP, 80, 4));
        assert_ok!(prometheus(11, netuid, IP, 80, 4));
        next_block();
        assert_noop!(
            axon(11, netuid, IP, 80, 4),
            Error::<Test>::ServingRateLimitExceeded
        );
        assert_noop!(
            prometheus(11, netuid, IP, 80, 4),
            Error::<Test>::ServingRateLimitExceeded
        );
        next_block();
        assert_ok!(axon(11, netuid, IP, 80, 4));
        assert_ok!(prometheus(11, netuid, IP, 80, 4));
        ServingRateLimit::<Test>::insert(netuid, 0);
        assert_ok!(axon(11, netuid, IP, 80, 4));
    });
}
