# One file of a folder: a shell script with an unpacker and the folder's archive behind it. Sourced by packaging/bundle.

# list_contents APPDIR: the sizes of all files, by which a start sees whether all is there.
list_contents() { (cd "$1" && find . -type f ! -path ./contents -printf '%s %p\n' | LC_ALL=C sort >contents); }

# Where the room goes: megabytes, unpacked.
print_sizes() {
    (cd "$1" && {
        du -sm usr/share/* usr/lib/qgis usr/lib/qt6 usr/lib/machines-first
        find usr/lib -maxdepth 1 -type f -size +7M -exec du -m {} +
        find usr/lib -maxdepth 1 -type f -size -8M -printf '%s\n' |
            awk '{ bytes += $1 } END { printf "%d\t%d smaller libraries\n", bytes / 1048576, NR }'
    } | sort -rn | awk '$1 >= 3')
}

# A machine that has nothing but Debian's essential packages has no unpacker for Zstandard: it is brought along.
make_unpacker() {
    local folder=$1
    install -D -m 755 -t "$folder/usr/bin" /usr/bin/zstd
    copy_libraries "$folder" "$folder/usr/bin/zstd"
    patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "$folder/usr/bin/zstd"
    tar -C "$folder/usr" --owner 0 --group 0 --sort name -cz bin lib
}

# pack APPDIR LEVEL
pack() {
    local appdir=$1 level=$2 folder version payload unpacker file header_bytes=8192
    folder=$(dirname "$appdir")
    payload=$folder/payload.tar.zst
    unpacker=$folder/unpacker.tar.gz
    version=$(sed -n 's/^project(Sheen VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
    file=$folder/sheen-$version-x86_64.run
    list_contents "$appdir"
    make_unpacker "$folder/unpacker" >"$unpacker"
    sheen_step="packing $file, level $level"
    sheen_say "$sheen_step"
    # One date for all makes the same file of the same contents.
    tar -C "$appdir" --owner 0 --group 0 --sort name --mtime '2000-01-01 UTC' -c . |
        zstd -q -T0 "-$level" --long=27 -o "$payload" -f
    sed -e "s/@VERSION@/$version/g" \
        -e "s/@CHECKSUM@/$(sha256sum "$payload" | cut -c 1-12)/" \
        -e "s/@HEADER_BYTES@/$header_bytes/" \
        -e "s/@UNPACKER_BYTES@/$(stat -c %s "$unpacker")/" \
        -e "s/@PAYLOAD_BYTES@/$(stat -c %s "$payload")/" \
        -e "s/@UNPACKED_MEGABYTES@/$(du -sm "$appdir" | cut -f 1)/" "$bundling/unpack.sh" >"$file"
    # Filled up with line ends to a fixed length.
    head -c $((header_bytes - $(stat -c %s "$file"))) /dev/zero | tr '\0' '\n' >>"$file"
    cat "$unpacker" "$payload" >>"$file"
    chmod 755 "$file"
    rm -rf "$payload" "$unpacker" "$folder/unpacker"
    print_sizes "$appdir"
    printf '%s: %s MB in one file, %s MB unpacked\n' "$file" \
        "$(($(stat -c %s "$file") / 1000000))" "$(du -sm "$appdir" | cut -f 1)"
}
