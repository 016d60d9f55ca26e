//! `subtensor-sim`: plays scenarios of a subnet.

use std::{io::Write, process::ExitCode};

use clap::Parser;
use subtensor_sim::Cli;

fn main() -> ExitCode {
    match Cli::parse().execute() {
        Ok(said) => match std::io::stdout().write_all(said.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // Whoever reads it has enough.
            Err(_) => ExitCode::FAILURE,
        },
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
