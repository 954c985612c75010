// SPDX-License-Identifier: MIT
#include "today/reminder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "catalog/bundled.h"
#include "platform/clock.h"
#include "platform/lock.h"
#include "today/enrolment.h"
#include "today/hearing.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

constexpr auto longest_session = std::chrono::hours(4);  // then it is over

schedule::ReminderRules rules_of(const Settings& settings) {
    schedule::ReminderRules rules;
    rules.grace = settings.remind.grace;
    rules.untimed_at = settings.remind.at;
    rules.day_starts = settings.day_starts;
    if (settings.remind.quiet_from != settings.remind.quiet_to) {
        rules.quiet = schedule::QuietHours{settings.remind.quiet_from, settings.remind.quiet_to};
    }
    return rules;
}

std::vector<schedule::DoneSession> done_since(const store::Store& store, Day since, Instant now) {
    std::vector<schedule::DoneSession> done;
    for (const auto& session : store.sessions({.since = since})) {
        const bool going_on = session.status == SessionStatus::in_progress &&
                              now - session.started.at < longest_session;
        if (!session.counts || (!going_on && !kept(session))) continue;
        done.push_back({session.started.local_day, session.started.at, going_on});
    }
    return done;
}

std::optional<RoutineLength> shortest_below(Desk& desk, const RoutineLength& today) {
    const catalog::RoutineDigest* shortest = nullptr;
    for (const auto& digest : catalog::bundled_digests()) {
        if (!digest.counts) continue;
        if (shortest == nullptr || digest.total_ms < shortest->total_ms) shortest = &digest;
    }
    if (shortest == nullptr || shortest->id == today.routine) return std::nullopt;
    RoutineLength length = length_of(desk, std::string(shortest->id));
    if (today.total && length.total && *today.total <= *length.total) return std::nullopt;
    return length;
}

bool is_due(const schedule::DueItem& item) { return item.verdict == schedule::DueVerdict::due; }

bool is_due_session(const schedule::DueItem& item) {
    return is_due(item) && item.kind == schedule::DueKind::session;
}

/// Nobody is reminded to move who is first to have a sign looked at, or told of nine or ten today.
void withhold_sessions(Reminder& reminder, const store::Store& store, const PainThresholds& pain) {
    if (std::ranges::none_of(reminder.items, is_due)) return;  // spares the reading
    if (!speaks_against_today(store, reminder.now.local_day, pain)) return;
    for (auto& item : reminder.items) {
        if (is_due_session(item)) item.verdict = schedule::DueVerdict::no_session;
    }
}

std::string with_length(const RoutineLength& length) {
    if (!length.total) return length.routine;
    const auto rounded = std::chrono::ceil<std::chrono::minutes>(*length.total);
    return fmt::format("{} ({} min)", length.routine, rounded.count());
}

std::string sentence_of(const Reminder& reminder, const DueNow& item) {
    if (item.kind == schedule::DueKind::morning) {
        return fmt::format("The morning score after {} is owed: hipflow log morning 0-10.",
                           format_day(item.day));
    }
    std::string text = with_length(reminder.today);
    if (item.slot.empty()) {
        text += " is planned for today.";
    } else {
        text +=
            fmt::format(" is due since {}.", format_time_of_day(item.due.at, item.due.utc_offset));
    }
    if (reminder.shortest) {
        text += fmt::format(" Short of time: {}.", with_length(*reminder.shortest));
    }
    return text + " To start: hipflow start";
}

std::vector<DueNow> due_now(const Reminder& reminder) {
    std::vector<DueNow> due;
    for (const auto& item : reminder.items) {
        if (!is_due(item)) continue;
        const auto late = std::chrono::floor<std::chrono::minutes>(reminder.now.at - item.due);
        due.push_back(
            {item.kind, item.key(),
             item.kind == schedule::DueKind::morning ? "morning score" : reminder.today.routine,
             item.day, item.slot, OffsetInstant{item.due, platform::utc_offset(item.due)},
             late.count()});
    }
    return due;
}

}  // namespace

RoutineLength length_of(Desk& desk, const std::string& routine) {
    const catalog::Library& library = desk.library();
    const catalog::RoutineDigest* digest = catalog::find_digest(routine);
    const bool as_shipped = library.is_as_shipped() && sounds_as_usual(desk.settings());
    if (digest != nullptr && as_shipped) return {routine, Millis(digest->total_ms)};
    try {
        const catalog::RoutineFile source = find_routine(library, routine);
        const Prescription session = prescription_of(library, desk.settings(), source,
                                                     {Gate::none, std::nullopt, person_of(desk)});
        return {routine, timeline_of(library, desk.settings(), source, session).total};
    } catch (const Error&) {
        return {routine, std::nullopt};  // what is wrong with it, 'start' says
    }
}

std::optional<Reminder> look_for_reminder(Desk& desk, bool told) {
    const store::Store* history = desk.history();
    if (history == nullptr) return std::nullopt;
    const store::Store& store = *history;
    auto versions = store.schedules();
    if (versions.empty()) return std::nullopt;
    const Settings& settings = desk.settings();
    Reminder reminder;
    reminder.now = desk.now();
    const Day today = reminder.now.local_day;
    const Day since = week_of(today - days(1), settings.week_starts);
    const schedule::DayPlan plan =
        schedule::plan_of(std::move(versions), store.excuses(since), settings.week_starts);
    schedule::DueFacts facts;
    facts.now = reminder.now;
    facts.days = store.day_totals({.since = since, .until = today});
    facts.sessions = done_since(store, today - days(1), reminder.now.at);
    facts.morning_owed = morning_owed(store, reminder.now);
    facts.snoozed_until = store.snoozed_until();
    if (told) facts.told = store.reminders_sent();
    reminder.items =
        schedule::due_items(plan, facts, rules_of(settings), platform::local_instant_or_next);
    withhold_sessions(reminder, store, settings.pain);
    if (std::ranges::none_of(reminder.items, is_due)) return reminder;
    if (std::ranges::any_of(reminder.items, is_due_session)) {
        const ChosenRoutine chosen = choose_routine(desk, "", today);
        reminder.left_aside = chosen.left_aside;
        reminder.today = length_of(desk, chosen.name);
        reminder.shortest = shortest_below(desk, reminder.today);
    }
    reminder.due = due_now(reminder);
    return reminder;
}

ScheduleCalendar schedule_calendar(Desk& desk) {
    constexpr auto usual_length = std::chrono::minutes(10);
    const store::Store* store = desk.history();
    auto versions = store != nullptr ? store->schedules() : std::vector<ScheduleVersion>{};
    if (versions.empty()) {
        throw Error("there is no schedule yet. 'hipflow schedule set mon,wed,fri' makes one.",
                    ExitCode::nothing);
    }
    RoutineLength length = length_of(desk, desk.settings().routine);
    return {std::move(versions), store->excuses(Day{}), std::move(length.routine),
            length.total.value_or(usual_length)};
}

bool tell_once(Desk& desk, const std::function<std::string(const Reminder&)>& deliver) {
    store::Store* history = desk.history();
    if (history == nullptr) return false;
    const auto lock = platform::FileLock::take(platform::reminder_lock(desk.database().path));
    if (!lock) return false;
    const auto reminder = look_for_reminder(desk, true);
    if (!reminder || reminder->due.empty()) return false;
    const std::string channel = deliver(*reminder);
    std::vector<std::string> keys;
    keys.reserve(reminder->due.size());
    for (const auto& item : reminder->due) keys.push_back(item.key);
    history->remember_reminders(keys, channel, reminder->now.at);
    return true;
}

std::string reminder_sentence(const Reminder& reminder) {
    const auto& due = reminder.due;
    if (due.empty()) return "";
    std::string text = sentence_of(reminder, due.front());
    if (due.size() > 1) text += fmt::format(" (and {} more: hipflow)", due.size() - 1);
    return text;
}

}  // namespace hipflow::today
