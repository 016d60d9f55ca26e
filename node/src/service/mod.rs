//! The node as a set of running tasks.

mod full;
mod partial;
mod sealing;

pub use full::run;
pub use partial::{Backend, Client, Pool, new_partial};
