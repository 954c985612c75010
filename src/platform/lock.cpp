// SPDX-License-Identifier: MIT
#include "platform/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "domain/error.h"

namespace hipflow {

std::filesystem::path SessionLock::path_beside(const std::filesystem::path& database) {
    auto path = database;
    path += ".session";
    return path;
}

std::optional<SessionLock> SessionLock::take(const std::filesystem::path& path) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        throw Error(fmt::format("{}: cannot be opened to mark the running session: {}",
                                path.string(), std::generic_category().message(errno)),
                    ExitCode::storage);
    }
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) return SessionLock(fd);
    const bool held = errno == EWOULDBLOCK;
    close(fd);
    if (held) return std::nullopt;
    // A file system without locks must not keep anybody from exercising.
    return SessionLock(-1);
}

SessionLock::SessionLock(SessionLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

SessionLock& SessionLock::operator=(SessionLock&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
}

SessionLock::~SessionLock() {
    if (fd_ >= 0) close(fd_);
}

}  // namespace hipflow
