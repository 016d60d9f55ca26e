//! The subnet but its neurons.

use subtensor_fixed::{I96F32, U64F64, U96F32};

use super::{
    Reader, State,
    chain::{fixed, signed},
    state::{Account, name_of},
};
use crate::{
    problem::Problem,
    scenario::{
        Amount, Bits, ConsensusMode, Hyperparameters, PoolSpec, PotsSpec, ScheduleSpec, SubnetSpec,
        Withheld,
    },
};

impl<S: State> Reader<'_, S> {
    fn amount(&self, item: &str) -> Result<Amount, Problem> {
        self.of_subnet(item).map(Amount)
    }

    /// Hotkey of the owner, if there is one.
    pub(super) fn owner_hotkey(&self) -> Result<Option<Account>, Problem> {
        let hotkey: Account = self.of_subnet("SubnetOwnerHotkey")?;
        let is_stored = !self
            .items
            .keys("SubnetOwnerHotkey", &[&self.netuid.to_le_bytes()])?
            .is_empty();
        Ok(Some(hotkey).filter(|_| is_stored))
    }

    pub(super) fn subnet(&self) -> Result<SubnetSpec, Problem> {
        let first = self.if_any("FirstEmissionBlockNumber")?.ok_or_else(|| {
            let place = format!("subnet {}", self.netuid);
            Problem::new(place, "has not been started by its owner")
        })?;
        let owner: Account = self.of_subnet("SubnetOwner")?;
        let burned: U96F32 = self.of_subnet("MinerBurned")?;
        Ok(SubnetSpec {
            netuid: self.netuid,
            owner: name_of(&owner),
            owner_hotkey: self.owner_hotkey()?.map(|hotkey| name_of(&hotkey)),
            first_emission_block: first,
            protocol_alpha: self.amount("SubnetProtocolAlpha")?,
            idle_alpha: Amount(0),
            miner_burned: Bits(burned.to_bits()),
            burn: Some(self.amount("Burn")?),
            pool: self.pool()?,
            schedule: self.schedule()?,
            pots: PotsSpec {
                owner: self.amount("PendingOwnerCut")?,
                server: self.amount("PendingServerEmission")?,
                validator: self.amount("PendingValidatorEmission")?,
                root: self.amount("PendingRootAlphaDivs")?,
            },
        })
    }

    pub(super) fn pool(&self) -> Result<PoolSpec, Problem> {
        let moving: I96F32 = self.of_subnet("SubnetMovingPrice")?;
        let fast: Option<U64F64> = self.if_any("SubnetFastMovingPrice")?;
        Ok(PoolSpec {
            tao: self.amount("SubnetTAO")?,
            alpha: self.amount("SubnetAlphaIn")?,
            tao_weight_parts: self.of_subnet("Swap.SwapBalancer")?,
            kept_tao: self.amount("Swap.BalancerTaoReservoir")?,
            kept_alpha: self.amount("Swap.BalancerAlphaReservoir")?,
            moving_price: Some(signed(moving)),
            fast_price: fast.map(fixed),
        })
    }

    pub(super) fn schedule(&self) -> Result<ScheduleSpec, Problem> {
        let step: u64 = self.of_subnet("LastMechansimStepBlock")?;
        Ok(ScheduleSpec {
            last_epoch: Some(self.of_subnet("LastEpochBlock")?),
            pending_epoch: self.of_subnet("PendingEpochAt")?,
            epoch_index: self.of_subnet("SubnetEpochIndex")?,
            blocks_since: self.of_subnet("BlocksSinceLastStep")?,
            last_step: Some(self.if_any("LastYumaStepBlock")?.unwrap_or(step)),
        })
    }

    pub(super) fn hyperparameters(&self) -> Result<Hyperparameters, Problem> {
        let (alpha_low, alpha_high) = self.of_subnet("AlphaValues")?;
        Ok(Hyperparameters {
            tempo: self.of_subnet("Tempo")?,
            kappa: self.of_subnet("Kappa")?,
            activity_cutoff_factor: self.of_subnet("ActivityCutoffFactorMilli")?,
            min_allowed_weights: self.of_subnet("MinAllowedWeights")?,
            weights_rate_limit: self.of_subnet("WeightsSetRateLimit")?,
            commit_reveal_weights_enabled: self.of_subnet("CommitRevealWeightsEnabled")?,
            commit_reveal_period: self.of_subnet("RevealPeriodEpochs")?,
            max_validators: self.of_subnet("MaxAllowedValidators")?,
            max_allowed_uids: self.of_subnet("MaxAllowedUids")?,
            immunity_period: self.of_subnet("ImmunityPeriod")?,
            min_non_immune_uids: self.of_subnet("MinNonImmuneUids")?,
            registration_allowed: self.of_subnet("NetworkRegistrationAllowed")?,
            min_burn: self.amount("MinBurn")?,
            max_burn: self.amount("MaxBurn")?,
            burn_half_life: self.of_subnet("BurnHalfLife")?,
            burn_increase_mult: fixed(self.of_subnet("BurnIncreaseMult")?),
            bonds_moving_avg: self.of_subnet("BondsMovingAverage")?,
            bonds_penalty: self.of_subnet("BondsPenalty")?,
            yuma3_enabled: self.of_subnet("Yuma3On")?,
            liquid_alpha_enabled: self.of_subnet("LiquidAlphaOn")?,
            alpha_low,
            alpha_high,
            alpha_sigmoid_steepness: self.of_subnet("AlphaSigmoidSteepness")?,
            liquid_alpha_consensus_mode: match self.of_subnet::<u8>("LiquidAlphaConsensusMode")? {
                0 => ConsensusMode::Current,
                1 => ConsensusMode::Previous,
                _ => ConsensusMode::Auto,
            },
            owner_cut_enabled: self.of_subnet("OwnerCutEnabled")?,
            recycle_or_burn: match self.of_subnet::<u8>("RecycleOrBurn")? {
                0 => Withheld::Burn,
                _ => Withheld::Recycle,
            },
            ema_price_halving_period: self.of_subnet("EMAPriceHalvingBlocks")?,
            subnet_emission_enabled: self.of_subnet("SubnetEmissionEnabled")?,
            subtoken_enabled: self.of_subnet("SubtokenEnabled")?,
            fee_rate: self.of_subnet("Swap.FeeRate")?,
        })
    }
}
