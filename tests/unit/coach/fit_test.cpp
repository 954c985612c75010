// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "coach/prescribe.h"
#include "domain/error.h"
#include "session/timeline.h"
#include "support/sessions.h"

namespace hipflow::coach {
namespace {

using namespace support;

using Words = std::vector<std::string>;

PrescribedStep optional(PrescribedStep step) {
    step.optional = true;
    return step;
}

Words ids(const Prescription& prescription) {
    Words all;
    for (const auto& step : prescription.steps) all.push_back(step.work.exercise.id);
    return all;
}

/// Without words, so that every gap is as long as it is written.
session::Hearing wordless() {
    session::Hearing hearing;
    hearing.voice = false;
    return hearing;
}

session::Timeline laid_out(const Prescription& prescription) {
    return session::compile(prescription, AskPeak::at_the_end, wordless());
}

Millis total(const Prescription& prescription) { return laid_out(prescription).total; }

Prescription fitting(const Prescription& prescription, Millis longest) {
    return fitted(prescription, longest, wordless());
}

/// The step of a block that comes `place`-th in it.
PrescribedStep in_round(PrescribedStep step, int place, int number, int rounds) {
    step.round = Round{number, rounds};
    step.block = 1;
    step.place = place;
    return step;
}

// Each step takes ten seconds to get ready, and its work.

TEST(Fit, LeavesAloneWhatFits) {
    const auto session = session_of({holds("a", 30s), optional(holds("b", 30s))});
    EXPECT_EQ(fitting(session, total(session)), session);
    EXPECT_EQ(fitting(session, 1h), session);
}

TEST(Fit, LeavesOutOptionalStepsTheLastFirst) {
    const auto session =
        session_of({optional(holds("a", 30s)), holds("b", 30s), optional(holds("c", 30s))});
    const auto shorter = fitting(session, 80s);
    EXPECT_EQ(ids(shorter), (Words{"a", "b"}));
    EXPECT_EQ(shorter.reasons,
              (Words{session.steps[2].work.exercise.name + " is left out to save time."}));
    EXPECT_EQ(ids(fitting(session, 40s)), Words{"b"});
}

TEST(Fit, KeepsAStepThatThereIsTimeForAfterAll) {
    const auto session =
        session_of({holds("a", 30s), optional(holds("long", 60s)), optional(holds("b", 10s))});
    // Without b alone it is still too long; without the long one b fits.
    EXPECT_EQ(ids(fitting(session, 70s)), (Words{"a", "b"}));
}

TEST(Fit, TakesSetsNextOfWhateverHasMost) {
    const auto session =
        session_of({holds("a", 30s, Sides::both, 3), holds("b", 30s, Sides::both, 2)});
    const auto shorter = fitting(session, total(session) - 1s);
    EXPECT_EQ(shorter.steps[0].work.sets, 2);
    EXPECT_EQ(shorter.steps[1].work.sets, 2);
    EXPECT_EQ(shorter.reasons,
              (Words{session.steps[0].work.exercise.name + " has 2 of its 3 sets to save time."}));
}

TEST(Fit, TakesASetOfBothSidesTogether) {
    const auto session = session_of({holds("a", 30s, Sides::each, 2)});
    const auto shorter = fitting(session, total(session) - 1s);
    EXPECT_EQ(shorter.steps[0].work.sets, 1);
    EXPECT_EQ(laid_out(shorter).sets.size(), 2U);
}

TEST(Fit, EvensTheSidesOutLast) {
    PrescribedStep step = holds("a", 30s, Sides::each, 2);
    step.extra.left = 1;
    const auto session = session_of({step});
    EXPECT_EQ(fitting(session, total(session) - 1s).steps[0].extra.left, 1);
    const auto least = fitting(session, 75s);
    EXPECT_EQ(least.steps[0].work.sets, 1);
    EXPECT_EQ(least.steps[0].extra, ExtraSets{});
}

TEST(Fit, GivesAlternatesNoMoreSetsThanTheirStep) {
    auto step = with_alternate(holds("a", 30s, Sides::both, 3), holds("easy", 20s));
    step.easier[0].sets = 3;
    const auto session = session_of({step});
    EXPECT_EQ(fitting(session, 50s).steps[0].easier[0].sets, 1);
}

TEST(Fit, NeverLeavesNothing) {
    const auto session = session_of({optional(holds("a", 30s)), optional(holds("b", 30s))});
    EXPECT_EQ(ids(fitting(session, 40s)), Words{"a"});
    EXPECT_THROW(fitting(session, 39s), Error);
}

// With words the same session is longer, and fits no more.
TEST(Fit, TakesTheWordsIntoAccount) {
    PrescribedStep step = holds("a", 30s);
    step.work.exercise.start = {{"Lie on your back, with your knees bent and your feet flat.", {}},
                                {"Put a cushion between your knees, and let them rest.", {}}};
    step.work.guidance = Guidance::full;
    const auto session = session_of({step, optional(holds("b", 30s))});
    const Millis longest = total(session);
    EXPECT_EQ(ids(fitting(session, longest)), (Words{"a", "b"}));
    EXPECT_EQ(ids(fitted(session, longest, {})), Words{"a"});
}

TEST(Fit, SaysHowMuchTheLeastTakes) {
    const auto session = session_of({holds("a", 30s, Sides::each, 2), optional(holds("b", 30s))});
    try {
        fitting(session, 60s);
        FAIL() << "fits";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("takes 1:15 today"), std::string::npos)
            << error.what();
    }
}

TEST(Fit, CutsRoundsBeforeSets) {
    std::vector<PrescribedStep> steps = {holds("bridge", 30s, Sides::both, 4)};
    for (int number = 1; number <= 3; ++number) {
        steps.push_back(in_round(holds("squat", 30s), 1, number, 3));
        steps.push_back(in_round(holds("row", 30s), 2, number, 3));
    }
    const auto session = session_of(std::move(steps));
    const auto shorter = fitting(session, total(session) - 1s);
    EXPECT_EQ(ids(shorter), (Words{"bridge", "squat", "row", "squat", "row"}));
    EXPECT_EQ(shorter.steps[0].work.sets, 4);
    EXPECT_EQ(shorter.steps[1].round, (Round{1, 2}));
    EXPECT_EQ(shorter.reasons, Words{"squat to row has 2 of its 3 rounds to save time."});
}

TEST(Fit, LeavesAnOptionalStepOutOfEveryRoundAndKeepsTheRest) {
    std::vector<PrescribedStep> steps;
    for (int number = 1; number <= 2; ++number) {
        auto first = optional(in_round(holds("squat", 30s), 1, number, 2));
        auto last = in_round(holds("row", 30s), 2, number, 2);
        if (number > 1) {
            first.rest_before = 60s;
            first.round->rest = last.round->rest = 60s;
        }
        steps.push_back(first);
        steps.push_back(last);
    }
    const auto session = session_of(std::move(steps));
    const auto shorter = fitting(session, total(session) - 1s);
    EXPECT_EQ(ids(shorter), (Words{"row", "row"}));
    EXPECT_EQ(shorter.steps[1].rest_before, 60s);
    EXPECT_EQ(shorter.reasons, Words{"squat is left out to save time."});
}

TEST(Fit, CutsTheSetsOfTheSecondSideOfABlockToo) {
    std::vector<PrescribedStep> steps;
    for (const Side side : {Side::right, Side::left}) {
        auto step = in_round(holds("clam", 30s, Sides::each, side == Side::left ? 5 : 1), 1, 1, 1);
        step.only = step.first = side;
        steps.push_back(step);
    }
    const auto session = session_of(std::move(steps));
    const auto shorter = fitting(session, total(session) - 1s);
    EXPECT_EQ(shorter.steps[0].work.sets, 1);
    EXPECT_EQ(shorter.steps[1].work.sets, 4);
    EXPECT_EQ(shorter.reasons, Words{"clam has 4 of its 5 sets to save time."});
}

}  // namespace
}  // namespace hipflow::coach
