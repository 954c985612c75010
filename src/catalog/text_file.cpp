// SPDX-License-Identifier: MIT
#include "catalog/text_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace hipflow {
namespace {

class Descriptor {
   public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

   private:
    int fd_;
};

std::string failure(const std::string& path, int error) {
    struct stat status {};
    if (error == ENOENT && lstat(path.c_str(), &status) == 0) {
        return "this link leads nowhere; make it lead to a file, or delete it";
    }
    if (error == ENOENT || error == ENOTDIR) return "there is no such file; check the path";
    return fmt::format("cannot be read: {}", std::generic_category().message(error));
}

std::string_view kind(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

/// What speaks against reading an open file, in words; empty if nothing does.
std::string objection(const std::string& path, int fd) {
    struct stat status {};
    if (fstat(fd, &status) != 0) return failure(path, errno);
    if (!S_ISREG(status.st_mode)) {
        return fmt::format("this is {}, expected a file with text", kind(status.st_mode));
    }
    if (status.st_size > static_cast<off_t>(longest_file)) {
        return fmt::format("the file has {} bytes, expected at most {}; split it", status.st_size,
                           longest_file);
    }
    return {};
}

/// Up to one byte more than a file may have, so that one that grew meanwhile is noticed. Nothing,
/// and errno, on failure.
std::optional<std::string> read_all(int fd) {
    std::string text(longest_file + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t count = read(fd, &text[size], text.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return {};
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    text.resize(size);
    return text;
}

}  // namespace

std::optional<std::string> read_text_file(const std::string& path,
                                          std::vector<Diagnostic>& faults) {
    const auto refuse = [&](std::string message) {
        faults.push_back({path, 0, 0, std::move(message)});
        return std::nullopt;
    };
    // Without O_NONBLOCK, opening a pipe would wait for a writer for ever.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): there is no other way to open a file
    const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0) return refuse(failure(path, errno));
    if (auto message = objection(path, file.get()); !message.empty()) {
        return refuse(std::move(message));
    }
    auto text = read_all(file.get());
    if (!text) return refuse(failure(path, errno));
    return text;
}

}  // namespace hipflow
