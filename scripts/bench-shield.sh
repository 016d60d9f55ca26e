#!/usr/bin/env bash
# Times encrypting and decrypting one transaction, and making a block of 200
# encrypted ones with the built node.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

cargo bench --locked -p subtensor-shield -- "$@"
[ -x "$NODE" ] || fail "there is no node at $NODE" "scripts/test.sh setup build"
"$VENV/bin/python" e2e/shield/measure.py "$NODE"
