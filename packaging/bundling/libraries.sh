# The shared libraries of a bundle. Sourced by packaging/bundle.
#
# Everything that a program or plugin needs goes in, and what that needs, down to the C library. Debian's libraries
# have no run path of their own, so the one run path of the executable, $ORIGIN/../lib, finds them all, those of
# plugins too. It is a DT_RPATH: it comes before the host's LD_LIBRARY_PATH, and no child process inherits it.

# Never in the bundle: the C library belongs to the machine's kernel, loader, locales and name services.
readonly never_bundled='^(ld-linux-x86-64|libc|libm|libmvec|libdl|libpthread|librt|libresolv|libutil|libanl)\.so\.'

# In the bundle for machines that have none: the machine's own graphics drivers are linked to these, and to its C++
# run time. Each lies in a folder of its own, which AppRun adds to the search path where it is needed.
readonly machines_first='^(libstdc\+\+|libgcc_s|libGL|libGLX|libGLdispatch|libOpenGL|libEGL|libgbm|libdrm|libX11|libX11-xcb|libxcb(-(dri2|dri3|glx|present|randr|shm|sync|xfixes))?|libxshmfence|libXau|libXdmcp|libbsd|libmd|libwayland-(client|cursor|egl))\.so\.'

# Where the loader of this machine, or the Qt 6 QGIS, has a library: library_path[SONAME].
declare -A library_path

# list_libraries FOLDER...: learns where libraries are; those of the folders come before the machine's.
list_libraries() {
    local folder name path
    while read -r name path; do
        [ -n "${library_path[$name]:-}" ] || library_path[$name]=$path
    done < <(/sbin/ldconfig -p | awk '/x86-64/ && / => / { print $1, $NF }')
    for folder in "$@"; do
        for path in "$folder"/*.so.*; do library_path[$(basename "$path")]=$path; done
    done
}

needed_by() { readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; }

# find_library NAME OBJECT: the file, where the loader finds it for that object; some have folders of their own.
find_library() {
    local folder
    if [ -n "${library_path[$1]:-}" ]; then printf '%s\n' "${library_path[$1]}" && return; fi
    for folder in $(readelf -d "$2" | sed -n 's/.*(R.*PATH).*\[\(.*\)\]/\1/p' | tr : ' '); do
        if [ -e "$folder/$1" ]; then printf '%s\n' "$folder/$1" && return; fi
    done
    sheen_fail "the library $1, which $2 needs, is not on this machine."
}

# What is linked but not used by LibTorch: OpenCV's windows and video files, which bring Qt 5 and GStreamer, and more.
unused_by() {
    case $1 in
        */libtorch_cpu.so*) ldd -u "$1" | sed -n 's|^[[:space:]]*/.*/\(lib[^/]*\)$|\1|p' || true ;;
    esac
}

# copy_libraries APPDIR FILE...: all that the files need, as APPDIR/usr/lib/SONAME.
copy_libraries() {
    local lib=$1/usr/lib name object path copy
    shift
    local queue=("$@") unused
    local -A seen=()
    while [ "${#queue[@]}" -gt 0 ]; do
        object=${queue[0]}
        queue=("${queue[@]:1}")
        mapfile -t unused < <(unused_by "$object")
        while read -r name; do
            [ -z "${seen[$name]:-}" ] && ! [[ $name =~ $never_bundled ]] || continue
            case " ${unused[*]:-} " in *" $name "*) continue ;; esac
            seen[$name]=1
            path=$(find_library "$name" "$object")
            copy=$lib/$name
            [[ ! $name =~ $machines_first ]] || copy=$lib/machines-first/$name/$name
            install -D -m 755 "$path" "$copy"
            realpath "$path" >>"$bundled_files"
            queue+=("$copy")
        done < <(needed_by "$object")
        for name in "${unused[@]}"; do patchelf --remove-needed "$name" "$object"; done
    done
}

# note_age APPDIR: the age of the C++ run time, which AppRun compares with that of the machine's.
note_age() {
    local file=${library_path[libstdc++.so.6]}
    realpath "$file" | sed 's/.*\.//' >"$1/usr/lib/machines-first/libstdc++.so.6/age"
}

# A run path that a library brings would be asked instead of the executable's.
set_run_paths() {
    local lib=$1/usr/lib file
    patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "$1/usr/bin/sheen"
    find "$lib" -name '*.so*' -type f | while read -r file; do
        if readelf -d "$file" | grep -qE '\((RPATH|RUNPATH)\)'; then patchelf --remove-rpath "$file"; fi
    done
}
