// SPDX-License-Identifier: MIT
#include "session/score_check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;
using namespace support;

Script good_script() {
    Prescription session = spoken_session({figure_four(Guidance::full), bridge(Guidance::full)});
    session.safety = true;
    return *make_script(std::move(session), AskPeak::at_the_end, estimated());
}

using Cues = std::vector<Cue>;

Cue& cue_named(Cues& cues, std::string_view text) {
    return *std::ranges::find(cues, text, &Cue::text);
}

/// Breaks a good score, and returns what the checker finds.
std::vector<std::string> faults_after(const std::function<void(Script&)>& change) {
    Script script = good_script();
    change(script);
    return faults_of(script);
}

std::vector<std::string> faults_without(std::string_view text) {
    return faults_after([&](Script& script) {
        const auto removed =
            std::erase_if(script.cues, [&](const Cue& cue) { return cue.text == text; });
        EXPECT_GT(removed, 0U) << text;
    });
}

TEST(ScoreCheck, FindNothingInAGoodScore) {
    EXPECT_EQ(faults_of(good_script()), std::vector<std::string>());
}

TEST(ScoreCheck, FindASetUpThatIsMissing) {
    EXPECT_FALSE(faults_without("Set your feet wide.").empty());
}

TEST(ScoreCheck, FindAPhaseThatIsMissing) { EXPECT_FALSE(faults_without("Come down.").empty()); }

TEST(ScoreCheck, FindTheWordsOfTheSecondSideMissing) {
    EXPECT_FALSE(faults_without("Right ankle on your left thigh, above the knee.").empty());
}

TEST(ScoreCheck, FindTheNameMissing) { EXPECT_FALSE(faults_without("Next: bridge.").empty()); }

TEST(ScoreCheck, FindTheFinishMissing) {
    EXPECT_FALSE(faults_without("Put your left foot down.").empty());
    EXPECT_FALSE(faults_without("Put your right foot down.").empty());
}

TEST(ScoreCheck, FindACountThatIsLost) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     auto two = std::ranges::find(script.cues, "two", &Cue::text);
                     script.cues.erase(two);
                 }).empty());
}

TEST(ScoreCheck, FindASignalThatIsLost) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     std::erase_if(script.cues,
                                   [](const Cue& cue) { return cue.kind == CueKind::start; });
                 }).empty());
}

TEST(ScoreCheck, FindTwoSentencesThatOverlap) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     cue_named(script.cues, "Set your feet wide.").at -= 2500ms;
                 }).empty());
}

TEST(ScoreCheck, FindTwoSentencesWithoutAPause) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     Cue& dose = cue_named(script.cues, "30 seconds with each leg.");
                     dose.must = true;
                     const Cue& side = cue_named(script.cues, "Left leg first.");
                     dose.at = side.at - spoken_length(dose.text) - 100ms;
                 }).empty());
}

TEST(ScoreCheck, FindASetUpAfterItsCount) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     Cue& last = cue_named(script.cues, "Come down.");
                     last.at += 5s;
                 }).empty());
}

TEST(ScoreCheck, FindACueOverTheFirstRep) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     const PlannedSet& set = script.timeline.sets.back();
                     script.cues.push_back({set.first, 5s, CueKind::cue, "Breathe.", "en", {}});
                 }).empty());
}

TEST(ScoreCheck, FindALongWordOverTheFirstRep) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     cue_named(script.cues, "hold").text = "hold it there for long";
                 }).empty());
}

TEST(ScoreCheck, FindAnUnclearSide) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     cue_named(script.cues, "Breathe out.").text = "Rest the working leg.";
                 }).empty());
    EXPECT_FALSE(faults_after([](Script& script) {
                     cue_named(script.cues, "Breathe out.").text = "Bend your other knee.";
                 }).empty());
}

TEST(ScoreCheck, FindAPlaceholderThatIsLeft) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     cue_named(script.cues, "Breathe out.").text = "Bend your {side} knee.";
                 }).empty());
}

TEST(ScoreCheck, FindAWordThatTheEndCutsOff) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     const PlannedSet& set = script.timeline.sets.back();
                     script.cues.push_back(
                         {set.last - 1, 6500ms, CueKind::cue, "Keep breathing.", "en", {}});
                 }).empty());
}

TEST(ScoreCheck, FindThatEveryLengthIsTwiceAsLong) {
    EXPECT_FALSE(faults_after([](Script& script) {
                     script.hearing.length = [](std::string_view text, std::string_view) {
                         return 2 * spoken_length(text);
                     };
                 }).empty());
}

TEST(ScoreCheck, LetNumbersTakeAFifthLonger) {
    EXPECT_EQ(faults_after([](Script& script) {
                  script.hearing.length = [](std::string_view text, std::string_view) {
                      const Millis length = spoken_length(text);
                      return text.size() <= 2 ? length * 12 / 10 : length;
                  };
              }),
              std::vector<std::string>());
}

TEST(ScoreCheck, FindWhatLatePlayersDrop) {
    const Script script = good_script();
    const auto dropped =
        dropped_when_late(script, [](std::size_t block) { return block == 0 ? 60s : 0ms; });
    EXPECT_FALSE(dropped.empty()) << "what may be left out is, after a minute";
    EXPECT_EQ(dropped_when_late(script, [](std::size_t) { return 400ms; }),
              std::vector<std::string>());
}

}  // namespace
}  // namespace hipflow::session
