#!/usr/bin/env bash
# Builds the runtime as for a release, with the hash of its metadata in it, and
# checks that the blob accepts a signature over that hash, as Ledger and other
# hardware signers make it, and refuses one over another hash. Not part of
# scripts/test.sh: the runtime is compiled twice, and for the first time the
# executor that reads its metadata too (10 minutes and more on two cores).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

# The files of the ordinary build stay as they are.
export CARGO_TARGET_DIR=$TARGET_DIR/metadata-hash

say "Building the runtime with the hash of its metadata"
# Filters name the tests by module; the one of the blob is there with the feature only.
cargo test --release --locked --package node-subtensor-runtime --features metadata-hash --lib -- \
    metadata_hash::the_blob --nocapture | tee "$TARGET_DIR/metadata-hash.log"
grep -q 'test result: ok. 1 passed' "$TARGET_DIR/metadata-hash.log" ||
    fail "the test of the blob did not run" "see $TARGET_DIR/metadata-hash.log"
