//! From what a scenario says to the state in which it begins.

use std::collections::{BTreeMap, BTreeSet};

use subtensor_amm::Pool;
use subtensor_fixed::{Fixed, I96F32, U64F64};
use subtensor_shares::SafeFloat;
use subtensor_yuma::RowsBuf;

use super::{
    economy::{Economy, Injected, Pots},
    schedule::Schedule,
    stake::{ColdkeyId, Hotkey, HotkeyId, Hotkeys, share},
    world::{Burn, Neuron, Rules, World},
};
use crate::scenario::{
    Hyperparameters, NeuronSpec, OtherSpec, PoolSpec, Scenario, ScheduleSpec, members,
};

/// A hotkey with what the scenario says of it.
struct Entry<'s> {
    name: String,
    spec: &'s NeuronSpec,
    /// Its number within its group.
    member: usize,
}

fn entries(scenario: &Scenario) -> Vec<Entry<'_>> {
    let of_group = |spec: &'_ NeuronSpec| members(spec).into_iter().enumerate().collect::<Vec<_>>();
    scenario
        .neurons
        .iter()
        .flat_map(|spec| {
            of_group(spec)
                .into_iter()
                .map(move |(member, name)| Entry { name, spec, member })
        })
        .collect()
}

/// Ids of hotkeys by their names, in the order of these.
pub(crate) fn hotkey_ids(scenario: &Scenario) -> BTreeMap<String, HotkeyId> {
    let names: BTreeSet<String> = entries(scenario)
        .into_iter()
        .map(|entry| entry.name)
        .collect();
    names.into_iter().zip((0..).map(HotkeyId)).collect()
}

pub(super) fn world(scenario: &Scenario) -> World {
    let (chain, subnet) = (&scenario.chain, &scenario.subnet);
    let ids = hotkey_ids(scenario);
    let mut world = World {
        now: chain.block,
        issuance: chain.issuance.0,
        root_tao: 0,
        gate_bar: chain.emission_gate_bar.fixed(),
        rules: rules(scenario),
        hyper: scenario.hyperparameters.clone(),
        economy: economy(scenario),
        others: others(scenario),
        hotkeys: Hotkeys::default(),
        coldkeys: vec![subnet.owner.clone()],
        owner: ColdkeyId(0),
        owner_hotkey: subnet
            .owner_hotkey
            .as_ref()
            .and_then(|name| ids.get(name).copied()),
        neurons: Vec::new(),
        uids: vec![None; ids.len()],
        scores: Default::default(),
        commits: Default::default(),
        burn: Burn {
            price: subnet.burn.unwrap_or(scenario.hyperparameters.min_burn).0,
            factor: 0,
        },
        queues: BTreeSet::new(),
        queue_cursor: None,
        paid: Default::default(),
    };
    world.adopt_burn_rules();
    let mut entries = entries(scenario);
    add_neurons(&mut world, &entries, &ids);
    entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    for entry in &entries {
        let hotkey = hotkey(&mut world, entry);
        world.hotkeys.0.push(hotkey);
    }
    relate(&mut world, &entries, &ids);
    add_sums(&mut world, scenario);
    for entry in &entries {
        let Some(id) = ids.get(&entry.name).copied() else {
            continue;
        };
        for (epoch, block) in &entry.spec.commits {
            world.commits.remember(id, *epoch, *block);
        }
        if world.hotkeys[id].fund.queued > 0 {
            world.queues.insert(id);
        }
    }
    world
}

fn rules(scenario: &Scenario) -> Rules {
    let chain = &scenario.chain;
    Rules {
        tao_weight: chain.tao_weight.parts(),
        owner_cut: chain.subnet_owner_cut,
        moving_alpha: chain.subnet_moving_alpha.signed(),
        stake_threshold: chain.stake_threshold.0,
        ck_burn: chain.ck_burn.parts(),
        max_epochs: chain.max_epochs_per_block.into(),
        bar_rank: chain.emission_bar_rank,
        bar_quantile: chain.emission_bar_quantile.fixed(),
        gate_exponent: chain.emission_gate_exponent.fixed(),
        root_claim_threshold: chain.root_claim_threshold.0,
    }
}

fn schedule(spec: &ScheduleSpec, tempo: u16, start: u64) -> Schedule {
    let last_epoch = spec.last_epoch.unwrap_or(start);
    Schedule {
        tempo: tempo.into(),
        last_epoch,
        pending: spec.pending_epoch,
        index: spec.epoch_index,
        blocks_since: spec.blocks_since,
        last_step: spec.last_step.unwrap_or(last_epoch),
    }
}

fn pool(spec: &PoolSpec) -> Pool {
    Pool {
        tao: spec.tao.0,
        alpha: spec.alpha.0,
        quote_weight_parts: spec.tao_weight_parts,
    }
}

/// Averages of the price, which are the price itself where none is said. Emission knows no price
/// above one.
fn averages(spec: &PoolSpec) -> (I96F32, U64F64) {
    let price = pool(spec).price();
    let moving = spec.moving_price.map(|price| price.signed());
    (
        moving.unwrap_or_else(|| price.min(U64F64::ONE).convert()),
        spec.fast_price.map_or(price, |price| price.fixed()),
    )
}

fn economy(scenario: &Scenario) -> Economy {
    let (subnet, hyper) = (&scenario.subnet, &scenario.hyperparameters);
    let (moving_price, fast_price) = averages(&subnet.pool);
    let mut economy = Economy {
        netuid: subnet.netuid,
        is_dynamic: true,
        is_emitted_to: false,
        first_block: Some(subnet.first_emission_block),
        pool: pool(&subnet.pool),
        fee_rate: 0,
        alpha_out: 0,
        protocol_alpha: subnet.protocol_alpha.0,
        kept: (subnet.pool.kept_tao.0, subnet.pool.kept_alpha.0),
        moving_price,
        fast_price: Some(fast_price),
        miner_burned: subnet.miner_burned.unsigned(),
        is_enabled: false,
        has_owner_cut: false,
        ema_halving: 0,
        is_null: false,
        schedule: schedule(&subnet.schedule, hyper.tempo, scenario.chain.block),
        pots: Pots {
            owner: subnet.pots.owner.0,
            server: subnet.pots.server.0,
            validator: subnet.pots.validator.0,
            root: subnet.pots.root.0,
        },
        totals: Injected::default(),
    };
    economy.adopt(hyper);
    economy
}

impl Economy {
    /// Goes by these hyperparameters from now on, but for the tempo.
    pub(super) fn adopt(&mut self, hyper: &Hyperparameters) {
        self.is_emitted_to = hyper.subtoken_enabled && hyper.registration_allowed;
        self.fee_rate = hyper.fee_rate;
        self.is_enabled = hyper.subnet_emission_enabled;
        self.has_owner_cut = hyper.owner_cut_enabled;
        self.ema_halving = hyper.ema_price_halving_period;
    }
}

fn others(scenario: &Scenario) -> Vec<Economy> {
    let start = scenario.chain.block;
    let mut others: Vec<Economy> = scenario
        .others
        .iter()
        .map(|spec| other(spec, start))
        .collect();
    others.sort_unstable_by_key(|economy| economy.netuid);
    others
}

fn other(spec: &OtherSpec, start: u64) -> Economy {
    let (moving_price, fast_price) = averages(&spec.pool);
    Economy {
        netuid: spec.netuid,
        is_dynamic: spec.is_dynamic,
        is_emitted_to: spec.is_emitted_to,
        first_block: spec.first_emission_block,
        pool: pool(&spec.pool),
        fee_rate: 0,
        alpha_out: spec.alpha_out.0,
        protocol_alpha: 0,
        kept: (spec.pool.kept_tao.0, spec.pool.kept_alpha.0),
        moving_price,
        fast_price: Some(fast_price),
        miner_burned: spec.miner_burned.unsigned(),
        is_enabled: spec.subnet_emission_enabled,
        has_owner_cut: spec.owner_cut_enabled,
        ema_halving: spec.ema_price_halving_period,
        is_null: spec.is_null,
        schedule: schedule(&spec.schedule, spec.tempo, start),
        pots: Pots::default(),
        totals: Injected::default(),
    }
}

/// Uids go to those who are there from the start, in the order of the scenario.
fn add_neurons(world: &mut World, entries: &[Entry<'_>], ids: &BTreeMap<String, HotkeyId>) {
    let seated = entries
        .iter()
        .filter(|entry| entry.spec.is_neuron && entry.spec.joins.is_none());
    let mut bonds = RowsBuf::default();
    let (mut consensus, mut has_consensus) = (Vec::new(), false);
    for (uid, entry) in (0u16..).zip(seated) {
        let spec = entry.spec;
        let Some(hotkey) = ids.get(&entry.name).copied() else {
            continue;
        };
        world.occupy(
            uid,
            Neuron {
                hotkey,
                registered: spec.registered,
                row: spec.row.clone(),
            },
        );
        let scores = &mut world.scores;
        scores.admit(uid, spec.last_update.unwrap_or(spec.registered));
        let output = &mut scores.output;
        if let Some(permit) = output.permits.last_mut() {
            *permit = spec.permit.unwrap_or(spec.weights.is_some());
        }
        if let Some(emission) = output.emission.last_mut() {
            *emission = spec.emission.0;
        }
        consensus.push(spec.consensus.unwrap_or_default());
        has_consensus |= spec.consensus.is_some();
        bonds.push(spec.bonds.iter().copied());
    }
    world.scores.output.bonds = bonds;
    if has_consensus {
        world.scores.output.consensus.clone_from(&consensus);
        world.scores.previous_consensus = consensus;
    }
}

fn hotkey(world: &mut World, entry: &Entry<'_>) -> Hotkey {
    let spec = entry.spec;
    let owner = match &spec.coldkey {
        Some(coldkey) => world.coldkey(coldkey),
        None => world.coldkey(&entry.name),
    };
    let mut hotkey = Hotkey::new(entry.name.clone(), owner);
    hotkey.take = spec.take;
    hotkey.childkey_take = spec.childkey_take;
    hotkey.root = spec.root_stake.of(entry.member).unwrap_or_default().0;
    hotkey.is_on_root = spec.is_on_root.unwrap_or(hotkey.root > 0);
    hotkey.fund.queued = spec.queued_dividends.0;
    hotkey.fund.shares = spec.fund_shares;
    hotkey.fund.elsewhere = spec.fund_elsewhere.0;
    hotkey.fund.root = spec.fund_root_stake.0;
    hotkey.fund.escrow = spec.fund.as_ref().map(|name| world.coldkey(name));
    let stake = spec.stake.of(entry.member).unwrap_or_default().0;
    let Some(denominator) = spec.shares.as_ref().and_then(share) else {
        hotkey.increase(owner, stake);
        for nominator in &spec.nominators {
            hotkey.increase(world.coldkey(&nominator.coldkey), nominator.stake.0);
        }
        return hotkey;
    };
    let mut shares = BTreeMap::<ColdkeyId, SafeFloat>::new();
    let mut value = stake.saturating_add(spec.rest.0);
    if let Some(own) = spec.share.as_ref().and_then(share) {
        shares.insert(owner, own);
    }
    for nominator in &spec.nominators {
        value = value.saturating_add(nominator.stake.0);
        if let Some(share) = nominator.share.as_ref().and_then(share) {
            shares.insert(world.coldkey(&nominator.coldkey), share);
        }
    }
    hotkey.adopt(value, denominator, shares);
    hotkey
}

/// Who lends to whom, and where what somebody mines is staked.
fn relate(world: &mut World, entries: &[Entry<'_>], ids: &BTreeMap<String, HotkeyId>) {
    for entry in entries {
        let Some(id) = ids.get(&entry.name).copied() else {
            continue;
        };
        let auto_stake = entry.spec.auto_stake.as_ref();
        world.hotkeys[id].auto_stake = auto_stake.and_then(|name| ids.get(name).copied());
        for loan in &entry.spec.lends {
            if let Some(child) = ids.get(&loan.to).copied() {
                let parts = loan.part.parts();
                world.hotkeys[id].children.push((parts, child));
                world.hotkeys[child].parents.push((parts, id));
            }
        }
    }
}

/// What exists is the sum of its parts.
fn add_sums(world: &mut World, scenario: &Scenario) {
    let pots = world.economy.pots;
    let outside = [
        pots.owner,
        pots.server,
        pots.validator,
        pots.root,
        scenario.subnet.protocol_alpha.0,
        scenario.subnet.idle_alpha.0,
    ];
    let held = |hotkey: &Hotkey| hotkey.alpha().saturating_add(hotkey.fund.queued);
    let staked = world.hotkeys.0.iter().map(held);
    world.economy.alpha_out = outside
        .into_iter()
        .chain(staked)
        .fold(0, u64::saturating_add);
    let root = world.hotkeys.0.iter().map(|hotkey| hotkey.root);
    world.root_tao = root.fold(scenario.chain.other_root_stake.0, u64::saturating_add);
}
