# Bare Debian trees to try things in, as a stranger's machine would have it. Sourced after steps.sh; needs root and debootstrap.
#
# A tree is a folder that debootstrap fills with nothing but what Debian calls essential, and apt. Commands run in it with process,
# mount and (where asked) network namespaces of their own, so that nothing of them stays.

sheen_trees=${SHEEN_TREES:-/var/tmp/sheen-trees}

# True where trees can be made; else says why not.
sheen_can_make_trees() {
    local lacking=
    [ "$(id -u)" = 0 ] || lacking="root's rights"
    command -v debootstrap >/dev/null || lacking="debootstrap"
    unshare --mount --pid --fork true 2>/dev/null || lacking="namespaces (unshare)"
    [ -z "$lacking" ] || sheen_say "bare trees cannot be made here: $lacking lacking."
    [ -z "$lacking" ]
}

# The mirror that this machine's own Debian comes from.
sheen_mirror() {
    [ -z "${SHEEN_MIRROR:-}" ] || { printf '%s\n' "$SHEEN_MIRROR"; return; }
    apt-get indextargets --format '$(ORIGIN)|$(CODENAME)|$(REPO_URI)' 'Created-By: Packages' 'Component: main' |
        awk -F'|' '$1 == "Debian" && $2 !~ /-/ { print $3; exit }'
}

# sheen_base_tree SUITE: the folder with the bare tree of a release, made once.
sheen_base_tree() {
    local suite=$1 base=$sheen_trees/$1-base mirror
    if [ ! -d "$base" ]; then
        mirror=$(sheen_mirror)
        [ -n "$mirror" ] || sheen_fail "no Debian mirror is known: run apt-get update, or name one in SHEEN_MIRROR."
        rm -rf "$base.part"
        # A tree that is lost when the power fails is made anew: dpkg need not wait for the disk after each file.
        mkdir -p "$base.part/etc/dpkg/dpkg.cfg.d"
        echo force-unsafe-io >"$base.part/etc/dpkg/dpkg.cfg.d/bare-tree"
        sheen_logged "$sheen_trees/$suite.log" debootstrap --variant=minbase "$suite" "$base.part" "$mirror" ||
            sheen_fail "debootstrap failed for $suite: see $sheen_trees/$suite.log"
        rm -f "$base.part"/etc/apt/sources.list
        rm -f "$base.part"/var/cache/apt/archives/*.deb "$base.part"/var/lib/apt/lists/*_*
        mv "$base.part" "$base"
    fi
    printf '%s\n' "$base"
}

# sheen_new_tree SUITE NAME SOURCES: a copy of the bare tree with package sources of that kind: deb822, lines, both or
# backports (deb822 with the backports in it).
sheen_new_tree() {
    local suite=$1 tree=$sheen_trees/$1-$2 kind=$3 base
    base=$(sheen_base_tree "$suite")
    sheen_remove_tree "$tree"
    sheen_lay_tree "$base" "$tree" || cp -a --reflink=auto "$base" "$tree"
    sheen_write_sources "$tree" "$suite" "$kind"
    # Proxies and the like are this machine's affair; which lists are fetched is not.
    apt-config dump | grep -iE '^Acquire::(https?|ftp|Retries|ForceIPv[46]|Check-[^:]*)\b[^"]* "[^"]' \
        >"$tree/etc/apt/apt.conf.d/99machine" || true
    cp /etc/resolv.conf "$tree/etc/resolv.conf"
    printf '%s\n' "$tree"
}

# sheen_own_mounts SCRIPT ARGUMENT...: starts the script anew, so that what it mounts ends with it; there it returns at once. The
# trees that such a script makes lie in memory, above the bare tree: for what writes little.
sheen_own_mounts() {
    [ -z "${SHEEN_OWN_MOUNTS:-}" ] || return 0
    SHEEN_OWN_MOUNTS=yes exec unshare --mount --propagation private "$@"
}

# Fails where trees have to be copied.
sheen_lay_tree() {
    local base=$1 tree=$2
    [ -n "${SHEEN_OWN_MOUNTS:-}" ] || return 1
    mkdir -p "$tree" "$tree.layer" && mount -t tmpfs none "$tree.layer" && mkdir "$tree.layer/upper" "$tree.layer/work" &&
        mount -t overlay -o "lowerdir=$base,upperdir=$tree.layer/upper,workdir=$tree.layer/work" none "$tree" 2>/dev/null && return 0
    umount "$tree.layer" 2>/dev/null
    rm -rf "$tree" "$tree.layer"
    return 1
}

sheen_remove_tree() {
    local tree=$1
    if mountpoint -q "$tree"; then umount "$tree" "$tree.layer"; fi
    rm -rf "$tree" "$tree.layer"
}

# sheen_fetch_lists SUITE: the folder with the package lists of a release and its backports, as fresh as the mirror's.
sheen_fetch_lists() {
    local suite=$1 lists=$sheen_trees/$1-lists log=$sheen_trees/$1-lists.log tree
    tree=$(sheen_new_tree "$suite" fetching backports)
    sheen_logged "$log" sheen_in_tree "$tree" --bind "$lists" /var/lib/apt/lists apt-get -o Acquire::Languages=none update ||
        sheen_fail "the package lists of $suite cannot be fetched: see $log"
    sheen_remove_tree "$tree"
    printf '%s\n' "$lists"
}

# sheen_give_lists TREE LISTS: a tree that has these lists already. Apt still asks the mirror whether they are new, and uses
# those alone that the tree's own package sources name.
sheen_give_lists() {
    local tree=$1 lists=$2
    cp -a --reflink=auto "$lists/." "$tree/var/lib/apt/lists/"
    printf '%s\n' 'APT::Get::List-Cleanup "false";' 'Acquire::Languages "none";' \
        'Acquire::IndexTargets::deb-src::Sources::DefaultEnabled "false";' >"$tree/etc/apt/apt.conf.d/99lists"
}

sheen_write_sources() {
    local tree=$1 suite=$2 kind=$3 mirror suites="$2 $2-updates" key=/usr/share/keyrings/debian-archive-keyring.gpg
    mirror=$(sheen_mirror)
    [ "$kind" != backports ] || suites+=" $suite-backports"
    case $kind in
        deb822 | backports | both)
            printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$mirror" "$suites" "$key" \
                >"$tree/etc/apt/sources.list.d/debian.sources" ;;
    esac
    case $kind in
        lines) printf 'deb %s %s main\ndeb %s %s-updates main\n' "$mirror" "$suite" "$mirror" "$suite" >"$tree/etc/apt/sources.list" ;;
        both) printf '# See sources.list.d\ndeb-src [signed-by=%s] %s %s main\n' "$key" "$mirror" "$suite" >"$tree/etc/apt/sources.list" ;;
    esac
}

# sheen_in_tree TREE [--offline] [--user NAME] [--bind OUTSIDE INSIDE]... COMMAND...: runs a command in a tree, with nothing of
# this machine's environment.
sheen_in_tree() {
    local tree=$1 unshare=(unshare --mount --pid --fork --kill-child) user=root home=/root binds=()
    shift
    while :; do
        case $1 in
            --offline) unshare+=(--net); shift ;;
            --user) user=$2 home=/home/$2; shift 2 ;;
            --bind) binds+=("$2" "$3"); shift 3 ;;
            *) break ;;
        esac
    done
    "${unshare[@]}" bash -c '
        set -e
        tree=$1 user=$2 home=$3 count=$4
        shift 4
        mount -t proc proc "$tree/proc"
        mount -t tmpfs -o mode=755 none "$tree/dev"
        for node in null zero full random urandom tty; do touch "$tree/dev/$node"; mount --bind "/dev/$node" "$tree/dev/$node"; done
        mkdir "$tree/dev/shm" "$tree/dev/pts"
        mount -t tmpfs -o mode=1777 none "$tree/dev/shm"
        ln -s /proc/self/fd "$tree/dev/fd"; ln -s fd/0 "$tree/dev/stdin"; ln -s fd/1 "$tree/dev/stdout"; ln -s fd/2 "$tree/dev/stderr"
        while [ "$count" -gt 0 ]; do
            mkdir -p "$1" "$tree$2"
            mount --bind "$1" "$tree$2"
            shift 2
            count=$((count - 2))
        done
        exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" USER="$user" LOGNAME="$user" TERM=dumb \
            chroot --userspec="$user:" "$tree" "$@"' \
        in-tree "$tree" "$user" "$home" "${#binds[@]}" "${binds[@]}" "$@"
}
