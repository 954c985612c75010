// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/session_text.h"

namespace hipflow {

/// What a person wants to know between two sessions.
struct Glance {
    Stamp now;
    std::optional<SessionRecord> last;      // its session and its scores
    std::optional<std::string> unfinished;  // the unfinished session, in words
    std::optional<Day> morning_owed;        // the day before a morning without a score
    std::vector<std::string> program;       // sentences on the program, if the user is in one
    std::optional<std::string> planned;     // the next planned day, in words
    std::optional<std::string> no_session;  // why there is none today, in words
    std::optional<std::string> kept;        // how the plan was kept, in words
};

/// A line of the glance: a label, and what is said of it, wrapped beside the label.
std::string glance_line(std::string_view label, std::string_view text, const Style& style);

/// A few lines, none wider than the terminal.
std::string glance_text(const Glance& glance, const Style& style);

}  // namespace hipflow
