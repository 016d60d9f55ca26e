//! The other subnets of the chain.

use subtensor_fixed::U96F32;

use super::{Reader, State, state::last};
use crate::{
    problem::Problem,
    scenario::{Amount, Bits, OtherSpec},
};

impl<S: State> Reader<'_, S> {
    pub(super) fn others(&self) -> Result<Vec<OtherSpec>, Problem> {
        let keys = self.items.keys("NetworksAdded", &[])?;
        let netuids = keys.iter().filter_map(|key| last::<2>(key));
        netuids
            .map(u16::from_le_bytes)
            .filter(|netuid| *netuid != 0 && *netuid != self.netuid)
            .map(|netuid| self.other(netuid))
            .collect()
    }

    fn other(&self, netuid: u16) -> Result<OtherSpec, Problem> {
        let other = Reader {
            items: self.items.again(),
            netuid,
        };
        let burned: U96F32 = other.of_subnet("MinerBurned")?;
        Ok(OtherSpec {
            netuid,
            is_dynamic: other.of_subnet::<u16>("SubnetMechanism")? == 1,
            is_emitted_to: other.of_subnet("SubtokenEnabled")?
                && other.of_subnet("NetworkRegistrationAllowed")?,
            first_emission_block: other.if_any("FirstEmissionBlockNumber")?,
            alpha_out: Amount(other.of_subnet("SubnetAlphaOut")?),
            miner_burned: Bits(burned.to_bits()),
            tempo: other.of_subnet("Tempo")?,
            is_null: other.of_subnet::<u8>("SubnetEpochConsensus")? != 0,
            ema_price_halving_period: other.of_subnet("EMAPriceHalvingBlocks")?,
            subnet_emission_enabled: other.of_subnet("SubnetEmissionEnabled")?,
            owner_cut_enabled: other.of_subnet("OwnerCutEnabled")?,
            pool: other.pool()?,
            schedule: other.schedule()?,
        })
    }
}
