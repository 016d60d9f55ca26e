//! Weights: what validators think of miners (spec 40 §3, §6).

mod set;
pub mod storage;
#[cfg(test)]
mod tests;

use subtensor_primitives::List;

use crate::consensus::MAX_UIDS;

pub(crate) use set::Row;

/// Uids or weights of a row: no subnet has more neurons.
pub type WeightList = List<u16, { MAX_UIDS as u32 }>;
