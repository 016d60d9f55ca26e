//! A whole network as owned data.

use subtensor_yuma::{EpochInput, Liquid, RowsBuf};

/// What `EpochInput` borrows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Network {
    pub stake: Vec<u128>,
    pub stake_threshold: u64,
    pub owner: Option<u16>,
    pub permits: Vec<bool>,
    pub max_validators: u16,
    pub last_update: Vec<u64>,
    pub registered: Vec<u64>,
    pub commits: Vec<u64>,
    pub activity_cutoff: u64,
    pub last_step: u64,
    pub weights: RowsBuf,
    pub bonds: RowsBuf,
    pub kappa: u16,
    pub bonds_penalty: u16,
    pub bonds_moving_average: u64,
    pub yuma3: bool,
    pub liquid: Option<Liquid>,
    pub previous_consensus: Vec<u16>,
    pub emission: u64,
}

/// Current block of every network.
pub(crate) const BLOCK: u64 = 10_000;
/// Tempo of every network.
pub(crate) const TEMPO: u64 = 360;

impl Network {
    /// `n` neurons without stake or weights, and the default parameters of a subnet.
    pub(crate) fn new(n: usize) -> Self {
        Self {
            stake: vec![0; n],
            permits: vec![false; n],
            max_validators: 64,
            last_update: vec![BLOCK - 10; n],
            registered: vec![0; n],
            activity_cutoff: 5_000,
            last_step: BLOCK - TEMPO,
            weights: vec![Vec::new(); n].into_iter().collect(),
            bonds: vec![Vec::new(); n].into_iter().collect(),
            kappa: 32_767,
            bonds_penalty: 65_535,
            bonds_moving_average: 900_000,
            emission: 1_000_000_000,
            ..Self::default()
        }
    }

    /// The network as the engine reads it.
    pub(crate) fn input(&self) -> EpochInput<'_> {
        EpochInput {
            stake: &self.stake,
            stake_threshold: self.stake_threshold,
            owner: self.owner,
            permits: &self.permits,
            max_validators: self.max_validators,
            last_update: &self.last_update,
            registered: &self.registered,
            commits: &self.commits,
            block: BLOCK,
            activity_cutoff: self.activity_cutoff,
            tempo: TEMPO,
            last_step: self.last_step,
            weights: self.weights.as_rows(),
            bonds: self.bonds.as_rows(),
            kappa: self.kappa,
            bonds_penalty: self.bonds_penalty,
            bonds_moving_average: self.bonds_moving_average,
            yuma3: self.yuma3,
            liquid: self.liquid,
            previous_consensus: &self.previous_consensus,
            emission: self.emission,
        }
    }
}
