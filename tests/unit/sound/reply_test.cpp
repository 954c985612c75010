// SPDX-License-Identifier: MIT
#include "sound/reply.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/english.h"
#include "support/sessions.h"

namespace hipflow::sound {
namespace {

using namespace support;

session::Player a_session() {
    session::Hearing hearing;
    hearing.phrases = english();
    return session::begin(session::make_script(session_of({holds("Bridge", 20s, Sides::each)}),
                                               AskPeak::at_the_end, std::move(hearing)));
}

session::Cue words(Millis at, std::string text) {
    return {0, at, session::CueKind::name, std::move(text), "en", {}, true};
}

std::optional<Reply> reply(const std::vector<session::Happening>& happenings) {
    std::vector<session::Event> events;
    events.reserve(happenings.size());
    for (const auto& what : happenings) events.push_back({0ms, what});
    return reply_to(events, a_session());
}

TEST(Replies, APauseIsToldAndSilencesTheRest) {
    const auto paused = reply({session::Paused{session::PauseReason::asked}});
    ASSERT_TRUE(paused.has_value());
    ASSERT_EQ(paused->lines.size(), 1U);
    EXPECT_EQ(paused->lines[0].text, "Paused.");
    EXPECT_TRUE(paused->interrupts);
}

TEST(Replies, WhatIsPlannedNeedsNone) {
    EXPECT_FALSE(reply({session::SegmentStarted{0}, session::GapHeld{1s}}).has_value());
}

TEST(Replies, AnAnnouncementIsOneSound) {
    const auto announced = reply(
        {session::Skipped{0}, session::Announced{{words(0ms, "Skipped."), words(2s, "Next.")}}});
    ASSERT_TRUE(announced.has_value());
    EXPECT_TRUE(announced->interrupts);
    const auto sounds = sounds_of(*announced, {});
    ASSERT_EQ(sounds.size(), 2U);
    EXPECT_EQ(sounds[1].at - sounds[0].at, 2s);
}

TEST(Replies, AQuestionCutsNothingShort) {
    const auto asked =
        reply({session::Paused{session::PauseReason::question}, session::PeakAsked{1}});
    EXPECT_TRUE(!asked || !asked->interrupts);
}

TEST(Replies, LongerWordsPushBackWhatFollows) {
    session::Hearing hearing;
    hearing.length = [](std::string_view text, std::string_view) {
        return text == "Long." ? Millis{3s} : Millis{1s};
    };
    const auto sounds =
        sounds_of(Reply{{words(0ms, "Long."), words(2s, "Late."), words(8s, "Kept.")}}, hearing);
    ASSERT_EQ(sounds.size(), 3U);
    EXPECT_GT(sounds[1].at, 3s);
    EXPECT_EQ(sounds[2].at, 8s);
}

TEST(Replies, WithoutAVoiceAreTones) {
    session::Hearing hearing;
    hearing.voice = false;
    session::Cue tone = words(0ms, "");
    tone.tone = session::Tone::get_ready;
    const auto sounds = sounds_of(Reply{{tone, words(1s, "Going on.")}}, hearing);
    ASSERT_EQ(sounds.size(), 1U);
    EXPECT_EQ(sounds[0].tone, session::Tone::get_ready);
}

TEST(Phrases, OfASessionAreAllThatItSaysInTheOrderOfTime) {
    const session::Player player = a_session();
    const auto phrases = phrases_of(*player.script);
    for (const auto* text : {"three", "two", "one", "Paused.", "Skipped."}) {
        EXPECT_EQ(std::ranges::count(phrases, text, &Phrase::text), 1) << text;
    }
    EXPECT_EQ(std::ranges::count(phrases, "", &Phrase::text), 0);
    std::vector<Phrase> in_time;
    for (const session::Cue& cue : player.script->cues) {
        const Phrase phrase{cue.text, cue.language};
        if (!cue.text.empty() && std::ranges::find(in_time, phrase) == in_time.end()) {
            in_time.push_back(phrase);
        }
    }
    ASSERT_LE(in_time.size(), phrases.size());
    EXPECT_TRUE(std::equal(in_time.begin(), in_time.end(), phrases.begin()));
}

}  // namespace
}  // namespace hipflow::sound
