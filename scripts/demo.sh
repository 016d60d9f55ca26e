#!/usr/bin/env bash
# A lively network in one command, on a development chain: three subnets with validators, miners,
# nominators, child keys and trades (docs/demo.md says what is there). Without --url it starts a
# chain of its own, whose state is temporary. Ctrl-C stops it.
#
# usage: scripts/demo.sh [--url ws://HOST:PORT | --port N] [--seed N] [--once]
#   --url URL   the running development chain to use
#   --port N    RPC port of the chain that is started otherwise (9944)
#   --seed N    what everything is chosen by (42)
#   --once      make the network and end; a chain that was there goes on
# environment: NODE_BINARY  the node to start, in place of what is built
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

own=1
for argument in "$@"; do
    case $argument in
        -h | --help)
            sed -n 's/^# \{0,1\}//; /^usage:/,/^environment:/p' "$0"
            exit 0
            ;;
        --url | --url=*) own=0 ;;
    esac
done
[ -x "$VENV/bin/python" ] || scripts/setup.sh
if [ "$own" -eq 1 ] && [ ! -x "${NODE_BINARY:-$NODE}" ]; then
    scripts/setup.sh
    say "Building the node (about half an hour the first time on two cores)"
    build_everything || fail "the build failed; the compiler's message is above"
fi
exec "$VENV/bin/python" -B scripts/demo "$@"
