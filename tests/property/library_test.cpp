// SPDX-License-Identifier: MIT
#include "catalog/library.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "catalog/restriction_table.h"
#include "coach/allowed.h"
#include "coach/prescribe.h"
#include "domain/spoken_exercise.h"
#include "session/player.h"
#include "support/spoken_sessions.h"

namespace hipflow {
namespace {

const catalog::Library& library() {
    static const catalog::Library shipped("");
    return shipped;
}

/// Anybody: some restrictions, and some exercises that are avoided.
Person any_person() {
    const RestrictionTable& table = catalog::shipped_restrictions();
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
    const coach::ExerciseLookup lookup = [](const std::string& id) -> const Exercise& {
        return library().exercise(id);
    };
    try {
        return coach::prescribe(routine, lookup, {c.gate, std::nullopt, c.person});
    } catch (const coach::NothingLeft& nothing) {
        why = nothing.what();
        return std::nullopt;
    }
}

/// Performs it, with the easier exercise taken wherever there is one if `easier`.
session::Player rehearsed(const Prescription& prescription, bool easier) {
    Millis now{};
    session::Turn turn =
        session::resume(session::begin(session::make_script(prescription, AskPeak::at_the_end,
                                                            support::estimated())),
                        {});
    std::size_t seen = 0;
    while (turn.player.phase != session::Phase::finished) {
        if (easier && turn.player.segment != seen) {
            seen = turn.player.segment;
            turn = session::press(std::move(turn.player), session::Key::easier, {now});
        }
        const auto deadline = session::next_deadline(turn.player);
        if (deadline) {
            now = *deadline;
            turn = session::advance(std::move(turn.player), {now});
        } else {
            turn = session::resume(std::move(turn.player), {now});
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
    const session::Player player = rehearsed(*session, *rc::gen::arbitrary<bool>());
    // An easier exercise may have other sides: what was done of the harder one stays known as well.
    for (const auto& set : player.script->timeline.sets) {
        RC_ASSERT(player.ended.contains(set.key));
    }
}

RC_GTEST_PROP(LibraryProperty, NobodyIsGivenWhatTheyLeaveOutOrOneThingTwice, ()) {
    const Case c = any_case();
    std::string why;
    const auto session = session_of(c, why);
    if (!session) return;
    std::set<std::string> given;
    for (const auto& step : session->steps) {
        RC_ASSERT(!coach::objection(step.work.exercise, c.person));
        RC_ASSERT(given.insert(step.work.exercise.id).second);
        if (c.gate == Gate::gentle) RC_ASSERT(step.work.exercise.level == 1);
        for (const auto& easier : step.easier) {
            RC_ASSERT(!coach::objection(easier.exercise, c.person));
            RC_ASSERT(given.insert(easier.exercise.id).second);
            RC_ASSERT(easier.exercise.level <= step.work.exercise.level);
        }
    }
}

/// Whether a tag is among what the restrictions forbid, counted apart from the coach.
bool is_forbidden(std::string tag, const Person& person) {
    const auto colon = tag.find(':');
    const bool mild = colon != std::string::npos;
    tag = tag.substr(0, colon);
    return std::ranges::any_of(person.restrictions, [&](const Restriction& restriction) {
        return (restriction.mild || !mild) && std::ranges::count(restriction.risks, tag) > 0;
    });
}

/// Some rung of the ladder that an exercise stands on, wherever the coach may have it by now.
std::string any_rung(std::string id) {
    const int steps = *rc::gen::inRange(-3, 4);
    for (int i = 0; i < std::abs(steps); ++i) {
        const Exercise& rung = library().exercise(id);
        const auto& next = steps < 0 ? rung.easier : rung.harder;
        if (!next) break;
        id = *next;
    }
    return id;
}

std::set<std::string> rungs_below(const std::string& id) {
    std::set<std::string> below;
    for (auto next = library().exercise(id).easier; next; next = library().exercise(*next).easier) {
        below.insert(*next);
    }
    return below;
}

std::vector<std::string> all_exercises() {
    std::vector<std::string> ids;
    for (const auto& entry : library().exercises()) ids.push_back(entry.id);
    return ids;
}

/// A routine of which some steps, or all that can be, are on a bed.
Routine partly_on_bed(Routine routine) {
    const int share = *rc::gen::element(0, 0, 1, 2);
    for (auto& step : routine.steps) {
        if (!bed_carries(library().exercise(step.exercise).position)) continue;
        if (share == 2 || (share == 1 && *rc::gen::arbitrary<bool>())) step.on = Surface::bed;
    }
    return routine;
}

/// Whether a person may leave an exercise out, on the floor at least, counted apart.
bool is_left_out(const Exercise& exercise, const Person& person) {
    if (person.avoided.contains(exercise.id)) return true;
    const bool tagged = std::ranges::any_of(
        exercise.risks.value(), [&](const std::string& tag) { return is_forbidden(tag, person); });
    const bool told = std::ranges::any_of(exercise.avoid, [](const std::string& line) {
        return line.find(": leave this one out") != std::string::npos;
    });
    return tagged || told;
}

/// Whether one exercise may take the place of another for the same purpose.
bool may_replace(const Exercise& given, const Exercise& planned, const Exercise& rung) {
    const bool shares = std::ranges::any_of(given.target, [&](const std::string& target) {
        return std::ranges::count(planned.target, target) > 0;
    });
    return shares && given.level <= planned.level && given.level <= rung.level &&
           !rungs_below(given.id).contains(planned.id) && planned.harder != given.id;
}

/// A session as the coach may set it for a case, wherever the person stands on each ladder.
struct Set {
    Routine routine;
    coach::Today today;
    std::optional<Prescription> session;
};

Set set_for(const Case& c) {
    Set set{partly_on_bed(library().routine(c.routine)), {c.gate, std::nullopt, c.person}, {}};
    set.today.cap = *rc::gen::element<std::optional<int>>(std::nullopt, 1, 2, 3);
    set.today.closing = library().exercise("rest-90-90");
    set.today.others = all_exercises();
    set.today.alternatives = *rc::gen::arbitrary<bool>();
    for (const auto& step : set.routine.steps) {
        set.today.standings[step.exercise] = {any_rung(step.exercise), *rc::gen::inRange(0, 3),
                                              false, *rc::gen::inRange(0, 9) == 0};
    }
    const coach::ExerciseLookup lookup = [](const std::string& id) -> const Exercise& {
        return library().exercise(id);
    };
    try {
        set.session = coach::prescribe(set.routine, lookup, set.today);
    } catch (const coach::NothingLeft&) {
        return set;
    }
    return set;
}

RC_GTEST_PROP(LibraryProperty, WhatTakesAPlaceIsBelowItOrForTheSamePurposeAndNoHarder, ()) {
    const Case c = any_case();
    const Set set = set_for(c);
    if (!set.session) return;
    std::set<std::string> planned_ids;
    for (const auto& step : set.routine.steps) planned_ids.insert(step.exercise);
    for (const auto& step : set.session->steps) {
        const Exercise& given = step.work.exercise;
        const Exercise& planned = library().exercise(step.planned_exercise);
        const Exercise& rung =
            library().exercise(set.today.standings.at(step.planned_exercise).rung);
        RC_ASSERT(given.level <= rung.level);
        if (given.id != planned.id) RC_ASSERT(!planned_ids.contains(given.id));
        for (const auto& easier : step.easier) {
            RC_ASSERT(rungs_below(given.id).contains(easier.exercise.id));
        }
        if (given.id == rung.id || rungs_below(rung.id).contains(given.id)) continue;
        RC_ASSERT(may_replace(given, planned, rung));
        RC_ASSERT(is_left_out(rung, c.person));
    }
}

/// Every exercise that somebody may be led to: the session's, all in their place, what closes it.
std::vector<Exercise> all_of(const Prescription& session) {
    std::vector<Exercise> all;
    for (const auto& step : session.steps) {
        all.push_back(step.work.exercise);
        for (const auto& easier : step.easier) all.push_back(easier.exercise);
        for (const auto& other : step.alternatives) all.push_back(other.exercise);
    }
    if (session.closing) all.push_back(session.closing->exercise);
    return all;
}

RC_GTEST_PROP(LibraryProperty, WhatIsGivenIsForbiddenToNobody, ()) {
    const Case c = any_case();
    const Set set = set_for(c);
    if (!set.session) return;
    bool is_low = false;
    bool is_on_floor = false;
    for (const auto& step : set.routine.steps) {
        const bool low = !is_off_floor(library().exercise(step.exercise).position);
        is_low = is_low || low;
        is_on_floor = is_on_floor || (low && step.on != Surface::bed);
    }
    const bool has_no_floor =
        std::ranges::any_of(c.person.restrictions, [](const Restriction& restriction) {
            return std::ranges::count(restriction.risks, "floor") > 0;
        });
    for (const auto& exercise : all_of(*set.session)) {
        for (const auto& tag : exercise.risks.value()) RC_ASSERT(!is_forbidden(tag, c.person));
        if (!is_low) RC_ASSERT(is_off_floor(exercise.position));
        if (!is_on_floor || has_no_floor) RC_ASSERT(is_off_floor(stance_of(exercise)));
        if (exercise.on == Surface::bed) RC_ASSERT(bed_carries(exercise.position));
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
    const auto said = std::ranges::count_if(session->reasons, [](const auto& reason) {
        return reason.find(" is left out: ") != std::string::npos;
    });
    RC_ASSERT(static_cast<std::size_t>(said) == left_out);
}

RC_GTEST_PROP(LibraryProperty, BothSidesGetTheSameTimeAndGapsHoldTheirWords, ()) {
    const Case c = any_case();
    std::string why;
    const auto session = session_of(c, why);
    if (!session) return;
    const session::Hearing hearing = support::estimated();
    const session::Timeline timeline = session::compile(*session, AskPeak::at_the_end, hearing);
    std::map<int, Millis> difference;  // by step: left minus right
    for (const auto& segment : timeline.segments) {
        if (!session::is_work(segment.kind) || segment.side == Side::both) continue;
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
        const SpokenExercise words = spoken(work.exercise, "en");
        RC_ASSERT(gap >= hearing.length_of(words.name) + hearing.length_of(words.brief) +
                             session::before_count + session::count_in);
    }
}

}  // namespace
}  // namespace hipflow
