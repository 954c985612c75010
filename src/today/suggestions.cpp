// SPDX-License-Identifier: MIT
#include "today/suggestions.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "catalog/restriction_table.h"
#include "domain/body.h"
#include "domain/names.h"
#include "domain/near_day.h"
#include "today/desk.h"

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
    auto found =
        named_in(library.exercises(), [&](const auto& id) { return library.exercise(id); });
    for (const auto& id : library.drill_ids()) {
        std::string name;
        try {
            name = library.exercise_or_drill(id).name;
        } catch (const FileError&) {
            name = "its file has faults";
        }
        found.push_back({id, std::move(name)});
    }
    return found;
}

std::vector<Suggestion> restrictions() {
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
        found.push_back({short_id(session.id),
                         fmt::format("{}, {}", clock_moment(session.started), described(session))});
    }
    for (auto& day : session_days(sessions)) {
        // A day with several sessions names none of them.
        if (day.description != "several sessions") found.push_back(std::move(day));
    }
    return found;
}

std::vector<Suggestion> past_days(Desk& desk) {
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

std::vector<Suggestion> coming_days() {
    std::vector<Suggestion> found{
        {"today", "this day"},
        {"tomorrow", "the day after"},
        {weekday_word(std::chrono::Monday), "the next Monday; the same with every weekday"},
    };
    for (unsigned day = 2; day <= 7; ++day) {
        found.push_back({weekday_word(std::chrono::weekday(day)), "the next"});
    }
    return found;
}

std::vector<Suggestion> spans() {
    return {{"1w", "one week"},
            {"4w", "four weeks"},
            {"12w", "twelve weeks"},
            {"6m", "six months"},
            {"1y", "one year"}};
}

/// The place in plain words: a shell shows them beside the word to type.
constexpr std::string_view plain_words(Site site) {
    switch (site) {
        case Site::low_back:
            return "the small of the back";
        case Site::buttock:
            return "where you sit";
        case Site::groin:
            return "the fold between belly and leg";
        case Site::outer_hip:
            return "the bony side of the hip";
        case Site::thigh:
            return "between hip and knee";
        case Site::lower_leg:
            return "below the knee";
        case Site::foot:
            return "the foot or its toes";
    }
    return "";
}

std::vector<Suggestion> scored_places() {
    std::vector<Suggestion> found;
    found.reserve(words<Site>.size());
    for (const auto site : words<Site>) {
        found.push_back({fmt::format("{}=", site), std::string(place_in_words(site))});
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

std::vector<Suggestion> exercises_or_none(Desk& desk) {
    std::vector<Suggestion> found{{"none", ""}};
    std::ranges::move(exercises(desk), std::back_inserter(found));
    return found;
}

/// `why` explains both.
std::vector<Suggestion> exercises_and_sessions(Desk& desk) {
    auto found = exercises(desk);
    for (auto& session : session_names(desk)) found.push_back(std::move(session));
    return found;
}

}  // namespace

std::vector<Suggestion> suggestions(Desk& desk, ValueKind kind) {
    switch (kind) {
        case ValueKind::routine:
        case ValueKind::routine_or_file:
            return routines(desk);
        case ValueKind::exercise:
        case ValueKind::exercise_or_file:
            return exercises(desk);
        case ValueKind::exercise_or_none:
            return exercises_or_none(desk);
        case ValueKind::exercise_or_session:
            return exercises_and_sessions(desk);
        case ValueKind::program:
            return programs(desk);
        case ValueKind::restriction:
            return restrictions();
        case ValueKind::activity:
            return activities(desk);
        case ValueKind::session:
            return session_names(desk);
        case ValueKind::day:
            return past_days(desk);
        case ValueKind::coming_day:
            return coming_days();
        case ValueKind::span:
            return spans();
        case ValueKind::scored_place:
            return scored_places();
        case ValueKind::other:
        case ValueKind::file:
        case ValueKind::command:
            return {};
    }
    return {};
}

std::string_view place_in_words(std::string_view site) {
    const auto known = from_word<Site>(site);
    return known ? plain_words(*known) : std::string_view();
}

}  // namespace hipflow::today
