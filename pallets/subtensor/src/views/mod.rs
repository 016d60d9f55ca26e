//! Read models behind the runtime APIs (spec 70 §4 to §7): each file has the structs of one API,
//! whose field order is their public encoding, and the functions that fill them. Nothing here
//! writes, and a missing object is `None`, an empty list or zeros, never an error. What is said of
//! subnets is projected from one read model, `SubnetView`.

mod delegate;
mod dynamic;
mod funds;
mod hyperparams;
mod metagraph;
mod neuron;
mod pages;
mod stake;
mod state;
mod subnet;
mod subnet_info;
mod tables;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use codec::Compact;
use core::marker::PhantomData;

pub use delegate::{DelegateInfo, Delegation, Nomination, SubnetAmount};
pub use dynamic::DynamicInfo;
pub use funds::{
    BasketClaimPreview, BasketHolding, BasketPosition, BasketSummary, BasketTradingStatus,
    BetaPosition, BetaPricing, BetaPricingPage,
};
pub use hyperparams::{HyperparamEntry, HyperparamValue, SubnetHyperparams, SubnetHyperparamsV2};
pub use metagraph::{Metagraph, SelectiveMetagraph};
pub use neuron::{NeuronInfo, NeuronInfoLite};
pub use pages::{DelegatePage, MetagraphPage, NominatorPage};
pub use stake::{Availabilities, ColdkeyPositions, StakeAvailability, StakeInfo};
pub use state::SubnetState;
pub use subnet_info::{SubnetInfo, SubnetInfov2};

/// Entries of a list that an argument is; what is behind them is not looked at.
pub(crate) const MAX_LIST: usize = 1_024;

/// Text as clients expect it: a list of compact integers, one per byte.
pub(crate) fn compact_bytes(text: &[u8]) -> Vec<Compact<u8>> {
    compact(text.iter().copied())
}

/// Values as compact integers.
pub(crate) fn compact<V>(values: impl IntoIterator<Item = V>) -> Vec<Compact<V>> {
    values.into_iter().map(Compact).collect()
}

/// Read models behind the runtime APIs.
pub struct Views<T>(PhantomData<T>);
