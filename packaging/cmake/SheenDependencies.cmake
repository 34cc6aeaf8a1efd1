# Every library that Sheen is built on. A missing one ends in one sentence that says how to get it.

macro(sheen_require name hint)
  find_package(${name} QUIET ${ARGN})
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "${name} was not found. ${hint}")
  endif()
endmacro()

# QGIS decides which Qt is used. The fuzz targets need Qt Core alone, of any.
if(SHEEN_FUZZ)
  find_package(QT NAMES Qt6 Qt5 REQUIRED COMPONENTS Core)
  set(SHEEN_QT_PARTS Core)
else()
  sheen_require(QGIS "Install libqgis-dev 3.40 or newer, or point QGIS_PREFIX_PATH at a QGIS installation.")
  set(QT_VERSION_MAJOR ${QGIS_QT_VERSION_MAJOR})
  set(SHEEN_QT_PARTS Core Gui Widgets Network Xml Svg PrintSupport Concurrent Test LinguistTools)
endif()
sheen_require(Qt${QT_VERSION_MAJOR}
  "QGIS was built with Qt ${QT_VERSION_MAJOR}: install that Qt's development packages (Debian: qtbase5-dev, libqt5svg5-dev and qttools5-dev, or qt6-base-dev, qt6-svg-dev, qt6-tools-dev and qt6-l10n-tools)."
  COMPONENTS ${SHEEN_QT_PARTS})
foreach(part IN LISTS SHEEN_QT_PARTS)
  if(TARGET Qt${QT_VERSION_MAJOR}::${part} AND NOT TARGET Qt::${part})
    add_library(Qt::${part} ALIAS Qt${QT_VERSION_MAJOR}::${part})
  endif()
endforeach()

if(TARGET Qt${QT_VERSION_MAJOR}::Test)
  # The build folder, which Qt defines as well, would keep a compiler's cache from knowing tests of another clone again.
  set_property(TARGET Qt${QT_VERSION_MAJOR}::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
endif()

sheen_require(OpenCV "Install libopencv-dev." COMPONENTS core imgproc imgcodecs calib3d video dnn ml)
add_library(sheen_opencv INTERFACE)
target_include_directories(sheen_opencv SYSTEM INTERFACE ${OpenCV_INCLUDE_DIRS})
target_link_libraries(sheen_opencv INTERFACE opencv_core opencv_imgproc opencv_imgcodecs)

find_package(PkgConfig REQUIRED)
pkg_check_modules(proj IMPORTED_TARGET proj)
if(NOT proj_FOUND)
  message(FATAL_ERROR "PROJ was not found. Install libproj-dev.")
endif()
pkg_check_modules(geographiclib IMPORTED_TARGET geographiclib)
if(NOT geographiclib_FOUND)
  message(FATAL_ERROR "GeographicLib was not found. Install libgeographiclib-dev.")
endif()
sheen_require(TBB "Install libtbb-dev.")
if(SHEEN_FUZZ)
  return()
endif()

sheen_require(GDAL "Install libgdal-dev.")

pkg_check_modules(libav IMPORTED_TARGET libavformat libavcodec libswscale libavutil)
if(NOT libav_FOUND)
  message(FATAL_ERROR "FFmpeg's libraries were not found. Install libavformat-dev, libavcodec-dev and libswscale-dev.")
endif()
pkg_check_modules(exiv2 IMPORTED_TARGET exiv2)
if(NOT exiv2_FOUND)
  message(FATAL_ERROR "Exiv2 was not found. Install libexiv2-dev.")
endif()
sheen_require(Torch "Install libtorch-dev and libopenblas0-pthread, or point CMAKE_PREFIX_PATH at an official LibTorch.")
