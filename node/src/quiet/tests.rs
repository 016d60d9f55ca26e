use clap::Parser as _;

use super::*;
use crate::cli::Cli;

fn filters(flags: &[&str], environment: Option<&str>) -> Vec<String> {
    let mut cli = Cli::try_parse_from([&["node-subtensor"], flags].concat()).unwrap();
    quieten(&mut cli.run.shared_params, environment.map(OsStr::new));
    cli.run.shared_params.log
}

#[test]
fn only_a_development_node_that_was_told_nothing_is_quiet() {
    assert_eq!(filters(&["--dev"], None), [LEFT_OUT]);
    assert_eq!(filters(&["--dev"], Some("")), [LEFT_OUT]);
    assert_eq!(filters(&["--dev", "-linfo"], None), ["info"]);
    assert!(filters(&["--dev"], Some("info")).is_empty());
    assert!(filters(&["--chain=local", "--one"], None).is_empty());
}
