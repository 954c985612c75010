// SPDX-License-Identifier: MIT
#include "report/program_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "coach/program_week.h"
#include "report/library_text.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

std::string cap_words(const Band<int>& cap) {
    if (cap.bottom == cap.top) return fmt::format("at most {}", level_words(cap.top));
    return fmt::format("at most {}, then {}", level_words(cap.bottom), level_words(cap.top));
}

std::string tests_words(const std::vector<Measured>& tests) {
    std::string text;
    for (const Measured test : tests) {
        if (!text.empty()) text += " and ";
        text += word(test);
    }
    return text;
}

std::string week_words(const ProgramWeek& week) {
    std::string text = fmt::format("{}: {}.", cap_words(week.cap), sessions_words(week.sessions));
    if (!week.test_at_start.empty()) {
        text += fmt::format(" Measure {} at the start.", tests_words(week.test_at_start));
    }
    if (!week.test_at_end.empty()) {
        text += fmt::format(" Measure {} at the end.", tests_words(week.test_at_end));
    }
    return text;
}

}  // namespace

std::string sessions_words(const std::vector<std::string>& sessions) {
    std::vector<std::pair<std::string, int>> counts;
    for (const auto& id : sessions) {
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [&](const auto& count) { return count.first == id; });
        if (found == counts.end()) {
            counts.emplace_back(id, 1);
        } else {
            ++found->second;
        }
    }
    std::string text;
    for (const auto& [id, count] : counts) {
        if (!text.empty()) text += ", ";
        text += id == any_routine ? "one of your choice" : id;
        if (count == 2) text += " twice";
        if (count > 2) text += fmt::format(" {} times", count);
    }
    return text;
}

std::string program_text(const Program& program, const Style& style) {
    constexpr int label_columns = 8;
    const auto line = [&](const std::string& label, const std::string& text) {
        return labelled(style.heading(padded(label, label_columns)), text, style.columns);
    };
    std::string text = style.heading(program.name) + '\n';
    if (!program.summary.empty()) text += paragraph(program.summary, style.columns);
    text += fmt::format("{} sessions a week\n\n", program.per_week);
    int number = 0;
    for (const auto& week : program.weeks) {
        text += line(fmt::format("week {}", ++number), week_words(week));
    }
    if (!program.after.sessions.empty()) {
        text += line("after", fmt::format("{} a week: {}.", program.after.per_week,
                                          sessions_words(program.after.sessions)));
    }
    std::string rules = "A level is a cap, never a goal.";
    if (program.repeat_below > 0) {
        rules += fmt::format(
            " A week in which fewer than {} sessions were kept comes again, and so does one in "
            "which pain was two points higher than the week before.",
            program.repeat_below);
    }
    if (program.tokens > 0) {
        rules += fmt::format(
            " Sessions that may be skipped without a miss: {} a week, {} saved up at most.",
            program.tokens, most_tokens(program));
    }
    return text + '\n' + paragraph(rules, style.columns);
}

}  // namespace hipflow
