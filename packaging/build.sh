# Configures and builds Sheen with a CMake preset. Sourced after steps.sh.

# Another clone on the same machine shares the compiler's cache.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

# sheen_build PRESET [TARGET]: quiet when all goes well; else what CMake or the compiler complained of.
sheen_build() {
    local preset=$1 target=${2:-all} folder=build/$1
    sheen_step="preparing the build"
    sheen_need_build_folder
    sheen_configure "$preset" "$folder"
    sheen_step="building Sheen"
    if [ -t 2 ]; then
        cmake --build --preset "$preset" --target "$target" >&2 ||
            sheen_fail "$sheen_step failed: see the compiler's message above."
    elif ! sheen_logged "$folder/build.log" cmake --build --preset "$preset" --target "$target"; then
        sed -nE '/error|warning:|FAILED|No space left/{p;n;p;n;p}' "$folder/build.log" | sed -n '1,60p' >&2
        sheen_fail "$sheen_step failed: $(sheen_build_complaint "$folder/build.log") The whole log: $PWD/$folder/build.log"
    fi
}

# The first line of a build's log that names what is wrong.
sheen_build_complaint() {
    grep -m 1 -E 'No space left|Killed|error:|error |FAILED' "$1" || tail -n 1 "$1"
}

# CMake is asked again only where the options differ from the last time; a changed CMakeLists.txt is the build's affair.
sheen_configure() {
    local preset=$1 folder=$2
    local options=(-DSHEEN_WARNINGS_AS_ERRORS="${SHEEN_WARNINGS_AS_ERRORS:-OFF}")
    [ -z "${QGIS_PREFIX_PATH:-}" ] || options+=("-DQGIS_PREFIX_PATH=$QGIS_PREFIX_PATH")
    [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/configured" 2>/dev/null)" != "${options[*]}" ] || return 0
    sheen_step="configuring the build"
    if ! sheen_logged "$folder/configure.log" cmake --preset "$preset" "${options[@]}"; then
        grep -A4 'CMake Error' "$folder/configure.log" >&2 || tail -n 20 "$folder/configure.log" >&2
        sheen_fail "$sheen_step failed. The whole log: $PWD/$folder/configure.log"
    fi
    printf '%s\n' "${options[*]}" >"$folder/configured"
}
