//! The calls, their checks in order, and what clients see of them.

use codec::{Decode, Encode};
use frame_support::{
    assert_err_ignore_postinfo, assert_noop, assert_ok,
    dispatch::{DispatchClass, GetDispatchInfo},
    traits::Get,
};
use sp_core::hex2array;
use sp_runtime::{DispatchError, DispatchError::BadOrigin, MultiSigner};
use subtensor_timelock::{Beacon, public_key};

use crate::{
    BeaconConfiguration, BeaconConfigurationPayload, BeaconSpec, Error, Event, ForgottenRounds,
    Pulse, PulsesPayload, Quicknet, WeightInfo,
    mock::{
        Drand, RuntimeEvent, RuntimeOrigin, System, Test, chain, chain_of, payload, pulse,
        pulse_of, sender, sent,
    },
    pallet::{BeaconConfig, LastStoredRound, NextUnsignedAt, OldestStoredRound, Pulses},
};
use sp_core::Pair;

/// The signature of quicknet's round 1000, and its hash (spec 40 §8.5, §9.2).
const SIGNATURE: [u8; 48] = hex2array!(
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b1957\
     6350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
);
const RANDOMNESS: [u8; 32] =
    hex2array!("fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd");
/// A point of G1 that is not that signature.
const OTHER_POINT: [u8; 48] = hex2array!(
    "b0a8b04e009cf72534321aca0f50048da596a3feec1172a0\
     244d9a4a623a3123d0402da79854d4c705e94bc73224c341"
);

fn round_1000() -> Pulse {
    Pulse {
        round: 1_000,
        randomness: RANDOMNESS.to_vec().try_into().unwrap(),
        signature: SIGNATURE.to_vec().try_into().unwrap(),
    }
}

fn write(pulses: Vec<Pulse>) -> Result<(), DispatchError> {
    Drand::write_pulse(RuntimeOrigin::none(), payload(pulses), None)
        .map(|_| ())
        .map_err(|failure| failure.error)
}

fn config_payload(config: BeaconConfiguration) -> BeaconConfigurationPayload<MultiSigner, u32> {
    BeaconConfigurationPayload {
        block_number: 0,
        config,
        public: MultiSigner::Sr25519(sender().public()),
    }
}

fn events() -> Vec<Event<Test>> {
    System::events()
        .into_iter()
        .filter_map(|record| match record.event {
            RuntimeEvent::Drand(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// Whose pulses come next: oldest and last.
fn window() -> (u64, u64) {
    (
        OldestStoredRound::<Test>::get(),
        LastStoredRound::<Test>::get(),
    )
}

#[test]
fn a_pulse_of_quicknet_is_stored_as_clients_read_it() {
    chain_of(BeaconSpec::default(), || {
        assert_ok!(write(vec![round_1000()]));
        let stored = Pulses::<Test>::get(1_000).unwrap().encode();
        let expected = [
            &hex2array!("e80300000000000080") as &[u8],
            &RANDOMNESS,
            &[0xc0],
            &SIGNATURE,
        ]
        .concat();
        assert_eq!(stored, expected);
        assert_eq!(Drand::signature(1_000), Some(SIGNATURE));
    });
}

#[test]
fn a_pulse_that_holds_anything_else_is_refused() {
    chain_of(BeaconSpec::default(), || {
        let mut longer = round_1000();
        longer.signature.try_push(0).unwrap();
        let mut random = round_1000();
        random.randomness[0] ^= 1;
        let mut other_point = round_1000();
        other_point.signature = OTHER_POINT.to_vec().try_into().unwrap();
        let hash = subtensor_timelock::randomness(&OTHER_POINT);
        other_point.randomness = hash.to_vec().try_into().unwrap();
        let mut no_point = round_1000();
        no_point.signature = vec![0; 48].try_into().unwrap();
        let hash = subtensor_timelock::randomness(&[0; 48]);
        no_point.randomness = hash.to_vec().try_into().unwrap();
        let mut round = round_1000();
        round.round = 1_001;
        for wrong in [longer, random, other_point, no_point, round, pulse(1_000)] {
            assert_noop!(write(vec![wrong]), Error::<Test>::PulseVerificationError);
        }
    });
}

#[test]
fn the_first_pulse_is_of_any_round_and_the_others_follow_it() {
    chain(|| {
        assert_eq!(Drand::last_round(), 0);
        let wrong = Error::<Test>::InvalidRoundNumber;
        assert_noop!(write(vec![pulse(0)]), wrong);
        assert_ok!(write(vec![pulse(20)]));
        assert_eq!(window(), (20, 20));
        assert_eq!(NextUnsignedAt::<Test>::get(), 10);
        for round in [0, 1, 19, 20, 22, u64::MAX] {
            assert_noop!(write(vec![pulse(round)]), Error::<Test>::InvalidRoundNumber);
        }
        System::set_block_number(11);
        assert_ok!(write(vec![pulse(21), pulse(22)]));
        assert_eq!(window(), (20, 22));
        assert_eq!(NextUnsignedAt::<Test>::get(), 11);
        assert_eq!(Drand::last_round(), 22);
        assert_eq!(
            events(),
            [
                Event::NewPulse { rounds: vec![20] },
                Event::NewPulse {
                    rounds: vec![21, 22]
                }
            ]
        );
    });
}

#[test]
fn of_several_pulses_all_are_stored_or_none() {
    chain(|| {
        assert_ok!(write(vec![pulse(20)]));
        let mut forged = pulse(22);
        forged.signature = pulse(23).signature;
        assert_noop!(
            write(vec![pulse(21), forged]),
            Error::<Test>::PulseVerificationError
        );
        for second in [20, 21, 23] {
            assert_noop!(
                write(vec![pulse(21), pulse(second)]),
                Error::<Test>::InvalidRoundNumber
            );
        }
        assert_ok!(write(vec![]));
        assert_eq!(events().len(), 1);
    });
}

#[test]
fn only_unsigned_transactions_write_pulses() {
    chain(|| {
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::signed(1)] {
            assert_err_ignore_postinfo!(
                Drand::write_pulse(origin, payload(vec![pulse(1)]), None),
                BadOrigin
            );
        }
    });
}

#[test]
fn lists_of_more_pulses_than_a_run_brings_do_not_decode() {
    chain(|| {
        let encoded = |pulses: usize| {
            let list = vec![pulse(1); pulses];
            (0u32, list, MultiSigner::Sr25519(sender().public())).encode()
        };
        type Payload = PulsesPayload<MultiSigner, u32>;
        assert!(Payload::decode(&mut &*encoded(50)).is_ok());
        assert!(Payload::decode(&mut &*encoded(51)).is_err());
    });
}

#[test]
fn what_was_not_removed_is_paid_back() {
    chain(|| {
        let call = sent(payload(vec![pulse(1)]));
        let declared = call.get_dispatch_info();
        assert_eq!(declared.class, DispatchClass::Normal);
        type Weights = crate::MeasuredWeights<Test>;
        assert_eq!(declared.call_weight, Weights::write_pulse(1, 100));
        let done = Drand::write_pulse(RuntimeOrigin::none(), payload(vec![pulse(1)]), None);
        assert_eq!(
            done.unwrap().actual_weight,
            Some(Weights::write_pulse(1, 0))
        );
    });
}

#[test]
fn another_beacon_begins_anew() {
    chain(|| {
        assert_ok!(write(vec![pulse(20), pulse(21)]));
        let quicknet = Quicknet::get();
        assert_ok!(Drand::set_beacon_config(
            RuntimeOrigin::root(),
            config_payload(quicknet.clone()),
            None
        ));
        assert_eq!(BeaconConfig::<Test>::get(), quicknet);
        assert_eq!(window(), (0, 0));
        assert_eq!((Drand::last_round(), Drand::signature(21)), (0, None));
        assert_eq!(NextUnsignedAt::<Test>::get(), 11);
        assert_eq!(events().last(), Some(&Event::BeaconConfigChanged));

        assert_noop!(
            write(vec![pulse(22)]),
            Error::<Test>::PulseVerificationError
        );
        assert_ok!(write(vec![round_1000()]));
        assert_eq!(window(), (1_000, 1_000));
        // The pulses of the former beacon go with the first of the new one.
        assert_eq!(Pulses::<Test>::iter_keys().collect::<Vec<_>>(), [1_000]);
        assert_eq!(ForgottenRounds::<Test>::get(), None);
    });
}

#[test]
fn a_beacon_keeps_its_pulses_when_only_its_description_changes() {
    chain(|| {
        assert_ok!(write(vec![pulse(20)]));
        let mut config = BeaconConfig::<Test>::get();
        config.hash = vec![1].try_into().unwrap();
        assert_ok!(Drand::set_beacon_config(
            RuntimeOrigin::root(),
            config_payload(config.clone()),
            None
        ));
        assert_eq!(BeaconConfig::<Test>::get(), config);
        assert_eq!(window(), (20, 20));
    });
}

#[test]
fn a_beacon_whose_pulses_cannot_be_verified_is_refused() {
    chain(|| {
        let set = |origin, config| Drand::set_beacon_config(origin, config_payload(config), None);
        let quicknet = Quicknet::get();
        for origin in [RuntimeOrigin::none(), RuntimeOrigin::signed(1)] {
            assert_noop!(set(origin, quicknet.clone()), BadOrigin);
        }
        let with_key = |key: &[u8]| BeaconConfiguration {
            public_key: key.to_vec().try_into().unwrap(),
            ..quicknet.clone()
        };
        let mut infinity = [0; 96];
        infinity[0] = 0xc0;
        let mut off_curve = public_key(&[1; 32]);
        off_curve[95] ^= 1;
        let mut scheme = quicknet.clone();
        scheme.scheme_id = b"pedersen-bls-chained".to_vec().try_into().unwrap();
        for wrong in [
            with_key(&[]),
            with_key(&quicknet.public_key[..95]),
            with_key(&infinity),
            with_key(&off_curve),
            scheme,
        ] {
            assert_noop!(
                set(RuntimeOrigin::root(), wrong),
                Error::<Test>::PulseVerificationError
            );
        }
    });
}

#[test]
fn root_says_where_to_go_on() {
    chain(|| {
        let set = |round| Drand::set_oldest_stored_round(RuntimeOrigin::root(), round);
        for origin in [RuntimeOrigin::none(), RuntimeOrigin::signed(1)] {
            assert_noop!(Drand::set_oldest_stored_round(origin, 5), BadOrigin);
        }
        assert_noop!(set(0), Error::<Test>::InvalidRoundNumber);

        // Before the first pulse, and again.
        for first in [9, 1, 20] {
            assert_ok!(set(first));
            assert_eq!(window(), (first, first - 1));
            assert_noop!(
                write(vec![pulse(first + 1)]),
                Error::<Test>::InvalidRoundNumber
            );
        }
        assert_ok!(write(vec![pulse(20), pulse(21), pulse(22)]));
        assert_eq!(window(), (20, 22));

        // Some of them.
        assert_noop!(set(19), Error::<Test>::InvalidRoundNumber);
        assert_ok!(set(21));
        assert_eq!(window(), (21, 22));
        assert_eq!(Drand::signature(20), None);
        assert!(Drand::signature(21).is_some());

        // A gap.
        assert_ok!(set(40));
        assert_eq!(window(), (40, 39));
        assert_eq!(Drand::signature(22), None);
        assert_eq!(events().last(), Some(&Event::SetOldestStoredRound(40)));
        assert_noop!(write(vec![pulse(23)]), Error::<Test>::InvalidRoundNumber);
        assert_ok!(write(vec![pulse(40)]));
        assert_eq!(Pulses::<Test>::iter_keys().collect::<Vec<_>>(), [40]);
    });
}

#[test]
fn pulses_of_another_beacon_are_not_taken() {
    chain(|| {
        assert_noop!(
            write(vec![pulse_of(&[8; 32], 1)]),
            Error::<Test>::PulseVerificationError
        );
    });
}
