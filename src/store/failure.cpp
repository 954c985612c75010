// SPDX-License-Identifier: MIT
#include "store/failure.h"

#include <fmt/format.h>
#include <sqlite3.h>  // the names of the result codes; SQLiteCpp has none

#include <string>

namespace hipflow {
namespace {

constexpr const char* intact = "Nothing of this step was saved, everything saved before is intact.";
constexpr const char* left_alone =
    "It was left as it is: keep a copy, and put a backup in its place.";
constexpr const char* by_repair =
    "It was left as it is: 'hipflow doctor --repair' keeps a copy, and puts right what it can.";

std::string said_of(const std::string& file, const SQLite::Exception& reported) {
    if (reported.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
        return fmt::format(
            "{} was being written when the machine or the program stopped, and has to be put right "
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
                "{} cannot be written: the disk is full. {} Make room and repeat it.", file,
                intact);
        case SQLITE_IOERR:
            return fmt::format(
                "{} cannot be read or written ({}). {} Check the disk: is there room, is it still "
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
            return fmt::format(
                "{} cannot be written: no permission. {} Check who owns it and its "
                "folder, or name another file with --db.",
                file, intact);
        case SQLITE_CANTOPEN:
            return fmt::format(
                "{} cannot be opened. Check that it and its folder may be read and written, or "
                "name "
                "another file with --db.",
                file);
        default:
            return fmt::format("{} refused a change or a question: {}. {}", file, details, intact);
    }
}

}  // namespace

Error failure_of(const std::filesystem::path& file, const SQLite::Exception& reported) {
    return Error(said_of(file.string(), reported), ExitCode::storage);
}

Error failure_of(const std::filesystem::path& file, const Damaged& found) {
    const char* const advice = found.mending() == Mending::repair ? by_repair : left_alone;
    return Error(fmt::format("{} is damaged: {}. {}", file.string(), found.what(), advice),
                 ExitCode::storage);
}

}  // namespace hipflow
