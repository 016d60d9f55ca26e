#!/usr/bin/env bash
# Times pages of the explorer in headless Chromium, on the built node with a chain of 128 subnets of
# 256 uids: first paint, when a table is there, tasks that hold the page up, and what sorting,
# filtering and scrolling take, all in ms. Arguments choose pages, such as /subnets.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

populated_chain
scripts/explorer.sh --build-only
say "Timing pages"
cd e2e
PYTHONPATH=../scripts/populate "$VENV/bin/python" -B -m explorer.measure "$chain" "$@"
