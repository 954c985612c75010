// SPDX-License-Identifier: MIT
#include "store/failure.h"

#include <fmt/format.h>
#include <sqlite3.h>  // the names of the result codes; SQLiteCpp has none

#include <cerrno>
#include <string>

#include "platform/files.h"

namespace hipflow::store {
namespace {

constexpr const char* intact = "Nothing of this step was saved; everything saved before is intact.";
constexpr const char* left_alone =
    "It was left as it is: keep a copy of it, and put a backup in its place.";
constexpr const char* by_repair =
    "It was left as it is: 'hipflow doctor --repair' keeps a copy and repairs what it can.";

/// Finds out what stands in the way: SQLite only says that it could not write.
std::string why_not_written(const std::string& file) {
    const auto folder = std::filesystem::absolute(file).parent_path().string();
    const int error = platform::why_unwritable(file);
    if (error != 0 && error != ENOENT) {
        return fmt::format("{} cannot be written: {}, or name another file with --db.", file,
                           platform::obstacle_words(error, file));
    }
    if (const int in_folder = platform::why_no_file_in(folder); in_folder != 0) {
        return fmt::format(
            "{} cannot be written, because a file has to be created beside it in {}: {}, or "
            "name another file with --db.",
            file, folder, platform::obstacle_words(in_folder, folder));
    }
    if (error == ENOENT) return fmt::format("{} no longer exists.", file);
    return fmt::format("{} could not be opened or written just now. Try again.", file);
}

std::string said_of(const std::string& file, const SQLite::Exception& reported) {
    if (reported.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
        return fmt::format(
            "{} was being written when the machine or the program stopped, and has to be recovered "
            "first: use it once where it can be written.",
            file);
    }
    const char* const details = reported.what();
    switch (reported.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return fmt::format(
                "{} is in use by another program. {} Try again when that program is done.", file,
                intact);
        case SQLITE_FULL:
            return fmt::format(
                "{} cannot be written: the disk is full. {} Make room and try again.", file,
                intact);
        case SQLITE_IOERR:
            return fmt::format(
                "{} cannot be read or written ({}). {} Check the disk: is there space left, is it "
                "still "
                "connected?",
                file, details, intact);
        case SQLITE_NOTADB:
            return fmt::format("{} is not a database, or is badly damaged. {}", file, left_alone);
        case SQLITE_CORRUPT:
        case SQLITE_MISMATCH:
            return fmt::format("{} is damaged ({}). {}", file, details, left_alone);
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return fmt::format("{} {}", why_not_written(file), intact);
        default:
            return fmt::format("{} refused a change or a query: {}. {}", file, details, intact);
    }
}

}  // namespace

StorageFailure failure_of(const std::filesystem::path& file, const SQLite::Exception& reported) {
    return {said_of(file.string(), reported), reported.getErrorCode()};
}

Error failure_of(const std::filesystem::path& file, const Damaged& found) {
    const char* const advice = found.mending() == Mending::repair ? by_repair : left_alone;
    return Error(fmt::format("{} is damaged: {}. {}", file.string(), found.what(), advice),
                 ExitCode::storage);
}

}  // namespace hipflow::store
