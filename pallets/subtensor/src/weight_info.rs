//! Provisional weights: derived from counted reads and writes and measured engine time, until benchmarks replace them.
//! Each value is one function of `WeightInfo`; nothing else in the crate states a weight.

use frame_support::weights::Weight;

/// Weights of the calls and hooks.
pub trait WeightInfo {}

impl WeightInfo for () {}
