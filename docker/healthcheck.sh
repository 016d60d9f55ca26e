#!/bin/sh
# Healthy means: the node answers on its RPC port and knows its best block.
set -eu
answer=$(curl --silent --fail --max-time 4 -H 'Content-Type: application/json' \
    -d '{"jsonrpc":"2.0","id":1,"method":"chain_getHeader","params":[]}' \
    "http://127.0.0.1:${RPC_PORT:-9944}")
case $answer in
    *'"number"'*) exit 0 ;;
    *) echo "unexpected answer: $answer" >&2; exit 1 ;;
esac
