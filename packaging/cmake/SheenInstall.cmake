# What `cmake --install` lays down: the program, what it reads at run time, and what desktops and shells want to know.
# Of these files the target installed_files makes what has to be made.

set(desktop "${CMAKE_SOURCE_DIR}/packaging/desktop")
set(icon "${CMAKE_SOURCE_DIR}/resources/icons/sheen.svg")
set(made "${CMAKE_BINARY_DIR}/desktop")
file(MAKE_DIRECTORY "${made}")

add_custom_command(OUTPUT "${made}/sheen.1"
  COMMAND ${CMAKE_COMMAND} -E env ASAN_OPTIONS=detect_leaks=0
          "${desktop}/manual_page" $<TARGET_FILE:sheen> "${desktop}/sheen.1.in" > "${made}/sheen.1"
  DEPENDS sheen "${desktop}/manual_page" "${desktop}/sheen.1.in" VERBATIM)
list(APPEND made_files "${made}/sheen.1")

add_executable(render_icon "${desktop}/render_icon.cpp")
target_link_libraries(render_icon PRIVATE sheen_options Qt::Svg)
foreach(size 16 24 32 48 64 128 256)
  add_custom_command(OUTPUT "${made}/sheen-${size}.png"
    COMMAND render_icon "${icon}" ${size} "${made}/sheen-${size}.png"
    DEPENDS render_icon "${icon}" VERBATIM)
  list(APPEND made_files "${made}/sheen-${size}.png")
  install(FILES "${made}/sheen-${size}.png" RENAME sheen.png
          DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps")
endforeach()
add_custom_target(installed_files ALL DEPENDS sheen ${made_files})

install(TARGETS sheen RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY resources/ DESTINATION "${CMAKE_INSTALL_DATADIR}/sheen/resources"
        PATTERN "training" EXCLUDE PATTERN "*.py" EXCLUDE)
install(FILES "${icon}" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${desktop}/sheen.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${desktop}/sheen-mime.xml" RENAME sheen.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages")
install(FILES "${desktop}/org.sheen.sheen.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${desktop}/sheen.bash" RENAME sheen DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${made}/sheen.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
set(documents "${CMAKE_INSTALL_DATADIR}/doc/sheen")
install(FILES README.md CHANGELOG.md LICENSE DESTINATION "${documents}")
install(DIRECTORY docs DESTINATION "${documents}")
