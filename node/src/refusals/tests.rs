use clap::Parser as _;

use super::*;

fn refusal(flags: &[&str]) -> Option<String> {
    check(&Cli::try_parse_from([&["node-subtensor"], flags].concat()).unwrap()).err()
}

#[test]
fn only_full_and_warp_sync_are_there() {
    for flags in [
        &["--chain=local", "--sync=fast"] as &[_],
        &["--chain=local", "--sync=fast-unsafe"],
        &["--dev", "--sync=fast"],
        &["--dev", "--sync=warp"],
        &["--chain=dev-12s", "--one", "--sync=warp"],
        &["--chain=local", "--one", "--sealing=manual", "--sync=warp"],
    ] {
        let refusal = refusal(flags).unwrap();
        assert!(
            refusal.starts_with("Unsupported sync mode"),
            "{flags:?}: {refusal}"
        );
    }
    for flags in [
        &["--dev"] as &[_],
        &["--dev", "--sync=full"],
        &["--chain=local", "--sync=warp"],
        &["--chain=local", "--two", "--sync=warp"],
    ] {
        assert_eq!(refusal(flags), None, "{flags:?}");
    }
}

#[test]
fn sealing_needs_an_authority_and_a_pool_that_keeps_what_it_took() {
    assert!(
        refusal(&["--chain=dev", "--sealing=manual"])
            .unwrap()
            .contains("--one")
    );
    let pool = refusal(&["--dev", "--sealing=10", "--pool-type=fork-aware"]);
    assert!(pool.unwrap().contains("single-state"));
    for flags in [
        &["--dev", "--sealing=instant"] as &[_],
        &["--chain=local", "--three", "--sealing=10"],
        &["--dev", "--pool-type=fork-aware"],
    ] {
        assert_eq!(refusal(flags), None, "{flags:?}");
    }
}

#[test]
fn endpoints_of_drand_need_a_node_that_asks_them() {
    let endpoint = "--drand-endpoint=http://127.0.0.1";
    for flags in [
        &["--chain=local", endpoint] as &[_],
        &["--dev", "--offchain-worker=never", endpoint],
    ] {
        assert!(refusal(flags).unwrap().contains("--drand-endpoint"));
    }
    for flags in [
        &["--dev", endpoint] as &[_],
        &["--chain=local", "--validator", endpoint, endpoint],
        &["--chain=local", "--offchain-worker=always", endpoint],
        &["--dev", "--offchain-worker=never"],
    ] {
        assert_eq!(refusal(flags), None, "{flags:?}");
    }
}

#[test]
fn endpoints_of_drand_are_at_most_sixteen() {
    let flags = [
        &["--dev"] as &[_],
        &["--drand-endpoint=http://127.0.0.1"; 17],
    ]
    .concat();
    assert!(refusal(&flags).unwrap().contains("at most 16"));
    assert_eq!(refusal(&flags[..17]), None);
}
