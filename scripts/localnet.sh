#!/usr/bin/env bash
# A network of three authorities (//One, //Two, //Three) on this machine, in the
# foreground: their logs are on standard output until Ctrl-C or SIGTERM stops all
# three. Everything it makes is in .localnet/; it stops only the processes whose
# ids it wrote there.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

usage() {
    cat <<'USAGE'
usage: scripts/localnet.sh [True|False] [--no-purge] [--build-only] | stop | status
  True          250 ms blocks (the default)
  False         12 second blocks
  --no-purge    go on with the chain of the last run instead of a new one
  --build-only  build and start nothing
  stop          stop the three from another terminal, keep their data
  status        which of the three run, and which block is final
environment: BUILD_BINARY=0  start NODE_BINARY, or what is built, as it is
             LOCALNET_RPC_PORT (9944), LOCALNET_P2P_PORT (30334)  the first of three ports
             LOCALNET_DIR    in place of .localnet
USAGE
}

# One line, for programs that start this one: nothing was started.
refuse() {
    printf 'error: %s\n' "$2" >&2
    exit "$1"
}

BASE=${LOCALNET_DIR:-$ROOT/.localnet}
NODE=${NODE_BINARY:-$NODE}
NAMES=(one two three)
RPC_PORT=${LOCALNET_RPC_PORT:-9944}
P2P_PORT=${LOCALNET_P2P_PORT:-30334}
# Web pages that may use the nodes: those of this machine.
PAGES='http://localhost:*,http://127.0.0.1:*,https://localhost:*,https://127.0.0.1:*'
for port in "$RPC_PORT" "$P2P_PORT"; do
    [[ $port =~ ^[1-9][0-9]{0,4}$ ]] && [ "$port" -le 65533 ] ||
        refuse 2 "'$port' is no port that two more can follow"
done

# The recorded process, if it still runs and still is our node: ids are reused.
running_pid() {
    local pid words
    { read -r pid <"$BASE/$1.pid" && mapfile -d '' -t words <"/proc/$pid/cmdline"; } 2>/dev/null || return 1
    [[ " ${words[*]} " == *" --base-path $BASE/$1 "* ]] || return 1
    echo "$pid"
}

stop_all() {
    local name pid
    for name in "${NAMES[@]}"; do
        if pid=$(running_pid "$name"); then kill -TERM "$pid" 2>/dev/null || true; fi
    done
    for name in "${NAMES[@]}"; do
        for _ in $(seq 100); do
            running_pid "$name" >/dev/null || break
            sleep 0.2
        done
        if pid=$(running_pid "$name"); then
            note "$name ($pid) did not stop in 20 s, ending it" >&2
            kill -KILL "$pid" 2>/dev/null || true
        fi
        rm -f "$BASE/$name.pid"
    done
}

# The answer to a call without parameters, or with one string, on a port.
rpc() {
    curl --silent --max-time 2 -H 'Content-Type: application/json' \
        -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\",\"params\":[${3:+\"$3\"}]}" \
        "http://127.0.0.1:$1" 2>/dev/null
}

finalized_of() {
    local hash hex
    hash=$(rpc "$1" chain_getFinalizedHead | sed -n 's/.*"result":"\(0x[0-9a-f]*\)".*/\1/p')
    [ -n "$hash" ] || return 1
    hex=$(rpc "$1" chain_getHeader "$hash" | sed -n 's/.*"number":"0x\([0-9a-f]*\)".*/\1/p')
    [ -n "$hex" ] || return 1
    echo $((16#$hex))
}

status() {
    local i pid
    for i in 0 1 2; do
        if pid=$(running_pid "${NAMES[$i]}"); then
            note "${NAMES[$i]}: pid $pid, RPC port $((RPC_PORT + i)), final block $(finalized_of $((RPC_PORT + i)) || echo none)"
        else
            note "${NAMES[$i]}: not running"
        fi
    done
}

build() {
    say "Building"
    scripts/setup.sh --no-e2e
    build_everything
}

# Refuses to start beside what runs. The nodes inherit the lock, so that it is
# held until the last of them has ended, whatever became of this script.
claim() {
    mkdir -p "$BASE"
    exec 9>"$BASE/lock"
    flock --nonblock 9 ||
        refuse 1 "the local network in $BASE runs already; stop it with: scripts/localnet.sh stop"
    rm -f "$BASE/stopping"
    local i port
    for i in 0 1 2; do
        for port in $((RPC_PORT + i)) $((P2P_PORT + i)); do
            ! (exec 8<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null ||
                refuse 1 "something listens on port $port already; stop it, or set LOCALNET_RPC_PORT and LOCALNET_P2P_PORT"
        done
    done
}

insert_key() {
    "$NODE" key insert --chain "$1" --base-path "$BASE/$2" --key-type "$3" --scheme "$4" --suri //Three ||
        fail "the $3 key of //Three could not be put into the keystore"
}

# Where the nodes are for each other: they meet by these addresses, without mDNS.
addresses() {
    local i name key
    for i in 0 1 2; do
        name=${NAMES[$i]}
        key=$BASE/$name.key
        [ -s "$key" ] || "$NODE" key generate-node-key --chain "$1" --file "$key" >/dev/null 2>&1 ||
            refuse 1 "no network key could be made in $key"
        echo "/ip4/127.0.0.1/tcp/$((P2P_PORT + i))/p2p/$("$NODE" key inspect-node-key --file "$key")"
    done
}

# Starts an authority: chain, its index, the addresses of all three.
start_node() {
    local chain=$1 i=$2 name=${NAMES[$2]}
    local identity=("--$name")
    # The node has flags for the first two identities only; the third finds its
    # keys in its own keystore.
    if [ "$name" = three ]; then
        identity=(--name Three)
        insert_key "$chain" "$name" aura sr25519
        insert_key "$chain" "$name" gran ed25519
    fi
    # Without colours, which would part the words of `Imported #1`, that client
    # suites wait for.
    "$NODE" --chain "$chain" "${identity[@]}" --base-path "$BASE/$name" \
        --node-key-file "$BASE/$name.key" --validator --force-authoring --disable-log-color \
        --listen-addr "/ip4/127.0.0.1/tcp/$((P2P_PORT + i))" --allow-private-ip --no-mdns \
        --rpc-port "$((RPC_PORT + i))" --rpc-methods safe --rpc-cors "$PAGES" \
        --no-prometheus --no-telemetry \
        --bootnodes "${@:3}" 2>&1 &
    echo $! >"$BASE/$name.pid"
}

# Goes on as long as one of the three does: a network bears the loss of some.
watch_all() {
    local left status pid name
    for left in 2 1 0; do
        status=0
        wait -n -p pid || status=$?
        for name in "${NAMES[@]}"; do
            [ "$(cat "$BASE/$name.pid" 2>/dev/null)" != "$pid" ] ||
                note "'$name' ended with code $status, $left of three go on" >&2
        done
    done
    [ -e "$BASE/stopping" ] || fail "all three have ended; their logs are above"
}

run() {
    local chain=$1 purge=$2 name i peers
    if [ "$purge" -eq 1 ]; then
        for name in "${NAMES[@]}"; do rm -rf "${BASE:?}/$name"; done
    fi
    mapfile -t peers < <(addresses "$chain")
    [ "${#peers[@]}" -eq 3 ] || exit 1
    trap 'stop_all; exit 0' INT TERM HUP
    trap 'stop_all' EXIT
    note "three authorities of preset '$chain', RPC on ports $RPC_PORT to $((RPC_PORT + 2))"
    for i in 0 1 2; do start_node "$chain" "$i" "${peers[@]}"; done
    watch_all
}

main() {
    local chain=local purge=1 start=1 arg
    for arg in "$@"; do
        case $arg in
            True) chain=local ;;
            False) chain=local-12s ;;
            --no-purge) purge=0 ;;
            --build-only) start=0 ;;
            *) refuse 2 "unknown argument '$arg'; scripts/localnet.sh --help tells what there is" ;;
        esac
    done
    [ "$start" -eq 0 ] || claim
    if [ "${BUILD_BINARY:-1}" != 0 ]; then build 9>&-; fi
    [ -x "$NODE" ] || refuse 1 "there is no node at $NODE; start without BUILD_BINARY=0 to build it"
    [ "$start" -eq 0 ] || run "$chain" "$purge"
}

case ${1:-} in
    stop | status | -h | --help)
        [ $# -eq 1 ] || refuse 2 "'$1' stands alone"
        case $1 in
            stop)
                # Tells the script that watches them that this is meant.
                [ ! -d "$BASE" ] || touch "$BASE/stopping"
                stop_all
                ;;
            status) status ;;
            *) usage ;;
        esac
        ;;
    *) main "$@" ;;
esac
