// SPDX-License-Identifier: MIT
#include "coach/gate.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "support/english.h"

namespace hipflow::coach {
namespace {

std::vector<PainScore> scores(const std::vector<int>& values) {
    std::vector<PainScore> all;
    for (const int value : values) all.push_back(PainScore::from(value).value());
    return all;
}

std::optional<double> usual_of(const std::vector<int>& mornings) {
    return usual_score(scores(mornings));
}

TEST(UsualScore, IsTheMiddleOfTheMornings) { EXPECT_EQ(usual_of({9, 1, 2}), 2); }

TEST(UsualScore, IsBetweenTheTwoInTheMiddle) { EXPECT_EQ(usual_of({1, 2, 3, 9}), 2.5); }

TEST(UsualScore, IsNotKnownFromTwoMornings) {
    EXPECT_EQ(usual_of({}), std::nullopt);
    EXPECT_EQ(usual_of({2, 2}), std::nullopt);
}

TEST(UsualScore, TakesTheSevenNewest) {
    EXPECT_EQ(usual_of({1, 1, 1, 1, 5, 5, 5, 9, 9, 9, 9, 9, 9}), 1);
}

struct Case {
    int before;
    std::optional<double> usual;
    Gate gate;
};

/// docs/design/care.md, "Rules", S1.
TEST(GateDecision, IsThatOfThePainLadder) {
    const std::vector<Case> cases = {{0, {}, Gate::none},
                                     {4, {}, Gate::none},
                                     {5, {}, Gate::gentle},
                                     {6, {}, Gate::gentle},
                                     {7, {}, Gate::rest},
                                     {8, {}, Gate::rest},
                                     {9, {}, Gate::refused},
                                     {10, {}, Gate::refused},
                                     // Two above the usual score, if at least three.
                                     {2, 0.0, Gate::none},
                                     {3, 1.0, Gate::gentle},
                                     {3, 1.5, Gate::none},
                                     {4, 2.0, Gate::gentle},
                                     {4, 2.5, Gate::none},
                                     // Three above, if at least four.
                                     {3, 0.0, Gate::gentle},
                                     {4, 1.0, Gate::rest},
                                     {5, 2.0, Gate::rest},
                                     {5, 3.0, Gate::gentle},
                                     // Steady pain of five or six is not held against a session.
                                     {5, 4.0, Gate::none},
                                     {6, 5.0, Gate::none},
                                     {6, 6.0, Gate::none},
                                     {6, 4.5, Gate::gentle},
                                     {7, 7.0, Gate::rest},
                                     {9, 9.0, Gate::refused}};
    for (const Case& c : cases) {
        EXPECT_EQ(decide_gate(PainScore::from(c.before), c.usual, {}).gate, c.gate)
            << "before " << c.before << ", usual " << c.usual.value_or(-1);
    }
}

TEST(GateDecision, OfVector15IsRest) {  // pre8; the flare-up day is chosen, not decided
    EXPECT_EQ(decide_gate(PainScore::from(8), std::nullopt, {}).gate, Gate::rest);
}

TEST(GateDecision, LetsAnUnansweredScorePass) {
    const GateDecision decision = decide_gate(std::nullopt, 2.0, {});
    EXPECT_EQ(decision.gate, Gate::none);
    EXPECT_EQ(decision.why, GateReason::none);
}

TEST(GateDecision, SaysWhichScoreDecided) {
    const auto said = [](const GateDecision& decision) {
        return reason_words(decision, support::english_care());
    };
    EXPECT_EQ(said(decide_gate(PainScore::from(6), std::nullopt, {})), "Pain now is 6.");
    EXPECT_EQ(said(decide_gate(PainScore::from(4), 1.5, {})),
              "Pain now is 4; your usual is 1 to 2.");
    EXPECT_EQ(said(decide_gate(PainScore::from(2), 2.0, {})), "");
    EXPECT_EQ(reason_words(decide_gate(PainScore::from(4), 1.5, {}), support::german_care()),
              "Der Schmerz ist jetzt 4; sonst ist er 1 bis 2.");
}

TEST(GateDecision, FollowsTheThresholdsOfTheSettings) {
    PainThresholds careful;
    careful.before_gentle = 3;
    EXPECT_EQ(decide_gate(PainScore::from(3), std::nullopt, careful).gate, Gate::gentle);
}

TEST(GateDecision, ProposesToMoveFromTheThirdDayOfAFlareOn) {
    for (const int day : {1, 2, 3, 4}) {
        const GateDecision decision = decide_gate(PainScore::from(7), 3.0, {}, day);
        EXPECT_EQ(decision.gate, Gate::rest);
        EXPECT_EQ(decision.move, day > 2) << day;
    }
    EXPECT_TRUE(decide_gate(PainScore::from(7), 7.0, {}, 1).move);
    EXPECT_FALSE(decide_gate(PainScore::from(9), 7.0, {}, 5).move);
}

TEST(GateDecision, SaysPlainlyThatPainIsSteady) {
    constexpr const char* end = ": the session is as planned, and steps up take longer.";
    const auto said = [](int score, double usual) {
        return reason_words(decide_gate(PainScore::from(score), usual, {}),
                            support::english_care());
    };
    EXPECT_EQ(said(5, 5.0), std::string("Pain now is 5, your usual") + end);
    EXPECT_EQ(said(6, 5.0), std::string("Pain now is 6, close to your usual of 5") + end);
    EXPECT_EQ(said(5, 6.5), std::string("Pain now is 5, less than your usual of 6 to 7") + end);
}

/// Which day of a flare the tenth is, after starts with these scores on these days.
int day_after(const std::vector<std::pair<int, int>>& told) {
    const auto on = [](int day) { return Day{std::chrono::days(20'000 + day)}; };
    std::vector<Start> starts;
    starts.reserve(told.size());
    for (const auto& [day, score] : told) {
        starts.push_back({Instant(std::chrono::sys_days(on(day).time_since_epoch())), on(day),
                          PainScore::from(score)});
    }
    return day_of_flare(on(10), starts, {}, {});
}

TEST(DayOfFlare, CountsTheDaysOnWhichPainCalledForRest) {
    EXPECT_EQ(day_after({}), 1);
    EXPECT_EQ(day_after({{9, 3}}), 1);
    EXPECT_EQ(day_after({{9, 7}}), 2);
    EXPECT_EQ(day_after({{8, 7}, {9, 8}}), 3);
    EXPECT_EQ(day_after({{8, 9}, {9, 7}}), 3) << "worse than rest is one as well";
    EXPECT_EQ(day_after({{9, 7}, {10, 7}}), 2) << "today is counted anyway";
}

TEST(DayOfFlare, LetsOneDayPassBetween) {
    EXPECT_EQ(day_after({{8, 7}}), 3);
    EXPECT_EQ(day_after({{6, 7}, {8, 7}}), 5);
    EXPECT_EQ(day_after({{7, 7}}), 1) << "two days are too many";
    EXPECT_EQ(day_after({{8, 7}, {9, 2}}), 3) << "a better day in between as well";
    EXPECT_EQ(day_after({{4, 7}, {8, 7}}), 3);
}

TEST(DayOfFlare, FollowsTheUsualOfThatDay) {
    EXPECT_EQ(day_after({{8, 5}, {9, 5}}), 1);
    const auto usual = [](int days_before) {
        Morning morning;
        morning.for_day = Day{std::chrono::days(20'000 - days_before)};
        morning.score = *PainScore::from(1);
        return morning;
    };
    const auto on = [](int day) { return Day{std::chrono::days(20'000 + day)}; };
    const std::vector<Morning> mornings = {usual(0), usual(1), usual(2)};
    const Start start{Instant(std::chrono::sys_days(on(5).time_since_epoch())), on(5),
                      PainScore::from(5)};
    EXPECT_EQ(day_of_flare(on(6), std::vector{start}, mornings, {}), 2);
}

TEST(InferredMorning, IsThatOfTheNextStart) {
    const auto start = [](int day, int hour, std::optional<int> before) {
        const Day on{std::chrono::days(20'000 + day)};
        const Instant at{std::chrono::sys_days(on.time_since_epoch()) + std::chrono::hours(hour)};
        return Start{at, on, before ? PainScore::from(*before) : std::nullopt};
    };
    const DayAfter done{Day{std::chrono::days(20'000)}, PainScore::from(2), {}, {}};
    const auto colour = [&](const std::vector<Start>& starts) {
        return inferred_morning(done, starts, {}, {});
    };
    EXPECT_EQ(colour({start(0, 9, 2), start(2, 9, 3)}), MorningColour::ok);
    EXPECT_EQ(colour({start(0, 9, 2), start(2, 9, 4)}), MorningColour::amber);
    EXPECT_EQ(colour({start(0, 9, 2), start(2, 9, 8)}), MorningColour::amber) << "never red";
    EXPECT_EQ(colour({start(0, 9, 2), start(1, 4, 2)}), std::nullopt) << "too soon";
    EXPECT_EQ(colour({start(0, 9, 2), start(9, 9, 2)}), std::nullopt) << "too late";
    EXPECT_EQ(colour({start(0, 9, 2), start(2, 9, {}), start(3, 9, 2)}), MorningColour::ok);
    EXPECT_EQ(colour({start(0, 9, 2)}), std::nullopt);
}

int severity(Gate gate) {
    switch (gate) {
        case Gate::none:
        case Gate::flare:
            return 0;
        case Gate::gentle:
            return 1;
        case Gate::rest:
            return 2;
        case Gate::refused:
            return 3;
    }
    return 0;
}

RC_GTEST_PROP(GateDecision, NeverEasesWhenPainGrows, ()) {
    const auto usual = *rc::gen::maybe(
        rc::gen::map(rc::gen::inRange(0, 21), [](int halves) { return halves / 2.0; }));
    PainThresholds thresholds;
    thresholds.before_gentle = *rc::gen::inRange(0, 11);
    thresholds.before_rest = *rc::gen::inRange(0, 11);
    thresholds.before_refuse = *rc::gen::inRange(0, 11);
    thresholds.before_rise_gentle = *rc::gen::inRange(0, 11);
    thresholds.before_rise_rest = *rc::gen::inRange(0, 11);
    const int lower = *rc::gen::inRange(0, 10);
    const auto at = [&](int score) {
        return severity(decide_gate(PainScore::from(score),
                                    usual ? std::optional(*usual) : std::nullopt, thresholds)
                            .gate);
    };
    RC_ASSERT(at(lower) <= at(lower + 1));
}

}  // namespace
}  // namespace hipflow::coach
