// SPDX-License-Identifier: MIT
#include "sound/programs.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hipflow::sound {
namespace {

using Words = std::vector<std::string>;

/// A machine on which these are found in /bin.
Finder with(Words programs) {
    return [programs](const std::string& name) -> std::optional<std::string> {
        if (std::find(programs.begin(), programs.end(), name) == programs.end()) return {};
        return "/bin/" + name;
    };
}

TEST(Programs, EspeakRendersIntoAFile) {
    SpeechSettings settings;
    settings.variant = "f3";
    settings.rate = 140;
    const auto voice = find_voice(settings, with({"espeak-ng", "say"}));
    ASSERT_TRUE(voice.has_value());
    EXPECT_TRUE(voice->renders);
    EXPECT_EQ(voice->name(), "espeak-ng");
    EXPECT_EQ(speaking(*voice, "Change sides.", "/c/x.wav"),
              (Words{"/bin/espeak-ng", "-z", "-v", "en+f3", "-s", "140", "-w", "/c/x.wav", "--",
                     "Change sides."}));
}

TEST(Programs, SayIsTakenWhereThereIsNoEspeak) {
    const auto voice = find_voice({}, with({"say"}));
    ASSERT_TRUE(voice.has_value());
    EXPECT_EQ(speaking(*voice, "Rest.", "/c/x.wav"),
              (Words{"/bin/say", "-r", "160", "--data-format=LEI16@22050", "--file-format=WAVE",
                     "-o", "/c/x.wav", "Rest."}));
    EXPECT_FALSE(find_voice({}, with({"aplay"})).has_value());
}

TEST(Programs, AnyCommandSpeaksByItselfOrIntoAFile) {
    SpeechSettings settings;
    settings.command = {"flite", "-t", "{text}", "-o", "{file}"};
    const auto renderer = find_voice(settings, with({"flite", "espeak-ng"}));
    ASSERT_TRUE(renderer.has_value());
    EXPECT_TRUE(renderer->renders);
    settings.command = {"spd-say", "--wait", "hipflow: {text}"};
    const auto speaker = find_voice(settings, with({"spd-say"}));
    ASSERT_TRUE(speaker.has_value());
    EXPECT_FALSE(speaker->renders);
    EXPECT_EQ(speaking(*speaker, "Rest.", ""), (Words{"/bin/spd-say", "--wait", "hipflow: Rest."}));
    // What the user wants and is not there is not replaced by something else.
    EXPECT_FALSE(find_voice(settings, with({"espeak-ng"})).has_value());
}

TEST(Programs, WhatIsSpokenIsOnlyText) {
    const VoiceProgram voice{{"/bin/v", "{file}", "{text}"}, true};
    EXPECT_EQ(speaking(voice, "$(reboot) {file} ; {text}", "f"),
              (Words{"/bin/v", "f", "$(reboot) {file} ; {text}"}));
}

TEST(Programs, PlayersAreTriedInOrder) {
    EXPECT_EQ(find_players(with({"afplay", "aplay", "paplay", "pw-play"})),
              (Words{"/bin/pw-play", "/bin/paplay", "/bin/aplay", "/bin/afplay"}));
    EXPECT_EQ(find_players(with({"espeak-ng"})), Words{});
    EXPECT_EQ(playing("/bin/aplay", "x.wav"), (Words{"/bin/aplay", "-q", "x.wav"}));
    EXPECT_EQ(playing("/bin/pw-play", "x.wav"), (Words{"/bin/pw-play", "x.wav"}));
}

TEST(SoundWords, SayWhatIsHeard) {
    const VoiceProgram voice{{"/bin/espeak-ng"}, true};
    EXPECT_EQ(sound_words(&voice, true, "aplay", true),
              "Sound: voice (espeak-ng) and tones, played by aplay.");
    EXPECT_EQ(sound_words(&voice, false, "", true), "Sound: voice (espeak-ng).");
    EXPECT_EQ(sound_words(nullptr, true, "aplay", false), "Sound: tones, played by aplay.");
    EXPECT_EQ(sound_words(nullptr, true, "aplay", true),
              "Sound: tones, played by aplay; no voice: espeak-ng cannot be used, 'hipflow doctor' "
              "says more.");
}

}  // namespace
}  // namespace hipflow::sound
