#!/usr/bin/env bash
# Measures what calls and hooks weigh on this runtime, and writes it as Rust:
# of a pallet of ours into pallets/NAME/src/weight_info/measured.rs, of our
# extensions into runtime/src/extensions, of a pallet of the SDK into
# runtime/src/weights. Builds everything first, of which it needs
# the program that runs benchmarks (scripts/bench-weights), and a runtime with the
# benchmarks, which no other build has; the first time that takes ten minutes on two cores.
#
# usage: scripts/bench-weights.sh [--steps N] [--repeat N] [--preset NAME] [PALLET ...]
#        scripts/bench-weights.sh database
#        scripts/bench-weights.sh --list
#
# `database` times what those accesses take that weights count, on a copy of the chain of
# scripts/bench-reads.sh, and writes their prices into runtime/src/weights/database.rs.
#
# --steps N     how many sizes of each component are measured (10)
# --repeat N    how often each is (5)
# --preset NAME the genesis that benchmarks start from (dev)
# PALLET        crowdloan, pallet-crowdloan, frame_system, ...; without any, all
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

PROGRAM=$TARGET_DIR/release/bench-weights
BLOB=$TARGET_DIR/weights/release/wbuild/node-subtensor-runtime/node_subtensor_runtime.compact.compressed.wasm
steps=10 repeat=5 preset=dev list=''
wanted=()

# A whole number that is not too small.
number() {
    [[ ${2-} =~ ^[0-9]{1,6}$ ]] && [ "$2" -ge "$3" ] || fail "$1 takes a number from $3 up"
    echo "$2"
}

while [ $# -gt 0 ]; do
    case $1 in
        --steps) steps=$(number "$1" "${2-}" 2); shift ;;
        --repeat) repeat=$(number "$1" "${2-}" 1); shift ;;
        --preset) [ -n "${2-}" ] || fail "which preset?"; preset=$2; shift ;;
        --list) list=1 ;;
        -*) fail "unknown option '$1'" "$(sed -n 's/^# usage: /usage: /p' "$0")" ;;
        *) wanted+=("${1//-/_}") ;;
    esac
    shift
done

# The crate with that name, or with that name behind `pallet_`, `pallet_subtensor_`.
crate_of() {
    local name
    for name in "$1" "pallet_$1" "pallet_subtensor_$1"; do
        ! grep -qx "$name" <<<"$PALLETS" || { echo "$name" && return; }
    done
    fail "no pallet '$1' has benchmarks" "these have: ${PALLETS//$'\n'/ }"
}

# The folder of a pallet of ours, or of our extensions; nothing for one of the SDK's.
folder_of() {
    local name=${1#pallet_}
    [ "$name" != runtime_extensions ] || { echo runtime/src/extensions && return; }
    for name in "$name" "${name#subtensor_}"; do
        name=pallets/${name//_/-}
        [ ! -d "$name" ] || { echo "$name/src" && return; }
    done
}

# The trait that the weights of a pallet of the SDK implement.
trait_of() {
    case $1 in
        frame_system_extensions) echo frame_system::ExtensionsWeightInfo ;;
        *) echo "$1::WeightInfo" ;;
    esac
}

remark() { echo "on $(sed -n 's/^model name[^:]*: //p;T;q' /proc/cpuinfo), $(date -u +%F)"; }

# Puts a file that the program has written in its place.
put() {
    rustfmt --edition 2024 --config-path "$ROOT/rustfmt.toml" "$1.new"
    mv "$1.new" "$1"
}

measure() {
    local folder output
    folder=$(folder_of "$1")
    if [ -n "$folder" ]; then
        output=$folder/weight_info/measured.rs
        set -- "$1"
    else
        output=runtime/src/weights/$1.rs
        set -- "$1" "$(trait_of "$1")"
    fi
    mkdir -p "$(dirname "$output")"
    say "$1 -> $output"
    "$PROGRAM" measure "$BLOB" "$preset" "$1" "$output.new" "$steps" \
        "$repeat" "$(remark)" "${@:2}" || { rm -f "$output.new" && return 1; }
    put "$output"
}

measure_database() {
    local chain copy output=runtime/src/weights/database.rs
    populated_chain
    # On the same disk, for ParityDB writes there in the end.
    copy=$(mktemp -d "$chain.XXXXXX")
    # shellcheck disable=SC2064 # The folder of now.
    trap "rm -rf '$copy'" EXIT
    cp -r "$chain/base" "$copy"
    mkdir -p "$(dirname "$output")"
    say "database -> $output"
    "$PROGRAM" database "$copy/base/chains/dev/paritydb/full" "$output.new" "$(remark)"
    put "$output"
}

say "Building the program that runs benchmarks, with everything else"
build_everything
if [ "${wanted[*]}" = database ]; then
    measure_database
    exit
fi
say "Building a runtime with benchmarks, in $TARGET_DIR/weights"
# Types are enough of the native runtime; its build script makes the blob.
cargo check --release --locked -p node-subtensor-runtime \
    --features node-subtensor-runtime/runtime-benchmarks --target-dir "$TARGET_DIR/weights"

benchmarks=$("$PROGRAM" list "$BLOB" "$preset")
PALLETS=$(cut -d ' ' -f 1 <<<"$benchmarks" | uniq)
if [ -n "$list" ]; then
    echo "$benchmarks"
    exit
fi
[ ${#wanted[@]} -gt 0 ] || mapfile -t wanted <<<"$PALLETS"
crates=()
for name in "${wanted[@]}"; do
    crate=$(crate_of "$name") || exit
    crates+=("$crate")
done
for crate in "${crates[@]}"; do measure "$crate"; done
