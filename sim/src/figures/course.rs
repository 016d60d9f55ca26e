//! A scenario from its first epoch to its last, and the lines that show it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{EpochFigures, NeuronFigures};
use crate::{
    engine::Simulation,
    problem::Problem,
    scenario::{Scenario, members, tokens},
};

/// Hotkeys that are shown together, as the average of one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// As the scenario calls it.
    pub name: String,
    /// Names of its hotkeys.
    pub hotkeys: Vec<String>,
}

/// A scenario that was played.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    /// What it shows.
    pub title: String,
    /// In the order of the scenario.
    pub groups: Vec<Group>,
    /// Those that were kept.
    pub epochs: Vec<EpochFigures>,
    /// Who has staked what at the end: hotkey, coldkey, and rao of alpha.
    pub stakes: Vec<(String, String, u64)>,
    /// What was refused.
    pub notes: Vec<String>,
}

/// What a plot shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Chart {
    /// Share in what miners earn.
    Incentive,
    /// Share in what validators earn.
    Dividends,
    /// Share in all bonds.
    Bonds,
    /// How much of a validator's weights is within consensus.
    Trust,
    /// Alpha paid in an epoch.
    Emission,
    /// The same in TAO.
    Value,
    /// Alpha staked.
    Stake,
    /// Price of the pool and its average.
    Price,
    /// What trades cost beyond the price before them.
    Slippage,
    /// TAO that exists.
    Issuance,
}

/// Points of one thing over the epochs or blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// Where and what.
    pub points: Vec<(f64, f64)>,
}

/// Share of 65535.
fn part(score: u16) -> f64 {
    f64::from(score) / f64::from(u16::MAX)
}

impl Chart {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Incentive,
        Self::Dividends,
        Self::Bonds,
        Self::Trust,
        Self::Emission,
        Self::Value,
        Self::Stake,
        Self::Price,
        Self::Slippage,
        Self::Issuance,
    ];

    /// Name of its file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Incentive => "incentive",
            Self::Dividends => "dividends",
            Self::Bonds => "bonds",
            Self::Trust => "trust",
            Self::Emission => "emission",
            Self::Value => "value",
            Self::Stake => "stake",
            Self::Price => "price",
            Self::Slippage => "slippage",
            Self::Issuance => "issuance",
        }
    }

    /// What stands above it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Incentive => "Incentive: share of a member in what miners earn",
            Self::Dividends => "Dividends: share of a member in what validators earn",
            Self::Bonds => "Bonds: share of a member in all bonds",
            Self::Trust => "Trust: part of a member's weights within consensus",
            Self::Emission => "Emission: alpha paid to a member in an epoch",
            Self::Value => "Value: the same in TAO at the price of the pool",
            Self::Stake => "Stake: alpha on a member",
            Self::Price => "Price: TAO for an alpha",
            Self::Slippage => "Slippage: part lost to the move of the price and the fee",
            Self::Issuance => "Issuance: TAO that exists",
        }
    }

    /// What its horizontal axis counts.
    pub fn axis(self) -> &'static str {
        match self {
            Self::Slippage => "block",
            _ => "epoch",
        }
    }

    /// Of a neuron, for those that show neurons.
    fn of_neuron(self, neuron: &NeuronFigures, all_bonds: u64) -> Option<f64> {
        let paid = || {
            let dividends = neuron.dividend.saturating_add(neuron.root_dividend);
            tokens(neuron.mined.saturating_add(dividends))
        };
        Some(match self {
            Self::Incentive => part(neuron.incentive),
            Self::Dividends => part(neuron.dividends),
            Self::Bonds if all_bonds == 0 => 0.0,
            Self::Bonds => neuron.bonds as f64 / all_bonds as f64,
            Self::Trust => part(neuron.trust),
            Self::Emission => paid(),
            Self::Value => neuron.value,
            Self::Stake => tokens(neuron.stake),
            Self::Price | Self::Slippage | Self::Issuance => return None,
        })
    }

    /// Its lines: of groups as the average of a member, without those that are always zero.
    pub fn lines(self, course: &Course) -> Vec<Line> {
        let of_subnet = |name: &str, value: &dyn Fn(&EpochFigures) -> f64| Line {
            name: name.to_owned(),
            points: course
                .epochs
                .iter()
                .map(|epoch| (epoch.epoch as f64, value(epoch)))
                .collect(),
        };
        match self {
            Self::Price => vec![
                of_subnet("pool", &|epoch| epoch.subnet.price),
                of_subnet("moving average", &|epoch| epoch.subnet.moving_price),
            ],
            Self::Issuance => vec![of_subnet("TAO", &|epoch| tokens(epoch.subnet.issuance))],
            Self::Slippage => slippage(course),
            _ => self.lines_of_groups(course),
        }
    }

    fn lines_of_groups(self, course: &Course) -> Vec<Line> {
        let mut lines: Vec<Line> = course
            .groups
            .iter()
            .map(|group| Line {
                name: group.name.clone(),
                points: Vec::new(),
            })
            .collect();
        for epoch in &course.epochs {
            let all_bonds = epoch.neurons.iter().map(|neuron| neuron.bonds).sum();
            let by_name: BTreeMap<&str, &NeuronFigures> = epoch
                .neurons
                .iter()
                .map(|neuron| (neuron.name.as_str(), neuron))
                .collect();
            for (group, line) in course.groups.iter().zip(&mut lines) {
                let members = group.hotkeys.iter();
                let found = members.filter_map(|name| by_name.get(name.as_str()));
                let values: Vec<f64> = found
                    .filter_map(|neuron| self.of_neuron(neuron, all_bonds))
                    .collect();
                if !values.is_empty() {
                    let mean = values.iter().sum::<f64>() / values.len() as f64;
                    line.points.push((epoch.epoch as f64, mean));
                }
            }
        }
        lines.retain(|line| line.points.iter().any(|(_, value)| *value != 0.0));
        lines
    }
}

/// What trades lost, in percent of the price before them, by who traded.
fn slippage(course: &Course) -> Vec<Line> {
    let mut lines = BTreeMap::<String, Vec<(f64, f64)>>::new();
    for trade in course.epochs.iter().flat_map(|epoch| &epoch.trades) {
        let Some(lost) = trade.slippage().filter(|_| !trade.is_on_root) else {
            continue;
        };
        let verb = if trade.is_purchase { "buys" } else { "sells" };
        let points = lines
            .entry(format!("{} {verb}", trade.coldkey))
            .or_default();
        points.push((trade.block as f64, lost));
    }
    lines
        .into_iter()
        .map(|(name, points)| Line { name, points })
        .collect()
}

impl Course {
    /// Plays a scenario, and keeps the figures of every so many epochs and of the last. `each` is
    /// told of every epoch.
    ///
    /// Errors: those of [`Simulation::next_epoch`].
    pub fn play(
        scenario: &Scenario,
        every: u32,
        mut each: impl FnMut(u32),
    ) -> Result<Self, Problem> {
        let mut simulation = Simulation::new(scenario);
        let mut epochs = Vec::new();
        for epoch in 1..=scenario.epochs {
            if epoch.is_multiple_of(every.max(1)) || epoch == scenario.epochs || epoch == 1 {
                epochs.push(simulation.next_epoch()?);
            } else {
                simulation.skip_epoch()?;
            }
            each(epoch);
        }
        let groups = scenario.neurons.iter().map(|spec| Group {
            name: spec.name.clone(),
            hotkeys: members(spec),
        });
        Ok(Self {
            title: scenario.title.clone(),
            groups: groups.collect(),
            epochs,
            stakes: simulation.stakes(),
            notes: simulation.notes(),
        })
    }
}
