# Shared by the scripts beside this folder: where things are, and how they talk.
# Source it; it changes into the root of the repository.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"

VENV=$ROOT/.venv
OLDER_VENV=$ROOT/.venv-older
TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
NODE=$TARGET_DIR/release/node-subtensor

# rustup installs here; a fresh login shell may not have it on PATH yet.
case ":$PATH:" in
    *":$HOME/.cargo/bin:"*) ;;
    *) PATH=$PATH:$HOME/.cargo/bin ;;
esac
export PATH

say() { printf '\n==> %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }
fail() {
    printf '\nerror: %s\n' "$1" >&2
    shift
    local line
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

# Builds exactly what the tests build: naming test targets makes cargo resolve
# features with the dev-dependencies in, so that a later `cargo test` (and the
# end-to-end tests, which start the binary and two of the examples) find everything
# already compiled.
build_everything() {
    cargo build --release --locked --workspace --bins --examples --tests "$@"
}

# Sets `chain` to the folder of a chain of 128 subnets of 256 uids, 64 of them validators, or of
# CHAIN_SIZE="subnets uids validators", made by the node there is. It is made once, in about two
# minutes, and kept beside what cargo builds: work on a copy of its `base`.
populated_chain() {
    export NODE_BINARY=${NODE_BINARY:-$NODE}
    [ -x "$NODE_BINARY" ] || fail "there is no node at $NODE_BINARY" "scripts/test.sh setup build"
    [ -x "$VENV/bin/python" ] || fail "there is no Python in $VENV" "scripts/test.sh setup"
    local subnets uids validators build
    read -r subnets uids validators <<<"${CHAIN_SIZE:-128 256 64}"
    # The state of a chain goes with its runtime: another node gets another chain.
    build=$(sha256sum "$NODE_BINARY" | cut -c1-12)
    chain=$TARGET_DIR/chains/$build-$subnets-$uids-$validators
    [ ! -e "$chain/complete" ] || return 0
    say "Filling a chain of $subnets subnets, $uids uids each"
    rm -rf "$chain"
    "$VENV/bin/python" scripts/populate "$chain" \
        --subnets "$subnets" --uids "$uids" --validators "$validators"
}

# Installs what the explorer is built and tested with, if that has changed.
explorer_packages() {
    command -v node >/dev/null && command -v npm >/dev/null ||
        fail "the explorer is built with Node.js 20.19 or newer, which is not here" "scripts/setup.sh installs it"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number);
        process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
        fail "Node.js $(node --version) is too old: the explorer is built with 20.19 or newer"
    local stamp=$ROOT/explorer/node_modules/.stamp wanted
    wanted=$(cat "$ROOT"/explorer/package{,-lock}.json | sha256sum | cut -c1-64)
    [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    say "Installing what the explorer is built with (explorer/node_modules)"
    npm ci --prefix "$ROOT/explorer" --prefer-offline --no-audit --no-fund --loglevel=error ||
        fail "npm could not install what explorer/package-lock.json names" "check the network, then try again"
    printf '%s\n' "$wanted" >"$stamp"
}

# True once a JSON-RPC server answers on the given port of this machine.
rpc_answers() {
    curl --silent --fail --max-time 2 -H 'Content-Type: application/json' \
        -d '{"jsonrpc":"2.0","id":1,"method":"system_health","params":[]}' \
        "http://127.0.0.1:$1" >/dev/null 2>&1
}

# Runs a command where it may make network namespaces, and nobody outside sees them:
# they go when it ends. It takes no privileges where users may have namespaces.
isolated() {
    local enter=(unshare --net --mount)
    [ "$(id -u)" -eq 0 ] || enter+=(--map-root-user)
    "${enter[@]}" true || fail "network namespaces are not available here" \
        "run as root, or allow users to make namespaces (kernel.unprivileged_userns_clone)"
    command -v ip >/dev/null || fail "there is no 'ip'" "run scripts/setup.sh, which installs iproute2"
    # `ip netns` keeps names there, which nobody but root may do outside.
    "${enter[@]}" sh -c 'mount -t tmpfs tmpfs /run && ip link set lo up && exec "$@"' sh "$@"
}
