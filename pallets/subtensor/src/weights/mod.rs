//! Weights: what validators think of miners (spec 40 §3, §6).

mod commits;
mod domain;
mod set;
pub mod storage;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use subtensor_primitives::List;

use crate::consensus::MAX_UIDS;

pub(crate) use set::Row;

/// Uids or weights of a row: no subnet has more neurons.
pub type WeightList = List<u16, { MAX_UIDS as u32 }>;

/// What validators think of miners.
pub struct ValidatorWeights<T>(PhantomData<T>);
