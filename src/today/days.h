// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/time.h"
#include "store/store.h"
#include "today/day_words.h"

namespace hipflow::today {

class Desk;

// Parts of the history as they are asked for.

/// The default number of weeks of history to show.
inline constexpr int usual_weeks = 12;

/// A part of the history as it was asked for.
struct DayRange {
    std::optional<PastDay> since{};
    std::optional<PastDay> until{};
    std::optional<LastDays> last{};
    std::optional<std::string> routine{};
    bool all = false;
};

/// The days that are meant on the day `today`; where nothing is said, the last `weeks` weeks up to
/// today. Throws Error for a range that ends before it begins or begins after today, and for a
/// routine that is neither in the library nor in the history.
store::Filter filter_of(Desk& desk, const DayRange& days, Day today, int weeks);

/// The same for a view of one week: where nothing is said, the calendar week of today.
store::Filter week_filter(Desk& desk, const DayRange& days, Day today);

/// The same for what is measured. Tests are weeks apart and are compared with the first: where no
/// first day is said, from the beginning of the history. Throws Error for a routine as well.
store::Filter measured_filter(Desk& desk, const DayRange& days, Day today);

/// The moment that is meant; now where none is. Throws Error as PastMoment::on() does.
Stamp moment_at(Desk& desk, const std::optional<PastMoment>& moment);

}  // namespace hipflow::today
