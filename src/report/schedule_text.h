// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/time.h"
#include "schedule/adherence.h"
#include "schedule/due.h"
#include "text/style.h"
#include "today/reminder.h"

namespace hipflow::report {

/// The next planned day: "on Friday, 07:30". Of today only times to come are next: "today, 18:00;
/// still open: 07:30", "today, 07:30, still open". Returns nullopt where none is in sight.
std::optional<std::string> next_words(const schedule::ScheduleState& state, const Stamp& now);

/// Until when everything is paused, "until 'hipflow schedule resume'"; nullopt if it is not.
std::optional<std::string> paused_words(const schedule::DayPlan& plan, Day today);

/// The settings and the time that a plan is shown with.
struct ScheduleView {
    Stamp now;
    std::optional<OffsetInstant> snoozed_until;
    std::optional<schedule::QuietHours> quiet;
};

/// Each plan: its rule, what comes next, and how it was kept; then the next days, and until when
/// nothing is mentioned: lines, each with its line break. There is a plan.
std::string schedule_text(std::span<const schedule::ScheduleState> plans, const ScheduleView& view,
                          const Style& style);

/// What is said of the slots of a rule whose times lie in the quiet hours; empty without any.
std::string quiet_note(const schedule::Rule& rule,
                       const std::optional<schedule::QuietHours>& quiet);

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
