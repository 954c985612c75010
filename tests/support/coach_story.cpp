// SPDX-License-Identifier: MIT
#include "support/coach_story.h"

#include <algorithm>
#include <chrono>

#include "domain/error.h"

namespace hipflow::support {
namespace {

using namespace std::chrono_literals;

Day day_of(int day) { return Day(std::chrono::days(20'757 + day)); }  // 1: 1 November 2026

Stamp stamp_of(int day) {
    const Instant at{std::chrono::sys_days(day_of(day).time_since_epoch()) + 9h};
    return {at, 0s, day_of(day)};
}

Exercise rung(const std::string& id, int level, std::optional<std::string> easier,
              std::optional<std::string> harder) {
    Exercise exercise;
    exercise.id = id;
    exercise.name = "The " + id;
    exercise.level = level;
    exercise.sides = Sides::each;
    exercise.risks.emplace();
    exercise.dose.reps = Band<int>{6, 10};
    exercise.dose.pace = 5s;
    exercise.easier = std::move(easier);
    exercise.harder = std::move(harder);
    return exercise;
}

PainReading reading(const Session& session, Moment moment, int score) {
    PainReading reading;
    reading.session_id = session.id;
    reading.moment = moment;
    reading.score = *PainScore::from(score);
    reading.felt = session.started;
    return reading;
}

std::vector<PerformedSet> sets_for(const PrescribedStep& step, int number, double done,
                                   std::optional<StopReason> why) {
    std::vector<PerformedSet> sets;
    const bool each = step.work.sides == Sides::each;
    for (const Side side : each ? std::vector{Side::left, Side::right} : std::vector{Side::both}) {
        PerformedSet set;
        set.step = number;
        set.planned_exercise = step.planned_exercise;
        set.exercise = step.work.exercise.id;
        set.level = step.work.exercise.level;
        set.side = side;
        set.planned = 60s;
        set.actual = Millis(static_cast<Millis::rep>(60'000 * done));
        set.status = done >= 1.0 ? SetStatus::done : SetStatus::partial;
        set.reason = why;
        sets.push_back(set);
    }
    return sets;
}

void tell(coach::Past& past, const Told& told, const std::string& exercise) {
    if (told.before) {
        past.readings.push_back(reading(past.session, Moment::before, *told.before));
        past.readings.back().site = told.before_site;
    }
    if (told.after) {
        past.readings.push_back(reading(past.session, Moment::after, *told.after));
        past.readings.back().site = told.after_site;
    }
    if (told.peak && told.peak != told.before) {
        past.readings.push_back(reading(past.session, Moment::peak, *told.peak));
        past.readings.back().exercise = exercise;
        past.readings.back().side = told.peak_side;
    }
    if (told.peak) {
        past.session.hurt_more = told.peak != told.before ? HurtMore::some : HurtMore::none;
    }
    for (const auto kind : told.symptoms) {
        Symptom symptom;
        symptom.kind = kind;
        symptom.exercise = exercise;
        past.symptoms.push_back(symptom);
    }
}

}  // namespace

coach::ExerciseLookup small_ladder() {
    const std::map<std::string, Exercise> ladder = {
        {"one", rung("one", 1, {}, "two")},     {"two", rung("two", 2, "one", "three")},
        {"three", rung("three", 3, "two", {})}, {"low", rung("low", 1, {}, "mid")},
        {"mid", rung("mid", 2, "low", "high")}, {"high", rung("high", 3, "mid", {})},
        {"lone", rung("lone", 1, {}, {})}};
    return [ladder](const std::string& id) -> const Exercise& {
        const auto found = ladder.find(id);
        if (found == ladder.end()) throw Error("no exercise '" + id + "'");
        return found->second;
    };
}

Routine routine_of(const std::vector<std::string>& exercises) {
    Routine routine;
    routine.id = "test";
    routine.name = "Test";
    for (const auto& exercise : exercises) {
        Step step;
        step.exercise = exercise;
        routine.steps.push_back(step);
    }
    return routine;
}

Story::Story(Routine routine, coach::ExerciseLookup exercise)
    : routine_(std::move(routine)), exercise_(std::move(exercise)) {}

coach::DayDecision Story::decided(int day) const {
    return coach::decide_day(routine_, exercise_, today, day_of(day), knowledge_, pain, wishes);
}

coach::DayDecision Story::session(int day, const Told& told, const std::string& exercise) {
    coach::Today now = today;
    now.at = stamp_of(day).at;
    now.before = told.before ? PainScore::from(*told.before) : std::nullopt;
    const coach::DayDecision decision =
        coach::decide_day(routine_, exercise_, now, day_of(day), knowledge_, pain, wishes);
    now.standings = decision.standings;
    now.lighter = decision.lighter;
    coach::Past past;
    past.session.id = std::to_string(day);
    past.session.started = stamp_of(day);
    past.session.status = SessionStatus::completed;
    past.session.gate = today.gate;
    past.session.effort = told.effort;
    coach::CoachRecord record = decision.record;
    try {
        const Prescription prescription = coach::prescribe(routine_, exercise_, now);
        coach::note_given(record, prescription);
        int number = 0;
        for (const auto& step : prescription.steps) {
            const bool named = step.planned_exercise == exercise;
            for (auto& set : sets_for(step, ++number, named ? told.done : 1.0,
                                      named ? told.why : std::nullopt)) {
                past.sets.push_back(std::move(set));
            }
        }
        tell(past, told, exercise);
        knowledge_.starts.push_back({*now.at, day_of(day), now.before});
        if (!knowledge_.first) knowledge_.first = day_of(day);
        knowledge_.last = {past.session.started.local_day,
                           coach::score_at(past, Moment::before),
                           coach::distance_at(past, Moment::before),
                           {}};
    } catch (const coach::NothingLeft&) {
        past.session.status = SessionStatus::rested;
    }
    knowledge_.sessions.push_back(std::move(past));
    for (const auto& state : record.states) {
        knowledge_.exercises[state.exercise] = {state, knowledge_.sessions.size() - 1};
    }
    coach::DayDecision done = decision;
    done.record = std::move(record);
    return done;
}

void Story::morning(int day, int score, std::optional<Site> site, bool sore) {
    coach::Morning morning;
    morning.for_day = day_of(day);
    morning.score = *PainScore::from(score);
    if (site) morning.distance = distance_from_spine(*site);
    morning.sore = sore;
    knowledge_.mornings.insert(knowledge_.mornings.begin(), morning);
    constexpr std::size_t looked_at = 42;
    if (knowledge_.mornings.size() > looked_at) knowledge_.mornings.pop_back();
}

void Story::allow(int day, const std::string& exercise) {
    knowledge_.allowed[exercise] = stamp_of(day).at + 1h;
}

const coach::CoachReason& reason_of(const coach::DayDecision& day, const std::string& exercise) {
    const auto found =
        std::ranges::find(day.record.reasons, exercise, &coach::CoachReason::exercise);
    if (found == day.record.reasons.end()) throw Error("no reason for " + exercise);
    return *found;
}

const std::string& rung_of(const coach::DayDecision& day, const std::string& exercise) {
    return day.standings.at(exercise).rung;
}

const coach::ExerciseState& state_of(const coach::DayDecision& day, const std::string& exercise) {
    const auto found = std::ranges::find(day.record.states, rung_of(day, exercise),
                                         &coach::ExerciseState::exercise);
    if (found == day.record.states.end()) throw Error("no state of " + exercise);
    return *found;
}

std::vector<std::string> given_on(const coach::DayDecision& day) {
    std::vector<std::string> given;
    for (const auto& state : day.record.states) {
        if (state.held) given.push_back(state.exercise);
    }
    return given;
}

}  // namespace hipflow::support
