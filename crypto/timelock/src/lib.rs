//! Messages that the rounds of a drand beacon open (spec 40 §8), and the pulses that open them
//! (spec 40 §9).
#![cfg_attr(not(feature = "std"), no_std)]

mod beacon;

pub use beacon::{Beacon, SIGNATURE_BYTES};
