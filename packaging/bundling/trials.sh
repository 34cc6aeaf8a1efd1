# What the bundle has to stand in a tree. Sourced by packaging/try-bundle, after packaging/trials.sh.

# make_tree KIND: prints the folder of a fresh tree with a user and the bundle in "/media/my disk".
make_tree() {
    local kind=$1 tree
    tree=$(sheen_new_tree "$suite" "bundle-$kind" deb822)
    if [ "$kind" = desktop ]; then
        sheen_logged "$results/desktop-packages.log" sheen_in_tree "$tree" sh -c \
            "apt-get update && apt-get install -y --no-install-recommends $desktop_packages" ||
            sheen_fail "$desktop_packages could not be installed: see $results/desktop-packages.log"
    fi
    add_user "$tree" >&2
    mkdir -p "$tree/media/my disk"
    cp --reflink=auto "$bundle" "$tree/media/my disk/sheen.run"
    chmod 555 "$tree/media/my disk"
    # What an environment may be full of.
    mkdir -p "$tree/srv/junk/platforms"
    for file in libQt6Core.so.6 libQt6Widgets.so.6 libgdal.so.32 libproj.so.25 libX11.so.6 libstdc++.so.6 proj.db \
        platforms/libqxcb.so platforms/libqoffscreen.so; do
        echo junk >"$tree/srv/junk/$file"
    done
    printf '%s\n' "$tree"
}

# A first start that finds the file cut short, or no room, says so and leaves nothing.
refuses_half_file() {
    in_tree sh -c 'head -c 50000000 "/media/my disk/sheen.run" >/tmp/half.run; chmod +x /tmp/half.run
        XDG_CACHE_HOME=/tmp/half-cache /tmp/half.run --version; status=$?
        rm -f /tmp/half.run; find /tmp/half-cache -mindepth 3 -type d | grep -q . && exit 3; exit $status'
}

refuses_full_disk() {
    sheen_in_tree "$tree" --offline sh -c 'mkdir -p /mnt/small && mount -t tmpfs -o size=100m none /mnt/small &&
        XDG_CACHE_HOME=/mnt/small "/media/my disk/sheen.run" --version; status=$?
        [ "$(find /mnt/small -type f -size +0 | wc -l)" = 0 ] || exit 3; exit $status'
}

starts_twice_at_once() {
    in_tree sh -c 'export XDG_CACHE_HOME=/tmp/two
        "/media/my disk/sheen.run" --version & one=$!; "/media/my disk/sheen.run" --version & two=$!
        wait $one && wait $two; status=$?; rm -rf /tmp/two; exit $status'
}

mends_damaged_cache() {
    in_tree sh -c 'rm "$("/media/my disk/sheen.run" --bundle-where)/usr/share/proj/proj.db"
        "/media/my disk/sheen.run" --version && [ -s "$("/media/my disk/sheen.run" --bundle-where)/usr/share/proj/proj.db" ]'
}

# Without a cache that can be written it runs all the same, and leaves nothing.
runs_without_cache() {
    in_tree sh -c 'HOME=/nonexistent "/media/my disk/sheen.run" --version && ! ls -d /tmp/tmp.* 2>/dev/null'
}

# The machine's own programs see the machine's environment, not the bundle's: a program in sheen's place starts one.
opens_with_own_environment() {
    printf '#!/bin/sh\nenv\n' >"$tree/usr/local/bin/xdg-open"
    chmod 755 "$tree/usr/local/bin/xdg-open"
    in_tree GDAL_DATA=mine sh -c 'mkdir -p /tmp/app/usr/bin && cd /tmp/app && cp "$1/AppRun" . && ln -s "$1/usr/lib" "$1/usr/libexec" usr/
        printf "#!/bin/sh\nxdg-open file\n" >usr/bin/sheen && chmod +x usr/bin/sheen && ./AppRun >seen || exit
        cat seen; grep -qx GDAL_DATA=mine seen && ! grep -E "LD_LIBRARY_PATH|QGIS_PREFIX_PATH|PROJ_DATA|FONTCONFIG|SHEEN_HOST" seen' \
        sh "$place"
}

try_tree() {
    local kind=$1 tree run='/media/my disk/sheen.run' junk=/srv/junk place flight
    sheen_step="making a tree"
    tree=$(make_tree "$kind")
    start_display

    check "$kind: first start" 0 in_tree "$run" --version
    check "$kind: later start" 0 in_tree "$run" --version
    place=$(in_tree "$run" --bundle-where)
    flight=$place/usr/share/sheen/resources/demo/flight.mp4
    check "$kind: demo flight, in a junk environment" 0 in_tree LD_LIBRARY_PATH=$junk QT_PLUGIN_PATH=$junk PROJ_LIB=$junk \
        PROJ_DATA=$junk GDAL_DATA=$junk GDAL_DRIVER_PATH=$junk QGIS_PREFIX_PATH=$junk \
        FONTCONFIG_FILE=$junk/none FONTCONFIG_PATH=$junk QT_QPA_PLATFORM_PLUGIN_PATH=$junk/platforms \
        "$run" run "$flight" --out "my results"
    check "$kind: its files" 0 has "$tree/home/user/my results" $products
    check "$kind: --demo without a display" 0 in_tree "$run" --demo --quiet
    check "$kind: wrong option" 2 in_tree "$run" run --nonsense
    check "$kind: window" 0 show_window "$results/$kind-window.png" 60 "$run" --demo
    check "$kind: window in Korean" 0 show_window "$results/$kind-window-ko.png" 25 LANG=ko_KR.UTF-8 "$run"
    if [ "$kind" = bare ]; then
        check "$kind: two first starts at once" 0 starts_twice_at_once
        check "$kind: file cut short" 1 refuses_half_file
        check "$kind: disk full" 1 refuses_full_disk
        check "$kind: cache damaged" 0 mends_damaged_cache
        check "$kind: no cache" 0 runs_without_cache
        check "$kind: environment of other programs" 0 opens_with_own_environment
        check "$kind: unpacked for good" 0 in_tree sh -c '"/media/my disk/sheen.run" --bundle-extract "/tmp/for good" &&
            "/tmp/for good/AppRun" --version && rm -rf "/tmp/for good"'
    fi
    stop_display
}
