// SPDX-License-Identifier: MIT
#include "report/schedule_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "domain/names.h"

namespace hipflow {

std::string coming_day(Day day, Day today) {
    const auto ahead = (day - today).count();
    if (ahead == 0) return "today";
    if (ahead == 1) return "tomorrow";
    if (ahead > 1 && ahead < 7) {
        return fmt::format("on {}", weekday_name(std::chrono::weekday(day)));
    }
    return fmt::format("on {}", format_day(day));
}

std::string adherence_words(const Adherence& adherence) {
    const int planned = adherence.planned();
    std::string text =
        planned == 0 ? "none due so far" : fmt::format("{} of {} kept", adherence.kept, planned);
    if (const auto range = adherence.range()) {
        text += fmt::format(" ({:.0f} %, range {:.0f} to {:.0f} %)",
                            100.0 * adherence.kept / planned, range->low * 100, range->high * 100);
    }
    const std::array<std::pair<int, std::string_view>, 5> beside = {{
        {adherence.partial, "partly"},
        {adherence.excused, "excused"},
        {adherence.paused, "paused"},
        {adherence.pending, "still open"},
        {adherence.extra, "extra"},
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
