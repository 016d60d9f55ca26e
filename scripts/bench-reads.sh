#!/usr/bin/env bash
# Times what clients read, on the built node with a chain of 128 subnets of 256 uids, and prints a
# table for docs/performance.md. The chain is made once, in about two minutes, and kept beside what
# cargo builds; the measurement takes six. Arguments choose reads by a part of their names. With
# CHAIN_SIZE="subnets uids validators" the chain has another size.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

export NODE_BINARY=${NODE_BINARY:-$NODE}
[ -x "$NODE_BINARY" ] || fail "there is no node at $NODE_BINARY" "scripts/test.sh setup build"
[ -x "$VENV/bin/python" ] || fail "there is no Python in $VENV" "scripts/test.sh setup"

read -r subnets uids validators <<<"${CHAIN_SIZE:-128 256 64}"
# The state of a chain goes with its runtime: another node gets another chain.
build=$(sha256sum "$NODE_BINARY" | cut -c1-12)
chain=$TARGET_DIR/chains/$build-$subnets-$uids-$validators
if [ ! -e "$chain/complete" ]; then
    say "Filling a chain of $subnets subnets, $uids uids each"
    rm -rf "$chain"
    "$VENV/bin/python" scripts/populate "$chain" \
        --subnets "$subnets" --uids "$uids" --validators "$validators"
fi

say "Timing reads"
"$VENV/bin/python" scripts/reads "$chain" "$@"
