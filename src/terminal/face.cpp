// SPDX-License-Identifier: MIT
#include "terminal/face.h"

namespace hipflow::terminal {

std::string Question::words() const {
    std::string all = text;
    bool first = true;
    for (const auto& option : options) {
        if (!all.empty()) all += first ? " " : ", ";
        all += option;
        first = false;
    }
    return all;
}

std::string key_of_entry(std::size_t index) {
    constexpr std::string_view keys = "123456789abcdefhijklmnopqrstuvwxyz";
    return index < keys.size() ? std::string(1, keys[index]) : std::string();
}

std::vector<std::string_view> lines_in(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        lines.push_back(text.substr(0, newline));
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    }
    return lines;
}

std::string without_spaces_around(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::optional<std::chrono::nanoseconds> Face::attended(
    std::optional<std::chrono::nanoseconds> patience) const {
    if (!attendant_) return patience;
    const auto wanted = attendant_();
    return wanted && (!patience || *wanted < *patience) ? wanted : patience;
}

}  // namespace hipflow::terminal
