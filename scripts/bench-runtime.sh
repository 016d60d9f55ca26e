#!/usr/bin/env bash
# Times blocks, epochs and calls of the runtime, as WebAssembly under the node's
# executor and partly natively, on a chain of 128 subnets with 256 uids each.
# Takes about a minute once everything is built. Arguments name what to time,
# and the number of subnets: epochs, null, blocks, calls, reveals, queues,
# hosts, 32; without any, all of it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

# Where it is allowed, at a priority at which nothing else interrupts.
if chrt --fifo 1 true 2>/dev/null; then
    host=$(rustc -vV | sed -n 's/^host: //p' | tr 'a-z-' 'A-Z_')
    export "CARGO_TARGET_${host}_RUNNER=chrt --fifo 1"
fi

# The whole workspace, so that no dependency is built with other features.
cargo bench --locked --workspace --bench runtime -- "$@"
