// SPDX-License-Identifier: MIT
#include "today/reminder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "platform/clock.h"
#include "platform/lock.h"
#include "text/utf8.h"
#include "today/day_account.h"
#include "today/enrolment.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/plans.h"
#include "today/plans_in_force.h"
#include "today/routine_source.h"
#include "today/signs.h"
#include "today/startable.h"
#include "today/todays_session.h"
#include "today/unnamed_plan.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

constexpr auto longest_session = std::chrono::hours(4);  // then it is over

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
    std::ranges::reverse(begun);  // oldest first: each takes a slot in turn
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

/// The shortest that keeps the plan without a name and can start, unless that of today is as short.
std::optional<RoutineLength> shortest_below(Desk& desk, const RoutineLength& today,
                                            const std::optional<std::string>& shortest) {
    if (!shortest || *shortest == today.routine) return std::nullopt;
    const Startable session = look_at_session(desk, *shortest);
    if (!session.total || (today.total && *today.total <= *session.total)) return std::nullopt;
    return RoutineLength{*shortest, session.total};
}

bool is_due(const schedule::DueItem& item) { return item.verdict == schedule::DueVerdict::due; }

bool is_due_session(const schedule::DueItem& item) {
    return is_due(item) && item.kind == schedule::DueKind::session;
}

/// Nobody is reminded to move who is first to have a sign looked at, was told of nine or ten, or
/// is to rest today.
void withhold_sessions(Desk& desk, Reminder& reminder, const store::Store& store) {
    if (std::ranges::none_of(reminder.items, is_due)) return;  // spares the reading
    const bool none_today =
        speaks_against_today(store, reminder.now.local_day, desk.settings().pain) ||
        rest_today(desk);
    if (!none_today) return;
    for (auto& item : reminder.items) {
        if (is_due_session(item)) item.verdict = schedule::DueVerdict::no_session;
    }
}

/// The routine that is held today: after a bad morning another than the chosen one.
std::string id_of_day(Desk& desk, const ChosenRoutine& chosen) {
    try {
        const RoutineOfDay of_day = routine_of_day(desk, desk.library(), chosen);
        return of_day.source.routine.id;
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        return chosen.name;  // look_at_session() says what is wrong with it
    }
}

constexpr std::string_view no_routine_in_mind = "another routine";

std::string with_length(const RoutineLength& length) {
    if (!length.total) return length.routine;
    const auto rounded = std::chrono::ceil<std::chrono::minutes>(*length.total);
    return fmt::format("{} ({} min)", length.routine, rounded.count());
}

/// What is planned, and since when: "hip-rotation (10 min) is due since 07:30".
std::string due_words(const DueNow& item) {
    const std::string what = item.not_of.empty()
                                 ? with_length({item.name, item.session.total})
                                 : fmt::format("A session of another routine than {}", item.not_of);
    if (item.slot.empty()) return what + " is planned for today";
    return fmt::format("{} is due since {}", what,
                       format_time_of_day(item.due.at, item.due.utc_offset));
}

std::string sentence_of(const Reminder& reminder, const DueNow& item) {
    if (item.kind == schedule::DueKind::morning) {
        return fmt::format("The morning score after {} is owed: hipflow log morning 0-10.",
                           format_day(item.day));
    }
    std::string text = due_words(item);
    const Startable& session = item.session;
    if (!session.trouble.empty()) {
        text += fmt::format(", but it cannot start: {}.", session.trouble);
        return session.advice.empty() ? text : text + ' ' + session.advice;
    }
    text += '.';
    if (!item.not_of.empty()) {
        if (item.name != no_routine_in_mind) {
            text += fmt::format(" A short one: hipflow start {}.", item.name);
        }
        return text + " To choose: hipflow routine list";
    }
    const std::string start = item.by_name ? "hipflow start " + item.name : "hipflow start";
    if (session.rests) {
        return text + " All of it rests for pain today. To record the day of rest: " + start;
    }
    if (reminder.shortest && !item.by_name) {
        text += fmt::format(" Short of time: {}.", with_length(*reminder.shortest));
    }
    return text + " To start: " + start;
}

/// The sessions of the plan without a name are of `of_day`, or in its place of another.
std::vector<DueNow> due_now(Desk& desk, const Reminder& reminder, const std::string& of_day,
                            const std::optional<OtherRoutine>& another) {
    std::vector<DueNow> due;
    for (const auto& item : reminder.items) {
        if (!is_due(item)) continue;
        const auto late = std::chrono::floor<std::chrono::minutes>(reminder.now.at - item.due);
        DueNow now{item.kind,   item.key(), "morning score",
                   item.day,    item.slot,  OffsetInstant{item.due, platform::utc_offset(item.due)},
                   late.count()};
        if (item.kind == schedule::DueKind::session) {
            const bool is_other = another && !item.routine;
            now.by_name = item.routine.has_value();
            if (is_other) now.not_of = another->not_of;
            if (is_other && !another->other) {
                now.name = no_routine_in_mind;
            } else {
                now.name = item.routine.value_or(of_day);
                now.session = look_at_session(desk, now.name);
            }
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
        return {routine, Millis(digest->total_ms), std::string(digest->name)};
    }
    try {
        const catalog::RoutineFile source = find_routine(library, routine);
        const Prescription session = prescription_of(library, desk.settings(), source,
                                                     {Gate::none, std::nullopt, person_of(desk)});
        return {routine, timeline_of(library, desk.settings(), source, session).total,
                source.routine.name};
    } catch (const Error&) {
        return {routine, std::nullopt, routine};  // look_at_session() says why
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
    const auto plans = plans_in_force(desk, store, since);
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
    withhold_sessions(desk, reminder, store);
    std::string of_day;
    std::optional<OtherRoutine> another;
    std::optional<std::string> shortest;
    const bool any_unnamed = std::ranges::any_of(
        reminder.items, [](const auto& item) { return is_due_session(item) && !item.routine; });
    if (any_unnamed) {
        const ChosenRoutine chosen = choose_routine(desk, "", today);
        reminder.left_aside = chosen.left_aside;
        const bool in_program = chosen.program().has_value();
        of_day = id_of_day(desk, chosen);
        if (!in_program) another = other_routine(desk, plans, of_day);
        if (another && another->other) of_day = *another->other;
        shortest = shortest_for_unnamed(plans, today, in_program);
    }
    reminder.due = due_now(desk, reminder, of_day, another);
    const auto first = std::ranges::find(reminder.due, schedule::DueKind::session, &DueNow::kind);
    if (first == reminder.due.end()) return reminder;
    reminder.today = {first->name, first->session.total};
    if (!first->by_name) reminder.shortest = shortest_below(desk, reminder.today, shortest);
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
        if (auto versions = schedules_in_force(desk, *store); !versions.empty()) {
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
