// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/display.h"
#include "domain/routine.h"
#include "domain/speech.h"
#include "domain/time.h"

namespace hipflow {

/// Pain scores at which a session changes (docs/design/care.md, "The gate" and "Colour of an
/// exposure").
struct PainThresholds {
    int before_gentle = 5;       // from here gentler forms and half sets
    int before_rest = 7;         // from here rest is the default
    int before_refuse = 9;       // from here no session
    int before_rise_gentle = 2;  // above the usual score, if at least 3
    int before_rise_rest = 3;    // above the usual score, if at least 4
    int amber_peak = 4;          // with a rise of 1 or more
    int amber_rise = 3;
    int red_peak = 6;       // with a rise of 1 or more
    int red_rise_peak = 5;  // with a rise of red_rise or more
    int red_rise = 3;
    int after_amber = 3;  // after a session, with a rise of after_amber_rise or more
    int after_amber_rise = 2;
    int morning_amber_rise = 2;  // the morning after, above the usual score
    int morning_red_rise = 3;
    int morning_red = 7;  // whatever is usual
    bool operator==(const PainThresholds&) const = default;
};

/// The limits of the coach, and the sizes of its steps (docs/design/care.md, "Rules").
struct CoachThresholds {
    int comfortable_sessions = 2;  // in a row, each with its morning, before a step up
    int hours_apart = 20;          // between the two, at least
    int most_before = 4;           // pain at the start that still counts towards a step up
    int most_rise = 1;             // above the start, the same
    int days_between_steps = 7;    // of one exercise
    int steps_per_session = 2;     // exercises that step up on one day
    int reps_step = 2;             // one step within the band
    int hold_step_s = 5;           // seconds
    int ambers_to_lower = 2;       // among the last three that count
    int sessions_of_rest = 2;      // after a red answer that leaves nothing lower
    int reds_to_retire = 3;        // within 28 days
    int lighter_percent = 70;      // of the work, after a morning somewhat above the usual
    int days_to_bottom = 7;        // without a session: back to the bottom of the band
    int days_to_lower = 14;        // one rung lower
    int days_to_restart = 28;      // level 1
    int refer_adherence = 80;      // percent, over four weeks without improvement
    int refer_flare_days = 3;      // of seven
    bool operator==(const CoachThresholds&) const = default;
};

/// When and how 'hipflow remind' reports what is due.
struct ReminderSettings {
    std::chrono::minutes quiet_from{22 * 60};  // on the clock; equal: no quiet hours
    std::chrono::minutes quiet_to{6 * 60};
    std::chrono::minutes at{9 * 60};  // of slots without a time
    std::chrono::minutes grace{3 * 60};
    std::vector<std::string> command;  // gets a JSON document on its standard input
    bool operator==(const ReminderSettings&) const = default;
};

/// When to ask for the worst moment of each exercise.
enum class AskPeak { at_the_end, after_each_exercise };
constexpr auto words_of(AskPeak /*unused*/) {
    return std::to_array<std::string_view>({"end", "each"});
}

/// A voice of the user's own, from [voice] of the configuration or [voice.LANGUAGE].
struct VoiceChoice {
    std::vector<std::string> command;  // with {text}, and {file} if it renders; empty: look for one
    std::string name;                  // a variant or a speaker; empty: the voice's own
    bool operator==(const VoiceChoice&) const = default;
};

/// The settings of config.toml, with their defaults. Each has a row in catalog/settings_table.cpp.
struct Settings {
    std::string routine = "hip-rotation";
    // [session]
    AskPeak ask_peak = AskPeak::at_the_end;
    bool voice = true;
    /// By language; that of "" speaks all others.
    std::map<std::string, VoiceChoice, std::less<>> voices;
    std::string language = "en";
    std::optional<Guidance> guidance;  // nullopt: by what was done before
    int rate = usual_rate;             // in the unit of espeak-ng
    bool tempo_words = true;           // the words on the phases of a rep are spoken
    double changes = 1.0;              // how long changes of position take, against the table
    Millis breath{5000};               // of a hold in breaths
    Millis audio_lead{150};            // from a player's start to its first sound
    Millis wake{500};                  // of noise before a sound that follows a silence
    bool tones = true;
    int volume = 80;  // 0 to 100
    bool hands_free = false;
    bool figures = true;
    DisplaySettings display;
    /// Where a routine writes none.
    Gaps gaps{std::nullopt, std::nullopt, std::nullopt, usual_set_gap};
    PainThresholds pain;
    CoachThresholds coach;
    // [me]
    std::chrono::minutes day_starts{4 * 60};
    std::chrono::weekday week_starts = std::chrono::Monday;
    /// Without a value, the answers in the history hold.
    std::optional<std::vector<std::string>> restrictions;
    std::vector<std::string> avoid;  // ids of exercises
    std::string emergency_number;    // empty: "your local emergency number"
    ReminderSettings remind;

    /// Where each value comes from, by its dotted key: "default" or "file:line".
    std::map<std::string, std::string> origin;
};

}  // namespace hipflow
