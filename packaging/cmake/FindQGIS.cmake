# Finds QGIS's core and gui libraries and tells which Qt they link.
#
# Looks under QGIS_PREFIX_PATH (CMake or environment variable) first, then in the usual places.
# Gives the imported targets QGIS::Core and QGIS::Gui, and
#   QGIS_VERSION            3.40.6
#   QGIS_QT_VERSION_MAJOR   5 or 6; has to be given where libraries do not say so (Windows, macOS)
#   QGIS_INSTALL_PREFIX     where share/qgis lies
#   QGIS_LIBRARY_DIR        where the libraries lie

set(_qgis_hints "${QGIS_PREFIX_PATH}" "$ENV{QGIS_PREFIX_PATH}")
find_path(QGIS_INCLUDE_DIR qgsapplication.h HINTS ${_qgis_hints} PATH_SUFFIXES include/qgis include qgis)
find_library(QGIS_CORE_LIBRARY qgis_core HINTS ${_qgis_hints} PATH_SUFFIXES lib)
find_library(QGIS_GUI_LIBRARY qgis_gui HINTS ${_qgis_hints} PATH_SUFFIXES lib)

if(QGIS_INCLUDE_DIR AND EXISTS "${QGIS_INCLUDE_DIR}/qgsconfig.h")
  file(STRINGS "${QGIS_INCLUDE_DIR}/qgsconfig.h" _qgis_version REGEX "^#define VERSION \"")
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" QGIS_VERSION "${_qgis_version}")
endif()

# The library's own list of needed libraries names its Qt.
if(QGIS_CORE_LIBRARY AND NOT QGIS_QT_VERSION_MAJOR)
  file(STRINGS "${QGIS_CORE_LIBRARY}" _qgis_qt REGEX "^libQt[56]Core\\.so\\.[56]$" LIMIT_COUNT 1)
  if(NOT _qgis_qt)
    file(STRINGS "${QGIS_CORE_LIBRARY}" _qgis_qt REGEX "libQt[56]Core" LIMIT_COUNT 1)
  endif()
  string(REGEX REPLACE ".*libQt([56])Core.*" "\\1" QGIS_QT_VERSION_MAJOR "${_qgis_qt}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QGIS
  REQUIRED_VARS QGIS_CORE_LIBRARY QGIS_GUI_LIBRARY QGIS_INCLUDE_DIR QGIS_QT_VERSION_MAJOR
  VERSION_VAR QGIS_VERSION)

if(QGIS_FOUND AND QGIS_VERSION VERSION_LESS 3.40)
  message(FATAL_ERROR "QGIS ${QGIS_VERSION} is too old: Sheen needs 3.40 or newer (Debian 12 has it in its backports).")
endif()

if(QGIS_FOUND)
  get_filename_component(QGIS_LIBRARY_DIR "${QGIS_CORE_LIBRARY}" DIRECTORY)
  get_filename_component(QGIS_INSTALL_PREFIX "${QGIS_INCLUDE_DIR}" DIRECTORY)
  if(NOT EXISTS "${QGIS_INSTALL_PREFIX}/share/qgis")
    get_filename_component(QGIS_INSTALL_PREFIX "${QGIS_INSTALL_PREFIX}" DIRECTORY)
  endif()
  foreach(part Core Gui)
    string(TOUPPER ${part} _upper)
    if(NOT TARGET QGIS::${part})
      add_library(QGIS::${part} SHARED IMPORTED)
      # The headers include Qt's, and warn under Qt 6: they are system headers. A QGIS of its own prefix
      # brings further headers (Qwt, QCA) beside its own.
      set_target_properties(QGIS::${part} PROPERTIES
        IMPORTED_LOCATION "${QGIS_${_upper}_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${QGIS_INCLUDE_DIR}"
        INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${QGIS_INCLUDE_DIR}")
      if(WIN32)
        set_target_properties(QGIS::${part} PROPERTIES IMPORTED_IMPLIB "${QGIS_${_upper}_LIBRARY}")
      elseif(NOT APPLE)
        set_target_properties(QGIS::${part} PROPERTIES INTERFACE_LINK_OPTIONS "-Wl,-rpath-link,${QGIS_LIBRARY_DIR}")
      endif()
    endif()
  endforeach()
  set_property(TARGET QGIS::Core PROPERTY INTERFACE_LINK_LIBRARIES
    Qt${QGIS_QT_VERSION_MAJOR}::Gui Qt${QGIS_QT_VERSION_MAJOR}::Widgets Qt${QGIS_QT_VERSION_MAJOR}::Network
    Qt${QGIS_QT_VERSION_MAJOR}::Xml Qt${QGIS_QT_VERSION_MAJOR}::Svg Qt${QGIS_QT_VERSION_MAJOR}::PrintSupport)
  set_property(TARGET QGIS::Gui PROPERTY INTERFACE_LINK_LIBRARIES QGIS::Core)
endif()
mark_as_advanced(QGIS_INCLUDE_DIR QGIS_CORE_LIBRARY QGIS_GUI_LIBRARY)
