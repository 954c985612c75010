// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "sound/mix.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

constexpr std::array all_tones = {session::Tone::get_ready,    session::Tone::count,
                                  session::Tone::start,        session::Tone::half,
                                  session::Tone::switch_sides, session::Tone::rest,
                                  session::Tone::end,          session::Tone::all_done};

int loudest(const Samples& samples) {
    int most = 0;
    for (const auto sample : samples) most = std::max(most, std::abs(static_cast<int>(sample)));
    return most;
}

TEST(Tones, AreAllDistinct) {
    std::set<Samples> different;
    for (const session::Tone tone : all_tones) different.insert(samples_of(tone));
    EXPECT_EQ(different.size(), all_tones.size());
}

TEST(Tones, AreEquallyLoudAndNeverClipped) {
    for (const session::Tone tone : all_tones) {
        EXPECT_GT(loudest(samples_of(tone)), 8'000) << word(tone);
        EXPECT_LT(loudest(samples_of(tone)), 8'300) << word(tone);
    }
}

TEST(Tones, BeginAndEndInSilence) {
    for (const session::Tone tone : all_tones) {
        const Samples samples = samples_of(tone);
        EXPECT_LT(std::abs(static_cast<int>(samples.front())), 100) << word(tone);
        EXPECT_LT(std::abs(static_cast<int>(samples.back())), 200) << word(tone);
    }
}

TEST(Tones, AreAsLongAsTheScoreTakesThemFor) {
    for (const session::Tone tone : all_tones) {
        const Millis off = length_of(samples_of(tone)) - session::length_of(tone);
        EXPECT_LE(off, 2ms) << word(tone);
        EXPECT_GE(off, -2ms) << word(tone);
    }
}

TEST(Tones, LeaveRoomForWords) {
    for (const session::Tone tone : {session::Tone::get_ready, session::Tone::switch_sides,
                                     session::Tone::rest, session::Tone::end}) {
        EXPECT_LE(length_of(samples_of(tone)), 260ms) << word(tone);
    }
    EXPECT_LE(length_of(samples_of(session::Tone::count)), 100ms);
}

TEST(Tones, LastAsLongAtAnyRate) {
    EXPECT_NEAR(
        static_cast<double>(length_of(samples_of(session::Tone::end, 16'000), 16'000).count()),
        static_cast<double>(length_of(samples_of(session::Tone::end)).count()), 1);
}

}  // namespace
}  // namespace hipflow::sound
