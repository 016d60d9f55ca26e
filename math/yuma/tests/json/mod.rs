//! Epochs and results as JSON, one per line.

use serde::{Deserialize, Serialize};
use subtensor_yuma::{EpochInput, Liquid, RowsBuf, Workspace, epoch};

/// Input of a line; units in the README of the vectors: rao, blocks, parts of 65535.
#[derive(Deserialize)]
struct Line {
    stake: Vec<u64>,
    stake_threshold: u64,
    owner_uid: Option<u16>,
    permits: Vec<bool>,
    max_validators: u16,
    last_update: Vec<u64>,
    registered: Vec<u64>,
    current_block: u64,
    activity_cutoff: u64,
    tempo: u64,
    last_step_block: u64,
    weights: Vec<Vec<(u16, u16)>>,
    bonds: Vec<Vec<(u16, u16)>>,
    kappa: u16,
    bonds_moving_average: u64,
    bonds_penalty: u16,
    yuma3: bool,
    liquid_alpha: bool,
    alpha_low: u16,
    alpha_high: u16,
    alpha_steepness: i16,
    #[serde(default)]
    liquid_alpha_consensus_mode: Mode,
    /// What the last epoch stored; empty or absent if there was none.
    #[serde(default)]
    previous_consensus: Vec<u16>,
    emission: u64,
}

/// Which consensus liquid bonds are compared with (spec 90 §17).
#[derive(Deserialize, Default)]
enum Mode {
    #[default]
    Current,
    Previous,
    Auto,
}

#[derive(Serialize)]
struct Answer<'a> {
    active: &'a [bool],
    stake_weight: &'a [u16],
    consensus: &'a [u16],
    incentive: &'a [u16],
    dividends: &'a [u16],
    validator_trust: &'a [u16],
    new_permits: &'a [bool],
    bonds: Vec<&'a [(u16, u16)]>,
    server_emission: &'a [u64],
    validator_emission: &'a [u64],
    emission: &'a [u64],
}

/// The result of one line.
pub(crate) fn evaluate(line: &str) -> Result<String, Box<dyn std::error::Error>> {
    let line: Line = serde_json::from_str(line)?;
    let stake: Vec<u128> = line
        .stake
        .iter()
        .map(|stake| u128::from(*stake) << 32)
        .collect();
    let (weights, bonds): (RowsBuf, RowsBuf) = (
        line.weights.into_iter().collect(),
        line.bonds.into_iter().collect(),
    );
    let follows_previous = match line.liquid_alpha_consensus_mode {
        Mode::Current => false,
        Mode::Previous => true,
        Mode::Auto => line.bonds_penalty == u16::MAX,
    };
    let input = EpochInput {
        stake: &stake,
        stake_threshold: line.stake_threshold,
        owner: line.owner_uid,
        permits: &line.permits,
        max_validators: line.max_validators,
        last_update: &line.last_update,
        registered: &line.registered,
        commits: &[],
        block: line.current_block,
        activity_cutoff: line.activity_cutoff,
        tempo: line.tempo,
        last_step: line.last_step_block,
        weights: weights.as_rows(),
        bonds: bonds.as_rows(),
        kappa: line.kappa,
        bonds_penalty: line.bonds_penalty,
        bonds_moving_average: line.bonds_moving_average,
        yuma3: line.yuma3,
        liquid: line.liquid_alpha.then_some(Liquid {
            low: line.alpha_low,
            high: line.alpha_high,
            steepness: line.alpha_steepness,
        }),
        previous_consensus: match follows_previous {
            true => &line.previous_consensus,
            false => &[],
        },
        emission: line.emission,
    };
    let mut work = Workspace::default();
    let output = epoch(&input, &mut work).map_err(|error| format!("{error:?}"))?;
    Ok(serde_json::to_string(&Answer {
        active: &output.active,
        stake_weight: &output.stake_weight,
        consensus: &output.consensus,
        incentive: &output.incentive,
        dividends: &output.dividends,
        validator_trust: &output.validator_trust,
        new_permits: &output.permits,
        bonds: output.bonds.as_rows().iter().collect(),
        server_emission: &output.server_emission,
        validator_emission: &output.validator_emission,
        emission: &output.emission,
    })?)
}
