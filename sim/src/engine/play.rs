//! Playing a scenario: blocks, and what is submitted in each of them.

use core::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::{
    behaviour::Behaviour,
    build::hotkey_ids,
    commits::Refusal,
    stake::{ColdkeyId, HotkeyId},
    trade::Executed,
    world::World,
};
use crate::{
    figures::{EpochFigures, TradeFigures},
    problem::Problem,
    scenario::{Amount, Hyperparameters, Scenario},
};

/// Blocks beyond its tempo after which an epoch is not waited for any more.
const PATIENCE: u64 = 60_000;

/// What is submitted, in the order within a block.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Kind {
    Change,
    Registration,
    Trade,
    Weights,
}

/// Block after the start, kind, and number in its list.
type Entry = Reverse<(u64, Kind, usize)>;

/// A trade of the scenario.
#[derive(Clone, Debug)]
struct Order {
    coldkey: ColdkeyId,
    hotkey: HotkeyId,
    what: What,
    limit: Option<u64>,
    is_on_root: bool,
    every: u64,
    left: u32,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Buy(u64),
    Sell(u64),
    SellPart(f64),
}

/// A scenario at play.
#[derive(Clone, Debug)]
pub struct Simulation {
    pub(crate) world: World,
    behaviour: Behaviour,
    changes: Vec<toml::Table>,
    newcomers: Vec<HotkeyId>,
    orders: Vec<Order>,
    agenda: BinaryHeap<Entry>,
    start: u64,
    epochs: u64,
    trades: Vec<TradeFigures>,
    refusals: BTreeMap<(HotkeyId, Refusal), u64>,
    failures: Vec<String>,
    /// What each hotkey has mined, and its dividends, rao of alpha.
    pub(crate) earned: BTreeMap<HotkeyId, (u64, u64)>,
}

impl Simulation {
    /// The beginning of a scenario, which has passed its checks.
    pub fn new(scenario: &Scenario) -> Self {
        let mut world = World::of(scenario);
        let ids = hotkey_ids(scenario);
        let find = |name: &str| ids.get(name).copied();
        let mut agenda = BinaryHeap::new();
        let mut changes = Vec::new();
        for change in &scenario.changes {
            agenda.push(Reverse((change.block, Kind::Change, changes.len())));
            changes.push(change.hyperparameters.clone());
        }
        let mut newcomers = Vec::new();
        for spec in &scenario.neurons {
            for name in crate::scenario::members(spec) {
                if let Some((block, hotkey)) = spec.joins.zip(find(&name)) {
                    agenda.push(Reverse((block, Kind::Registration, newcomers.len())));
                    newcomers.push(hotkey);
                }
            }
        }
        let mut orders = Vec::new();
        for trade in &scenario.trades {
            let what = match (trade.buy, trade.sell) {
                (Some(Amount(tao)), _) => What::Buy(tao),
                (_, Some(Amount(alpha))) => What::Sell(alpha),
                _ => What::SellPart(trade.sell_part.unwrap_or_default()),
            };
            let Some(hotkey) = find(&trade.hotkey) else {
                continue;
            };
            agenda.push(Reverse((trade.block, Kind::Trade, orders.len())));
            orders.push(Order {
                coldkey: world.coldkey(&trade.coldkey),
                hotkey,
                what,
                limit: trade.limit.map(|limit| limit.0),
                is_on_root: trade.root,
                every: trade.every.unwrap_or_default(),
                left: trade.times.unwrap_or(1),
            });
        }
        let mut simulation = Self {
            start: world.now,
            behaviour: Behaviour::of(scenario),
            world,
            changes,
            newcomers,
            orders,
            agenda,
            epochs: 0,
            trades: Vec::new(),
            refusals: BTreeMap::new(),
            failures: Vec::new(),
            earned: BTreeMap::new(),
        };
        simulation.plan_weights(simulation.world.economy.schedule.last_epoch);
        simulation
    }

    /// Plays on to the next epoch of the subnet. What is submitted in the block of the epoch comes
    /// after it.
    ///
    /// Errors: none comes, because the state is none that the engine accepts.
    pub fn next_epoch(&mut self) -> Result<EpochFigures, Problem> {
        self.run_to_epoch()?;
        let figures = EpochFigures::of(self, self.epochs, self.block());
        self.trades.clear();
        self.world.economy.totals = Default::default();
        self.submit();
        Ok(figures)
    }

    /// The same without figures; what came and what was traded is in the next ones.
    ///
    /// Errors: those of [`Self::next_epoch`].
    pub fn skip_epoch(&mut self) -> Result<(), Problem> {
        self.run_to_epoch()?;
        self.submit();
        Ok(())
    }

    fn run_to_epoch(&mut self) -> Result<(), Problem> {
        let patience = PATIENCE.saturating_add(self.world.economy.schedule.tempo);
        for _ in 0..patience {
            let is_epoch = self.world.step();
            if is_epoch {
                self.epochs = self.epochs.saturating_add(1);
                self.note_epoch();
                self.plan_weights(self.world.now);
                return Ok(());
            }
            self.submit();
        }
        let place = format!("block {}", self.block());
        Err(Problem::new(place, "the subnet has no epoch any more"))
    }

    /// Blocks since the start.
    pub fn block(&self) -> u64 {
        self.world.now.saturating_sub(self.start)
    }

    /// Trades since the last figures.
    pub(crate) fn trades(&self) -> &[TradeFigures] {
        &self.trades
    }

    /// What was refused so far: lines for people.
    pub fn notes(&self) -> Vec<String> {
        let hotkeys = &self.world.hotkeys;
        let refused = self.refusals.iter().map(|((hotkey, refusal), times)| {
            let name = &hotkeys[*hotkey].name;
            format!(
                "weights of {name} refused {times} times: {}",
                refusal.reason()
            )
        });
        refused.chain(self.failures.iter().cloned()).collect()
    }

    /// Who has staked what: hotkey, coldkey, and rao of alpha.
    pub fn stakes(&self) -> Vec<(String, String, u64)> {
        let name = |id: ColdkeyId| self.world.coldkeys.get(id.0).cloned().unwrap_or_default();
        let of_hotkey = |hotkey: &super::stake::Hotkey| {
            let stakes = hotkey.stakes();
            let rows = stakes.map(|(id, rao)| (hotkey.name.clone(), name(id), rao));
            rows.collect::<Vec<_>>()
        };
        self.world.hotkeys.0.iter().flat_map(of_hotkey).collect()
    }

    fn note_epoch(&mut self) {
        for (hotkey, rao) in &self.world.paid.incentives {
            let sum = self.earned.entry(*hotkey).or_default();
            sum.0 = sum.0.saturating_add(*rao);
        }
        for (hotkey, (alpha, root)) in &self.world.paid.dividends {
            let sum = self.earned.entry(*hotkey).or_default();
            sum.1 = sum.1.saturating_add(*alpha).saturating_add(*root);
        }
    }

    /// Lets everybody whose turn it is set weights after an epoch in block `from`.
    fn plan_weights(&mut self, from: u64) {
        let schedule = &self.world.economy.schedule;
        let middle = schedule.tempo / 2;
        for (number, actor) in self.behaviour.actors.iter().enumerate() {
            if schedule.index.is_multiple_of(actor.sets_every) {
                let block = from.saturating_add(actor.sets_after.unwrap_or(middle));
                let after = block.saturating_sub(self.start).max(1);
                self.agenda.push(Reverse((after, Kind::Weights, number)));
            }
        }
    }

    /// Submits what belongs to this block.
    fn submit(&mut self) {
        let block = self.block();
        while let Some(Reverse((due, kind, number))) = self.agenda.peek().copied() {
            if due > block {
                return;
            }
            self.agenda.pop();
            match kind {
                Kind::Change => self.change(number),
                Kind::Registration => self.register(number),
                Kind::Trade => self.trade(number),
                Kind::Weights => self.set_weights(number),
            }
        }
    }

    fn change(&mut self, number: usize) {
        let changes = self.changes.get(number);
        let new = changes.map(|changes| self.world.hyper.with(changes));
        // The checks of the scenario have made every change already.
        if let Some(Ok(new)) = new {
            self.world.adopt(new);
        }
    }

    fn register(&mut self, number: usize) {
        let Some(hotkey) = self.newcomers.get(number).copied() else {
            return;
        };
        if let Err(reason) = self.world.register(hotkey) {
            let name = &self.world.hotkeys[hotkey].name;
            let block = self.block();
            self.failures.push(format!(
                "{name} could not register in block {block}: {reason}"
            ));
        }
    }

    fn set_weights(&mut self, number: usize) {
        self.behaviour.look(self.world.economy.schedule.index);
        let Some(actor) = self.behaviour.actors.get(number) else {
            return;
        };
        let hotkey = actor.hotkey;
        if self.world.uid_of(hotkey).is_none() {
            return;
        }
        let row = self.behaviour.row(&self.world, actor);
        if row.is_empty() {
            return;
        }
        if let Err(refusal) = self.world.submit(hotkey, &row) {
            let times = self.refusals.entry((hotkey, refusal)).or_default();
            *times = times.saturating_add(1);
        }
    }

    fn trade(&mut self, number: usize) {
        let block = self.block();
        let Some(order) = self.orders.get_mut(number) else {
            return;
        };
        order.left = order.left.saturating_sub(1);
        if order.left > 0 {
            let next = block.saturating_add(order.every);
            self.agenda.push(Reverse((next, Kind::Trade, number)));
        }
        let order = order.clone();
        let outcome = self.execute(&order);
        let world = &self.world;
        let name = |id: ColdkeyId| world.coldkeys.get(id.0).cloned().unwrap_or_default();
        self.trades.push(TradeFigures {
            block,
            coldkey: name(order.coldkey),
            hotkey: world.hotkeys[order.hotkey].name.clone(),
            is_purchase: matches!(order.what, What::Buy(_)),
            is_on_root: order.is_on_root,
            executed: outcome.unwrap_or_default(),
            refusal: outcome.err(),
        });
    }

    fn execute(&mut self, order: &Order) -> Result<Executed, &'static str> {
        let (world, hotkey) = (&mut self.world, order.hotkey);
        if order.is_on_root {
            let staked = world.hotkeys[hotkey].root;
            return match order.what {
                What::Buy(tao) => world.stake_on_root(hotkey, tao),
                What::Sell(tao) => world.leave_root(hotkey, tao),
                What::SellPart(part) => world.leave_root(hotkey, part_of(staked, part)),
            };
        }
        let held = world.hotkeys[hotkey].stake_of(order.coldkey);
        match order.what {
            What::Buy(tao) => world.buy(order.coldkey, hotkey, tao, order.limit),
            What::Sell(alpha) => world.sell(order.coldkey, hotkey, alpha, order.limit),
            What::SellPart(part) => {
                world.sell(order.coldkey, hotkey, part_of(held, part), order.limit)
            }
        }
    }
}

/// A part of an amount; all of it for 1.
fn part_of(rao: u64, part: f64) -> u64 {
    if part >= 1.0 {
        return rao;
    }
    (rao as f64 * part) as u64
}

impl World {
    /// Goes by these hyperparameters from now on. A new tempo counts from now.
    fn adopt(&mut self, new: Hyperparameters) {
        let schedule = &mut self.economy.schedule;
        if schedule.tempo != u64::from(new.tempo) {
            schedule.tempo = new.tempo.into();
            schedule.last_epoch = self.now;
        }
        self.economy.adopt(&new);
        self.hyper = new;
        self.adopt_burn_rules();
    }
}
