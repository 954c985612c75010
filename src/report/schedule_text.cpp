// SPDX-License-Identifier: MIT
#include "report/schedule_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <vector>

#include "domain/error.h"
#include "domain/names.h"
#include "report/stats_words.h"
#include "schedule/due.h"
#include "schedule/occurrence.h"
#include "text/layout.h"
#include "text/utf8.h"
#include "today/schedule_changes.h"

namespace hipflow::report {
namespace {

std::string paused_line(const schedule::DayPlan& plan, Day today) {
    const auto words = paused_words(plan, today);
    return words ? fmt::format("Paused    {}\n", *words) : "";
}

std::string rule_words(const schedule::PlanVersion& version) {
    if (version.unreadable.empty()) return version.text();
    return fmt::format("'{}', which cannot be read", shown(version.unreadable));
}

std::string rule_lines(const schedule::ScheduleState& state) {
    std::string text;
    if (const schedule::PlanVersion* version =
            schedule::version_in_force(state.plan, state.today)) {
        text += fmt::format("Schedule  {}, since {}{}\n", rule_words(*version),
                            format_day(version->valid_from),
                            version->source == ScheduleSource::program ? ", by the program" : "");
    }
    for (const auto& version : state.plan.versions) {
        if (version.valid_from <= state.today) continue;
        text += fmt::format("{}{}, from {} on\n", text.empty() ? "Schedule  " : "          ",
                            rule_words(version), format_day(version.valid_from));
    }
    return text;
}

std::string minutes_of(const std::optional<Millis>& total) {
    if (!total) return "";
    return fmt::format("{}", std::chrono::ceil<std::chrono::minutes>(*total).count());
}

/// The value of each name in --format.
std::map<std::string_view, std::string> values_of(const today::Reminder& reminder) {
    const today::DueNow& first = reminder.due.front();
    const auto shortest = !first.by_name && reminder.shortest
                              ? *reminder.shortest
                              : today::RoutineLength{first.name, first.session.total};
    return {
        {"count", fmt::format("{}", reminder.due.size())},
        {"name", first.name},
        {"slot", first.slot},
        {"due", format_time_of_day(first.due.at, first.due.utc_offset)},
        {"late", fmt::format("{}", first.minutes_late)},
        {"minutes", minutes_of(first.session.total)},
        {"shortest", shortest.routine},
        {"shortest_minutes", minutes_of(shortest.total)},
    };
}

std::string verdict_words(const schedule::DueItem& item, const UtcOffset& utc_offset) {
    const auto due = format_time_of_day(item.due, utc_offset(item.due));
    switch (item.verdict) {
        case schedule::DueVerdict::due:
            return fmt::format("due since {}", due);
        case schedule::DueVerdict::not_yet:
            return fmt::format("not yet, at {}", due);
        case schedule::DueVerdict::done:
            return "done";
        case schedule::DueVerdict::going_on:
            return "a session is going on";
        case schedule::DueVerdict::excused:
            return "excused";
        case schedule::DueVerdict::paused:
            return "the schedule is paused";
        case schedule::DueVerdict::too_late:
            return fmt::format("was due at {}, which is too long ago to be mentioned", due);
        case schedule::DueVerdict::quiet:
            return "quiet hours";
        case schedule::DueVerdict::snoozed:
            return "snoozed";
        case schedule::DueVerdict::told:
            return "announced already";
        case schedule::DueVerdict::no_session:
            return "no session: a sign is to be looked at first, or pain was nine or ten today";
    }
    return "";
}

}  // namespace

namespace {

constexpr int schedule_label_columns = 10;
constexpr std::string_view still_open = ", still open";

/// Breaks long lines beside their labels.
std::string fitted(std::string_view text, int columns) {
    std::string lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() + 1);
        lines += labelled(line.substr(0, schedule_label_columns),
                          line.substr(schedule_label_columns), columns);
    }
    return lines;
}

/// "07:30", "skipped (travel)", "done".
std::string occurrence_words(const schedule::Occurrence& one) {
    using enum schedule::OccurrenceStatus;
    const std::string slot = one.slot.empty() ? "" : one.slot + ' ';
    switch (one.status) {
        case kept:
            return slot + "done";
        case partial:
            return slot + "done in part";
        case missed:
            return slot + "missed";
        case excused:
            return one.reason ? fmt::format("{}skipped ({})", slot, word(*one.reason))
                              : slot + "skipped";
        case paused:
            return slot + "paused";
        case pending:
            return one.slot.empty() ? "planned" : one.slot;
        case extra:
            return "done, beside the plan";
        case rest:
            break;
    }
    return "-";
}

/// Of a number per week: does the plan ask for a session on that day? Nothing is asked before the
/// next one.
bool suggests(const schedule::ScheduleState& state, Day day) {
    if (state.next && day < *state.next) return false;
    const auto asked = schedule::days_asked(state.plan, state.days, state.today, day);
    return !asked.empty() && asked.back() == day;
}

/// Of a number per week: a day that is left out, whether or not that takes a session away; empty
/// where it is not.
std::string excuse_words(const schedule::DayPlan& plan, const schedule::PlanVersion& version,
                         Day day) {
    const std::string& slot = version.rule.slots.front().name;
    const Excuse* excuse = schedule::excuse_of(plan, day, slot);
    if (excuse == nullptr) return "";
    const bool paused = excuse->kind == ExcuseKind::paused;
    return occurrence_words(
        {day, slot,
         paused ? schedule::OccurrenceStatus::paused : schedule::OccurrenceStatus::excused,
         excuse->reason});
}

/// What a day has. Of a number per week any day will do: the suggested ones are named.
std::string plan_words(const schedule::ScheduleState& state, Day day,
                       std::span<const schedule::Occurrence> all) {
    const schedule::PlanVersion* version = schedule::version_in_force(state.plan, day);
    const bool any_day = version != nullptr && version->rule.cadence == schedule::Cadence::per_week;
    std::string text;
    for (const auto& one : all) {
        if (one.day != day) continue;
        const bool open = one.status == schedule::OccurrenceStatus::pending ||
                          one.status == schedule::OccurrenceStatus::rest;
        if (any_day && open) continue;
        text += (text.empty() ? "" : ", ") + occurrence_words(one);
    }
    if (!text.empty()) return text;
    if (any_day) text = excuse_words(state.plan, *version, day);
    if (!text.empty()) return text;
    return any_day && suggests(state, day) ? "suggested" : "-";
}

/// What the plans have on a day; with several, each is named.
std::string day_words(std::span<const schedule::ScheduleState> plans,
                      std::span<const std::vector<schedule::Occurrence>> occurrences, Day day) {
    if (plans.size() == 1) return plan_words(plans.front(), day, occurrences.front());
    std::string text;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const std::string words = plan_words(plans[i], day, occurrences[i]);
        if (words == "-") continue;
        if (!text.empty()) text += "; ";
        const auto& routine = plans[i].plan.routine;
        text += routine ? *routine + ' ' + words : words;
    }
    return text.empty() ? "-" : text;
}

/// The occurrences of these days, and of those around them that make their weeks whole: a week with
/// a number of sessions is laid as one.
std::vector<schedule::Occurrence> with_whole_weeks(const schedule::ScheduleState& state, Day from,
                                                   Day to) {
    const auto first = schedule::whole_stretch(state.plan, from);
    const auto last = schedule::whole_stretch(state.plan, to);
    return schedule::occurrences(state.plan, state.days,
                                 first.version != nullptr ? first.from : from,
                                 last.version != nullptr ? last.to : to, state.today);
}

/// The next seven days, a line each.
std::string coming_days(std::span<const schedule::ScheduleState> plans, const Style& style) {
    constexpr int shown_days = 7;
    const Day today = plans.front().today;
    const Day last = today + std::chrono::days(shown_days - 1);
    std::vector<std::vector<schedule::Occurrence>> all;
    all.reserve(plans.size());
    for (const auto& state : plans) {
        all.push_back(with_whole_weeks(state, today, last));
    }
    std::string text;
    for (Day day = today; day <= last; day += std::chrono::days(1)) {
        const std::string name =
            fmt::format("{} {:>6}", short_weekday(std::chrono::weekday(day)), short_day(day));
        text += labelled(padded(name, schedule_label_columns + 2), day_words(plans, all, day),
                         style.columns);
    }
    return text;
}

/// "07:30, 13:00 and 18:00"; a time at night stands beside its date: "01:30 (16 Jun)".
std::string listed(std::span<const schedule::Slot> slots, const schedule::ScheduleState& state) {
    std::string text;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (i > 0) text += i + 1 == slots.size() ? " and " : ", ";
        text += slots[i].name;
        const auto time = schedule::time_in_day(state.plan, slots[i]);
        if (state.next && time >= std::chrono::days(1)) {
            text += fmt::format(" ({})", short_day(*state.next + std::chrono::days(1)));
        }
    }
    return text;
}

/// The rule of a plan, what comes next, and how it was kept.
std::string plan_lines(const schedule::ScheduleState& state, const ScheduleView& view) {
    std::string text = rule_lines(state);
    if (const schedule::PlanVersion* version =
            schedule::version_in_force(state.plan, state.today)) {
        const std::string note = quiet_note(version->rule, view.quiet);
        if (!note.empty()) text += fmt::format("          {}\n", note);
    }
    if (const auto next = next_words(state, view.now)) {
        text += fmt::format("{}      {}\n", next->ends_with(still_open) ? "Due " : "Next", *next);
    }
    text += fmt::format("Plan      {}\n", adherence_words(state.adherence));
    if (state.weeks.weeks > 0) {
        text += fmt::format("          {} of {} on plan\n", state.weeks.on_plan,
                            plural(state.weeks.weeks, "week"));
    }
    const auto misses = misses_words(state.adherence, state.next, state.today);
    if (!misses.empty()) text += fmt::format("          {}\n", misses);
    return text;
}

}  // namespace

std::optional<std::string> paused_words(const schedule::DayPlan& plan, Day today) {
    const Excuse* excuse = schedule::excuse_of(plan, today, "");
    if (excuse == nullptr || excuse->kind != ExcuseKind::paused) return std::nullopt;
    return today::up_to(excuse->to_day);
}

std::optional<std::string> next_words(const schedule::ScheduleState& state, const Stamp& now) {
    if (!state.next) return std::nullopt;
    const std::string day = coming_day(*state.next, state.today);
    std::vector<schedule::Slot> coming = state.next_slots;
    std::vector<schedule::Slot> open;
    if (*state.next == state.today) {
        const Millis clock = since_midnight(now.at, now.utc_offset, state.today);
        const auto passed = std::ranges::stable_partition(coming, [&](const schedule::Slot& slot) {
            const auto time = schedule::time_in_day(state.plan, slot);
            return !time || *time > clock;
        });
        open.assign(passed.begin(), passed.end());
        coming.erase(passed.begin(), passed.end());
    }
    if (coming.empty() && !open.empty()) {
        return fmt::format("{}, {}{}", day, listed(open, state), still_open);
    }
    const std::string text =
        coming.empty() ? day : fmt::format("{}, {}", day, listed(coming, state));
    return open.empty() ? text : fmt::format("{}; still open: {}", text, listed(open, state));
}

std::string quiet_note(const schedule::Rule& rule,
                       const std::optional<schedule::QuietHours>& quiet) {
    std::vector<schedule::Slot> inside;
    for (const auto& slot : rule.slots) {
        if (quiet && slot.time && quiet->hold(*slot.time)) inside.push_back(slot);
    }
    if (inside.empty()) return "";
    return fmt::format("{} {} in the quiet hours; you are reminded all the same.",
                       listed(inside, {}), inside.size() == 1 ? "lies" : "lie");
}

std::string schedule_text(std::span<const schedule::ScheduleState> plans, const ScheduleView& view,
                          const Style& style) {
    std::string text;
    const bool named = plans.size() > 1 || plans.front().plan.routine;
    for (const auto& state : plans) {
        if (!text.empty()) text += '\n';
        if (named) {
            text += state.plan.routine ? *state.plan.routine + '\n'
                                       : std::string("Sessions of any routine\n");
        }
        text += fitted(plan_lines(state, view), style.columns);
    }
    std::string of_all = paused_line(plans.front().plan, plans.front().today);
    if (view.snoozed_until) {
        of_all +=
            fmt::format("Snoozed   until {}\n",
                        format_time_of_day(view.snoozed_until->at, view.snoozed_until->utc_offset));
    }
    return text + fitted(of_all, style.columns) + '\n' + coming_days(plans, style);
}

std::string due_lines(const today::Reminder& reminder) {
    std::string text;
    for (const auto& item : reminder.due) {
        text += fmt::format("{}\t{}\t{}\t{}\n", item.name, item.slot,
                            format_instant(item.due.at, item.due.utc_offset), item.minutes_late);
    }
    return text;
}

std::string due_in_pattern(const today::Reminder& reminder, std::string_view pattern) {
    const auto values = values_of(reminder);
    std::string text;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        text += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        const auto close = pattern.find('}');
        if (close == std::string_view::npos) {
            throw Error(fmt::format("--format: '{}' is not closed. Write '}}' behind the name.",
                                    shown(pattern)));
        }
        const auto name = pattern.substr(1, close - 1);
        const auto value = values.find(name);
        if (value == values.end()) {
            throw Error(
                fmt::format("--format: there is no '{{{}}}'. There are {{count}}, {{name}}, "
                            "{{slot}}, {{due}}, {{late}}, {{minutes}}, {{shortest}} and "
                            "{{shortest_minutes}}.",
                            shown(name)));
        }
        text += value->second;
        pattern.remove_prefix(close + 1);
    }
    return text + '\n';
}

std::string due_explanation(const std::optional<today::Reminder>& reminder,
                            const UtcOffset& utc_offset) {
    if (!reminder) return "There is no schedule, so nothing is due.\n";
    if (reminder->items.empty()) return "Nothing is planned for today.\n";
    std::string text;
    for (const auto& item : reminder->items) {
        text += fmt::format("{}: {}\n", item.key(), verdict_words(item, utc_offset));
    }
    return text;
}

}  // namespace hipflow::report
