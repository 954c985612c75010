// SPDX-License-Identifier: MIT
#include "catalog/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <system_error>

#include "text/utf8.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

struct UserFile {
    std::string id;
    std::string path;
};

std::string lower(std::string text) {
    // Not std::tolower: the answer must not hang on the locale.
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// Every "<id>.toml" in `folder` and below, sorted by path.
std::vector<UserFile> find_files(const fs::path& folder) {
    std::vector<UserFile> files;
    std::error_code fault;
    fs::recursive_directory_iterator at(folder, fault);
    if (fault == std::errc::no_such_file_or_directory) return files;
    for (const fs::recursive_directory_iterator end; !fault && at != end; at.increment(fault)) {
        const fs::path& path = at->path();
        std::error_code gone;  // then it is no folder either
        const bool is_folder = at->is_directory(gone);
        const bool is_hidden = path.filename().native().starts_with('.');
        if (is_folder && is_hidden) at.disable_recursion_pending();
        if (is_folder || is_hidden || path.extension() != ".toml") continue;
        files.push_back({path.stem().string(), path.string()});
    }
    if (fault) {
        throw Error(
            fmt::format("{}: the folder cannot be read: {}", folder.string(), fault.message()));
    }
    std::sort(files.begin(), files.end(),
              [](const UserFile& a, const UserFile& b) { return a.path < b.path; });
    return files;
}

void add_bundled(std::span<const BundledFile> bundled, std::string_view place,
                 std::map<std::string, LibraryEntry>& entries) {
    for (const auto& [id, text, name] : bundled) {
        entries[std::string(id)] = {std::string(id),
                                    Origin::bundled,
                                    fmt::format("bundled:{}/{}.toml", place, id),
                                    false,
                                    text,
                                    name};
    }
}

}  // namespace

bool is_id(std::string_view text) {
    const bool fits =
        !text.empty() && text.front() != '.' && text.find('/') == std::string_view::npos;
    return fits && is_plain_text(text);
}

Listing list_files(std::span<const BundledFile> bundled, std::string_view place,
                   const fs::path& folder) {
    Listing listing;
    std::map<std::string, LibraryEntry> entries;
    std::map<std::string, UserFile> first_with_name;  // by the id in lower case
    add_bundled(bundled, place, entries);
    if (!folder.empty()) {
        for (const UserFile& file : find_files(folder)) {
            if (!is_id(file.id)) {
                listing.faults[file.id].push_back(
                    {file.path, 0, 0, "the name has invisible characters; rename the file"});
                continue;
            }
            const auto [first, is_new] = first_with_name.emplace(lower(file.id), file);
            if (!is_new) {
                listing.faults[first->second.id].push_back(
                    {file.path, 0, 0,
                     fmt::format("{} has the same id; rename one of the two", first->second.path)});
                continue;
            }
            const bool overrides = entries.contains(file.id);
            entries[file.id] = {file.id, Origin::user, file.path, overrides, {}, {}};
        }
    }
    for (auto& [id, entry] : entries) listing.entries.push_back(std::move(entry));
    return listing;
}

}  // namespace hipflow
