#!/usr/bin/env bash
# Which tests packaging/sanitize --changed runs, and what fails it: in a small repository of its own, with stand-ins for cmake and ctest.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v git >/dev/null || exit 77
top=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
failures=0

stand_in() { printf '#!/bin/bash\n%s\n' "$2" >"$work/bin/$1" && chmod +x "$work/bin/$1"; }
mkdir -p "$work/bin"
stand_in dpkg-query 'for name; do echo "installed $name 99:9"; done'
# A build folder has as many tests as its room has sources: ROOM_one, ROOM_two.
stand_in cmake 'case "$*" in
    *--build*broken_one_test) echo "a.cpp:1:1: error: no such type"; exit 1 ;;
    *--build*slow_one_test) exec sleep "${SLOW_SECONDS:-0}" ;;
    *--build*) ;;
    *) for room in slick flight broken slow; do
           mkdir -p "build/asan/tests/core/$room" && touch "build/asan/tests/core/$room/CTestTestfile.cmake"
       done ;;
esac'
stand_in ctest 'case "$*" in
    *--test-dir*) room=$(basename "$2"); printf "  Test  #1: %s_one\n  Test #12: %s_two\n" "$room" "$room" ;;
    *"^flight_two\$"*) echo "heap-use-after-free"; exit 8 ;;
    *"^slick_two\$"*) exec sleep "${SLICK_SECONDS:-0}" ;;
esac'

repository() {
    rm -rf "$work/place"
    mkdir -p "$work/place"
    cd "$work/place"
    cp -r "$top/packaging" packaging
    for room in base slick flight broken slow; do
        mkdir -p "core/$room/include/$room"
        echo 1 | tee "core/$room/one.cpp" "core/$room/two.cpp" >"core/$room/include/$room/one.h"
        [ "$room" = base ] || mkdir -p "tests/core/$room"
        [ "$room" = base ] || echo 1 >"tests/core/$room/one_test.cpp"
    done
    echo build >.gitignore
    git init -q -b main && git add . && git commit -q -m start
}

# case_of NAME EXPECTED-STATUS EXPECTED-PATTERN "CHANGED-FILE..." ARGUMENT...
case_of() {
    local name=$1 expected=$2 pattern=$3 file status=0 output
    repository
    for file in $4; do echo 2 >>"$file"; done
    shift 4
    git add . && git commit -q --allow-empty -m change
    output=$(PATH="$work/bin:$PATH" packaging/sanitize address --changed "$@" 2>&1) || status=$?
    if [ "$status" != "$expected" ] || ! tr '\n' ' ' <<<"$output" | grep -qE "$pattern"; then
        printf 'FAIL %s: status %s, expected %s and /%s/ in:\n%s\n' "$name" "$status" "$expected" "$pattern" "$output"
        failures=$((failures + 1))
    fi
}

case_of 'nothing of core' 0 'nothing of core changed' .gitignore
case_of 'the room of a source' 0 '2 tests with the sanitizer of asan: slick_one slick_two .* 2 tests passed' core/slick/one.cpp
case_of 'of a header and of a test' 0 ': slick_one slick_two .* 2 tests passed' 'core/slick/include/slick/one.h tests/core/slick/one_test.cpp'
case_of 'the most changed first' 1 ': slick_one slick_two flight_one flight_two ' 'core/flight/one.cpp core/slick/one.cpp core/slick/two.cpp'
case_of 'what all rests on' 1 '8 tests with .*: broken_one .* 2 of 8 tests failed' core/base/one.cpp
case_of 'a finding fails' 1 'heap-use-after-free.* 1 of 2 tests failed' core/flight/one.cpp
case_of 'what does not compile fails' 1 'no such type.* 1 of 2 tests failed' core/broken/one.cpp
SLOW_SECONDS=60 case_of 'a build that takes too long does not' 0 '2 of 2 tests were left out' core/slow/one.cpp --seconds 1
SLICK_SECONDS=60 case_of 'nor does such a test' 0 '[12] of 2 tests were left out.* [01] tests passed' core/slick/one.cpp --seconds 2
case_of 'a commit that there is not' 2 'there is no commit "sea"' core/slick/one.cpp sea
case_of 'a commit to compare with' 0 'nothing of core changed' core/slick/one.cpp HEAD
case_of 'no number' 2 'usage' core/slick/one.cpp --seconds many

[ "$failures" = 0 ] || exit 1
echo "all as expected"
