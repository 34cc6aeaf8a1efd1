# How try-deb and try-bundle try a program in a bare tree and tell how it went. Sourced after trees.sh; what is seen is kept in the
# folder "results", the tree is "tree".

products="mosaic.tif mask_mosaic.tif slicks.shp slicks.geojson slicks.kml sheen.gpkg report.pdf summary.json"
failures=0
display=:$((90 + $$ % 900))
display_server=

# check NAME EXPECTED_STATUS COMMAND...: runs it, tells how it went; what it printed is kept in the results.
check() {
    local name=$1 expected=$2 log=$results/$1.log status=0 start=$EPOCHREALTIME took verdict=passed
    shift 2
    sheen_step="trying $name"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    took=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')
    if [ "$status" != "$expected" ]; then
        verdict="FAILED: status $status instead of $expected: $(tail -n 1 "$log")"
        failures=$((failures + 1))
    fi
    printf '%-34s %6s s  %s\n' "$name" "$took" "$verdict"
}

# has FOLDER FILE...: whether they are there and not empty.
has() {
    local folder=$1 file
    shift
    for file in "$@"; do [ -s "$folder/$file" ] || { echo "$folder/$file is missing or empty"; return 1; }; done
}

add_user() { sheen_in_tree "$1" useradd --create-home --home-dir /home/user user; }

# in_tree [VARIABLE=VALUE]... COMMAND...: as the user, offline.
in_tree() { sheen_in_tree "$tree" --offline --user user --bind /tmp/.X11-unix /tmp/.X11-unix env -C /home/user "$@"; }

# A screen of this machine, outside of the tree.
start_display() {
    mkdir -p /tmp/.X11-unix
    Xvfb "$display" -screen 0 1600x1000x24 -nolisten tcp >"$results/xvfb.log" 2>&1 &
    display_server=$!
}

stop_display() {
    kill "$display_server"
    wait "$display_server" 2>/dev/null || true
}

# show_window PICTURE SECONDS [VARIABLE=VALUE]... COMMAND...: what is on the screen after that time.
show_window() {
    local picture=$1 seconds=$2
    shift 2
    in_tree DISPLAY="$display" timeout $((seconds + 10)) env "$@" &
    sleep "$seconds"
    import -display "$display" -window root "$picture"
    wait $! || [ $? = 124 ] || { echo "the window was gone before its time"; return 1; }
    # An empty screen is one colour.
    [ "$(identify -format '%k' "$picture")" -gt 500 ] || { echo "nothing is seen on $picture"; return 1; }
}
