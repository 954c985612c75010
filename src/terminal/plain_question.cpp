// SPDX-License-Identifier: MIT
#include "terminal/plain_question.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "text/columns.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

/// A question, and what stands below it in lines of their own.
struct Listed {
    std::string text;
    std::vector<std::string> options;
    std::vector<std::string> short_options;
};

Listed listed(const Question& question) {
    Listed result;
    const bool is_list = !question.short_options.empty();
    const std::string words =
        is_list ? question.text : Question{question.text, {}, question.options}.words();
    std::string_view rest = words;
    while (!rest.empty()) {
        const auto newline = rest.find('\n');
        const std::string_view line = rest.substr(0, newline);
        rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
        if (line.starts_with("  ")) {
            result.options.emplace_back(line);
        } else {
            result.text += fmt::format("{}{}", result.text.empty() ? "" : "\n", line);
        }
    }
    if (!is_list) return result;
    for (const auto& option : question.options) result.options.push_back("  " + option);
    for (const auto& option : question.short_options) result.short_options.push_back("  " + option);
    return result;
}

int rows_of(const std::string& text, int columns) {
    int rows = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto newline = rest.find('\n');
        const std::string fitted = fitted_line(std::string(rest.substr(0, newline)), columns);
        rows += static_cast<int>(std::count(fitted.begin(), fitted.end(), '\n'));
        rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
    }
    return rows;
}

std::string with_options(std::string text, const std::vector<std::string>& options) {
    for (const auto& option : options)
        text += fmt::format("{}{}", text.empty() ? "" : "\n", option);
    return text;
}

/// The options in as few parts as there is room for.
std::vector<std::vector<std::string>> parts_of(const std::vector<std::string>& options, int columns,
                                               int room) {
    std::vector<std::vector<std::string>> parts(1);
    int used = 0;
    for (const auto& option : options) {
        const int rows = rows_of(option, columns);
        if (!parts.back().empty() && used + rows > room) {
            parts.emplace_back();
            used = 0;
        }
        parts.back().push_back(option);
        used += rows;
    }
    return parts;
}

}  // namespace

std::string fitted_line(const std::string& line, int columns) {
    if (width(line) <= columns) return line + '\n';
    const std::size_t indent = std::min(line.find_first_not_of(" -"), line.size());
    const std::string_view text = line;
    return labelled(text.substr(0, indent), text.substr(indent), columns);
}

std::vector<std::string> question_parts(const Question& question, int columns,
                                        std::optional<int> rows) {
    constexpr int typed = 1;
    const Listed list = listed(question);
    const auto fits = [&](const std::string& text) {
        return !rows || rows_of(text, columns) + typed <= *rows;
    };
    const std::string whole = with_options(list.text, list.options);
    if (list.options.empty() || fits(whole)) return {whole};
    const auto& options = list.short_options.empty() ? list.options : list.short_options;
    const std::string shortened = with_options(list.text, options);
    if (!rows || fits(shortened)) return {shortened};
    const int more = rows_of("Enter: more (99 of 99)", columns);
    const int room = std::max(*rows - rows_of(list.text, columns) - more - typed, 1);
    std::vector<std::string> said;
    const auto parts = parts_of(options, columns, room);
    for (const auto& part : parts) {
        said.push_back(with_options(list.text, part));
        if (said.size() < parts.size()) {
            said.back() += fmt::format("\nEnter: more ({} of {})", said.size(), parts.size());
        }
    }
    return said;
}

}  // namespace hipflow
