//! The node as a set of running tasks.

mod finality;
mod full;
mod gate;
mod history;
mod partial;
mod pool;
mod production;
mod sealing;

pub use full::run;
pub use partial::{Backend, Client, Parts, Pool, new_partial};
pub use pool::PoolSettings;
