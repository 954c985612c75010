// SPDX-License-Identifier: MIT
// What holds of the coach whatever people do and tell.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "coach/gate.h"
#include "support/coach_story.h"

namespace hipflow {
namespace {

using support::given_on;
using support::reason_of;
using support::routine_of;
using support::small_ladder;
using support::Story;
using support::Told;

std::optional<int> maybe(int least, int most) {
    if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
    return *rc::gen::inRange(least, most + 1);
}

Told anything() {
    Told told;
    told.before = maybe(0, 6);
    told.peak = maybe(0, 8);
    told.after = maybe(0, 8);
    told.peak_side = *rc::gen::element<std::optional<Side>>(std::nullopt, Side::left, Side::right);
    told.done = *rc::gen::element(1.0, 1.0, 1.0, 0.9, 0.5);
    if (told.done < 1.0) told.why = *rc::gen::element(StopReason::pain, StopReason::time);
    told.effort = *rc::gen::element<std::optional<Effort>>(std::nullopt, Effort::easy, Effort::ok,
                                                           Effort::hard);
    if (*rc::gen::inRange(0, 12) == 0) told.symptoms = {SymptomKind::sharp};
    if (*rc::gen::inRange(0, 16) == 0) told.symptoms = {SymptomKind::numbness};
    return told;
}

/// How much it is, as one number that grows along the ladder and within the band.
int height(const coach::DayDecision& day, const std::string& step = "two") {
    const coach::Standing& state = day.standings.at(step);
    static const std::map<std::string, int> rungs = {
        {"one", 1}, {"two", 2}, {"three", 3}, {"low", 1}, {"mid", 2}, {"high", 3}, {"lone", 1}};
    return 10 * rungs.at(state.rung) + state.steps - (state.half ? 1 : 0);
}

/// A life of some weeks, with every decision and what was told before it.
struct Lived {
    int day = 0;
    Told told;
    coach::DayDecision decision;
};
struct Life {
    std::vector<Lived> sessions;
    std::set<int> mornings;  // days whose morning was told
};

Life lived(Story& story, const std::vector<std::string>& exercises) {
    Life life;
    int day = 1;
    const int sessions = *rc::gen::inRange(5, 40);
    for (int i = 0; i < sessions; ++i) {
        const Told told = anything();
        const std::string& looked_at = *rc::gen::elementOf(exercises);
        life.sessions.push_back({day, told, story.session(day, told, looked_at)});
        if (*rc::gen::inRange(0, 4) != 0) {
            story.morning(day, *rc::gen::element(1, 1, 1, 2, 3, 5));
            life.mornings.insert(day);
        }
        day += *rc::gen::element(1, 1, 2, 2, 3, 4, 8, 15, 30);
    }
    return life;
}

RC_GTEST_PROP(Coach, StepsUpOnlyAfterTwoMorningsThatWereTold, ()) {
    Story story(routine_of({"two"}));
    const Life life = lived(story, {"two"});
    for (std::size_t i = 0; i < life.sessions.size(); ++i) {
        if (reason_of(life.sessions[i].decision).rule != coach::CoachRule::steps_up) continue;
        std::size_t told = 0;
        for (std::size_t j = 0; j < i; ++j) told += life.mornings.count(life.sessions[j].day);
        RC_ASSERT(told >= 2U);
    }
}

RC_GTEST_PROP(Coach, NeverStepsUpTwiceWithinAWeek, ()) {
    Story story(routine_of({"two"}));
    int last = -100;
    for (const auto& lived : lived(story, {"two"}).sessions) {
        if (reason_of(lived.decision).rule != coach::CoachRule::steps_up) continue;
        RC_ASSERT(lived.day - last >= 7);
        last = lived.day;
    }
}

RC_GTEST_PROP(Coach, NeverGoesAboveTheCap, ()) {
    Story story(routine_of({"two", "mid"}));
    story.today.cap = *rc::gen::inRange(1, 4);
    for (const auto& lived : lived(story, {"two", "mid"}).sessions) {
        for (const auto& given : given_on(lived.decision)) {
            RC_ASSERT(small_ladder()(given).level <= *story.today.cap);
        }
    }
}

RC_GTEST_PROP(Coach, StepsUpAtMostTwoExercisesADay, ()) {
    Story story(routine_of({"two", "mid", "lone"}));
    for (const auto& lived : lived(story, {"two", "mid", "lone"}).sessions) {
        const auto& reasons = lived.decision.record.reasons;
        RC_ASSERT(std::ranges::count(reasons, coach::CoachRule::steps_up,
                                     &coach::CoachReason::rule) <= 2);
    }
}

RC_GTEST_PROP(Coach, ARedNeverLeadsToMore, ()) {
    Story story(routine_of({"two"}));
    const Life life = lived(story, {"two"});
    for (std::size_t i = 1; i < life.sessions.size(); ++i) {
        const auto& before = life.sessions[i - 1];
        const auto& told = before.told;
        const bool red = !told.symptoms.empty() ||
                         (told.before && told.peak && *told.peak >= 6 && *told.peak > *told.before);
        if (!red || before.decision.standings.at("two").left_out) continue;
        const auto& now = life.sessions[i].decision;
        RC_ASSERT(reason_of(now).rule != coach::CoachRule::steps_up);
        RC_ASSERT(now.standings.at("two").left_out || height(now) <= height(before.decision));
    }
}

/// The same weeks, but for one peak that is told to be higher.
RC_GTEST_PROP(Coach, MorePainNeverLeadsToMore, ()) {
    Story calm(routine_of({"two"}));
    Story sore = calm;
    const int sessions = *rc::gen::inRange(2, 10);
    int day = 1;
    for (int i = 0; i < sessions; ++i, day += 3) {
        Told told = anything();
        if (!told.peak) told.peak = told.before;
        calm.session(day, told);
        if (i + 1 == sessions && told.peak) told.peak = std::min(10, *told.peak + 3);
        sore.session(day, told);
        calm.morning(day, 1);
        sore.morning(day, 1);
    }
    const auto less = sore.decided(day);
    const auto more = calm.decided(day);
    RC_ASSERT(less.standings.at("two").left_out || more.standings.at("two").left_out ||
              height(less) <= height(more));
}

RC_GTEST_PROP(Coach, TakesNoAnswerForZero, ()) {
    Story story(routine_of({"two", "mid"}));
    for (int day = 1; day < 60; day += 2) {
        Told told;
        told.before = *rc::gen::element<std::optional<int>>(std::nullopt, 1);
        if (!told.before) told.peak = *rc::gen::element<std::optional<int>>(std::nullopt, 0);
        const auto decision = story.session(day, told);
        if (*rc::gen::arbitrary<bool>()) story.morning(day, 0);
        RC_ASSERT(reason_of(decision).rule != coach::CoachRule::steps_up);
    }
}

RC_GTEST_PROP(Coach, HoldsRestrictionsAlongEveryLadder, ()) {
    Restriction restriction{"level", "what is restricted", {"kneel"}, true};
    const std::string forbidden = *rc::gen::element<std::string>("one", "two", "three", "high");
    const coach::ExerciseLookup ladder = small_ladder();
    Exercise kneeling = ladder(forbidden);
    kneeling.risks = {{"kneel"}};
    const coach::ExerciseLookup lookup = [&](const std::string& id) -> const Exercise& {
        return id == forbidden ? kneeling : ladder(id);
    };
    Story story(routine_of({"two", "mid"}), lookup);
    story.today.person.restrictions = {restriction};
    for (const auto& lived : lived(story, {"two", "mid"}).sessions) {
        for (const auto& given : given_on(lived.decision)) RC_ASSERT(given != forbidden);
    }
}

RC_GTEST_PROP(Coach, GivesNobodyOneExerciseTwice, ()) {
    const std::vector<std::string> exercises = {"one", "two", "three", "mid"};
    Story story(routine_of(exercises));
    for (const auto& lived : lived(story, exercises).sessions) {
        std::set<std::string> rungs;
        for (const auto& [planned, standing] : lived.decision.standings) {
            const bool is_step = std::ranges::find(exercises, planned) != exercises.end();
            if (!is_step || standing.left_out) continue;
            RC_ASSERT(rungs.insert(standing.rung).second);
        }
    }
}

/// Sessions without a complaint, three to five a week, with their mornings. Returns the next day.
int live_well(Story& story, int day, int until) {
    while (day < until) {
        story.session(day, {.before = 1, .peak = 1, .after = 1});
        story.morning(day, 1);
        day += *rc::gen::element(1, 2, 2);
    }
    return day;
}

/// The height of every step.
std::vector<int> heights(const coach::DayDecision& day, const std::vector<std::string>& steps) {
    std::vector<int> all;
    all.reserve(steps.size());
    for (const auto& step : steps) {
        all.push_back(day.standings.at(step).left_out ? 0 : height(day, step));
    }
    return all;
}

RC_GTEST_PROP(Coach, EightGoodWeeksLeadBackToWhereOneWas, ()) {
    const std::vector<std::string> steps = {"two", "mid", "lone"};
    Story story(routine_of(steps));
    int day = live_well(story, 1, *rc::gen::inRange(5, 80));
    const auto before = heights(story.decided(day), steps);
    if (*rc::gen::arbitrary<bool>()) {
        day += *rc::gen::inRange(5, 90);  // a holiday
    } else {
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i, day += 2) {  // a flare
            story.session(day, {.before = 3, .peak = *rc::gen::inRange(4, 9)},
                          *rc::gen::elementOf(steps));
            story.morning(day, *rc::gen::inRange(1, 7));
        }
    }
    day = live_well(story, day, day + 56);
    const auto after = heights(story.decided(day), steps);
    for (std::size_t i = 0; i < steps.size(); ++i) RC_ASSERT(after[i] >= before[i]);
}

RC_GTEST_PROP(Coach, GivesNoRungTwoAboveWhatWasGreen, ()) {
    const std::vector<std::string> steps = {"three", "mid"};
    Story story(routine_of(steps));
    int green = 1;  // the highest rung of the first ladder; everybody may begin on the second
    for (const auto& lived : lived(story, steps).sessions) {
        const int given = height(lived.decision, "three") / 10;
        RC_ASSERT(lived.decision.standings.at("three").left_out || given <= green + 1);
        const auto& told = lived.told;
        const bool is_green = told.before && told.peak && *told.peak <= *told.before + 1;
        if (is_green) green = std::max(green, given);
    }
}

RC_GTEST_PROP(Kept, IsWhateverWasStoppedForPain, ()) {
    Session session;
    session.status = *rc::gen::element(SessionStatus::partial, SessionStatus::completed);
    session.planned = Millis(*rc::gen::inRange(0, 1'000'000));
    session.done = Millis(*rc::gen::inRange(0, 1'000'000));
    session.reason = StopReason::pain;
    RC_ASSERT(kept(session));
}

RC_GTEST_PROP(Gate, GrowsWithThePain, ()) {
    const auto usual = *rc::gen::element<std::optional<double>>(std::nullopt, 0.0, 1.5, 3.0, 6.0);
    Gate last = Gate::none;
    for (int score = 0; score <= 10; ++score) {
        const Gate gate = coach::decide_gate(PainScore::from(score), usual, {}).gate;
        RC_ASSERT(gate >= last);
        last = gate;
    }
}

}  // namespace
}  // namespace hipflow
