// SPDX-License-Identifier: MIT
#pragma once
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/time.h"

namespace hipflow::schedule {

/// A planned session within a day. Its name identifies the occurrence: "am", "pm" or the time,
/// "07:30"; empty for one session at no particular time.
struct Slot {
    std::string name;
    std::optional<Millis> time;  // since midnight
    bool operator==(const Slot&) const = default;
};

enum class Cadence { none, weekdays, every_n_days, per_week };

/// The days on which sessions are planned, and their times.
struct Rule {
    Cadence cadence = Cadence::none;
    std::bitset<7> weekdays;  // for weekdays: Sunday is 0, as in std::chrono::weekday
    int n = 1;                // every_n_days: 2 to 30; per_week: 1 to 7, one a day at most
    std::vector<Slot> slots{{}};
    bool operator==(const Rule&) const = default;
};

/// Reads what rule_text() writes and common variants of it: "mon,wed,fri", "Monday Friday",
/// "mon-fri", "daily at am,pm", "every 2 days", "3 per week at 18:00", "none". Returns nullopt for
/// anything else, such as several times a day with "3 per week".
std::optional<Rule> parse_rule(std::string_view text);

/// Says what keeps a text from being a rule: "'25:00' is no time". Empty where it resembles none,
/// and where it is one.
std::string rule_fault(std::string_view text);

/// The canonical text of a rule, as it is stored: "mon,wed,fri at 07:30".
std::string rule_text(const Rule& rule);

/// True if the rule, in force since `valid_from`, plans sessions on `day`. Always false for
/// `per_week`, which leaves the days open.
bool plans(const Rule& rule, Day valid_from, Day day);

}  // namespace hipflow::schedule
