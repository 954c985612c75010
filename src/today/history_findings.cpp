// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "platform/files.h"
#include "platform/lock.h"
#include "store/backup.h"
#include "today/findings.h"
#include "today/plan_troubles.h"
#include "today/rescued.h"

namespace hipflow::today {
namespace {

namespace fs = std::filesystem;

std::optional<mode_t> mode_of(const fs::path& path) {
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return std::nullopt;
    return info.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
}

/// Looks at what others may do with a file or a folder that tells of the user's health.
Finding permissions(const std::string& subject, const fs::path& path) {
    const auto mode = mode_of(path);
    if (!mode) return {subject, true, fmt::format("{}: not there yet", path.string()), ""};
    const bool open = (*mode & (S_IRWXG | S_IRWXO)) != 0;
    return {subject, !open, fmt::format("{}: mode {:o}", path.string(), *mode),
            open ? fmt::format("others can read it: chmod go= '{}'", path.string()) : ""};
}

Finding unsaved(const std::string& subject, const fs::path& path, int error) {
    return {subject, false,
            fmt::format("{}: cannot be written, so nothing can be saved", path.string()),
            platform::obstacle_words(error, path)};
}

/// SQLite makes a file beside the database with each change, and a session one to lock.
Finding look_at_folder(const fs::path& folder) {
    const std::string subject = "data folder";
    const fs::path there = platform::existing_part(folder);
    if (const int error = platform::why_no_file_in(there); error != 0)
        return unsaved(subject, there, error);
    return permissions(subject, folder);
}

Finding look_at_file(const fs::path& database) {
    const std::string subject = "data file";
    if (!mode_of(database)) return permissions(subject, database);
    if (const int error = platform::why_unwritable(database); error != 0) {
        return unsaved(subject, database, error);
    }
    return permissions(subject, database);
}

void look_at_lock(const fs::path& database, Findings& found) {
    const fs::path lock = platform::session_lock(database).path;
    if (!mode_of(lock)) return;
    const int error = platform::why_unwritable(lock);
    if (error == 0) return;
    found.push_back({"session lock", false,
                     fmt::format("{}: cannot be written, so no session begins", lock.string()),
                     platform::obstacle_words(error, lock)});
}

Finding no_history(const fs::path& database) {
    const auto copies = store::copies_beside(database);
    if (copies.empty()) {
        return {"database", true, "none yet; the first session creates it", "",
                "Nothing is recorded yet; the first session begins your history."};
    }
    return {"database", false,
            fmt::format("{} is not there, but a copy of it is: {}", database.string(),
                        copies.front().string()),
            "if it was not removed on purpose, put that copy in its place"};
}

Finding tried_writing(const std::string& subject, store::Store& store) {
    try {
        store.try_writing();
    } catch (const Error& error) {
        return {subject, false, error.what(), "until then nothing is recorded"};
    }
    return {subject, true, "whole, as its journal says, and can be written", "",
            "database: whole, and what you do is saved in it."};
}

void look_at_database(Desk& desk, Findings& found) {
    const std::string subject = "database";
    try {
        store::Store* store = desk.history();
        if (store == nullptr) return found.push_back(no_history(desk.database().path));
        const auto faults = store->faults();
        for (const auto& fault : faults) {
            found.push_back({subject, false, fault,
                             "'hipflow doctor --repair' keeps a copy and rebuilds the tables"});
        }
        if (!faults.empty()) return;
        found.push_back(tried_writing(subject, *store));
    } catch (const Error& error) {
        found.push_back(
            {subject, false, error.what(), "keep a copy of the file before anything else"});
    }
}

void look_at_rescued(Desk& desk, Findings& found) {
    for (const auto& file : rescued_files(desk)) {
        found.push_back({"put aside", false,
                         fmt::format("{}: keeps what a session could not save", file.string()),
                         "'hipflow doctor --repair' brings it into the history"});
    }
}

void look_at_plans(Desk& desk, Findings& found) {
    try {
        for (auto& trouble : plan_troubles(desk)) {
            found.push_back(
                {"schedule", false, std::move(trouble.state), std::move(trouble.advice)});
        }
    } catch (const Error&) {  // reported on the line of the database
    }
}

}  // namespace

void look_at_history(Desk& desk, Findings& found) {
    try {
        const fs::path database = desk.database().path;
        found.push_back(look_at_folder(fs::absolute(database).parent_path()));
        found.push_back(look_at_file(database));
        look_at_lock(database, found);
        look_at_database(desk, found);
        look_at_plans(desk, found);
        look_at_rescued(desk, found);
    } catch (const Error& error) {
        found.push_back({"database", false, error.what(), "see the line above"});
    }
}

}  // namespace hipflow::today
