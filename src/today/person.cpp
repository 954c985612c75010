// SPDX-License-Identifier: MIT
#include "today/person.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/ladder.h"
#include "catalog/restriction_table.h"

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

void require_avoided(Desk& desk, const std::vector<std::string>& avoid) {
    if (avoid.empty()) return;
    std::vector<std::string> known;
    for (const auto& entry : desk.library().exercises()) known.push_back(entry.id);
    const auto drills = desk.library().drill_ids();
    known.insert(known.end(), drills.begin(), drills.end());
    std::ranges::sort(known);
    for (const auto& id : avoid) {
        if (std::binary_search(known.begin(), known.end(), id)) continue;
        const auto& origin = desk.settings().origin;
        throw Error(fmt::format("{}: 'avoid': {}", origin.at("me.avoid"),
                                catalog::no_such("exercise", id, known)));
    }
}

}  // namespace

Person person_of(Desk& desk, const std::vector<Preference>& preferences) {
    const Settings& settings = desk.settings();
    require_avoided(desk, settings.avoid);
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

}  // namespace hipflow::today
