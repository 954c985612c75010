// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace hipflow::platform {

/// The name of a lock: the file that stands for it, and the words for it in a message.
struct LockName {
    std::filesystem::path path;
    std::string what;  // "the running session"
};

/// Held by a running session: one at a time with that database.
LockName session_lock(const std::filesystem::path& database);
/// Held while reminders are delivered, so that nobody is told twice.
LockName reminder_lock(const std::filesystem::path& database);

/// A lock between processes. The system lets go of it however the process ends.
class FileLock {
   public:
    /// Returns nullopt if another process holds the lock. Throws Error (storage), with the name of
    /// the file and what it is for, if the file cannot be opened or made (0600).
    static std::optional<FileLock> take(LockName name);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    const LockName& name() const { return name_; }

   private:
    FileLock(LockName name, int fd) : name_(std::move(name)), fd_(fd) {}
    LockName name_;
    int fd_;  // -1: moved from, or the file system has no locks
};

}  // namespace hipflow::platform
