// SPDX-License-Identifier: MIT
#include "sound/trial.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sound/wav.h"
#include "unit/store/samples.h"

namespace hipflow::sound {
namespace {

namespace fs = std::filesystem;

/// A machine with programs of our own.
class SoundTrial : public testing::Test {
   protected:
    void program(const std::string& name, const std::string& script) {
        const fs::path path = folder.path() / name;
        std::ofstream(path) << "#!/bin/sh\n" << script << '\n';
        fs::permissions(path, fs::perms::owner_all);
    }
    Trials tried(const SoundSettings& settings = {}) {
        const auto find = [this](const std::string& name) -> std::optional<std::string> {
            const fs::path path = folder.path() / name;
            return fs::exists(path) ? std::optional(path.string()) : std::nullopt;
        };
        return try_sound(settings, find, cache());
    }
    fs::path cache() const { return folder.path() / "cache"; }
    std::string path_of(const std::string& name) const { return (folder.path() / name).string(); }

    store::samples::TempFolder folder;
};

TEST_F(SoundTrial, OfAMachineWithoutProgramsSaysWhatToInstall) {
    const Trials trials = tried();
    EXPECT_TRUE(trials.player.well);
    EXPECT_NE(trials.player.advice.find("pw-play"), std::string::npos);
    EXPECT_TRUE(trials.voice.well);
    EXPECT_EQ(trials.voice.state, "none found; tones are used");
}

TEST_F(SoundTrial, TriesOnePlayerAfterTheOther) {
    program("pw-play", "exit 1");
    program("aplay", "exit 0");
    EXPECT_EQ(tried().player, (Trial{true, path_of("aplay") + ": plays", ""}));
    program("aplay", "exit 3");
    const Trial failed = tried().player;
    EXPECT_FALSE(failed.well);
    EXPECT_EQ(failed.state.find(path_of("pw-play") + ": ends with 1; " + path_of("aplay") +
                                ": ends with 3; the terminal's bell"),
              0U)
        << failed.state;
}

TEST_F(SoundTrial, TriesNothingThatIsOff) {
    program("pw-play", "exit 1");
    const Trials trials = tried({.voice = false, .tones = false, .volume = 80, .speech = {}});
    EXPECT_EQ(trials.player, (Trial{true, "off, as configured", ""}));
    EXPECT_EQ(trials.voice, (Trial{true, "off, as configured", ""}));
    EXPECT_FALSE(fs::exists(cache()));
}

TEST_F(SoundTrial, HearsAVoiceThatRendersAWord) {
    std::ofstream(path_of("word.wav"), std::ios::binary)
        << encode({sample_rate, Samples(sample_rate / 2, 9000)}, "");
    program("speak", "cp " + path_of("word.wav") + " \"$1\"");
    SoundSettings settings;
    settings.speech.command = {"speak", "{file}", "{text}"};
    EXPECT_EQ(tried(settings).voice, (Trial{true, path_of("speak") + ": speaks", ""}));
    EXPECT_FALSE(fs::exists(cache() / "trial"));
}

TEST_F(SoundTrial, FindsAVoiceThatWritesNothing) {
    program("espeak-ng", "exit 0");
    const Trial silent = tried().voice;
    EXPECT_FALSE(silent.well);
    EXPECT_EQ(silent.state, path_of("espeak-ng") + ": writes no sound");
    EXPECT_NE(silent.advice.find("'language'"), std::string::npos);
}

TEST_F(SoundTrial, NamesAConfiguredVoiceThatIsNotThere) {
    SoundSettings settings;
    settings.speech.command = {"no-such-voice", "{text}"};
    EXPECT_EQ(tried(settings).voice, (Trial{false, "'no-such-voice' is not found",
                                            "correct 'voice_command' in the configuration"}));
}

TEST_F(SoundTrial, LetsAVoiceThatSpeaksByItselfAlone) {
    program("speak", "exit 1");
    SoundSettings settings;
    settings.speech.command = {"speak", "{text}"};
    EXPECT_EQ(tried(settings).voice, (Trial{true, path_of("speak") + ": found", ""}));
}

TEST(SoundSettings, AreThoseOfTheFileUnlessTheyAreKnown) {
    Settings settings;
    settings.voice = true;
    settings.tones = false;
    settings.voice_name = "f3";
    const SoundSettings configured = sound_settings(settings);
    EXPECT_TRUE(configured.voice);
    EXPECT_FALSE(configured.tones);
    EXPECT_EQ(configured.speech.variant, "f3");
    const SoundSettings wanted = sound_settings(settings, false, true);
    EXPECT_FALSE(wanted.voice);
    EXPECT_TRUE(wanted.tones);
    EXPECT_FALSE(expected_hearing(wanted).voice);
    EXPECT_TRUE(expected_hearing(wanted).tones);
}

}  // namespace
}  // namespace hipflow::sound
