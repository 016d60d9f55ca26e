#!/usr/bin/env bash
# Times what clients read, on the built node with a chain of 128 subnets of 256 uids, and prints a
# table for docs/performance.md. The chain is made once, in about two minutes, and kept beside what
# cargo builds; the measurement takes six. Arguments choose reads by a part of their names. With
# CHAIN_SIZE="subnets uids validators" the chain has another size.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

populated_chain
say "Timing reads"
"$VENV/bin/python" scripts/reads "$chain" "$@"
