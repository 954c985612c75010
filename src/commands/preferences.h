// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands/command.h"
#include "domain/records.h"

namespace hipflow {

using PreferenceRules = std::vector<std::pair<std::string, PreferenceRule>>;

/// Journals what somebody said of themselves in one change, as the last word on each name, whatever
/// the clock says. `asked`: in answer to the whole list of restrictions.
void journal_preferences(Context& context, PreferenceSubject subject, const PreferenceRules& rules,
                         bool asked = false);

/// Something that a person leaves out, and who says so: the settings, or an answer.
struct Limit {
    std::string id;
    std::optional<std::string> place;  // in the settings, "file:line"
    std::optional<Instant> at;         // of the answer
};

/// What is in force.
struct LeftOut {
    std::vector<Limit> restrictions;  // in the order of the table
    std::vector<Limit> avoided;       // exercises
    /// Where the settings name restrictions, be it none: then no answer counts.
    std::optional<std::string> restrictions_place;
    /// The newest answer about restrictions; nothing where none was ever given.
    std::optional<Instant> restrictions_at;
};

LeftOut limits_of(const Settings& settings, const std::vector<Preference>& preferences);

/// "settings (config.toml:3)", "answer of 2026-11-27".
std::string origin_words(const Limit& limit);

}  // namespace hipflow
