#!/usr/bin/env bash
# The explorer: builds its pages if they changed, and serves them on this machine
# only, until Ctrl-C. They read the chain from the node at --rpc.
#
# usage: scripts/explorer.sh [--port PORT] [--rpc ws://HOST:PORT] [--build-only]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

USAGE="usage: scripts/explorer.sh [--port PORT] [--rpc ws://HOST:PORT] [--build-only]"
DEFAULT_RPC=ws://127.0.0.1:9944
port=8080
rpc=$DEFAULT_RPC
serve=1
while [ $# -gt 0 ]; do
    case $1 in
        --port | --rpc)
            [ $# -ge 2 ] || fail "$1 takes a value" "$USAGE"
            [ "$1" = --port ] && port=$2 || rpc=$2
            shift
            ;;
        --build-only) serve=0 ;;
        -h | --help)
            echo "$USAGE"
            exit 0
            ;;
        *) fail "unknown option '$1'" "$USAGE" ;;
    esac
    shift
done
[[ $port =~ ^[0-9]+$ ]] || fail "'$port' is no port" "$USAGE"
[[ $rpc =~ ^wss?:// ]] || fail "'$rpc' is no WebSocket address" "$USAGE"

explorer_packages
cd "$ROOT/explorer"

# What the pages are made of; tests and pictures are not.
sources() {
    find src public index.html package.json package-lock.json svelte.config.js tsconfig.json \
        vite.config.ts -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64
}

if [ "$(cat dist/.stamp 2>/dev/null)" != "$(sources)" ]; then
    say "Building the explorer"
    npm run --silent build || fail "the build failed; its message is above"
    sources >dist/.stamp
fi
[ "$serve" -eq 1 ] || exit 0

url=http://127.0.0.1:$port/
[ "$rpc" = "$DEFAULT_RPC" ] || url+="?rpc=$rpc"
say "The explorer is at $url (Ctrl-C stops it)"
exec npx --no-install vite preview --host 127.0.0.1 --port "$port" --strictPort --logLevel warn
