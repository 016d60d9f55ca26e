#!/usr/bin/env bash
# A network of three authorities (//One, //Two, //Three) on this machine, with
# RPC on ports 9944, 9945 and 9946. Everything it makes is in .localnet/; it
# stops only the processes whose ids it wrote there.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

usage() {
    cat <<'USAGE'
usage: scripts/localnet.sh start [--slow] [--keep] | stop | status | logs
  start    build, start three authorities, wait until they finalize
  --slow   12 second blocks instead of 250 ms
  --keep   go on with the chain of the last run instead of a new one
  stop     stop the three and keep their data and logs
USAGE
}

BASE=$ROOT/.localnet
NAMES=(one two three)
P2P=(30334 30335 30336)
RPC=(9944 9945 9946)

# The recorded process, if it still runs and still is our node: ids are reused.
running_pid() {
    local pid
    pid=$(cat "$BASE/$1.pid" 2>/dev/null) || return 1
    [ -n "$pid" ] && [ -r "/proc/$pid/cmdline" ] || return 1
    tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -- "--base-path $BASE/$1" || return 1
    echo "$pid"
}

stop_all() {
    local name pid tries
    for name in "${NAMES[@]}"; do
        if pid=$(running_pid "$name"); then
            kill -TERM "$pid" 2>/dev/null || true
            for tries in $(seq 50); do
                kill -0 "$pid" 2>/dev/null || break
                sleep 0.2
            done
            if kill -0 "$pid" 2>/dev/null; then
                note "$name ($pid) did not stop in 10 s, ending it"
                kill -KILL "$pid" 2>/dev/null || true
            fi
            note "$name stopped"
        fi
        rm -f "$BASE/$name.pid"
    done
}

block_of() {
    curl --silent --max-time 2 -H 'Content-Type: application/json' \
        -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"chain_getHeader\",\"params\":[$2]}" \
        "http://127.0.0.1:$1" 2>/dev/null | sed -n 's/.*"number":"0x\([0-9a-f]*\)".*/\1/p'
}

finalized_of() {
    local hash hex
    hash=$(curl --silent --max-time 2 -H 'Content-Type: application/json' \
        -d '{"jsonrpc":"2.0","id":1,"method":"chain_getFinalizedHead","params":[]}' \
        "http://127.0.0.1:$1" 2>/dev/null | sed -n 's/.*"result":"\(0x[0-9a-f]*\)".*/\1/p')
    [ -n "$hash" ] || return 1
    hex=$(block_of "$1" "\"$hash\"")
    [ -n "$hex" ] || return 1
    echo $((16#$hex))
}

insert_key() {
    "$NODE" key insert --chain "$1" --base-path "$BASE/$2" --key-type "$3" --scheme "$4" --suri //Three ||
        fail "the $3 key of //Three could not be put into the keystore"
}

start_all() {
    local chain=local keep=0 i name
    while [ $# -gt 0 ]; do
        case $1 in
            --slow) chain=local-12s ;;
            --keep) keep=1 ;;
            *) usage >&2; exit 2 ;;
        esac
        shift
    done
    for name in "${NAMES[@]}"; do
        if running_pid "$name" >/dev/null; then
            fail "'$name' of an earlier start still runs" "scripts/localnet.sh stop"
        fi
    done
    for i in 0 1 2; do
        if rpc_answers "${RPC[$i]}"; then fail "something already answers on port ${RPC[$i]}"; fi
    done
    say "Building"
    scripts/setup.sh --no-e2e >/dev/null
    build_everything
    [ "$keep" -eq 1 ] || rm -rf "$BASE"
    mkdir -p "$BASE"
    trap 'stop_all' ERR INT TERM

    say "Starting three authorities of preset '$chain'"
    for i in 0 1 2; do
        name=${NAMES[$i]}
        # The first is the meeting point of the others: they find each other on
        # this machine by its address, without mDNS.
        local peer=()
        if [ "$i" -gt 0 ]; then peer=(--bootnodes "/ip4/127.0.0.1/tcp/${P2P[0]}/p2p/$(cat "$BASE/one.peer")"); fi
        [ -e "$BASE/$name.key" ] ||
            "$NODE" key generate-node-key --file "$BASE/$name.key" 2>"$BASE/$name.peer"
        # The node has flags for the first two identities only; the third finds
        # its keys in its own keystore.
        local identity=("--$name")
        if [ "$name" = three ]; then
            identity=(--name Three)
            insert_key "$chain" "$name" aura sr25519
            insert_key "$chain" "$name" gran ed25519
        fi
        nohup "$NODE" --chain "$chain" "${identity[@]}" --base-path "$BASE/$name" \
            --node-key-file "$BASE/$name.key" --validator --force-authoring \
            --listen-addr "/ip4/127.0.0.1/tcp/${P2P[$i]}" --allow-private-ip --no-mdns \
            --rpc-port "${RPC[$i]}" --rpc-cors all --no-prometheus --no-telemetry \
            ${peer[@]+"${peer[@]}"} >"$BASE/$name.log" 2>&1 &
        echo $! >"$BASE/$name.pid"
    done

    say "Waiting for finality"
    local height
    for _ in $(seq 180); do
        for name in "${NAMES[@]}"; do
            running_pid "$name" >/dev/null || {
                tail -n 5 "$BASE/$name.log" >&2
                fail "'$name' ended; its log is $BASE/$name.log"
            }
        done
        if height=$(finalized_of "${RPC[2]}") && [ "$height" -gt 0 ]; then
            trap - ERR INT TERM
            note "block $height is final; RPC on ports ${RPC[*]}"
            note "stop with: scripts/localnet.sh stop"
            return
        fi
        sleep 1
    done
    fail "no block became final within 3 minutes; logs are in $BASE"
}

case ${1:-} in
    start) shift; start_all "$@" ;;
    stop) stop_all ;;
    status)
        for i in 0 1 2; do
            if pid=$(running_pid "${NAMES[$i]}"); then
                note "${NAMES[$i]}: pid $pid, RPC port ${RPC[$i]}, final block $(finalized_of "${RPC[$i]}" || echo none)"
            else
                note "${NAMES[$i]}: not running"
            fi
        done
        ;;
    logs) tail -n 40 "$BASE"/*.log ;;
    -h | --help) usage ;;
    *) usage >&2; exit 2 ;;
esac
