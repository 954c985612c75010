// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/program_week.h"
#include "domain/routine.h"
#include "text/style.h"

namespace hipflow::report {

/// A program week by week: level, sessions, what is measured, and what comes after.
std::string program_text(const Program& program, const Style& style);

/// "hip-rotation twice, low-back-relief": each routine once, in the order of its first session.
std::string sessions_words(const std::vector<std::string>& sessions);

/// Where a person stands in a program. `routine` is what 'hipflow start' takes; `no_session` says
/// why there is none today.
struct ProgramStatus {
    const Program& program;
    Day since{};
    const coach::ProgramToday& today;
    std::optional<std::string> routine;
    std::optional<std::string> no_session{};
};

/// Everything about it, over several lines.
std::string program_status_text(const ProgramStatus& status, const Style& style);

/// "Steady six, week 2 of 6: 3 of 5 sessions kept.", "Steady six, after its weeks: …".
std::string program_place_words(const Program& program, const coach::ProgramToday& today);

/// The place and the news below, as sentences to say before a session.
std::vector<std::string> program_sentences(const Program& program,
                                           const coach::ProgramToday& today);

/// Sentences to say before a session: why the week comes again, what is to be measured. May be
/// empty.
std::vector<std::string> program_news(const Program& program, const coach::ProgramToday& today);

}  // namespace hipflow::report
