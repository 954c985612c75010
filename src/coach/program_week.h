// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/day_totals.h"
#include "domain/routine.h"
#include "domain/schedule.h"

namespace hipflow::coach {

// Where a person stands in a program (docs/design/care.md, "Programs"). It is worked out from the
// history each time: no progress is stored, so a session entered late or corrected counts at once.

/// One day's session, as far as the program uses it.
struct ProgramSession {
    Day day{};
    std::string routine;
    bool operator==(const ProgramSession&) const = default;
};

struct MeasuredDay {
    Measured what = Measured::rotation;
    Day day{};
    bool operator==(const MeasuredDay&) const = default;
};

/// The history since the first day of the enrolment; each list oldest first.
struct ProgramHistory {
    Day from{};                          // the first day of the enrolment
    std::vector<DayTotals> days{};       // with anything to count
    std::vector<ProgramSession> kept{};  // since program_week_begins(from, today)
    std::vector<Excuse> excuses{};
    std::vector<MeasuredDay> measured{};  // from the 3 days before `from` on
};

/// Why a week is repeated.
enum class RepeatCause { too_few_kept, more_pain, away };
constexpr auto words_of(RepeatCause /*unused*/) {
    return std::to_array<std::string_view>({"too_few_kept", "more_pain", "away"});
}

/// The reason to repeat a week, and the figures of the seven days before.
struct Repeat {
    RepeatCause cause = RepeatCause::too_few_kept;
    int kept = 0;
    std::optional<double> pain;         // mean of their days, 0 to 10
    std::optional<double> pain_before;  // of the seven days before those
    bool operator==(const Repeat&) const = default;
};

struct ProgramToday {
    std::optional<int> week;   // from 1; nullopt once the weeks are over
    Day begins{};              // the first of its seven days
    Day since{};               // of the week; once the weeks are over, of the time after them
    int day = 1;               // of the seven, 1 to 7
    std::optional<int> cap;    // highest level; nullopt once the weeks are over
    int planned = 0;           // sessions; 0 if nothing follows the weeks
    int kept = 0;              // days with a session
    bool second_half = false;  // of the week's sessions
    bool done_today = false;   // a day counts once
    std::vector<std::string> left{};  // routines still to do, the next first; may hold any_routine
    std::optional<Repeat> repeat{};   // set if the week is a repetition
    int tokens = 0;                   // skips without a miss that are left
    std::vector<Measured> measure{};  // to measure today, or as soon as it suits
};

/// The number of skips without a miss that can be saved up.
int most_tokens(const Program& program);

/// First day of the seven-day week with `today` in it, counted from the first day of the enrolment.
Day program_week_begins(Day from, Day today);

/// Where the person stands on `today`, which is not before `history.from`.
ProgramToday program_today(const Program& program, const ProgramHistory& history, Day today);

/// The routine of the program for today: the next of the week, or its first again once all are
/// done. any_routine if the choice is free; nullopt once all is over.
std::optional<std::string> program_routine(const Program& program, const ProgramToday& today);

}  // namespace hipflow::coach
