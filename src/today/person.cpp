// SPDX-License-Identifier: MIT
#include "today/person.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "catalog/ladder.h"
#include "catalog/restriction_table.h"
#include "domain/spelling.h"

namespace hipflow::today {
namespace {

std::vector<std::string> named(const std::vector<Preference>& preferences,
                               PreferenceSubject subject, PreferenceRule rule) {
    std::vector<std::string> names;
    for (const auto& preference : preferences) {
        if (preference.subject == subject && preference.rule == rule) {
            names.push_back(preference.name);
        }
    }
    return names;
}

/// An avoided exercise that there is not.
struct UnknownExercise {
    std::string words;
    bool is_slip = false;  // another has nearly the same id
};

std::vector<UnknownExercise> unknown_in_settings(Desk& desk) {
    const Settings& settings = desk.settings();
    if (settings.avoid.empty()) return {};
    std::vector<std::string> known;
    for (const auto& entry : desk.library().exercises()) known.push_back(entry.id);
    const auto drills = desk.library().drill_ids();
    known.insert(known.end(), drills.begin(), drills.end());
    std::ranges::sort(known);
    std::vector<UnknownExercise> unknown;
    for (const auto& id : settings.avoid) {
        if (std::ranges::binary_search(known, id)) continue;
        unknown.push_back({fmt::format("{}: 'avoid': {}", settings.origin.at("me.avoid"),
                                       catalog::no_such("exercise", id, known)),
                           !did_you_mean(id, known).empty()});
    }
    return unknown;
}

}  // namespace

Person person_of(Desk& desk, const std::vector<Preference>& preferences) {
    const Settings& settings = desk.settings();
    const auto unknown = unknown_in_settings(desk);
    const auto slip = std::ranges::find_if(unknown, &UnknownExercise::is_slip);
    if (slip != unknown.end()) throw Error(slip->words);
    Person person;
    person.avoided.insert(settings.avoid.begin(), settings.avoid.end());
    const auto avoided = named(preferences, PreferenceSubject::exercise, PreferenceRule::avoid);
    person.avoided.insert(avoided.begin(), avoided.end());
    const auto ids = settings.restrictions.value_or(
        named(preferences, PreferenceSubject::restriction, PreferenceRule::has));
    if (ids.empty()) return person;
    const RestrictionTable& table = catalog::shipped_restrictions();
    person.risk_words = table.risk_words;
    for (const auto& id : ids) {
        const Restriction* found = table.find(id);
        if (found == nullptr) throw Error(catalog::no_such_restriction(table, id));
        person.restrictions.push_back(*found);
    }
    return person;
}

Person person_of(Desk& desk) {
    const store::Store* history = desk.history();
    return person_of(desk, history != nullptr ? history->preferences() : std::vector<Preference>{});
}

std::vector<std::string> unknown_avoided(Desk& desk) {
    std::vector<std::string> warnings;
    for (auto& unknown : unknown_in_settings(desk)) {
        if (!unknown.is_slip) warnings.push_back(std::move(unknown.words));
    }
    return warnings;
}

}  // namespace hipflow::today
