// SPDX-License-Identifier: MIT
#include "catalog/step_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/dose.h"

namespace hipflow::catalog {
namespace {

/// Reports the keys of one step.
class StepCheck {
   public:
    StepCheck(const Step& step, const StepPlaces& places, const Exercise& exercise,
              const std::string& file)
        : places_(places),
          exercise_(exercise),
          file_(file),
          sides_(step.sides.value_or(exercise.sides)) {
        const int extra = sides_ == Sides::each ? std::max(step.extra.left, step.extra.right) : 0;
        most_sets_ = merged(step.dose, exercise.dose).sets.value_or(1) + extra;
    }

    std::vector<Diagnostic> run() && {
        if (sides_ == Sides::both) tell(places_.first, "first", "uses both sides at once");
        if (sides_ != Sides::each) {
            tell(places_.order, "order", "is not done one side after the other");
        } else if (most_sets_ < 2) {
            tell(places_.order, "order", "has one set on each side");
        }
        if (most_sets_ < 2) tell(places_.gap, "gap", "has no second set");
        if (is_off_floor(exercise_.position)) tell(places_.on, "on", "is not done lying down");
        return std::move(found_);
    }

   private:
    void tell(const std::optional<Place>& place, std::string_view key, std::string_view why) {
        if (!place) return;
        found_.push_back(
            {file_, place->line, place->column,
             fmt::format("'{}' changes nothing: '{}' {} here", key, exercise_.id, why)});
    }

    const StepPlaces& places_;
    const Exercise& exercise_;
    const std::string& file_;
    Sides sides_ = Sides::both;
    int most_sets_ = 1;
    std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> keys_without_effect(const Library& library, const RoutineFile& source) {
    std::vector<Diagnostic> found;
    for (std::size_t i = 0; i < source.routine.steps.size(); ++i) {
        const Step& step = source.routine.steps[i];
        const StepPlaces& places = source.steps.at(i);
        if (!places.whole || !library.has_exercise(source.routine, step.exercise)) continue;
        const Exercise& exercise = library.exercise_of(source.routine, step.exercise);
        auto here = StepCheck(step, places, exercise, source.file).run();
        std::ranges::move(here, std::back_inserter(found));
    }
    return found;
}

}  // namespace hipflow::catalog
