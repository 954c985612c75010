// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/routine.h"

namespace hipflow {

/// A routine that a program names, and where.
struct NamedRoutine {
    std::string id;
    Place place;
};

/// A program, and where in which file it names routines.
struct ProgramFile {
    Program program;
    std::string file;
    std::vector<NamedRoutine> routines;  // any_routine is not among them
};

/// Reads a program file whose name, without ".toml", is `id`. Adds every fault of the text to
/// `faults`, and returns nothing if there are any. `file` is how messages call it.
std::optional<ProgramFile> parse_program(std::string_view text, std::string_view id,
                                         const std::string& file, std::vector<Diagnostic>& faults);

/// The same, but of a file with faults it returns what can be read, so that its links can be
/// checked as well; nothing of one that is no TOML or of another format.
std::optional<ProgramFile> parse_program_in_part(std::string_view text, std::string_view id,
                                                 const std::string& file,
                                                 std::vector<Diagnostic>& faults);

}  // namespace hipflow
