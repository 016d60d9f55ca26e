#!/usr/bin/env bash
# Prints what an idle development node needs: memory and disk, after MINUTES="5 60 120". Arguments
# are flags of the node, such as --trie-cache-size 1073741824. Rows for docs/performance.md.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

binary=${NODE_BINARY:-$NODE}
[ -x "$binary" ] || fail "there is no node at $binary" "scripts/test.sh setup build"
rpc_port=${RPC_PORT:-19944}
rpc_answers "$rpc_port" && fail "port $rpc_port is taken" "RPC_PORT chooses another one"

folder=$(mktemp -d)
"$binary" --dev --base-path "$folder/base" --rpc-port "$rpc_port" --no-prometheus --no-telemetry \
    --no-mdns --listen-addr "/ip4/127.0.0.1/tcp/$((rpc_port + 1))" \
    --unsafe-force-node-key-generation "$@" >"$folder/log" 2>&1 &
node=$!
trap 'kill "$node" 2>/dev/null; wait "$node" || true; rm -rf "$folder"' EXIT

# MiB that the system says a process has of a kind.
memory() { awk -v kind="$1:" '$1 == kind { printf "%d", $2 / 1024 }' "/proc/$node/status"; }
height() {
    curl --silent --max-time 10 -H 'Content-Type: application/json' \
        -d '{"jsonrpc":"2.0","id":1,"method":"chain_getHeader","params":[]}' \
        "http://127.0.0.1:$rpc_port" | sed -n 's/.*"number":"\(0x[0-9a-f]*\)".*/\1/p'
}

printf '| Minutes | Blocks | Resident, MiB | Own | Mapped files | Disk |\n|---|---|---|---|---|---|\n'
for minutes in ${MINUTES:-5 60 120}; do
    while [ "$SECONDS" -lt $((minutes * 60)) ]; do
        kill -0 "$node" 2>/dev/null || fail "the node ended" "$(tail -n 3 "$folder/log")"
        sleep 1
    done
    printf '| %s | %d | %s | %s | %s | %s |\n' "$minutes" "$(height)" "$(memory VmRSS)" \
        "$(memory RssAnon)" "$(memory RssFile)" "$(du -sm "$folder/base" | cut -f1)"
done
