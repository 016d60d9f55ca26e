#!/usr/bin/env bash
# Kills a node of a network of four with SIGKILL while it has transactions to carry,
# so many times, and looks after each whether it starts by itself, whether anything
# final was taken back, and at the end whether all four have the same accounts.
#
# usage: scripts/crash-test.sh [N]     N times, 100 unless said otherwise
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

CRASHES=${1-100}
[[ $# -le 1 && $CRASHES =~ ^[1-9][0-9]{0,3}$ ]] ||
    fail "'$*' is no number of crashes from 1 to 9999" "usage: scripts/crash-test.sh [N]"
export CRASHES NODE_BINARY=${NODE_BINARY:-$NODE}
isolated "$VENV/bin/python" -B -m pytest -q -s -p no:cacheprovider e2e/network/test_crash.py
