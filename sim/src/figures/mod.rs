//! What is to be seen of a scenario: figures of an epoch, of its neurons and of trades.

mod course;

use serde::Serialize;
use subtensor_fixed::U64F64;

pub use course::{Chart, Course, Group, Line};

use crate::engine::{Executed, Simulation};

/// A neuron after an epoch. Scores are in parts of 65535, amounts in rao.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NeuronFigures {
    /// Its place.
    pub uid: u16,
    /// Name of its hotkey.
    pub name: String,
    /// Whether it has set weights lately.
    pub active: bool,
    /// Whether it may validate.
    pub permit: bool,
    /// Share in the stake that counts.
    pub stake_weight: u16,
    /// The weight that a majority of the stake supports.
    pub consensus: u16,
    /// Share in what miners earn.
    pub incentive: u16,
    /// Share in what validators earn.
    pub dividends: u16,
    /// How much of its weights is within consensus.
    pub trust: u16,
    /// Sum of its bonds, each in parts of 65535.
    pub bonds: u64,
    /// What the epoch divided to it.
    pub emission: u64,
    /// Of it as a miner.
    pub server_emission: u64,
    /// Of it for its own weights and stake.
    pub validator_emission: u64,
    /// Alpha that it was paid for mining.
    pub mined: u64,
    /// Alpha that it and its stakers were paid in dividends.
    pub dividend: u64,
    /// Dividends of root stake, in alpha.
    pub root_dividend: u64,
    /// What all of that is worth at the price of the pool, TAO.
    pub value: f64,
    /// Mined since the start.
    pub mined_so_far: u64,
    /// Dividends since the start.
    pub dividends_so_far: u64,
    /// Alpha staked on it.
    pub stake: u64,
    /// TAO staked on it on root.
    pub root_stake: u64,
}

/// The subnet after an epoch. Amounts are in rao, prices in TAO for an alpha; what "came" has come
/// since the figures before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SubnetFigures {
    /// Price of the pool.
    pub price: f64,
    /// Slow average of the price.
    pub moving_price: f64,
    /// Fast average of the price.
    pub fast_price: f64,
    /// TAO in the pool.
    pub tao: u64,
    /// Alpha in the pool.
    pub alpha_in: u64,
    /// Alpha outside the pool.
    pub alpha_out: u64,
    /// Of it bought by the chain.
    pub protocol_alpha: u64,
    /// Weight of TAO in the pool, parts of 10^18.
    pub tao_weight_parts: u64,
    /// TAO that exists.
    pub issuance: u64,
    /// TAO that came into the pool at an unchanged price.
    pub tao_came: u64,
    /// Alpha that came into the pool.
    pub alpha_came: u64,
    /// TAO that came by buying alpha for the chain.
    pub bought_came: u64,
    /// TAO that was created for the subnet.
    pub minted_came: u64,
    /// What the epoch divided.
    pub emission: u64,
    /// Paid to the owner, with what rounding left.
    pub owner_paid: u64,
    /// Paid to miners, but for the owner's own.
    pub miners_paid: u64,
    /// Paid to validators and their stakers.
    pub validators_paid: u64,
    /// Paid to root stakers.
    pub root_paid: u64,
    /// Withheld from the owner's own miners.
    pub withheld: u64,
    /// Destroyed.
    pub recycled: u64,
    /// Price of the next registration.
    pub burn: u64,
}

/// What became of an order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TradeFigures {
    /// Block after the start.
    pub block: u64,
    /// Who traded.
    pub coldkey: String,
    /// On whose hotkey.
    pub hotkey: String,
    /// Whether alpha was bought.
    pub is_purchase: bool,
    /// Whether it was on root.
    pub is_on_root: bool,
    /// What was done; nothing if it was refused.
    pub executed: Executed,
    /// Why it was refused.
    pub refusal: Option<&'static str>,
}

impl TradeFigures {
    /// Price that was paid, TAO for an alpha; none if nothing was.
    pub fn paid_price(&self) -> Option<f64> {
        let (spent, received) = (self.executed.spent as f64, self.executed.received as f64);
        let (tao, alpha) = if self.is_purchase {
            (spent, received)
        } else {
            (received, spent)
        };
        (alpha > 0.0 && tao > 0.0).then(|| tao / alpha)
    }

    /// How much worse than the price before the trade it was, as a part of it: the fee included.
    pub fn slippage(&self) -> Option<f64> {
        let before = self.executed.price_before;
        let change = self.paid_price()? / before - 1.0;
        Some(if self.is_purchase { change } else { -change })
    }
}

/// All of an epoch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EpochFigures {
    /// Its number, from 1.
    pub epoch: u64,
    /// Its block after the start.
    pub block: u64,
    /// By uid.
    pub neurons: Vec<NeuronFigures>,
    /// Its pool, and what was paid.
    pub subnet: SubnetFigures,
    /// Bonds of each uid: uid and bond.
    pub bonds: Vec<Vec<(u16, u16)>>,
    /// Trades since the figures before.
    pub trades: Vec<TradeFigures>,
}

fn number(value: U64F64) -> f64 {
    value.to_bits() as f64 / 2f64.powi(64)
}

impl EpochFigures {
    /// What there is to see right after an epoch.
    pub(crate) fn of(simulation: &Simulation, epoch: u64, block: u64) -> Self {
        let bonds = simulation.world.scores.output.bonds.as_rows();
        Self {
            epoch,
            block,
            neurons: neurons(simulation),
            subnet: subnet(simulation),
            bonds: bonds.iter().map(<[_]>::to_vec).collect(),
            trades: simulation.trades().to_vec(),
        }
    }
}

fn subnet(simulation: &Simulation) -> SubnetFigures {
    let world = &simulation.world;
    let (economy, paid) = (&world.economy, &world.paid);
    SubnetFigures {
        price: number(economy.price()),
        moving_price: number(economy.average_price()),
        fast_price: economy.fast_price.map_or(0.0, number),
        tao: economy.pool.tao,
        alpha_in: economy.pool.alpha,
        alpha_out: economy.alpha_out,
        protocol_alpha: economy.protocol_alpha,
        tao_weight_parts: economy.pool.quote_weight_parts,
        issuance: world.issuance,
        tao_came: economy.totals.tao,
        alpha_came: economy.totals.alpha,
        bought_came: economy.totals.excess,
        minted_came: economy.totals.minted,
        emission: world.scores.emission,
        owner_paid: paid.owner,
        miners_paid: paid.miners,
        validators_paid: paid.validators,
        root_paid: paid.root,
        withheld: paid.withheld,
        recycled: paid.recycled,
        burn: world.burn.price,
    }
}

fn neurons(simulation: &Simulation) -> Vec<NeuronFigures> {
    let world = &simulation.world;
    let output = &world.scores.output;
    let price = number(world.economy.price());
    let bonds = output.bonds.as_rows();
    (0u16..)
        .zip(&world.neurons)
        .map(|(uid, neuron)| {
            let at = usize::from(uid);
            let score = |list: &[u16]| list.get(at).copied().unwrap_or_default();
            let amount = |list: &[u64]| list.get(at).copied().unwrap_or_default();
            let flag = |list: &[bool]| list.get(at).copied().unwrap_or_default();
            let (id, hotkey) = (neuron.hotkey, &world.hotkeys[neuron.hotkey]);
            let mined = world.paid.incentives.get(&id).copied().unwrap_or_default();
            let dividends = world.paid.dividends.get(&id).copied();
            let (dividend, root_dividend) = dividends.unwrap_or_default();
            let so_far = simulation.earned.get(&id).copied().unwrap_or_default();
            let paid = mined.saturating_add(dividend).saturating_add(root_dividend);
            NeuronFigures {
                uid,
                name: hotkey.name.clone(),
                active: flag(&output.active),
                permit: flag(&output.permits),
                stake_weight: score(&output.stake_weight),
                consensus: score(&output.consensus),
                incentive: score(&output.incentive),
                dividends: score(&output.dividends),
                trust: score(&output.validator_trust),
                bonds: bonds.row(at).iter().map(|(_, bond)| u64::from(*bond)).sum(),
                emission: amount(&output.emission),
                server_emission: amount(&output.server_emission),
                validator_emission: amount(&output.validator_emission),
                mined,
                dividend,
                root_dividend,
                value: crate::scenario::tokens(paid) * price,
                mined_so_far: so_far.0,
                dividends_so_far: so_far.1,
                stake: hotkey.alpha(),
                root_stake: hotkey.root,
            }
        })
        .collect()
}
