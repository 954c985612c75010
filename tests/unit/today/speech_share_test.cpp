// SPDX-License-Identifier: MIT
#include "today/speech_share.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/a_desk.h"
#include "today/hearing.h"
#include "today/routine_files.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

using support::ADesk;

/// A hold that is over before its explanation is.
constexpr std::string_view wordy = R"(format = 1
name = "Wordy"
level = 1
[[step]]
exercise = "talk"
[exercise.talk]
name = "Talk"
level = 1
position = "supine"
sides = "both"
risks = []
start = ["Lie on your back with your knees bent.", "Rest your arms beside you, palms up."]
brief = "On your back, arms beside you."
do = ["Let your back grow long, from your hips to your head.", "Let your shoulders sink down."]
cues = ["Let each breath out be long."]
finish = ["Let go slowly."]
dose = { hold = "5s" }
)";

Prescription prescribed(const catalog::Library& library, const std::string& routine) {
    return prescription_of(library, {}, find_routine(library, routine), {});
}

/// How many warnings name a level.
std::ptrdiff_t told(const CheckedRoutine& checked, const std::string& level) {
    return std::ranges::count_if(checked.warnings, [&](const std::string& warning) {
        return warning.starts_with("at guidance \"" + level + "\" ") &&
               warning.find(" % of the time is speech") != std::string::npos;
    });
}

TEST(SpeechShare, IsThatOfTheWholeSession) {
    ADesk desk;
    Prescription session = prescribed(desk->library(), "hip-rotation");
    const auto share = [&](Guidance level) {
        coach::GuidancePlan plan;
        plan.level = level;
        coach::guide(session, plan);
        return speech_share(session, hearing_for(*desk, session));
    };
    EXPECT_NEAR(share(Guidance::full), 0.35, 0.08);
    EXPECT_LT(share(Guidance::brief), share(Guidance::full));
    EXPECT_LT(share(Guidance::counts), share(Guidance::brief));
    session::Hearing silent;
    silent.voice = false;
    EXPECT_EQ(speech_share(session, silent), 0);
}

TEST(SpeechShare, IsToldByTheCheckOfARoutineThatHardlyMoves) {
    ADesk desk;
    desk.write_config("routines/wordy.toml", wordy);
    const CheckedRoutine checked = check_routine(desk.anew().library(), {}, "wordy");
    EXPECT_TRUE(checked.faults.empty());
    EXPECT_EQ(told(checked, "full"), 1);
    EXPECT_EQ(told(checked, "counts"), 0);
}

TEST(SpeechShare, IsToldWhereNothingIsSaidHere) {
    ADesk desk;
    desk.write_config("routines/wordy.toml", wordy);
    Settings silent;
    silent.voice = false;
    EXPECT_EQ(told(check_routine(desk.anew().library(), silent, "wordy"), "full"), 1);
}

TEST(SpeechShare, OfWhatComesWithTheProgramLeavesRoomToMove) {
    ADesk desk;
    const catalog::Library& library = desk->library();
    for (const auto& entry : library.routines()) {
        EXPECT_EQ(wordy_levels(library, {}, prescribed(library, entry.id)),
                  std::vector<std::string>{})
            << entry.id;
    }
}

}  // namespace
}  // namespace hipflow::today
