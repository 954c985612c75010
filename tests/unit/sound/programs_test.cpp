// SPDX-License-Identifier: MIT
#include "sound/programs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

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

Words spoken(const VoiceProgram& voice, std::string_view text, const std::string& file) {
    return speaking(voice, text, file).arguments;
}

SpeechSettings with_command(Words command) {
    SpeechSettings settings;
    settings.voices[""].command = std::move(command);
    return settings;
}

/// What espeak-ng is asked for.
std::string espeak_voice(const SpeechSettings& settings, const std::string& language) {
    const auto voice = find_voice(settings, language, with({"espeak-ng"}));
    return voice ? voice->command.at(3) : "";
}

TEST(Programs, EspeakRendersIntoAFile) {
    SpeechSettings settings;
    settings.voices[""].name = "f3";
    settings.rate = 150;
    const auto voice = find_voice(settings, "en", with({"espeak-ng", "say"}));
    ASSERT_TRUE(voice.has_value());
    EXPECT_TRUE(voice->renders());
    EXPECT_FALSE(voice->reads());
    EXPECT_EQ(voice->name(), "espeak-ng");
    EXPECT_EQ(spoken(*voice, "Change sides.", "/c/x.wav"),
              (Words{"/bin/espeak-ng", "-z", "-v", "en+f3", "-s", "150", "-w", "/c/x.wav", "--",
                     "Change sides."}));
}

TEST(Programs, EspeakSpeaksEachLanguageByItsVoice) {
    SpeechSettings settings;
    EXPECT_EQ(espeak_voice(settings, "en"), "en");
    EXPECT_EQ(espeak_voice(settings, "de"), "de");
    settings.language = "en-gb";
    EXPECT_EQ(espeak_voice(settings, "en"), "en-gb") << "as it is set";
    settings.voices[""].name = "m2";
    EXPECT_EQ(espeak_voice(settings, "de"), "de+m2") << "a variant is one of all voices";
    settings.voices[""].name = "en-us";
    EXPECT_EQ(espeak_voice(settings, "en"), "en-us");
    EXPECT_EQ(espeak_voice(settings, "de"), "de") << "a voice of its own speaks its own language";
    settings.voices["de"].name = "mb-de5";
    EXPECT_EQ(espeak_voice(settings, "de"), "mb-de5");
}

TEST(Programs, SayIsTakenWhereThereIsNoEspeak) {
    const auto voice = find_voice({}, "en", with({"say"}));
    ASSERT_TRUE(voice.has_value());
    EXPECT_EQ(spoken(*voice, "Rest.", "/c/x.wav"),
              (Words{"/bin/say", "-r", "140", "--data-format=LEI16@22050", "--file-format=WAVE",
                     "-o", "/c/x.wav", "Rest."}));
    EXPECT_FALSE(find_voice({}, "en", with({"aplay"})).has_value());
    EXPECT_FALSE(find_voice({}, "de", with({"say"})).has_value()) << "nobody knows what it speaks";
}

TEST(Programs, AnyCommandSpeaksByItselfOrIntoAFile) {
    const auto renderer = find_voice(with_command({"flite", "-t", "{text}", "-o", "{file}"}), "en",
                                     with({"flite", "espeak-ng"}));
    ASSERT_TRUE(renderer.has_value());
    EXPECT_TRUE(renderer->renders());
    const SpeechSettings settings = with_command({"spd-say", "--wait", "hipflow: {text}"});
    const auto speaker = find_voice(settings, "en", with({"spd-say"}));
    ASSERT_TRUE(speaker.has_value());
    EXPECT_FALSE(speaker->renders());
    EXPECT_EQ(spoken(*speaker, "Rest.", ""), (Words{"/bin/spd-say", "--wait", "hipflow: Rest."}));
    EXPECT_FALSE(find_voice(settings, "en", with({"espeak-ng"})).has_value());
}

TEST(Programs, ACommandWithoutTheLanguageSpeaksThatOfItsTable) {
    SpeechSettings settings = with_command({"pico", "-w", "{file}", "{text}"});
    const auto all = with({"pico", "festival", "espeak-ng"});
    const auto name = [&](const std::string& language) {
        const auto voice = find_voice(settings, language, all);
        return voice ? voice->name() : "";
    };
    EXPECT_EQ(name("en"), "pico");
    EXPECT_EQ(name("de"), "espeak-ng");
    settings.voices["de"].command = {"festival", "{file}"};
    EXPECT_EQ(name("de"), "festival");
    EXPECT_EQ(name("fr"), "espeak-ng");
    settings.voices[""].command = {"pico", "-l", "{lang}", "-w", "{file}", "{text}"};
    EXPECT_EQ(name("fr"), "pico");
    const auto french = find_voice(settings, "fr", all);
    ASSERT_TRUE(french.has_value());
    EXPECT_EQ(spoken(*french, "Bon.", "f"), (Words{"/bin/pico", "-l", "fr", "-w", "f", "Bon."}));
}

TEST(Programs, AVoiceMayReadTheSentence) {
    const VoiceProgram voice{{"/bin/v", "-o", "{file}", "-s", "{rate}"}, "en", 150};
    EXPECT_TRUE(voice.reads());
    const Invocation call = speaking(voice, "-- {file}", "f");
    EXPECT_EQ(call.arguments, (Words{"/bin/v", "-o", "f", "-s", "150"}));
    EXPECT_EQ(call.input, "file}\n");
}

TEST(Programs, WhatIsSpokenIsOnlyText) {
    const VoiceProgram voice{{"/bin/v", "{file}", "{text}"}};
    EXPECT_EQ(spoken(voice, "a $(reboot) {file} ; {text} {lang}", "f"),
              (Words{"/bin/v", "f", "a $(reboot) {file} ; {text} {lang}"}));
    EXPECT_EQ(spoken(voice, "a", "{text}"), (Words{"/bin/v", "{text}", "a"}));
    for (const auto* text : {"-rf", "--rf", "@rf", "+rf", " \n-rf", "$rf"}) {
        EXPECT_EQ(spoken(voice, text, "f").at(2), "rf") << text;
    }
    EXPECT_EQ(spoken(voice, "Äste", "f").at(2), "Äste");
}

TEST(Programs, CommandsCanBeTyped) {
    EXPECT_EQ(typed({"/bin/v", "-w", "/tmp/a.wav", "It's $HOME", ""}),
              R"(/bin/v -w /tmp/a.wav 'It'\''s $HOME' '')");
}

TEST(Programs, PlayersAreTriedInOrder) {
    EXPECT_EQ(find_players(with({"afplay", "aplay", "paplay", "pw-play"})),
              (Words{"/bin/pw-play", "/bin/paplay", "/bin/aplay", "/bin/afplay"}));
    EXPECT_EQ(find_players(with({"espeak-ng"})), Words{});
    EXPECT_EQ(playing("/bin/aplay", "x.wav"), (Words{"/bin/aplay", "-q", "x.wav"}));
    EXPECT_EQ(playing("/bin/pw-play", "x.wav"), (Words{"/bin/pw-play", "x.wav"}));
}

TEST(SoundWords, SayWhatIsHeard) {
    const VoiceProgram voice{{"/bin/espeak-ng"}};
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
