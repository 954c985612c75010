// SPDX-License-Identifier: MIT
#include "today/first_page.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <tuple>
#include <utility>

#include "coach/ending.h"
#include "domain/error.h"
#include "today/beginnings.h"
#include "today/desk.h"
#include "today/enrolment.h"
#include "today/preferences.h"
#include "today/signs.h"
#include "today/views.h"

namespace hipflow::today {
namespace {

/// The days asked for, open ends as far as anything can reach.
struct AskedDays {
    Day from = earliest_day;
    Day to = latest_day;
    bool hold(Day day) const { return day >= from && day <= to; }
};

/// The name of an exercise; its id where the library no longer has it.
std::string name_in_library(Desk& desk, const std::string& id) {
    try {
        return desk.library().exercise_or_drill(id).name;
    } catch (const Error&) {
        return id;
    }
}

std::optional<std::string> name_in_library(Desk& desk, const std::optional<std::string>& id) {
    return id ? std::optional(name_in_library(desk, *id)) : std::nullopt;
}

/// The name of a program; its id where its file is gone or has faults.
std::string program_name(Desk& desk, const std::string& id) {
    try {
        return desk.library().program_source(id).program.name;
    } catch (const Error&) {
        return id;
    }
}

std::optional<int> program_week_today(Desk& desk) {
    try {
        const auto standing = enrolled(desk);
        return standing ? standing->today.week : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

PersonFacts person_facts(Desk& desk, const store::Store& store, const AskedDays& asked) {
    PersonFacts person;
    person.experience = told_experience(store);
    const LeftOut limits = limits_of(desk.settings(), store.preferences());
    for (const auto& limit : limits.restrictions) {
        person.restrictions.push_back(restriction_name(limit.id));
    }
    person.restrictions_told =
        limits.restrictions_place.has_value() || limits.restrictions_at.has_value();
    for (const auto& limit : limits.avoided) {
        person.avoided.push_back(name_in_library(desk, limit.id));
    }
    const Day today = desk.now().local_day;
    for (const auto& enrolment : store.enrolments()) {
        const Day last = enrolment.to_day.value_or(latest_day);
        if (enrolment.from_day > asked.to || last <= asked.from) continue;
        FollowedProgram program{program_name(desk, enrolment.program), enrolment.from_day,
                                enrolment.to_day};
        if (!enrolment.to_day && asked.hold(today)) program.week = program_week_today(desk);
        person.programs.push_back(std::move(program));
    }
    return person;
}

/// Adds what was told, in sessions and outside of them.
void add_told(FirstPage& page, Desk& desk, const store::Store& store, const AskedDays& asked,
              const std::set<std::string>& timed) {
    std::set<std::string> answered;
    const PainThresholds& thresholds = desk.settings().pain;
    for (const auto& reading : store.scores_since(asked.from)) {
        if (reading.session_id && timed.contains(*reading.session_id)) {
            answered.insert(*reading.session_id);
        }
        const Day day = reading.for_day.value_or(reading.felt.local_day);
        if (!asked.hold(day)) continue;
        if (coach::is_severe(reading.score, thresholds)) {
            page.severe.push_back({day, reading.score, reading.site, reading.side});
        }
        if (reading.note) page.notes.push_back({day, "score", *reading.note});
    }
    page.sessions_asked = static_cast<int>(answered.size());
    for (const auto& symptom : store.symptoms_since(asked.from)) {
        const Day day = symptom.felt.local_day;
        if (!asked.hold(day)) continue;
        page.signs.push_back({day, symptom.kind, symptom.side,
                              name_in_library(desk, symptom.exercise), symptom.moment,
                              symptom.note});
        if (symptom.note) page.notes.push_back({day, "sign", *symptom.note});
    }
    page.uncleared = uncleared_sign(store).has_value();
}

/// How often an exercise was planned, and what was done in its place.
struct InItsPlace {
    int sessions = 0;
    std::map<std::string, int> others;
};

/// Stops and replacements of one session.
void add_sets(FirstPage& page, std::map<std::string, InItsPlace>& replaced, Desk& desk,
              const store::Store& store, const Session& session) {
    std::set<std::pair<std::string, Side>> stopped;
    std::map<std::string, std::set<std::string>> done;
    for (const auto& set : store.sets_of(session.id)) {
        if (set.reason == StopReason::pain) stopped.emplace(set.exercise, set.side);
        const bool worked = set.status == SetStatus::done || set.status == SetStatus::partial;
        if (worked) done[set.planned_exercise].insert(set.exercise);
    }
    const Day day = session.started.local_day;
    for (const auto& [exercise, side] : stopped) {
        page.stops.push_back({day, session.routine, name_in_library(desk, exercise), side});
    }
    if (stopped.empty() && session.reason == StopReason::pain) {
        page.stops.push_back({day, session.routine});
    }
    for (const auto& [planned, exercises] : done) {
        InItsPlace& place = replaced[planned];
        ++place.sessions;
        if (exercises.contains(planned)) continue;
        for (const auto& exercise : exercises) ++place.others[exercise];
    }
}

std::vector<Replaced> named(Desk& desk, const std::map<std::string, InItsPlace>& replaced) {
    std::vector<Replaced> all;
    for (const auto& [planned, place] : replaced) {
        if (place.others.empty()) continue;
        const auto most =
            std::ranges::max_element(place.others, {}, [](const auto& one) { return one.second; });
        all.push_back({name_in_library(desk, planned), name_in_library(desk, most->first),
                       most->second, place.sessions});
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &Replaced::times);
    return all;
}

void add_plan(FirstPage& page, Desk& desk, const store::Store& store, const store::Filter& chosen,
              const AskedDays& asked) {
    const WeekView days = read_week(desk, chosen);
    if (!days.days.empty()) page.calendar_from = days.days.front().totals.local_day;
    for (const auto& day : days.days) page.calendar.push_back(day.mark);
    if (chosen.routine) return;
    for (auto& excuse : store.excuses(asked.from)) {
        if (excuse.from_day <= asked.to) page.excuses.push_back(std::move(excuse));
    }
}

}  // namespace

FirstPage read_first_page(Desk& desk, const store::Store& store, const store::Filter& chosen,
                          const std::vector<Session>& sessions) {
    const AskedDays asked{chosen.since.value_or(earliest_day), chosen.until.value_or(latest_day)};
    FirstPage page;
    page.person = person_facts(desk, store, asked);
    std::set<std::string> timed;
    std::map<std::string, InItsPlace> replaced;
    for (const Session& session : std::views::reverse(sessions)) {
        if (session.source == Source::timed) timed.insert(session.id);
        if (session.note) {
            page.notes.push_back({session.started.local_day, "session", *session.note});
        }
        add_sets(page, replaced, desk, store, session);
    }
    page.replaced = named(desk, replaced);
    add_told(page, desk, store, asked, timed);
    std::ranges::stable_sort(page.notes, std::ranges::greater{}, &OwnNote::day);
    add_plan(page, desk, store, chosen, asked);
    return page;
}

}  // namespace hipflow::today
