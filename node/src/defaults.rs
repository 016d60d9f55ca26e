//! Defaults of a node that are not those of the SDK (spec 60 §17.1).

#[cfg(test)]
mod tests;

use sc_cli::{Cors, RunCmd};
use sc_service::Configuration;

/// Bytes of the state that are kept in memory: 64 MiB, where the SDK fills 1 GiB before it drops
/// anything.
pub(crate) const TRIE_CACHE: &str = "67108864";
/// Most connections to the RPC server. HTTP requests count, so that those who stay connected would
/// lock out the rest.
pub(crate) const RPC_CONNECTIONS: &str = "10000";
/// Most connections of one address, so that nobody alone takes all of them.
pub(crate) const RPC_CONNECTIONS_PER_ADDRESS: usize = 256;
/// Pages that may use a development node of this machine unless its flags say which: those of this
/// machine too. A page may do all that a program may.
const PAGES: [&str; 4] = [
    "http://localhost:*",
    "http://127.0.0.1:*",
    "https://localhost:*",
    "https://127.0.0.1:*",
];
/// Most subscriptions of a connection.
pub(crate) const RPC_SUBSCRIPTIONS: &str = "10000";
/// Most messages of subscriptions that wait until a connection takes them. What has no room there
/// waits in its subscription.
pub(crate) const RPC_NOTES: &str = "8";
/// Pages of 64 KiB that a call into the runtime may allocate. They are reserved, and used only as
/// needed. The executor doubles them for the import of a block, which has to fit into the 65 536
/// pages that WebAssembly can address, so that the 60 000 pages of the public network are what an
/// import gets.
const HEAP_PAGES: u64 = 30_000;

/// Names the pages that may use a development node; the SDK lets all of them. A node that answers
/// other machines has no unsafe methods for pages to find.
pub(crate) fn keep_strange_pages_out(run: &mut RunCmd) {
    let rpc = &mut run.rpc_params;
    if run.shared_params.is_dev() && !rpc.rpc_external && !rpc.unsafe_rpc_external {
        let pages = PAGES.map(Into::into).to_vec();
        rpc.rpc_cors.get_or_insert(Cors::List(pages));
    }
}

/// Sets what no flag sets. `heap_pages` is what a subcommand was told instead of the default.
pub(crate) fn apply(config: &mut Configuration, heap_pages: Option<u32>) {
    config.executor.default_heap_pages = Some(heap_pages.map_or(HEAP_PAGES, u64::from));
}
