# Writes SHEEN_COMMIT into HEADER: the commit that SOURCE is at, with "-dirty" where files were changed since, or
# "unknown" where SOURCE is not the top of a git working tree. An unchanged header is left alone.
# A tree that belongs to somebody else (built as root) is asked all the same.
set(git git -c "safe.directory=${SOURCE}" -C "${SOURCE}")
execute_process(COMMAND ${git} rev-parse --show-cdup
  RESULT_VARIABLE failed OUTPUT_VARIABLE way_up OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
set(commit "")
if(NOT failed AND way_up STREQUAL "")
  execute_process(COMMAND ${git} describe --always --dirty --abbrev=12 --exclude=*
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT commit)
  set(commit unknown)
endif()
file(CONFIGURE OUTPUT "${HEADER}" CONTENT "#define SHEEN_COMMIT \"${commit}\"\n" @ONLY)
