//! What those who set weights think of miners. Here alone there are floating-point numbers: what
//! a validator submits is its own affair, what becomes of it is exact.

use std::collections::BTreeMap;

use super::{build::hotkey_ids, stake::HotkeyId, world::World};
use crate::scenario::{Scenario, Strategy, Wave, members};

/// How good a miner is.
#[derive(Clone, Copy, Debug)]
struct Quality {
    mean: f64,
    wave: Option<Wave>,
}

impl Quality {
    fn at(&self, epoch: u64) -> f64 {
        let change = self.wave.map_or(0.0, |wave| {
            let turns = epoch as f64 / wave.period + wave.phase;
            wave.amplitude * (turns * core::f64::consts::TAU).sin()
        });
        (self.mean + change).clamp(0.0, 1.0)
    }
}

/// What a strategy comes to with ids in the place of names.
#[derive(Clone, Debug)]
enum Plan {
    Merit { noise: f64, of: Vec<HotkeyId> },
    Copy,
    Timeline(Vec<(u64, Vec<(HotkeyId, f64)>)>),
}

/// Somebody who sets weights.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub hotkey: HotkeyId,
    /// Blocks after an epoch; half the tempo, if none is said.
    pub sets_after: Option<u64>,
    /// Epochs between two rows.
    pub sets_every: u64,
    plan: Plan,
}

/// All who set weights, and what there is to see.
#[derive(Clone, Debug)]
pub(super) struct Behaviour {
    pub actors: Vec<Actor>,
    qualities: BTreeMap<HotkeyId, Quality>,
    /// Qualities of an epoch, by hotkey.
    seen: Option<(u64, Vec<f64>)>,
    seed: u64,
}

/// Numbers without a pattern, the same for the same seed.
fn mix(seed: u64) -> u64 {
    let mixed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Nearly normal, with the deviation one: the sum of four uniform numbers.
fn noise_of(seed: u64) -> f64 {
    let bits = mix(seed);
    let sum: f64 = (0..4)
        .map(|lane| f64::from((bits >> (16 * lane)) as u16) / 65_535.0)
        .sum();
    (sum - 2.0) * 3f64.sqrt()
}

impl Behaviour {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let ids = hotkey_ids(scenario);
        let mut groups = BTreeMap::<&str, Vec<HotkeyId>>::new();
        let mut qualities = BTreeMap::new();
        for spec in &scenario.neurons {
            let names = members(spec);
            let count = names.len() as f64;
            let of_group: Vec<HotkeyId> = names
                .iter()
                .filter_map(|name| ids.get(name).copied())
                .collect();
            for (member, id) in of_group.iter().enumerate() {
                let wave = spec.wave.map(|wave| Wave {
                    phase: wave.phase + member as f64 / count,
                    ..wave
                });
                let mean = spec.quality.of(member).unwrap_or_default();
                if mean > 0.0 || wave.is_some() {
                    qualities.insert(*id, Quality { mean, wave });
                }
            }
            groups.insert(&spec.name, of_group);
        }
        let find = |name: &str| match groups.get(name) {
            Some(group) => group.clone(),
            None => ids.get(name).copied().into_iter().collect(),
        };
        let mut actors = Vec::new();
        for spec in &scenario.neurons {
            let Some(strategy) = &spec.weights else {
                continue;
            };
            let plan = plan(strategy, &find, &qualities);
            for hotkey in find(&spec.name) {
                actors.push(Actor {
                    hotkey,
                    sets_after: spec.sets_after,
                    sets_every: spec.sets_every.into(),
                    plan: plan.clone(),
                });
            }
        }
        Self {
            actors,
            qualities,
            seen: None,
            seed: scenario.seed,
        }
    }

    /// Looks how good miners are in an epoch.
    pub(super) fn look(&mut self, epoch: u64) {
        if self.seen.as_ref().is_some_and(|(seen, _)| *seen == epoch) {
            return;
        }
        let count = self
            .qualities
            .keys()
            .last()
            .map_or(0, |id| id.0.saturating_add(1));
        let mut qualities = vec![0.0; count];
        for (id, quality) in &self.qualities {
            if let Some(slot) = qualities.get_mut(id.0) {
                *slot = quality.at(epoch);
            }
        }
        self.seen = Some((epoch, qualities));
    }

    /// The row that an actor would submit, by uid; nothing if it has no opinion.
    pub(super) fn row(&self, world: &World, actor: &Actor) -> Vec<(u16, u16)> {
        let epoch = world.economy.schedule.index;
        match &actor.plan {
            Plan::Merit { noise, of } => {
                let seen = of.iter().filter(|miner| **miner != actor.hotkey);
                let weights = seen.filter_map(|miner| {
                    let (_, qualities) = self.seen.as_ref()?;
                    let quality = qualities.get(miner.0)?;
                    let blur = if *noise > 0.0 {
                        noise * noise_of(self.seed_of(actor.hotkey, *miner, epoch))
                    } else {
                        0.0
                    };
                    Some((world.uid_of(*miner)?, quality * (1.0 + blur).max(0.0)))
                });
                whole(weights.collect())
            }
            Plan::Copy => whole(average(world, actor.hotkey)),
            Plan::Timeline(rows) => {
                let row = rows.iter().rev().find(|(from, _)| *from <= epoch);
                let weights = row.into_iter().flat_map(|(_, row)| row);
                let by_uid =
                    weights.filter_map(|(miner, weight)| Some((world.uid_of(*miner)?, *weight)));
                whole(by_uid.collect())
            }
        }
    }

    fn seed_of(&self, validator: HotkeyId, miner: HotkeyId, epoch: u64) -> u64 {
        let pair = mix((validator.0 as u64) << 32 | miner.0 as u64);
        mix(self.seed ^ pair).wrapping_add(epoch)
    }
}

fn plan(
    strategy: &Strategy,
    find: &impl Fn(&str) -> Vec<HotkeyId>,
    qualities: &BTreeMap<HotkeyId, Quality>,
) -> Plan {
    let row = |to: &BTreeMap<String, f64>| -> Vec<(HotkeyId, f64)> {
        let mut weights = BTreeMap::new();
        // A hotkey that is named alone counts before its group.
        let (groups, single): (Vec<_>, Vec<_>) =
            to.iter().partition(|(name, _)| find(name).len() > 1);
        for (name, weight) in groups.into_iter().chain(single) {
            weights.extend(find(name).into_iter().map(|id| (id, *weight)));
        }
        weights.into_iter().collect()
    };
    match strategy {
        Strategy::Merit { noise, of } => Plan::Merit {
            noise: *noise,
            of: if of.is_empty() {
                qualities.keys().copied().collect()
            } else {
                of.iter().flat_map(|name| find(name)).collect()
            },
        },
        Strategy::Copy {} => Plan::Copy,
        Strategy::Fixed { to } => Plan::Timeline(vec![(0, row(to))]),
        Strategy::Timeline { rows } => {
            let rows = rows.iter().map(|at| (at.epoch.into(), row(&at.to)));
            Plan::Timeline(rows.collect())
        }
    }
}

/// The rows in force of the others who may validate, by their stake.
fn average(world: &World, copier: HotkeyId) -> Vec<(u16, f64)> {
    let mut sums = vec![0.0; world.neurons.len()];
    for (uid, neuron) in (0u16..).zip(&world.neurons) {
        let total: f64 = neuron
            .row
            .iter()
            .map(|(_, weight)| f64::from(*weight))
            .sum();
        if neuron.hotkey == copier || !world.scores.has_permit(uid) || total == 0.0 {
            continue;
        }
        let stake = world.hotkeys.weight(neuron.hotkey, world.rules.tao_weight) as f64;
        for (target, weight) in &neuron.row {
            if let Some(sum) = sums.get_mut(usize::from(*target)) {
                *sum += stake * f64::from(*weight) / total;
            }
        }
    }
    (0u16..).zip(sums).collect()
}

/// Weights as they are submitted, relative to the largest; those of zero are left out.
fn whole(weights: Vec<(u16, f64)>) -> Vec<(u16, u16)> {
    let largest = weights
        .iter()
        .map(|(_, weight)| *weight)
        .fold(0.0, f64::max);
    if largest <= 0.0 {
        return Vec::new();
    }
    weights
        .into_iter()
        .map(|(uid, weight)| (uid, (weight / largest * 65_535.0).round() as u16))
        .filter(|(_, weight)| *weight > 0)
        .collect()
}
