//! Whether a scenario can be played. Every refusal names the field and its owner.

use std::collections::{BTreeMap, BTreeSet};

use subtensor_amm::{MIN_WEIGHT, WEIGHT_ONE};
use subtensor_emission::MAX_ISSUANCE;

use super::{
    hyperparameters::Hyperparameters,
    types::{ChainSpec, NeuronSpec, PoolSpec, Scenario, Strategy, TradeSpec},
};
use crate::problem::Problem;

/// Most hotkeys of a scenario: more than a subnet with its nominators' validators needs.
const MAX_HOTKEYS: usize = 65_534;
/// Most uids.
const MAX_UIDS: usize = 4_096;
/// Most epochs.
const MAX_EPOCHS: u32 = 10_000_000;

type Checked = Result<(), Problem>;

/// Fails where a condition does not hold.
fn ensure(holds: bool, place: impl Fn() -> String, what: impl core::fmt::Display) -> Checked {
    if holds {
        Ok(())
    } else {
        Err(Problem::new(place(), what))
    }
}

/// Names of the hotkeys of a group.
pub(crate) fn members(neuron: &NeuronSpec) -> Vec<String> {
    match neuron.count {
        None => vec![neuron.name.clone()],
        Some(count) => (0..count)
            .map(|member| format!("{}-{member}", neuron.name))
            .collect(),
    }
}

/// Checks all of it.
pub(super) fn check(scenario: &Scenario) -> Checked {
    let epochs = || "epochs".to_owned();
    ensure(
        (1..=MAX_EPOCHS).contains(&scenario.epochs),
        epochs,
        "must be from 1 to 10 million",
    )?;
    check_chain(&scenario.chain)?;
    check_hyperparameters(&scenario.hyperparameters, "hyperparameters")?;
    check_pool(&scenario.subnet.pool, "subnet.pool")?;
    for other in &scenario.others {
        let place = format!("others: subnet {}", other.netuid);
        if other.is_dynamic {
            check_pool(&other.pool, &place)?;
        }
        ensure(
            other.netuid != scenario.subnet.netuid,
            || place.clone(),
            "is the subnet of the scenario",
        )?;
    }
    let names = check_names(scenario)?;
    check_sizes(scenario)?;
    for neuron in &scenario.neurons {
        check_neuron(neuron, scenario, &names)?;
    }
    check_supply(scenario)?;
    check_loans(scenario)?;
    if let Some(hotkey) = &scenario.subnet.owner_hotkey {
        let place = || "subnet.owner_hotkey".to_owned();
        ensure(
            names.hotkeys.contains(hotkey),
            place,
            format!("there is no neuron `{hotkey}`"),
        )?;
    }
    for (number, trade) in scenario.trades.iter().enumerate() {
        check_trade(trade, &format!("trades[{number}]"), &names)?;
    }
    check_changes(scenario)
}

fn check_chain(chain: &ChainSpec) -> Checked {
    let place = |field: &'static str| move || format!("chain.{field}");
    ensure(
        chain.issuance.0 <= MAX_ISSUANCE,
        place("issuance"),
        "is above 21 million TAO",
    )?;
    ensure(
        chain.block < u64::from(u32::MAX),
        place("block"),
        "is no number of a block",
    )?;
    ensure(
        chain.max_epochs_per_block > 0,
        place("max_epochs_per_block"),
        "must be at least 1",
    )?;
    ensure(
        subtensor_emission::GATE_EXPONENTS.contains(&chain.emission_gate_exponent.fixed()),
        place("emission_gate_exponent"),
        "must be from 1 to 8",
    )?;
    ensure(
        chain.subnet_moving_alpha.number() <= 1.0,
        place("subnet_moving_alpha"),
        "must be from 0 to 1",
    )
}

fn check_hyperparameters(values: &Hyperparameters, section: &str) -> Checked {
    let growth = values.burn_increase_mult.number();
    let rules = [
        ("tempo", values.tempo > 0, "must be at least 1"),
        (
            "commit_reveal_period",
            (1..=100).contains(&values.commit_reveal_period),
            "must be from 1 to 100",
        ),
        (
            "max_validators",
            values.max_validators > 0,
            "must be at least 1",
        ),
        (
            "max_allowed_uids",
            (1..=MAX_UIDS).contains(&usize::from(values.max_allowed_uids)),
            "must be from 1 to 4096",
        ),
        (
            "min_burn",
            values.min_burn <= values.max_burn,
            "must not be above `max_burn`",
        ),
        (
            "burn_half_life",
            (1..=36_100).contains(&values.burn_half_life),
            "must be from 1 to 36100",
        ),
        (
            "burn_increase_mult",
            (1.0..=3.0).contains(&growth),
            "must be from 1 to 3",
        ),
        (
            "bonds_moving_avg",
            values.bonds_moving_avg <= 1_000_000,
            "must be at most a million",
        ),
        (
            "alpha_low",
            values.alpha_low <= values.alpha_high,
            "must not be above `alpha_high`",
        ),
    ];
    for (field, holds, what) in rules {
        ensure(holds, || format!("{section}.{field}"), what)?;
    }
    Ok(())
}

fn check_pool(pool: &PoolSpec, place: &str) -> Checked {
    let least = MIN_WEIGHT..=WEIGHT_ONE.saturating_sub(MIN_WEIGHT);
    let at = |field: &'static str| move || format!("{place}.{field}");
    ensure(
        least.contains(&pool.tao_weight_parts),
        at("tao_weight_parts"),
        "must be from a hundredth to 99 hundredths of 10^18",
    )?;
    ensure(
        pool.tao.0 > 0 && pool.tao.0 <= MAX_ISSUANCE,
        at("tao"),
        "must be above 0 and at most 21 million",
    )?;
    ensure(
        pool.alpha.0 > 0 && pool.alpha.0 <= MAX_ISSUANCE,
        at("alpha"),
        "must be above 0 and at most 21 million",
    )
}

/// What a name may be of.
struct Names {
    hotkeys: BTreeSet<String>,
    groups: BTreeSet<String>,
}

impl Names {
    fn has(&self, name: &str) -> bool {
        self.hotkeys.contains(name) || self.groups.contains(name)
    }
}

fn check_names(scenario: &Scenario) -> Result<Names, Problem> {
    let mut names = Names {
        hotkeys: BTreeSet::new(),
        groups: BTreeSet::new(),
    };
    let place = || "neurons".to_owned();
    ensure(
        !scenario.neurons.is_empty(),
        place,
        "there must be at least one",
    )?;
    for (number, neuron) in scenario.neurons.iter().enumerate() {
        let at = || format!("neurons[{number}].name");
        ensure(!neuron.name.is_empty(), at, "is missing")?;
        let count = neuron.count.unwrap_or(1);
        let size = || format!("neuron `{}`, count", neuron.name);
        ensure(
            (1..=MAX_HOTKEYS).contains(&count),
            size,
            "must be from 1 to 65534",
        )?;
        ensure(
            names.groups.insert(neuron.name.clone()),
            at,
            format!("there are two `{}`", neuron.name),
        )?;
        for member in members(neuron) {
            let what = format!("there are two `{member}`");
            ensure(names.hotkeys.insert(member), at, what)?;
        }
    }
    ensure(
        names.hotkeys.len() <= MAX_HOTKEYS,
        place,
        "there are more than 65534",
    )?;
    Ok(names)
}

fn check_sizes(scenario: &Scenario) -> Checked {
    let seated = scenario
        .neurons
        .iter()
        .filter(|neuron| neuron.is_neuron && neuron.joins.is_none())
        .fold(0usize, |sum, neuron| {
            sum.saturating_add(neuron.count.unwrap_or(1))
        });
    let most = scenario.hyperparameters.max_allowed_uids;
    ensure(
        seated <= most.into(),
        || "neurons".to_owned(),
        format!("{seated} hold a uid, but max_allowed_uids is {most}"),
    )?;
    for neuron in &scenario.neurons {
        for (field, entries) in [("row", &neuron.row), ("bonds", &neuron.bonds)] {
            let place = || format!("neuron `{}`, {field}", neuron.name);
            ensure(
                entries.iter().all(|(uid, _)| usize::from(*uid) < seated),
                place,
                format!("names a uid beyond the {seated} that there are"),
            )?;
            ensure(
                entries.is_sorted_by(|one, next| one.0 < next.0),
                place,
                "the uids must ascend",
            )?;
        }
    }
    Ok(())
}

fn check_neuron(neuron: &NeuronSpec, scenario: &Scenario, names: &Names) -> Checked {
    let place = |field: &'static str| move || format!("neuron `{}`, {field}", neuron.name);
    let count = neuron.count.unwrap_or(1);
    for (field, length) in [
        ("stake", neuron.stake.length()),
        ("root_stake", neuron.root_stake.length()),
        ("quality", neuron.quality.length()),
    ] {
        let given = length.unwrap_or(count);
        let what = format!("has {given} values for {count} members");
        ensure(given == count, place(field), what)?;
    }
    for member in 0..count {
        let quality = neuron.quality.of(member).unwrap_or_default();
        ensure(
            (0.0..=1.0).contains(&quality),
            place("quality"),
            format!("{quality} is not from 0 to 1"),
        )?;
    }
    if let Some(wave) = neuron.wave {
        let numbers = [wave.amplitude, wave.period, wave.phase];
        let is_sound = numbers.iter().all(|number| number.is_finite()) && wave.period > 0.0;
        ensure(is_sound, place("wave"), "the period must be above 0")?;
    }
    ensure(
        neuron
            .joins
            .is_none_or(|block| block > 0 && neuron.is_neuron),
        place("joins"),
        "must be a block from 1, of a neuron",
    )?;
    ensure(
        neuron.registered <= scenario.chain.block,
        place("registered"),
        "is after the block in which the scenario begins",
    )?;
    ensure(
        neuron.sets_every > 0,
        place("sets_every"),
        "must be at least 1",
    )?;
    if let Some(hotkey) = &neuron.auto_stake {
        let what = format!("there is no neuron `{hotkey}`");
        ensure(names.hotkeys.contains(hotkey), place("auto_stake"), what)?;
    }
    check_shares(neuron)?;
    match &neuron.weights {
        Some(strategy) => check_strategy(strategy, names, &place("weights")),
        None => Ok(()),
    }
}

/// Shares are given for everybody on a hotkey, or for nobody.
fn check_shares(neuron: &NeuronSpec) -> Checked {
    let place = || format!("neuron `{}`, shares", neuron.name);
    let given = neuron.nominators.iter().map(|nominator| &nominator.share);
    let all = given.clone().all(Option::is_some);
    let none = given.clone().all(Option::is_none) && neuron.share.is_none();
    let consistent = if neuron.shares.is_some() { all } else { none };
    ensure(
        consistent && (neuron.shares.is_none() || neuron.count.is_none()),
        place,
        "must be given with the shares of all stakers of a single hotkey",
    )?;
    let shares = given.flatten().chain(&neuron.share).chain(&neuron.shares);
    for share in shares {
        let digits = share.mantissa.parse::<u128>();
        ensure(
            digits.is_ok_and(|mantissa| mantissa <= 10u128.pow(21)),
            place,
            "the mantissa must be a number up to 10^21",
        )?;
    }
    let is_known = |fund: &String| neuron.nominators.iter().any(|other| other.coldkey == *fund);
    ensure(
        neuron.fund.as_ref().is_none_or(is_known),
        || format!("neuron `{}`, fund", neuron.name),
        "is none of the nominators",
    )
}

fn check_strategy(strategy: &Strategy, names: &Names, place: &dyn Fn() -> String) -> Checked {
    let check_row = |row: &BTreeMap<String, f64>| {
        row.iter().try_for_each(|(name, weight)| {
            let known = format!("there is no neuron or group `{name}`");
            ensure(names.has(name), place, known)?;
            let number = format!("the weight of `{name}` must be a number from 0");
            ensure(weight.is_finite() && *weight >= 0.0, place, number)
        })
    };
    match strategy {
        Strategy::Merit { noise, of } => {
            ensure(
                (0.0..=10.0).contains(noise),
                place,
                "the noise must be from 0 to 10",
            )?;
            of.iter().try_for_each(|name| {
                let what = format!("there is no neuron or group `{name}`");
                ensure(names.has(name), place, what)
            })
        }
        Strategy::Copy {} => Ok(()),
        Strategy::Fixed { to } => check_row(to),
        Strategy::Timeline { rows } => {
            ensure(
                rows.is_sorted_by(|one, next| one.epoch < next.epoch),
                place,
                "the epochs must ascend",
            )?;
            rows.iter().try_for_each(|row| check_row(&row.to))
        }
    }
}

/// All stake together is below the supply, or sums would have no meaning.
fn check_supply(scenario: &Scenario) -> Checked {
    let (mut alpha, mut root) = (0u128, u128::from(scenario.chain.other_root_stake.0));
    for neuron in &scenario.neurons {
        for member in 0..neuron.count.unwrap_or(1) {
            let of = |amount: Option<super::Amount>| u128::from(amount.unwrap_or_default().0);
            alpha = alpha.saturating_add(of(neuron.stake.of(member)));
            root = root.saturating_add(of(neuron.root_stake.of(member)));
        }
        for nominator in &neuron.nominators {
            alpha = alpha.saturating_add(nominator.stake.0.into());
        }
    }
    let supply = u128::from(MAX_ISSUANCE);
    ensure(
        alpha <= supply,
        || "neurons, stake".to_owned(),
        "together it is above 21 million",
    )?;
    ensure(
        root <= u128::from(scenario.chain.issuance.0),
        || "neurons, root_stake".to_owned(),
        "together it is above `chain.issuance`",
    )
}

fn check_loans(scenario: &Scenario) -> Checked {
    let lenders: BTreeSet<&str> = scenario
        .neurons
        .iter()
        .filter(|neuron| !neuron.lends.is_empty())
        .map(|neuron| neuron.name.as_str())
        .collect();
    for neuron in &scenario.neurons {
        let place = || format!("neuron `{}`, lends", neuron.name);
        let mut sum = 0u128;
        for loan in &neuron.lends {
            sum = sum.saturating_add(loan.part.parts().into());
            let exists = scenario
                .neurons
                .iter()
                .any(|other| other.count.is_none() && other.name == loan.to);
            let what = format!("there is no single neuron `{}`", loan.to);
            ensure(exists && loan.to != neuron.name, place, what)?;
        }
        ensure(
            sum <= u64::MAX.into(),
            place,
            "is more than all of its stake",
        )?;
        ensure(
            neuron.lends.is_empty() || neuron.count.is_none(),
            place,
            "a group cannot lend",
        )?;
        let is_mutual = neuron.lends.iter().any(|loan| {
            let child = scenario.neurons.iter().find(|other| other.name == loan.to);
            lenders.contains(loan.to.as_str())
                && child.is_some_and(|child| child.lends.iter().any(|back| back.to == neuron.name))
        });
        ensure(!is_mutual, place, "a child is its parent, too")?;
    }
    Ok(())
}

fn check_trade(trade: &TradeSpec, place: &str, names: &Names) -> Checked {
    let at = |field: &'static str| move || format!("{place}.{field}");
    ensure(trade.block > 0, at("block"), "must be a block from 1")?;
    ensure(!trade.coldkey.is_empty(), at("coldkey"), "is missing")?;
    ensure(
        names.hotkeys.contains(&trade.hotkey),
        at("hotkey"),
        format!("there is no neuron `{}`", trade.hotkey),
    )?;
    let orders = [
        trade.buy.is_some(),
        trade.sell.is_some(),
        trade.sell_part.is_some(),
    ];
    ensure(
        orders.iter().filter(|order| **order).count() == 1,
        || place.to_owned(),
        "must have one of `buy`, `sell` and `sell_part`",
    )?;
    ensure(
        trade.sell_part.is_none_or(|part| part > 0.0 && part <= 1.0),
        at("sell_part"),
        "must be above 0 and at most 1",
    )?;
    ensure(
        trade.every.is_some() == trade.times.is_some() && trade.every != Some(0),
        at("every"),
        "must be given with `times`, from 1",
    )
}

/// Every change leaves sound hyperparameters behind.
fn check_changes(scenario: &Scenario) -> Checked {
    let mut changes: Vec<_> = scenario.changes.iter().enumerate().collect();
    changes.sort_by_key(|(_, change)| change.block);
    let mut values = scenario.hyperparameters.clone();
    for (number, change) in changes {
        let place = format!("changes[{number}].hyperparameters");
        ensure(
            change.block > 0,
            || format!("changes[{number}].block"),
            "must be a block from 1",
        )?;
        values = values
            .with(&change.hyperparameters)
            .map_err(|what| Problem::new(&place, what))?;
        check_hyperparameters(&values, &place)?;
    }
    Ok(())
}
