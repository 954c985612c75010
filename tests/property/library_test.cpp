// SPDX-License-Identifier: MIT
#include "catalog/library.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "catalog/restriction_table.h"
#include "coach/allowed.h"
#include "coach/prescribe.h"
#include "session/player.h"

namespace hipflow {
namespace {

const Library& library() {
    static const Library shipped("");
    return shipped;
}

/// Anybody: some restrictions, and some exercises that are avoided.
Person any_person() {
    const RestrictionTable& table = shipped_restrictions();
    Person person;
    person.risk_words = table.risk_words;
    const auto count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        person.restrictions.push_back(*rc::gen::elementOf(table.restrictions));
    }
    const auto avoided = *rc::gen::inRange(0, 6);
    for (int i = 0; i < avoided; ++i) {
        person.avoided.insert((*rc::gen::elementOf(library().exercises())).id);
    }
    return person;
}

struct Case {
    Person person;
    std::string routine;
    Gate gate = Gate::none;
};

Case any_case() {
    return {any_person(), (*rc::gen::elementOf(library().routines())).id,
            *rc::gen::element(Gate::none, Gate::gentle)};
}

/// The session of a case, or why there is none.
std::optional<Prescription> session_of(const Case& c, std::string& why) {
    const Routine& routine = library().routine(c.routine);
    const ExerciseLookup lookup = [](const std::string& id) { return library().exercise(id); };
    try {
        return prescribe(routine, lookup, {c.gate, std::nullopt, c.person});
    } catch (const NothingLeft& nothing) {
        why = nothing.what();
        return std::nullopt;
    }
}

/// Performs it, with the easier exercise taken wherever there is one if `easier`.
Player rehearsed(const Prescription& prescription, bool easier) {
    Millis now{};
    Turn turn = resume(begin(make_plan(prescription)), {});
    std::size_t seen = 0;
    while (turn.player.phase != Phase::finished) {
        if (easier && turn.player.segment != seen) {
            seen = turn.player.segment;
            turn = press(std::move(turn.player), Key::easier, {now});
        }
        const auto deadline = next_deadline(turn.player);
        if (deadline) {
            now = *deadline;
            turn = advance(std::move(turn.player), {now});
        } else {
            turn = resume(std::move(turn.player), {now});
        }
    }
    return turn.player;
}

RC_GTEST_PROP(LibraryProperty, EveryRoutineIsDoneToTheEndByEverybodyOrSaysWhyNot, ()) {
    const Case c = any_case();
    std::string why;
    const auto session = session_of(c, why);
    if (!session) {
        for (const auto& step : library().routine(c.routine).steps) {
            const std::string name = library().exercise(step.exercise).name;
            RC_ASSERT(why.find(name + " is left out: ") != std::string::npos);
        }
        return;
    }
    const Player player = rehearsed(*session, *rc::gen::arbitrary<bool>());
    RC_ASSERT(player.ended.size() == player.plan->timeline.sets.size());
}

RC_GTEST_PROP(LibraryProperty, NobodyIsGivenWhatTheyLeaveOutOrOneThingTwice, ()) {
    const Case c = any_case();
    std::string why;
    const auto session = session_of(c, why);
    if (!session) return;
    std::set<std::string> given;
    for (const auto& step : session->steps) {
        RC_ASSERT(!objection(step.work.exercise, c.person));
        RC_ASSERT(given.insert(step.work.exercise.id).second);
        if (c.gate == Gate::gentle) RC_ASSERT(step.work.exercise.level == 1);
        for (const auto& easier : step.easier) {
            RC_ASSERT(!objection(easier.exercise, c.person));
            RC_ASSERT(given.insert(easier.exercise.id).second);
            RC_ASSERT(easier.exercise.level <= step.work.exercise.level);
        }
    }
}

RC_GTEST_PROP(LibraryProperty, WhatIsLeftOutOrReplacedIsSaid, ()) {
    const Case c = any_case();
    std::string why;
    const auto session = session_of(c, why);
    if (!session) return;
    std::set<std::string> kept;
    for (const auto& step : session->steps) {
        kept.insert(step.planned_exercise);
        const bool replaced = step.planned_exercise != step.work.exercise.id;
        RC_ASSERT(replaced == !step.reasons.empty());
    }
    std::size_t left_out = 0;
    for (const auto& step : library().routine(c.routine).steps) {
        if (!kept.contains(step.exercise)) ++left_out;
    }
    RC_ASSERT(session->reasons.size() == left_out);
}

RC_GTEST_PROP(LibraryProperty, BothSidesGetTheSameTimeAndGapsHoldTheirWords, ()) {
    const Case c = any_case();
    std::string why;
    const auto session = session_of(c, why);
    if (!session) return;
    const Timeline timeline = compile(*session);
    std::map<int, Millis> difference;  // by step: left minus right
    for (const auto& segment : timeline.segments) {
        if (!is_work(segment.kind) || segment.side == Side::both) continue;
        const bool left = segment.side == Side::left;
        difference[segment.key.step] += left ? segment.duration : -segment.duration;
    }
    for (const auto& [step, left_over] : difference) RC_ASSERT(left_over == Millis{0});
    std::set<int> seen;
    for (const auto& set : timeline.sets) {
        if (!seen.insert(set.key.step).second) continue;
        Millis gap{};
        for (auto i = set.lead_in; i < set.first; ++i) gap += timeline.segments[i].duration;
        const auto& work = session->steps[static_cast<std::size_t>(set.key.step) - 1].work;
        RC_ASSERT(gap >= spoken_length(name_words(work, set.key.side)) +
                             spoken_length(work.exercise.start) + count_in);
    }
}

}  // namespace
}  // namespace hipflow
