// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace hipflow {

/// Held by a running session, and let go of by the system however it ends.
class SessionLock {
   public:
    /// The file that a session with that database locks.
    static std::filesystem::path path_beside(const std::filesystem::path& database);
    /// Nothing if another process holds it. Throws Error if the file cannot be made.
    static std::optional<SessionLock> take(const std::filesystem::path& path);

    SessionLock(SessionLock&& other) noexcept;
    SessionLock& operator=(SessionLock&& other) noexcept;
    SessionLock(const SessionLock&) = delete;
    SessionLock& operator=(const SessionLock&) = delete;
    ~SessionLock();

   private:
    explicit SessionLock(int fd) : fd_(fd) {}
    int fd_;
};

}  // namespace hipflow
