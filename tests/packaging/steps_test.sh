#!/usr/bin/env bash
# How the scripts of packaging tell of what fails: one sentence that names the step, and a status that is not 0. Each case runs a
# small script of its own with steps.sh, packages.sh and build.sh; apt and cmake are stand-ins that fail as the real ones do.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# case_of NAME EXPECTED-STATUS EXPECTED-PATTERN SCRIPT
case_of() {
    local status=0 output
    rm -rf "$work/place"
    mkdir -p "$work/place"
    cp -r "$top/packaging" "$work/place/packaging"
    output=$(cd "$work/place" && PATH="$work/bin:$PATH" bash -c "set -euo pipefail; . packaging/steps.sh; . packaging/packages.sh; . packaging/build.sh; $4" 2>&1) ||
        status=$?
    if [ "$status" != "$2" ] || ! grep -qE "$3" <<<"$output"; then
        printf 'FAIL %s: status %s, expected %s and /%s/ in:\n%s\n' "$1" "$status" "$2" "$3" "$output"
        failures=$((failures + 1))
    fi
}

stand_in() { printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1" && chmod +x "$work/bin/$1"; }
mkdir -p "$work/bin"
stand_in apt-cache 'exit 0'
stand_in dpkg-query 'exit 1'
stand_in id 'echo 0'

case_of 'an unforeseen failure' 1 '^sheen: counting failed with status 1 at "false" \(' 'sheen_step=counting; false; echo not reached'
case_of 'also inside a pipeline' 1 '^sheen: counting failed' 'sheen_step=counting; cat /nowhere 2>/dev/null | sort; echo not reached'
case_of 'a sentence of its own stands alone' 3 '^sheen: no sea here$' 'sheen_fail "no sea here" 3'
case_of 'success says nothing' 0 '^$' 'true'
case_of 'a line of progress' 0 '^sheen: painting, [0-9]+ s: half done' \
    'sheen_progress_interval=0.2; sheen_step=painting; sheen_logged build/log sh -c "echo half done; sleep 1"'

stand_in apt-get 'case "$*" in *indextargets*) exit 0;; *update*) echo "E: Failed to fetch: Temporary failure resolving";; *) echo "E: Unable to locate package cmake";; esac; exit 100'
case_of 'no network' 1 '^sheen: installing packages failed: Unable to locate package cmake .*is there a network' 'sheen_install cmake'
stand_in apt-get 'case "$*" in *indextargets*|*update*) exit 0;; *) echo "E: You don'"'"'t have enough free space in /var/cache/apt/archives/."; exit 100;; esac'
case_of 'a full disk' 1 'installing packages failed: You don.t have enough free space' 'sheen_install cmake'
stand_in apt-get 'case "$*" in *indextargets*) exit 0;; esac; [ -e '"$work"'/freed ] && exit 0; touch '"$work"'/freed; echo "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 77 (unattended-upgr)"; exit 100'
case_of 'a held lock is waited for' 0 'another package tool is at work \(held by process 77 \(unattended-upgr\)\)' 'sheen_install cmake'
rm -f "$work/freed"
case_of 'but not for ever' 1 'Could not get lock' 'SHEEN_LOCK_TIMEOUT=0; stand=1; sheen_apt install cmake || sheen_fail_installing'

stand_in cmake 'case "$*" in *--build*) echo "[3/9] Building"; echo "main.cpp:1:1: error: no such type"; exit 1;; *) touch build/release/build.ninja;; esac'
case_of 'a compiler error' 1 '^sheen: building Sheen failed: main.cpp:1:1: error: no such type The whole log: .*/build/release/build.log' 'sheen_build release'
stand_in cmake 'echo "CMake Error at CMakeLists.txt:1: Exiv2 was not found."; exit 1'
case_of 'a library that is missing' 1 '^sheen: configuring the build failed' 'sheen_build release'
case_of 'a folder that is not ours' 1 'build" cannot be written. Copy Sheen to a folder of your own' 'touch build; sheen_build release'

[ "$failures" = 0 ] || exit 1
echo "all as expected"
