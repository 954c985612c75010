// SPDX-License-Identifier: MIT
#include "commands/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hipflow {
namespace {

struct Example {
    std::string_view command;  // whose help shows it
    std::string_view line;
    std::string_view meaning;
};

/// Every line is run by tests/terminal/help_test.py.
constexpr auto examples = std::to_array<Example>({
    {"hipflow", "hipflow", "today at a glance"},
    {"hipflow", "hipflow start", "lead me through today's session"},
    {"hipflow", "hipflow start --rehearse", "show what it would be"},
    {"hipflow", "hipflow stats", "how it goes"},
    {"hipflow", "hipflow safety", "signs that need medical help"},
    {"hipflow start", "hipflow start", "today's session"},
    {"hipflow start", "hipflow start desk-reset", "another routine"},
    {"hipflow start", "hipflow start --rehearse", "only show it"},
    {"hipflow start", "hipflow start --rehearse --speed 600", "play it, ten minutes a second"},
    {"hipflow stats", "hipflow stats", "the last twelve weeks"},
    {"hipflow stats", "hipflow stats --last 4w --json", "for a script"},
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
    {"hipflow undo", "hipflow undo", "the last command"},
    {"hipflow undo", "hipflow undo 2", "the last two"},
    {"hipflow redo", "hipflow redo", "what was just taken back"},
    {"hipflow routine", "hipflow routine list", "what there is"},
    {"hipflow routine", "hipflow routine new mine --from hip-rotation", "copy one, to change it"},
    {"hipflow routine list", "hipflow routine list", "with how long each takes"},
    {"hipflow routine list", "hipflow routine list --max-minutes 5", "short ones"},
    {"hipflow routine show", "hipflow routine show hip-rotation", "as it would be today"},
    {"hipflow routine check", "hipflow routine check", "everything there is"},
    {"hipflow routine check", "hipflow routine check desk-reset", "one of them"},
    {"hipflow routine new", "hipflow routine new mine", "an empty one"},
    {"hipflow routine new", "hipflow routine new mine --from hip-rotation", "a copy"},
    {"hipflow routine edit", "hipflow routine edit mine", "in $VISUAL or $EDITOR"},
    {"hipflow exercise", "hipflow exercise list", "what there is"},
    {"hipflow exercise", "hipflow exercise show figure-4-supine", "how it goes"},
    {"hipflow exercise list", "hipflow exercise list", "with level and position"},
    {"hipflow exercise list", "hipflow exercise list --position chair --target piriformis", "some"},
    {"hipflow exercise show", "hipflow exercise show figure-4-supine", "how it goes"},
    {"hipflow exercise avoid", "hipflow exercise avoid clamshell", "it does not go for me"},
    {"hipflow exercise allow", "hipflow exercise allow clamshell", "it goes again"},
    {"hipflow program", "hipflow program list", "what there is"},
    {"hipflow program", "hipflow program show steady-six", "week by week"},
    {"hipflow program list", "hipflow program list", "what there is"},
    {"hipflow program show", "hipflow program show steady-six", "week by week"},
    {"hipflow doctor", "hipflow doctor", "is everything in order?"},
    {"hipflow doctor", "hipflow doctor --repair", "make the tables anew, keeping a copy"},
    {"hipflow config", "hipflow config", "also names the files"},
    {"hipflow safety", "hipflow safety", "read it before the first session"},
    {"hipflow completion", "hipflow completion bash > hipflow.bash", "a file to source"},
    {"hipflow help", "hipflow help", "all commands"},
    {"hipflow help", "hipflow help routine check", "one of them"},
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
