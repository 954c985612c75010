# SPDX-License-Identifier: MIT
# The check itself is checked: a planted violation must be found.
# cmake -D CHECK=check_layers.cmake -D SCRATCH=folder -P check_layers_test.cmake
file(REMOVE_RECURSE "${SCRATCH}")
file(WRITE "${SCRATCH}/domain/clean.h"
  "#include <string>\n#include \"domain/other.h\"\nnamespace hipflow {\n}\n")
file(WRITE "${SCRATCH}/session/clean.h"
  "namespace hipflow::session { struct A; }\nnamespace hipflow::session::inner {\n}\n")
execute_process(COMMAND ${CMAKE_COMMAND} -D SOURCE=${SCRATCH} -P ${CHECK} RESULT_VARIABLE clean
  ERROR_QUIET)
if(NOT clean EQUAL 0)
  message(FATAL_ERROR "a clean tree was refused")
endif()
foreach(violation "domain/a.h|#include \"store/store.h\"" "session/b.cpp|#include <toml++/toml.h>"
    "somewhere/c.h|#include <string>" "session/d.h|namespace hipflow {"
    "exchange/e.h|namespace hipflow::today { struct Glance@ }"
    "exchange/f.h|namespace hipflow::today::inner {" "domain/g.h|namespace hipflow::session {"
    # even where it may include the other folder, and however it is written
    "today/h.h|namespace hipflow::store {" "today/i.h|    namespace hipflow::guide {"
    "today/j.h|inline namespace hipflow::guide {" "store/k.h|namespace hipflow {"
    "guide/l.h|namespace hipflow {" "today/m.cpp|#include <SQLiteCpp/SQLiteCpp.h>"
    "today/n.cpp|#include <CLI/CLI.hpp>" "today/o.cpp|#include <nlohmann/json.hpp>")
  string(REPLACE "|" ";" parts "${violation}")
  list(GET parts 0 file)
  list(GET parts 1 line)
  string(REPLACE "@" ";" line "${line}")  # which would part a list
  file(WRITE "${SCRATCH}/${file}" "${line}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -D SOURCE=${SCRATCH} -P ${CHECK} RESULT_VARIABLE found
    ERROR_QUIET)
  if(found EQUAL 0)
    message(FATAL_ERROR "not found: ${file}: ${line}")
  endif()
  file(REMOVE "${SCRATCH}/${file}")
endforeach()
