// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time.h"
#include "schedule/adherence.h"
#include "text/style.h"
#include "today/reminder.h"

namespace hipflow::report {

/// The next planned day: "on Friday, 07:30". Returns nullopt where none is in sight.
std::optional<std::string> next_words(const schedule::ScheduleState& state);

/// The rule, what comes next, how it was kept, and until when nothing is mentioned: lines, each
/// with its line break.
std::string schedule_text(const schedule::ScheduleState& state,
                          const std::optional<OffsetInstant>& snoozed_until, const Style& style);

/// A line for each thing that is due: name, slot, when it became due, minutes late, with a tab
/// between.
std::string due_lines(const today::Reminder& reminder);

/// Words what is due as a status line: "{count} due" with what stands for {count}, and a line
/// break. Something is due. Throws Error for a name that does not exist.
std::string due_in_pattern(const today::Reminder& reminder, std::string_view pattern);

/// The difference of the clocks of the user to UTC at an instant.
using UtcOffset = std::function<std::chrono::seconds(Instant)>;

/// A line for each thing that may be due, with the verdict on it; nullopt: there is no schedule.
std::string due_explanation(const std::optional<today::Reminder>& reminder,
                            const UtcOffset& utc_offset);

}  // namespace hipflow::report
