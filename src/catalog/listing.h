// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/bundled.h"
#include "domain/error.h"
#include "domain/words.h"

namespace hipflow::catalog {

enum class Origin { bundled, user };
constexpr auto words_of(Origin /*unused*/) {
    return std::to_array<std::string_view>({"bundled", "user"});
}

/// A file of the library that was found, and is not read yet.
struct LibraryEntry {
    std::string id;
    Origin origin = Origin::bundled;
    std::string file;                 // a path, or "bundled:routines/hip-rotation.toml"
    bool overrides_bundled = false;   // the file of a user, in place of a bundled one
    std::string_view bundled_text{};  // empty for the file of a user
    std::string_view bundled_name{};
    bool operator==(const LibraryEntry&) const = default;
};

/// All files of one kind, those of the user included.
struct Listing {
    std::vector<LibraryEntry> entries;  // sorted by id
    /// Files of the user whose id is taken already, by that id.
    std::map<std::string, std::vector<Diagnostic>> faults;
    /// The entries without an id: folders that cannot be read, and files whose names cannot be
    /// shown.
    std::vector<Diagnostic> unlisted;
    /// The user's translations of exercises, as "de/bridge"; sorted.
    std::vector<std::string> translations;
};

/// Tells whether a text is the code of a language: "de".
bool is_language(std::string_view text);

/// What a folder has besides the files that are listed.
enum class Beside { nothing, translations };

/// Lists the bundled files, and the user's files "<id>.toml" in `folder` and its sub-folders, which
/// only group: the id is the name of the file alone. Hidden files are left out, and a folder that
/// does not exist is empty. Whatever else is called "<id>.toml" is listed; reading it tells what it
/// is. Two files with one id are a fault, and so are ids that differ only in the case of ASCII
/// letters, which are one file on some systems. With Beside::translations,
/// files that are no exercises are translations of some in a folder that is called as a language,
/// such as "de/bridge.toml". `place` is how messages call the
/// folder of the bundled files: "routines".
Listing list_files(std::span<const BundledFile> bundled, std::string_view place,
                   const std::filesystem::path& folder, Beside beside = Beside::nothing);

/// Tells whether the text of a file has the shape of an exercise, and not that of a translation of
/// one, which says nothing about the position.
bool is_exercise_text(std::string_view text);

/// Tells whether the text can be an id: plain text without '/' that does not start with '.'.
/// "daily:short" and "morning flow" are ids.
bool is_id(std::string_view text);

/// Lowers ASCII letters, and no others.
std::string lower_case(std::string text);

}  // namespace hipflow::catalog
