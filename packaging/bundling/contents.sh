# What a bundle holds beside shared libraries: plugins that are loaded by name, data, fonts, licences. Sourced by
# packaging/bundle. Every file of a package that is copied is noted in $bundled_files, for the licences.

# bundle FILE... FOLDER: copies files or folders of Debian's packages, links followed.
bundle() {
    local to=${*: -1} file
    mkdir -p "$to"
    for file in "${@:1:$#-1}"; do
        [ -e "$file" ] || sheen_fail "$file is not on this machine: install the package it belongs to."
        cp -rL --no-preserve=ownership "$file" "$to/"
        find -L "$file" -type f -exec realpath {} + >>"$bundled_files"
    done
}

# Qt's plugins, but those for embedded devices and for development.
copy_qt_plugins() {
    local from to=$1/usr/lib/qt6/plugins kind
    from=$(qmake6 -query QT_INSTALL_PLUGINS)
    bundle "$from"/platforms/libq{xcb,wayland-egl,wayland-generic,offscreen,minimal}.so "$to/platforms"
    for kind in xcbglintegrations wayland-shell-integration wayland-decoration-client \
        wayland-graphics-integration-client platforminputcontexts imageformats iconengines printsupport sqldrivers tls \
        networkinformation platformthemes; do
        bundle "$from/$kind" "$to"
    done
    bundle "$bundling/qt.conf" "$1/usr/bin"
}

# copy_qgis APPDIR PREFIX
copy_qgis() {
    mkdir -p "$1/usr/lib" "$1/usr/share"
    cp -r --no-preserve=ownership "$2/lib/qgis" "$1/usr/lib/"
    cp -r --no-preserve=ownership "$2/share/qgis" "$1/usr/share/"
    # QCA looks for its OpenSSL where Qt's plugins are.
    mkdir -p "$1/usr/lib/qt6/plugins"
    cp -r --no-preserve=ownership "$2/lib/qca-qt6/crypto" "$1/usr/lib/qt6/plugins/"
}

copy_data() {
    local share=$1/usr/share
    bundle /usr/share/proj /usr/share/gdal "$share"
    bundle /usr/share/qt6/translations/qtbase_*.qm "$share/qt6/translations"
    bundle /usr/share/X11/xkb "$share/X11"
    bundle /usr/share/fonts/truetype/dejavu "$share/fonts"
    bundle /usr/share/fonts/truetype/nanum/NanumGothic{,Bold}.ttf "$share/fonts/nanum"
    bundle "$bundling/fonts.conf" /etc/fonts/conf.d "$1/usr/etc/fonts"
    # Those of Debian's package, not what this machine trusts beside them.
    mkdir -p "$share/ssl"
    cat /usr/share/ca-certificates/mozilla/*.crt >"$share/ssl/ca-certificates.crt"
    realpath /usr/share/ca-certificates/mozilla/*.crt >>"$bundled_files"
}

# copy_licences APPDIR PREFIX: the licence of every package that something was taken from, and which version that was,
# whose source Debian keeps.
copy_licences() {
    local doc=$1/usr/share/doc package packages name
    # A library may be in its package as /lib/... and on the machine as /usr/lib/...
    mapfile -t packages < <(sort -u "$bundled_files" | sed 'p;s|^/usr/lib/|/lib/|' |
        grep -lxFf - /var/lib/dpkg/info/*.list | sed 's|.*/||;s/\.list$//;s/:.*//')
    install -D -m 644 -t "$doc/sheen" LICENSE
    for package in "${packages[@]}"; do
        install -D -m 644 "/usr/share/doc/$package/copyright" "$doc/$package/copyright"
    done
    dpkg-query -W -f '${Package} ${Version}, source ${source:Package} ${source:Version}\n' "${packages[@]}" >"$doc/sheen/packages.txt"
    # Built with Qt 6, these are no packages of this machine; their licences are those of Debian's packages with Qt 5.
    for name in qgis-common:qgis libqca-qt5-2:qca libqwt-qt5-6:qwt; do
        if [ -e "$2/share/doc/${name#*:}" ]; then
            cp -r "$2/share/doc/${name#*:}" "$doc/"
        else
            install -D -m 644 "/usr/share/doc/${name%:*}/copyright" "$doc/${name#*:}/copyright"
        fi
    done
}
