#!/usr/bin/env bash
# Times how many transactions a second get into blocks of 250 ms and of 12 s through the pool of the
# built node; prints a table for docs/performance.md. Takes about four minutes. Arguments choose
# calls: remark, transfer_keep_alive, add_stake; --count says how many of each.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

export NODE_BINARY=${NODE_BINARY:-$NODE}
[ -x "$NODE_BINARY" ] || fail "there is no node at $NODE_BINARY" "scripts/test.sh setup build"
[ -x "$VENV/bin/python" ] || fail "there is no Python in $VENV" "scripts/test.sh setup"
say "Timing transactions"
"$VENV/bin/python" scripts/throughput "$@"
