// SPDX-License-Identifier: MIT
#include "store/backup.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "domain/error.h"
#include "store/database_file.h"
#include "store/failure.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

Error failed(const fs::path& backup, std::string_view why) {
    return Error(fmt::format("the backup {} cannot be written: {}. The history itself was left as "
                             "it is.",
                             backup.string(), why),
                 ExitCode::storage);
}

/// A new, empty file under the first name that is free.
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
        if (errno != EEXIST) throw failed(backup, std::generic_category().message(errno));
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
    if (verdict != "ok") throw failed(backup, verdict);
}

void sync(const fs::path& backup) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other open
    const int opened = open(backup.c_str(), O_RDONLY | O_CLOEXEC);
    const int result = opened < 0 ? -1 : fsync(opened);
    const int code = errno;
    if (opened >= 0) close(opened);
    if (result != 0) throw failed(backup, std::generic_category().message(code));
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
        fs::remove(backup, ignored);  // half a copy would pass for a backup
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

}  // namespace hipflow
