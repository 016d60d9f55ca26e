//! The scenarios that come with the program show what they say.

use subtensor_sim::{Course, EpochFigures, READY, Scenario, find, swept};

fn play(scenario: &Scenario) -> Course {
    Course::play(scenario, 1, |_| ()).expect("it can be played")
}

fn last(course: &Course) -> &EpochFigures {
    course.epochs.last().expect("there is an epoch")
}

/// Sum over the members of a group after the last epoch.
fn sum(course: &Course, group: &str, of: fn(&subtensor_sim::NeuronFigures) -> u64) -> u64 {
    let group = course.groups.iter().find(|known| known.name == group);
    let hotkeys = &group.expect("there is such a group").hotkeys;
    let neurons = last(course).neurons.iter();
    neurons
        .filter(|neuron| hotkeys.contains(&neuron.name))
        .map(of)
        .sum()
}

#[test]
fn every_one_plays_without_a_refusal() {
    assert_eq!(READY.len(), 7);
    for (name, _) in READY {
        let mut scenario = find(name).expect("it is sound");
        scenario.epochs = scenario.epochs.min(30);
        let course = play(&scenario);
        assert_eq!(course.epochs.len() as u32, scenario.epochs, "{name}");
        assert_eq!(course.notes, Vec::<String>::new(), "{name}");
        let paid = last(&course).neurons.iter().any(|neuron| neuron.mined > 0);
        assert!(paid, "{name}");
    }
}

#[test]
fn a_copier_earns_less_the_later_weights_are_revealed() {
    let mut scenario = find("weight-copying").expect("it is sound");
    scenario.epochs = 200;
    let earned = |period: &str| {
        let variant = swept(&scenario, "commit_reveal_period", period).expect("it is sound");
        let course = play(&variant);
        let of = |group| sum(&course, group, |neuron| neuron.dividends_so_far);
        of("copier") as f64 / (of("honest") as f64 / 8.0)
    };
    let (early, late) = (earned("1"), earned("16"));
    assert!(early > late && late < 0.95, "{early} {late}");
}

#[test]
fn a_cabal_below_the_majority_gains_no_consensus() {
    let scenario = find("collusion").expect("it is sound");
    let idle = |kappa: &str| {
        let variant = swept(&scenario, "kappa", kappa).expect("it is sound");
        sum(&play(&variant), "idler", |neuron| neuron.mined_so_far)
    };
    assert_eq!(idle("32767"), 0);
    assert!(idle("19660") > 0);
}

#[test]
fn a_newcomer_catches_up_with_old_bonds() {
    let course = play(&find("new-validator").expect("it is sound"));
    let dividends = |epoch: usize, name: &str| {
        let neurons = &course.epochs[epoch].neurons;
        let neuron = neurons.iter().find(|neuron| neuron.name == name);
        neuron.expect("it is there").dividends
    };
    assert_eq!(dividends(38, "newcomer"), 0);
    let (first, old) = (dividends(42, "newcomer"), dividends(42, "old-0"));
    assert!(first > 0 && first < old / 2, "{first} {old}");
    let (at_last, old) = (dividends(119, "newcomer"), dividends(119, "old-0"));
    assert!(at_last > old * 9 / 10, "{at_last} {old}");
}

#[test]
fn who_is_right_early_earns_more_with_liquid_alpha() {
    let scenario = find("liquid-alpha").expect("it is sound");
    let early = |on: &str| {
        let variant = swept(&scenario, "liquid_alpha_enabled", on).expect("it is sound");
        sum(&play(&variant), "early", |neuron| neuron.dividends_so_far)
    };
    assert!(early("true") > early("false"));
}

#[test]
fn a_whale_moves_the_price_and_pays_for_it() {
    let course = play(&find("whale").expect("it is sound"));
    let trades: Vec<_> = course
        .epochs
        .iter()
        .flat_map(|epoch| &epoch.trades)
        .collect();
    assert_eq!(trades.len(), 20);
    for trade in &trades {
        assert_eq!(trade.refusal, None);
        let (before, after) = (trade.executed.price_before, trade.executed.price_after);
        assert_eq!(after > before, trade.is_purchase);
        let slippage = trade.slippage().expect("it was executed");
        assert!((0.0..0.2).contains(&slippage), "{slippage}");
    }
    assert!(
        !course
            .stakes
            .iter()
            .any(|(_, coldkey, _)| coldkey == "whale")
    );
}

#[test]
fn emission_halves_when_half_of_the_supply_exists() {
    let course = play(&find("halving").expect("it is sound"));
    let half = 10_500_000 * subtensor_sim::RAO;
    let issuance: Vec<u64> = course
        .epochs
        .iter()
        .map(|epoch| epoch.subnet.issuance)
        .collect();
    let grown: Vec<u64> = issuance.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let at = issuance.iter().position(|issuance| *issuance > half);
    let at = at.expect("the halving comes");
    // 360 blocks in an epoch; what rounding takes is never minted.
    let blocks = |grown: u64, emission: u64| grown.abs_diff(360 * emission) < 2_000;
    assert!(blocks(grown[at - 2], subtensor_sim::RAO), "{grown:?}");
    assert!(blocks(grown[at + 1], subtensor_sim::RAO / 2), "{grown:?}");
}
