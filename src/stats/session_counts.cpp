// SPDX-License-Identifier: MIT
#include "stats/session_counts.h"

namespace hipflow {

void add(SessionCounts& sum, const SessionCounts& more) {
    sum.sessions += more.sessions;
    sum.completed += more.completed;
    sum.timed += more.timed;
    sum.rested += more.rested;
    sum.stopped_for_pain += more.stopped_for_pain;
    sum.stopped_for_time += more.stopped_for_time;
    sum.stopped_tired += more.stopped_tired;
    sum.stopped_otherwise += more.stopped_otherwise;
    sum.easy += more.easy;
    sum.ok += more.ok;
    sum.hard += more.hard;
    sum.planned += more.planned;
    sum.done += more.done;
    sum.active += more.active;
}

std::vector<CountedPeriod> by_week(std::span<const CountedPeriod> days,
                                   std::chrono::weekday week_starts) {
    std::vector<CountedPeriod> weeks;
    for (const auto& day : days) {
        const Day from = week_of(day.from, week_starts);
        if (weeks.empty() || weeks.back().from != from) {
            weeks.push_back({from, from + std::chrono::days(6), {}});
        }
        add(weeks.back().counts, day.counts);
    }
    return weeks;
}

}  // namespace hipflow
