// SPDX-License-Identifier: MIT
#include "schedule/occurrence.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <ranges>
#include <utility>

namespace hipflow::schedule {
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

/// Sessions of the day that were begun, with some work done, but not kept.
int partial_sessions(const DayTotals& day) {
    return day.done > Millis{0} ? std::max(0, day.sessions - day.kept) : 0;
}

/// A slot of a day, and its time since the midnight with which the day begins.
struct DaySlot {
    Occurrence occurrence;
    std::optional<Millis> time;
};

/// The slots that the plan has on that day, none of them fulfilled yet.
std::vector<DaySlot> slots_of(const DayPlan& plan, const PlanVersion& version, Day day, Day today) {
    std::vector<DaySlot> slots;
    if (!plans(version.rule, version.valid_from, day)) return slots;
    for (const auto& slot : version.rule.slots) {
        slots.push_back({unfulfilled(plan, day, slot.name, today), time_in_day(plan, slot)});
    }
    return slots;
}

/// Lets a kept session fulfil the slot nearest to it in time, of those that are open, else of those
/// that were excused; the first where its time is not known. Returns false if all are kept.
bool keep_nearest(std::vector<DaySlot>& slots, std::optional<Millis> at) {
    using enum OccurrenceStatus;
    const auto away = [&](const DaySlot& slot) {
        const bool is_open = slot.occurrence.status == missed || slot.occurrence.status == pending;
        const Millis apart = at && slot.time ? std::chrono::abs(*slot.time - *at) : Millis{0};
        return std::pair(!is_open, apart);
    };
    DaySlot* nearest = nullptr;
    for (auto& slot : slots) {
        if (slot.occurrence.status == kept) continue;
        if (nearest == nullptr || away(slot) < away(*nearest)) nearest = &slot;
    }
    if (nearest == nullptr) return false;
    nearest->occurrence.status = kept;
    nearest->occurrence.reason.reset();
    return true;
}

std::vector<Occurrence> of_day(const DayPlan& plan, const PlanVersion& version,
                               const DayTotals& totals, Day today) {
    using enum OccurrenceStatus;
    const Day day = totals.local_day;
    std::vector<DaySlot> slots = slots_of(plan, version, day, today);
    int extras = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(totals.kept); ++i) {
        const bool known = i < totals.kept_at.size();
        if (!keep_nearest(slots, known ? std::optional(totals.kept_at[i]) : std::nullopt)) ++extras;
    }
    int partial_left = partial_sessions(totals);
    std::vector<Occurrence> all;
    for (auto& slot : slots) {
        if (slot.occurrence.status == missed && partial_left > 0) {
            slot.occurrence.status = partial;
            --partial_left;
        }
        all.push_back(std::move(slot.occurrence));
    }
    for (; extras > 0; --extras) all.push_back({day, "", extra, std::nullopt});
    if (all.empty()) all.push_back({day, "", rest, std::nullopt});
    return all;
}

void append(std::vector<Occurrence>& all, std::vector<Occurrence> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

struct OpenDay {
    DayTotals totals;
    const Excuse* excuse = nullptr;
    std::optional<OccurrenceStatus> status;

    bool is(ExcuseKind kind) const { return excuse != nullptr && excuse->kind == kind; }
};

/// Sessions planned, and how many of those are taken away.
struct Counts {
    int planned = 0;
    int paused = 0;
    int excused = 0;
    int left() const { return planned - paused - excused; }
};

Counts counts_of(int per_week, const std::vector<OpenDay>& week) {
    const auto number = [&](ExcuseKind kind) {
        return static_cast<int>(
            std::ranges::count_if(week, [&](const OpenDay& day) { return day.is(kind); }));
    };
    const int all = static_cast<int>(week.size());
    const int unpaused = all - number(ExcuseKind::paused);
    const int open = unpaused - number(ExcuseKind::excused);
    Counts counts;
    counts.planned = share_of_week(per_week, all);
    counts.paused = counts.planned - share_of_week(per_week, unpaused);
    counts.excused = counts.planned - counts.paused - share_of_week(per_week, open);
    counts.excused += std::min(number(ExcuseKind::token), counts.left());
    return counts;
}

/// Gives `status` to up to `count` of the days that `takes` accepts; returns how many got it.
template <typename Takes>
int lay(std::vector<OpenDay>& week, int count, OccurrenceStatus status, const Takes& takes) {
    int laid = 0;
    for (OpenDay& day : week) {
        if (laid == count) break;
        if (day.status || !takes(day)) continue;
        day.status = status;
        ++laid;
    }
    return laid;
}

/// How much a part of a week can take on at most.
struct Room {
    int kept = 0;
    int missed = 0;
    int pending = 0;
};

/// Places each planned session on a day of its own.
void lay_all(std::vector<OpenDay>& week, Counts counts, const Room& room, Day today) {
    using enum OccurrenceStatus;
    int left = counts.planned;
    left -= lay(week, std::max(left, room.kept), kept,
                [](const OpenDay& day) { return day.totals.kept > 0; });
    left = std::max(left, 0);
    left -= lay(week, std::min(left, counts.paused), paused,
                [](const OpenDay& day) { return day.is(ExcuseKind::paused); });
    left -= lay(week, std::min(left, counts.excused), excused, [](const OpenDay& day) {
        return day.is(ExcuseKind::excused) || day.is(ExcuseKind::token);
    });
    left -= lay(week, left, partial, [today](const OpenDay& day) {
        return partial_sessions(day.totals) > 0 && day.totals.local_day < today;
    });
    int missed_left = room.missed;
    int pending_left = room.pending;
    for (OpenDay& day : std::views::reverse(week)) {
        const bool free = !day.status && day.totals.kept == 0 && day.excuse == nullptr;
        if (!free || left == 0) continue;
        const bool over = day.totals.local_day < today;
        int& takes = over ? missed_left : pending_left;
        if (takes == 0) continue;
        day.status = over ? missed : pending;
        --takes;
        --left;
    }
}

int number_of(const std::vector<OpenDay>& week, OccurrenceStatus status) {
    return static_cast<int>(std::ranges::count(week, status, &OpenDay::status));
}

std::vector<DayTotals> totals_from(std::span<const DayTotals> days, Day from, Day to) {
    std::vector<DayTotals> found;
    for (Day day = from; day <= to; day += std::chrono::days(1)) {
        found.push_back(totals_of(days, day));
    }
    return found;
}

/// The days from `from` to `to` under `version`, with nothing placed yet.
std::vector<OpenDay> open_days(const DayPlan& plan, const PlanVersion& version,
                               std::span<const DayTotals> days, Day from, Day to) {
    std::vector<OpenDay> open;
    for (const auto& totals : totals_from(days, from, to)) {
        const Excuse* excuse = excuse_of(plan, totals.local_day, version.rule.slots.front().name);
        open.push_back({totals, excuse, std::nullopt});
    }
    return open;
}

/// A week, or a part of it, with each planned session on a day of its own. A part is judged by its
/// week: what was kept outside it counts, and it misses no more than its share and than the week
/// does.
std::vector<OpenDay> laid_week(const DayPlan& plan, const Stretch& part,
                               std::span<const DayTotals> days, Day today) {
    const PlanVersion& version = *part.version;
    const Stretch whole = whole_stretch(plan, part.from);
    auto week = open_days(plan, version, days, whole.from, whole.to);
    const Counts counts = counts_of(version.rule.n, week);
    const int all = static_cast<int>(week.size());
    lay_all(week, counts, {counts.planned, all, all}, today);
    if (whole.from == part.from && whole.to == part.to) return week;
    auto inside = open_days(plan, version, days, part.from, part.to);
    const auto was_kept = [](const std::vector<OpenDay>& some) {
        return static_cast<int>(
            std::ranges::count_if(some, [](const OpenDay& day) { return day.totals.kept > 0; }));
    };
    const int outside = was_kept(week) - was_kept(inside);
    const Room room{std::max(counts.planned - outside, 0),
                    number_of(week, OccurrenceStatus::missed),
                    number_of(week, OccurrenceStatus::pending)};
    lay_all(inside, counts_of(version.rule.n, inside), room, today);
    return inside;
}

/// Occurrences of a week, or a part of it, under `k per week`.
std::vector<Occurrence> of_open_week(const DayPlan& plan, const Stretch& part,
                                     std::span<const DayTotals> days, Day today) {
    using enum OccurrenceStatus;
    const std::string& slot = part.version->rule.slots.front().name;
    std::vector<Occurrence> all;
    for (const auto& day : laid_week(plan, part, days, today)) {
        Occurrence occurrence{day.totals.local_day, slot, day.status.value_or(rest), std::nullopt};
        if (day.status == excused || day.status == paused) occurrence.reason = day.excuse->reason;
        int extras = day.totals.kept;
        if (day.status == kept) --extras;
        if (!day.status) occurrence.slot.clear();
        if (day.status || extras == 0) all.push_back(std::move(occurrence));
        for (; extras > 0; --extras) all.push_back({day.totals.local_day, "", extra, std::nullopt});
    }
    return all;
}

}  // namespace

std::vector<Occurrence> occurrences(const DayPlan& plan, std::span<const DayTotals> days, Day from,
                                    Day to, Day today) {
    std::vector<Occurrence> all;
    for (const auto& stretch : stretches(plan, from, to)) {
        if (stretch.version->rule.cadence == Cadence::per_week) {
            append(all, of_open_week(plan, stretch, days, today));
            continue;
        }
        for (const auto& day : totals_from(days, stretch.from, stretch.to)) {
            append(all, of_day(plan, *stretch.version, day, today));
        }
    }
    return all;
}

std::vector<Day> suggested_days(const DayPlan& plan, const PlanVersion& version,
                                std::span<const Day> week) {
    const std::string& slot = version.rule.slots.front().name;
    std::vector<OpenDay> all;
    std::vector<Day> open;
    for (const Day day : week) {
        all.push_back({DayTotals{.local_day = day}, excuse_of(plan, day, slot), std::nullopt});
        if (all.back().excuse == nullptr) open.push_back(day);
    }
    const int wanted = counts_of(version.rule.n, all).left();
    const int days = static_cast<int>(open.size());
    std::vector<Day> suggested;
    for (int elapsed = 1; elapsed <= days; ++elapsed) {
        const int due = (wanted * elapsed + days - 1) / days;
        if (due > static_cast<int>(suggested.size())) {
            suggested.push_back(open.at(static_cast<std::size_t>(elapsed - 1)));
        }
    }
    return suggested;
}

}  // namespace hipflow::schedule
