// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/program_week.h"
#include "domain/routine.h"
#include "text/style.h"
#include "today/enrolment.h"
#include "today/library_lists.h"

namespace hipflow::report {

/// A line for each program: weeks, sessions a week, name, whose it is.
std::string program_list_text(const std::vector<today::ListedProgram>& programs,
                              const Style& style);

/// A program week by week: level, sessions, what is measured, and what comes after.
std::string program_text(const Program& program, const Style& style);

/// "hip-rotation twice, low-back-relief": each routine once, in the order of its first session.
std::string sessions_words(const std::vector<std::string>& sessions);

/// Where the user stands in a program, over several lines; without one, how to begin one.
std::string program_status_text(const std::optional<today::Enrolled>& enrolled, const Style& style);

/// Says what begins with a program that was just joined, and what waits meanwhile.
std::string joined_text(const today::Joined& joined, const Style& style);

/// Says what holds after a program was left.
std::string left_program_text(const today::Left& left, const Style& style);

/// "Steady six, week 2 of 6: 3 of 5 sessions kept.", "Steady six, after its weeks: …".
std::string program_place_words(const Program& program, const coach::ProgramToday& today);

/// The place and the news below, as sentences to say before a session. That the weeks are done is
/// said once, and a measurement is asked for once a week: until its first session is done, or
/// before its last.
std::vector<std::string> program_sentences(const today::Enrolled& enrolled);

/// Sentences to say before a session: why the week comes again, what is to be measured. May be
/// empty.
std::vector<std::string> program_news(const Program& program, const coach::ProgramToday& today);

}  // namespace hipflow::report
