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
    {"hipflow", "hipflow", "today at a glance"},
    {"hipflow", "hipflow start", "lead me through today's session"},
    {"hipflow", "hipflow start --rehearse", "show what it would be"},
    {"hipflow", "hipflow stats", "how it is going"},
    {"hipflow", "hipflow safety", "signs that need medical help"},
    {"hipflow start", "hipflow start", "today's session"},
    {"hipflow start", "hipflow start desk-reset", "another routine"},
    {"hipflow start", "hipflow start --short", "five minutes"},
    {"hipflow start", "hipflow start --minutes 8", "what fits into eight"},
    {"hipflow start", "hipflow start --rehearse", "only show it"},
    {"hipflow start", "hipflow start --rehearse --speed 600", "play it, ten minutes a second"},
    {"hipflow why", "hipflow why", "why today's session is as it is"},
    {"hipflow why", "hipflow why figure-4-supine", "one exercise, with its readings"},
    {"hipflow why", "hipflow why last", "the newest session, as it was decided"},
    {"hipflow stats", "hipflow stats", "the last twelve weeks"},
    {"hipflow stats", "hipflow stats --last 4w --json", "for a script"},
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
    {"hipflow remind", "hipflow remind", "what is due"},
    {"hipflow remind", "hipflow remind --format '{count} due'", "for a status line"},
    {"hipflow remind", "hipflow remind --explain", "why, or why not"},
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
    {"hipflow program", "hipflow program list", "what there is"},
    {"hipflow program", "hipflow program show steady-six", "week by week"},
    {"hipflow program", "hipflow program join steady-six", "begin it today"},
    {"hipflow program list", "hipflow program list", "what there is"},
    {"hipflow program show", "hipflow program show steady-six", "week by week"},
    {"hipflow program join", "hipflow program join steady-six", "six weeks from today"},
    {"hipflow program leave", "hipflow program leave", "what was done is kept"},
    {"hipflow program status", "hipflow program status", "this week's level, and what is next"},
    {"hipflow doctor", "hipflow doctor", "is everything in order?"},
    {"hipflow doctor", "hipflow doctor --repair", "make the tables anew, keeping a copy"},
    {"hipflow config", "hipflow config", "also names the files"},
    {"hipflow safety", "hipflow safety", "read it before the first session"},
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
