// SPDX-License-Identifier: MIT
#include "schedule/day_marks.h"

#include <algorithm>
#include <array>

namespace hipflow::schedule {
namespace {

/// Counts each status on a day.
class Statuses {
   public:
    void add(OccurrenceStatus status) { ++counts_.at(static_cast<std::size_t>(status)); }
    bool any(OccurrenceStatus status) const {
        return counts_.at(static_cast<std::size_t>(status)) > 0;
    }

   private:
    std::array<int, words<OccurrenceStatus>.size()> counts_{};
};

/// Several occurrences on a day: what is still open comes first, then what was not kept.
DayMark mark_of(const Statuses& day) {
    if (day.any(OccurrenceStatus::pending)) return DayMark::open;
    const bool kept = day.any(OccurrenceStatus::kept);
    const bool missed = day.any(OccurrenceStatus::missed);
    if (day.any(OccurrenceStatus::partial) || (kept && missed)) return DayMark::partial;
    if (kept) return DayMark::kept;
    if (missed) return DayMark::missed;
    if (day.any(OccurrenceStatus::extra)) return DayMark::extra;
    const bool excused = day.any(OccurrenceStatus::excused) || day.any(OccurrenceStatus::paused);
    return excused ? DayMark::excused : DayMark::blank;
}

DayMark mark_of(const DayTotals& day) {
    if (day.kept > 0) return DayMark::kept;
    return day.sessions > 0 ? DayMark::partial : DayMark::blank;
}

}  // namespace

std::vector<DayMark> day_marks(std::span<const Occurrence> occurrences,
                               std::span<const DayTotals> days, Day from, Day to) {
    std::vector<DayMark> marks;
    auto occurrence = std::ranges::lower_bound(occurrences, from, {}, &Occurrence::day);
    auto totals = std::ranges::lower_bound(days, from, {}, &DayTotals::local_day);
    for (Day day = from; day <= to; day += std::chrono::days(1)) {
        const bool scheduled = occurrence != occurrences.end() && occurrence->day == day;
        Statuses statuses;
        for (; occurrence != occurrences.end() && occurrence->day == day; ++occurrence) {
            statuses.add(occurrence->status);
        }
        const bool recorded = totals != days.end() && totals->local_day == day;
        if (scheduled) {
            marks.push_back(mark_of(statuses));
        } else {
            marks.push_back(recorded ? mark_of(*totals) : DayMark::blank);
        }
        if (recorded) ++totals;
    }
    return marks;
}

}  // namespace hipflow::schedule
