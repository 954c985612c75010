// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>

namespace hipflow {

/// A file that was compiled into the program; embed.cmake writes the tables.
struct BundledFile {
    std::string_view id;
    std::string_view text;
    std::string_view name{};  // of a routine or an exercise, as the text has it
};

/// All sorted by id.
std::span<const BundledFile> bundled_routines();
std::span<const BundledFile> bundled_exercises();
std::span<const BundledFile> bundled_programs();

/// The text of tables/restrictions.toml.
std::string_view bundled_restrictions();

/// The JSON Schemas for editors; the id is the kind of file: "routine".
std::span<const BundledFile> bundled_schemas();

/// The scripts for shells; the id is the shell's name.
std::span<const BundledFile> bundled_completions();

}  // namespace hipflow
