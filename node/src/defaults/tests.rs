use clap::{CommandFactory as _, Parser as _};
use sc_cli::CliConfiguration as _;
use sc_network::config::SyncMode;

use super::*;
use crate::{
    cli::{Cli, Subcommand},
    command,
    service::PoolSettings,
};

fn parse(flags: &[&str]) -> Cli {
    Cli::try_parse_from([&["node-subtensor"], flags].concat()).unwrap()
}

/// What a node with these flags runs with.
fn configured(flags: &[&str]) -> Configuration {
    let folder = std::env::temp_dir().join(format!("subtensor-flags-{}", std::process::id()));
    let (cli, runtime) = (parse(flags), sc_cli::build_runtime().unwrap());
    let mut command = parse(flags).run;
    command.shared_params.base_path = Some(folder);
    command
        .network_params
        .node_key_params
        .unsafe_force_node_key_generation = true;
    let mut config = command
        .create_configuration(&cli, runtime.handle().clone())
        .unwrap();
    command::prepare(&mut config, command::default_seed(&cli));
    config
}

#[test]
fn the_rpc_server_lets_thousands_in() {
    let config = configured(&["--dev"]);
    assert_eq!(config.rpc.max_connections, 10_000);
    assert_eq!(config.rpc.max_subs_per_conn, 10_000);
    assert_eq!(config.rpc.rate_limit, None);
    for endpoint in config.rpc.addr.unwrap() {
        assert_eq!(endpoint.max_connections, 10_000);
        assert_eq!(endpoint.max_subscriptions_per_connection, 10_000);
        assert_eq!(endpoint.rate_limit, None);
        // Another port than the one that was asked for surprises every client.
        assert!(!endpoint.retry_random_port);
    }
}

#[test]
fn what_is_given_wins_even_where_it_is_the_default_of_the_sdk() {
    let config = configured(&[
        "--dev",
        "--rpc-max-connections=100",
        "--rpc-max-subscriptions-per-connection=1024",
        "--rpc-rate-limit=7",
    ]);
    assert_eq!(config.rpc.max_connections, 100);
    assert_eq!(config.rpc.max_subs_per_conn, 1024);
    assert_eq!(config.rpc.rate_limit.map(u32::from), Some(7));
}

#[test]
fn the_cache_of_the_state_is_small_unless_told() {
    for chain in [&["--dev"] as &[_], &["--chain=local"]] {
        assert_eq!(configured(chain).trie_cache_maximum_size, Some(64 << 20));
    }
    let cache = |size: &str| configured(&["--dev", size]).trie_cache_maximum_size;
    assert_eq!(cache("--trie-cache-size=1073741824"), Some(1 << 30));
    assert_eq!(cache("--trie-cache-size=0"), None);
    // Those who import blocks without running have the same.
    let imports = |flags: &[&str]| match parse(flags).subcommand {
        Some(Subcommand::ImportBlocks(command)) => command.import_params.trie_cache_size,
        Some(Subcommand::CheckBlock(command)) => command.import_params.trie_cache_size,
        other => panic!("{other:?}"),
    };
    for command in [&["import-blocks"] as &[_], &["check-block", "1"]] {
        assert_eq!(imports(command), 64 << 20);
        assert_eq!(imports(&[command, &["--trie-cache-size=7"]].concat()), 7);
    }
}

#[test]
fn pages_of_this_machine_alone_may_use_a_development_node_of_it() {
    let pages = |flags: &[&str]| {
        let mut cli = parse(flags);
        keep_strange_pages_out(&mut cli.run);
        Option::from(cli.run.rpc_params.rpc_cors?)
    };
    assert_eq!(pages(&["--dev"]), Some(PAGES.map(Into::into).to_vec()));
    assert_eq!(pages(&["--dev", "--rpc-cors=all"]), None::<Vec<String>>);
    let named = Some(vec!["https://example.org".to_string()]);
    assert_eq!(pages(&["--dev", "--rpc-cors=https://example.org"]), named);
    // What the SDK says stays.
    for flags in [&["--chain=local"] as &[_], &["--dev", "--rpc-external"]] {
        assert_eq!(pages(flags), None);
    }
}

#[test]
fn an_address_has_a_part_of_the_connections() {
    assert_eq!(parse(&["--dev"]).rpc_max_connections_per_address, 256);
    let flag = "--rpc-max-connections-per-address=32";
    assert_eq!(parse(&["--dev", flag]).rpc_max_connections_per_address, 32);
}

#[test]
fn the_runtime_may_use_nearly_all_of_its_address_space() {
    assert_eq!(
        configured(&["--dev"]).executor.default_heap_pages,
        Some(30_000)
    );
    let mut config = configured(&["--dev"]);
    apply(&mut config, Some(2048));
    assert_eq!(config.executor.default_heap_pages, Some(2048));
}

#[test]
fn sync_is_full_and_nothing_is_sealed_unless_told() {
    let config = configured(&["--chain=local"]);
    assert!(matches!(config.network.sync_mode, SyncMode::Full));
    assert!(!config.role.is_authority() && !config.disable_grandpa);
    assert_eq!(parse(&[]).sealing, None);
    let warp = configured(&["--chain=local", "--sync=warp"]);
    assert!(matches!(warp.network.sync_mode, SyncMode::Warp));
}

#[test]
fn the_pool_follows_its_flags() {
    let settings = |flags: &[&str]| PoolSettings::of(&parse(flags).run.pool_config, true);
    let limits = |flags: &[&str]| {
        let options = settings(flags).options;
        (
            options.ready.count,
            options.ready.total_bytes,
            options.future.count,
        )
    };
    assert_eq!(limits(&[]), (8_192, 20_480 * 1024, 4_096));
    assert_eq!(
        limits(&["--pool-limit=100", "--pool-kbytes=50"]),
        (100, 51_200, 50)
    );
    assert!(settings(&[]).fork_aware);
    assert!(!settings(&["--pool-type=single-state"]).fork_aware);
    assert!(!settings(&["--sealing=instant"]).fork_aware);
}

#[test]
fn the_flags_and_subcommands_of_the_public_node_are_there() {
    let command = Cli::command();
    let spellings: Vec<_> = command
        .get_arguments()
        .flat_map(|flag| {
            let aliases = flag.get_all_aliases().unwrap_or_default();
            flag.get_long().into_iter().chain(aliases)
        })
        .collect();
    for flag in [
        "validator",
        "one",
        "two",
        "alice",
        "bob",
        "charlie",
        "base-path",
        "chain",
        "port",
        "rpc-port",
        "rpc-cors",
        "rpc-methods",
        "rpc-external",
        "unsafe-rpc-external",
        "pruning",
        "sync",
        "database",
        "tmp",
        "force-authoring",
        "no-telemetry",
        "no-prometheus",
        "no-mdns",
        "discover-local",
        "allow-private-ipv4",
        "unsafe-force-node-key-generation",
        "reserved-only",
        "sealing",
    ] {
        assert!(spellings.contains(&flag), "--{flag}");
    }
    for name in [
        "key",
        "build-spec",
        "check-block",
        "export-blocks",
        "export-state",
        "import-blocks",
        "purge-chain",
        "revert",
        "chain-info",
    ] {
        assert!(command.find_subcommand(name).is_some(), "{name}");
    }
}
