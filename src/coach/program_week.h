// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/day_totals.h"
#include "domain/program.h"
#include "domain/schedule.h"

namespace hipflow {

// Where somebody stands in a program, worked out anew from the history each time (CONTENT 2.2): no
// progress is stored, so a session entered late or corrected puts it right by itself.

/// One day's session, as far as the program cares.
struct ProgramSession {
    Day day{};
    std::string routine;
    bool operator==(const ProgramSession&) const = default;
};

struct MeasuredDay {
    Measured what = Measured::range;
    Day day{};
    bool operator==(const MeasuredDay&) const = default;
};

/// What the history holds since the first day of the enrolment; each list oldest first.
struct ProgramHistory {
    Day from{};                          // that day
    std::vector<DayTotals> days{};       // with anything to count
    std::vector<ProgramSession> kept{};  // since program_week_begins(from, today)
    std::vector<Excuse> excuses{};
    std::vector<MeasuredDay> measured{};  // from the 3 days before `from` on
};

/// Why a week comes again.
enum class RepeatCause { too_few_kept, more_pain, away };
template <>
inline constexpr auto words<RepeatCause> =
    std::to_array<std::string_view>({"too_few_kept", "more_pain", "away"});

/// What the seven days before told.
struct Repeat {
    RepeatCause cause = RepeatCause::too_few_kept;
    int kept = 0;
    std::optional<double> pain;         // mean of its days, 0 to 10
    std::optional<double> pain_before;  // and of the seven days before those
    bool operator==(const Repeat&) const = default;
};

struct ProgramToday {
    std::optional<int> week;          // from 1; nothing once the weeks are over
    Day begins{};                     // the first of the seven days
    int day = 1;                      // of them, 1 to 7
    std::optional<int> cap;           // highest level; nothing once the weeks are over
    int planned = 0;                  // sessions; 0 if nothing goes on when the weeks are over
    int kept = 0;                     // days with one
    bool second_half = false;         // of the week's sessions
    bool done_today = false;          // a session counts once a day
    std::vector<std::string> left{};  // routines still to do, today's first; may hold any_routine
    std::optional<Repeat> repeat{};   // the week before was the same one
    int tokens = 0;                   // skips without a miss that are left
    std::vector<Measured> measure{};  // today, or as soon as it suits
};

/// How many skips without a miss can be saved up (DESIGN 4).
int most_tokens(const Program& program);

/// The first of the seven days, counted from the first day of the enrolment, that `today` is in.
Day program_week_begins(Day from, Day today);

/// `today` is not before `history.from`.
ProgramToday program_today(const Program& program, const ProgramHistory& history, Day today);

/// What a session of the program is today: the next one of the week, or, when the week's are all
/// done, its first again. any_routine where the choice is free; nothing once all is over.
std::optional<std::string> todays_routine(const Program& program, const ProgramToday& today);

}  // namespace hipflow
