// SPDX-License-Identifier: MIT
#include "today/agreements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "catalog/restriction_table.h"
#include "coach/allowed.h"

namespace hipflow::today {
namespace {

/// Says for which restrictions an exercise stays in, whoever has the routine.
std::string words_for_all(const Exercise& exercise, const std::string& agreed) {
    std::vector<std::string_view> names;
    for (const auto& restriction : catalog::shipped_restrictions().restrictions) {
        Person anybody;
        anybody.restrictions = {restriction};
        if (coach::against(exercise, anybody)) names.push_back(restriction.short_name);
    }
    if (names.empty()) {
        return fmt::format("'agreed' changes nothing: no restriction leaves '{}' out", exercise.id);
    }
    return fmt::format("{} stays in for whoever named: {}. Agreed: {}.", exercise.name,
                       fmt::join(names, "; "), agreed);
}

}  // namespace

std::vector<std::string> agreements_of(const catalog::Library& library, const Routine& routine,
                                       const std::function<Person()>& person) {
    std::vector<std::string> all;
    for (const auto& step : routine.steps) {
        if (!step.agreed) continue;
        Exercise exercise = library.exercise_of(routine, step.exercise);
        if (step.on) exercise.on = step.on;
        const Person own = person();
        std::string words =
            coach::agreed_words(exercise, own, coach::surface_for(exercise, own), *step.agreed);
        all.push_back(words.empty() ? words_for_all(exercise, *step.agreed) : std::move(words));
    }
    return all;
}

}  // namespace hipflow::today
