//! The off-chain worker, which brings pulses to the chain (spec 40 §9.5). It runs on authorities,
//! after each block.
//!
//! It verifies what it is told, so that the first valid answer is a true one: an endpoint that is
//! slow, behind, wrong or hostile holds back none of the others.

mod answers;
mod pace;
#[cfg(test)]
mod tests;
mod web;

use alloc::{format, string::String, vec::Vec};
use codec::Encode;
use core::{cell::Cell, marker::PhantomData};
use frame_support::traits::Get;
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use sp_application_crypto::RuntimeAppPublic;
use sp_core::{offchain::Duration, sr25519};
use sp_runtime::{MultiSignature, MultiSigner, offchain::storage::StorageValueRef};

use self::pace::Turn;
use crate::{
    BeaconConfiguration, Call, Config, MAX_PULSES_TO_FETCH, Pulse, PulsesPayload, RoundNumber, app,
    pallet::BeaconConfig, window::Window,
};

pub use self::pace::WORKER_KEY;

/// Key of persistent off-chain storage under which a node says which endpoints to ask: a SCALE list
/// of base URLs as text. Without it, or with an empty list, those of drand are asked.
pub const ENDPOINTS_KEY: &[u8] = b"drand/endpoints";

/// The endpoints of drand.
const ENDPOINTS: [&str; 5] = [
    "https://api.drand.sh",
    "https://api2.drand.sh",
    "https://api3.drand.sh",
    "https://drand.cloudflare.com",
    "https://api.drand.secureweb3.com:6875",
];
/// How long a run goes on asking for rounds, in milliseconds.
const RUN_MS: u64 = 20_000;

/// Fetches the pulses that the chain lacks, at most 50, and sends each to the pool.
pub(crate) fn run<T: Config>(now: BlockNumberFor<T>) {
    let Some(turn) = Turn::take() else {
        return;
    };
    turn.end(bring_pulses::<T>(now));
}

/// Errors: why pulses are missing, in words. Those that were there are sent.
fn bring_pulses<T: Config>(now: BlockNumberFor<T>) -> Result<(), String> {
    let Some(key) = app::Public::all().into_iter().next() else {
        return Err("there is no key of type 'drnd' to send pulses with".into());
    };
    let (source, window) = (Source::<T>::new(), Window::stored::<T>());
    let heard = Cell::new(false);
    let newest = source.ask("latest", |round| {
        heard.set(true);
        window.steps_to(round).is_some()
    });
    let newest = match newest {
        Ok(newest) => newest,
        Err(_) if heard.get() => return Ok(()),
        Err(error) => return Err(error),
    };
    let (pulses, outcome) = source.since(window, newest);
    for pulse in pulses {
        send::<T>(&key, now, pulse);
    }
    outcome
}

/// Where pulses come from.
struct Source<T: Config> {
    endpoints: Vec<String>,
    beacon: BeaconConfiguration,
    _config: PhantomData<T>,
}

impl<T: Config> Source<T> {
    fn new() -> Self {
        Self {
            endpoints: endpoints(),
            beacon: BeaconConfig::<T>::get(),
            _config: PhantomData,
        }
    }

    /// The first true answer to the question for a round that is `wanted`.
    fn ask(&self, what: &str, wanted: impl Fn(RoundNumber) -> bool) -> Result<Pulse, String> {
        let path = format!("{}/public/{what}", hex::encode(&self.beacon.hash));
        let timeout = Duration::from_millis(T::HttpFetchTimeout::get());
        web::first_answer(&self.endpoints, &path, timeout, |body| {
            answers::read(body)
                .filter(|pulse| wanted(pulse.round) && self.beacon.has_signed::<T::Curve>(pulse))
        })
        .ok_or_else(|| {
            let asked = self.endpoints.join(", ");
            format!("no valid answer to {path} from {asked}")
        })
    }

    /// The pulses from the one that the chain lacks first up to the newest, as many as there are
    /// without a gap, and what went wrong after them. A chain without any begins with the newest.
    fn since(&self, window: Window, newest: Pulse) -> (Vec<Pulse>, Result<(), String>) {
        let end = sp_io::offchain::timestamp().add(Duration::from_millis(RUN_MS));
        let mut pulses = Vec::new();
        let lacking = window.steps_to(newest.round).unwrap_or(0);
        for steps in 0..lacking.min(u64::from(MAX_PULSES_TO_FETCH)) {
            if sp_io::offchain::timestamp() >= end {
                break;
            }
            let before_newest = lacking.saturating_sub(steps).saturating_sub(1);
            let round = newest.round.saturating_sub(before_newest);
            if round == newest.round {
                pulses.push(newest);
                break;
            }
            match self.ask(&format!("{round}"), |answered| answered == round) {
                Ok(pulse) => pulses.push(pulse),
                Err(error) => return (pulses, Err(error)),
            }
        }
        (pulses, Ok(()))
    }
}

/// The endpoints to ask.
fn endpoints() -> Vec<String> {
    match StorageValueRef::persistent(ENDPOINTS_KEY).get::<Vec<String>>() {
        Ok(Some(endpoints)) if !endpoints.is_empty() => endpoints,
        _ => ENDPOINTS.map(String::from).into(),
    }
}

/// Sends a pulse to the pool of this node, which may have it already.
fn send<T: Config>(key: &app::Public, now: BlockNumberFor<T>, pulse: Pulse) {
    let round = pulse.round;
    let Ok(pulses) = alloc::vec![pulse].try_into() else {
        return;
    };
    let pulses_payload = PulsesPayload {
        block_number: now,
        pulses,
        public: MultiSigner::Sr25519(sr25519::Public::from(key.clone())),
    };
    let signature = key
        .sign(&pulses_payload.encode())
        .map(|signature| MultiSignature::Sr25519(signature.into()));
    let call = Call::<T>::write_pulse {
        pulses_payload,
        signature,
    };
    let sent = SubmitTransaction::<T, Call<T>>::submit_transaction(T::create_bare(call.into()));
    log::debug!(target: "drand", "round {round} to the pool: {sent:?}");
}
