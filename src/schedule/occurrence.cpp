// SPDX-License-Identifier: MIT
#include "schedule/occurrence.h"

#include <algorithm>

#include "schedule/open_week.h"

namespace hipflow {
namespace {

DayTotals totals_of(std::span<const DayTotals> days, Day day) {
    const auto found = std::ranges::lower_bound(days, day, {}, &DayTotals::local_day);
    const bool there = found != days.end() && found->local_day == day;
    return there ? *found : DayTotals{.local_day = day};
}

/// A slot that is neither kept nor partial.
Occurrence unfulfilled(const DayPlan& plan, Day day, const std::string& slot, Day today) {
    Occurrence occurrence{day, slot, OccurrenceStatus::missed, std::nullopt};
    if (const Excuse* excuse = excuse_of(plan, day, slot)) {
        const bool paused = excuse->kind == ExcuseKind::paused;
        occurrence.status = paused ? OccurrenceStatus::paused : OccurrenceStatus::excused;
        occurrence.reason = excuse->reason;
    } else if (day >= today) {
        occurrence.status = OccurrenceStatus::pending;
    }
    return occurrence;
}

/// Hands out up to `count` sessions to slots that can take them.
template <typename Takes>
void hand_out(std::vector<Occurrence>& slots, int& count, OccurrenceStatus status,
              const Takes& takes) {
    for (auto& slot : slots) {
        if (count == 0) return;
        if (!takes(slot.status)) continue;
        slot = {slot.day, slot.slot, status, std::nullopt};
        --count;
    }
}

std::vector<Occurrence> of_day(const DayPlan& plan, const PlanVersion& version,
                               const DayTotals& totals, Day today) {
    using enum OccurrenceStatus;
    const Day day = totals.local_day;
    int kept_left = totals.kept;
    int partial_left = partial_sessions(totals);
    std::vector<Occurrence> slots;
    if (plans(version.rule, version.valid_from, day)) {
        for (const auto& slot : version.rule.slots) {
            slots.push_back(unfulfilled(plan, day, slot.name, today));
        }
    }
    const auto open = [](auto status) { return status == missed || status == pending; };
    const auto excused_too = [](auto status) { return status != kept; };
    hand_out(slots, kept_left, kept, open);
    hand_out(slots, kept_left, kept, excused_too);
    hand_out(slots, partial_left, partial, [](auto status) { return status == missed; });
    for (; kept_left > 0; --kept_left) slots.push_back({day, "", extra, std::nullopt});
    if (slots.empty()) slots.push_back({day, "", rest, std::nullopt});
    return slots;
}

void append(std::vector<Occurrence>& all, std::vector<Occurrence> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

int partial_sessions(const DayTotals& day) {
    return day.done > Millis{0} ? std::max(0, day.sessions - day.kept) : 0;
}

std::vector<Occurrence> occurrences(const DayPlan& plan, std::span<const DayTotals> days, Day from,
                                    Day to, Day today) {
    std::vector<Occurrence> all;
    for (const auto& stretch : stretches(plan, from, to)) {
        std::vector<DayTotals> totals;
        for (Day day = stretch.from; day <= stretch.to; day += std::chrono::days(1)) {
            totals.push_back(totals_of(days, day));
        }
        if (stretch.version->rule.cadence == Cadence::per_week) {
            append(all, of_open_week(plan, *stretch.version, totals, today));
            continue;
        }
        for (const auto& day : totals) append(all, of_day(plan, *stretch.version, day, today));
    }
    return all;
}

}  // namespace hipflow
