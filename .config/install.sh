# Sourced by ./run and ./test: puts what the register needs onto a Debian or Ubuntu machine, and says what it does.

say() { printf '%s\n' "$*" >&2; }

# Runs a command and shows its output only when it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || status=$?
    if [[ $status -ne 0 ]]; then
        cat "$log" >&2
        say "Failed: $*"
    fi
    rm -f "$log"
    return $status
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else say "This needs root, and there is no sudo: $*"; return 1
    fi
}

# apt_install WHAT_FOR PACKAGE...
apt_install() {
    local what=$1
    shift
    if ! command -v apt-get >/dev/null; then
        say "$what is missing, and this is not Debian or Ubuntu. Install it with your system's packages ($*), then try again."
        exit 1
    fi
    say "Installing $what ($*) …"
    export DEBIAN_FRONTEND=noninteractive
    quietly as_root apt-get update
    if ! quietly as_root apt-get install --yes --no-install-recommends "$@"; then
        say "$what could not be installed. Install it by hand ($*), then try again."
        exit 1
    fi
}

need_dotnet() {
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
    if command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
        return
    fi
    if command -v apt-cache >/dev/null && { quietly as_root apt-get update || true; apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; }; then
        apt_install "the .NET 10 SDK" dotnet-sdk-10.0
    else
        say "The .NET 10 SDK is missing, and this distribution has no package of it."
        say "Install it as https://learn.microsoft.com/dotnet/core/install/linux says, then try again."
        exit 1
    fi
}

# The server's programs only: the register starts a private server of its own, so the distribution's must not start one beside it.
need_postgres() {
    if [[ -n ${ConnectionStrings__PrisonerTracker:-} || -n ${LocalPostgres__BinDirectory:-} ]] || command -v initdb >/dev/null \
        || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || compgen -G '/usr/pgsql-*/bin/initdb' >/dev/null; then
        return
    fi
    if command -v apt-get >/dev/null; then
        as_root mkdir -p /etc/postgresql-common/createcluster.d
        printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.d/prisonertracker.conf >/dev/null
    fi
    apt_install "PostgreSQL (server programs)" postgresql
}

# Makes uploaded photos small. Everything else works without it, so its absence stops nothing.
want_vips() {
    if [[ -n ${Photos__Tools:-} ]] || command -v vipsthumbnail >/dev/null; then
        return
    fi
    (apt_install "libvips, for photos" libvips-tools) || say "Photos cannot be uploaded until libvips-tools is installed. Everything else works."
}

need_chromium() {
    if [[ -n ${CHROMIUM:-} ]] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then
        return
    fi
    apt_install "Chromium for the browser tests" chromium fonts-dejavu-core
}
