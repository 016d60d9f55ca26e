//! Two scenarios side by side, or one with a number that changes: the plots together, and what is
//! different.

use std::fmt::Write as _;

use crate::{
    figures::{Chart, Course, EpochFigures, Line},
    problem::Problem,
    scenario::tokens,
};

/// A course and what tells it from the others.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Such as `kappa = 32767`.
    pub name: String,
    /// What was played.
    pub course: Course,
}

/// Panels of a page: each chart with the lines of all variants. With `only`, lines of no other
/// groups.
pub fn panels(variants: &[Variant], only: &[String]) -> Vec<(Chart, Vec<Line>)> {
    Chart::ALL
        .into_iter()
        .map(|chart| {
            let lines = variants.iter().flat_map(|variant| {
                let lines = chart.lines(&variant.course).into_iter();
                lines
                    .filter(|line| is_wanted(line, &variant.course, only))
                    .map(|line| Line {
                        name: format!("{}, {}", line.name, variant.name),
                        ..line
                    })
            });
            (chart, lines.collect::<Vec<_>>())
        })
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}

/// Whether a line is of no group, or of a wanted one.
fn is_wanted(line: &Line, course: &Course, only: &[String]) -> bool {
    let is_group = course.groups.iter().any(|group| group.name == line.name);
    only.is_empty() || !is_group || only.contains(&line.name)
}

/// A number that is compared: name, unit and value of each variant.
struct Measure {
    name: String,
    values: Vec<Option<f64>>,
}

fn last(course: &Course) -> Option<&EpochFigures> {
    course.epochs.last()
}

/// What variants come to at their ends.
fn measures(variants: &[Variant]) -> Vec<Measure> {
    let mut measures = Vec::new();
    let mut names: Vec<&String> = Vec::new();
    for group in variants.iter().flat_map(|variant| &variant.course.groups) {
        if !names.contains(&&group.name) {
            names.push(&group.name);
        }
    }
    for name in names {
        for (what, value) in OF_GROUPS {
            measures.push(Measure {
                name: format!("{name}: {what}"),
                values: variants
                    .iter()
                    .map(|variant| of_group(&variant.course, name, *value))
                    .collect(),
            });
        }
    }
    for (what, value) in OF_SUBNET {
        measures.push(Measure {
            name: (*what).to_owned(),
            values: variants
                .iter()
                .map(|variant| last(&variant.course).map(value))
                .collect(),
        });
    }
    let is_something = |value: &Option<f64>| value.is_some_and(|value| value != 0.0);
    measures.retain(|measure| measure.values.iter().any(is_something));
    measures
}

/// Alpha mined, dividends, and stake of a group, whole tokens.
type OfGroup = fn(&crate::figures::NeuronFigures) -> f64;

const OF_GROUPS: &[(&str, OfGroup)] = &[
    ("alpha mined", |neuron| tokens(neuron.mined_so_far)),
    ("dividends, alpha", |neuron| tokens(neuron.dividends_so_far)),
    ("alpha staked at the end", |neuron| tokens(neuron.stake)),
    ("trust at the end", |neuron| {
        f64::from(neuron.trust) / 65_535.0
    }),
    ("incentive at the end", |neuron| {
        f64::from(neuron.incentive) / 65_535.0
    }),
];

/// A row of the table about the subnet: its name, and its value in an epoch.
type Row = (&'static str, fn(&EpochFigures) -> f64);

const OF_SUBNET: &[Row] = &[
    ("price at the end, TAO", |epoch| epoch.subnet.price),
    ("TAO in the pool at the end", |epoch| {
        tokens(epoch.subnet.tao)
    }),
    ("alpha outside the pool at the end", |epoch| {
        tokens(epoch.subnet.alpha_out)
    }),
    ("TAO that exists at the end", |epoch| {
        tokens(epoch.subnet.issuance)
    }),
];

/// The sum over a group; none if it does not exist.
fn of_group(course: &Course, name: &str, value: OfGroup) -> Option<f64> {
    let group = course.groups.iter().find(|group| group.name == *name)?;
    let neurons = &last(course)?.neurons;
    let of = |hotkey: &String| neurons.iter().find(|neuron| neuron.name == *hotkey);
    Some(group.hotkeys.iter().filter_map(of).map(value).sum())
}

/// A number for people.
fn shown(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        size if size >= 1_000.0 => format!("{value:.1}"),
        size if size >= 0.1 => format!("{value:.4}"),
        _ => format!("{value:.7}"),
    }
}

fn change(first: Option<f64>, other: Option<f64>) -> String {
    match first.zip(other) {
        Some((first, other)) if first != 0.0 => format!("{:+.2} %", (other / first - 1.0) * 100.0),
        _ => "-".to_owned(),
    }
}

/// The table of differences, in Markdown: each variant, and how far it is from the first.
///
/// Errors: no text can be written.
pub fn differences(variants: &[Variant]) -> Result<String, Problem> {
    let mut text = String::new();
    table(&mut text, variants).map_err(|error| Problem::new("table", error))?;
    Ok(text)
}

fn table(text: &mut String, variants: &[Variant]) -> core::fmt::Result {
    write!(text, "| |")?;
    for (number, variant) in variants.iter().enumerate() {
        write!(text, " {} |", variant.name)?;
        if number > 0 {
            write!(text, " against the first |")?;
        }
    }
    write!(text, "\n|---|")?;
    for _ in 1..variants.len().saturating_mul(2) {
        write!(text, "--:|")?;
    }
    writeln!(text)?;
    for measure in measures(variants) {
        write!(text, "| {} |", measure.name)?;
        let first = measure.values.first().copied().flatten();
        for (number, value) in measure.values.iter().enumerate() {
            let value_shown = value.map_or_else(|| "-".to_owned(), shown);
            write!(text, " {value_shown} |")?;
            if number > 0 {
                write!(text, " {} |", change(first, *value))?;
            }
        }
        writeln!(text)?;
    }
    Ok(())
}
