// SPDX-License-Identifier: MIT
#include "store/backup.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "domain/error.h"
#include "store/database_file.h"
#include "store/failure.h"

namespace hipflow::store {
namespace {

namespace fs = std::filesystem;

Error backup_failed(const fs::path& backup, std::string_view why) {
    return Error(fmt::format("the backup {} cannot be written: {}. The history itself was left as "
                             "it is.",
                             backup.string(), why),
                 ExitCode::storage);
}

/// The labels by which a file is known as a copy.
constexpr std::array labels = {before_repair, before_version, when_replaced};

bool is_copy(std::string_view name, std::string_view database) {
    if (!name.starts_with(database)) return false;
    name.remove_prefix(database.size());
    if (!name.starts_with('.')) return false;
    name.remove_prefix(1);
    return std::ranges::any_of(labels, [&](auto label) { return name.starts_with(label); });
}

/// Makes a new, empty file under the first free name.
fs::path reserve(const fs::path& file, std::string_view label) {
    for (int number = 1;; ++number) {
        const std::string suffix = number == 1 ? "" : fmt::format("-{}", number);
        fs::path backup = fmt::format("{}.{}{}", file.string(), label, suffix);
        const int made =
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other open
            open(backup.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (made >= 0) {
            close(made);
            return backup;
        }
        if (errno != EEXIST) throw backup_failed(backup, std::generic_category().message(errno));
    }
}

void copy_database(const SQLite::Database& source, const fs::path& backup) {
    SQLite::Statement vacuum(source, "VACUUM INTO ?");
    vacuum.bind(1, backup.string());
    vacuum.exec();
}

void check(const fs::path& backup) {
    SQLite::Database copied(backup.string(), SQLite::OPEN_READONLY);
    const std::string verdict = copied.execAndGet("PRAGMA integrity_check").getString();
    if (verdict != "ok") throw backup_failed(backup, verdict);
}

void sync(const fs::path& backup) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other open
    const int opened = open(backup.c_str(), O_RDONLY | O_CLOEXEC);
    const int result = opened < 0 ? -1 : fsync(opened);
    const int code = errno;
    if (opened >= 0) close(opened);
    if (result != 0) throw backup_failed(backup, std::generic_category().message(code));
    sync_folder(backup.parent_path());
}

}  // namespace

fs::path back_up(const SQLite::Database& source, const fs::path& file, std::string_view label) {
    const fs::path place = fs::absolute(file);
    fs::path backup = reserve(place, label);
    try {
        guarded(place, [&] { copy_database(source, backup); });
        guarded(backup, [&] { check(backup); });
        sync(backup);
    } catch (...) {
        std::error_code ignored;
        fs::remove(backup, ignored);  // half a copy could be taken for a backup
        throw;
    }
    return backup;
}

fs::path back_up(const fs::path& file, std::string_view label) {
    return guarded(file, [&] {
        constexpr int patience_ms = 5000;
        const SQLite::Database source(fs::absolute(file).string(), SQLite::OPEN_READWRITE,
                                      patience_ms);
        return back_up(source, file, label);
    });
}

std::vector<fs::path> copies_beside(const fs::path& database) {
    std::error_code unreadable;
    const fs::path place = fs::absolute(database);
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    for (const auto& entry : fs::directory_iterator(place.parent_path(), unreadable)) {
        if (!is_copy(entry.path().filename().string(), place.filename().string())) continue;
        std::error_code gone;
        const auto size = entry.file_size(gone);
        if (gone || size == 0) continue;
        found.emplace_back(entry.last_write_time(gone), entry.path());
    }
    std::ranges::sort(found, std::ranges::greater{});
    std::vector<fs::path> copies;
    copies.reserve(found.size());
    for (auto& [time, path] : found) copies.push_back(std::move(path));
    return copies;
}

std::string emptied_words(const fs::path& database) {
    std::error_code gone;
    const bool no_bytes = fs::file_size(database, gone) == 0;
    const auto copies = copies_beside(database);
    const std::string way_back =
        copies.empty()
            ? std::string("Put a backup in its place if you have one: there is no copy beside it.")
            : fmt::format("The newest copy beside it is '{}': put that in its place.",
                          copies.front().string());
    return fmt::format(
        "{} is empty ({}): the history it held is gone. A full disk, a power cut or a program that "
        "copies files can cause this. The file was left as it is. {} To begin a new history "
        "instead, remove the empty file: rm '{}'",
        database.string(), no_bytes ? "0 bytes" : "no tables", way_back, database.string());
}

}  // namespace hipflow::store
