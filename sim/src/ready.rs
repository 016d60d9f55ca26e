//! The scenarios that come with the program.

use std::path::Path;

use crate::{
    problem::Problem,
    scenario::{self, Scenario},
};

/// Name and text of each.
macro_rules! ready {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../scenarios/", $name, ".toml")))),*]
    };
}

/// All of them: name and text.
pub const READY: &[(&str, &str)] = ready![
    "weight-copying",
    "collusion",
    "new-validator",
    "liquid-alpha",
    "kappa",
    "whale",
    "halving",
];

/// Text of the scenario of that name.
#[cfg(feature = "cli")]
pub(crate) fn ready_text(name: &str) -> Option<&'static str> {
    let (_, text) = READY.iter().find(|(known, _)| *known == name)?;
    Some(text)
}

/// The scenario in a file, or the ready one of that name.
///
/// Errors: there is neither, or it cannot be played.
pub fn find(name: &str) -> Result<Scenario, Problem> {
    match READY.iter().find(|(known, _)| *known == name) {
        Some((_, text)) => scenario::parse(text, name),
        None if Path::new(name).exists() => scenario::load(Path::new(name)),
        None => Err(Problem::new(
            name,
            "is neither a file nor the name of a ready scenario (see `list`)",
        )),
    }
}
