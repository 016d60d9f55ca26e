//! Scenarios: what a file says, and whether it can be played.

mod check;
mod hyperparameters;
mod load;
mod number;
mod types;

pub(crate) use check::members;
pub use hyperparameters::{ConsensusMode, Hyperparameters, Withheld};
pub use load::{load, parse, swept};
pub use number::{Amount, Bits, PerMember, RAO, tokens};
pub use types::{
    ChainSpec, ChangeSpec, LoanSpec, NeuronSpec, NominatorSpec, OtherSpec, PoolSpec, PotsSpec,
    Scenario, ScheduleSpec, Share, Strategy, SubnetSpec, TimelineRow, TradeSpec, Wave,
};
