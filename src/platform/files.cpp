// SPDX-License-Identifier: MIT
#include "platform/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <system_error>

#include "domain/error.h"

namespace hipflow {
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
    return fsync(fd) == 0;
}

void sync_folder(const fs::path& folder) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    fsync(fd);
    close(fd);
}

/// Writes the text beside `path`, and gives it that name by `name_it`, which sets errno.
template <typename NameIt>
int write_beside(const fs::path& path, std::string_view text, const NameIt& name_it) {
    const fs::path folder = fs::absolute(path).parent_path();
    make_folders(folder);
    std::string draft = (folder / ".hipflow-XXXXXX").string();
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

}  // namespace

void write_new_file(const fs::path& path, std::string_view text) {
    // link() refuses to replace what is there, so there is no gap between check and use.
    const int error = write_beside(
        path, text, [&](const std::string& draft) { return link(draft.c_str(), path.c_str()); });
    if (error == EEXIST) {
        throw Error(fmt::format("{}: is there already. Choose another name, or edit that file.",
                                path.string()));
    }
    if (error != 0) fail(path, error);
}

void replace_file(const fs::path& path, std::string_view text) {
    const int error = write_beside(
        path, text, [&](const std::string& draft) { return rename(draft.c_str(), path.c_str()); });
    if (error != 0) fail(path, error);
}

std::optional<std::string> file_content(const fs::path& path) {
    const std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

}  // namespace hipflow
