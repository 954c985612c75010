# SPDX-License-Identifier: MIT
# Compiles files into the program: those of routines/ and completions/, and the style sheets of the pages.
#
# Included, it offers hipflow_embed(<target> <folder>), which adds the generated sources to the target
# and generates one again whenever a file of it is changed, added or removed.
# Run as a script, it is the generator: cmake -D FOLDER=. -D OUTPUT=bundled.cpp -P embed.cmake
# writes the source of that name.

# One C++ table: entries {id, text, name}, sorted by id. The name stands ready so that a list of names need
# not parse every file; a test compares it with what the parser finds. Raw string literals keep the texts
# readable in a debugger; a file has at most 64 KiB, which is also the most that a literal may have. Only the
# schemas may be longer.
function(hipflow_bundled_table result name folder)
  file(GLOB files "${folder}/*.toml")
  set(ids "")
  foreach(file IN LISTS files)
    get_filename_component(id "${file}" NAME_WLE)
    list(APPEND ids "${id}")
  endforeach()
  list(SORT ids)
  list(LENGTH ids count)
  set(table "constexpr std::array<BundledFile, ${count}> ${name}{{\n")
  foreach(id IN LISTS ids)
    file(READ "${folder}/${id}.toml" text)
    set(title "")
    if(text MATCHES "\nname *= *\"([^\"\n]*)\"")
      set(title "${CMAKE_MATCH_1}")
    endif()
    string(APPEND table "    {\"${id}\", R\"hipflow(${text})hipflow\", R\"hipflow(${title})hipflow\"},\n")
  endforeach()
  string(APPEND table "}};\n")
  set(${result} "${table}" PARENT_SCOPE)
endfunction()

# A table of the texts of exercises in other languages: the id is "de/glute-bridge".
function(hipflow_translation_table result folder)
  file(GLOB ids RELATIVE "${folder}" "${folder}/*/*.toml")
  list(TRANSFORM ids REPLACE "[.]toml$" "")
  list(SORT ids)
  list(LENGTH ids count)
  set(table "constexpr std::array<BundledFile, ${count}> translations{{\n")
  foreach(id IN LISTS ids)
    file(READ "${folder}/${id}.toml" text)
    string(APPEND table "    {\"${id}\", R\"hipflow(${text})hipflow\", \"\"},\n")
  endforeach()
  string(APPEND table "}};\n")
  set(${result} "${table}" PARENT_SCOPE)
endfunction()

# The same for the scripts: the id is the shell.
function(hipflow_completion_table result folder)
  set(table "constexpr std::array<BundledFile, 3> completions{{\n")
  foreach(pair IN ITEMS bash:hipflow.bash fish:hipflow.fish zsh:_hipflow)
    string(REPLACE ":" ";" pair "${pair}")
    list(GET pair 0 shell)
    list(GET pair 1 file)
    file(READ "${folder}/${file}" text)
    string(APPEND table "    {\"${shell}\", R\"hipflow(${text})hipflow\", \"\"},\n")
  endforeach()
  string(APPEND table "}};\n")
  set(${result} "${table}" PARENT_SCOPE)
endfunction()

# One hash of all routines and exercises, by name and content: the digests of routines
# (bundled_digests.cpp) hold for the files that they were made from, and for no others.
function(hipflow_content_hash result folder)
  file(GLOB names RELATIVE "${folder}" "${folder}/*.toml" "${folder}/exercises/*.toml")
  set(hashes "")
  foreach(name IN LISTS names)
    file(SHA256 "${folder}/${name}" hash)
    list(APPEND hashes "${name} ${hash}")
  endforeach()
  list(SORT hashes)
  string(SHA256 hash "${hashes}")
  set(${result} "${hash}" PARENT_SCOPE)
endfunction()

# A text of any length, as an array of the name: joined() in the source puts it together from literals of
# whole lines, each far shorter than a literal may be. Literals side by side would count as one.
function(hipflow_long_text result name text)
  string(LENGTH "${text}" size)
  set(literals "")
  set(most 32000)
  set(left "${size}")
  while(left GREATER most)
    string(SUBSTRING "${text}" 0 ${most} part)
    string(FIND "${part}" "\n" end REVERSE)
    if(end EQUAL -1)
      message(FATAL_ERROR "embed.cmake: ${name} has a line of more than ${most} bytes")
    endif()
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${text}" 0 ${end} part)
    string(SUBSTRING "${text}" ${end} -1 text)
    string(APPEND literals "R\"hipflow(${part})hipflow\", ")
    string(LENGTH "${text}" left)
  endwhile()
  string(APPEND literals "R\"hipflow(${text})hipflow\"")
  set(${result} "constexpr auto ${name} = joined<${size}>({${literals}});\n" PARENT_SCOPE)
endfunction()

# A table of the schemas: the id is the kind of file that they describe.
function(hipflow_schema_table result folder)
  set(texts "")
  set(table "constexpr std::array<BundledFile, 3> schemas{{\n")
  foreach(kind IN ITEMS exercise program routine)
    file(READ "${folder}/${kind}.schema.json" text)
    hipflow_long_text(text ${kind}_schema "${text}")
    string(APPEND texts "${text}")
    string(APPEND table "    {\"${kind}\", {${kind}_schema.data(), ${kind}_schema.size()}, \"\"},\n")
  endforeach()
  string(APPEND table "}};\n")
  set(${result} "${texts}${table}" PARENT_SCOPE)
endfunction()

function(hipflow_write_bundled folder output)
  hipflow_bundled_table(routines routines "${folder}/routines")
  hipflow_bundled_table(exercises exercises "${folder}/routines/exercises")
  hipflow_bundled_table(programs programs "${folder}/routines/programs")
  hipflow_bundled_table(messages messages "${folder}/routines/messages")
  hipflow_bundled_table(care care "${folder}/routines/care")
  hipflow_translation_table(translations "${folder}/routines/exercises")
  file(READ "${folder}/routines/tables/restrictions.toml" restrictions)
  hipflow_content_hash(content_hash "${folder}/routines")
  hipflow_completion_table(completions "${folder}/completions")
  hipflow_schema_table(schemas "${folder}/routines/schemas")
  file(WRITE "${output}" "// Generated by embed.cmake: do not edit.
#include \"catalog/bundled.h\"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

namespace hipflow::catalog {
namespace {

template <std::size_t size>
constexpr std::array<char, size> joined(std::initializer_list<std::string_view> parts) {
    std::array<char, size> text{};
    auto end = text.begin();
    for (const std::string_view part : parts) end = std::copy(part.begin(), part.end(), end);
    return text;
}

${routines}
${exercises}
${programs}
${messages}
${care}
${translations}
${completions}
${schemas}
constexpr std::string_view restrictions = R\"hipflow(${restrictions})hipflow\";

}  // namespace

std::span<const BundledFile> bundled_routines() { return routines; }
std::span<const BundledFile> bundled_exercises() { return exercises; }
std::span<const BundledFile> bundled_programs() { return programs; }
std::span<const BundledFile> bundled_messages() { return messages; }
std::span<const BundledFile> bundled_care() { return care; }
std::span<const BundledFile> bundled_translations() { return translations; }
std::string_view bundled_restrictions() { return restrictions; }
std::string_view bundled_content_hash() { return \"${content_hash}\"; }
std::span<const BundledFile> bundled_schemas() { return schemas; }
std::span<const BundledFile> bundled_completions() { return completions; }

}  // namespace hipflow::catalog
")
endfunction()

# The style sheet of a page, as the function of that name: report/<page>.css is <page>_style().
function(hipflow_write_style folder output page)
  file(READ "${folder}/src/report/${page}.css" css)
  # The comment at the top is for those who edit the file.
  string(REGEX REPLACE "^/\\*[^*]*\\*/\n" "" css "${css}")
  file(WRITE "${output}" "// Generated by embed.cmake: do not edit.
#include \"report/${page}_page.h\"

namespace hipflow::report {

std::string_view ${page}_style() {
    return R\"css(
${css})css\";
}

}  // namespace hipflow::report
")
endfunction()

function(hipflow_write_report_style folder output)
  hipflow_write_style("${folder}" "${output}" report)
endfunction()

function(hipflow_write_sheet_style folder output)
  hipflow_write_style("${folder}" "${output}" sheet)
endfunction()

# Adds a source to the target that is generated from the files that follow.
function(hipflow_embed_files target folder name)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  # A file that was removed is in no list of dependencies any more: the list itself must be one.
  file(CONFIGURE OUTPUT "${output}.list" CONTENT "${ARGN}" @ONLY)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -D "FOLDER=${folder}" -D "OUTPUT=${output}" -P
            "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    DEPENDS ${ARGN} "${output}.list" "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    COMMENT "Embedding files: ${name}.cpp"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()

function(hipflow_embed target folder)
  file(GLOB bundled CONFIGURE_DEPENDS "${folder}/routines/*.toml"
    "${folder}/routines/exercises/*.toml" "${folder}/routines/exercises/*/*.toml"
    "${folder}/routines/messages/*.toml" "${folder}/routines/care/*.toml" "${folder}/routines/programs/*.toml"
    "${folder}/routines/tables/*.toml" "${folder}/routines/schemas/*.json" "${folder}/completions/*hipflow*")
  hipflow_embed_files(${target} "${folder}" bundled ${bundled})
  hipflow_embed_files(${target} "${folder}" report_style "${folder}/src/report/report.css")
  hipflow_embed_files(${target} "${folder}" sheet_style "${folder}/src/report/sheet.css")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  get_filename_component(name "${OUTPUT}" NAME_WLE)
  cmake_language(CALL hipflow_write_${name} "${FOLDER}" "${OUTPUT}")
endif()
