// SPDX-License-Identifier: MIT
#include "today/preferences.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "catalog/restriction_table.h"
#include "coach/allowed.h"
#include "domain/error.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "store/change.h"
#include "today/beginnings.h"
#include "today/person.h"

namespace hipflow::today {
namespace {

// The settings that speak of the person, by their keys.
constexpr const char* restrictions_key = "me.restrictions";
constexpr const char* avoid_key = "me.avoid";
constexpr const char* routine_key = "routine";

/// The newest word counts: a clock that was set back, or stands still, must not change that.
Instant after_all(const std::vector<Preference>& earlier, PreferenceSubject subject,
                  const std::string& name, Instant now) {
    for (const auto& one : earlier) {
        const bool same = one.subject == subject && one.name == name;
        if (same && one.at >= now) return one.at + Millis(1);
    }
    return now;
}

std::vector<Limit> told(const std::vector<Preference>& preferences, PreferenceSubject subject,
                        PreferenceRule rule) {
    std::vector<Limit> limits;
    for (const auto& one : preferences) {
        if (one.subject == subject && one.rule == rule) {
            limits.push_back({one.name, std::nullopt, one.at});
        }
    }
    return limits;
}

/// Sorts them as the table does, with those that it does not know at the end.
void put_in_order(std::vector<Limit>& limits) {
    const auto& known = catalog::shipped_restrictions().restrictions;
    std::ranges::stable_sort(limits, {}, [&](const Limit& limit) {
        return std::ranges::find(known, limit.id, &Restriction::id) - known.begin();
    });
}

}  // namespace

void journal_preferences(Desk& desk, PreferenceSubject subject, const PreferenceRules& rules,
                         const std::optional<Acknowledgement>& asked) {
    store::Store& store = desk.store();
    const Instant now = desk.clock().wall();
    const auto earlier = store.preferences();
    store::Change change{.now = now, .del = {}, .put = {}, .checkpoint = {}};
    for (const auto& [name, rule] : rules) {
        const Instant at = after_all(earlier, subject, name, now);
        change.put.emplace_back(Preference{platform::new_id(at), subject, name, rule, at});
    }
    if (asked) change.put.emplace_back(*asked);
    store.commit(change);
}

void require_answerable(const Settings& settings) {
    if (!settings.restrictions) return;
    throw Error(
        fmt::format("{}: 'restrictions' is set there, and the file takes precedence. Change it "
                    "there, or remove the line.",
                    settings.origin.at(restrictions_key)));
}

const Exercise& avoid_exercise(Desk& desk, const std::string& id) {
    const Exercise& exercise =
        desk.library().exercise_or_drill(id);  // throws for one that there is not
    journal_preferences(desk, PreferenceSubject::exercise, {{id, PreferenceRule::avoid}});
    return exercise;
}

AllowedExercise allow_exercise(Desk& desk, const std::string& id) {
    const Exercise* exercise = nullptr;
    try {
        exercise = &desk.library().exercise_or_drill(id);
    } catch (const FileError&) {
        throw;
    } catch (const Error&) {
        // A drill may be gone with its routine; what was said of it can be taken back.
        const auto avoided =
            told(answers_of(desk), PreferenceSubject::exercise, PreferenceRule::avoid);
        if (std::ranges::find(avoided, id, &Limit::id) == avoided.end()) throw;
    }
    const Settings& settings = desk.settings();
    if (std::ranges::find(settings.avoid, id) != settings.avoid.end()) {
        throw Error(
            fmt::format("{}: 'avoid' names '{}', and the file takes precedence. Remove it there.",
                        settings.origin.at(avoid_key), id));
    }
    journal_preferences(desk, PreferenceSubject::exercise, {{id, PreferenceRule::allow}});
    if (exercise == nullptr) return {};
    return {exercise, coach::objection(*exercise, person_of(desk))};
}

LeftOut limits_of(const Settings& settings, const std::vector<Preference>& preferences) {
    LeftOut limits;
    for (const auto& one : preferences) {
        if (one.subject != PreferenceSubject::restriction) continue;
        limits.restrictions_at = std::max(limits.restrictions_at.value_or(one.at), one.at);
    }
    if (settings.restrictions) {
        limits.restrictions_place = settings.origin.at(restrictions_key);
        for (const auto& id : *settings.restrictions) {
            limits.restrictions.push_back({id, limits.restrictions_place, std::nullopt});
        }
    } else {
        limits.restrictions =
            told(preferences, PreferenceSubject::restriction, PreferenceRule::has);
    }
    put_in_order(limits.restrictions);
    for (const auto& id : settings.avoid) {
        limits.avoided.push_back({id, settings.origin.at(avoid_key), std::nullopt});
    }
    for (auto& limit : told(preferences, PreferenceSubject::exercise, PreferenceRule::avoid)) {
        const bool known =
            std::ranges::find(limits.avoided, limit.id, &Limit::id) != limits.avoided.end();
        if (!known) limits.avoided.push_back(std::move(limit));
    }
    return limits;
}

std::string limit_origin(const Limit& limit) {
    if (limit.place) return fmt::format("settings ({})", *limit.place);
    if (!limit.at) return "answer";
    return fmt::format("answer of {}", format_day(platform::stamp(*limit.at, {}).local_day));
}

std::vector<Preference> answers_of(Desk& desk) {
    const store::Store* history = desk.history();
    return history != nullptr ? history->preferences() : std::vector<Preference>{};
}

Me me_of(Desk& desk) {
    const auto preferences = answers_of(desk);
    Me me;
    me.limits = limits_of(desk.settings(), preferences);
    const Person person = person_of(desk, preferences);
    const catalog::Library& library = desk.library_without_figures();
    for (const auto& entry : library.exercises()) {
        try {
            ++me.exercises;
            if (coach::against(library.exercise(entry.id), person)) me.left_out.push_back(entry.id);
        } catch (const FileError&) {
            --me.exercises;  // 'exercise list' and 'doctor' tell of files with faults
        }
    }
    return me;
}

namespace {

std::string quoted_ids(const std::vector<Limit>& limits) {
    std::vector<std::string> ids;
    ids.reserve(limits.size());
    for (const auto& limit : limits) ids.push_back(fmt::format("\"{}\"", limit.id));
    return fmt::format("[{}]", fmt::join(ids, ", "));
}

/// Names each origin once: "config.toml:3; answer of 2026-11-27".
std::string origins_of(const std::vector<Limit>& limits) {
    std::vector<std::string> origins;
    for (const auto& limit : limits) {
        std::string origin = limit.place.value_or(limit_origin(limit));
        if (std::ranges::find(origins, origin) == origins.end()) {
            origins.push_back(std::move(origin));
        }
    }
    return fmt::format("{}", fmt::join(origins, "; "));
}

void show_restrictions(catalog::SettingLine& line, const LeftOut& limits) {
    if (limits.restrictions_place) return;
    line.value = quoted_ids(limits.restrictions);
    if (!limits.restrictions.empty()) {
        line.origin = origins_of(limits.restrictions);
    } else if (limits.restrictions_at) {
        line.origin = limit_origin({"", std::nullopt, limits.restrictions_at});
    }
}

void show_avoided(catalog::SettingLine& line, const LeftOut& limits) {
    if (limits.avoided.empty()) return;
    line.value = quoted_ids(limits.avoided);
    line.origin = origins_of(limits.avoided);
}

/// Shows the routine that is taken where none is named, if it is not the usual one yet.
void show_routine(catalog::SettingLine& line, Desk& desk) {
    const Beginning beginning = beginning_of(desk);
    const std::string_view origin = beginning_origin(beginning);
    if (origin.empty()) return;
    line.value = fmt::format("\"{}\"", default_routine(desk, beginning));
    line.origin = origin;
}

}  // namespace

SettingsInForce settings_in_force(Desk& desk) {
    SettingsInForce result;
    result.lines = catalog::listed(desk.settings());
    std::vector<Preference> answers;
    try {
        answers = answers_of(desk);
    } catch (const Error& error) {
        result.unreadable = error.what();
    }
    const LeftOut limits = limits_of(desk.settings(), answers);
    for (auto& line : result.lines) {
        if (line.key == routine_key && !result.unreadable) show_routine(line, desk);
        if (line.key == restrictions_key) show_restrictions(line, limits);
        if (line.key == avoid_key) show_avoided(line, limits);
    }
    return result;
}

std::vector<std::string> ids_of(const std::vector<Limit>& limits) {
    std::vector<std::string> ids;
    ids.reserve(limits.size());
    for (const auto& limit : limits) ids.push_back(limit.id);
    return ids;
}

std::string restriction_name(const std::string& id) {
    const Restriction* found = catalog::shipped_restrictions().find(id);
    return found == nullptr ? id : found->name;
}

}  // namespace hipflow::today
