// SPDX-License-Identifier: MIT
#include "session/rehearsal.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

std::vector<RehearsedEvent> events_of(AskPeak ask) {
    return rehearse(support::script_of(
        support::session_of({support::holds("one", 30s, Sides::each), support::holds("two", 20s)}),
        ask));
}

TEST(Rehearsal, TellsEverySegmentWithItsTimeAndLength) {
    std::vector<std::string> told;
    for (const auto& event : events_of(AskPeak::at_the_end)) {
        if (event.kind == "segment") {
            told.push_back(fmt::format("{} {} {}", event.at / 1s, event.path, event.text));
        }
    }
    EXPECT_EQ(told, (std::vector<std::string>{"0 1/1/L/ready ready 10s", "10 1/1/L/1 hold 30s",
                                              "40 1/1/R/side-change side-change 5s",
                                              "45 1/1/R/1 hold 30s", "75 2/1/B/ready ready 10s",
                                              "85 2/1/B/1 hold 20s"}));
}

TEST(Rehearsal, EndsWithTheEndOfTheTimeline) {
    const auto script = support::script_of(support::session_of({support::holds("one", 30s)}));
    const auto events = rehearse(script);
    ASSERT_FALSE(events.empty());
    EXPECT_EQ(events.back(), (RehearsedEvent{script->timeline.total, "", "finished", ""}));
    EXPECT_TRUE(std::ranges::is_sorted(events, {}, &RehearsedEvent::at));
}

TEST(Rehearsal, LosesNoTimeToQuestions) {
    EXPECT_EQ(events_of(AskPeak::after_each_exercise).back().at,
              events_of(AskPeak::at_the_end).back().at);
}

TEST(Rehearsal, HoldsTheCuesOfThePlan) {
    const auto events = events_of(AskPeak::at_the_end);
    EXPECT_TRUE(std::ranges::any_of(events, [](const RehearsedEvent& event) {
        return event.kind != "segment" && event.kind != "finished" && !event.text.empty();
    }));
}

}  // namespace
}  // namespace hipflow::session
