// SPDX-License-Identifier: MIT
#include "catalog/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <system_error>

#include "catalog/text_file.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

namespace fs = std::filesystem;

struct UserFile {
    std::string id;
    std::string path;
};

/// The files of a folder and of those below it, as far as they can be read.
struct Found {
    std::vector<UserFile> files;
    std::vector<Diagnostic> faults;  // of folders
    std::vector<std::string> translations;
};

/// Looks for files in a folder and below it.
class Search {
   public:
    Search(fs::path top, Beside beside) : top_(std::move(top)), beside_(beside) {}

    /// Returns what was found, sorted by path.
    Found run() && {
        look_into(top_);
        std::ranges::sort(found_.files, {}, &UserFile::path);
        std::ranges::sort(found_.translations);
        return std::move(found_);
    }

   private:
    void look_into(const fs::path& folder) {
        std::error_code fault;
        fs::directory_iterator at(folder, fault);
        std::error_code none;
        const bool leads_nowhere = fs::is_symlink(folder, none);
        if (fault == std::errc::no_such_file_or_directory && !leads_nowhere) return;
        for (const fs::directory_iterator end; !fault && at != end; at.increment(fault)) {
            const fs::path& path = at->path();
            if (path.filename().native().starts_with('.')) continue;
            std::error_code gone;  // then it is no folder either
            const bool is_folder = at->is_directory(gone) && !at->is_symlink(gone);
            if (path.extension() == ".toml") add(path);
            if (is_folder) look_into(path);
        }
        if (fault) {
            found_.faults.push_back(
                {folder.string(), 0, 0,
                 fmt::format("the folder cannot be read: {}; its contents are ignored",
                             fault.message())});
        }
    }

    void add(const fs::path& path) {
        if (is_translation(path)) {
            const std::string language = path.parent_path().filename();
            found_.translations.push_back(language + "/" + path.stem().string());
        } else {
            found_.files.push_back({path.stem(), path});
        }
    }

    /// Tells whether a file is a translation of an exercise: "de/bridge.toml" right below the top.
    bool is_translation(const fs::path& path) const {
        const fs::path folder = path.parent_path();
        if (beside_ == Beside::nothing || folder.parent_path() != top_) return false;
        if (!is_language(folder.filename().native())) return false;
        std::vector<Diagnostic> unreadable;  // then whoever reads it will be told
        const auto text = read_text_file(path.string(), unreadable);
        return text && !is_exercise_text(*text);
    }

    fs::path top_;
    Beside beside_;
    Found found_;
};

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

/// Puts the files of a user into a listing, or notes why they cannot be there.
class UserFiles {
   public:
    UserFiles(Listing& listing, std::map<std::string, LibraryEntry>& entries)
        : listing_(listing), entries_(entries) {}

    void add(const UserFile& file) {
        if (!is_id(file.id)) {
            listing_.unlisted.push_back(
                {file.path, 0, 0, "the name has invisible characters; rename the file"});
            return;
        }
        const auto [first, is_new] = first_with_name_.emplace(lower_case(file.id), file);
        if (!is_new) {
            listing_.faults[first->second.id].push_back(
                {file.path, 0, 0,
                 fmt::format("{} has the same id; rename one of the two", first->second.path)});
            return;
        }
        const bool overrides = entries_.contains(file.id);
        entries_[file.id] = {file.id, Origin::user, file.path, overrides, {}, {}};
    }

   private:
    Listing& listing_;
    std::map<std::string, LibraryEntry>& entries_;
    std::map<std::string, UserFile> first_with_name_;  // by the id in lower case
};

}  // namespace

bool is_language(std::string_view text) {
    const bool fits = text.size() == 2 || text.size() == 3;
    return fits && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_exercise_text(std::string_view text) {
    return text.starts_with("position") || text.find("\nposition") != std::string_view::npos;
}

bool is_id(std::string_view text) {
    const bool fits =
        !text.empty() && text.front() != '.' && text.find('/') == std::string_view::npos;
    return fits && is_plain_text(text);
}

std::string lower_case(std::string text) {
    // Not std::tolower: the result must not depend on the locale.
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

Listing list_files(std::span<const BundledFile> bundled, std::string_view place,
                   const fs::path& folder, Beside beside) {
    Listing listing;
    std::map<std::string, LibraryEntry> entries;
    add_bundled(bundled, place, entries);
    if (!folder.empty()) {
        Found found = Search(folder, beside).run();
        listing.unlisted = std::move(found.faults);
        listing.translations = std::move(found.translations);
        UserFiles files(listing, entries);
        for (const UserFile& file : found.files) files.add(file);
    }
    for (auto& [id, entry] : entries) listing.entries.push_back(std::move(entry));
    return listing;
}

}  // namespace hipflow::catalog
