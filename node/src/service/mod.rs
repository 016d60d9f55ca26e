//! The node as a set of running tasks.

mod drand;
mod executor;
mod finality;
mod full;
mod gate;
mod history;
mod partial;
mod pool;
mod production;
mod sealing;

pub(crate) use full::run;
pub(crate) use partial::{Backend, Client, Parts, Pool, new_partial};
pub(crate) use pool::PoolSettings;
