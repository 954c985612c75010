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

namespace hipflow {

enum class Origin { bundled, user };
template <>
inline constexpr auto words<Origin> = std::to_array<std::string_view>({"bundled", "user"});

/// A file of the library, found and not yet read.
struct LibraryEntry {
    std::string id;
    Origin origin = Origin::bundled;
    std::string file;                 // a path, or "bundled:routines/hip-rotation.toml"
    bool overrides_bundled = false;   // a user's file in place of a bundled one
    std::string_view bundled_text{};  // empty for a user's file
    std::string_view bundled_name{};
    bool operator==(const LibraryEntry&) const = default;
};

/// One kind of file, bundled and the user's together, sorted by id.
struct Listing {
    std::vector<LibraryEntry> entries;
    /// The user's files that cannot have an id of their own, by the id they claim.
    std::map<std::string, std::vector<Diagnostic>> faults;
    /// What has no id at all: folders that cannot be read, files whose names cannot be shown.
    std::vector<Diagnostic> unlisted;
};

/// Finds the user's files "<id>.toml" in `folder` and its sub-folders, which only group: the id is
/// the file's name alone. Hidden files are left out, a folder that does not exist is empty;
/// whatever else is called "<id>.toml" is listed, and reading it says what it is. Two files with
/// one id, or with ids that differ in the case of ASCII letters only (one file on some systems),
/// are a fault. `place` is how messages call the folder of the bundled files: "routines".
Listing list_files(std::span<const BundledFile> bundled, std::string_view place,
                   const std::filesystem::path& folder);

/// What may be an id: plain text without '/' that does not start with '.'. "daily:short" and
/// "morning flow" are ids.
bool is_id(std::string_view text);

/// Of ASCII letters.
std::string lower_case(std::string text);

}  // namespace hipflow
