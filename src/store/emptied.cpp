// SPDX-License-Identifier: MIT
#include "store/emptied.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

namespace hipflow {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> labels = {".before-repair", ".before-version-",
                                                    ".replaced"};

bool is_copy(std::string_view name, std::string_view database) {
    if (!name.starts_with(database)) return false;
    name.remove_prefix(database.size());
    return std::ranges::any_of(labels, [&](auto label) { return name.starts_with(label); });
}

}  // namespace

std::vector<fs::path> copies_beside(const fs::path& database) {
    std::error_code unreadable;
    const fs::path place = fs::absolute(database);
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    for (const auto& entry : fs::directory_iterator(place.parent_path(), unreadable)) {
        if (!is_copy(entry.path().filename().string(), place.filename().string())) continue;
        std::error_code gone;
        const auto size = entry.file_size(gone);
        if (gone || size == 0) continue;
        found.emplace_back(entry.last_write_time(gone), entry.path());
    }
    std::ranges::sort(found, std::ranges::greater{});
    std::vector<fs::path> copies;
    copies.reserve(found.size());
    for (auto& [time, path] : found) copies.push_back(std::move(path));
    return copies;
}

std::string emptied_words(const fs::path& database) {
    std::error_code gone;
    const bool no_bytes = fs::file_size(database, gone) == 0;
    const auto copies = copies_beside(database);
    const std::string way_back =
        copies.empty()
            ? std::string("Put a backup in its place if there is one: no copy lies beside it.")
            : fmt::format("The newest copy beside it is '{}': put that in its place.",
                          copies.front().string());
    return fmt::format(
        "{} is empty ({}): the history that it held is gone, as a full disk, a power cut or a "
        "program that copies files can do it. It was left as it is. {} To begin a new history "
        "instead, remove the empty file: rm '{}'",
        database.string(), no_bytes ? "0 bytes" : "no tables", way_back, database.string());
}

}  // namespace hipflow
