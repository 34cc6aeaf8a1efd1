# How the scripts of this folder tell what they do. Sourced first by each of them.
#
# Every script ends with a sentence when it fails: a step that knows why says so (sheen_fail); for all other failures
# the trap below names the step, the command and the line. A script sets sheen_step as it goes.

sheen_step="starting"
sheen_explained=
sheen_failed_at=
# Seconds between two lines of progress while a step runs that writes to a log.
sheen_progress_interval=${SHEEN_PROGRESS_INTERVAL:-30}

sheen_say() { printf '%s\n' "sheen: $*" >&2; }

# sheen_fail SENTENCE [STATUS]: ends the script; nothing is added to the sentence.
sheen_fail() {
    sheen_say "$1"
    sheen_explained=yes
    exit "${2:-1}"
}

sheen_on_exit() {
    local status=$1
    [ "$status" = 0 ] || [ -n "$sheen_explained" ] || [ "$BASHPID" != "$$" ] ||
        sheen_say "$sheen_step failed with status $status${sheen_failed_at:+ at $sheen_failed_at}."
}

set -E
trap 'sheen_failed_at="\"$BASH_COMMAND\" (${BASH_SOURCE[0]:-$0}, line $LINENO)"' ERR
trap 'sheen_on_exit $?' EXIT
trap 'sheen_explained=yes; sheen_say "stopped while $sheen_step."; exit 130' INT
trap 'sheen_explained=yes; sheen_say "stopped while $sheen_step."; exit 143' TERM

# What is built, fetched and logged goes into build/ beside this folder.
sheen_need_build_folder() {
    { mkdir -p build && [ -w build ]; } 2>/dev/null ||
        sheen_fail "$sheen_step failed: \"$PWD/build\" cannot be written. Copy Sheen to a folder of your own, on a disk with room for a few GB."
}

# Writes how long the step has run and what its log says last, every half minute until it is killed.
sheen_tick() {
    local log=$1 start=$SECONDS last
    trap - ERR EXIT INT TERM
    while sleep "$sheen_progress_interval" </dev/null >/dev/null 2>&1; do
        last=$(tail -n 1 "$log" 2>/dev/null | tr -c '[:print:]' ' ' | cut -c 1-100) || true
        sheen_say "$sheen_step, $((SECONDS - start)) s: $last"
    done
}

# sheen_logged LOG COMMAND...: runs a command that writes to LOG, with a line of progress every half minute. Gives the
# command's status; to say what went wrong is the caller's (it knows which lines of the log matter).
sheen_logged() {
    local log=$1 ticker status=0
    shift
    { mkdir -p "$(dirname "$log")" && : >"$log"; } 2>/dev/null ||
        sheen_fail "$sheen_step failed: its log $log cannot be written. Is the disk full?"
    sheen_tick "$log" &
    ticker=$!
    "$@" >"$log" 2>&1 </dev/null || status=$?
    { kill "$ticker" && wait "$ticker"; } 2>/dev/null || true
    return "$status"
}
