// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"
#include "domain/schedule.h"

namespace hipflow {

/// The routine that needs five minutes and counts like any other (CONTENT 2.1).
inline constexpr std::string_view shortest_routine = "five-minute-minimum";

/// What a session is made from today.
struct TodaysRoutine {
    std::string name;                    // of a routine, or a file
    std::optional<std::string> program;  // of somebody who is in one, and its week
    std::optional<int> week;
    std::optional<int> cap;                       // the highest level that its week allows
    std::vector<std::string> news;                // what the program has to say, sentences
    std::optional<ScheduleVersion> schedule_due;  // enrolled.h
};

/// The routine named, else the next one of the program on that day, else the configured one. A
/// program whose file cannot be used is said and left aside: nobody is kept from their session by
/// it.
TodaysRoutine todays_routine(Context& context, const std::string& named, Day day);

}  // namespace hipflow
