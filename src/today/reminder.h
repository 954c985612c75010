// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/schedule.h"
#include "schedule/due.h"
#include "today/desk.h"
#include "today/startable.h"

namespace hipflow::today {

/// A routine and how long it takes; no total where that cannot be told.
struct RoutineLength {
    std::string routine;
    std::optional<Millis> total;
    std::string title{};  // its name; the id where that cannot be told
};

/// In which nothing is mentioned; nullopt where there are none.
std::optional<schedule::QuietHours> quiet_hours(const Settings& settings);

/// As listed in the library where no file was changed, else as this user would be given it.
RoutineLength length_of(Desk& desk, const std::string& routine);

/// A plan for a calendar. In the one without a name, the configured routine stands for every
/// session.
struct PlanForCalendar {
    std::vector<ScheduleVersion> versions;
    std::string title;  // the name of the routine
    Millis length{};    // of a session; ten minutes where that cannot be told
};

/// The plans for a calendar.
struct ScheduleCalendar {
    std::vector<PlanForCalendar> plans;
    std::vector<Excuse> excuses;
    PlanChanges changes;
};
/// Throws Error, ExitCode::nothing, where nothing was ever planned.
ScheduleCalendar schedule_calendar(Desk& desk);

/// One thing that is due.
struct DueNow {
    schedule::DueKind kind = schedule::DueKind::session;
    std::string key;   // by which it is remembered that it was told
    std::string name;  // the routine, "another routine", or "morning score"
    Day day{};
    std::string slot;
    OffsetInstant due;      // as the clock showed it then
    long minutes_late = 0;  // whole ones
    bool by_name = false;   // has a plan of its own: 'hipflow start NAME' keeps it
    std::string not_of{};   // any routine but this, which keeps only its own plan
    Startable session{};    // whether it can start, and how long it is
};

/// The content of a reminder from 'hipflow remind'.
struct Reminder {
    Stamp now;
    std::vector<schedule::DueItem> items;   // every verdict
    std::vector<DueNow> due;                // those that are due
    RoutineLength today;                    // of the first session that is due; else empty
    std::optional<RoutineLength> shortest;  // keeps the plan without a name, if it is shorter
    std::optional<std::string> left_aside;  // why the user's program cannot be used
};

/// Compares the plans with what was done. With `most_times`, leaves out what was told as often.
/// Returns nullopt where nothing was ever planned. Reads a few days of the history, however long it
/// is.
std::optional<Reminder> look_for_reminder(Desk& desk, std::optional<int> most_times);

/// Tells what is due, and was not told `most_times` yet, by `deliver`, which returns the channel
/// that it took. Remembers it only then: a crash in between tells once more at most, and never not
/// at all. Returns false if nothing is due, or another process is telling it. Throws what `deliver`
/// throws.
bool tell(Desk& desk, int most_times, const std::function<std::string(const Reminder&)>& deliver);

/// The first item in words, and how many more there are: "hip-rotation (10 min) is due since 07:30.
/// Short of time: five-minute-minimum (5 min). To start: hipflow start". ASCII as long as the names
/// are.
std::string reminder_sentence(const Reminder& reminder);

}  // namespace hipflow::today
