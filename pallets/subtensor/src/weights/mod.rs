//! Weights: what validators think of miners (spec 40 §3, §6).

mod normalize;
mod set;
pub mod storage;

pub(crate) use set::Row;
