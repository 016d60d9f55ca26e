//! The command line.

mod compare;
mod import;
mod progress;
mod run;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::{
    problem::Problem,
    ready::{READY, find, ready_text},
    scenario::{Scenario, swept},
};

/// Plays a subnet without a chain: what miners, validators and traders would get.
#[derive(Debug, Parser)]
#[command(name = "subtensor-sim", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Plays a scenario; writes tables and plots.
    Run(run::Run),
    /// Plays two scenarios, or one with several values of a number; writes one page of plots and a
    /// table of differences.
    Compare(compare::Compare),
    /// Makes a scenario of a subnet of a running chain.
    Import(import::Import),
    /// Lists the ready scenarios, or shows the text of one.
    List {
        /// Name of the one to show.
        name: Option<String>,
    },
}

/// What every command that plays may change.
#[derive(Debug, clap::Args)]
struct Changes {
    /// Epochs to play, in place of those of the scenario.
    #[arg(long)]
    epochs: Option<u32>,
    /// A hyperparameter, or a number of the chain, with another value.
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Keeps the figures of every so many epochs; by default of a thousand epochs in all.
    #[arg(long)]
    every: Option<u32>,
}

/// Epochs whose figures are kept.
const KEPT_EPOCHS: u32 = 1_000;

impl Changes {
    /// A scenario with these changes.
    fn scenario(&self, name: &str) -> Result<Scenario, Problem> {
        let mut scenario = find(name)?;
        for change in &self.set {
            let (key, value) = split(change)?;
            scenario = swept(&scenario, key, value).map_err(|problem| problem.within(name))?;
        }
        if let Some(epochs) = self.epochs {
            scenario.epochs = epochs;
            if epochs == 0 {
                return Err(Problem::new("--epochs", "must be at least 1"));
            }
        }
        Ok(scenario)
    }

    fn every(&self, scenario: &Scenario) -> u32 {
        let every = self.every.unwrap_or(scenario.epochs.div_ceil(KEPT_EPOCHS));
        every.max(1)
    }
}

/// Name and value of `NAME=VALUE`.
fn split(text: &str) -> Result<(&str, &str), Problem> {
    text.split_once('=')
        .map(|(name, value)| (name.trim(), value.trim()))
        .ok_or_else(|| Problem::new(text, "is not of the form NAME=VALUE"))
}

/// The directory for what a command writes.
fn directory(given: Option<&PathBuf>, name: &str) -> PathBuf {
    let stem = std::path::Path::new(name).file_stem();
    given.cloned().unwrap_or_else(|| {
        let stem = stem.map_or_else(|| "out".into(), |stem| stem.to_owned());
        PathBuf::from("sim-out").join(stem)
    })
}

impl Cli {
    /// Does what is asked; returns what there is to say.
    ///
    /// Errors: what is wrong, and where.
    pub fn execute(&self) -> Result<String, Problem> {
        match &self.command {
            Command::Run(run) => run.execute(),
            Command::Compare(compare) => compare.execute(),
            Command::Import(import) => import.execute(),
            Command::List { name: None } => list(),
            Command::List { name: Some(name) } => ready_text(name)
                .map(ToOwned::to_owned)
                .ok_or_else(|| Problem::new(name, "is no ready scenario")),
        }
    }
}

fn list() -> Result<String, Problem> {
    let lines = READY.iter().map(|(name, _)| {
        let title = find(name)?.title;
        Ok(format!("{name:16} {title}\n"))
    });
    lines.collect()
}
