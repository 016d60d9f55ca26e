//! Reading scenarios, and changing one number of them.

use std::path::Path;

use super::{check::check, types::Scenario};
use crate::problem::Problem;

/// Largest file that is read: a thousand times the largest that comes with the program.
const MAX_BYTES: u64 = 256 << 20;

/// Reads and checks a scenario.
///
/// Errors: the file cannot be read or is no scenario, with its line; or it cannot be played.
pub fn load(path: &Path) -> Result<Scenario, Problem> {
    let text = read(path)?;
    parse(&text, &path.display().to_string())
}

pub(crate) fn read(path: &Path) -> Result<String, Problem> {
    let place = path.display().to_string();
    let size = std::fs::metadata(path)
        .map_err(|error| Problem::new(&place, error))?
        .len();
    if size > MAX_BYTES {
        return Err(Problem::new(&place, "is too large for a scenario"));
    }
    std::fs::read_to_string(path).map_err(|error| Problem::new(&place, error))
}

/// Makes a scenario of the text of a file, and checks it.
///
/// Errors: it is no scenario, with its line; or it cannot be played.
pub fn parse(text: &str, name: &str) -> Result<Scenario, Problem> {
    let scenario: Scenario =
        toml::from_str(text).map_err(|error| problem_in(text, name, &error))?;
    check(&scenario).map_err(|problem| problem.within(name))?;
    Ok(scenario)
}

fn problem_in(text: &str, name: &str, error: &toml::de::Error) -> Problem {
    let place = match error.span() {
        Some(span) => {
            let before = text.get(..span.start).unwrap_or(text);
            let line = before.matches('\n').count().saturating_add(1);
            let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
            let column = before.get(start..).unwrap_or_default().chars().count();
            format!("{name}:{line}:{}", column.saturating_add(1))
        }
        None => name.to_owned(),
    };
    Problem::new(place, error.message())
}

/// The same scenario with another value of a hyperparameter, or of a number of the chain.
///
/// Errors: there is no such number, or it cannot have this value.
pub fn swept(scenario: &Scenario, key: &str, value: &str) -> Result<Scenario, Problem> {
    let place = || format!("{key} = {value}");
    let failed = |error: &dyn core::fmt::Display| Problem::new(place(), error);
    let mut table = toml::Table::try_from(scenario).map_err(|error| failed(&error))?;
    let new: toml::Table =
        toml::from_str(&format!("value = {value}")).map_err(|error| failed(&error.message()))?;
    let new = new
        .get("value")
        .cloned()
        .ok_or_else(|| failed(&"is no value"))?;
    let section = ["hyperparameters", "chain"].into_iter().find(|section| {
        let fields = table.get(*section).and_then(toml::Value::as_table);
        fields.is_some_and(|fields| fields.contains_key(key))
    });
    let fields = section
        .and_then(|section| table.get_mut(section))
        .and_then(toml::Value::as_table_mut)
        .ok_or_else(|| failed(&"is neither a hyperparameter nor a number of the chain"))?;
    fields.insert(key.to_owned(), new);
    let scenario: Scenario = table
        .try_into()
        .map_err(|error: toml::de::Error| failed(&error.message()))?;
    check(&scenario).map_err(|problem| problem.within(&place()))?;
    Ok(scenario)
}

#[cfg(test)]
mod tests;
