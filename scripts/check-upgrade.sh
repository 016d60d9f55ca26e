#!/usr/bin/env bash
# Upgrades running chains, which are under load, to two later runtimes, and checks that blocks,
# finality, clients, encrypted transactions and the state survive that (docs/upgrades.md). The later
# runtimes are this source with a migration each, made by scripts/upgrade/later.py. Before a
# release; not part of scripts/test.sh, since both are compiled: minutes, although what they have in
# common with this one's blob is taken from there.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

[ -x "$VENV/bin/python" ] || fail "there is no Python in $VENV" "scripts/test.sh setup"
WORK=$TARGET_DIR/upgrade
TREE=$WORK/tree
BLOB=wbuild/node-subtensor-runtime

# The build script of the runtime, which makes blobs, from what cargo says of its artifacts.
build_script() {
    "$VENV/bin/python" -c '
import json, sys
for line in sys.stdin:
    made = json.loads(line)
    if made["reason"] == "compiler-artifact" and made["target"]["kind"] == ["custom-build"]:
        if "/runtime#" in made["package_id"] and "node-subtensor-runtime" in made["package_id"]:
            print(made["filenames"][0])
'
}

# Compiles the blob of the tree, as cargo has it compiled for the node, into a file.
make_blob() {
    CARGO=$(command -v cargo) CARGO_MANIFEST_DIR=$TREE/runtime CARGO_PKG_NAME=node-subtensor-runtime \
        OUT_DIR=$WORK/release/build/blob/out WASM_BUILD_WORKSPACE_HINT=$TREE \
        "$script" >"$1.log" 2>&1 || fail "the runtime was not built" "its output is in $1.log"
    cp "$WORK/release/$BLOB/node_subtensor_runtime.compact.compressed.wasm" "$1"
}

say "Building the node and this runtime"
script=$(build_everything --message-format=json-render-diagnostics | build_script)
[ -x "$script" ] || fail "cargo has built no build script of the runtime"

say "Building two later runtimes"
rm -rf "$WORK"
mkdir -p "$WORK/release/build/blob/out" "$WORK/release/wbuild"
cp -a --reflink=auto "$TARGET_DIR/release/$BLOB" "$WORK/release/wbuild/"
"$VENV/bin/python" -B scripts/upgrade/later.py "$ROOT" "$TREE" new
for what in whole stepped; do
    "$VENV/bin/python" -B scripts/upgrade/later.py "$ROOT" "$TREE" "$what"
    make_blob "$WORK/$what.wasm"
    note "$what.wasm: $(stat -c %s "$WORK/$what.wasm") bytes"
done

say "Upgrading"
NODE_BINARY=$NODE "$VENV/bin/python" -B scripts/upgrade "$WORK/whole.wasm" "$WORK/stepped.wasm"
