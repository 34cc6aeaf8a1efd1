# How the targets of this project are made: one library per folder of core, one test per file.

add_library(sheen_options INTERFACE)
target_compile_options(sheen_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
if(SHEEN_WARNINGS_AS_ERRORS)
  target_compile_options(sheen_options INTERFACE -Werror)
endif()
if(SHEEN_SANITIZER STREQUAL "address")
  target_compile_options(sheen_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(sheen_options INTERFACE -fsanitize=address,undefined)
elseif(SHEEN_SANITIZER STREQUAL "thread")
  target_compile_options(sheen_options INTERFACE -fsanitize=thread)
  target_link_options(sheen_options INTERFACE -fsanitize=thread)
endif()

# sheen_library(NAME sources...): the static library sheen_NAME; headers are included from the top of
# the source tree, as "core/flight/flight.h".
function(sheen_library name)
  add_library(sheen_${name} STATIC ${ARGN})
  target_include_directories(sheen_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(sheen_${name} PRIVATE sheen_options)
endfunction()

# sheen_test(NAME LIBRARIES... [LABELS ...]): the Qt Test program NAME_test.cpp as the test NAME. The first of its
# folders, core or ui, is a label too.
# Tests find the repository's files under SHEEN_SOURCE_DIR and run without a display.
function(sheen_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "LIBRARIES;LABELS;SOURCES" ${ARGN})
  add_executable(${name}_test ${name}_test.cpp ${arg_SOURCES})
  target_link_libraries(${name}_test PRIVATE sheen_options ${arg_LIBRARIES} Qt::Test)
  target_compile_definitions(${name}_test PRIVATE SHEEN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name}_test)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  string(REGEX REPLACE "/.*" "" folder ${folder})
  if(folder STREQUAL core)
    add_dependencies(core_tests ${name}_test)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;SHEEN_RESOURCES=${CMAKE_SOURCE_DIR}/resources"
    LABELS "${folder};${arg_LABELS}")
endfunction()
