//! What an epoch reads and what it leaves behind (spec 20).

use subtensor_yuma::{EpochInput, EpochOutput, Liquid, RowsBuf, Workspace};

use super::{stake::HotkeyId, world::World};
use crate::scenario::{ConsensusMode, Hyperparameters};

/// What epochs say about neurons. Lists have one element per uid.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    /// Of the last epoch; bonds and permits also of what has changed since.
    pub output: EpochOutput,
    pub last_update: Vec<u64>,
    /// Consensus of the last epoch as liquid bonds see it; empty before the first.
    pub previous_consensus: Vec<u16>,
    inputs: Inputs,
    work: Workspace,
    /// What the last epoch divided, rao.
    pub emission: u64,
}

/// Memory of what an epoch reads.
#[derive(Clone, Debug, Default)]
struct Inputs {
    stake: Vec<u128>,
    registered: Vec<u64>,
    commits: Vec<u64>,
    weights: RowsBuf,
}

/// What an epoch says of a hotkey, rao of alpha.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Earned {
    pub hotkey: HotkeyId,
    pub incentive: u64,
    pub dividend: u64,
}

/// Blocks without weights until a validator is inactive.
pub(crate) fn activity_cutoff(hyper: &Hyperparameters) -> u64 {
    u64::from(hyper.activity_cutoff_factor)
        .saturating_mul(hyper.tempo.into())
        .saturating_div(1_000)
        .max(1)
}

fn liquid(hyper: &Hyperparameters) -> Option<Liquid> {
    hyper.liquid_alpha_enabled.then_some(Liquid {
        low: hyper.alpha_low,
        high: hyper.alpha_high,
        steepness: hyper.alpha_sigmoid_steepness,
    })
}

fn looks_back(hyper: &Hyperparameters) -> bool {
    hyper.liquid_alpha_enabled
        && match hyper.liquid_alpha_consensus_mode {
            ConsensusMode::Current => false,
            ConsensusMode::Previous => true,
            ConsensusMode::Auto => hyper.bonds_penalty == u16::MAX,
        }
}

impl Scores {
    /// A uid gets a newcomer, or is one more.
    pub(crate) fn admit(&mut self, uid: u16, now: u64) {
        let output = &mut self.output;
        let lists = [
            &mut output.stake_weight,
            &mut output.consensus,
            &mut output.incentive,
            &mut output.dividends,
            &mut output.validator_trust,
        ];
        for list in lists {
            set_at(list, uid, 0);
        }
        for list in [
            &mut output.emission,
            &mut output.server_emission,
            &mut output.validator_emission,
        ] {
            set_at(list, uid, 0);
        }
        set_at(&mut output.active, uid, true);
        set_at(&mut output.permits, uid, false);
        if !self.previous_consensus.is_empty() {
            set_at(&mut self.previous_consensus, uid, 0);
        }
        set_at(&mut self.last_update, uid, now);
        let rows = output.bonds.as_rows();
        let count = rows.offsets.len().saturating_sub(1);
        let bonds = (0..count.max(usize::from(uid).saturating_add(1)))
            .map(|row| rows.row(row))
            .zip(0u16..)
            .map(|(row, number)| {
                if number == uid {
                    Default::default()
                } else {
                    row
                }
            })
            .map(|row| row.iter().copied())
            .collect();
        output.bonds = bonds;
    }

    /// Whether a uid may validate.
    pub(crate) fn has_permit(&self, uid: u16) -> bool {
        let permit = self.output.permits.get(usize::from(uid));
        permit.copied().unwrap_or_default()
    }
}

fn set_at<V: Clone + Default>(list: &mut Vec<V>, uid: u16, value: V) {
    let uid = usize::from(uid);
    if list.len() <= uid {
        list.resize(uid.saturating_add(1), V::default());
    }
    if let Some(slot) = list.get_mut(uid) {
        *slot = value;
    }
}

impl World {
    /// Runs the epoch of the subnet over what its pots hold, and pays it; says whether it could
    /// run.
    pub(super) fn run_epoch(&mut self) -> bool {
        self.read_inputs();
        // As much for miners as for validators and root stakers together.
        let emission = self.economy.pots.server.saturating_mul(2);
        if !self.decide(emission) {
            return false;
        }
        let pots = core::mem::take(&mut self.economy.pots);
        let earned = self.earned();
        self.pay(pots, &earned);
        self.economy.schedule.last_step = self.now;
        true
    }

    fn read_inputs(&mut self) {
        let mut inputs = core::mem::take(&mut self.scores.inputs);
        let tao_weight = self.rules.tao_weight;
        inputs.stake.clear();
        inputs.stake.extend(
            self.neurons
                .iter()
                .map(|neuron| self.hotkeys.weight(neuron.hotkey, tao_weight)),
        );
        inputs.registered.clear();
        inputs
            .registered
            .extend(self.neurons.iter().map(|neuron| neuron.registered));
        self.pending_commits(&mut inputs.commits);
        inputs.weights.clear();
        let owner = self.owner_uid();
        for (uid, neuron) in (0u16..).zip(&self.neurons) {
            let decides = self.scores.has_permit(uid) || owner == Some(uid);
            let row = neuron.row.iter().filter(|_| decides).copied();
            inputs.weights.push(row);
        }
        self.scores.inputs = inputs;
    }

    /// Lets the engine decide; says whether it accepts the state.
    fn decide(&mut self, emission: u64) -> bool {
        let owner = self.owner_uid();
        let (hyper, scores) = (&self.hyper, &mut self.scores);
        let inputs = &scores.inputs;
        let nothing: &[u16] = &[];
        let input = EpochInput {
            stake: &inputs.stake,
            stake_threshold: self.rules.stake_threshold,
            owner,
            permits: &scores.output.permits,
            max_validators: hyper.max_validators,
            last_update: &scores.last_update,
            registered: &inputs.registered,
            commits: &inputs.commits,
            block: self.now,
            activity_cutoff: activity_cutoff(hyper),
            tempo: self.economy.schedule.tempo,
            last_step: self.economy.schedule.last_step,
            weights: inputs.weights.as_rows(),
            bonds: scores.output.bonds.as_rows(),
            kappa: hyper.kappa,
            bonds_penalty: hyper.bonds_penalty,
            bonds_moving_average: hyper.bonds_moving_avg,
            yuma3: hyper.yuma3_enabled,
            liquid: liquid(hyper),
            previous_consensus: match looks_back(hyper) {
                true => &scores.previous_consensus,
                false => nothing,
            },
            emission,
        };
        let Ok(output) = subtensor_yuma::epoch(&input, &mut scores.work) else {
            return false;
        };
        scores.output.clone_from(output);
        scores.previous_consensus.clone_from(&output.consensus);
        scores.emission = emission;
        true
    }

    /// What every hotkey with a uid earned, in the order of the hotkeys.
    fn earned(&self) -> Vec<Earned> {
        let output = &self.scores.output;
        let amounts = output
            .server_emission
            .iter()
            .zip(&output.validator_emission);
        let mut earned: Vec<Earned> = self
            .neurons
            .iter()
            .zip(amounts)
            .map(|(neuron, (incentive, dividend))| Earned {
                hotkey: neuron.hotkey,
                incentive: *incentive,
                dividend: *dividend,
            })
            .collect();
        earned.sort_unstable_by_key(|earned| earned.hotkey);
        earned
    }
}
