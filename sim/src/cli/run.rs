//! Playing one scenario.

use std::{fmt::Write as _, path::PathBuf};

use super::{Changes, directory, progress::Progress};
use crate::{
    compare::{Variant, differences},
    figures::{Chart, Course},
    output::{make_directory, write_json, write_tables, write_text},
    plot::plot,
    problem::Problem,
};

/// Plays a scenario.
#[derive(Debug, clap::Args)]
pub(super) struct Run {
    /// A file, or the name of a ready scenario.
    scenario: String,
    /// Directory for tables and plots; by default `sim-out/NAME`.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Writes every bond of every epoch that is kept, too.
    #[arg(long)]
    bonds: bool,
    /// Writes everything as one JSON file, too.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    changes: Changes,
}

impl Run {
    pub(super) fn execute(&self) -> Result<String, Problem> {
        let scenario = self.changes.scenario(&self.scenario)?;
        let mut progress = Progress::new(scenario.epochs);
        let every = self.changes.every(&scenario);
        let course = Course::play(&scenario, every, |epoch| progress.at(epoch))
            .map_err(|problem| problem.within(&self.scenario))?;
        drop(progress);
        let out = directory(self.out.as_ref(), &self.scenario);
        make_directory(&out)?;
        write_tables(&course, &out, self.bonds)?;
        if self.json {
            write_json(&course, &out.join("course.json"))?;
        }
        let mut said = format!("{}\n\n", course.title);
        for chart in Chart::ALL {
            if let Some(picture) = plot(chart, &course)? {
                write_text(&out.join(format!("{}.svg", chart.name())), &picture)?;
            }
        }
        let variants = [Variant {
            name: format!("after {} epochs", scenario.epochs),
            course,
        }];
        said.push_str(&differences(&variants)?);
        let notes = variants.iter().flat_map(|variant| &variant.course.notes);
        for note in notes {
            // A string takes any text.
            let _ = writeln!(said, "note: {note}");
        }
        let _ = writeln!(said, "\ntables and plots are in {}", out.display());
        Ok(said)
    }
}
