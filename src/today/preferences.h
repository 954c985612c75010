// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalog/settings.h"
#include "domain/exercise.h"
#include "domain/records.h"
#include "today/desk.h"

namespace hipflow::today {

// The user's preferences on what to leave out: restrictions that apply, and exercises that they
// avoid.

using PreferenceRules = std::vector<std::pair<std::string, PreferenceRule>>;

/// Journals the user's answers in one change. They override earlier ones on each name, whatever the
/// clock says. `asked` goes with an answer to the whole list of restrictions.
void journal_preferences(Desk& desk, PreferenceSubject subject, const PreferenceRules& rules,
                         const std::optional<Acknowledgement>& asked = std::nullopt);

/// Throws Error where the settings name restrictions: then no answer counts.
void require_answerable(const Settings& settings);

/// Leaves an exercise out of every session. Throws Error if there is no such exercise.
const Exercise& avoid_exercise(Desk& desk, const std::string& id);

/// An exercise that is avoided no more.
struct AllowedExercise {
    const Exercise* exercise = nullptr;    // null if it is gone
    std::optional<std::string> objection;  // why it is left out all the same
};
/// Throws Error if there is no such exercise and none was avoided, or if the settings avoid it.
AllowedExercise allow_exercise(Desk& desk, const std::string& id);

/// Something that is left out, and the origin of that: the settings, or an answer.
struct Limit {
    std::string id;
    std::optional<std::string> place;  // in the settings, "file:line"
    std::optional<Instant> at;         // of the answer
};

/// The restrictions and avoided exercises in force.
struct LeftOut {
    std::vector<Limit> restrictions;  // in the order of the table
    std::vector<Limit> avoided;       // exercises
    /// The place where the settings name restrictions, even an empty list; then no answer counts.
    std::optional<std::string> restrictions_place;
    /// The time of the newest answer about restrictions.
    std::optional<Instant> restrictions_at;
};

LeftOut limits_of(const Settings& settings, const std::vector<Preference>& preferences);

/// The answers in the history; empty where there is none.
std::vector<Preference> answers_of(Desk& desk);

/// The user: what is in force, and which exercises of the library it keeps out of sessions.
struct Me {
    LeftOut limits;
    std::vector<std::string> left_out;  // exercises
    std::size_t exercises = 0;          // that can be read
};
Me me_of(Desk& desk);

std::vector<std::string> ids_of(const std::vector<Limit>& limits);

/// The name of a restriction; its id if the table does not know it.
std::string restriction_name(const std::string& id);

/// The settings as they hold, and why the answers in the history are not among them.
struct SettingsInForce {
    std::vector<catalog::SettingLine> lines;
    std::optional<std::string> unreadable;  // the history, in words
};
/// Lists every setting; restrictions and avoided exercises as they were answered, where the file is
/// silent. A history that cannot be read is no reason to hide the settings.
SettingsInForce settings_in_force(Desk& desk);

/// "settings (config.toml:3)", "answer of 2026-11-27".
std::string limit_origin(const Limit& limit);

}  // namespace hipflow::today
