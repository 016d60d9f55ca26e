//! Numbers of the chain.

use subtensor_fixed::{I96F32, U64F64};

use super::{Reader, State};
use crate::{
    problem::Problem,
    scenario::{Amount, Bits, ChainSpec},
};

/// As a scenario writes it.
pub(super) fn signed(value: I96F32) -> Bits<32> {
    Bits(u128::try_from(value.to_bits()).unwrap_or_default())
}

/// As a scenario writes it.
pub(super) fn fixed(value: U64F64) -> Bits<64> {
    Bits(value.to_bits())
}

impl<S: State> Reader<'_, S> {
    pub(super) fn chain(&self) -> Result<ChainSpec, Problem> {
        let items = &self.items;
        let threshold: I96F32 = items.one("RootClaimableThreshold", &[&0u16.to_le_bytes()])?;
        Ok(ChainSpec {
            block: u64::from(items.one::<u32>("System.Number", &[])?),
            issuance: Amount(items.one("Balances.TotalIssuance", &[])?),
            other_root_stake: Amount(0),
            tao_weight: Bits(items.one::<u64>("TaoWeight", &[])?.into()),
            subnet_owner_cut: items.one("SubnetOwnerCut", &[])?,
            subnet_moving_alpha: signed(items.one("SubnetMovingAlpha", &[])?),
            stake_threshold: Amount(items.one("StakeThreshold", &[])?),
            ck_burn: Bits(items.one::<u64>("CKBurn", &[])?.into()),
            max_epochs_per_block: items.one::<u8>("MaxEpochsPerBlock", &[])?.max(1),
            emission_bar_rank: items.one("EmissionBarRank", &[])?,
            emission_bar_quantile: fixed(items.one("EmissionBarQuantile", &[])?),
            emission_gate_exponent: fixed(items.one("EmissionGateExponent", &[])?),
            emission_gate_bar: fixed(items.one("EmissionGateBar", &[])?),
            root_claim_threshold: Amount(threshold.to_u64()),
        })
    }
}
