//! Benchmarks of the calls, with pulses of a beacon whose secret is known here.

use alloc::vec::Vec;

use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{BoundedVec, traits::Get};
use frame_system::{RawOrigin, pallet_prelude::BlockNumberFor};
use sp_io::crypto::{sr25519_generate, sr25519_sign};
use sp_runtime::{MultiSignature, MultiSigner};
use subtensor_timelock::{public_key, randomness, sign};

use crate::{
    BeaconConfig, BeaconConfiguration, BeaconConfigurationPayload, Call, Config, ForgottenRounds,
    KEY_TYPE, LastStoredRound, MAX_PULSES_TO_FETCH, MAX_REMOVED_PULSES, OldestStoredRound, Pallet,
    Pulse, Pulses, PulsesPayload, Quicknet, RoundNumber, validity,
};

/// Secret of the beacon.
const SECRET: [u8; 32] = [7; 32];
/// Rounds that are stored.
const OLDEST: RoundNumber = 1_000;
const LAST: RoundNumber = 1_100;

fn pulse(round: RoundNumber) -> Pulse {
    let signature = sign(&SECRET, round);
    Pulse {
        round,
        randomness: BoundedVec::truncate_from(randomness(&signature).to_vec()),
        signature: BoundedVec::truncate_from(signature.to_vec()),
    }
}

/// A chain with some rounds, and so many that are to be forgotten.
fn store<T: Config>(forgotten: u32) {
    BeaconConfig::<T>::put(BeaconConfiguration {
        public_key: BoundedVec::truncate_from(public_key(&SECRET).to_vec()),
        ..Quicknet::get()
    });
    OldestStoredRound::<T>::put(OLDEST);
    LastStoredRound::<T>::put(LAST);
    if forgotten > 0 {
        ForgottenRounds::<T>::put((1, RoundNumber::from(forgotten)));
    }
    let any = pulse(1);
    for round in 1..=u64::from(forgotten) {
        Pulses::<T>::insert(round, &any);
    }
}

type Payload<T> = PulsesPayload<MultiSigner, BlockNumberFor<T>>;

/// The next pulses, so many, on their way to the chain.
fn payload<T: Config>(count: u32) -> Result<Payload<T>, BenchmarkError> {
    let rounds = (1..=u64::from(count)).map(|step| LAST + step);
    let pulses: Vec<_> = rounds.map(pulse).collect();
    Ok(PulsesPayload {
        block_number: frame_system::Pallet::<T>::block_number(),
        pulses: pulses.try_into().map_err(|_| "too many pulses")?,
        public: MultiSigner::Sr25519(sr25519_generate(KEY_TYPE, None)),
    })
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// Of so many pulses, by which so many rounds are removed.
    #[benchmark]
    fn write_pulse(
        p: Linear<1, MAX_PULSES_TO_FETCH>,
        r: Linear<0, MAX_REMOVED_PULSES>,
    ) -> Result<(), BenchmarkError> {
        store::<T>(r);
        let payload = payload::<T>(p)?;

        #[extrinsic_call]
        _(RawOrigin::None, payload, None);

        assert_eq!(LastStoredRound::<T>::get(), LAST + u64::from(p));
        assert!(!Pulses::<T>::contains_key(1));
        Ok(())
    }

    /// What comes before the call: the signature of whoever sends a pulse.
    #[benchmark]
    fn check_in_block() -> Result<(), BenchmarkError> {
        store::<T>(0);
        let pulses_payload = payload::<T>(1)?;
        let MultiSigner::Sr25519(public) = &pulses_payload.public else {
            return Err("the key is of another kind".into());
        };
        let signature =
            sr25519_sign(KEY_TYPE, public, &pulses_payload.encode()).map(MultiSignature::Sr25519);
        let call = Call::<T>::write_pulse {
            pulses_payload,
            signature,
        };
        let checked;

        #[block]
        {
            checked = validity::check_in_block(&call);
        }

        assert!(checked.is_ok());
        Ok(())
    }

    /// To a beacon with another key.
    #[benchmark]
    fn set_beacon_config() {
        store::<T>(1);
        let config_payload = BeaconConfigurationPayload {
            block_number: frame_system::Pallet::<T>::block_number(),
            config: Quicknet::get(),
            public: MultiSigner::Sr25519(Default::default()),
        };

        #[extrinsic_call]
        _(RawOrigin::Root, config_payload, None);

        assert_eq!(BeaconConfig::<T>::get(), Quicknet::get());
    }

    #[benchmark]
    fn set_oldest_stored_round() {
        store::<T>(1);

        #[extrinsic_call]
        _(RawOrigin::Root, LAST + 1);

        assert_eq!(OldestStoredRound::<T>::get(), LAST + 1);
    }
}
