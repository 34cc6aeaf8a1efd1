# What differs from what has landed. Sourced after steps.sh.

# sheen_base [COMMIT]: the commit to compare with: the one that is given; else where this branch left main; on main itself the
# commit before.
sheen_base() {
    local base=${1:-} main
    if [ -z "$base" ]; then
        main=$(git rev-parse --verify -q origin/main || git rev-parse --verify -q main || git rev-parse HEAD)
        base=$(git merge-base HEAD "$main")
        [ "$base" != "$(git rev-parse HEAD)" ] || base=$(git rev-parse --verify -q HEAD^ || echo HEAD)
    fi
    git rev-parse --verify -q "$base^{commit}" || sheen_fail "there is no commit \"$base\" to compare with." 2
}

# sheen_changed BASE FOLDER...: the files of the folders that differ from a commit and are still there.
sheen_changed() {
    local base=$1
    shift
    git diff --name-only --diff-filter=d "$base" -- "$@"
}

# Reads paths of core and tests/core, and gives the folders whose tests they concern, each once: the nearest of tests that mirrors
# theirs. That with most changes comes first; all of tests/core, which what everything rests on (core/base) leads to, last.
sheen_test_folders() {
    local path folder
    while read -r path; do
        folder=$(dirname "tests/${path#tests/}")
        until [ -d "$folder" ]; do folder=$(dirname "$folder"); done
        printf '%s\n' "$folder"
    done | sort | uniq -c | sort -s -k1,1nr | awk '$2 == "tests/core" { last = $2; next } { print $2 } END { if (last) print last }'
}
