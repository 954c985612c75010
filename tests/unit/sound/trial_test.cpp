// SPDX-License-Identifier: MIT
#include "sound/trial.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "sound/renderer.h"
#include "sound/speaker.h"
#include "sound/wav.h"
#include "support/processes.h"
#include "unit/sound/fake_programs.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

class SoundTrial : public testing::Test {
   protected:
    void program(const std::string& name, const std::string& script) {
        machine.program(name, script);
    }
    Trials tried(const SoundSettings& settings = {}) {
        return try_sound(settings, machine.finder(), cache());
    }
    /// Of the language of sessions.
    Trial voice(const SoundSettings& settings = {}) { return tried(settings).voices.at(0).second; }
    static SoundSettings speaking_by(std::vector<std::string> command) {
        SoundSettings settings;
        settings.speech.voices[""].command = std::move(command);
        return settings;
    }
    fs::path cache() const { return machine.cache(); }
    std::string path_of(const std::string& name) const { return machine.path(name); }

    fakes::Machine machine;
};

TEST_F(SoundTrial, OfAMachineWithoutProgramsSaysWhatToInstall) {
    const Trials trials = tried();
    EXPECT_TRUE(trials.player.well);
    EXPECT_NE(trials.player.advice.find("pw-play"), std::string::npos);
    ASSERT_EQ(trials.voices.size(), 1U);
    EXPECT_EQ(trials.voices[0].first, "en");
    EXPECT_EQ(trials.voices[0].second,
              (Trial{true, "none found; tones are used", "for a voice, install espeak-ng"}));
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
    SoundSettings off;
    off.voice = false;
    off.tones = false;
    const Trials trials = tried(off);
    EXPECT_EQ(trials.player, (Trial{true, "off, as configured", ""}));
    EXPECT_EQ(trials.voices[0].second, (Trial{true, "off, as configured", ""}));
    EXPECT_FALSE(fs::exists(cache()));
}

TEST_F(SoundTrial, HearsAVoiceThatRendersAWord) {
    machine.file("word.wav", encode({sample_rate, Samples(sample_rate / 2, 9000)}, ""));
    program("speak", "cp " + path_of("word.wav") + " \"$1\"");
    EXPECT_EQ(voice(speaking_by({"speak", "{file}", "{text}"})),
              (Trial{true, path_of("speak") + ": speaks", ""}));
    EXPECT_FALSE(fs::exists(cache() / "trial"));
}

TEST_F(SoundTrial, TellsWhichSentenceWhichExitAndWhichRemedy) {
    program("espeak-ng", "exit 4");
    EXPECT_EQ(voice(), (Trial{false, path_of("espeak-ng") + R"(: ends with 4 at "Ready.")",
                              "try it by hand: " + path_of("espeak-ng") +
                                  " -z -v en -s 140 -w /tmp/voice.wav -- Ready.; 'language', and "
                                  "'name' under [voice], must be ones that it knows"}));
    program("speak", "exit 5");
    EXPECT_EQ(voice(speaking_by({"speak", "-o", "{file}"})),
              (Trial{false, path_of("speak") + R"(: ends with 5 at "Ready.")",
                     "try it by hand: echo Ready. | " + path_of("speak") +
                         " -o /tmp/voice.wav; correct 'command' under [voice] in the "
                         "configuration"}));
}

TEST_F(SoundTrial, TellsWhatFailedInTheLastSession) {
    machine.file("word.wav", encode({sample_rate, Samples(sample_rate / 2, 9000)}, ""));
    program("speak", "[ \"$2\" = Ready. ] || exit 6; cp " + path_of("word.wav") + " \"$1\"");
    const SoundSettings settings = speaking_by({"speak", "{file}", "{text}"});
    {
        Renderer session(Voices(settings.speech, machine.finder()), cache());
        session.want({"It's time."}, false);
        while (!session.is_idle()) session.attend({});
    }
    EXPECT_EQ(
        voice(settings),
        (Trial{false,
               path_of("speak") + R"(: speaks; at "It's time." in the last session: ends with 6)",
               "try it by hand: " + path_of("speak") +
                   R"( /tmp/voice.wav 'It'\''s time.'; correct 'command' under [voice] in )"
                   "the configuration"}));
}

TEST_F(SoundTrial, TriesTheVoiceOfEachLanguage) {
    SoundSettings settings;
    settings.speech.voices["de"].command = {"no-such-voice", "{text}"};
    const Trials trials = tried(settings);
    ASSERT_EQ(trials.voices.size(), 2U);
    EXPECT_EQ(trials.voices[1].first, "de");
    EXPECT_EQ(trials.voices[1].second,
              (Trial{false, "'no-such-voice' is not found",
                     "correct 'command' under [voice] in the configuration"}));
}

TEST_F(SoundTrial, HearsAVoiceThatSpeaksAtOnce) {
    program("speak", R"(echo "$@" > ')" + path_of("said") + "'");
    EXPECT_EQ(voice(speaking_by({"speak", "{text}"})),
              (Trial{true, path_of("speak") + ": speaks", ""}));
    EXPECT_EQ(machine.content("said"), "Ready.\n");
    program("speak", "cat > '" + path_of("said") + "'; exit 2");
    EXPECT_EQ(voice(speaking_by({"speak"})),
              (Trial{false, path_of("speak") + R"(: ends with 2 at "Ready.")",
                     "try it by hand: echo Ready. | " + path_of("speak") +
                         "; correct 'command' under [voice] in the configuration"}));
    EXPECT_EQ(machine.content("said"), "Ready.\n");
}

TEST_F(SoundTrial, WaitsNotForEverForAVoiceThatSpeaksAtOnce) {
    program("speak", "sleep 300 & echo $! > '" + path_of("pid") + "'; wait");
    const auto trials = try_sound(speaking_by({"speak", "{text}"}), machine.finder(), cache(), 2s);
    EXPECT_EQ(trials.voices.at(0).second,
              (Trial{false, path_of("speak") + R"(: does not end within 2 seconds at "Ready.")",
                     "try it by hand: " + path_of("speak") +
                         " Ready.; correct 'command' under [voice] in the configuration"}));
    const int pid = std::stoi(machine.content("pid"));
    EXPECT_TRUE(support::ends_soon(pid));
}

TEST_F(SoundTrial, RemovesWhatAKilledSessionLeft) {
    fs::create_directories(cache());
    std::ofstream(cache() / "block-1999999999-1.wav") << 'x';
    tried();
    EXPECT_FALSE(fs::exists(cache() / "block-1999999999-1.wav"));
}

TEST(SoundSettings, AreThoseOfTheFileUnlessTheyAreKnown) {
    Settings settings;
    settings.voice = true;
    settings.tones = false;
    settings.voices[""].name = "f3";
    settings.audio_lead = Millis{20};
    const SoundSettings configured = sound_settings(settings);
    EXPECT_TRUE(configured.voice);
    EXPECT_FALSE(configured.tones);
    EXPECT_EQ(configured.speech.voices.at("").name, "f3");
    EXPECT_EQ(configured.audio_lead, Millis{20});
    const SoundSettings wanted = sound_settings(settings, false, true);
    EXPECT_FALSE(wanted.voice);
    EXPECT_TRUE(wanted.tones);
    EXPECT_FALSE(expected_hearing(wanted).voice);
    EXPECT_TRUE(expected_hearing(wanted).tones);
}

}  // namespace
}  // namespace hipflow::sound
