// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/records.h"
#include "domain/settings.h"
#include "schedule/adherence.h"
#include "today/beginnings.h"
#include "today/enrolment.h"
#include "today/routine_source.h"
#include "today/todays_session.h"

namespace hipflow::today {

/// What kind of day it is, as 'hipflow why' tells it. first: before any session; after_break: so
/// long after the last one that less is given; gentler: the gentle day after a sorer morning;
/// lighter: a little less of everything; eased: something is easier or rests, since it was sore;
/// after_pain: the first session after a rest for pain, after the flare-up day, or after much pain
/// was told; sore: so much pain was told today that the start offers less; no_session: something
/// speaks against one, or nothing of it is left.
enum class DayKind {
    first,
    ordinary,
    program,
    gentler,
    lighter,
    eased,
    after_break,
    after_pain,
    sore,
    no_session
};
constexpr auto words_of(DayKind /*unused*/) {
    return std::to_array<std::string_view>({"first", "ordinary", "program", "gentler", "lighter",
                                            "eased", "after_break", "after_pain", "sore",
                                            "no_session"});
}

/// What an exercise is given as, and what it would become.
struct Outlook {
    std::string amount;          // "2 sets of 8 reps"
    std::optional<int> lacking;  // comfortable sessions and mornings until then, if that is known
    std::string next;            // as a clause: "2 sets of 10 reps"; empty where nothing follows
    std::optional<Day> morning_after{};  // of a session that counts once it was as usual
};

/// The work of the last sessions of a routine.
struct UsualWork {
    Millis work{};  // the median
    int sessions = 0;
};

/// A session that was held, with what was told of pain.
struct HeldSession {
    Session session;
    std::vector<PainReading> readings;
};

/// Pain since the last session, on a day before today, that led to rest or would have led to less.
struct PainSince {
    Day day{};
    std::optional<PainScore> score;
    bool rested = false;
};

/// The facts behind a day, for somebody who wants to know why it is as it is.
struct DayAccount {
    DayKind kind = DayKind::ordinary;
    Stamp now;
    std::optional<Prescription> session;        // nullopt where there is none
    std::optional<session::Timeline> timeline;  // of it
    std::optional<Millis> total_once_known;
    std::optional<std::string> in_place_of;  // the routine that a gentle day takes the place of
    std::optional<UsualWork> usual_work;     // of that routine, or of today's
    std::optional<HeldSession> last;         // with anything done
    std::optional<PainSince> pain_since;     // the newest, of the last days
    bool entered_by_hand = false;            // sessions were recorded without the timer
    int held_lately = 0;                     // days with work, of the last 14 before today
    bool done_today = false;                 // a session was kept today
    Beginning beginning = Beginning::settled;
    std::optional<Enrolled> program;
    std::optional<schedule::ScheduleState> plan;     // the one without a name
    std::vector<schedule::ScheduleState> own_plans;  // those of routines
    std::optional<Day> morning_owed;
    bool calm = false;  // a routine for sore days
    CoachThresholds coach;
    /// The lowest pain at the start that leads to the gentler session, to rest, and to none.
    int gentler_from = 0;
    int rest_from = 0;
    int none_from = 0;
    std::optional<PainScore>
        told_today;  // the newest score, where the start would offer less for it
    std::map<std::string, Outlook> outlooks;  // by the names used in the routine
};

/// The routine that a session is held of today, and whether it takes the place of a planned one.
struct RoutineOfDay {
    ChosenRoutine chosen;
    catalog::RoutineFile source;
    std::optional<std::string> in_place_of;     // the name of the planned one
    std::optional<std::string> in_place_of_id;  // its id
    std::optional<std::string> why;             // in words
};

/// The routine that is named or, without a name, the one that 'start' takes; after a morning that
/// was well above the usual the gentle day. Throws as find_routine() does.
RoutineOfDay routine_of_day(Desk& desk, const std::string& named);

/// The same for a routine that is chosen already, out of `library`.
RoutineOfDay routine_of_day(Desk& desk, const catalog::Library& library, ChosenRoutine chosen);

/// The newest pain that was told today outside of sessions, the highest of several places, if the
/// start offers less at that score; nullopt otherwise, and once a session has begun since.
std::optional<PainScore> sore_today(Desk& desk);

/// Returns whether any of the newest sessions was recorded without the timer. Costs the same at any
/// age of the history.
bool has_entered_by_hand(const store::Store& store);

/// Gathers the facts of today. `result` is the session that is set; null where something speaks
/// against one.
DayAccount account_of(Desk& desk, const RoutineOfDay& routine, const TodaysSession* result);

}  // namespace hipflow::today
