// SPDX-License-Identifier: MIT
#include "store/database_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>  // mkostemp
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

#include "domain/error.h"

namespace hipflow::store {
namespace {

namespace fs = std::filesystem;

Error refusal(const fs::path& path, std::string_view why) {
    return Error(fmt::format("{}: {}", path.string(), why), ExitCode::storage);
}

Error failure(const fs::path& path, std::string_view what, int code) {
    return refusal(path, fmt::format("{}: {}", what, std::generic_category().message(code)));
}

std::string_view type_name(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a named pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

/// Renames a journal left without its database: SQLite would roll it back into the next database of
/// that name.
void set_old_journal_aside(const fs::path& place) {
    if (facts_of(place)) return;
    for (const char* const ending : {"-journal", "-wal"}) {
        const std::string left = place.string() + ending;
        std::error_code none_there;
        fs::rename(left, left + ".left", none_there);
    }
}

}  // namespace

bool in_memory(const DatabaseFile& file) { return file.path == ":memory:"; }

void create_folders(const fs::path& folder) {
    if (folder.empty() || fs::exists(folder)) return;
    create_folders(folder.parent_path());
    if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        throw failure(folder, "this folder cannot be created", errno);
    }
    sync_folder(folder.parent_path());
}

fs::path make_draft(const fs::path& path) {
    const fs::path place = fs::absolute(path);
    create_folders(place.parent_path());
    std::string name = place.string() + ".new-XXXXXX";
    const int made = mkostemp(name.data(), O_CLOEXEC);  // 0600
    if (made < 0) throw failure(place, "the history cannot be created", errno);
    close(made);
    return name;
}

bool give_name(const fs::path& draft, const fs::path& path) {
    const fs::path place = fs::absolute(path);
    set_old_journal_aside(place);
    // link() never replaces an existing file.
    const int error = link(draft.c_str(), place.c_str()) == 0 ? 0 : errno;
    const bool no_links = error == EPERM || error == ENOTSUP || error == EMLINK;
    if (no_links && !facts_of(place) && rename(draft.c_str(), place.c_str()) == 0) {
        sync_folder(place.parent_path());
        return true;
    }
    unlink(draft.c_str());
    if (error != 0 && error != EEXIST) throw failure(place, "the history cannot be created", error);
    sync_folder(place.parent_path());
    return error == 0;
}

std::optional<FileFacts> facts_of(const fs::path& path) {
    struct stat info {};
    if (stat(path.c_str(), &info) == 0) {
        return FileFacts{info.st_dev, info.st_ino, static_cast<std::uint64_t>(info.st_size)};
    }
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw failure(path, "the history cannot be reached", errno);
}

bool exists_safely(const DatabaseFile& file) {
    // The file is not opened here: closing it would drop the locks that SQLite holds on it in this
    // process, as POSIX locks belong to the file, not to the descriptor.
    struct stat info {};
    if (lstat(file.path.c_str(), &info) == 0 && S_ISLNK(info.st_mode) && !file.given_by_user) {
        throw refusal(file.path, "is a symbolic link; name its target with --db to use that");
    }
    if (stat(file.path.c_str(), &info) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return false;
        throw failure(file.path, "the history cannot be reached", errno);
    }
    if (!S_ISREG(info.st_mode)) {
        throw refusal(file.path, fmt::format("is {}, not a database; name another file with --db",
                                             type_name(info.st_mode)));
    }
    if (info.st_uid != geteuid()) {
        throw refusal(file.path, "belongs to another user; name a file of your own with --db");
    }
    return true;
}

void tighten(const DatabaseFile& file) {
    struct stat info {};
    if (file.given_by_user || stat(file.path.c_str(), &info) != 0) return;
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) == 0) return;
    // Not possible everywhere, e.g. on FAT; no reason to refuse the history.
    [[maybe_unused]] const int ignored = chmod(file.path.c_str(), info.st_mode & S_IRWXU);
}

void sync_folder(const fs::path& folder) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other open
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;  // a folder that may be written but not read: nothing can be done
    const int result = fsync(opened);
    const int code = errno;
    close(opened);
    // Some file systems cannot sync a folder at all.
    if (result != 0 && code != EINVAL) throw failure(folder, "this folder cannot be synced", code);
}

}  // namespace hipflow::store
