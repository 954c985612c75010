// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/help.h"

namespace hipflow {
namespace {

struct CommandExample {
    std::string_view command;  // whose help shows it
    std::string_view line;
    std::string_view meaning;
};

/// Every line is run by tests/terminal/help_test.py.
constexpr auto examples = std::to_array<CommandExample>({
    {"hipflow stats", "hipflow stats", "the last twelve weeks"},
    {"hipflow stats", "hipflow stats --last 4w --json", "for a script"},
    {"hipflow export", "hipflow export ics > hipflow.ics", "for a phone"},
    {"hipflow export ics", "hipflow export ics > hipflow.ics", "for a phone"},
    {"hipflow stats", "hipflow stats pain", "one part of it, in full"},
    {"hipflow stats sessions", "hipflow stats sessions --all", "every week there was"},
    {"hipflow stats sessions", "hipflow stats sessions --csv", "for a spreadsheet"},
    {"hipflow stats pain", "hipflow stats pain --last 3m", "three months"},
    {"hipflow stats pain", "hipflow stats pain --on-time", "without what was entered late"},
    {"hipflow stats exercises", "hipflow stats exercises --last 4w", "the last four weeks"},
    {"hipflow stats week", "hipflow stats week", "since Monday"},
    {"hipflow stats week", "hipflow stats week --last 10d", "the last ten days"},
    {"hipflow stats range", "hipflow stats range", "every test day"},
    {"hipflow stats function", "hipflow stats function", "what one can do"},
    {"hipflow session", "hipflow session list", "what was done"},
    {"hipflow session", "hipflow session show last", "all about the newest"},
    {"hipflow session list", "hipflow session list --last 4w", "the last four weeks"},
    {"hipflow session list", "hipflow session list --since monday", "this week"},
    {"hipflow session show", "hipflow session show last", "the newest"},
    {"hipflow session show", "hipflow session show last --history", "with every correction"},
    {"hipflow session amend", "hipflow session amend last --effort hard", "it was hard"},
    {"hipflow session amend", "hipflow session amend last --clear effort", "I do not know"},
    {"hipflow session remove", "hipflow session remove last", "undo brings it back"},
    {"hipflow log", "hipflow log pain 3", "how it is now"},
    {"hipflow log", "hipflow log morning 2", "how it was this morning"},
    {"hipflow log", "hipflow log session --done 80%", "done without the timer"},
    {"hipflow log session", "hipflow log session", "the usual routine, all of it"},
    {"hipflow log session", "hipflow log session --at 'yesterday 19:30' --done 80%", "less, late"},
    {"hipflow log pain", "hipflow log pain 3", "how it is now"},
    {"hipflow log pain", "hipflow log pain low-back=4 thigh:left=2", "by place"},
    {"hipflow log morning", "hipflow log morning 2", "after yesterday's session"},
    {"hipflow log morning", "hipflow log morning 2 --soreness", "new soreness of the muscles"},
    {"hipflow measure", "hipflow measure range", "how far the hips turn, step by step"},
    {"hipflow measure", "hipflow measure function", "how a few activities go"},
    {"hipflow measure range", "hipflow measure range", "step by step"},
    {"hipflow measure range",
     "hipflow measure range --left-internal 32,33,31 --right-internal 35,34,36", "as read"},
    {"hipflow measure function", "hipflow measure function --add 'tie my shoes'", "name one"},
    {"hipflow measure function", "hipflow measure function --score 1=4", "how the first goes"},
    {"hipflow report", "hipflow report", "the last twelve weeks, into a file"},
    {"hipflow report", "hipflow report --last 6m --out - > report.html", "half a year"},
    {"hipflow undo", "hipflow undo", "the last command"},
    {"hipflow undo", "hipflow undo 2", "the last two"},
    {"hipflow redo", "hipflow redo", "what was just taken back"},
});

}  // namespace

std::string examples_text(std::string_view command) {
    std::size_t width = 0;
    for (const auto& example : examples) {
        if (example.command == command) width = std::max(width, example.line.size());
    }
    std::string text;
    for (const auto& example : examples) {
        if (example.command != command) continue;
        text += fmt::format("  {:<{}}  {}\n", example.line, width, example.meaning);
    }
    return text.empty() ? text : text + '\n';
}

}  // namespace hipflow
