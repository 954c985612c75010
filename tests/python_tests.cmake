# SPDX-License-Identifier: MIT
# hipflow_python_tests(PREFIX FILE [ARGUMENTS ...] [PROPERTIES ...])
# Every test of a file of unittest is a test of ctest's, PREFIX.Class.test: one that is skipped is
# counted as skipped, and not as part of a suite that passed.
function(hipflow_python_tests prefix file)
  cmake_parse_arguments(PARSE_ARGV 2 tests "" "" "ARGUMENTS;PROPERTIES")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${file} ${CMAKE_CURRENT_SOURCE_DIR}/suite.py)
  # What Python compiles is kept in the build, and not beside its sources.
  set(compiled -X pycache_prefix=${PROJECT_BINARY_DIR}/python)
  # What cannot even be loaded, because a module is missing, is one test, and fails as such.
  execute_process(COMMAND ${python} ${compiled} ${CMAKE_CURRENT_SOURCE_DIR}/suite.py --list ${file}
    OUTPUT_VARIABLE names RESULT_VARIABLE failed ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(failed)
    set(names "")
  endif()
  string(REPLACE "\n" ";" names "${names}")
  if(NOT names)
    add_test(NAME ${prefix} COMMAND ${python} ${compiled} ${file} ${tests_ARGUMENTS})
    set(added ${prefix})
  endif()
  foreach(name IN LISTS names)
    add_test(NAME ${prefix}.${name} COMMAND ${python} ${compiled} ${file} ${tests_ARGUMENTS} ${name})
    list(APPEND added ${prefix}.${name})
  endforeach()
  set_tests_properties(${added} PROPERTIES SKIP_RETURN_CODE 77 ${tests_PROPERTIES})
endfunction()
