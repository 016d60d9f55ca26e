//! Whatever a scenario does, nothing comes from nowhere and nothing goes nowhere.

use subtensor_sim::{Course, EpochFigures, Scenario, Simulation, find, parse};

/// Trades, newcomers on a full subnet, changes, loans, root stake and its funds, other subnets. No
/// trade is in the block of an epoch, whose figures come before it.
const BUSY: &str = r#"
title = "busy"
epochs = 40

[chain]
issuance = 9000000
other_root_stake = 3000000

[subnet]
owner_hotkey = "owner-key"
pool = { tao = 20000, alpha = 30000, moving_price = 0.7 }

[hyperparameters]
tempo = 20
max_allowed_uids = 12
immunity_period = 60
min_non_immune_uids = 2
weights_rate_limit = 0
recycle_or_burn = "recycle"

[[neurons]]
name = "owner-key"
coldkey = "owner"
quality = 0.3

[[neurons]]
name = "validator"
count = 3
stake = [5000, 3000, 1000]
root_stake = [2000, 0, 10]
weights = { kind = "merit", noise = 0.2 }

[[neurons]]
name = "copier"
stake = 700
nominators = [{ coldkey = "whale", stake = 50 }, { coldkey = "other", stake = "1 rao" }]
weights = { kind = "copy" }

[[neurons]]
name = "lender"
is_neuron = false
stake = 2000
root_stake = 100
lends = [{ to = "copier", part = 0.5 }]

[[neurons]]
name = "miner"
count = 7
quality = 0.6
wave = { amplitude = 0.4, period = 9.0 }
auto_stake = "copier"

[[neurons]]
name = "newcomer"
count = 2
joins = 205
quality = 0.9

[[trades]]
block = 33
every = 25
times = 20
coldkey = "whale"
hotkey = "copier"
buy = 31.7

[[trades]]
block = 46
every = 25
times = 15
coldkey = "whale"
hotkey = "copier"
sell_part = 0.31

[[trades]]
block = 50
coldkey = "validator-0"
hotkey = "validator-0"
buy = 500
root = true

[[changes]]
block = 334
hyperparameters = { yuma3_enabled = true, liquid_alpha_enabled = true, tempo = 25 }

[[changes]]
block = 490
hyperparameters = { commit_reveal_weights_enabled = false, bonds_penalty = 20000 }

[[others]]
netuid = 2
pool = { tao = 50000, alpha = 60000 }

[[others]]
netuid = 3
is_emitted_to = false
"#;

fn busy() -> Scenario {
    parse(BUSY, "busy").expect("it is sound")
}

/// Stakes of everybody, rao.
fn staked(simulation: &Simulation) -> u64 {
    simulation.stakes().iter().map(|(.., stake)| *stake).sum()
}

#[test]
fn every_rao_is_accounted_for() {
    let scenario = busy();
    let mut simulation = Simulation::new(&scenario);
    let mut issuance = scenario.chain.issuance.0;
    let mut refused = 0;
    let mut before: Option<EpochFigures> = None;
    for _ in 0..scenario.epochs {
        let figures = simulation.next_epoch().expect("an epoch comes");
        let subnet = &figures.subnet;
        // TAO: what was minted is what there is more, at most a TAO a block.
        let blocks = figures.block - before.as_ref().map_or(0, |before| before.block);
        let minted = subnet.issuance - issuance;
        assert!(minted <= blocks * 1_000_000_000 && subnet.minted_came <= minted);
        issuance = subnet.issuance;
        // Alpha: what is outside the pool has a holder. Share pools round against stakers.
        let of_holders = subnet.alpha_out - subnet.protocol_alpha;
        assert!(staked(&simulation) <= of_holders);
        // What an epoch divides is paid, withheld or destroyed.
        let paid = subnet.owner_paid + subnet.miners_paid + subnet.validators_paid;
        assert!(paid > 0 && paid < 100 * blocks * 1_000_000_000);
        refused += figures
            .trades
            .iter()
            .filter(|trade| trade.refusal.is_some())
            .count();
        before = Some(figures);
    }
    assert_eq!(refused, 0);
    let figures = before.expect("there was an epoch");
    let names: Vec<&str> = figures
        .neurons
        .iter()
        .map(|neuron| neuron.name.as_str())
        .collect();
    assert_eq!(names.len(), 12);
    assert!(
        names.contains(&"newcomer-0") && names.contains(&"newcomer-1"),
        "{names:?}"
    );
    // The loan brings the lender a part of what the borrower earns.
    let lender = simulation
        .stakes()
        .into_iter()
        .find(|(hotkey, ..)| hotkey == "lender");
    let (.., stake) = lender.expect("it has stake");
    assert!(stake > 2_000_000_000_000);
}

#[test]
fn the_same_scenario_comes_to_the_same_figures() {
    let play = |every| Course::play(&busy(), every, |_| ()).expect("it can be played");
    let (one, other) = (play(1), play(1));
    assert_eq!(one, other);
    // Figures that are not kept change nothing.
    let thin = play(7);
    assert_eq!(thin.stakes, one.stakes);
    let last = |course: &Course| course.epochs.last().map(|epoch| epoch.neurons.clone());
    assert_eq!(last(&thin), last(&one));
    let trades = |course: &Course| {
        let trades = course.epochs.iter().flat_map(|epoch| epoch.trades.clone());
        trades.collect::<Vec<_>>()
    };
    assert_eq!(trades(&thin), trades(&one));
}

#[test]
fn what_the_chain_would_refuse_is_noted() {
    let text = BUSY
        .replace("weights_rate_limit = 0", "weights_rate_limit = 50")
        .replace("buy = 31.7", "buy = 0.001");
    let scenario = parse(&text, "busy").expect("it is sound");
    let course = Course::play(&scenario, 1, |_| ()).expect("it can be played");
    let notes = course.notes.join("\n");
    assert!(notes.contains("weights of copier refused"), "{notes}");
    assert!(notes.contains("its last weights are too recent"), "{notes}");
    let mut trades = course.epochs.iter().flat_map(|epoch| &epoch.trades);
    let refusal = trades.find_map(|trade| trade.refusal);
    assert_eq!(refusal, Some("it is too small"));
}

#[test]
fn ready_names_and_files_are_told_apart() {
    assert!(find("whale").is_ok());
    let problem = find("no-such-thing")
        .expect_err("there is none")
        .to_string();
    assert!(
        problem.starts_with("no-such-thing: is neither a file nor"),
        "{problem}"
    );
}
