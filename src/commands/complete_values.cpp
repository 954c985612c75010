// SPDX-License-Identifier: MIT
#include "commands/complete_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "catalog/restriction_table.h"
#include "domain/names.h"
#include "report/session_text.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

constexpr int most_sessions = 50;
constexpr std::size_t longest_description = 60;

/// The name in the file of the user's, or what else can be said of one that has faults.
template <typename Read>
std::vector<Candidate> named_in(const std::vector<LibraryEntry>& entries, const Read& read) {
    std::vector<Candidate> found;
    found.reserve(entries.size());
    for (const auto& entry : entries) {
        std::string name(entry.bundled_name);
        try {
            if (entry.origin != Origin::bundled) name = read(entry.id).name;
        } catch (const Error&) {
            name = "its file has faults";
        }
        found.push_back({entry.id, std::move(name)});
    }
    return found;
}

std::vector<Candidate> routines(Context& context) {
    const Library& library = context.library();
    return named_in(library.routines(), [&](const auto& id) { return library.routine(id); });
}

std::vector<Candidate> exercises(Context& context) {
    const Library& library = context.library();
    return named_in(library.exercises(), [&](const auto& id) { return library.exercise(id); });
}

std::vector<Candidate> restrictions(Context& /*context*/) {
    std::vector<Candidate> found;
    for (const auto& one : shipped_restrictions().restrictions) found.push_back({one.id, one.name});
    return found;
}

std::vector<Candidate> programs(Context& context) {
    const Library& library = context.library();
    return named_in(library.programs(),
                    [&](const auto& id) { return library.program_source(id).program; });
}

std::vector<Session> newest_sessions(const Context& context) {
    DatabaseFile file = context.database();
    file.busy_timeout = Millis(100);  // somebody waits with a finger on the key
    const auto store = Store::open_existing(file);
    if (!store) return {};
    return store->sessions({.limit = most_sessions, .with_discarded = true});
}

std::string described(const Session& session) {
    return fmt::format("{}, {}", session.routine, word(session.status));
}

/// Days on which there was something, newest first.
std::vector<Candidate> session_days(const std::vector<Session>& sessions) {
    std::vector<Candidate> found;
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

std::vector<Candidate> session_names(Context& context) {
    const auto sessions = newest_sessions(context);
    std::vector<Candidate> found{{"last", "the newest session"}};
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

std::vector<Candidate> day_words(Context& context) {
    std::vector<Candidate> found{
        {"today", "this day so far"},
        {"yesterday", "the day before"},
        {weekday_word(std::chrono::Monday), "the latest Monday; so with every weekday"},
    };
    for (unsigned day = 2; day <= 7; ++day) {
        found.push_back({weekday_word(std::chrono::weekday(day)), "the latest"});
    }
    std::ranges::move(session_days(newest_sessions(context)), std::back_inserter(found));
    return found;
}

std::vector<Candidate> spans(Context& /*context*/) {
    return {{"1w", "one week"},
            {"4w", "four weeks"},
            {"12w", "twelve weeks"},
            {"6m", "six months"},
            {"1y", "one year"}};
}

/// The places of the pain questions, as plain words: a shell shows them beside the word to type.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> places{{
    {"low-back", "the small of the back"},
    {"buttock", "where one sits"},
    {"groin", "the fold between belly and leg"},
    {"outer-hip", "the bony side of the hip"},
    {"thigh", "between hip and knee"},
    {"lower-leg", "below the knee"},
    {"foot", "the foot or its toes"},
}};

std::string place_in_words(std::string_view site) {
    const auto* const found =
        std::ranges::find(places, site, [](const auto& place) { return place.first; });
    return found == places.end() ? "" : std::string(found->second);
}

std::vector<Candidate> scores_with_place(Context& /*context*/) {
    std::vector<Candidate> found;
    found.reserve(places.size());
    for (const auto& [site, in_words] : places) {
        found.push_back({fmt::format("{}=", site), std::string(in_words)});
    }
    return found;
}

std::vector<Candidate> activities(Context& context) {
    std::vector<Candidate> found;
    if (const auto store = context.existing_store()) {
        for (const auto& activity : store->activities()) {
            if (!activity.to_day) found.push_back({activity.text, ""});
        }
    }
    return found;
}

/// What `why` explains.
std::vector<Candidate> explained(Context& context) {
    auto found = exercises(context);
    for (auto& session : session_names(context)) found.push_back(std::move(session));
    return found;
}

using ValueSource = std::vector<Candidate> (*)(Context&);

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

/// "{left,right,both}", which stands behind the name of a type that can be one of few words.
std::vector<Candidate> listed_words(std::string_view type) {
    std::vector<Candidate> found;
    const auto open = type.find('{');
    const auto close = type.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return found;
    std::string_view list = type.substr(open + 1, close - open - 1);
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        const std::string_view text = list.substr(0, comma);
        found.push_back({std::string(text), place_in_words(text)});
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return found;
}

void add_values(std::string_view part, Context& context, Completion& completion) {
    if (part.starts_with("FILE")) completion.files = true;
    if (part == "SCORE") completion.no_space = true;
    const bool literal =
        part.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (literal) completion.candidates.push_back({std::string(part), ""});
    const auto source = sources().find(part);
    if (source == sources().end()) return;
    try {
        for (auto& candidate : source->second(context)) {
            candidate.description = shown(candidate.description, longest_description);
            completion.candidates.push_back(std::move(candidate));
        }
    } catch (const std::exception&) {
        return;  // a locked history, a folder that cannot be read: there is nothing to offer
    }
}

}  // namespace

Completion values_of(std::string_view type, Context& context) {
    Completion completion;
    completion.candidates = listed_words(type);
    std::string_view name = type.substr(0, type.find(':'));
    while (!name.empty()) {
        const auto bar = std::min(name.find('|'), name.size());
        add_values(name.substr(0, bar), context, completion);
        name.remove_prefix(std::min(bar + 1, name.size()));
    }
    return completion;
}

}  // namespace hipflow
