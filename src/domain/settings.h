// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hipflow {

/// Pain scores from which something changes; CONTENT 3.3 in one table.
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
    bool operator==(const PainThresholds&) const = default;
};

/// What config.toml may say, with what holds where it is silent. A key comes with the feature that
/// reads it (DESIGN 4).
struct Settings {
    std::string routine = "hip-rotation";
    bool ask_peak_each = false;  // [session] ask_peak = "each"
    PainThresholds pain;
    std::chrono::minutes day_starts{4 * 60};                 // [me]
    std::chrono::weekday week_starts = std::chrono::Monday;  // [me]
    /// [me] Nothing where the file is silent: then the answers in the history hold.
    std::optional<std::vector<std::string>> restrictions;
    std::vector<std::string> avoid;  // [me] exercises

    /// Where each value came from, by its dotted key: "default" or "file:line".
    std::map<std::string, std::string> origin;
};

}  // namespace hipflow
