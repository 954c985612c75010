// SPDX-License-Identifier: MIT
#include "catalog/settings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/scratch_folder.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

Settings parsed(std::string_view text) {
    std::vector<Diagnostic> faults;
    auto settings = parse_settings(text, "config.toml", faults);
    EXPECT_EQ(texts_of(faults), Lines{});
    return settings.value_or(Settings{});
}

Lines complaints(const std::string& lines) {
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(parse_settings("format = 1\n" + lines, "f", faults).has_value());
    return texts_of(faults);
}

TEST(ParseSettings, TakesWhatTheFileSaysAndRemembersWhere) {
    const Settings settings = parsed(R"(format = 1
routine = "morning flow"
[session]
ask_peak = "each"
figures = false
[pain]
before_rest = 6
red_rise = 2
[me]
day_starts = "05:30"
week_starts = "sunday"
)");
    EXPECT_EQ(settings.routine, "morning flow");
    EXPECT_EQ(settings.ask_peak, AskPeak::after_each_exercise);
    EXPECT_FALSE(settings.figures);
    EXPECT_EQ(settings.pain.before_rest, 6);
    EXPECT_EQ(settings.pain.red_rise, 2);
    EXPECT_EQ(settings.day_starts, 5h + 30min);
    EXPECT_EQ(settings.week_starts, std::chrono::Sunday);
    EXPECT_EQ(settings.origin.at("routine"), "config.toml:2");
    EXPECT_EQ(settings.origin.at("pain.before_rest"), "config.toml:7");
    EXPECT_EQ(settings.origin.at("pain.before_gentle"), "default");
    EXPECT_EQ(settings.origin.at("me.week_starts"), "config.toml:11");
}

TEST(ParseSettings, LeavesTheRestAsItIsByDefault) {
    const Settings settings = parsed("format = 1\n");
    EXPECT_EQ(listed(settings), listed(default_settings()));
    EXPECT_EQ(settings.pain, PainThresholds{});
}

TEST(ParseSettings, TakesHowFiguresAreDrawn) {
    const Settings settings = parsed(R"(format = 1
[display]
graphics = "kitty"
theme = "light"
colours = "256"
)");
    EXPECT_EQ(settings.display,
              (DisplaySettings{Graphics::kitty, ThemeChoice::light, FigureColours::indexed}));
    EXPECT_EQ(settings.origin.at("display.colours"), "config.toml:5");
    EXPECT_EQ(parsed("format = 1\n").display,
              (DisplaySettings{Graphics::cells, ThemeChoice::automatic, FigureColours::automatic}));
    EXPECT_EQ(complaints("[display]\ngraphics = \"kity\"\ncolours = 256\n").size(), 2U);
    const Lines faults = complaints("[display]\ntheme = \"darc\"\n");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_TRUE(faults[0].starts_with("f:3:9: ")) << faults[0];
    EXPECT_NE(faults[0].find("'dark'"), std::string::npos) << faults[0];
}

TEST(ParseSettings, TakesWhatIsToBeHeard) {
    const Settings settings = parsed(R"(format = 1
[session]
voice = false
voice_command = ["flite", "-t", "{text}", "-o", "{file}"]
voice_name = "f3"
language = "en-gb"
rate = 140
tones = false
volume = 30
hands_free = true
)");
    EXPECT_FALSE(settings.voice);
    EXPECT_EQ(settings.voices.at(""),
              (VoiceChoice{{"flite", "-t", "{text}", "-o", "{file}"}, "f3"}));
    EXPECT_EQ(settings.language, "en-gb");
    EXPECT_EQ(settings.rate, 140);
    EXPECT_FALSE(settings.tones);
    EXPECT_EQ(settings.volume, 30);
    EXPECT_TRUE(settings.hands_free);
    EXPECT_EQ(settings.origin.at("session.rate"), "config.toml:7");
}

TEST(ParseSettings, TakesHowMuchIsSaidAndWhen) {
    const Settings settings = parsed(R"(format = 1
[session]
guidance = "counts"
changes = 1.5
breath = "4s"
tempo_words = false
audio_lead = "0s"
wake = "2s"
)");
    EXPECT_EQ(settings.guidance, Guidance::counts);
    EXPECT_EQ(settings.changes, 1.5);
    EXPECT_EQ(settings.breath, 4s);
    EXPECT_FALSE(settings.tempo_words);
    EXPECT_EQ(settings.audio_lead, 0ms);
    EXPECT_EQ(settings.wake, 2s);
    EXPECT_EQ(parsed("format = 1\n").rate, 140);
    EXPECT_FALSE(parsed("format = 1\n[session]\nguidance = \"auto\"\n").guidance);
    EXPECT_EQ(complaints("[session]\nguidance = \"ful\"\n").size(), 1U);
    EXPECT_EQ(complaints("[session]\nchanges = 4\naudio_lead = \"1s\"\nwake = \"3s\"\n").size(),
              3U);
}

TEST(ParseSettings, GivesEachLanguageItsVoice) {
    const Settings settings = parsed(R"(format = 1
[voice]
command = ["pico2wave", "-l", "en-GB", "-w", "{file}", "{text}"]
[voice.de]
name = "mb-de5"
)");
    EXPECT_EQ(settings.voices.at("").command.front(), "pico2wave");
    EXPECT_EQ(settings.voices.at("de"), (VoiceChoice{{}, "mb-de5"}));
    EXPECT_EQ(settings.origin.at("voice.de.name"), "config.toml:5");
    EXPECT_EQ(settings.origin.at("voice.command"), "config.toml:3");
    EXPECT_EQ(parsed("format = 1\n[session]\nvoice_name = \"f3\"\n").origin.at("voice.name"),
              "config.toml:3");
    const Lines lines = complaints("[voice.german]\nname = \"x\"\n[voice.de]\nnam = \"x\"\n");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].find("'german' is no language"), std::string::npos) << lines[0];
    EXPECT_NE(lines[1].find("Did you mean 'name'?"), std::string::npos) << lines[1];
}

TEST(ParseSettings, RefusesAVoiceWithoutAProgram) {
    for (const std::string key : {"[session]\nvoice_command", "[voice]\ncommand"}) {
        const Lines told = complaints(key + " = [\"{text}\"]\n");
        ASSERT_EQ(told.size(), 1U) << key;
        EXPECT_NE(told.front().find("expected a program"), std::string::npos) << told.front();
        // Without {text}, the sentence is on its standard input.
        const auto of_all = [&](const std::string& command) {
            return parsed("format = 1\n" + key + " = " + command + "\n").voices.at("").command;
        };
        EXPECT_EQ(of_all("[\"say\"]"), Lines{"say"});
        EXPECT_EQ(of_all("[]"), Lines{});
    }
    EXPECT_EQ(complaints("[session]\nrate = 20\nvolume = 101\n"),
              (Lines{"f:3:8: 'rate' is 20 (integer), expected a whole number from 80 to 400",
                     "f:4:10: 'volume' is 101 (integer), expected a whole number from 0 to 100"}));
}

TEST(ParseSettings, ReportsEveryFaultAtOnce) {
    EXPECT_EQ(
        complaints(
            "[sesion]\n[session]\nask_peak = true\n[pain]\nbefore_rest = 11\nbefore_rst = 1\n"
            "[me]\nday_starts = \"06:01\"\nweek_starts = \"tuesday\"\n"),
        (Lines{"f:2:2: unknown key 'sesion' in the configuration. Did you mean 'session'?",
               "f:4:12: 'ask_peak' is true (without quotes), expected \"end\", \"each\".",
               "f:6:15: 'before_rest' is 11, expected 1 to 7: 7 to 10 is called severe pain",
               "f:7:1: unknown key 'before_rst' in [pain]. Did you mean 'before_rest'?",
               "f:9:14: 'day_starts' is \"06:01\", expected a time from \"00:00\" to \"06:00\"",
               "f:10:15: 'week_starts' is \"tuesday\", expected \"monday\", \"sunday\"."}));
}

TEST(ParseSettings, NeedsTheFormat) {
    std::vector<Diagnostic> faults;
    parse_settings("routine = \"x\"\n", "f", faults);
    EXPECT_EQ(texts_of(faults),
              Lines{"f:1:1: 'format' is missing; write format = 1 at the top of the file"});
}

TEST(ParseSettings, NeedsThresholdsThatRise) {
    EXPECT_EQ(
        complaints("[pain]\nbefore_rest = 4\n"),
        Lines{"f:2:1: 'before_gentle', 'before_rest' and 'before_refuse' are 5, 4 and 9, expected "
              "each to be at least as high as the one before"});
    EXPECT_EQ(
        complaints("[pain]\nbefore_rise_rest = 1\n"),
        Lines{"f:2:1: 'before_rise_gentle' and 'before_rise_rest' are 2 and 1, expected the second "
              "to be at least as high as the first"});
}

TEST(ParseSettings, NeverGoesBeyondWhatIsPublished) {
    EXPECT_EQ(complaints("[pain]\nred_peak = 8\n[coach]\ndays_between_steps = 3\n"),
              (Lines{"f:3:12: 'red_peak' is 8, expected 1 to 6: published pain rules call 0 to 3 "
                     "green, 4 and 5 amber, and 6 or more red",
                     "f:5:22: 'days_between_steps' is 3, expected 7 to 60: an exercise goes up "
                     "once a week at most, and two exercises in a session at most"}));
    EXPECT_EQ(parsed("format = 1\n[coach]\nsteps_per_session = 1\n").coach.steps_per_session, 1);
}

TEST(ParseSettings, NeedsPausesThatGrow) {
    EXPECT_EQ(complaints("[coach]\ndays_to_restart = 7\n"),
              Lines{"f:2:1: 'days_to_bottom', 'days_to_lower' and 'days_to_restart' are 7, 14 and "
                    "7, expected each to be at least as high as the one before"});
}

TEST(ParseSettings, TakesOnlyTimesOfTheClock) {
    for (const std::string time : {"4:00", "04:60", "04:00:00", "", "24:00", "0x:00"}) {
        EXPECT_EQ(complaints("[me]\nday_starts = \"" + time + "\"\n").size(), 1U) << time;
    }
    EXPECT_EQ(parsed("format = 1\n[me]\nday_starts = \"00:00\"\n").day_starts, 0min);
    EXPECT_EQ(parsed("format = 1\n[me]\nday_starts = \"06:00\"\n").day_starts, 6h);
}

TEST(ParseSettings, TellsNoRestrictionsFromNothingSaid) {
    EXPECT_FALSE(parsed("format = 1\n[me]\n").restrictions);
    EXPECT_EQ(parsed("format = 1\n[me]\nrestrictions = []\n").restrictions,
              std::vector<std::string>{});
    const auto settings =
        parsed("format = 1\n[me]\nrestrictions = [\"knees\"]\navoid = [\"clamshell\"]\n");
    EXPECT_EQ(settings.restrictions, std::vector<std::string>{"knees"});
    EXPECT_EQ(settings.avoid, std::vector<std::string>{"clamshell"});
}

TEST(ParseSettings, TakesTheNumberThatSomebodyWouldCall) {
    EXPECT_EQ(parsed("format = 1\n").emergency_number, "");
    for (const std::string number : {"112", "+44 999", "144, or 1450 by day"}) {
        const auto settings = parsed("format = 1\n[me]\nemergency_number = \"" + number + "\"\n");
        EXPECT_EQ(settings.emergency_number, number);
        EXPECT_EQ(settings.origin.at("me.emergency_number"), "config.toml:3");
    }
    EXPECT_EQ(complaints("[me]\nemergency_number = \"my doctor\"\n"),
              Lines{"f:3:20: 'emergency_number' is \"my doctor\", expected a number to call, such "
                    "as \"112\"; without the key it is your local emergency number"});
    EXPECT_EQ(complaints("[me]\nemergency_number = \"" + std::string(61, '1') + "\"\n").size(), 1U);
    EXPECT_EQ(complaints("[me]\nemergency_number = 112\n").size(), 1U);
}

TEST(ParseSettings, KnowsEveryRestriction) {
    const Lines faults = complaints("[me]\nrestrictions = [\"knees\", \"osteoporisis\"]\n");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_TRUE(
        faults[0].starts_with("f:3:26: there is no restriction 'osteoporisis'. Did you "
                              "mean 'osteoporosis'? Known: hip-surgery, "))
        << faults[0];
}

TEST(ListedSettings, ShowsEveryKeyAsItWouldStandInTheFile) {
    const auto lines = listed(default_settings());
    const auto line = [&](std::string_view key) {
        const auto found = std::ranges::find(lines, key, &SettingLine::key);
        return found == lines.end() ? SettingLine{} : *found;
    };
    EXPECT_EQ(line("routine"), (SettingLine{"routine", "\"hip-rotation\"", "default"}));
    EXPECT_EQ(line("session.ask_peak"), (SettingLine{"session.ask_peak", "\"end\"", "default"}));
    EXPECT_EQ(line("session.figures"), (SettingLine{"session.figures", "true", "default"}));
    EXPECT_EQ(line("pain.before_gentle"), (SettingLine{"pain.before_gentle", "5", "default"}));
    EXPECT_EQ(line("me.day_starts"), (SettingLine{"me.day_starts", "\"04:00\"", "default"}));
    EXPECT_EQ(line("me.emergency_number"), (SettingLine{"me.emergency_number", "\"\"", "default"}));
    EXPECT_EQ(line("me.week_starts"), (SettingLine{"me.week_starts", "\"monday\"", "default"}));
}

TEST(ReadSettings, MissesAFileOnlyIfItWasAskedFor) {
    EXPECT_THROW(read_settings("no/such.toml"), FileError);
    EXPECT_EQ(read_settings_if_present("no/such.toml").routine, "hip-rotation");
}

TEST(ReadSettings, NeverTakesABrokenFileForNone) {
    const support::ScratchFolder folder;
    EXPECT_THROW(read_settings_if_present(folder.write("config.toml", "x")), FileError);
    EXPECT_THROW(read_settings_if_present(folder.path()), FileError);
}

std::string shown(const Settings& settings, std::string_view key) {
    const auto lines = listed(settings);
    const auto line = std::ranges::find(lines, key, &SettingLine::key);
    return line == lines.end() ? "" : line->value;
}

TEST(ParseSettings, TakesGaps) {
    const Settings settings =
        parsed("format = 1\n[gaps]\nready = \"20s\"\nposition = \"auto\"\nset = \"1m\"\n");
    EXPECT_EQ(settings.gaps, (Gaps{20s, std::nullopt, std::nullopt, 60s}));
    EXPECT_EQ(settings.origin.at("gaps.ready"), "config.toml:3");
    EXPECT_EQ(shown(settings, "gaps.ready"), "\"20s\"");
    EXPECT_EQ(shown(settings, "gaps.side"), "\"auto\"");
    EXPECT_EQ(shown(settings, "gaps.set"), "\"1m\"");
    EXPECT_EQ(shown(default_settings(), "gaps.set"), "\"15s\"");
}

TEST(ParseSettings, RefusesGapsThatAreNone) {
    const Lines faults = complaints("[gaps]\nready = \"11m\"\nside = 5\nbreak = \"5s\"\n");
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_NE(faults[0].find("'ready'"), std::string::npos) << faults[0];
    EXPECT_NE(faults[1].find("'side'"), std::string::npos) << faults[1];
    EXPECT_NE(faults[2].find("ready, side, position, set"), std::string::npos) << faults[2];
}

}  // namespace
}  // namespace hipflow::catalog
