# The Debian packages that Sheen needs, and their installation. Sourced by packaging/run and packaging/test.
#
# A machine that has them all is left alone: no package list is fetched, nothing is asked.

sheen_packages=(
    build-essential cmake ninja-build ccache pkg-config git ca-certificates
    libopencv-dev libgdal-dev gdal-bin libproj-dev libgeos-dev libgeographiclib-dev
    libtorch-dev libopenblas0-pthread
    libtesseract-dev tesseract-ocr-eng
    libtbb-dev
    libexiv2-dev
    libavformat-dev libavcodec-dev libswscale-dev libavutil-dev
    xvfb xauth poppler-utils fonts-dejavu-core
)
sheen_qgis_packages=(libqgis-dev qgis-providers qgis-common)
# Qt's packages for the Qt that Debian's QGIS links.
sheen_qt5_packages=(qtbase5-dev qttools5-dev qttools5-dev-tools libqt5svg5-dev)
# For a QGIS with Qt 6 that lies in a folder of its own (QGIS_PREFIX_PATH).
sheen_qt6_packages=(
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-positioning-dev qt6-5compat-dev
    qt6-multimedia-dev qtkeychain-qt6-dev libqscintilla2-qt6-dev qt6-declarative-dev libqt6opengl6-dev
    libspatialindex-dev libspatialite-dev libprotobuf-dev libzip-dev
)
sheen_ci_packages=(clang-format)
# For packaging/fuzz alone, beside a Qt.
sheen_fuzz_packages=(build-essential cmake ninja-build ccache clang libclang-rt-dev libopencv-dev libproj-dev
    libgeographiclib-dev pkg-config)

sheen_say() { printf '%s\n' "sheen: $*" >&2; }

# Those of the named packages that are not installed.
sheen_missing() {
    local name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || printf '%s\n' "$name"
    done
}

# The release's backports as a deb822 entry, derived from the Debian entry that this machine already has:
# "URI<TAB>Signed-By" of the entry that carries the release itself.
sheen_debian_entry() {
    local codename=$1
    # One line per entry of a .sources file; then the one-line style.
    find /etc/apt/sources.list.d -name '*.sources' -exec awk -v suite="$codename" '
        function flush() { if (enabled && uris != "" && suites ~ "(^| )" suite "( |$)") print uris "\t" key
                           uris = suites = key = ""; enabled = 1 }
        BEGIN { enabled = 1 }
        /^[ \t]*$/ { flush() }
        /^URIs:/ { uris = $2 }
        /^Suites:/ { sub(/^Suites:[ \t]*/, ""); suites = $0 }
        /^Signed-By:/ { key = $2 }
        /^Enabled:[ \t]*no/ { enabled = 0 }
        END { flush() }' {} + 2>/dev/null
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk -v suite="$codename" '
        $1 == "deb" {
            key = ""; first = 2
            if ($2 ~ /^\[/) {
                while (first <= NF && $first !~ /\]$/) first++
                first++
                if (match($0, /signed-by=[^] ]+/)) key = substr($0, RSTART + 10, RLENGTH - 10)
            }
            if ($(first + 1) == suite) print $first "\t" key
        }'
}

# Where QGIS is older than 3.40 in the release itself, it comes from the release's backports.
sheen_needs_backports() {
    local candidate
    candidate=$(apt-cache policy libqgis-dev | awk '/Candidate:/ { print $2 }')
    [ -z "$candidate" ] || [ "$candidate" = "(none)" ] || dpkg --compare-versions "$candidate" lt 3.40
}

sheen_backports_source() {
    local codename=$1 entry
    entry=$(sheen_debian_entry "$codename" | head -n 1)
    [ -n "$entry" ] || return 1
    printf 'Types: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\n' "${entry%%$'\t'*}" "$codename"
    [ -z "${entry#*$'\t'}" ] || printf 'Signed-By: %s\n' "${entry#*$'\t'}"
}

# Runs a command as root; fails where that is not possible.
sheen_as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

sheen_may_install() {
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null && return 0
    [ -t 0 ] && sudo -v
}

# sheen_install PACKAGE...: all of them, or one clear sentence and a failure.
sheen_install() {
    local missing codename source_file=/etc/apt/sources.list.d/sheen-backports.sources
    if ! command -v dpkg-query >/dev/null; then
        sheen_say "this is no Debian: install what README.md names under \"What it is built on\"; CMake says what is missing."
        return 0
    fi
    mapfile -t missing < <(sheen_missing "$@")
    [ "${#missing[@]}" = 0 ] && return 0
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    if ! sheen_may_install; then
        sheen_say "packages are missing and this user may not install them. An administrator would run:"
        if sheen_needs_backports && [ "$codename" = bookworm ]; then
            printf "printf '%%b' '%s' > %s && apt-get update && apt-get install -y --no-install-recommends -t %s-backports %s\n" \
                "$(sheen_backports_source "$codename" | sed ':a;N;$!ba;s/\n/\\n/g')\\n" "$source_file" "$codename" "${missing[*]}"
        else
            printf 'apt-get update && apt-get install -y --no-install-recommends %s\n' "${missing[*]}"
        fi
        return 1
    fi
    sheen_say "installing ${#missing[@]} packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
    sheen_as_root "${apt[@]}" update >/dev/null || sheen_say "the package lists could not be refreshed; trying with the old ones."
    if ! sheen_needs_backports; then
        sheen_as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2
        return
    fi
    local from_backports=() rest=() name
    for name in "${missing[@]}"; do
        case " ${sheen_qgis_packages[*]} " in *" $name "*) from_backports+=("$name") ;; *) rest+=("$name") ;; esac
    done
    if [ "${#rest[@]}" -gt 0 ]; then
        sheen_as_root "${apt[@]}" install --no-install-recommends "${rest[@]}" >&2 || return 1
    fi
    if [ "${#from_backports[@]}" -gt 0 ]; then
        if ! apt-cache policy | grep -q "a=[^,]*-backports"; then
            sheen_backports_source "$codename" | sheen_as_root tee "$source_file" >/dev/null
            [ -s "$source_file" ] || { sheen_say "no Debian entry to derive the backports from was found; add ${codename}-backports to the package sources."; return 1; }
            sheen_as_root "${apt[@]}" update >/dev/null
        fi
        sheen_as_root "${apt[@]}" install --no-install-recommends -t "${codename}-backports" "${from_backports[@]}" >&2
    fi
}
