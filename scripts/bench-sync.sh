#!/usr/bin/env bash
# Times how a node gets a chain: `import-blocks`, a full sync and a warp sync of a second node over
# loopback; prints tables for docs/performance.md. It does so for a development chain and for one of
# 128 subnets of 256 uids with users. The chains are made once, by an authority in its slots of
# 250 ms, which takes 42 minutes each, and kept beside what cargo builds. BLOCKS=1000 takes shorter
# chains, CHAIN_SIZE="subnets uids validators" another size; --only development, or populated, takes
# one of both.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

populated_chain
say "Timing syncs"
"$VENV/bin/python" scripts/sync "$chain" "$chain-synced" --blocks "${BLOCKS:-10000}" "$@"
