#!/usr/bin/env bash
# Checks docker/ without a container engine: every file a Dockerfile or the
# compose file names exists (and is not excluded from the build context), every
# RUN step is valid shell, every shell script it runs is too, and commands and
# options it gives to our own scripts exist.
# With --debootstrap it also makes a plain Debian root and runs there the steps
# that need no compiler (root and network needed; some minutes).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

DEBOOTSTRAP=0
case ${1:-} in
    "") ;;
    --debootstrap) DEBOOTSTRAP=1 ;;
    *) fail "unknown option '$1'" "usage: scripts/check-docker.sh [--debootstrap]" ;;
esac

PROBLEMS=0
problem() {
    echo "problem: $*" >&2
    PROBLEMS=$((PROBLEMS + 1))
}

# One instruction a line, comments and continuation lines folded.
instructions() {
    sed -e '/^[[:space:]]*#/d' "$1" | sed -e ':a' -e '/\\$/{N;s/\\\n[[:space:]]*/ /;ba' -e '}' | sed '/^[[:space:]]*$/d'
}

ignored() {
    local pattern
    while read -r pattern; do
        pattern=${pattern#/}
        [ "$1" = "$pattern" ] && return 0
    done < <(grep -v '^#' .dockerignore)
    return 1
}

check_copy() {
    local file=$1 sources=() word
    shift
    for word in "$@"; do
        case $word in
            --from=*)
                grep -qiE "^FROM .* AS ${word#--from=}\$" "$file" || problem "$file: COPY names the unknown stage '${word#--from=}'"
                return
                ;;
            --*) ;;
            *) sources+=("$word") ;;
        esac
    done
    unset 'sources[-1]' # the destination
    [ ${#sources[@]} -gt 0 ] || problem "$file: COPY without a source"
    for word in ${sources[@]+"${sources[@]}"}; do
        [ -e "$word" ] || problem "$file: COPY source '$word' does not exist"
        [ -z "$(git ls-files -- "$word" 2>/dev/null)" ] && [ -d .git ] &&
            problem "$file: COPY source '$word' is not under version control"
        ! ignored "$word" || problem "$file: COPY source '$word' is excluded by .dockerignore"
    done
}

check_run() {
    local file=$1 step=$2 script
    bash -n <<<"$step" 2>/dev/null || problem "$file: RUN step is not valid shell: $step"
    # The default shell of the Debian images is dash: check with it where we have it.
    if command -v dash >/dev/null; then
        dash -n <<<"$step" 2>/dev/null || problem "$file: RUN step is not valid for dash: $step"
    fi
    for script in $(grep -oE '(^|[ ;&])scripts/[a-z-]+\.sh' <<<"$step" || true); do
        [ -x "$script" ] || problem "$file: RUN starts '$script', which is not executable"
        bash -n "$script" || problem "$script is not valid shell"
    done
}

check_workspace() {
    # A workspace member whose folder is not copied breaks the build at once.
    local file=$1 member
    while read -r member; do
        instructions "$file" | grep -qE "^COPY (.* )?${member%%/*} " ||
            problem "$file: workspace member '$member' is not copied"
    done < <(sed -n '/^members *= *\[/,/^\]/p' Cargo.toml | grep -oE '"[^"]+"' | tr -d '"')
}

check_dockerfile() {
    local file=$1 line keyword rest
    say "Checking $file"
    while read -r line; do
        keyword=${line%% *}
        rest=${line#* }
        case ${keyword^^} in
            COPY | ADD) # shellcheck disable=SC2086
                check_copy "$file" $rest ;;
            RUN) check_run "$file" "$rest" ;;
            ARG | FROM | WORKDIR | USER | VOLUME | EXPOSE | HEALTHCHECK | ENTRYPOINT | CMD | ENV) ;;
            *) problem "$file: unknown instruction '$keyword'" ;;
        esac
    done < <(instructions "$file")
    check_workspace "$file"
    local user
    user=$(instructions "$file" | sed -n 's/^USER //p' | tail -n 1)
    [ -n "$user" ] && [ "$user" != root ] || problem "$file: the image would run as root"
    instructions "$file" | grep -q '^HEALTHCHECK ' || problem "$file: no health check"
    local wanted image
    wanted=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
    image=$(sed -n 's/^ARG RUST_IMAGE=.*rust:\([0-9.]*\).*/\1/p' "$file")
    [ "$wanted" = "$image" ] || problem "$file: builds with Rust $image, rust-toolchain.toml says $wanted"
}

check_compose() {
    local file=$1 dockerfile
    say "Checking $file"
    dockerfile=$(sed -n 's/^ *dockerfile: *//p' "$file")
    [ -e "$dockerfile" ] || problem "$file: dockerfile '$dockerfile' does not exist"
    [ -d "docker/$(sed -n 's/^ *context: *//p' "$file")" ] || problem "$file: the build context does not exist"
    local port
    port=$(grep -oE '127\.0\.0\.1:[0-9]+:[0-9]+' "$file" | sed 's/.*://')
    grep -qE "^EXPOSE .*\\b$port\\b" "$dockerfile" || problem "$file: publishes port $port, which the image does not expose"
    ! grep -P '\t' "$file" >/dev/null || problem "$file: tabs are not allowed in YAML"
}

in_plain_debian() {
    say "Running the run-time stage in a plain Debian root"
    [ "$(id -u)" -eq 0 ] || fail "--debootstrap needs root"
    command -v debootstrap >/dev/null || fail "debootstrap is not installed" "apt-get install debootstrap"
    local root
    root=$(mktemp -d)
    chmod 755 "$root" # the root folder of the users in it
    # shellcheck disable=SC2064
    trap "rm -rf '$root'" EXIT
    debootstrap --variant=minbase bookworm "$root" >/dev/null || fail "debootstrap could not make a Debian root"
    local step
    while read -r step; do
        note "RUN ${step:0:70}..."
        chroot "$root" /bin/sh -c "$step" >/dev/null || problem "a RUN step fails in a plain Debian root: $step"
    done < <(instructions docker/Dockerfile | sed -n '/^FROM \${RUN_IMAGE}/,$p' | sed -n 's/^RUN //p')
    [ "$(chroot "$root" stat -c %U /data)" = subtensor ] || problem "/data does not belong to the image's user"
    if [ -x "$NODE" ]; then
        cp "$NODE" "$root/usr/local/bin/node-subtensor"
        chroot --userspec=10001:10001 "$root" node-subtensor --version || problem "the node does not start in a plain Debian root"
    else
        note "no built node at $NODE: its start was not tried"
    fi
    # The set-up script in a root without anything: it must install what it needs.
    mkdir -p "$root/src/e2e"
    cp -r scripts rust-toolchain.toml "$root/src/"
    chroot "$root" /bin/sh -c 'cd /src && scripts/setup.sh --no-e2e' >"$root/setup.log" 2>&1 || true
    # There is no Rust in that root, so set-up ends there, after the packages.
    grep -q 'cargo is not installed' "$root/setup.log" || {
        tail -n 5 "$root/setup.log" >&2
        problem "scripts/setup.sh did not get past the system packages"
    }
    chroot "$root" protoc --version >/dev/null || problem "scripts/setup.sh did not install protoc"
}

for dockerfile in docker/Dockerfile*; do check_dockerfile "$dockerfile"; done
check_compose docker/compose.yml
sh -n docker/healthcheck.sh || problem "docker/healthcheck.sh is not valid shell"
[ -x docker/healthcheck.sh ] || problem "docker/healthcheck.sh is not executable"
[ "$DEBOOTSTRAP" -eq 0 ] || in_plain_debian

[ "$PROBLEMS" -eq 0 ] || fail "$PROBLEMS problem(s) in docker/"
say "docker/ is consistent"
