// SPDX-License-Identifier: MIT
#include "today/suggestions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "catalog/restriction_table.h"
#include "domain/id.h"
#include "domain/names.h"

namespace hipflow::today {
namespace {

constexpr int most_sessions = 50;

/// The name in the file of the user's, or what else can be said of one that has faults.
template <typename Read>
std::vector<Suggestion> named_in(const std::vector<catalog::LibraryEntry>& entries,
                                 const Read& read) {
    std::vector<Suggestion> found;
    found.reserve(entries.size());
    for (const auto& entry : entries) {
        std::string name(entry.bundled_name);
        try {
            if (entry.origin != catalog::Origin::bundled) name = read(entry.id).name;
        } catch (const Error&) {
            name = "its file has faults";
        }
        found.push_back({entry.id, std::move(name)});
    }
    return found;
}

std::vector<Suggestion> routines(Desk& desk) {
    const catalog::Library& library = desk.library();
    return named_in(library.routines(), [&](const auto& id) { return library.routine(id); });
}

std::vector<Suggestion> exercises(Desk& desk) {
    const catalog::Library& library = desk.library();
    return named_in(library.exercises(), [&](const auto& id) { return library.exercise(id); });
}

std::vector<Suggestion> restrictions(Desk& /*desk*/) {
    std::vector<Suggestion> found;
    for (const auto& one : catalog::shipped_restrictions().restrictions)
        found.push_back({one.id, one.name});
    return found;
}

std::vector<Suggestion> programs(Desk& desk) {
    const catalog::Library& library = desk.library();
    return named_in(library.programs(),
                    [&](const auto& id) { return library.program_source(id).program; });
}

std::vector<Session> newest_sessions(Desk& desk) {
    store::DatabaseFile file = desk.database();
    file.busy_timeout = Millis(100);  // somebody waits with a finger on the key
    const auto store = store::Store::open_existing(file);
    if (!store) return {};
    return store->sessions({.limit = most_sessions, .with_discarded = true});
}

std::string described(const Session& session) {
    return fmt::format("{}, {}", session.routine, word(session.status));
}

/// Days on which there was something, newest first.
std::vector<Suggestion> session_days(const std::vector<Session>& sessions) {
    std::vector<Suggestion> found;
    for (const auto& session : sessions) {
        const std::string day = format_day(session.started.local_day);
        if (!found.empty() && found.back().text == day) {
            found.back().description = "several sessions";
        } else {
            found.push_back({day, described(session)});
        }
    }
    return found;
}

std::vector<Suggestion> session_names(Desk& desk) {
    const auto sessions = newest_sessions(desk);
    std::vector<Suggestion> found{{"last", "the newest session"}};
    for (const auto& session : sessions) {
        found.push_back(
            {short_id(session.id),
             fmt::format("{} {}, {}", format_day(session.started.local_day),
                         format_time_of_day(session.started.at, session.started.utc_offset),
                         described(session))});
    }
    for (auto& day : session_days(sessions)) {
        // A day with several sessions names none of them.
        if (day.description != "several sessions") found.push_back(std::move(day));
    }
    return found;
}

std::vector<Suggestion> day_words(Desk& desk) {
    std::vector<Suggestion> found{
        {"today", "this day so far"},
        {"yesterday", "the day before"},
        {weekday_word(std::chrono::Monday), "the latest Monday; the same with every weekday"},
    };
    for (unsigned day = 2; day <= 7; ++day) {
        found.push_back({weekday_word(std::chrono::weekday(day)), "the latest"});
    }
    std::ranges::move(session_days(newest_sessions(desk)), std::back_inserter(found));
    return found;
}

std::vector<Suggestion> spans(Desk& /*desk*/) {
    return {{"1w", "one week"},
            {"4w", "four weeks"},
            {"12w", "twelve weeks"},
            {"6m", "six months"},
            {"1y", "one year"}};
}

/// The places of the pain questions, as plain words: a shell shows them beside the word to type.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> places{{
    {"low-back", "the small of the back"},
    {"buttock", "where you sit"},
    {"groin", "the fold between belly and leg"},
    {"outer-hip", "the bony side of the hip"},
    {"thigh", "between hip and knee"},
    {"lower-leg", "below the knee"},
    {"foot", "the foot or its toes"},
}};

std::vector<Suggestion> scores_with_place(Desk& /*desk*/) {
    std::vector<Suggestion> found;
    found.reserve(places.size());
    for (const auto& [site, in_words] : places) {
        found.push_back({fmt::format("{}=", site), std::string(in_words)});
    }
    return found;
}

std::vector<Suggestion> activities(Desk& desk) {
    std::vector<Suggestion> found;
    if (const store::Store* store = desk.history()) {
        for (const auto& activity : store->activities()) {
            if (!activity.to_day) found.push_back({activity.text, ""});
        }
    }
    return found;
}

/// Exercises and sessions: `why` explains both.
std::vector<Suggestion> explained(Desk& desk) {
    auto found = exercises(desk);
    for (auto& session : session_names(desk)) found.push_back(std::move(session));
    return found;
}

using ValueSource = std::vector<Suggestion> (*)(Desk&);

const std::map<std::string_view, ValueSource>& sources() {
    static const std::map<std::string_view, ValueSource> all = {
        {"ROUTINE", routines},
        {"EXERCISE", exercises},
        {"EXERCISE[=SCORE]", exercises},
        {"EXERCISE|SESSION", explained},
        {"PROGRAM", programs},
        {"RESTRICTION", restrictions},
        {"ACTIVITY", activities},
        {"SESSION", session_names},
        {"DAY", day_words},
        {"TIME", day_words},
        {"SPAN", spans},
        {"SCORE", scores_with_place},
    };
    return all;
}

}  // namespace

std::vector<Suggestion> suggestions(Desk& desk, std::string_view value_name) {
    const auto source = sources().find(value_name);
    return source == sources().end() ? std::vector<Suggestion>{} : source->second(desk);
}

std::string_view place_in_words(std::string_view site) {
    const auto* const found =
        std::ranges::find(places, site, [](const auto& place) { return place.first; });
    return found == places.end() ? std::string_view() : found->second;
}

}  // namespace hipflow::today
