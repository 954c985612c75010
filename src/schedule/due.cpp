// SPDX-License-Identifier: MIT
#include "schedule/due.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "schedule/occurrence.h"

namespace hipflow::schedule {
namespace {

using std::chrono::days;

std::vector<Day> days_of(const Stretch& stretch) {
    std::vector<Day> all;
    for (Day day = stretch.from; day <= stretch.to; day += days(1)) all.push_back(day);
    return all;
}

/// Days of the stretch on which something is planned and not excused.
std::vector<Day> planned_in(const DayPlan& plan, const Stretch& stretch) {
    auto all = days_of(stretch);
    const PlanVersion& version = *stretch.version;
    if (version.rule.cadence == Cadence::per_week) return suggested_days(plan, version, all);
    std::erase_if(all, [&](Day day) {
        const bool planned = plans(version.rule, version.valid_from, day);
        return !planned || std::ranges::all_of(version.rule.slots, [&](const Slot& slot) {
            return excuse_of(plan, day, slot.name) != nullptr;
        });
    });
    return all;
}

int kept_days(std::span<const DayTotals> totals, Day from, Day to) {
    return static_cast<int>(std::ranges::count_if(totals, [&](const DayTotals& day) {
        return from <= day.local_day && day.local_day <= to && day.kept > 0;
    }));
}

/// Returns whether `k per week` asks for a session on that day, given the days kept earlier in the
/// week.
bool pace_asks(const DayPlan& plan, std::span<const DayTotals> totals, Day day) {
    const Stretch stretch = whole_stretch(plan, day);
    if (stretch.version == nullptr) return false;
    const auto week = days_of(stretch);
    const auto suggested = suggested_days(plan, *stretch.version, week);
    const auto wanted =
        std::ranges::count_if(suggested, [&](const Day other) { return other <= day; });
    return kept_days(totals, stretch.from, day - days(1)) < wanted;
}

Instant due_at(const Slot& slot, Day day, const ReminderRules& rules, const ClockTime& clock_time) {
    const Millis time = slot.time.value_or(rules.untimed_at);
    // A time before the day begins is on the calendar's next day.
    return clock_time(time < rules.day_starts ? day + days(1) : day, time);
}

Millis clock_of(const Stamp& now) {
    const auto local = now.at.time_since_epoch() + now.utc_offset;
    return local - std::chrono::floor<days>(local);
}

/// Verdict on an item that would be due otherwise; `time` is the one that was named for it.
DueVerdict held_back(const DueItem& item, const std::optional<Millis>& time, const DueFacts& facts,
                     const ReminderRules& rules) {
    if (facts.snoozed_until && facts.now.at < *facts.snoozed_until) return DueVerdict::snoozed;
    const auto is_quiet = [&](Millis clock) { return rules.quiet && rules.quiet->hold(clock); };
    const bool asked_for = time && is_quiet(*time);
    if (is_quiet(clock_of(facts.now)) && !asked_for) return DueVerdict::quiet;
    return facts.told.contains(item.key(rules.most_times)) ? DueVerdict::told : DueVerdict::due;
}

DueVerdict verdict_of(const DueItem& item, const std::optional<Millis>& time, const DayPlan& plan,
                      const DueFacts& facts, const ReminderRules& rules) {
    if (const Excuse* excuse = excuse_of(plan, item.day, item.slot)) {
        return excuse->kind == ExcuseKind::paused ? DueVerdict::paused : DueVerdict::excused;
    }
    if (facts.now.at < item.due) return DueVerdict::not_yet;
    const bool stale =
        time ? facts.now.at > item.due + rules.grace : item.day < facts.now.local_day;
    return stale ? DueVerdict::too_late : held_back(item, time, facts, rules);
}

/// The slot of the session's day nearest to it in time that no other session fulfils, of those that
/// are not excused if there is one; null if none is left. As occurrences() has it.
DueItem* nearest_open(std::vector<DueItem>& items, const DoneSession& session) {
    const auto away = [&](const DueItem& item) {
        const bool is_excused =
            item.verdict == DueVerdict::excused || item.verdict == DueVerdict::paused;
        return std::pair(is_excused, std::chrono::abs(item.due - session.started));
    };
    DueItem* nearest = nullptr;
    for (auto& item : items) {
        const bool taken = item.verdict == DueVerdict::done || item.verdict == DueVerdict::going_on;
        if (item.day != session.day || taken) continue;
        if (nearest == nullptr || away(item) < away(*nearest)) nearest = &item;
    }
    return nearest;
}

/// Lets each session fulfil the nearest open slot of its day.
void strike_done(std::vector<DueItem>& items, std::span<const DoneSession> sessions) {
    for (const auto& session : sessions) {
        DueItem* const nearest = nearest_open(items, session);
        if (nearest == nullptr) continue;
        nearest->verdict = session.going_on ? DueVerdict::going_on : DueVerdict::done;
    }
}

/// Does the plan have a session on that day? Of `k per week` an excused day is told as well:
/// without the excuse it may have had one.
bool may_ask(const DayPlan& plan, const PlanVersion& version, const DueFacts& facts, Day day) {
    if (version.rule.cadence != Cadence::per_week) {
        return plans(version.rule, version.valid_from, day);
    }
    return excuse_of(plan, day, version.rule.slots.front().name) != nullptr ||
           pace_asks(plan, facts.days, day);
}

/// Slots of yesterday and today.
std::vector<DueItem> sessions_due(const DayPlan& plan, const DueFacts& facts,
                                  const ReminderRules& rules, const ClockTime& clock_time) {
    const Day today = facts.now.local_day;
    std::vector<DueItem> items;
    for (const Day day : {today - days(1), today}) {
        const PlanVersion* version = version_in_force(plan, day);
        if (version == nullptr || !may_ask(plan, *version, facts, day)) continue;
        for (const auto& slot : version->rule.slots) {
            DueItem item{DueKind::session, day,
                         slot.name,        due_at(slot, day, rules, clock_time),
                         DueVerdict::due,  plan.routine};
            item.verdict = verdict_of(item, slot.time, plan, facts, rules);
            items.push_back(std::move(item));
        }
    }
    strike_done(items, facts.sessions);
    return items;
}

bool of_the_past(const DueItem& item, Day today) {
    return item.day < today && item.verdict != DueVerdict::due && item.verdict != DueVerdict::told;
}

}  // namespace

bool QuietHours::hold(Millis clock) const {
    if (from <= to) return from <= clock && clock < to;
    return from <= clock || clock < to;
}

std::string DueItem::key(int time) const {
    std::string text = fmt::format("{} {}", word(kind), format_day(day));
    if (!slot.empty()) text += ' ' + slot;
    if (routine) text += ' ' + *routine;
    if (time > 1) text += fmt::format(" #{}", time);
    return text;
}

std::vector<DueItem> due_items(const DayPlan& plan, const DueFacts& facts,
                               const ReminderRules& rules, const ClockTime& clock_time) {
    const Day today = facts.now.local_day;
    const PlanVersion* version = version_in_force(plan, today);
    if (version == nullptr || version->rule.cadence == Cadence::none) return {};
    std::vector<DueItem> items;
    if (facts.morning_owed) {
        DueItem morning{DueKind::morning, *facts.morning_owed, "",
                        clock_time(today, rules.day_starts), DueVerdict::due};
        morning.verdict = held_back(morning, std::nullopt, facts, rules);
        items.push_back(std::move(morning));
    }
    auto sessions = sessions_due(plan, facts, rules, clock_time);
    std::erase_if(sessions, [&](const DueItem& item) { return of_the_past(item, today); });
    std::ranges::sort(sessions, {}, &DueItem::due);
    std::ranges::move(sessions, std::back_inserter(items));
    return items;
}

std::vector<Day> planned_days(const DayPlan& plan, Day from, Day to) {
    std::vector<Day> found;
    // Each week whole, on whatever day it begins.
    for (const auto& stretch : stretches(plan, from - days(6), to + days(6))) {
        for (const Day day : planned_in(plan, stretch)) {
            if (from <= day && day <= to) found.push_back(day);
        }
    }
    return found;
}

namespace {

/// Those of one week, or a part of it, under `k per week`.
std::vector<Day> asked_in_week(const DayPlan& plan, const Stretch& stretch,
                               std::span<const DayTotals> totals, Day from) {
    const auto week = days_of(stretch);
    const auto suggested = suggested_days(plan, *stretch.version, week);
    const std::string& slot = stretch.version->rule.slots.front().name;
    std::vector<Day> asked;
    int kept = 0;  // or asked for, and so to be kept
    for (const Day day : week) {
        const bool is_kept = kept_days(totals, day, day) > 0;
        const auto wanted =
            std::ranges::count_if(suggested, [&](const Day other) { return other <= day; });
        const bool asks =
            day >= from && !is_kept && kept < wanted && excuse_of(plan, day, slot) == nullptr;
        if (asks) asked.push_back(day);
        if (asks || is_kept) ++kept;
    }
    return asked;
}

}  // namespace

std::vector<Day> days_asked(const DayPlan& plan, std::span<const DayTotals> totals, Day from,
                            Day to) {
    std::vector<Day> found;
    for (const auto& stretch : stretches(plan, from - days(6), to + days(6))) {
        const bool any_day = stretch.version->rule.cadence == Cadence::per_week;
        const auto asked =
            any_day ? asked_in_week(plan, stretch, totals, from) : planned_in(plan, stretch);
        for (const Day day : asked) {
            if (from <= day && day <= to) found.push_back(day);
        }
    }
    return found;
}

}  // namespace hipflow::schedule
