// SPDX-License-Identifier: MIT
#include "session/passage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "session/player.h"
#include "support/english.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;
using namespace support;
using Lines = std::vector<std::string>;

std::shared_ptr<const Script> laid_out(std::vector<PrescribedStep> steps,
                                       Hearing hearing = one_second_each(), Gaps gaps = {}) {
    Prescription session = spoken_session(std::move(steps));
    session.gaps = gaps;
    return make_script(std::move(session), AskPeak::at_the_end, std::move(hearing));
}

bool has(const Lines& lines, std::string_view text) {
    return std::ranges::any_of(
        lines, [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

// Times follow docs/design/guidance.md, "Before a set", with sentences of one second.
TEST(Passage, SayEverythingBeforeAnExerciseThatIsNew) {
    const auto script = laid_out({bridge(Guidance::full)});
    EXPECT_EQ(
        lines_before(*script, 0),
        (Lines{"0 signal", "0.9 name 'Test. One exercise, about one minute.'",
               "2.5 name 'First: bridge.'", "3.85 dose '6 times.'",
               "5.45 set-up 'Lie on your back.'", "12.45 fill 'Take your time.'",
               "21.45 set-up 'Set your feet wide.'", "24.45 guidance 'Try one first, slowly.'",
               "26.05 guidance 'Lift your hips.'", "28.05 guidance 'Stay up.'",
               "30.05 guidance 'Come down.'", "33.55 dose 'Now 6 times.'", "35.25 count 'three'",
               "36.25 count 'two'", "37.25 count 'one'"}));
    const auto& segments = script->timeline.segments;
    EXPECT_EQ(segments[0].kind, SegmentKind::position_change);
    EXPECT_EQ(segments[0].duration, 21'450ms) << "until the position has been taken";
    EXPECT_EQ(segments[1].kind, SegmentKind::ready);
    EXPECT_EQ(segments[1].duration, 16'800ms);
    EXPECT_EQ(script->timeline.lengthened, 0ms) << "nothing is written that could have grown";
}

TEST(Passage, SayOneSentenceToThoseWhoKnowTheExercise) {
    const auto script = laid_out({bridge(Guidance::brief)});
    EXPECT_EQ(lines_before(*script, 0),
              (Lines{"0 signal", "0.9 name 'Test. One exercise, about one minute.'",
                     "2.5 name 'First: bridge.'", "3.85 dose '6 times.'",
                     "5.45 set-up 'On your back, feet close.'", "12.45 fill 'Take your time.'",
                     "22.15 count 'three'", "23.15 count 'two'", "24.15 count 'one'"}));
}

TEST(Passage, SayNamesAndNumbersAloneAtTheLevelOfCounts) {
    const auto lines = lines_before(*laid_out({bridge(Guidance::counts)}), 0);
    EXPECT_FALSE(has(lines, "set-up"));
    EXPECT_FALSE(has(lines, "guidance"));
    EXPECT_TRUE(has(lines, "First: bridge."));
    EXPECT_TRUE(has(lines, "count 'one'"));
}

TEST(Passage, TellHowToComeOutBeforeWhatIsNext) {
    const auto script = laid_out({figure_four(Guidance::full), bridge(Guidance::full)});
    const Lines lines = lines_before(*script, 2);
    ASSERT_GE(lines.size(), 2U);
    EXPECT_EQ(lines[0], "0.495 finish 'Put your right foot down.'");
    EXPECT_EQ(lines[1], "3.495 name 'Next: bridge.'") << "two seconds to do it";
    EXPECT_EQ(lines[3], "6.445 set-up 'Lie on your back.'");
    EXPECT_EQ(lines[4], "9.445 set-up 'Set your feet wide.'") << "nobody has to move";
}

TEST(Passage, NameTheSideInEverySentenceThatHasOne) {
    const auto lines = lines_before(*laid_out({figure_four(Guidance::full)}), 0);
    EXPECT_TRUE(has(lines, "dose '30 seconds with each leg.'"));
    EXPECT_TRUE(has(lines, "side 'Left leg first.'"));
    EXPECT_TRUE(has(lines, "set-up 'Left ankle on your right thigh, above the knee.'"));
    EXPECT_TRUE(has(lines, "guidance 'Let your left knee move away.'"));
    EXPECT_TRUE(has(lines, "dose 'Hold for 30 seconds.'"));
}

TEST(Passage, LeaveTheSideToABriefSentenceThatNamesIt) {
    auto step = figure_four(Guidance::brief);
    EXPECT_FALSE(has(lines_before(*laid_out({step}), 0), "Left leg first."));
    step.work.exercise.brief = "Weight on your {other} foot.";
    EXPECT_TRUE(has(lines_before(*laid_out({step}), 0), "Left leg first."))
        << "it says only what the right foot does";
}

TEST(Passage, SayAtTheChangeOfSidesWhatIsAnother) {
    const auto script = laid_out({figure_four(Guidance::full)});
    EXPECT_EQ(lines_before(*script, 1),
              (Lines{"0.5 finish 'Put your left foot down.'",
                     "3.5 side 'Change sides. Now the right leg.'",
                     "4.85 set-up 'Right ankle on your left thigh, above the knee.'",
                     "10.85 guidance 'Let your right knee move away.'", "14.05 count 'three'",
                     "15.05 count 'two'", "16.05 count 'one'"}));
    EXPECT_EQ(script->timeline.segments[script->timeline.sets[1].lead_in].kind,
              SegmentKind::side_change);
}

TEST(Passage, GiveTimeToRollOverOrToTurnRound) {
    auto step = figure_four(Guidance::brief);
    step.work.exercise.change = SideChange::roll;
    Lines lines = lines_before(*laid_out({step}), 1);
    EXPECT_TRUE(has(lines, "4.85 side 'Roll over to your other side.'"));
    EXPECT_TRUE(has(lines, "6.2 set-up 'Right ankle on your left thigh.'"));
    EXPECT_TRUE(has(lines, "21.9 count 'three'")) << "14 s and the pause before the count";
    step.work.exercise.change = SideChange::turn;
    lines = lines_before(*laid_out({step}), 1);
    EXPECT_TRUE(has(lines, "side 'Turn around.'"));
    EXPECT_TRUE(has(lines, "17.9 count 'three'"));
}

TEST(Passage, TellARestAndEndItWithTheNumberOfTheSet) {
    auto step = bridge(Guidance::full);
    step.work.sets = 2;
    step.work.exercise.finish = {"Knees together."};
    EXPECT_EQ(lines_before(*laid_out({step}), 1),
              (Lines{"0.5 finish 'Knees together.'", "3.5 dose 'Rest for 20 seconds.'",
                     "11.5 name 'Set 2 of 2.'", "12.85 set-up 'On your back, feet close.'",
                     "17 count 'three'", "18 count 'two'", "19 count 'one'"}));
    step.gap = 8s;
    step.work.exercise.finish.clear();
    EXPECT_TRUE(has(lines_before(*laid_out({step}), 1), "dose 'Take your time.'"));
}

TEST(Passage, GrowTheFirstRestForWhatMustBeSaidAndNoLaterOne) {
    auto step = bridge(Guidance::full);
    step.work.sets = 3;
    step.work.exercise.finish = {"Knees together."};
    step.gap = 5s;
    const auto script = laid_out({step});
    const auto length_of_rest = [&](std::size_t set) {
        return script->timeline.segments[script->timeline.sets[set].lead_in].duration;
    };
    EXPECT_EQ(length_of_rest(1), 12s)
        << "finish and time for it, number, how to lie and time for it, count";
    EXPECT_EQ(length_of_rest(2), 5s);
    EXPECT_EQ(script->timeline.lengthened, 7s);
    step.gap = 0s;
    EXPECT_EQ(lines_before(*laid_out({step}), 1), Lines{});
}

TEST(Passage, TakeTheTimesThatTheRoutineWrites) {
    Gaps gaps;
    gaps.position = 5s;
    gaps.ready = 10s;
    gaps.side = 2s;
    const auto script = laid_out({figure_four(Guidance::brief)}, one_second_each(), gaps);
    const auto& segments = script->timeline.segments;
    EXPECT_EQ(segments[0].duration, 11'200ms)
        << "5 s from the end of the sentence on, in place of 15";
    EXPECT_EQ(segments[1].duration, 5s) << "10 s from the last word on";
    EXPECT_TRUE(has(lines_before(*script, 1), "8.55 count 'three'")) << "2 s in place of 5";
}

TEST(Passage, SayAtALaterChangeWhatFitsIntoTheGapThatIsWritten) {
    Gaps gaps;
    gaps.side = 5s;
    auto step = figure_four(Guidance::full);
    step.work.sets = 2;
    const auto script = laid_out({step}, one_second_each(), gaps);
    EXPECT_EQ(lines_before(*script, 3),
              (Lines{"0.5 side 'Change sides. Now the right leg.'", "2 count 'three'",
                     "3 count 'two'", "4 count 'one'"}));
    gaps.side = 1s;
    const auto tight = laid_out({step}, one_second_each(), gaps);
    EXPECT_EQ(lines_before(*tight, 3), (Lines{"0.5 side 'Right leg.'"}));
    EXPECT_EQ(tight->timeline.segments[tight->timeline.sets[3].lead_in].duration, 1'550ms);
}

TEST(Passage, LastAsLongAsWrittenWithoutAVoice) {
    Gaps gaps;
    gaps.position = 5s;
    gaps.ready = 4s;
    gaps.side = 3s;
    Hearing silent = one_second_each();
    silent.voice = false;
    const auto script = laid_out({figure_four(Guidance::full)}, silent, gaps);
    const auto& segments = script->timeline.segments;
    EXPECT_EQ(segments[0].duration, 5s);
    EXPECT_EQ(segments[1].duration, 4s);
    EXPECT_EQ(segments[3].duration, 3s);
    EXPECT_EQ(script->timeline.lengthened, 0ms);
    EXPECT_TRUE(has(lines_before(*script, 0), "0 set-up 'Lie on your back.'")) << "to be read";
}

TEST(Passage, LeaveTenSecondsToReadWhereNothingIsWritten) {
    Hearing silent = one_second_each();
    silent.voice = false;
    const auto script = laid_out({figure_four(Guidance::full)}, silent);
    const auto& segments = script->timeline.segments;
    EXPECT_EQ(segments[0].duration, 15s) << "to lie down";
    EXPECT_EQ(segments[1].duration, 10s);
    EXPECT_EQ(segments[3].duration, 8s) << "5 s to change sides, and the count-in";
}

TEST(Passage, StretchChangesAsTheSettingSays) {
    Hearing slow = one_second_each();
    slow.changes = 2.0;
    const auto script = laid_out({bridge(Guidance::brief)}, slow);
    EXPECT_TRUE(has(lines_before(*script, 0), "37.15 count 'three'")) << "30 s in place of 15";
}

TEST(Passage, TellTheLengthAndTheSafetySentenceAtTheBeginning) {
    Prescription session = spoken_session({figure_four(Guidance::full), bridge(Guidance::full)});
    session.safety = true;
    const auto script = make_script(session, AskPeak::at_the_end, one_second_each());
    const auto lines = lines_before(*script, 0);
    EXPECT_TRUE(has(lines, "name 'Test. 2 exercises, about 3 minutes.'"));
    EXPECT_TRUE(has(lines, "2.5 safety 'Move gently."));
}

TEST(Passage, GrowForWordsThatTakeLonger) {
    Hearing slow = one_second_each();
    slow.length = [](std::string_view text, std::string_view) { return text.size() > 6 ? 4s : 1s; };
    const auto quick = laid_out({figure_four(Guidance::full)});
    const auto late = laid_out({figure_four(Guidance::full)}, slow);
    EXPECT_GT(late->timeline.total, quick->timeline.total);
    EXPECT_EQ(late->timeline.work, quick->timeline.work);
}

TEST(Passage, CountWithTonesWhereTheVoiceIsTooSlowForIt) {
    Hearing slow = one_second_each();
    const auto script = laid_out({bridge(Guidance::brief)}, slow);
    const auto counts = std::ranges::count_if(script->cues, [](const Cue& cue) {
        return cue.kind == CueKind::count && cue.tone == Tone::count;
    });
    EXPECT_EQ(counts, 3) << "a number of one second does not fit beside the next";
}

TEST(Announcement, IntroduceAnEasierExerciseAtItsOwnLevel) {
    const PrescribedStep step = bridge(Guidance::full);
    const SetPlace place{{1, 1, Side::both}, &step};
    const Hearing hearing = one_second_each();
    const Passage passage =
        announcement(Occasion::easier, place, {Stance{Position::standing}}, {}, hearing);
    const auto text_at = [&](std::size_t line) { return passage.lines.at(line).words.text; };
    EXPECT_EQ(text_at(0), "Something easier: bridge.");
    EXPECT_EQ(passage.lines[0].at, 700ms);
    EXPECT_EQ(text_at(2), "Lie on your back.");
    EXPECT_EQ(passage.lines.back().words.text, "one");
    EXPECT_EQ(passage.lines.back().at + 1s, passage.length);
    EXPECT_GT(passage.length, 20s) << "time to lie down";
}

TEST(Announcement, NameWhatGoesOnAndItsSide) {
    const PrescribedStep step = figure_four(Guidance::brief);
    const SetPlace place{{1, 1, Side::right}, &step};
    const Passage passage =
        announcement(Occasion::going_on, place, {Stance{Position::supine}}, {}, one_second_each());
    EXPECT_EQ(passage.lines.at(0).words.text, "Going on: figure four.");
    EXPECT_EQ(passage.lines.at(1).words.text, "Right leg.");
    EXPECT_GE(passage.length, get_ready);
}

TEST(Announcement, SayAllOfItForHelpWhateverTheLevel) {
    const PrescribedStep step = bridge(Guidance::counts);
    const SetPlace place{{1, 1, Side::both}, &step};
    const Passage passage =
        announcement(Occasion::help, place, {Stance{Position::supine}}, {}, one_second_each());
    const auto says = [&](std::string_view text) {
        return std::ranges::any_of(passage.lines,
                                   [&](const Line& line) { return line.words.text == text; });
    };
    EXPECT_TRUE(says("Set your feet wide."));
    EXPECT_TRUE(says("Come down."));
    EXPECT_FALSE(says("three"));
}

TEST(Announcement, ComeOutOfTheLastExerciseAtTheEnd) {
    const PrescribedStep step = figure_four(Guidance::brief);
    const SetPlace place{{1, 1, Side::right}, &step};
    const Passage passage = farewell(place, true, one_second_each());
    ASSERT_EQ(passage.lines.size(), 3U);
    EXPECT_EQ(passage.lines[0].tone, Tone::all_done);
    EXPECT_EQ(passage.lines[1].words.text, "Put your right foot down.");
    EXPECT_EQ(passage.lines[2].words.text, "Well done. That was the last one.");
}

TEST(Languages, SpeakTheLanguageOfTheSession) {
    auto step = bridge(Guidance::full);
    Translation german_words;
    german_words.language = "de";
    german_words.say = "Brücke";
    german_words.start = {{"Leg dich auf den Rücken.", {}}, {"Füße breit.", {}}};
    german_words.brief = "Rückenlage.";
    german_words.phases = {{"Heb das Becken.", "hoch", {}, {}},
                           {"Bleib oben.", "halten", {}, {}},
                           {"Senk es ab.", "ab", {}, {}}};
    german_words.cues = {"Fersen tief.", "Rippen tief.", "Knie weit."};
    step.work.exercise.translations = {german_words};
    Hearing hearing = one_second_each();
    hearing.phrases = german();
    Prescription session = spoken_session({step});
    session.language = "de";
    const auto script = make_script(session, AskPeak::at_the_end, hearing);
    for (const Cue& cue : script->cues) {
        EXPECT_TRUE(cue.text.empty() || cue.language == "de") << cue.text;
    }
    session.steps[0].work.exercise.translations.clear();
    const auto fallen_back = make_script(session, AskPeak::at_the_end, hearing);
    const auto& cues = fallen_back->cues;
    const auto set_up = std::ranges::find(cues, "Lie on your back.", &Cue::text);
    ASSERT_NE(set_up, cues.end());
    EXPECT_EQ(set_up->language, "en") << "spoken by the English voice";
    const auto count = std::ranges::find(cues, CueKind::count, &Cue::kind);
    EXPECT_EQ(count->language, "de");
}

TEST(Announcement, GivesTheTimeToMoveThatIsWritten) {
    const PrescribedStep step = figure_four(Guidance::brief);
    const SetPlace place{{1, 1, Side::left}, &step};
    Gaps gaps;
    const BodyPlace standing{Stance{Position::standing}, Side::right};
    const Millis table = time_to_move(standing, place, gaps, one_second_each());
    EXPECT_EQ(table, 20s);
    gaps.position = 4s;
    gaps.side = 7s;
    EXPECT_EQ(time_to_move(standing, place, gaps, one_second_each()), 7s);
    gaps.side = 2s;
    EXPECT_EQ(time_to_move(standing, place, gaps, one_second_each()), 4s);
}

}  // namespace
}  // namespace hipflow::session
