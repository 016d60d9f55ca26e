//! The command as users run it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn run(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_subtensor-sim"))
        .args(arguments)
        .current_dir(directory)
        .output()
        .expect("it runs")
}

/// A directory of this test.
fn place(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if place.exists() {
        fs::remove_dir_all(&place).expect("it is ours");
    }
    fs::create_dir_all(&place).expect("it can be made");
    place
}

/// What it says, which must succeed.
fn said(output: &Output) -> String {
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{problem}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_run_writes_tables_and_plots() {
    let place = place("run");
    let output = run(
        &place,
        &[
            "run", "whale", "--epochs", "40", "--bonds", "--json", "--out", "here",
        ],
    );
    let said = said(&output);
    assert!(said.contains("tables and plots are in here"), "{said}");
    let read = |name: &str| {
        let path = place.join("here").join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    for (name, rows) in [
        ("neurons.csv", 40 * 10),
        ("subnet.csv", 40),
        ("trades.csv", 10),
    ] {
        let text = read(name);
        let mut lines = text.lines();
        let columns = lines.next().map_or(0, |head| head.split(',').count());
        assert!(
            lines.all(|line| line.split(',').count() == columns),
            "{name}"
        );
        assert_eq!(text.lines().count(), rows + 1, "{name}");
    }
    assert!(read("stakes.csv").contains("validator,whale,"));
    assert!(read("bonds.csv").lines().count() > 40);
    let json: serde_json::Value = serde_json::from_str(&read("course.json")).expect("JSON");
    assert_eq!(json["epochs"].as_array().map(Vec::len), Some(40));
    for name in [
        "incentive",
        "dividends",
        "bonds",
        "trust",
        "emission",
        "value",
        "stake",
    ] {
        assert!(read(&format!("{name}.svg")).starts_with("<svg "), "{name}");
    }
    for name in ["price", "slippage", "issuance"] {
        assert!(read(&format!("{name}.svg")).contains("</svg>"), "{name}");
    }
}

#[test]
fn ready_scenarios_are_listed_and_their_texts_can_be_run() {
    let place = place("list");
    let list = said(&run(&place, &["list"]));
    assert_eq!(list.lines().count(), 7);
    let text = said(&run(&place, &["list", "kappa"]));
    fs::write(place.join("mine.toml"), text).expect("it can be written");
    let output = run(
        &place,
        &[
            "compare",
            "mine.toml",
            "kappa",
            "--epochs",
            "5",
            "--set",
            "tempo=50",
        ],
    );
    assert!(said(&output).contains("compare.svg and differences.md are in"));
    assert!(place.join("sim-out/mine/compare.svg").exists());
}

#[test]
fn a_problem_is_one_line_that_says_what_and_where() {
    let place = place("problems");
    fs::write(place.join("bad.toml"), "title = 1\n").expect("it can be written");
    let cases: [(&[&str], &str); 8] = [
        (
            &["run", "bad.toml"],
            "bad.toml:1:9: invalid type: integer `1`",
        ),
        (&["run", "none.toml"], "none.toml: is neither a file nor"),
        (
            &["run", "kappa", "--epochs", "0"],
            "--epochs: must be at least 1",
        ),
        (
            &["run", "kappa", "--set", "kapa=1"],
            "kappa: kapa = 1: is neither",
        ),
        (
            &["run", "kappa", "--set", "kappa"],
            "kappa: is not of the form NAME=VALUE",
        ),
        (
            &["compare", "kappa"],
            "kappa: needs another scenario or --sweep",
        ),
        (
            &["compare", "kappa", "--sweep", "kappa=1"],
            "--sweep: needs from 2 to 10",
        ),
        (&["list", "none"], "none: is no ready scenario"),
    ];
    for (arguments, expected) in cases {
        let output = run(&place, arguments);
        assert!(!output.status.success(), "{arguments:?}");
        let problem = String::from_utf8_lossy(&output.stderr);
        assert!(problem.starts_with(expected), "{problem}");
        assert_eq!(problem.lines().count(), 1, "{problem}");
    }
}
