//! Playing several scenarios, or variants of one.

use std::path::PathBuf;

use super::{Changes, directory, progress::Progress, split};
use crate::{
    compare::{Variant, differences, panels},
    figures::Course,
    output::{make_directory, write_text},
    plot::page,
    problem::Problem,
    scenario::{Scenario, swept},
};

/// Most variants: more lines are not told apart.
const MAX_VARIANTS: usize = 10;

/// Plays several scenarios.
#[derive(Debug, clap::Args)]
pub(super) struct Compare {
    /// A file, or the name of a ready scenario.
    scenario: String,
    /// Another one.
    other: Option<String>,
    /// A hyperparameter, or a number of the chain, with the values that it takes.
    #[arg(long, value_name = "NAME=VALUE,VALUE", conflicts_with = "other")]
    sweep: Option<String>,
    /// Shows these groups alone in the plots.
    #[arg(long, value_name = "GROUP")]
    only: Vec<String>,
    /// Directory for the page of plots and the table; by default `sim-out/NAME`.
    #[arg(long)]
    out: Option<PathBuf>,
    #[command(flatten)]
    changes: Changes,
}

impl Compare {
    pub(super) fn execute(&self) -> Result<String, Problem> {
        let mut variants = Vec::new();
        let scenarios = self.scenarios()?;
        for name in &self.only {
            let is_group = |scenario: &Scenario| {
                let mut groups = scenario.neurons.iter();
                groups.any(|spec| spec.name == *name)
            };
            if !scenarios.iter().any(|(_, scenario)| is_group(scenario)) {
                return Err(Problem::new(
                    "--only",
                    format!("there is no group `{name}`"),
                ));
            }
        }
        for (name, scenario) in scenarios {
            let mut progress = Progress::new(scenario.epochs);
            let every = self.changes.every(&scenario);
            let course = Course::play(&scenario, every, |epoch| progress.at(epoch))
                .map_err(|problem| problem.within(&name))?;
            variants.push(Variant { name, course });
        }
        let title = variants.first().map_or("", |variant| &variant.course.title);
        let picture = page(title, &panels(&variants, &self.only))?;
        let table = differences(&variants)?;
        let out = directory(self.out.as_ref(), &self.scenario);
        make_directory(&out)?;
        write_text(&out.join("compare.svg"), &picture)?;
        write_text(&out.join("differences.md"), &table)?;
        let mut said = table;
        for variant in &variants {
            for note in &variant.course.notes {
                said.push_str(&format!("note, {}: {note}\n", variant.name));
            }
        }
        said.push_str(&format!(
            "\ncompare.svg and differences.md are in {}\n",
            out.display()
        ));
        Ok(said)
    }

    /// Names and scenarios of the variants.
    fn scenarios(&self) -> Result<Vec<(String, Scenario)>, Problem> {
        let first = self.changes.scenario(&self.scenario)?;
        if let Some(other) = &self.other {
            let second = self.changes.scenario(other)?;
            return Ok(vec![
                (self.scenario.clone(), first),
                (other.clone(), second),
            ]);
        }
        let Some(sweep) = &self.sweep else {
            return Err(Problem::new(
                &self.scenario,
                "needs another scenario or --sweep NAME=VALUE,VALUE to be compared with",
            ));
        };
        let (key, values) = split(sweep)?;
        let values: Vec<&str> = values.split(',').map(str::trim).collect();
        if !(2..=MAX_VARIANTS).contains(&values.len()) {
            return Err(Problem::new("--sweep", "needs from 2 to 10 values"));
        }
        values
            .into_iter()
            .map(|value| {
                let variant =
                    swept(&first, key, value).map_err(|problem| problem.within(&self.scenario))?;
                Ok((format!("{key} = {value}"), variant))
            })
            .collect()
    }
}
