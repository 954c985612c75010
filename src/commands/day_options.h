// SPDX-License-Identifier: MIT
#pragma once
#include "cli/options.h"
#include "today/days.h"

namespace hipflow::commands {

/// Declares --since, --until, --last and --all.
inline void declare_days(cli::Options& options, today::DayRange& days) {
    options.add("--since", days.since, "DAY", "From this day on (2026-11-01, yesterday, monday)");
    options.add("--until", days.until, "DAY", "Up to and including this day");
    options.add("--last", days.last, "SPAN", "The last 4w, 10d, 3m or 1y");
    options.flag("--all", days.all, "The whole history");
}

/// The same, and --routine.
inline void declare_days_and_routine(cli::Options& options, today::DayRange& days) {
    declare_days(options, days);
    options.add("--routine", days.routine, "ROUTINE", "Only sessions of this routine");
}

}  // namespace hipflow::commands
