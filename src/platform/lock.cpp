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

namespace hipflow::platform {

LockName session_lock(const std::filesystem::path& database) {
    return {database.string() + ".session", "the running session"};
}

LockName reminder_lock(const std::filesystem::path& database) {
    return {database.string() + ".remind", "the delivery of reminders"};
}

std::optional<FileLock> FileLock::take(LockName name) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const int fd = open(name.path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        throw Error(fmt::format("{}: cannot be opened to lock {}: {}", name.path.string(),
                                name.what, std::generic_category().message(errno)),
                    ExitCode::storage);
    }
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) return FileLock(std::move(name), fd);
    const bool held = errno == EWOULDBLOCK;
    close(fd);
    if (held) return std::nullopt;
    // A file system without locks must not keep anybody from exercising.
    return FileLock(std::move(name), -1);
}

FileLock::FileLock(FileLock&& other) noexcept
    : name_(std::move(other.name_)), fd_(std::exchange(other.fd_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(fd_, other.fd_);
    return *this;
}

FileLock::~FileLock() {
    if (fd_ >= 0) close(fd_);
}

}  // namespace hipflow::platform
