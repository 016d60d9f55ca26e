#!/usr/bin/env bash
# From a clone to a running chain: sets up, builds, and starts a development
# chain that answers on ws://127.0.0.1:9944. Ctrl-C stops it; its state is
# temporary. Arguments go to the node, for example: scripts/dev.sh --chain dev-12s
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

scripts/setup.sh
say "Building the node (about half an hour the first time on two cores)"
build_everything || fail "the build failed; the compiler's message is above"

port=9944
if rpc_answers "$port"; then
    fail "something already answers on port $port" "stop it first, or start this one elsewhere: $NODE --dev --rpc-port 9945 --port 30334 --prometheus-port 9616"
fi

say "Starting the development chain on ws://127.0.0.1:$port (Ctrl-C stops it)"
note "accounts: //Alice (sudo), //Bob, //Charlie with 1 000 000 TAO each, //Dave, //Eve, //Ferdie with 2 000"
note "in another terminal: .venv/bin/btcli subnets list --network local"
note "in a browser, after scripts/explorer.sh in another terminal: http://127.0.0.1:8080/"
# Pages of this machine may use it, and nothing may read or change its keys, unless
# the arguments say otherwise.
methods=(--rpc-methods safe)
for argument in "$@"; do
    case $argument in --rpc-methods | --rpc-methods=*) methods=() ;; esac
done
exec "$NODE" --dev --rpc-port "$port" ${methods[@]+"${methods[@]}"} "$@"
