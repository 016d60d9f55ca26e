#!/usr/bin/env bash
# Times encrypting and decrypting one transaction, and making a block of 200
# encrypted ones with the built node.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

# Where it is allowed, at a priority at which nothing else interrupts.
run=()
if chrt --fifo 1 true 2>/dev/null; then
    host=$(rustc -vV | sed -n 's/^host: //p' | tr 'a-z-' 'A-Z_')
    export "CARGO_TARGET_${host}_RUNNER=chrt --fifo 1"
    run=(chrt --fifo 1)
fi

cargo bench --locked -p subtensor-shield -- "$@"
[ -x "$NODE" ] || fail "there is no node at $NODE" "scripts/test.sh setup build"
${run[@]+"${run[@]}"} "$VENV/bin/python" e2e/shield/measure.py "$NODE"
