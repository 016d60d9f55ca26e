//! A subnet of a chain as a scenario: everything that its next epochs depend on.

mod chain;
mod neurons;
mod others;
#[cfg(feature = "cli")]
mod rpc;
mod state;
mod subnet;

use std::collections::BTreeSet;

use crate::{
    problem::Problem,
    scenario::{Amount, Scenario},
};

#[cfg(feature = "cli")]
pub use rpc::{Source, import};
pub use state::State;
use state::{Account, Items};

/// What is read of which block.
pub(crate) struct Reader<'s, S> {
    items: Items<'s, S>,
    netuid: u16,
}

/// Makes a scenario of a subnet as a chain has it after a block. Also says what of the subnet the
/// scenario leaves out.
///
/// Errors: the chain is no Subtensor chain, there is no such subnet, or it is one that cannot be
/// simulated.
pub fn read_subnet(state: &impl State, netuid: u16) -> Result<(Scenario, Vec<String>), Problem> {
    let reader = Reader {
        items: Items::of(state)?,
        netuid,
    };
    let place = || format!("subnet {netuid}");
    if netuid == 0
        || !reader
            .items
            .one::<bool>("NetworksAdded", &[&netuid.to_le_bytes()])?
    {
        return Err(Problem::new(place(), "there is no such subnet"));
    }
    let of_subnet = |item: &str| reader.of_subnet::<u8>(item);
    if of_subnet("SubnetEpochConsensus")? != 0 {
        return Err(Problem::new(place(), "its epochs go by Null consensus"));
    }
    if of_subnet("MechanismCountCurrent")? > 1 {
        return Err(Problem::new(place(), "has more than one mechanism"));
    }
    if reader.of_subnet::<u16>("SubnetMechanism")? != 1 {
        return Err(Problem::new(place(), "has no pool"));
    }
    let mut scenario = Scenario {
        title: format!("Subnet {netuid} of a chain"),
        epochs: 10,
        chain: reader.chain()?,
        subnet: reader.subnet()?,
        hyperparameters: reader.hyperparameters()?,
        others: reader.others()?,
        ..Scenario::default()
    };
    let stakers = reader.neurons(&mut scenario)?;
    reader.balance(&mut scenario)?;
    let warnings = reader.warnings(&scenario, &stakers)?;
    Ok((scenario, warnings))
}

impl<S: State> Reader<'_, S> {
    /// A value of the subnet.
    fn of_subnet<V: codec::Decode>(&self, item: &str) -> Result<V, Problem> {
        self.items.one(item, &[&self.netuid.to_le_bytes()])
    }

    /// The same where there may be none.
    fn if_any<V: codec::Decode>(&self, item: &str) -> Result<Option<V>, Problem> {
        self.items.optional(item, &[&self.netuid.to_le_bytes()])
    }

    /// What the chain has more than the hotkeys that were read.
    fn balance(&self, scenario: &mut Scenario) -> Result<(), Problem> {
        let (mut alpha, mut root) = (0u64, 0u64);
        for neuron in &scenario.neurons {
            let of = |amount: Option<Amount>| amount.unwrap_or_default().0;
            let nominated = neuron.nominators.iter().map(|nominator| nominator.stake.0);
            alpha = nominated.fold(alpha, u64::saturating_add);
            alpha = alpha
                .saturating_add(of(neuron.stake.of(0)))
                .saturating_add(neuron.rest.0)
                .saturating_add(neuron.queued_dividends.0);
            root = root.saturating_add(of(neuron.root_stake.of(0)));
        }
        let pots = &scenario.subnet.pots;
        let known = [
            alpha,
            pots.owner.0,
            pots.server.0,
            pots.validator.0,
            pots.root.0,
            scenario.subnet.protocol_alpha.0,
        ];
        let known = known.into_iter().fold(0, u64::saturating_add);
        let out: u64 = self.of_subnet("SubnetAlphaOut")?;
        scenario.subnet.idle_alpha = Amount(out.saturating_sub(known));
        let root_tao: u64 = self.items.one("SubnetTAO", &[&0u16.to_le_bytes()])?;
        scenario.chain.other_root_stake = Amount(root_tao.saturating_sub(root));
        Ok(())
    }

    /// What the simulation does not know of.
    fn warnings(
        &self,
        scenario: &Scenario,
        hotkeys: &BTreeSet<Account>,
    ) -> Result<Vec<String>, Problem> {
        let mut warnings = Vec::new();
        let netuid = self.netuid.to_le_bytes();
        let has = |item: &str| Ok::<_, Problem>(!self.items.keys(item, &[&netuid])?.is_empty());
        if has("MinerCollateral")? {
            warnings.push("collateral of miners, which what they earn sets free".to_owned());
        }
        if self.if_any::<u32>("SubnetUidToLeaseId")?.is_some() {
            warnings.push("the lease, whose contributors share the owner's part".to_owned());
        }
        let waiting: usize = scenario.neurons.iter().map(|spec| spec.commits.len()).sum();
        if waiting > 0 {
            warnings.push(format!(
                "{waiting} commits that wait: the weights in them are not known"
            ));
        }
        if !self.items.one::<Vec<()>>("Payouts", &[])?.is_empty() {
            warnings.push("dividends of the last epoch that are still being paid".to_owned());
        }
        if hotkeys.is_empty() {
            warnings.push("anything: the subnet has no hotkeys".to_owned());
        }
        Ok(warnings)
    }
}
