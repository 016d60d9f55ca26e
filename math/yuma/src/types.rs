//! What an epoch reads and what it decides.

use alloc::vec::Vec;

use crate::{
    error::EpochError,
    rows::{Rows, RowsBuf},
};

/// State of a subnet when its epoch runs. Slices have one element per uid.
#[derive(Clone, Copy, Debug)]
pub struct EpochInput<'a> {
    /// Total stake weight, in 2^-32 rao (spec 20 §5.4). All together stay below 2^64 rao.
    pub stake: &'a [u128],
    /// Stake below this many rao counts as none, but for the owner.
    pub stake_threshold: u64,
    /// Uid of the subnet owner's hotkey.
    pub owner: Option<u16>,
    /// Who may validate until this epoch.
    pub permits: &'a [bool],
    /// How many may validate after it.
    pub max_validators: u16,
    /// Block of the last weights.
    pub last_update: &'a [u64],
    /// Block of the registration.
    pub registered: &'a [u64],
    /// Block of the earliest commit that waits for its reveal, `u64::MAX` for none; empty without
    /// commit-reveal.
    pub commits: &'a [u64],
    /// Current block.
    pub block: u64,
    /// Blocks without weights until a validator is inactive.
    pub activity_cutoff: u64,
    /// Blocks between two epochs.
    pub tempo: u64,
    /// Block of the last epoch; 0: none.
    pub last_step: u64,
    /// Weights as they were set. Rows of those who may not validate do not count, and may be empty.
    pub weights: Rows<'a>,
    /// Bonds that the last epoch stored.
    pub bonds: Rows<'a>,
    /// Majority, of 65535.
    pub kappa: u16,
    /// How much bonds follow clipped weights, of 65535.
    pub bonds_penalty: u16,
    /// Memory of bonds, in millionths, at most a million.
    pub bonds_moving_average: u64,
    /// Third variant of the bonds.
    pub yuma3: bool,
    /// Memory of each bond by its distance from consensus; with `yuma3` only.
    pub liquid: Option<Liquid>,
    /// Consensus with which liquid bonds are compared, in parts of 65535; 0 for uids beyond its
    /// end. Empty for the one that this epoch reaches.
    pub previous_consensus: &'a [u16],
    /// Alpha to divide, rao.
    pub emission: u64,
}

/// Bounds of the memory of liquid bonds.
#[derive(Clone, Copy, Debug)]
pub struct Liquid {
    /// Least factor, of 65535.
    pub low: u16,
    /// Highest factor, of 65535.
    pub high: u16,
    /// Steepness of the sigmoid, in hundredths.
    pub steepness: i16,
}

/// Decisions of an epoch. Vectors have one element per uid; scores are in parts of 65535, amounts
/// in rao.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EpochOutput {
    /// Who has set weights within the activity cutoff.
    pub active: Vec<bool>,
    /// Who may validate until the next epoch.
    pub permits: Vec<bool>,
    /// Share in the stake that counts.
    pub stake_weight: Vec<u16>,
    /// The weight that a majority of the stake supports.
    pub consensus: Vec<u16>,
    /// Share in what miners earn.
    pub incentive: Vec<u16>,
    /// Share in what validators earn.
    pub dividends: Vec<u16>,
    /// How much of a validator's weights is within consensus.
    pub validator_trust: Vec<u16>,
    /// Rows of those with a new permit.
    pub bonds: RowsBuf,
    /// Earned as a miner.
    pub server_emission: Vec<u64>,
    /// Earned as a validator.
    pub validator_emission: Vec<u64>,
    /// Earned in all, divided by both shares at once: rounding may differ from the sum of the other
    /// two.
    pub emission: Vec<u64>,
}

/// All of the memory of bonds, in millionths.
pub(crate) const MILLION: u64 = 1_000_000;

impl EpochInput<'_> {
    /// Number of uids.
    pub fn len(&self) -> usize {
        self.stake.len()
    }

    /// Whether the subnet has no uids.
    pub fn is_empty(&self) -> bool {
        self.stake.is_empty()
    }

    pub(crate) fn check(&self) -> Result<(), EpochError> {
        let n = self.len();
        // Counting uids from zero ends one beyond the last.
        if n >= usize::from(u16::MAX) {
            return Err(EpochError::TooManyUids);
        }
        let lengths = [
            self.permits.len(),
            self.last_update.len(),
            self.registered.len(),
        ];
        let commits_fit = self.commits.is_empty() || self.commits.len() == n;
        if lengths.iter().any(|length| *length != n) || !commits_fit {
            return Err(EpochError::Length);
        }
        let total = self
            .stake
            .iter()
            .fold(0u128, |sum, stake| sum.saturating_add(*stake));
        if total >> 96 > 0 {
            return Err(EpochError::Stake);
        }
        if self.bonds_moving_average > MILLION {
            return Err(EpochError::Memory);
        }
        self.weights.check(n)?;
        self.bonds.check(n)
    }
}
