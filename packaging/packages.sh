# The Debian packages that Sheen needs, and their installation. Sourced after steps.sh.
#
# A machine that has them all is left alone: no package list is fetched, nothing is asked.

. packaging/sources.sh

sheen_packages=(
    build-essential cmake ninja-build ccache pkg-config git ca-certificates
    libopencv-dev libgdal-dev gdal-bin libproj-dev libgeos-dev libgeographiclib-dev
    libtorch-dev libopenblas0-pthread
    libtbb-dev
    libexiv2-dev
    libavformat-dev libavcodec-dev libswscale-dev libavutil-dev
    xvfb xauth poppler-utils fonts-dejavu-core
)
# Sheen needs this QGIS or a newer one; where the release has an older one, these come from its backports.
sheen_qgis_version=3.40
sheen_qgis_packages=(libqgis-dev qgis-providers qgis-common)
# Qt's packages for the Qt that Debian's QGIS links.
sheen_qt5_packages=(qtbase5-dev qttools5-dev qttools5-dev-tools libqt5svg5-dev)
# For a QGIS with Qt 6 that lies in a folder of its own (QGIS_PREFIX_PATH).
sheen_qt6_packages=(
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-positioning-dev qt6-5compat-dev
    qt6-multimedia-dev qtkeychain-qt6-dev libqscintilla2-qt6-dev qt6-declarative-dev libqt6opengl6-dev
    libspatialindex-dev libspatialite-dev libprotobuf-dev libzip-dev
)
# For packaging/bundle, beside those of Qt 6.
sheen_bundle_packages=(
    patchelf zstd qt6-wayland libqt6sql6-sqlite qt6-image-formats-plugins qt6-xdgdesktopportal-platformtheme
    qt6-translations-l10n fontconfig-config fonts-nanum xkb-data gdal-data proj-data
)
# For packaging/qgis-qt6 where it builds QGIS from its sources, beside those of Qt 6.
sheen_qgis_build_packages=(flex bison protobuf-compiler dpkg-dev qmake6 libexpat1-dev libsqlite3-dev libzstd-dev libssl-dev)
# Beside what is needed to build: what continuous integration checks with.
sheen_ci_packages=(clang-format clang-tidy debootstrap)
# For packaging/try-deb and try-bundle: bare trees, a screen, and pictures of it.
sheen_trial_packages=(debootstrap xvfb imagemagick)
# For packaging/fuzz alone, beside a Qt.
sheen_fuzz_packages=(build-essential cmake ninja-build ccache clang libclang-rt-dev libopencv-dev libproj-dev
    libgeographiclib-dev libtbb-dev pkg-config)

sheen_install_log=build/packages.log
# More options of apt-get install.
sheen_apt_options=()

sheen_is_qgis() { case " ${sheen_qgis_packages[*]} " in *" $1 "*) return 0 ;; *) return 1 ;; esac }

# Those of the named packages that are not installed; of QGIS's also those that are too old.
sheen_missing() {
    local -A installed=()
    local status name version
    while read -r status name version; do
        [ "$status" != installed ] || installed[$name]=$version
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "$@" 2>/dev/null)
    for name in "$@"; do
        version=${installed[$name]:-}
        if [ -z "$version" ] || { sheen_is_qgis "$name" && dpkg --compare-versions "$version" lt "$sheen_qgis_version"; }; then
            printf '%s\n' "$name"
        fi
    done
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

# sheen_apt ARGUMENT...: apt-get, without questions. Another package tool's lock is waited for.
sheen_apt() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 -o APT::Update::Error-Mode=any)
    local deadline=$((SECONDS + ${SHEEN_LOCK_TIMEOUT:-900})) said='' holder
    while ! sheen_logged "$sheen_install_log" sheen_as_root "${apt[@]}" "$@"; do
        holder=$(sed -nE 's/^E: Could not get lock .*(held by process .*)/\1/p' "$sheen_install_log" | head -n 1)
        grep -qE '^E: (Could not get lock|Unable to (lock|acquire the dpkg))' "$sheen_install_log" || return 1
        [ "$SECONDS" -lt "$deadline" ] || return 1
        [ -n "$said" ] || sheen_say "another package tool is at work (${holder:-its lock is held}); waiting until it is done."
        said=yes
        sleep 3
    done
}

# What apt complained of: one line, the first that names a cause.
sheen_apt_complaint() {
    { grep -E '^(E:|W: Failed|dpkg: error|Err:)|No space left' "$sheen_install_log" || tail -n 1 "$sheen_install_log"; } |
        sed -n '1s/^[EW]: //;1p'
}

sheen_fail_installing() {
    sheen_fail "$sheen_step failed: $(sheen_apt_complaint) ${1:-}The whole log: $PWD/$sheen_install_log"
}

# Installs the named packages, given as "from_backports" and "rest" by sheen_split.
sheen_split() {
    from_backports=() rest=()
    local name
    for name in "$@"; do
        if sheen_is_qgis "$name" && sheen_needs_backports; then from_backports+=("$name"); else rest+=("$name"); fi
    done
}

# The commands that install the named packages, for somebody who may run them: one line.
sheen_installing_line() {
    local codename=$1 from_backports rest line='apt-get update'
    shift
    sheen_split "$@"
    local install='apt-get install -y --no-install-recommends'
    if [ "${#from_backports[@]}" -gt 0 ] && ! sheen_has_backports "$codename"; then
        local entry file
        entry=$(sheen_backports_entry "$codename") || return 1
        file=$(sheen_backports_file "$entry")
        line="printf '%b' '$(printf '%s\n' "$entry" | sed ':a;N;$!ba;s/\n/\\n/g')\\n' >$file && $line"
    fi
    [ "${#rest[@]}" = 0 ] || line+=" && $install ${rest[*]}"
    [ "${#from_backports[@]}" = 0 ] || line+=" && $install -t $codename-backports ${from_backports[*]}"
    printf '%s\n' "$line"
}

# sheen_install PACKAGE...: all of them, or one clear sentence and the end.
sheen_install() {
    local missing codename from_backports rest
    sheen_step="looking for packages"
    if ! command -v dpkg-query >/dev/null; then
        sheen_say "this is no Debian: install what README.md names under \"What it is built on\"; CMake says what is missing."
        return 0
    fi
    mapfile -t missing < <(sheen_missing "$@")
    [ "${#missing[@]}" = 0 ] && return 0
    sheen_need_build_folder
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    if ! sheen_may_install; then
        local line
        sheen_look_at_sources
        line=$(sheen_installing_line "$codename" "${missing[@]}") || sheen_fail "$(sheen_no_backports "$codename")"
        sheen_say "${#missing[@]} packages are missing and this user may not install them. An administrator would run, as root:"
        printf '%s\n' "$line"
        sheen_fail "run this again once that is done."
    fi
    sheen_step="refreshing the package lists"
    sheen_say "installing ${#missing[@]} packages and what they need: ${missing[*]}"
    local offline=''
    if ! sheen_apt update; then
        sheen_say "the package lists could not be refreshed ($(sheen_apt_complaint)); trying with the old ones."
        offline='(The package lists could not be refreshed before: is there a network?) '
    fi
    sheen_step="installing packages"
    sheen_split "${missing[@]}"
    [ "${#rest[@]}" = 0 ] || sheen_apt install "${sheen_apt_options[@]}" --no-install-recommends "${rest[@]}" || sheen_fail_installing "$offline"
    [ "${#from_backports[@]}" = 0 ] || sheen_install_from_backports "$codename" "$offline" "${from_backports[@]}"
}

# sheen_install_from_backports CODENAME REMARK PACKAGE...
sheen_install_from_backports() {
    local codename=$1 remark=$2 entry file
    shift 2
    if ! sheen_has_backports "$codename"; then
        entry=$(sheen_backports_entry "$codename") || sheen_fail "$(sheen_no_backports "$codename")"
        file=$(sheen_backports_file "$entry")
        sheen_say "adding the release's backports, for QGIS: $file"
        printf '%s\n' "$entry" | sheen_as_root tee "$file" >/dev/null || {
            sheen_as_root rm -f "$file"
            sheen_fail "$sheen_step failed: $file cannot be written."
        }
        if ! sheen_apt update && ! sheen_has_backports "$codename"; then
            local complaint
            complaint=$(sheen_apt_complaint)
            sheen_as_root rm -f "$file"
            sheen_fail "$sheen_step failed: the list of $codename-backports cannot be fetched: $complaint"
        fi
    fi
    sheen_apt install "${sheen_apt_options[@]}" --no-install-recommends -t "$codename-backports" "$@" || sheen_fail_installing "$remark"
}
