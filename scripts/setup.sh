#!/usr/bin/env bash
# Installs what building and testing need, and nothing that is there already:
# system packages, the WebAssembly target, and (unless --no-e2e) the clients that
# the end-to-end tests drive: the newest in .venv, the generation before it in
# .venv-older, and polkadot.js; with --explorer also a browser and the packages
# that the explorer is built with.
# Safe to run again at any time. As root it uses apt-get directly, else sudo.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

WITH_E2E=1 WITH_EXPLORER=0
for arg in "$@"; do
    case $arg in
        --no-e2e) WITH_E2E=0 ;;
        --explorer) WITH_EXPLORER=1 ;;
        -h | --help)
            echo "usage: scripts/setup.sh [--no-e2e] [--explorer]"
            echo "  --no-e2e    build tools only, without the clients of the end-to-end tests"
            echo "  --explorer  what the tests of the explorer need, too"
            exit 0
            ;;
        *) fail "unknown option '$arg'" "usage: scripts/setup.sh [--no-e2e] [--explorer]" ;;
    esac
done

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "'$*' needs root, and there is no sudo" "run as root: $*"
    fi
}

have_package() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

system_packages() {
    say "System packages"
    local missing=()
    # A C++ compiler builds wasm-opt; the network crates generate code with
    # protoc, and build their OpenSSL from source, which takes make and all of Perl.
    command -v cc >/dev/null && command -v c++ >/dev/null || missing+=(build-essential)
    command -v make >/dev/null || missing+=(make)
    perl -MFindBin -MIPC::Cmd -MTime::Piece -e 1 2>/dev/null || missing+=(perl)
    command -v curl >/dev/null || missing+=(curl)
    command -v git >/dev/null || missing+=(git)
    if ! command -v protoc >/dev/null || [ ! -e /usr/include/google/protobuf/timestamp.proto ]; then
        missing+=(protobuf-compiler libprotobuf-dev)
    fi
    [ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
    if [ "$WITH_E2E" -eq 1 ] && ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
        missing+=(python3 python3-venv)
    fi
    if [ "$WITH_E2E" -eq 1 ] && ! { command -v node && command -v npm; } >/dev/null; then
        missing+=(nodejs npm)
    fi
    # Tests look at the explorer with it.
    if [ "$WITH_EXPLORER" -eq 1 ] && ! command -v "${CHROMIUM:-chromium}" >/dev/null; then
        missing+=(chromium)
    fi
    # Tests stop the clock of the client with it.
    if [ "$WITH_E2E" -eq 1 ] && ! compgen -G '/usr/lib*/*/faketime/libfaketime.so.1' >/dev/null; then
        missing+=(libfaketime)
    fi
    # Tests of networks put nodes into namespaces.
    if [ "$WITH_E2E" -eq 1 ] && ! command -v ip >/dev/null; then
        missing+=(iproute2)
    fi
    if [ ${#missing[@]} -eq 0 ]; then
        note "all present"
        return
    fi
    command -v apt-get >/dev/null ||
        fail "missing: ${missing[*]}" "this machine has no apt-get; install them with its own package manager"
    note "installing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq ||
        fail "apt-get update failed" "check the network and /etc/apt/sources.list*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" ||
        fail "apt-get could not install: ${missing[*]}"
    local package
    for package in "${missing[@]}"; do
        have_package "$package" || fail "apt-get reported success, but $package is not installed"
    done
}

rust_toolchain() {
    say "Rust toolchain"
    command -v cargo >/dev/null ||
        fail "cargo is not installed" "install rustup (https://rustup.rs or your distribution's 'rustup' package) and run this again"
    local channel
    channel=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
    if command -v rustup >/dev/null; then
        # rust-toolchain.toml already names the target; asking explicitly also
        # covers a toolchain that was installed before the file said so.
        rustup target list --installed 2>/dev/null | grep -qx wasm32v1-none ||
            rustup target add wasm32v1-none ||
            fail "rustup could not add the target wasm32v1-none" "the runtime is compiled to WebAssembly with it"
        local part
        for part in rustfmt clippy; do
            rustup component list --installed 2>/dev/null | grep -q "^$part" ||
                rustup component add "$part" ||
                fail "rustup could not add the component $part"
        done
    else
        [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32v1-none" ] ||
            fail "this Rust ($(rustc --version)) has no wasm32v1-none target" \
                "install rustup, or your distribution's package of that target"
    fi
    note "$(rustc --version), wanted $channel"
}

# Makes one of the environments of the end-to-end tests: its folder, what it needs, and the package
# of the client in it.
python_environment() {
    local venv=$1 requirements=$2 client=$3
    say "Python environment for the end-to-end tests (${venv##*/})"
    local stamp=$venv/requirements.sha256 wanted
    wanted=$(sha256sum <"$requirements")
    if [ -x "$venv/bin/python" ] && [ -x "$venv/bin/btcli" ] &&
        [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        note "up to date"
        return
    fi
    python3 -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] < (3, 15))' ||
        fail "$(python3 --version) is not supported by the client" "Python 3.10 to 3.14 is needed"
    # A half-made environment is not worth repairing.
    [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 || {
        rm -rf "$venv"
        python3 -m venv "$venv" || fail "python3 could not make a virtual environment in $venv"
    }
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" ||
        fail "pip could not install $requirements" "check the network, then run scripts/setup.sh again"
    "$venv/bin/btcli" --version >/dev/null ||
        fail "the installed client does not start" "remove ${venv##*/} and run scripts/setup.sh again"
    printf '%s\n' "$wanted" >"$stamp"
    note "installed $("$venv/bin/python" -m pip list --format=freeze --disable-pip-version-check | grep -i "^$client==")"
}

javascript_client() {
    say "polkadot.js for the end-to-end tests (e2e/js/node_modules)"
    local stamp=e2e/js/node_modules/package-lock.sha256 wanted
    wanted=$(sha256sum <e2e/js/package-lock.json)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        note "up to date"
        return
    fi
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' ||
        fail "node $(node --version) is not supported by polkadot.js" "Node.js 18 or later is needed"
    npm ci --prefix e2e/js --no-audit --no-fund --loglevel=error ||
        fail "npm could not install what e2e/js/package-lock.json names" "check the network, then run scripts/setup.sh again"
    printf '%s\n' "$wanted" >"$stamp"
    note "installed $(node -p 'require("./e2e/js/package.json").dependencies["@polkadot/api"]')"
}

system_packages
rust_toolchain
if [ "$WITH_E2E" -eq 1 ]; then
    python_environment "$VENV" e2e/requirements.txt bittensor
    python_environment "$OLDER_VENV" e2e/requirements-older.txt bittensor-cli
    javascript_client
fi
[ "$WITH_EXPLORER" -eq 0 ] || explorer_packages
say "Ready"
