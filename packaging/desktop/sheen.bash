# Completes sheen's command line in bash. The options of each command are those that its --help names.

_sheen_options() {
    LC_ALL=C "$@" --help 2>/dev/null | grep -oE '^  (-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'
}

_sheen() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=() words=""
    if [ "$COMP_CWORD" -gt 1 ]; then
        case ${COMP_WORDS[1]} in run | export | resume | bench | archive | model | teach | verify) command=("${COMP_WORDS[1]}") ;; esac
    fi
    case $previous in
        --device) words="auto cpu cuda" ;;
        --telemetry) words="auto overlay klv exif" ;;
        --overlay | --crs) words="auto" ;;
        --track) words="smooth interpolate hold" ;;
        --altitude-reference) words="auto msl ellipsoid" ;;
        --mosaic) words="sharpest newest" ;;
        --products)
            words="masks frames mosaic shapefile gpkg geojson kml report csv messages gpx ships project evidence klv report-pages report-template"
            [ "${COMP_WORDS[1]}" != export ] || words="$words training"
            ;;
    esac
    if [ -z "$words" ]; then
        case $current in
            -*) words=$(_sheen_options "$1" "${command[@]}") ;;
            *) [ "$COMP_CWORD" -gt 1 ] || words="run export resume bench archive model teach verify" ;;
        esac
    fi
    # Where no word fits, or beside those that do, bash completes the names of files.
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o bashdefault -o default -F _sheen sheen
