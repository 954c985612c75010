// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"
#include "schedule/due.h"

namespace hipflow {

/// A routine and how long it takes; nothing where that cannot be told.
struct RoutineLength {
    std::string routine;
    std::optional<Millis> total;
};

/// As the library lists it where nobody changed anything, else as this person would be given it.
RoutineLength length_of(Context& context, const std::string& routine);

/// What `remind` has to say.
struct Reminder {
    Stamp now;
    std::vector<DueItem> items;             // every verdict
    RoutineLength today;                    // the routine of the day
    std::optional<RoutineLength> shortest;  // that counts for the schedule, if it is shorter

    std::vector<const DueItem*> due() const;
};

/// Looks at the plan and at what was done; `told` leaves out what was told of before. Nothing where
/// there is no schedule. Reads a few days of the history, however long that is.
std::optional<Reminder> look_for_reminder(Context& context, const Store& store, bool told);

/// "hip-rotation (10 min) is due since 07:30. Short of time: five-minute-minimum (5 min). To start:
/// hipflow start": the first item in words, and how many more there are. ASCII as long as the names
/// are.
std::string reminder_sentence(const Reminder& reminder);

/// What an item is called: the routine, or "morning score".
std::string item_name(const Reminder& reminder, const DueItem& item);

/// Whole minutes since it became due.
long minutes_late(const Reminder& reminder, const DueItem& item);

}  // namespace hipflow
