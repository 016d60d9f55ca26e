#!/usr/bin/env bash
# Everything that must pass, in one command: set-up, formatting, rules of the
# house, build, lints, documentation, Rust tests, end-to-end tests against the
# built node. Stops at the first stage that fails; of the last ones, which run
# side by side, all get to their end. Ends with the time of each stage and the
# number of tests. Only by their names run the stages `network`, what becomes of a
# network of four in which something fails, and `explorer`, its pages in a browser.
#
# usage: scripts/test.sh [STAGE ...]            all stages, or those named
#        scripts/test.sh crate NAME [FILTER]    the tests of one crate
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

FIRST=(setup fmt tidy build)
CHECKS=(clippy doc cargo-test docker)
TESTS=(e2e crash)

LOGS=$(mktemp -d)
trap 'rm -rf "$LOGS"' EXIT
# Whatever runs beside goes, too.
trap 'trap - TERM; kill 0' INT TERM

# Runs the tests of one crate, with what cargo takes behind the name of a package.
crate_tests() {
    [ $# -ge 1 ] || fail "which crate?" "usage: scripts/test.sh crate NAME [FILTER]"
    local packages=(-p "$1")
    # Without the node beside it, the runtime would get the SDK with fewer
    # features than the other stages, and all of that would be compiled again.
    [ "$1" != node-subtensor-runtime ] || packages+=(-p node-subtensor --lib --test '*')
    SKIP_WASM_BUILD=1 PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-2609} \
        cargo test --release --locked --no-fail-fast "${packages[@]}" "${@:2}"
}

stage_setup() { scripts/setup.sh; }
stage_fmt() { cargo fmt --all --check && cargo fmt --manifest-path e2e/subxt/Cargo.toml --check; }
# The rules are tried on small examples first: one that finds nothing is known to work.
stage_tidy() {
    python3 -B -m unittest discover --start-directory scripts/tidy || return
    python3 -B scripts/tidy || return
    # Where the tool is there it says more than the rule that stands in for it.
    ! cargo deny --version >/dev/null 2>&1 || cargo deny --locked check bans licenses sources
}
# The reader of metadata stands apart from the workspace; its Cargo.toml says why.
stage_build() {
    build_everything || return
    cargo build --locked --manifest-path e2e/subxt/Cargo.toml --target-dir "$TARGET_DIR/subxt"
}
# The lints need types, not the WebAssembly blob, which the build stage made. So
# here they can read the code of `try-runtime` and of benchmarks too, which would be
# part of the blob.
stage_clippy() {
    SKIP_WASM_BUILD=1 cargo clippy --release --locked --workspace --all-targets \
        --features node-subtensor-runtime/try-runtime,node-subtensor-runtime/runtime-benchmarks \
        -- -D warnings
}
# Types again. Links of private items, too, lead somewhere.
stage_doc() {
    SKIP_WASM_BUILD=1 RUSTDOCFLAGS="-D warnings" \
        cargo doc --release --locked --workspace --no-deps --document-private-items \
        --features node-subtensor-runtime/try-runtime,node-subtensor-runtime/runtime-benchmarks
}
# Property tests draw the same inputs every time, so that only a change can turn
# a run red; another seed searches elsewhere.
stage_cargo-test() { PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-2609} cargo test --release --locked --workspace --no-fail-fast; }
stage_docker() { scripts/check-docker.sh; }
PYTEST=("$VENV/bin/python" -m pytest -q -ra --durations=5)
stage_e2e() { NODE_BINARY=$NODE "${PYTEST[@]}" e2e --ignore=e2e/network --ignore=e2e/explorer; }
# Leaves pictures of all pages in target/explorer-shots.
stage_explorer() {
    scripts/setup.sh --explorer || return
    scripts/explorer.sh --build-only || return
    (cd explorer && npm run --silent check && NO_COLOR=1 npm run --silent test) || return
    NODE_BINARY=$NODE "${PYTEST[@]}" e2e/explorer
}
# Some of the crashes of scripts/crash-test.sh, which has a hundred.
stage_crash() { NODE_BINARY=$NODE CRASHES=3 isolated "${PYTEST[@]}" e2e/network/test_crash.py; }
# Faults of machines, networks and clients.
stage_network() { NODE_BINARY=$NODE isolated "${PYTEST[@]}" e2e/network; }

run_stage() {
    local name=$1 started=$SECONDS status=0
    declare -F "stage_$name" >/dev/null || fail "unknown stage '$name'" "stages: ${FIRST[*]} ${CHECKS[*]} ${TESTS[*]} network explorer"
    say "Stage: $name"
    "stage_$name" 2>&1 | tee "$LOGS/$name.log"
    status=${PIPESTATUS[0]}
    printf '    %-12s %3d min %02d s   %s\n' "$name" $(((SECONDS - started) / 60)) \
        $(((SECONDS - started) % 60)) "$([ "$status" -eq 0 ] && echo passed || echo FAILED)" >>"$LOGS/times"
    return "$status"
}

run_in_turn() {
    local stage
    for stage in "$@"; do run_stage "$stage" || return; done
}

# The checks keep every core busy, while the end-to-end tests mostly wait for
# blocks. So they run side by side, and the tests have the machine when they want it.
run_all() {
    run_in_turn "${FIRST[@]}" || return
    say "Beside the end-to-end tests, printed at the end: ${CHECKS[*]}"
    (
        renice -n 19 -p "$BASHPID" >/dev/null
        run_in_turn "${CHECKS[@]}"
    ) >"$LOGS/checks.log" 2>&1 &
    local stage
    for stage in "${TESTS[@]}"; do run_stage "$stage"; done
    wait
    cat "$LOGS/checks.log"
}

# Adds up the closing lines of cargo's test binaries, of vitest and of pytest.
count() {
    {
        grep -hoE '^test result: .*' "$LOGS/cargo-test.log" | grep -oE "[0-9]+ $1"
        grep -hE '^ +Tests +[0-9]+ (passed|failed)' "$LOGS/explorer.log" | grep -oE "[0-9]+ $1"
        # The client may complain about closed connections after pytest's summary.
        local stage
        for stage in "${TESTS[@]}"; do
            grep -hE '[0-9]+ (passed|failed).* in [0-9.]+s' "$LOGS/$stage.log" | tail -n 1 | grep -oE "[0-9]+ $1"
        done
    } 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 }'
}

if [ "${1-}" = crate ]; then
    crate_tests "${@:2}"
    exit
fi

if [ $# -gt 0 ]; then run_in_turn "$@"; else run_all; fi

say "Stages"
cat "$LOGS/times"
printf '    %-12s %3d min %02d s\n\n' total $((SECONDS / 60)) $((SECONDS % 60))
FAILED=$(awk '$NF == "FAILED" { print $1 }' "$LOGS/times")
[ -z "$FAILED" ] || echo "failed:" $FAILED
if ls "$LOGS" | grep -qE '^(cargo-test|e2e|explorer|network)\.log$'; then
    echo "$(count passed) passed, $(count failed) failed"
fi
[ -z "$FAILED" ]
