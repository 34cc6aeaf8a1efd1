#!/bin/sh
# Sheen @VERSION@ for Linux on x86-64, in one file. Started, it unpacks itself once, then runs from there:
#
#   ./sheen-@VERSION@-x86_64.run [ARGUMENTS]                the window, or a command: see --help
#   ./sheen-@VERSION@-x86_64.run --demo                     the demo flight
#   ./sheen-@VERSION@-x86_64.run --bundle-extract FOLDER    unpack for good; then start FOLDER/AppRun
#   ./sheen-@VERSION@-x86_64.run --bundle-where             where it runs from
#
# It runs from $XDG_CACHE_HOME/sheen/bundle (~/.cache/sheen/bundle), or for this once from $TMPDIR where that cannot be
# written. After these lines come an unpacker (gzip, tar) and all the rest (Zstandard, tar).
set -eu
name=@VERSION@-@CHECKSUM@
header_bytes=@HEADER_BYTES@
unpacker_bytes=@UNPACKER_BYTES@
payload_bytes=@PAYLOAD_BYTES@
unpacked_megabytes=@UNPACKED_MEGABYTES@
self=$(readlink -f -- "$0")

half=
once=
trap 'rm -rf -- ${half:+"$half"} ${once:+"$once"}' EXIT
trap 'exit 130' INT TERM HUP

fail() {
    echo "sheen: $1" >&2
    exit 1
}

# Whether every file is there, with its size: what cleans caches may have taken some.
is_whole() {
    [ -r "$1/contents" ] &&
        [ -z "$(cd -- "$1" && find . -type f -printf '%s %p\n' | LC_ALL=C sort | LC_ALL=C comm -13 - contents)" ]
}

# What is behind these lines, into $half.
extract() {
    tail -c +$((header_bytes + 1)) -- "$self" | head -c "$unpacker_bytes" | tar -xz -C "$half/unpacker"
    tail -c "$payload_bytes" -- "$self" | "$half/unpacker/bin/zstd" -qdc | tar -x --no-same-owner -C "$half/bundle"
}

# unpack FOLDER: all or nothing.
unpack() {
    [ "$(stat -c %s -- "$self")" -eq $((header_bytes + unpacker_bytes + payload_bytes)) ] ||
        fail "$self is incomplete or was changed: copy it again."
    half=$(mktemp -d -- "$1.XXXXXX") || fail "$1 cannot be made: the line above says why."
    free_megabytes=$(($(df -k --output=avail -- "$half" | tail -n 1) / 1024))
    [ "$free_megabytes" -ge "$unpacked_megabytes" ] ||
        fail "unpacking to $1 needs $unpacked_megabytes MB, and $free_megabytes MB are free there. XDG_CACHE_HOME names another place."
    chmod 755 -- "$half"
    echo "sheen: unpacking once ($unpacked_megabytes MB) to $1" >&2
    mkdir -- "$half/unpacker" "$half/bundle"
    complaint=$(extract 2>&1 | head -n 1)
    [ -z "$complaint" ] && is_whole "$half/bundle" || fail "unpacking to $1 failed: ${complaint:-$self is damaged, copy it again}"
    touch -- "$half/bundle"
    mv -T -- "$half/bundle" "$1" || fail "$1 is in the way: remove it."
    rm -rf -- "$half"
    half=
}

if [ "${1:-}" = --bundle-extract ]; then
    [ "$#" = 2 ] || fail "--bundle-extract takes one folder, which it makes."
    ! [ -e "$2" ] || fail "$2 is there already: name a folder that is not."
    unpack "${2%/}"
    echo "sheen: start ${2%/}/AppRun" >&2
    exit
fi

cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/sheen/bundle
place=$cache/$name
if is_whole "$place"; then
    touch -c -- "$place" 2>/dev/null || true
elif mkdir -p -- "$cache" 2>/dev/null && [ -w "$cache" ]; then
    # Of several first starts one unpacks, the others wait for it.
    exec 9>"$cache/lock"
    flock 9
    if ! is_whole "$place"; then
        rm -rf -- "$place"
        unpack "$place"
        # Versions that were not started for 30 days go.
        find "$cache" -mindepth 1 -maxdepth 1 -type d -mtime +30 -exec rm -rf -- {} +
    fi
    exec 9>&-
elif [ "${1:-}" = --bundle-where ]; then
    fail "$cache cannot be written, so it is unpacked for each start: use --bundle-extract FOLDER."
else
    once=$(mktemp -d) || fail "neither $cache nor ${TMPDIR:-/tmp} can be written: use --bundle-extract FOLDER."
    unpack "$once/$name"
    status=0
    "$once/$name/AppRun" "$@" || status=$?
    exit "$status"
fi
if [ "${1:-}" = --bundle-where ]; then
    echo "$place"
    exit
fi
exec "$place/AppRun" "$@"
