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
#include "today/mornings.h"
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

void add_peak(std::vector<ToldPeak>& peaks, std::string exercise, const PainReading& reading) {
    const auto same = [&](const ToldPeak& peak) {
        return peak.exercise == exercise && peak.side == reading.side;
    };
    auto peak = std::ranges::find_if(peaks, same);
    if (peak == peaks.end()) {
        peak = peaks.insert(peaks.end(), {std::move(exercise), reading.side, reading.score, 0});
    }
    if (reading.score.value() > peak->highest.value()) peak->highest = reading.score;
    ++peak->times;
}

/// The sessions that were chosen, by their ids.
struct ChosenSessions {
    std::set<std::string> all;
    std::set<std::string> timed;
};

bool is_of(const std::set<std::string>& sessions, const PainReading& reading) {
    return reading.session_id && sessions.contains(*reading.session_id);
}

Day day_of_score(const PainReading& reading) {
    return reading.moment == Moment::morning ? day_it_follows(reading) : reading.felt.local_day;
}

/// Adds the scores, told in sessions and outside of them; peaks only of the chosen sessions.
void add_scores(FirstPage& page, Desk& desk, const store::Store& store, const AskedDays& asked,
                const ChosenSessions& sessions) {
    std::set<std::string> answered;
    const PainThresholds& thresholds = desk.settings().pain;
    for (const auto& reading : store.scores_since(asked.from)) {
        if (reading.session_id && is_of(sessions.timed, reading)) {
            answered.insert(*reading.session_id);
        }
        const Day day = day_of_score(reading);
        if (!asked.hold(day)) continue;
        if (coach::is_severe(reading.score, thresholds)) {
            page.severe.push_back({day, reading.score, reading.site, reading.side});
        }
        if (reading.note) page.notes.push_back({day, "score", *reading.note});
        const bool is_peak = reading.moment == Moment::peak && reading.exercise;
        if (is_peak && is_of(sessions.all, reading)) {
            add_peak(page.peaks, name_in_library(desk, *reading.exercise), reading);
        }
    }
    std::ranges::stable_sort(page.peaks, std::ranges::greater{},
                             [](const ToldPeak& peak) { return peak.highest.value(); });
    page.sessions_asked = static_cast<int>(answered.size());
}

void add_signs(FirstPage& page, Desk& desk, const store::Store& store, const AskedDays& asked) {
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

/// What became of the exercises of all sessions.
struct Outcomes {
    std::map<std::string, std::set<std::pair<std::string, Side>>> stopped;  // by session
    std::map<std::string, InItsPlace> replaced;                             // by planned exercise
};

/// Takes what was done in one session, and for which planned exercises.
void add_done(std::map<std::string, InItsPlace>& replaced,
              const std::map<std::string, std::set<std::string>>& done) {
    for (const auto& [planned, exercises] : done) {
        InItsPlace& place = replaced[planned];
        ++place.sessions;
        if (exercises.contains(planned)) continue;
        for (const auto& exercise : exercises) ++place.others[exercise];
    }
}

/// Reads them at once, for a query for each session takes long where there are many.
Outcomes read_outcomes(const store::Store& store, const store::Filter& chosen) {
    Outcomes outcomes;
    std::string session;
    std::map<std::string, std::set<std::string>> done;
    store.each_outcome(chosen, [&](const store::Outcome& one) {
        if (one.session != session) {
            add_done(outcomes.replaced, done);
            done.clear();
            session = one.session;
        }
        if (one.worked) done[one.planned].insert(one.exercise);
        if (one.stopped_for_pain) outcomes.stopped[session].emplace(one.exercise, one.side);
    });
    add_done(outcomes.replaced, done);
    return outcomes;
}

void add_stops(FirstPage& page, const Outcomes& outcomes, Desk& desk, const Session& session) {
    const Day day = session.started.local_day;
    const auto stopped = outcomes.stopped.find(session.id);
    if (stopped == outcomes.stopped.end()) {
        if (session.reason == StopReason::pain) page.stops.push_back({day, session.routine});
        return;
    }
    for (const auto& [exercise, side] : stopped->second) {
        page.stops.push_back({day, session.routine, name_in_library(desk, exercise), side});
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
    ChosenSessions ids;
    const Outcomes outcomes = read_outcomes(store, chosen);
    for (const Session& session : std::views::reverse(sessions)) {
        ids.all.insert(session.id);
        if (session.source == Source::timed) ids.timed.insert(session.id);
        if (session.note) {
            page.notes.push_back({session.started.local_day, "session", *session.note});
        }
        add_stops(page, outcomes, desk, session);
    }
    page.replaced = named(desk, outcomes.replaced);
    add_scores(page, desk, store, asked, ids);
    add_signs(page, desk, store, asked);
    std::ranges::stable_sort(page.notes, std::ranges::greater{}, &OwnNote::day);
    add_plan(page, desk, store, chosen, asked);
    return page;
}

}  // namespace hipflow::today
