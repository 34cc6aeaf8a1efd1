# Headers that nearly every source includes, compiled once for each set of flags: that takes two fifths off the compile time.
# Nothing relies on it: -DSHEEN_PRECOMPILE=OFF builds the same.
option(SHEEN_PRECOMPILE "Compile common headers once" ON)

set(SHEEN_COMMON_HEADERS
  <algorithm> <array> <atomic> <chrono> <cmath> <functional> <future> <map> <memory> <mutex> <optional> <random> <set>
  <string> <thread> <vector> <opencv2/imgproc.hpp> <QtCore>)

if(SHEEN_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  add_compile_options(-fpch-preprocess)  # lets ccache see them
  if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    # QGIS's headers leave it no columns for this warning, which it says in each file; clang-format sees to it.
    add_compile_options(-Wno-misleading-indentation)
  endif()
endif()

# Two runs of a compiler do not give the same precompiled header, so ccache is told what it is made of: another build folder then
# finds the same objects. `flags`: what else tells one from the other.
function(sheen_sum_precompiled target flags)
  string(SHA256 sum "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${Qt5_VERSION} ${Qt6_VERSION} ${OpenCV_VERSION} ${Torch_VERSION}
    ${QGIS_VERSION} ${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_RELEASE} ${CMAKE_BUILD_TYPE} ${SHEEN_SANITIZER} ${flags}")
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum" "${sum}")
endfunction()

# sheen_precompile(NAME LIBRARIES... HEADERS...): makes what sheen_use_precompiled() takes, in this folder and below.
macro(sheen_precompile name)
  if(SHEEN_PRECOMPILE AND NOT SHEEN_FUZZ)
    cmake_parse_arguments(precompiled "" "" "LIBRARIES;HEADERS" ${ARGN})
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp" CONTENT "")
    add_library(sheen_precompiled_${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp")
    set_target_properties(sheen_precompiled_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(sheen_precompiled_${name} PRIVATE sheen_options sheen_opencv ${precompiled_LIBRARIES})
    target_precompile_headers(sheen_precompiled_${name} PRIVATE ${precompiled_HEADERS})
    sheen_sum_precompiled(sheen_precompiled_${name} "${name} ${precompiled_HEADERS}")
    set(sheen_precompiled sheen_precompiled_${name})
  endif()
endmacro()

# In this folder and below, sheen_use_precompiled() takes what another folder made under that name.
macro(sheen_share_precompiled name)
  if(TARGET sheen_precompiled_${name})
    set(sheen_precompiled sheen_precompiled_${name})
  endif()
endmacro()

# The target's sources use what was precompiled for its folder. Its flags, and its definitions as far as these headers know
# them, must be those of the folder.
function(sheen_use_precompiled target)
  if(sheen_precompiled)
    target_precompile_headers(${target} REUSE_FROM ${sheen_precompiled})
  endif()
endfunction()
