#!/usr/bin/env bash
# Times the consensus engine: natively beside the plain formulation (criterion),
# then as WebAssembly under the compiler that the node's executor uses, beside
# native. Takes about five minutes, the first time some more to build.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

say "Native, engine and plain formulation (criterion)"
cargo bench --locked -p subtensor-yuma --bench epoch

say "WebAssembly and native"
rustup target add wasm32-unknown-unknown
export CARGO_TARGET_DIR=$PWD/target/yuma-wasm
cd math/yuma/wasm
# A runtime is built without the proposals that the executor does not enable.
RUSTFLAGS="-C target-cpu=mvp" cargo build --locked --release --target wasm32-unknown-unknown -p subtensor-yuma-guest
cargo run --locked --release -p subtensor-yuma-host -- \
    "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/subtensor_yuma_guest.wasm"
