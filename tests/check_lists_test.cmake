# SPDX-License-Identifier: MIT
# The check itself is checked: a planted fault must be found.
# cmake -D CHECK=check_lists.cmake -D SCRATCH=folder -P check_lists_test.cmake
file(REMOVE_RECURSE "${SCRATCH}")
foreach(name a/one a/two b/one)
  file(WRITE "${SCRATCH}/${name}.cpp" "")
endforeach()

# Whether the check refuses a list, and what it says.
function(check_list)
  list(TRANSFORM ARGN APPEND "\n" OUTPUT_VARIABLE lines)
  string(JOIN "" text ${lines})
  file(WRITE "${SCRATCH}/list.txt" "${text}")
  execute_process(COMMAND ${CMAKE_COMMAND} -D SOURCE=${SCRATCH} -D LIST=${SCRATCH}/list.txt
    -D "NAMES=*.cpp" -P ${CHECK} RESULT_VARIABLE result ERROR_VARIABLE said)
  set(result "${result}" PARENT_SCOPE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

function(expect_fault words)
  check_list(${ARGN})
  if(result EQUAL 0 OR NOT said MATCHES "${words}")
    message(FATAL_ERROR "not found: ${words}\n${said}")
  endif()
endfunction()

check_list("  a/one.cpp" "  a/two.cpp" "  b/one.cpp")
if(NOT result EQUAL 0)
  message(FATAL_ERROR "a whole list was refused:\n${said}")
endif()
expect_fault("a/two.cpp is not listed" "  a/one.cpp" "  b/one.cpp")
expect_fault("b/gone.cpp is listed, but" "  a/one.cpp" "  a/two.cpp" "  b/gone.cpp" "  b/one.cpp")
expect_fault("a/two.cpp stands apart" "  a/one.cpp" "  b/one.cpp" "  a/two.cpp")
expect_fault("a/one.cpp has to stand before a/two.cpp" "  a/two.cpp" "  a/one.cpp" "  b/one.cpp")
expect_fault("a/one.cpp has to stand before a/one.cpp"
  "  a/one.cpp" "  a/one.cpp" "  a/two.cpp" "  b/one.cpp")
