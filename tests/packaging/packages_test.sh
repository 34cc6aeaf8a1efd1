#!/usr/bin/env bash
# How packaging/sources.sh and packages.sh choose what to install. Apt itself reads the package sources below, in a tree of its own,
# from small repositories that are made here: nothing is fetched from elsewhere, nothing of the machine is read or changed.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v apt-get >/dev/null || { echo "no apt here"; exit 77; }
. packaging/steps.sh
. packaging/packages.sh
tree=$(mktemp -d)
trap 'sheen_on_exit $?; rm -rf "$tree"' EXIT
failures=0
architecture=$(dpkg --print-architecture)

expect() {  # NAME EXPECTED ACTUAL
    if [ "$2" != "$3" ]; then
        printf 'FAIL %s\n--- expected\n%s\n--- got\n%s\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}

# repository FOLDER ORIGIN SUITE QGIS_VERSION
repository() {
    local dist=$tree/$1/dists/$3 packages=main/binary-$architecture/Packages
    mkdir -p "$dist/$(dirname "$packages")"
    printf 'Package: libqgis-dev\nVersion: %s\nArchitecture: %s\nMaintainer: x\nFilename: x.deb\nSize: 1\nSHA256: %064d\nDescription: x\n' \
        "$4" "$architecture" 0 >"$dist/$packages"
    {
        printf 'Origin: %s\nLabel: x\nSuite: %s\nCodename: %s\nArchitectures: %s\nComponents: main\n' "$2" "$3" "$3" "$architecture"
        printf 'Date: Thu, 01 Jan 2026 00:00:00 UTC\nSHA256:\n'
        printf ' %s %s %s\n' "$(sha256sum "$dist/$packages" | cut -d ' ' -f 1)" "$(stat -c %s "$dist/$packages")" "$packages"
    } >"$dist/Release"
}

fresh_tree() {
    rm -rf "$tree/etc" "$tree/var"
    mkdir -p "$tree"/etc/apt/{sources.list.d,preferences.d,apt.conf.d,trusted.gpg.d,auth.conf.d} \
        "$tree"/var/lib/apt/lists/partial "$tree"/var/lib/dpkg "$tree"/var/cache/apt/archives/partial
    : >"$tree/var/lib/dpkg/status"
    printf 'Dir "%s";\nDir::State::status "%s/var/lib/dpkg/status";\nAPT::Sandbox::User "root";\n' "$tree" "$tree" >"$tree/apt.conf"
    export APT_CONFIG=$tree/apt.conf
}
sources_file() { cat >"$tree/etc/apt/$1"; }
update() { apt-get -qq update 2>/dev/null; }

repository debian Debian bookworm 3.22.16
repository debian Debian bookworm-backports 3.40.6
repository security Debian bookworm-security 3.22.16
repository prod 'Somebody Else' bookworm 3.22.16
repository new Debian trixie 3.40.6

fresh_tree
sources_file sources.list.d/debian.sources <<END
Types: deb
# a comment between the fields, as container images have it
URIs: file:$tree/debian
Suites: bookworm
Components: main
Trusted: yes

Types: deb
URIs: file:$tree/security
Suites: bookworm-security
Components: main
Trusted: yes
END
update
expect 'deb822 only' "Types: deb
URIs: file:$tree/debian
Suites: bookworm-backports
Components: main
Trusted: yes" "$(sheen_backports_entry bookworm)"
expect 'a deb822 file for it' /etc/apt/sources.list.d/sheen-backports.sources "$(sheen_backports_file "$(sheen_backports_entry bookworm)")"
sheen_has_backports bookworm && expect 'no backports yet' no yes
sheen_needs_backports || expect 'an old QGIS needs them' yes no
case $(sheen_installing_line bookworm libqgis-dev cmake) in
    "printf '%b' 'Types: deb\nURIs: file:$tree/debian\nSuites: bookworm-backports\n"*"' >/etc/apt/sources.list.d/sheen-backports.sources && apt-get update"*" cmake && "*" -t bookworm-backports libqgis-dev") ;;
    *) expect 'a line for an administrator' "printf …" "$(sheen_installing_line bookworm libqgis-dev cmake)" ;;
esac

fresh_tree
sources_file sources.list <<END
# deb cdrom:[Debian]/ bookworm main

deb [arch=$architecture trusted=yes] file:$tree/debian bookworm main contrib # ours
deb [trusted=yes] file:$tree/security bookworm-security main
END
update
expect 'one line only' "deb [arch=$architecture trusted=yes] file:$tree/debian bookworm-backports main" "$(sheen_backports_entry bookworm)"
expect 'a one-line file for it' /etc/apt/sources.list.d/sheen-backports.list "$(sheen_backports_file "$(sheen_backports_entry bookworm)")"

fresh_tree
printf 'deb [trusted=yes] file:%s/prod bookworm main\n' "$tree" | sources_file sources.list.d/a.list
sources_file sources.list.d/z.sources <<END
Enabled: no
Types: deb
URIs: file:$tree/old
Suites: bookworm
Components: main

types: deb
uris: file:$tree/debian/
suites:
 bookworm
components: main
 contrib
trusted: yes
END
update
expect "Debian's, not another's of the same suite" "Types: deb
uris: file:$tree/debian/
Suites: bookworm-backports
Components: main
trusted: yes" "$(sheen_backports_entry bookworm)"

fresh_tree
status=0
entry=$(sheen_backports_entry bookworm) || status=$?
expect 'no entry at all' '1 ' "$status $entry"

fresh_tree
printf 'deb [trusted=yes] file:%s/debian bookworm main\n' "$tree" | sources_file sources.list
printf 'Types: deb\nURIs: file:%s/debian\nSuites: bookworm-backports\nComponents: main\nTrusted: yes\n' "$tree" |
    sources_file sources.list.d/b.sources
update
sheen_has_backports bookworm || expect 'backports there already' yes no
sheen_needs_backports || expect 'QGIS comes from them all the same' yes no
expect 'the line then' "apt-get update && apt-get install -y --no-install-recommends -t bookworm-backports libqgis-dev" \
    "$(sheen_installing_line bookworm libqgis-dev)"

fresh_tree
printf 'deb [trusted=yes] file:%s/new trixie main\n' "$tree" | sources_file sources.list
update
sheen_needs_backports && expect "a release with a new QGIS needs none" no yes
expect 'the line then' "apt-get update && apt-get install -y --no-install-recommends libqgis-dev cmake" \
    "$(sheen_installing_line trixie libqgis-dev cmake)"

[ "$failures" = 0 ] || sheen_fail "$failures of the choices above are wrong."
echo "all as expected"
