//! A subnet without a chain: scenarios in, figures out. The engines are those of the chain and run
//! in the order of its blocks, so that every figure is the one that a chain would have.

#![warn(missing_docs)]

#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod compare;
mod engine;
mod figures;
mod import;
#[cfg(feature = "cli")]
mod output;
#[cfg(feature = "cli")]
mod plot;
mod problem;
mod ready;
mod scenario;

#[cfg(feature = "cli")]
pub use cli::Cli;
#[cfg(feature = "cli")]
pub use compare::{Variant, differences, panels};
#[cfg(feature = "cli")]
pub use import::{Source, import};
#[cfg(feature = "cli")]
pub use output::{write_json, write_tables};
#[cfg(feature = "cli")]
pub use plot::{page, plot};

pub use engine::{Executed, Refusal, Simulation};
pub use figures::{
    Chart, Course, EpochFigures, Group, Line, NeuronFigures, SubnetFigures, TradeFigures,
};
pub use import::{State, read_subnet};
pub use problem::Problem;
pub use ready::{READY, find};
pub use scenario::{
    Amount, Bits, ChainSpec, ChangeSpec, ConsensusMode, Hyperparameters, LoanSpec, NeuronSpec,
    NominatorSpec, OtherSpec, PerMember, PoolSpec, PotsSpec, RAO, Scenario, ScheduleSpec, Share,
    Strategy, SubnetSpec, TimelineRow, TradeSpec, Wave, Withheld, load, parse, swept, tokens,
};
