//! Flags and subcommands.

#[cfg(test)]
mod tests;

use std::str::FromStr;

use sc_cli::{
    RunCmd,
    clap::{Command, builder::ArgPredicate},
};

use crate::defaults;

/// When blocks are made outside consensus.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sealing {
    /// By `engine_createBlock` only.
    Manual,
    /// As soon as a transaction arrives.
    Instant,
    /// Every so many milliseconds.
    Interval(u64),
}

impl FromStr for Sealing {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "manual" => Ok(Self::Manual),
            "instant" => Ok(Self::Instant),
            number => match number.parse() {
                Ok(ms) if ms > 0 => Ok(Self::Interval(ms)),
                _ => Err("expected 'manual', 'instant' or a number of milliseconds above 0".into()),
            },
        }
    }
}

/// The base URL of an endpoint of drand's HTTP API, without a slash at its end.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Endpoint(pub String);

impl FromStr for Endpoint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let url = text.trim_end_matches('/');
        let rest = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        match rest {
            Some(rest) if is_host_and_path(rest) => Ok(Self(url.into())),
            _ => Err("expected the URL of a server, like http://127.0.0.1:8080".into()),
        }
    }
}

/// Whether the part of a URL after its scheme names a host and no query, to which the path of a
/// pulse can be added.
fn is_host_and_path(rest: &str) -> bool {
    let host = rest.split('/').next().unwrap_or_default();
    !host.is_empty()
        && !host.starts_with(':')
        && rest
            .chars()
            .all(|c| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\'))
}

/// A subcommand that imports blocks, with the cache of a node.
fn small_cache(command: Command) -> Command {
    command.mut_arg("trie_cache_size", |flag| {
        flag.default_value(defaults::TRIE_CACHE)
    })
}

/// The command line. What differs from the SDK's defaults is a default of the flag itself, so that
/// `--help` shows it and a value on the command line wins (spec 60 §17.1).
#[derive(Debug, clap::Parser)]
#[command(
    mut_arg("trie_cache_size", |flag| flag.default_value(defaults::TRIE_CACHE)),
    mut_subcommand("import-blocks", small_cache),
    mut_subcommand("check-block", small_cache),
    mut_arg("rpc_max_connections", |flag| flag.default_value(defaults::RPC_CONNECTIONS)),
    mut_arg("rpc_max_subscriptions_per_connection", |flag| {
        flag.default_value(defaults::RPC_SUBSCRIPTIONS)
    }),
    mut_arg("rpc_message_buffer_capacity_per_connection", |flag| {
        flag.default_value(defaults::RPC_NOTES)
    }),
    // The other pool drops what arrives while one block is made final at once behind another.
    mut_arg("pool_type", |flag| {
        flag.default_value_if("sealing", ArgPredicate::IsPresent, Some("single-state"))
    })
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub subcommand: Option<Subcommand>,

    #[clap(flatten)]
    pub run: RunCmd,

    /// Author as the third of the well-known authorities of a `local` chain.
    #[arg(
        long,
        conflicts_with_all = &["alice", "bob", "charlie", "dave", "eve", "ferdie", "one", "two"]
    )]
    pub three: bool,

    /// Make blocks without consensus: `manual` (by RPC), `instant` (with each transaction), or
    /// every so many milliseconds. For tests on a chain with one authority.
    #[arg(long, value_name = "manual|instant|MILLISECONDS")]
    pub sealing: Option<Sealing>,

    /// Most RPC connections of one address, except those of this machine itself.
    #[arg(long, value_name = "COUNT", default_value_t = defaults::RPC_CONNECTIONS_PER_ADDRESS)]
    pub rpc_max_connections_per_address: usize,

    /// Where an authority asks for the pulses of the drand beacon, instead of the endpoints of
    /// drand itself. Can be given up to 16 times: all are asked at once, and the first valid answer
    /// is taken.
    #[arg(long = "drand-endpoint", value_name = "URL")]
    pub drand_endpoints: Vec<Endpoint>,
}

/// What the binary does besides running a node.
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant, reason = "parsed once")]
pub(crate) enum Subcommand {
    /// Key management.
    #[command(subcommand)]
    Key(sc_cli::KeySubcommand),
    /// Write the spec of a chain (older name of export-chain-spec).
    #[allow(deprecated)]
    BuildSpec(sc_cli::BuildSpecCmd),
    /// Write the spec of a chain.
    ExportChainSpec(sc_cli::ExportChainSpecCmd),
    /// Execute blocks again.
    CheckBlock(sc_cli::CheckBlockCmd),
    /// Write blocks to a file.
    ExportBlocks(sc_cli::ExportBlocksCmd),
    /// Write the state of a block as a chain spec.
    ExportState(sc_cli::ExportStateCmd),
    /// Read blocks from a file.
    ImportBlocks(sc_cli::ImportBlocksCmd),
    /// Remove the database.
    PurgeChain(sc_cli::PurgeChainCmd),
    /// Go back to an earlier block.
    Revert(sc_cli::RevertCmd),
    /// Show what the database holds.
    ChainInfo(sc_cli::ChainInfoCmd),
}
