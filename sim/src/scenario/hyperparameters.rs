//! The hyperparameters of a subnet, by the names and in the units that clients show
//! (docs/hyperparameters.md).

use serde::{Deserialize, Serialize};

use super::number::{Amount, Bits};

/// What becomes of what the owner's own miners earn.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Withheld {
    /// It stays issued and belongs to nobody.
    #[default]
    Burn,
    /// It can be emitted again.
    Recycle,
}

/// With which consensus liquid bonds are compared.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ConsensusMode {
    /// That of the epoch itself.
    Current,
    /// That of the epoch before.
    Previous,
    /// The latter with the full bonds penalty, else the former.
    #[default]
    Auto,
}

/// What a subnet may set, with the defaults of a chain with 12 s blocks. Only the least number of
/// weights is another: 1.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hyperparameters {
    /// Blocks between two epochs, at least 1.
    pub tempo: u16,
    /// Majority, of 65535.
    pub kappa: u16,
    /// Thousandths of a tempo without weights until a validator is inactive.
    pub activity_cutoff_factor: u32,
    /// Least number of weights in a row.
    pub min_allowed_weights: u16,
    /// Blocks between two rows of a validator.
    pub weights_rate_limit: u64,
    /// Whether weights are committed first and revealed later.
    pub commit_reveal_weights_enabled: bool,
    /// Epochs between commit and reveal, 1 to 100.
    pub commit_reveal_period: u64,
    /// Most validators.
    pub max_validators: u16,
    /// Most uids.
    pub max_allowed_uids: u16,
    /// Blocks in which a newcomer is spared.
    pub immunity_period: u16,
    /// Uids outside immunity that are kept.
    pub min_non_immune_uids: u16,
    /// Whether neurons may register, without which nothing is emitted either.
    pub registration_allowed: bool,
    /// Least price of a registration.
    pub min_burn: Amount,
    /// Highest price of a registration.
    pub max_burn: Amount,
    /// Blocks in which the price of a registration halves.
    pub burn_half_life: u16,
    /// Factor by which a registration raises the price.
    pub burn_increase_mult: Bits<64>,
    /// Memory of bonds, in millionths.
    pub bonds_moving_avg: u64,
    /// How much bonds follow clipped weights, of 65535.
    pub bonds_penalty: u16,
    /// Third variant of the bonds.
    pub yuma3_enabled: bool,
    /// Whether the memory of a bond depends on its distance from consensus; with Yuma3 only.
    pub liquid_alpha_enabled: bool,
    /// Least memory of liquid bonds, of 65535.
    pub alpha_low: u16,
    /// Highest memory of liquid bonds, of 65535.
    pub alpha_high: u16,
    /// Steepness of the memory of liquid bonds, in hundredths.
    pub alpha_sigmoid_steepness: i16,
    /// With which consensus liquid bonds are compared.
    pub liquid_alpha_consensus_mode: ConsensusMode,
    /// Whether the owner gets a share of the emission.
    pub owner_cut_enabled: bool,
    /// What becomes of what the owner's own miners earn.
    pub recycle_or_burn: Withheld,
    /// Half-life of the moving price, blocks.
    pub ema_price_halving_period: u64,
    /// Whether TAO is emitted to the pool.
    pub subnet_emission_enabled: bool,
    /// Whether alpha can be traded.
    pub subtoken_enabled: bool,
    /// Fee of a swap, of 65535.
    pub fee_rate: u16,
}

impl Default for Hyperparameters {
    fn default() -> Self {
        Self {
            tempo: 360,
            kappa: 32_767,
            activity_cutoff_factor: 13_889,
            min_allowed_weights: 1,
            weights_rate_limit: 100,
            commit_reveal_weights_enabled: true,
            commit_reveal_period: 1,
            max_validators: 128,
            max_allowed_uids: 256,
            immunity_period: 4_096,
            min_non_immune_uids: 10,
            registration_allowed: true,
            min_burn: Amount(500_000),
            max_burn: Amount::tokens(100),
            burn_half_life: 360,
            // 1.26
            burn_increase_mult: Bits(((126u128) << 64) / 100),
            bonds_moving_avg: 900_000,
            bonds_penalty: u16::MAX,
            yuma3_enabled: false,
            liquid_alpha_enabled: false,
            alpha_low: 45_875,
            alpha_high: 58_982,
            alpha_sigmoid_steepness: 1_000,
            liquid_alpha_consensus_mode: ConsensusMode::Auto,
            owner_cut_enabled: true,
            recycle_or_burn: Withheld::Burn,
            ema_price_halving_period: 201_600,
            subnet_emission_enabled: true,
            subtoken_enabled: true,
            fee_rate: 33,
        }
    }
}

impl Hyperparameters {
    /// The same with other values of some.
    ///
    /// Errors: there is no such hyperparameter, or it cannot have the value.
    pub(crate) fn with(&self, changes: &toml::Table) -> Result<Self, String> {
        let mut table = toml::Table::try_from(self).map_err(|error| error.to_string())?;
        table.extend(changes.clone());
        let changed = table.try_into();
        changed.map_err(|error: toml::de::Error| error.message().to_owned())
    }
}
