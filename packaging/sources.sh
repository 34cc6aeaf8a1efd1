# Where this machine's apt gets Debian from, and the entry for the release's backports that follows from it. Sourced by
# packages.sh. Apt itself is asked, so that one-line and deb822 entries, mirrors, keys and options all count.

# "FILE:NUMBER REPOSITORY" of each enabled entry that carries this release's main component. Debian's own come first: another
# repository may name its suite alike. Apt knows an entry's origin only once its list was fetched.
sheen_release_entries() {
    local codename=$1
    apt-get indextargets --format '$(ORIGIN)|$(SOURCESENTRY)|$(REPO_URI)' 'Created-By: Packages' \
        "Release: $codename" 'Component: main' 2>/dev/null |
        awk -F'|' '{ rank = $1 == "Debian" ? 0 : $3 ~ /debian\/?$/ ? 1 : 2; print rank, $2, $3 }' | sort -n -s | cut -d ' ' -f 2-
}

# The paragraph of a .sources file with that number (1 is the first), for the backports of CODENAME.
sheen_backports_paragraph() {
    local file=$1 number=$2 codename=$3
    awk -v wanted="$number" -v suite="$codename-backports" '
        /^[ \t]*$/ { if (inside) { inside = 0 } next }
        /^#/ { next }
        !inside { inside = 1; count++ }
        count != wanted { next }
        { field = $0; sub(/:.*/, "", field); field = tolower(field) }
        /^[ \t]/ { if (!dropped) print; next }
        { dropped = 0 }
        field == "types" { print "Types: deb"; dropped = 1; next }
        field == "suites" { print "Suites: " suite; dropped = 1; next }
        field == "components" { print "Components: main"; dropped = 1; next }
        field == "enabled" { dropped = 1; next }
        { print }' "$file"
}

# The line of a .list file with that number, for the backports of CODENAME.
sheen_backports_line() {
    local file=$1 number=$2 codename=$3
    sed -nE "${number}{s/[[:space:]]*#.*//;s/^[[:space:]]*(deb)(-src)?[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+)[[:space:]].*/deb \3\4 $codename-backports main/p}" "$file"
}

# The entry for CODENAME's backports, as that of the release with another suite: the same mirror, key and options. Nothing
# and a failure where the release itself has no entry.
sheen_backports_entry() {
    local codename=$1 where entry
    where=$(sheen_release_entries "$codename" | sed -n '1s/ .*//p')
    [ -n "$where" ] || return 1
    case $where in
        *.sources:*) entry=$(sheen_backports_paragraph "${where%:*}" "${where##*:}" "$codename") ;;
        *) entry=$(sheen_backports_line "${where%:*}" "${where##*:}" "$codename") ;;
    esac
    [ -n "$entry" ] || return 1
    printf '%s\n' "$entry"
}

# The file that such an entry belongs into; apt tells the two styles by the file's name.
sheen_backports_file() {
    case $1 in
        deb\ *) printf '/etc/apt/sources.list.d/sheen-backports.list' ;;
        *) printf '/etc/apt/sources.list.d/sheen-backports.sources' ;;
    esac
}

sheen_has_backports() {
    [ -n "$(apt-get indextargets --format '$(RELEASE)' 'Created-By: Packages' "Release: $1-backports" 2>/dev/null)" ]
}

sheen_no_backports() {
    printf '%s' "no entry for Debian's $1 was found in the package sources, so that its backports (for QGIS $sheen_qgis_version) cannot be derived: add $1-backports to /etc/apt/sources.list.d and run this again."
}

# Where nobody has fetched package lists (container images come without), they are fetched into a folder of our own, which any
# user may do: what follows then answers as it would for an administrator.
sheen_look_at_sources() {
    [ -z "$(apt-get indextargets 'Created-By: Packages' 2>/dev/null)" ] || return 0
    local folder=$PWD/build/apt
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
    printf 'Dir::State::Lists "%s/lists";\nDir::Cache "%s/cache";\nDebug::NoLocking "true";\nAPT::Sandbox::User "";\n' \
        "$folder" "$folder" >"$folder/apt.conf"
    export APT_CONFIG=$folder/apt.conf
    sheen_logged "$sheen_install_log" apt-get -q update ||
        sheen_say "the package lists cannot be fetched ($(sheen_apt_complaint)): is there a network?"
}

# True where the release's own QGIS is too old. Without package lists the release's name tells.
sheen_needs_backports() {
    local candidates version codename
    candidates=$(apt-cache madison libqgis-dev 2>/dev/null | awk -F ' *[|] *' '$3 !~ /-backports\// { print $2 }')
    if [ -z "$candidates" ]; then
        codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
        [ "$codename" = bookworm ]
        return
    fi
    for version in $candidates; do
        dpkg --compare-versions "$version" ge "$sheen_qgis_version" && return 1
    done
    return 0
}
