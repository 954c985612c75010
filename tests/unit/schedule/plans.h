// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "schedule/occurrence.h"

namespace hipflow::schedule {

inline Day day(const char* text) { return parse_day(text).value(); }

/// Versions as (first day, rule).
inline DayPlan plan(const std::vector<std::pair<const char*, const char*>>& versions,
                    std::vector<Excuse> excuses = {}) {
    std::vector<ScheduleVersion> all;
    for (const auto& [from, rule] : versions) {
        all.push_back({std::to_string(all.size()), day(from), rule, ScheduleSource::own});
    }
    return plan_of(std::move(all), std::move(excuses), std::chrono::Monday);
}

inline Excuse excuse(const char* from, std::optional<Day> to, ExcuseKind kind,
                     std::optional<std::string> slot = std::nullopt) {
    return {"e", day(from), to, std::move(slot), kind, std::nullopt};
}

inline DayTotals kept(const char* on, int times = 1) {
    return {.local_day = day(on), .sessions = times, .kept = times, .done = Millis(1000)};
}
inline DayTotals partial(const char* on) {
    return {.local_day = day(on), .sessions = 1, .done = Millis(500)};
}

/// "Mon kept, Tue rest …" without the names of the days: a letter each.
inline std::string letters(const std::vector<Occurrence>& all) {
    constexpr std::string_view of_status = "KPMEU?.X";  // paused is U
    std::string text;
    for (const auto& one : all) text += of_status.at(static_cast<std::size_t>(one.status));
    return text;
}

}  // namespace hipflow::schedule
