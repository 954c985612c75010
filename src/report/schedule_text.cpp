// SPDX-License-Identifier: MIT
#include "report/schedule_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

namespace hipflow {

std::string coming_day(Day day, Day today) {
    constexpr std::array<std::string_view, 7> weekdays = {
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto ahead = (day - today).count();
    if (ahead == 0) return "today";
    if (ahead == 1) return "tomorrow";
    if (ahead > 1 && ahead < 7) {
        return fmt::format("on {}", weekdays.at(std::chrono::weekday(day).c_encoding()));
    }
    return fmt::format("on {}", format_day(day));
}

std::string adherence_words(const Adherence& adherence, const Style& style) {
    std::string text = "nothing planned yet";
    if (adherence.planned() > 0) {
        text = fmt::format("{} of {} planned", adherence.kept, adherence.planned());
    }
    if (const auto range = adherence.range()) {
        text += fmt::format(" ({:.0f} %, range {:.0f}{}{:.0f} %)", *adherence.ratio() * 100,
                            range->low * 100, style.unicode ? "–" : "-", range->high * 100);
    }
    const std::array<std::pair<int, std::string_view>, 5> beside = {{
        {adherence.partial, "partly done"},
        {adherence.excused, "excused"},
        {adherence.paused, "paused"},
        {adherence.extra, "extra"},
        {adherence.pending, "still open"},
    }};
    for (const auto& [count, name] : beside) {
        if (count > 0) text += fmt::format(", {} {}", count, name);
    }
    return text;
}

std::string misses_words(const Adherence& adherence, std::optional<Day> next, Day today) {
    if (adherence.misses_in_a_row < 2) return "";
    if (!next) return fmt::format("{} missed.", adherence.misses_in_a_row);
    return fmt::format("{} missed; the next one is {}.", adherence.misses_in_a_row,
                       coming_day(*next, today));
}

}  // namespace hipflow
