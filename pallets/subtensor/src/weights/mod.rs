//! Weights: what validators think of miners (spec 40 §3, §6).

mod normalize;
mod set;
pub mod storage;
#[cfg(test)]
mod tests;

pub(crate) use set::Row;
