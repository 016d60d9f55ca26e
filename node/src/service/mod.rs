//! The node as a set of running tasks.

mod background;
mod chain_metrics;
mod clock;
mod drand;
mod equivocation;
mod executor;
mod finality;
mod full;
mod gate;
mod helpers;
mod history;
mod keys;
mod mark;
mod partial;
mod pool;
mod production;
mod sealing;
mod votes;

pub(crate) use full::{RunSettings, run};
pub(crate) use partial::{Backend, Client, Parts, Pool, new_partial};
pub(crate) use pool::PoolSettings;
