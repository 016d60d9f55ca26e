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
