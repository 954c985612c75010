// SPDX-License-Identifier: MIT
#include "sound/renderer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "platform/signals.h"
#include "sound/wav.h"
#include "support/processes.h"
#include "unit/sound/fake_programs.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

const Phrase next{"Next: bridge.", "en"};
const Phrase paused{"Paused.", "en"};
const Phrase german{"Weiter geht's.", "de"};

/// A second of a square wave.
Samples loud(int rate = sample_rate, int seconds = 1) {
    Samples samples(static_cast<std::size_t>(rate) * static_cast<std::size_t>(seconds));
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = i / 20 % 2 == 0 ? 6'000 : -6'000;
    return samples;
}

class Rendering : public testing::Test {
   protected:
    Rendering() {
        machine.file("second.wav", encode({sample_rate, loud()}, ""));
        settings.voices[""].command = {"speak", "{file}", "{text}"};
    }
    /// A voice of the user, and espeak-ng, which says what it is asked.
    void with_espeak(const std::string& script) {
        machine.program("speak", script);
        machine.program("espeak-ng", R"(echo "$@" >> ')" + machine.path("espoken") +
                                         R"('; while [ "$1" != -w ]; do shift; done; cp ')" +
                                         machine.path("second.wav") + R"(' "$2")");
    }
    std::string copying(const std::string& wav) const {
        return "cp '" + machine.path(wav) + R"(' "$1")";
    }
    Renderer& renderer() {
        if (!made) made.emplace(Voices(settings, machine.finder()), machine.cache());
        return *made;
    }
    /// Renders all that is wanted. Time stands still meanwhile unless `passes` is set.
    void run(Millis passes = 0ms) {
        for (int turns = 0; !renderer().is_idle() && turns < 2'000; ++turns) {
            now += passes;
            renderer().attend(now);
            if (!renderer().is_idle()) platform::wait_for({}, 5ms);
        }
        ASSERT_TRUE(renderer().is_idle());
    }
    /// What the voice could not do, in the order of time.
    std::vector<std::string> faults() {
        std::vector<std::string> words;
        for (const auto& failure : renderer().voices().failures()) words.push_back(failure.what);
        return words;
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(machine.cache())) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    }

    fakes::Machine machine;
    SpeechSettings settings;
    std::optional<Renderer> made;
    Millis now{};
};

TEST_F(Rendering, KeepsWhatAVoiceHasSaid) {
    with_espeak(copying("second.wav"));
    renderer().want(next, false);
    run();
    EXPECT_EQ(renderer().known_length(next.text, "en"), 1s);
    EXPECT_EQ(renderer().known_length(next.text, "de"), std::nullopt);
    EXPECT_TRUE(renderer().load(next).has_value());
    EXPECT_EQ(faults(), std::vector<std::string>{});
    ASSERT_EQ(files().size(), 1U);
    struct stat kept {};
    ASSERT_EQ(stat(machine.cache().c_str(), &kept), 0);
    EXPECT_EQ(kept.st_mode & 0777U, 0700U);
    made.reset();
    // Another session has no need of the program.
    EXPECT_GE(renderer().length_of(next), 1s);
}

TEST_F(Rendering, ReadsEveryRateAndTwoChannels) {
    Samples both;
    for (const auto sample : loud(8'000)) both.insert(both.end(), {sample, sample});
    std::string stereo = encode({8'000, both}, "");
    stereo[22] = 2;
    machine.file("stereo.wav", stereo);
    with_espeak(copying("stereo.wav"));
    renderer().want(next, false);
    run();
    EXPECT_EQ(renderer().known_length(next.text, "en"), 1s);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(Rendering, GivesASentenceToAVoiceThatReads) {
    settings.voices[""].command = {"speak", "{file}"};
    with_espeak("cat > '" + machine.path("read") + "'; " + copying("second.wav"));
    renderer().want(next, false);
    run();
    EXPECT_EQ(machine.content("read"), "Next: bridge.\n");
    EXPECT_TRUE(renderer().load(next).has_value());
}

TEST_F(Rendering, ReplacesEveryVoiceThatFails) {
    machine.file("minute.wav", encode({sample_rate, loud(sample_rate, 60)}, ""));
    machine.file("silent.wav", encode({sample_rate, silence(1s)}, ""));
    machine.file("click.wav", encode({sample_rate, Samples(100, 9'000)}, ""));
    machine.file("noise.wav", std::string(50'000, '\x5a'));
    const std::vector<std::pair<std::string, std::string>> voices = {
        {"exit 3", "ends with 3"},
        {"kill -SEGV $$", "ends with 139"},
        {"exit 0", "writes no sound that can be read"},
        {copying("noise.wav"), "writes no sound that can be read"},
        {copying("silent.wav"), "writes silence"},
        {copying("click.wav"), "speaks for 0.00 s only"},
        {copying("minute.wav"), "speaks for 60 s"},
    };
    for (const auto& [script, what] : voices) {
        with_espeak(script);
        made.reset();
        fs::remove_all(machine.cache());
        renderer().want(next, false);
        run();
        EXPECT_EQ(faults(), std::vector<std::string>{what});
        EXPECT_TRUE(renderer().load(next).has_value()) << script;
        EXPECT_FALSE(std::ranges::any_of(
            files(), [](const auto& name) { return name.find("part") != std::string::npos; }));
    }
}

TEST_F(Rendering, GivesUpAVoiceThatHangs) {
    with_espeak("exec sleep 1000");
    renderer().want(next, false);
    renderer().attend(0ms);
    EXPECT_FALSE(renderer().is_idle());
    now = 20s;
    run();
    EXPECT_EQ(faults(), std::vector<std::string>{"gives no answer within 20 seconds"});
    EXPECT_TRUE(renderer().load(next).has_value());
}

TEST_F(Rendering, EndsWhatAVoiceThatHangsHasStarted) {
    with_espeak("sleep 300 & echo $! > '" + machine.path("pid") + "'; wait");
    renderer().want(next, false);
    renderer().attend(0ms);
    for (int turns = 0; machine.content("pid").empty() && turns < 1'000; ++turns) {
        platform::wait_for({}, 5ms);
    }
    const auto pid = std::stoi(machine.content("pid"));
    EXPECT_FALSE(support::has_ended(pid));
    now = 20s;
    run();
    EXPECT_TRUE(support::ends_soon(pid));
}

TEST_F(Rendering, LeavesTheLanguageToEspeakAfterTwoFailures) {
    with_espeak("echo >> '" + machine.path("tried") + "'; exit 1");
    for (const auto* text : {"One.", "Two.", "Three.", "Four."}) {
        renderer().want({text, "en"}, false);
    }
    run();
    EXPECT_EQ(machine.content("tried"), "\n\n");
    EXPECT_EQ(faults().size(), 2U);
    for (const auto* text : {"One.", "Two.", "Three.", "Four."}) {
        EXPECT_TRUE(renderer().known_length(text, "en").has_value()) << text;
    }
    EXPECT_EQ(renderer().voices().of_language("en")->name(), "espeak-ng");
}

TEST_F(Rendering, KeepsAVoiceThatFailsNowAndThen) {
    with_espeak(R"(case "$2" in Odd*) exit 1;; esac; )" + copying("second.wav"));
    for (const auto* text : {"Odd one.", "Even.", "Odd two.", "Even too.", "Odd three."}) {
        renderer().want({text, "en"}, false);
    }
    run();
    EXPECT_EQ(faults().size(), 3U);
    EXPECT_EQ(renderer().voices().of_language("en")->name(), "speak");
}

TEST_F(Rendering, FallsSilentWhereNobodyIsLeft) {
    machine.program("speak", "exit 1");
    for (const auto& phrase : {next, paused}) renderer().want(phrase, false);
    run();
    EXPECT_TRUE(renderer().has_failed_at(next));
    EXPECT_EQ(renderer().voices().of_language("en"), nullptr);
    EXPECT_EQ(renderer().length_of(next), std::nullopt);
}

TEST_F(Rendering, SpeaksEachLanguageByItsVoice) {
    settings.voices["de"].name = "mb-de5";
    with_espeak(copying("second.wav"));
    for (const auto& phrase : {next, german}) renderer().want(phrase, false);
    run();
    EXPECT_NE(machine.content("espoken").find("-v mb-de5"), std::string::npos);
    EXPECT_EQ(machine.content("espoken").find("Next"), std::string::npos);
    EXPECT_TRUE(renderer().known_length(german.text, "de").has_value());
}

TEST_F(Rendering, RunsNoShell) {
    settings.voices[""].command = {"speak", "{file}", "{text}"};
    with_espeak("printf '%s|' \"$#\" \"$2\" >> '" + machine.path("said") + "'; " +
                copying("second.wav"));
    const std::string touched = machine.path("touched");
    for (const std::string& text :
         {"$(touch " + touched + ")", "`touch " + touched + "`", "a\"; touch " + touched + "; '",
          std::string("--help me"), std::string("keep {file} and {text}"),
          std::string("two\nlines")}) {
        renderer().want({text, "en"}, false);
    }
    run();
    EXPECT_FALSE(fs::exists(touched));
    EXPECT_EQ(machine.content("said"), "2|touch " + touched + ")|2|touch " + touched +
                                           "`|2|a\"; touch " + touched +
                                           "; '|2|help me|2|keep {file} and {text}|2|two lines|");
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(Rendering, RendersAnewForEverythingThatChangesTheSound) {
    with_espeak(copying("second.wav"));
    renderer().want(next, false);
    run();
    const auto knows = [&](const SpeechSettings& other, const Phrase& phrase) {
        return Renderer(Voices(other, machine.finder()), machine.cache())
            .length_of(phrase)
            .has_value();
    };
    EXPECT_TRUE(knows(settings, next));
    SpeechSettings other = settings;
    other.rate = 200;
    EXPECT_FALSE(knows(other, next));
    other = settings;
    other.voices[""].command.emplace_back("-v");
    EXPECT_FALSE(knows(other, next));
    other = settings;
    other.language = "de";
    EXPECT_FALSE(knows(other, {next.text, "de"}));
    machine.program("speak", copying("second.wav") + " # another version");
    EXPECT_FALSE(knows(settings, next));
}

TEST_F(Rendering, TellsTheNextDoctorWhatFailed) {
    with_espeak("exit 7");
    renderer().want(next, false);
    run();
    const auto failures = last_failures(machine.cache());
    ASSERT_EQ(failures.size(), 1U);
    EXPECT_EQ(failures.front(), (VoiceFailure{"en", "speak", "ends with 7", "Next: bridge."}));
    forget_failures(machine.cache());
    EXPECT_TRUE(last_failures(machine.cache()).empty());
}

TEST_F(Rendering, LeavesNothingHalfDone) {
    with_espeak(copying("second.wav") + "; sleep 1000");
    renderer().want(next, false);
    renderer().attend(0ms);
    for (int turns = 0; files().empty() && turns < 1'000; ++turns) platform::wait_for({}, 5ms);
    EXPECT_EQ(files().size(), 1U);
    made.reset();
    EXPECT_EQ(files().size(), 0U);
}

TEST_F(Rendering, TellsHowFarItIs) {
    with_espeak(copying("second.wav"));
    for (const auto& phrase : {next, paused, next}) renderer().want(phrase, false);
    EXPECT_EQ(renderer().progress().done, 0U);
    EXPECT_EQ(renderer().progress().total, 2U);
    run(1s);
    EXPECT_EQ(renderer().progress().done, 2U);
    EXPECT_EQ(renderer().progress().left, 0ms);
}

TEST_F(Rendering, RemovesWhatNobodyUses) {
    with_espeak(copying("second.wav"));
    renderer().want(next, false);
    run();
    const fs::path used = machine.cache() / files().front();
    const auto aged = [&](const std::string& name, std::chrono::hours age) {
        std::ofstream(machine.cache() / name) << 'x';
        fs::last_write_time(machine.cache() / name, fs::file_time_type::clock::now() - age);
    };
    aged("old.wav", 24h * 61);
    aged("young.wav", 24h * 59);
    aged("block-1-1.wav", 25h);
    aged("1.part.wav", 25h);
    prune(machine.cache());
    auto left = files();
    std::ranges::sort(left);
    EXPECT_EQ(left, (std::vector<std::string>{used.filename().string(), "young.wav"}));
}

TEST_F(Rendering, RemovesWhatAKilledSessionLeft) {
    fs::create_directories(machine.cache());
    const std::vector<std::string> of_the_living = {"1.part.wav", "block-1-1.wav",
                                                    fmt::format("block-{}-7.wav", getpid()),
                                                    "ef.wav.1.draft", "failures"};
    const std::vector<std::string> of_the_dead = {"1999999999.part.wav", "block-1999999999-1.wav",
                                                  "ef.wav.1999999999.draft", "block-x.wav"};
    for (const auto& names : {of_the_living, of_the_dead}) {
        for (const auto& name : names) std::ofstream(machine.cache() / name) << 'x';
    }
    prune(machine.cache());
    auto left = files();
    std::ranges::sort(left);
    EXPECT_EQ(left, of_the_living);
}

}  // namespace
}  // namespace hipflow::sound
