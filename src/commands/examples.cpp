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
    {"hipflow schedule", "hipflow schedule set mon,wed,fri --at 07:30", "three mornings a week"},
    {"hipflow schedule", "hipflow schedule show", "what is planned, and how it was kept"},
    {"hipflow schedule", "hipflow schedule install --dry-run", "how to be reminded"},
    {"hipflow schedule show", "hipflow schedule show", "what is planned, and how it was kept"},
    {"hipflow schedule set", "hipflow schedule set mon,wed,fri --at 07:30",
     "three mornings a week"},
    {"hipflow schedule set", "hipflow schedule set daily --at am,pm", "twice a day"},
    {"hipflow schedule set", "hipflow schedule set every 2 days", "from today on"},
    {"hipflow schedule set", "hipflow schedule set 3 per week", "on whatever days"},
    {"hipflow schedule pause", "hipflow schedule pause", "until resume"},
    {"hipflow schedule pause", "hipflow schedule pause --until 2099-12-01",
     "up to and including that day"},
    {"hipflow schedule resume", "hipflow schedule resume", "go on today"},
    {"hipflow schedule skip", "hipflow schedule skip today --reason flare", "not today"},
    {"hipflow schedule skip", "hipflow schedule skip --until sunday --reason sick",
     "for some days"},
    {"hipflow schedule snooze", "hipflow schedule snooze 30m", "not now"},
    {"hipflow schedule install", "hipflow schedule install --dry-run", "only show it"},
    {"hipflow schedule install", "hipflow schedule install --cron --dry-run", "by cron"},
    {"hipflow schedule uninstall", "hipflow schedule uninstall --dry-run", "only show it"},
    {"hipflow schedule status", "hipflow schedule status", "does anything ask?"},
    {"hipflow exercise", "hipflow exercise list", "what there is"},
    {"hipflow exercise", "hipflow exercise show figure-4-supine", "how it is done"},
    {"hipflow exercise list", "hipflow exercise list", "with level and position"},
    {"hipflow exercise list", "hipflow exercise list --position chair --target piriformis", "some"},
    {"hipflow exercise show", "hipflow exercise show figure-4-supine", "how it is done"},
    {"hipflow exercise show", "hipflow exercise show glute-bridge --figure", "see it move"},
    {"hipflow exercise avoid", "hipflow exercise avoid clamshell", "it does not suit me"},
    {"hipflow exercise allow", "hipflow exercise allow clamshell", "it suits me again"},
    {"hipflow me", "hipflow me", "what is left out, and who said so"},
    {"hipflow me", "hipflow me restrict osteoporosis", "this holds for me"},
    {"hipflow me", "hipflow me ask", "go through the list"},
    {"hipflow me restrict", "hipflow me restrict osteoporosis", "this holds for me"},
    {"hipflow me restrict", "hipflow me restrict no-floor 13", "by id, word or number"},
    {"hipflow me ask", "hipflow me ask", "go through the list"},
    {"hipflow me allow", "hipflow me allow osteoporosis", "it does not hold, after all"},
    {"hipflow doctor", "hipflow doctor", "is everything in order?"},
    {"hipflow doctor", "hipflow doctor --repair", "make the tables anew, keeping a copy"},
    {"hipflow config", "hipflow config", "also names the files"},
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
