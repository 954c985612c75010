// SPDX-License-Identifier: MIT
#include "platform/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>  // mkostemp
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <system_error>

#include "domain/error.h"

namespace hipflow::platform {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, int error) {
    throw Error(fmt::format("{}: cannot be written: {}", path.string(),
                            std::generic_category().message(error)),
                ExitCode::storage);
}

void make_folders(const fs::path& folder) {
    if (folder.empty() || fs::exists(folder)) return;
    make_folders(folder.parent_path());
    if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) fail(folder, errno);
}

bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const auto count = write(fd, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    // A device or a pipe has nothing to bring to a disk.
    return fsync(fd) == 0 || errno == EINVAL;
}

constexpr std::string_view draft_name = ".hipflow-";  // and six characters

void sync_folder(const fs::path& folder) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    fsync(fd);
    close(fd);
}

/// Writes the text beside `path`, and gives it that name by `name_it`, which sets errno. Returns
/// the errno of what failed, or 0.
template <typename NameIt>
int write_beside(const fs::path& path, std::string_view text, const NameIt& name_it) {
    const fs::path folder = fs::absolute(path).parent_path();
    make_folders(folder);
    std::string draft = (folder / (std::string(draft_name) + "XXXXXX")).string();
    const int fd = mkostemp(draft.data(), O_CLOEXEC);
    if (fd < 0) return errno;
    const bool written = write_all(fd, text);
    int error = written ? 0 : errno;
    close(fd);
    if (error == 0 && name_it(draft) != 0) error = errno;
    unlink(draft.c_str());
    if (error == 0) sync_folder(folder);
    return error;
}

/// Writes the text into what is there. Returns the errno of what failed, or 0.
int write_into(const fs::path& path, std::string_view text) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    const bool written = write_all(fd, text);
    const int error = written ? 0 : errno;
    close(fd);
    return error;
}

}  // namespace

std::vector<fs::path> drafts_in(const fs::path& folder) {
    std::vector<fs::path> drafts;
    std::error_code unreadable;
    fs::directory_iterator entry(folder, unreadable);
    while (!unreadable && entry != fs::directory_iterator()) {
        const std::string name = entry->path().filename().string();
        const bool made_here = name.starts_with(draft_name) && name.size() == draft_name.size() + 6;
        if (made_here) drafts.push_back(entry->path());
        entry.increment(unreadable);
    }
    std::ranges::sort(drafts);
    return drafts;
}

void write_new_file(const fs::path& path, std::string_view text) {
    // link() refuses to replace what is there, so there is no gap between check and use.
    const int error = write_beside(
        path, text, [&](const std::string& draft) { return link(draft.c_str(), path.c_str()); });
    if (error == EEXIST) {
        throw Error(fmt::format("{} already exists. Choose another name, or edit that file.",
                                path.string()));
    }
    if (error != 0) fail(path, error);
}

void replace_file(const fs::path& path, std::string_view text) {
    const int error = write_beside(
        path, text, [&](const std::string& draft) { return rename(draft.c_str(), path.c_str()); });
    if (error != 0) fail(path, error);
}

void write_through(const fs::path& path, std::string_view text) {
    std::error_code unknown;
    const fs::file_status there = fs::status(path, unknown);
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        // A device or a pipe takes the text: a file in its place would be of no use to others.
        const int error = write_into(path, text);
        if (error != 0) fail(path, error);
        return;
    }
    replace_file(fs::is_symlink(path, unknown) ? fs::weakly_canonical(path) : path, text);
}

std::optional<std::string> file_content(const fs::path& path) {
    const std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

namespace {

/// Writes more than a file system keeps in hand for a file's name alone.
bool write_some(int fd) {
    const std::array<char, 16384> some{};
    for (std::size_t done = 0; done < some.size();) {
        const auto count = write(fd, some.data() + done, some.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        done += static_cast<std::size_t>(count);
    }
    return fsync(fd) == 0;
}

}  // namespace

int why_unwritable(const std::filesystem::path& file) {
    // By the rights of the effective user, as open() goes by them.
    return faccessat(AT_FDCWD, file.c_str(), R_OK | W_OK, AT_EACCESS) == 0 ? 0 : errno;
}

std::filesystem::path existing_part(const std::filesystem::path& folder) {
    std::filesystem::path there = folder;
    std::error_code unreadable;
    while (!there.empty() && there != there.parent_path() &&
           !std::filesystem::exists(there, unreadable) && !unreadable) {
        there = there.parent_path();
    }
    return there;
}

int why_no_file_in(const std::filesystem::path& folder) {
    std::string name = (folder / (std::string(draft_name) + "XXXXXX")).string();
    const int fd = mkostemp(name.data(), O_CLOEXEC);
    if (fd < 0) return errno;
    const int error = write_some(fd) ? 0 : errno;
    close(fd);
    unlink(name.c_str());
    return error;
}

std::string obstacle_words(int error, const std::filesystem::path& what) {
    switch (error) {
        case EACCES:
        case EPERM:
            return fmt::format("no permission: check who owns {}, and its mode", what.string());
        case EROFS:
            return "the disk is mounted read-only: mount it for writing";
        case ENOSPC:
        case EDQUOT:
            return "the disk is full: make room";
        case ENOENT:
        case ENOTDIR:
            return fmt::format("{} is not there", what.string());
        default:
            return fmt::format("{}: look at {}", std::generic_category().message(error),
                               what.string());
    }
}

}  // namespace hipflow::platform
