//! The engine gives the published results of the published epochs.

mod json;

#[test]
fn sample_epochs_come_out_equal() {
    let expected = include_str!("data/out.jsonl").lines();
    let mut count = 0;
    for (number, (input, expected)) in include_str!("data/in.jsonl")
        .lines()
        .zip(expected)
        .enumerate()
    {
        let result: serde_json::Value =
            serde_json::from_str(&json::evaluate(input).unwrap()).unwrap();
        let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
        for (name, value) in expected.as_object().unwrap() {
            assert_eq!(&result[name], value, "epoch {number}: {name}");
        }
        count += 1;
    }
    assert_eq!(count, 24);
}

/// Spec 90 §17: without an earlier epoch, and without liquid bonds, the mode changes nothing.
#[test]
fn the_mode_says_with_which_consensus_liquid_bonds_are_compared() {
    let mut changed = 0;
    for line in include_str!("data/in.jsonl").lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let run = |mode: &str, previous: &[u16]| {
            let mut line = line.clone();
            line["liquid_alpha_consensus_mode"] = mode.into();
            line["previous_consensus"] = previous.into();
            json::evaluate(&line.to_string()).unwrap()
        };
        let expected = json::evaluate(&line.to_string()).unwrap();
        for mode in ["Current", "Previous", "Auto"] {
            assert_eq!(run(mode, &[]), expected);
        }
        let nobody = [0];
        let [current, previous, auto] =
            ["Current", "Previous", "Auto"].map(|mode| run(mode, &nobody));
        assert_eq!(current, expected);
        let is_strict = line["bonds_penalty"] == u16::MAX;
        assert_eq!(auto, if is_strict { previous.clone() } else { current });
        if line["yuma3"] == false || line["liquid_alpha"] == false {
            assert_eq!(previous, expected);
        }
        changed += usize::from(previous != expected);
    }
    assert!(changed > 0);
}
