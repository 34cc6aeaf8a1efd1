# The Debian package, for the release that it is made on: packaging/deb calls cpack.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sheen)
set(CPACK_PACKAGE_CONTACT "Sheen maintainers <maintainers@sheen.example>")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find oil on the sea in the recordings of a surveillance aircraft")
set(CPACK_PACKAGE_DESCRIPTION
"Sheen searches each frame of a recording of an aircraft's camera turret for
oil, reads its place from the telemetry burned into the picture or from KLV,
and shows the oil on the map while the flight runs. What it finds is reviewed
on the map and written out as GeoTIFF, shapefile, GeoJSON, KML and a PDF
report.")

# A package of one release is not that of another: the release's number is a part of the version, and a newer
# release's package replaces an older one's.
set(debian_release 0)
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release version_id REGEX "^VERSION_ID=")
  string(REGEX REPLACE "[^0-9.]" "" debian_release "${version_id}")
endif()
set(CPACK_DEBIAN_PACKAGE_VERSION "${PROJECT_VERSION}+deb${debian_release}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

# dpkg-shlibdeps tells the libraries. It cannot know what they read at run time: QGIS its providers, styles and
# coordinate systems, PROJ the geoid, Qt a font; nor which BLAS is quick enough.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "qgis-providers (>= 3.40), qgis-common (>= 3.40), gdal-data, proj-data, libopenblas0-pthread, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, qttranslations5-l10n, qtwayland5, shared-mime-info")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, qgis")
if(QT_VERSION_MAJOR EQUAL 6)
  string(REPLACE "qttranslations5-l10n, qtwayland5" "qt6-translations-l10n, qt6-wayland"
         CPACK_DEBIAN_PACKAGE_RECOMMENDS "${CPACK_DEBIAN_PACKAGE_RECOMMENDS}")
endif()

set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_SOURCE_DIR}/packaging/cmake/DebianDocuments.cmake")
# Packing builds nothing: else it would build all the tests first. packaging/deb has built what is packed.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
include(CPack)
