# How the targets of this project are made: one library per room of core and ui, one test per file.

add_library(sheen_options INTERFACE)
if(MSVC)
  target_compile_options(sheen_options INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${SHEEN_WARNINGS_AS_ERRORS}>:/WX>)
  target_compile_definitions(sheen_options INTERFACE NOMINMAX _USE_MATH_DEFINES)
else()
  target_compile_options(sheen_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    $<$<BOOL:${SHEEN_WARNINGS_AS_ERRORS}>:-Werror>)
endif()
if(SHEEN_SANITIZER STREQUAL "address")
  target_compile_options(sheen_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(sheen_options INTERFACE -fsanitize=address,undefined)
elseif(SHEEN_SANITIZER STREQUAL "thread")
  target_compile_options(sheen_options INTERFACE -fsanitize=thread)
  target_link_options(sheen_options INTERFACE -fsanitize=thread)
endif()
if(SHEEN_FUZZ)
  target_compile_options(sheen_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
endif()

# sheen_library(NAME sources...): a room, the static library sheen_NAME. What others may include lies in
# include/NAME of its folder and is included as "NAME/header.h" (of ui: include/ui/map, "ui/map/map_view.h"); nothing
# else of the room can be included from outside. Headers beside the sources are the room's own.
function(sheen_library name)
  add_library(sheen_${name} STATIC ${ARGN})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/include/*.h")  # moc looks into them
  target_sources(sheen_${name} PRIVATE ${headers})
  target_include_directories(sheen_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/include")
  target_link_libraries(sheen_${name} PRIVATE sheen_options)
  sheen_use_precompiled(sheen_${name})
  set_property(GLOBAL APPEND PROPERTY SHEEN_ROOMS sheen_${name})
endfunction()

# sheen_inside(TARGET rooms...): a test that looks into rooms: it includes their own headers by name.
function(sheen_inside target)
  foreach(room IN LISTS ARGN)
    get_target_property(folder sheen_${room} SOURCE_DIR)
    target_include_directories(${target} PRIVATE "${folder}")
  endforeach()
endfunction()

# sheen_test(NAME LIBRARIES... [INSIDE ROOMS...] [LABELS ...]): the Qt Test program NAME_test.cpp as the test NAME. The
# first of its folders, core or ui, is a label too.
# Tests find the repository's files by support/source_folder.h and run without a display.
function(sheen_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "LIBRARIES;INSIDE;LABELS;SOURCES" ${ARGN})
  add_executable(${name}_test ${name}_test.cpp ${arg_SOURCES})
  target_link_libraries(${name}_test PRIVATE sheen_tests ${arg_LIBRARIES} Qt::Test)
  sheen_inside(${name}_test ${arg_INSIDE})
  sheen_use_precompiled(${name}_test)
  add_test(NAME ${name} COMMAND ${name}_test)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  string(REGEX REPLACE "/.*" "" folder ${folder})
  if(folder STREQUAL core)
    add_dependencies(core_tests ${name}_test)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  if(SHEEN_SANITIZER)
    math(EXPR arg_TIMEOUT "4 * ${arg_TIMEOUT}")  # so much slower is what is run
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${arg_TIMEOUT}
    # Qt would end a test function after five minutes by itself.
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000"
    LABELS "${folder};${arg_LABELS}")
endfunction()
