// SPDX-License-Identifier: MIT
#include "platform/crontab.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "domain/error.h"
#include "platform/program.h"

namespace hipflow {
namespace {

constexpr std::string_view opening = "# >>> hipflow reminders >>>";
constexpr std::string_view closing = "# <<< hipflow reminders <<<";

struct Mark {
    std::size_t begin = 0;  // of its line
    std::size_t end = 0;    // behind its line break
    bool opens = false;
    int line = 0;
};

std::vector<Mark> marks_in(std::string_view crontab) {
    std::vector<Mark> marks;
    int number = 0;
    for (std::size_t begin = 0; begin < crontab.size();) {
        const auto newline = crontab.find('\n', begin);
        const auto end = newline == std::string_view::npos ? crontab.size() : newline + 1;
        const auto line = crontab.substr(begin, end - begin);
        ++number;
        if (line.starts_with(opening)) marks.push_back({begin, end, true, number});
        if (line.starts_with(closing)) marks.push_back({begin, end, false, number});
        begin = end;
    }
    return marks;
}

/// Where the block stands: from, and up to.
std::optional<std::pair<std::size_t, std::size_t>> place_of_block(std::string_view crontab) {
    const auto marks = marks_in(crontab);
    if (marks.empty()) return std::nullopt;
    if (marks.size() == 2 && marks[0].opens && !marks[1].opens) {
        return std::pair(marks[0].begin, marks[1].end);
    }
    std::string lines;
    for (const auto& mark : marks) {
        auto line = crontab.substr(mark.begin, mark.end - mark.begin);
        if (line.ends_with('\n')) line.remove_suffix(1);
        lines += fmt::format("\n  line {}: {}", mark.line, line);
    }
    throw Error(
        fmt::format("the crontab holds the marks of hipflow's block, but not in one pair; "
                    "nothing was written. Correct it with 'crontab -e':{}",
                    lines));
}

std::string first_line(const Outcome& outcome) {
    const auto line = outcome.errors.substr(0, outcome.errors.find('\n'));
    return line.empty() ? fmt::format("status {}", outcome.status) : line;
}

Outcome write_crontab(const std::string& text) {
    if (text.empty()) return run_unseen({"crontab", "-r"});
    return run_unseen({"crontab", "-"}, text);
}

}  // namespace

std::string crontab_block(std::string_view command) {
    return fmt::format("{} managed block, edit with: hipflow schedule\n*/15 * * * * {}\n{}\n",
                       opening, command, closing);
}

std::optional<std::string> block_in(std::string_view crontab) {
    const auto place = place_of_block(crontab);
    if (!place) return std::nullopt;
    return std::string(crontab.substr(place->first, place->second - place->first));
}

std::string with_block(std::string_view crontab, std::string_view block) {
    std::string text(crontab);
    if (const auto place = place_of_block(crontab)) {
        text.replace(place->first, place->second - place->first, block);
        return text;
    }
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    return text + std::string(block);
}

std::string crontab_word(const std::string& text) {
    std::string word = "'";
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            throw Error(fmt::format("'{}' holds a line break, which a crontab cannot", text));
        }
        if (c == '\'') {
            word += "'\\''";
        } else if (c == '%') {
            word += "\\%";  // cron takes the backslash away, and knows no quotes
        } else {
            word += c;
        }
    }
    word += '\'';
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+";
    const bool needs_quotes = text.empty() || text.find_first_not_of(plain) != std::string::npos;
    return needs_quotes ? word : text;
}

std::optional<std::string> read_crontab() {
    const Outcome outcome = run_unseen({"crontab", "-l"}, {}, {{"LC_ALL", "C"}});
    if (outcome.status == 0) return outcome.output;
    if (outcome.errors.find("no crontab for") != std::string::npos) return std::nullopt;
    throw Error(fmt::format("the crontab cannot be read: {}", first_line(outcome)));
}

void replace_crontab(const std::optional<std::string>& before, const std::string& text) {
    if (read_crontab() != before) {
        throw Error("the crontab was changed meanwhile; nothing was written. Try again.");
    }
    const Outcome written = write_crontab(text);
    if (written.status == 0 && read_crontab().value_or("") == text) return;
    const std::string why = written.status == 0 ? "it did not arrive whole" : first_line(written);
    const auto now = read_crontab();
    if (now != before) write_crontab(before.value_or(""));
    const bool restored = read_crontab() == before;
    throw Error(fmt::format(
        "the crontab cannot be written: {}. {}", why,
        restored ? "It is as it was." : "A copy of it as it was is kept beside the history."));
}

}  // namespace hipflow
