#!/bin/sh
# Healthy means: the node answers, its best and its last final block are young
# enough, it does not catch up with others, and it has peers if it should have any.
# Says on one line what is wrong otherwise.
#   RPC_PORT (9944)           where the node answers
#   HEALTH_MAX_AGE (120)      most seconds since the time in the best block; 0: any
#   HEALTH_MAX_FINAL_AGE (300)  the same of the last final block; 0: any
#   HEALTH_MIN_PEERS (1)      least peers, where the node should have peers
set -eu

# The storage key of Timestamp.Now: milliseconds since 1970, little-endian.
NOW=0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb

fail() {
    echo "unhealthy: $*" >&2
    exit 1
}

# The answer to a call: method, parameters in JSON.
rpc() {
    curl --silent --show-error --fail --max-time 4 -H 'Content-Type: application/json' \
        -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":[${2:-}]}" \
        "http://127.0.0.1:${RPC_PORT:-9944}" || fail "no answer to $1"
}

# The text that is the result in an answer.
text() {
    printf '%s' "$1" | sed -n 's/.*"result":"\([^"]*\)".*/\1/p'
}

# The value of a field in an answer.
field() {
    printf '%s' "$1" | sed -n "s/.*\"$2\":\([a-z0-9]*\).*/\1/p"
}

# Seconds since the time in a block: its hash, or nothing for the best one. The
# first block has no time.
age() {
    answer=$(rpc state_getStorage "\"$NOW\"${1:+,\"$1\"}")
    bytes=$(text "$answer" | sed -n 's/^0x\(..\)\(..\)\(..\)\(..\)\(..\)\(..\)\(..\)\(..\)$/\8\7\6\5\4\3\2\1/p')
    [ -n "$bytes" ] || fail "there is no block with a time yet: $answer"
    echo $(($(date +%s) - $((0x$bytes)) / 1000))
}

check_age() {
    [ "$3" -eq 0 ] || [ "$2" -le "$3" ] || fail "the $1 block is $2 s old, and $3 s are the most"
}

health=$(rpc system_health)
peers=$(field "$health" peers)
[ -n "$peers" ] || fail "unexpected answer: $health"
if [ "$(field "$health" shouldHavePeers)" = true ]; then
    [ "$peers" -ge "${HEALTH_MIN_PEERS:-1}" ] || fail "$peers peers, and ${HEALTH_MIN_PEERS:-1} are the least"
fi
[ "$(field "$health" isSyncing)" = false ] || fail "the node catches up with others"
best=$(age "")
check_age best "$best" "${HEALTH_MAX_AGE:-120}"
head=$(text "$(rpc chain_getFinalizedHead)")
[ -n "$head" ] || fail "no final block is known"
final=$(age "$head")
check_age "last final" "$final" "${HEALTH_MAX_FINAL_AGE:-300}"
