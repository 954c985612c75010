// SPDX-License-Identifier: MIT
#include "platform/obstacle.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>  // mkostemp
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace hipflow {
namespace {

/// More than the file system keeps in hand for a file's name alone.
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
    std::string name = (folder / ".hipflow-XXXXXX").string();
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
            return "the disk can only be read: mount it for writing";
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

}  // namespace hipflow
