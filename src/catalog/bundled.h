// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>

namespace hipflow::catalog {

/// A file that was compiled into the program. embed.cmake writes the tables.
struct BundledFile {
    std::string_view id;
    std::string_view text;
    std::string_view name{};  // of a routine or an exercise, as the text has it
};

/// The files of each kind, sorted by id.
std::span<const BundledFile> bundled_routines();
std::span<const BundledFile> bundled_exercises();
std::span<const BundledFile> bundled_programs();

/// What hipflow says by itself. The id is the language: "de".
std::span<const BundledFile> bundled_messages();

/// Its sentences about pain and safety. The id is the language as well.
std::span<const BundledFile> bundled_care();

/// The texts of exercises in other languages, sorted by id: "de/glute-bridge".
std::span<const BundledFile> bundled_translations();

/// The text of tables/restrictions.toml.
std::string_view bundled_restrictions();

/// A hash of all bundled routines and exercises: another one for other files.
std::string_view bundled_content_hash();

/// A bundled routine in short, as it is for somebody who leaves nothing out. Listing and checking
/// what nobody has changed need not read the files again.
struct RoutineDigest {
    std::string_view id;
    std::string_view name;
    std::string_view summary;
    int level = 1;
    bool counts = true;
    int steps = 0;
    long total_ms = 0;
    long work_ms = 0;
    std::string_view needs;      // "mat,chair"
    std::string_view positions;  // "supine,standing"
};

/// The digests of all bundled routines, by id. Empty if they were made from other files than those
/// that are bundled: then the files are read.
std::span<const RoutineDigest> bundled_digests();

/// Returns null if there is none of this id.
const RoutineDigest* find_digest(std::string_view id);

/// The JSON Schemas for editors. The id is the kind of file: "routine".
std::span<const BundledFile> bundled_schemas();

/// The completion scripts. The id is the name of the shell.
std::span<const BundledFile> bundled_completions();

}  // namespace hipflow::catalog
