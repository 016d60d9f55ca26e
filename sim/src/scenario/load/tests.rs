//! What is wrong with a scenario is said in one line, with the place.

use super::*;

const SMALL: &str = r#"
title = "small"
epochs = 3

[[neurons]]
name = "validator"
stake = 1000
weights = { kind = "fixed", to = { miner = 1 } }

[[neurons]]
name = "miner"
count = 2
"#;

fn refusal(text: &str) -> String {
    parse(text, "file.toml")
        .map(|_| String::new())
        .unwrap_or_else(|problem| problem.to_string())
}

#[test]
fn a_small_scenario_is_sound_and_comes_back_from_its_own_text() {
    let scenario = parse(SMALL, "small").expect("it is sound");
    assert_eq!(scenario.neurons.len(), 2);
    let text = toml::to_string(&scenario).expect("it can be written");
    assert_eq!(parse(&text, "again"), Ok(scenario));
}

/// Every text is refused so, in one line.
fn all_refused<const COUNT: usize>(cases: [(String, &str); COUNT]) {
    for (text, expected) in cases {
        let found = refusal(&text);
        assert!(found.starts_with(expected), "{found}\n{expected}");
        assert_eq!(found.lines().count(), 1, "{found}");
    }
}

fn with(more: &str) -> String {
    format!("{SMALL}{more}\n")
}

#[test]
fn every_fault_is_named_with_its_line() {
    all_refused([
        ("title = 3".to_owned(), "file.toml:1:9: invalid type"),
        (
            SMALL.replace("epochs", "epoch"),
            "file.toml:3:1: unknown field `epoch`",
        ),
        (
            with("[hyperparameters]\nkapa = 3"),
            "file.toml:14:1: unknown field `kapa`",
        ),
        (
            with("[hyperparameters]\nkappa = 65536"),
            "file.toml:14:9: invalid value: integer `65536`, expected u16",
        ),
        (
            with("[hyperparameters]\ntempo = 0"),
            "file.toml: hyperparameters.tempo: must be at least 1",
        ),
        (
            SMALL.replace("epochs = 3", "epochs = 0"),
            "file.toml: epochs: must be from 1",
        ),
        (
            SMALL.replace("stake = 1000", "stake = -1"),
            "file.toml:7:9: invalid value: integer `-1`, expected whole tokens",
        ),
        (
            SMALL.replace("stake = 1000", "stake = 21000001"),
            "file.toml:7:9: invalid value: integer `21000001`",
        ),
        (
            SMALL.replace("stake = 1000", "stake = inf"),
            "file.toml:7:9: invalid value: floating point `inf`",
        ),
    ]);
}

#[test]
fn what_does_not_fit_together_is_named_with_its_owner() {
    all_refused([
        (
            SMALL.replace("count = 2", "count = 2\nquality = [0.5]"),
            "file.toml: neuron `miner`, quality: has 1 values for 2 members",
        ),
        (
            SMALL.replace("count = 2", "count = 257"),
            "file.toml: neurons: 258 hold a uid, but max_allowed_uids is 256",
        ),
        (
            SMALL.replace("miner = 1", "minor = 1"),
            "file.toml: neuron `validator`, weights: there is no neuron or group `minor`",
        ),
        (
            SMALL.replace("miner = 1", "miner = nan"),
            "file.toml: neuron `validator`, weights: the weight of `miner` must be a number",
        ),
        (
            SMALL.replace("\"miner\"", "\"validator\""),
            "file.toml: neurons[1].name: there are two `validator`",
        ),
        (
            with("[[trades]]\nblock = 1\ncoldkey = \"a\"\nhotkey = \"miner\"\nbuy = 1"),
            "file.toml: trades[0].hotkey: there is no neuron `miner`",
        ),
        (
            with("[[changes]]\nblock = 1\nhyperparameters = { kapa = 1 }"),
            "file.toml: changes[0].hyperparameters: unknown field `kapa`",
        ),
        (
            with("[subnet.pool]\nalpha = 0"),
            "file.toml: subnet.pool.alpha: must be above 0",
        ),
        (
            SMALL.replace("stake = 1000", "root_stake = 11000000"),
            "file.toml: neurons, root_stake: together it is above `chain.issuance`",
        ),
        (
            SMALL.replace("stake = 1000", "row = [[7, 1]]"),
            "file.toml: neuron `validator`, row: names a uid beyond the 3",
        ),
    ]);
}

#[test]
fn a_number_is_swept_by_its_name() {
    let scenario = parse(SMALL, "small").expect("it is sound");
    let other = swept(&scenario, "kappa", "40000").expect("it is a hyperparameter");
    assert_eq!(other.hyperparameters.kappa, 40_000);
    let other = swept(&scenario, "issuance", "12").expect("it is a number of the chain");
    assert_eq!(other.chain.issuance, crate::scenario::Amount::tokens(12));
    for (key, value, expected) in [
        ("kapa", "1", "kapa = 1: is neither a hyperparameter nor"),
        ("kappa", "-1", "kappa = -1: invalid value"),
        ("tempo", "0", "tempo = 0: hyperparameters.tempo: must be"),
        ("kappa", "1 2", "kappa = 1 2: "),
    ] {
        let found = swept(&scenario, key, value).expect_err(key).to_string();
        assert!(found.starts_with(expected), "{found}");
    }
}
