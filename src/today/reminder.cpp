// SPDX-License-Identifier: MIT
#include "today/reminder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "catalog/bundled.h"
#include "platform/clock.h"
#include "platform/lock.h"
#include "text/utf8.h"
#include "today/enrolment.h"
#include "today/hearing.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/plans.h"
#include "today/routine_source.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

constexpr auto longest_session = std::chrono::hours(4);  // then it is over
constexpr int longest_trouble = 400;                     // columns

schedule::ReminderRules rules_of(const Settings& settings) {
    schedule::ReminderRules rules;
    rules.grace = settings.remind.grace;
    rules.untimed_at = settings.remind.at;
    rules.day_starts = settings.day_starts;
    rules.quiet = quiet_hours(settings);
    return rules;
}

/// A session that keeps plans, or may yet.
struct BegunSession {
    SessionWork work;
    schedule::DoneSession done;
};

std::vector<BegunSession> begun_since(const catalog::Library& library, const store::Store& store,
                                      Day since, Instant now) {
    std::vector<BegunSession> begun;
    for (const auto& session : store.sessions({.since = since})) {
        const bool going_on = session.status == SessionStatus::in_progress &&
                              now - session.started.at < longest_session;
        if (!going_on && !kept(session)) continue;
        SessionWork work;
        work.local_day = session.started.local_day;
        work.routine = library.renamed(session.routine).value_or(session.routine);
        work.counts = session.counts;
        work.of_program = session.program.has_value();
        begun.push_back(
            {std::move(work), {session.started.local_day, session.started.at, going_on}});
    }
    return begun;
}

/// What may be due of all plans, in the order of time. `facts` are those that the plans share.
std::vector<schedule::DueItem> items_of(std::span<const schedule::DayPlan> plans,
                                        std::span<const SessionWork> work,
                                        std::span<const BegunSession> begun,
                                        schedule::DueFacts facts,
                                        const schedule::ReminderRules& rules) {
    std::vector<schedule::DueItem> items;
    for (const auto& plan : plans) {
        facts.days = schedule::days_of(plan, plans, work);
        facts.sessions.clear();
        for (const auto& session : begun) {
            if (schedule::belongs(session.work, plan, plans)) {
                facts.sessions.push_back(session.done);
            }
        }
        auto more = schedule::due_items(plan, facts, rules, platform::local_instant_or_next);
        if (!more.empty()) facts.morning_owed.reset();  // mentioned with the first of the plans
        std::ranges::move(more, std::back_inserter(items));
    }
    std::ranges::stable_sort(items, {}, &schedule::DueItem::due);
    return items;
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
    std::string text = with_length({item.name, item.total});
    if (item.slot.empty()) {
        text += " is planned for today";
    } else {
        text +=
            fmt::format(" is due since {}", format_time_of_day(item.due.at, item.due.utc_offset));
    }
    if (!item.trouble.empty()) {
        return text + fmt::format(", but it cannot start: {}. See: hipflow routine check {}",
                                  item.trouble, item.name);
    }
    text += '.';
    if (reminder.shortest && !item.by_name) {
        text += fmt::format(" Short of time: {}.", with_length(*reminder.shortest));
    }
    text += " To start: hipflow start";
    return item.by_name ? text + ' ' + item.name : text;
}

/// The sessions of the plan without a name are of `of_day`.
std::vector<DueNow> due_now(Desk& desk, const Reminder& reminder, const RoutineLength& of_day) {
    std::vector<DueNow> due;
    for (const auto& item : reminder.items) {
        if (!is_due(item)) continue;
        const auto late = std::chrono::floor<std::chrono::minutes>(reminder.now.at - item.due);
        DueNow now{item.kind,   item.key(), "morning score",
                   item.day,    item.slot,  OffsetInstant{item.due, platform::utc_offset(item.due)},
                   late.count()};
        if (item.kind == schedule::DueKind::session) {
            const RoutineLength length = item.routine ? length_of(desk, *item.routine) : of_day;
            now.name = length.routine;
            now.by_name = item.routine.has_value();
            now.total = length.total;
            now.trouble = length.trouble;
        }
        due.push_back(std::move(now));
    }
    return due;
}

}  // namespace

std::optional<schedule::QuietHours> quiet_hours(const Settings& settings) {
    const auto& [from, to] = std::pair(settings.remind.quiet_from, settings.remind.quiet_to);
    if (from == to) return std::nullopt;
    return schedule::QuietHours{from, to};
}

RoutineLength length_of(Desk& desk, const std::string& routine) {
    const catalog::Library& library = desk.library();
    const catalog::RoutineDigest* digest = catalog::find_digest(routine);
    const bool as_shipped = library.is_as_shipped() && sounds_as_usual(desk.settings());
    if (digest != nullptr && as_shipped) {
        return {routine, Millis(digest->total_ms), "", std::string(digest->name)};
    }
    try {
        const catalog::RoutineFile source = find_routine(library, routine);
        const Prescription session = prescription_of(library, desk.settings(), source,
                                                     {Gate::none, std::nullopt, person_of(desk)});
        return {routine, timeline_of(library, desk.settings(), source, session).total, "",
                source.routine.name};
    } catch (const FileError& error) {
        return {routine, std::nullopt, shown(error.faults().front().text(), longest_trouble),
                routine};
    } catch (const Error& error) {
        return {routine, std::nullopt, shown(error.what(), longest_trouble), routine};
    }
}

std::optional<Reminder> look_for_reminder(Desk& desk, std::optional<int> most_times) {
    const store::Store* history = desk.history();
    if (history == nullptr) return std::nullopt;
    const store::Store& store = *history;
    const catalog::Library& library = desk.library();
    const Settings& settings = desk.settings();
    Reminder reminder;
    reminder.now = desk.now();
    const Day today = reminder.now.local_day;
    const Day since = today - days(7);  // any week that holds yesterday
    const auto plans = all_plans(library, store, settings.week_starts, since);
    if (plans.empty()) return std::nullopt;
    schedule::DueFacts facts;
    facts.now = reminder.now;
    facts.morning_owed = morning_owed(store, reminder.now);
    facts.snoozed_until = store.snoozed_until();
    schedule::ReminderRules rules = rules_of(settings);
    if (most_times) {
        facts.told = store.reminders_sent();
        rules.most_times = *most_times;
    }
    reminder.items =
        items_of(plans, plan_work(library, store, {.since = since, .until = today}),
                 begun_since(library, store, today - days(1), reminder.now.at), facts, rules);
    withhold_sessions(reminder, store, settings.pain);
    const auto first = std::ranges::find_if(reminder.items, is_due_session);
    RoutineLength of_day;
    const bool any_unnamed = std::ranges::any_of(
        reminder.items, [](const auto& item) { return is_due_session(item) && !item.routine; });
    if (any_unnamed) {
        const ChosenRoutine chosen = choose_routine(desk, "", today);
        reminder.left_aside = chosen.left_aside;
        of_day = length_of(desk, chosen.name);
        reminder.shortest = shortest_below(desk, of_day);
    }
    if (first != reminder.items.end()) {
        const auto& alone = first->routine;
        reminder.today = alone ? length_of(desk, *alone) : of_day;
    }
    reminder.due = due_now(desk, reminder, of_day);
    return reminder;
}

ScheduleCalendar schedule_calendar(Desk& desk) {
    constexpr auto usual_length = std::chrono::minutes(10);
    const store::Store* store = desk.history();
    ScheduleCalendar calendar;
    const auto add = [&](std::vector<ScheduleVersion> versions, const std::string& routine) {
        RoutineLength length = length_of(desk, routine);
        calendar.plans.push_back(
            {std::move(versions), std::move(length.title), length.total.value_or(usual_length)});
    };
    if (store != nullptr) {
        if (auto versions = store->schedules(); !versions.empty()) {
            add(std::move(versions), desk.settings().routine);
        }
        for (auto& [routine, versions] : routine_plans(desk.library(), *store)) {
            add(std::move(versions), routine);
        }
    }
    if (calendar.plans.empty()) throw Error(std::string(no_plan_yet), ExitCode::nothing);
    calendar.excuses = store->excuses(Day{});
    calendar.changes = store->plan_changes();
    return calendar;
}

bool tell(Desk& desk, int most_times, const std::function<std::string(const Reminder&)>& deliver) {
    store::Store* history = desk.history();
    if (history == nullptr) return false;
    const auto lock = platform::FileLock::take(platform::reminder_lock(desk.database().path));
    if (!lock) return false;
    const auto reminder = look_for_reminder(desk, most_times);
    if (!reminder || reminder->due.empty()) return false;
    const std::string channel = deliver(*reminder);
    const auto told = history->reminders_sent();
    std::vector<std::string> keys;
    for (const auto& item : reminder->items) {
        if (!is_due(item)) continue;
        int time = 1;
        while (told.contains(item.key(time))) ++time;
        keys.push_back(item.key(time));
    }
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
