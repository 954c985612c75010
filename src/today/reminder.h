// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/schedule.h"
#include "schedule/due.h"
#include "today/desk.h"

namespace hipflow::today {

/// A routine and how long it takes; no total where that cannot be told.
struct RoutineLength {
    std::string routine;
    std::optional<Millis> total;
};

/// As listed in the library where no file was changed, else as this user would be given it.
RoutineLength length_of(Desk& desk, const std::string& routine);

/// The schedule for a calendar, in which the configured routine stands for every session.
struct ScheduleCalendar {
    std::vector<ScheduleVersion> versions;
    std::vector<Excuse> excuses;
    std::string routine;
    Millis length{};  // of a session; ten minutes where that cannot be told
};
/// Throws Error, ExitCode::nothing, where nothing was ever planned.
ScheduleCalendar schedule_calendar(Desk& desk);

/// One thing that is due.
struct DueNow {
    schedule::DueKind kind = schedule::DueKind::session;
    std::string key;   // by which it is remembered that it was told
    std::string name;  // the routine, or "morning score"
    Day day{};
    std::string slot;
    OffsetInstant due;      // as the clock showed it then
    long minutes_late = 0;  // whole ones
};

/// The content of a reminder from 'hipflow remind'.
struct Reminder {
    Stamp now;
    std::vector<schedule::DueItem> items;   // every verdict
    std::vector<DueNow> due;                // those that are due
    RoutineLength today;                    // the routine of the day; empty if no session is due
    std::optional<RoutineLength> shortest;  // that counts for the schedule, if it is shorter
    std::optional<std::string> left_aside;  // why the user's program cannot be used
};

/// Compares the schedule with what was done. With `told`, leaves out what was told before. Returns
/// nullopt where there is no schedule. Reads a few days of the history, however long it is.
std::optional<Reminder> look_for_reminder(Desk& desk, bool told);

/// Tells what is due, and was not told yet, by `deliver`, which returns the channel that it took.
/// Remembers it only then: a crash in between tells twice at most, and never not at all. Returns
/// false if nothing is due, or another process is telling it. Throws what `deliver` throws.
bool tell_once(Desk& desk, const std::function<std::string(const Reminder&)>& deliver);

/// The first item in words, and how many more there are: "hip-rotation (10 min) is due since 07:30.
/// Short of time: five-minute-minimum (5 min). To start: hipflow start". ASCII as long as the names
/// are.
std::string reminder_sentence(const Reminder& reminder);

}  // namespace hipflow::today
