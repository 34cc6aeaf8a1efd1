# Configures and builds Sheen with a CMake preset. Sourced by packaging/run and packaging/test.

# sheen_build PRESET [TARGET]: quiet when all goes well; build/PRESET/build.log otherwise shown.
sheen_build() {
    local preset=$1 target=${2:-all} folder=build/$1
    # Another clone on the same machine shares the compiler's cache.
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    mkdir -p "$folder"
    local options=(-DSHEEN_WARNINGS_AS_ERRORS="${SHEEN_WARNINGS_AS_ERRORS:-OFF}")
    [ -z "${QGIS_PREFIX_PATH:-}" ] || options+=("-DQGIS_PREFIX_PATH=$QGIS_PREFIX_PATH")
    if ! cmake --preset "$preset" "${options[@]}" >"$folder/configure.log" 2>&1; then
        grep -A4 'CMake Error' "$folder/configure.log" >&2 || tail -n 20 "$folder/configure.log" >&2
        return 1
    fi
    if [ -t 2 ]; then
        cmake --build --preset "$preset" --target "$target" >&2
    elif ! cmake --build --preset "$preset" --target "$target" >"$folder/build.log" 2>&1; then
        grep -E 'error|warning|FAILED' -A6 "$folder/build.log" | head -n 80 >&2
        return 1
    fi
}
