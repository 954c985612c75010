// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/program_week.h"
#include "domain/program.h"
#include "text/style.h"

namespace hipflow {

/// What is told of somebody in a program. `routine` is what 'hipflow start' takes.
struct ProgramStatus {
    const Program& program;
    Day since{};
    const ProgramToday& today;
    std::optional<std::string> routine;
};

/// All of it, over several lines.
std::string program_status_text(const ProgramStatus& status, const Style& style);

/// "Steady six, week 2 of 6: 3 of 5 sessions kept.", "Steady six, after its weeks: …".
std::string program_place_words(const Program& program, const ProgramToday& today);

/// That, and all that program_news() has to say: what to tell before a session.
std::vector<std::string> program_sentences(const Program& program, const ProgramToday& today);

/// What to say before a session: why the week comes again, what is to be measured. May be empty.
std::vector<std::string> program_news(const Program& program, const ProgramToday& today);

}  // namespace hipflow
