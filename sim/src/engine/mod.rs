//! The engines of `math/` driven without a chain, in the order of a block: the price of
//! registrations falls, emission comes, epochs run and are paid, averages move, a fund takes in
//! its dividends; then what the scenario submits.

mod behaviour;
mod build;
mod commits;
mod economy;
mod emission;
mod fund;
mod payout;
mod play;
mod register;
mod schedule;
mod scores;
mod stake;
mod trade;
mod world;

pub use commits::Refusal;
pub use play::Simulation;
pub use trade::Executed;
