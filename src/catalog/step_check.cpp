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

using Findings = std::vector<Diagnostic>;

void tell(Findings& found, const std::string& file, const Place& place, std::string message) {
    found.push_back({file, place.line, place.column, std::move(message)});
}

Sides sides_of(const Step& step, const Exercise& exercise) {
    return step.sides.value_or(exercise.sides);
}

/// "7", or "7 to 9".
std::string band_words(int bottom, int top) {
    return bottom == top ? fmt::format("{}", bottom) : fmt::format("{} to {}", bottom, top);
}

/// Reports the keys of one step.
class StepCheck {
   public:
    StepCheck(const Routine& routine, const Step& step, const StepPlaces& places,
              const Exercise& exercise, const std::string& file)
        : step_(step),
          places_(places),
          exercise_(exercise),
          file_(file),
          dose_(merged(step.dose, exercise.dose)),
          sides_(sides_of(step, exercise)),
          side_by_side_(step.block && routine.blocks.at(*step.block).order == BlockOrder::sides) {
        const bool has_extra = sides_ == Sides::each && !step.only;
        const int extra = has_extra ? std::max(step.extra.left, step.extra.right) : 0;
        most_sets_ = dose_.sets.value_or(Band<int>{1, 1}).top + extra;
    }

    Findings run() && {
        if (step_.only) {
            check_only_side();
        } else {
            if (sides_ == Sides::both) tell_key(places_.first, "first", "uses both sides at once");
            check_order();
        }
        if (most_sets_ < 2) tell_key(places_.gap, "gap", "has no second set");
        if (is_off_floor(exercise_.position)) tell_key(places_.on, "on", "is not done lying down");
        check_reps();
        check_times();
        return std::move(found_);
    }

    bool changes_sides() const { return sides_ == Sides::each && !step_.only; }

    /// Whether the rest between two sets is the one that the routine gives.
    bool rests_between_sets() const {
        const SideOrder order = step_.order.value_or(
            change_of(exercise_) == SideChange::stay ? SideOrder::each_set : SideOrder::each_side);
        const bool even = step_.extra.left == step_.extra.right;
        const bool takes_turns =
            changes_sides() && even && !side_by_side_ && order == SideOrder::each_set;
        return most_sets_ > 1 && !step_.gap && !takes_turns;
    }

   private:
    void tell_key(const std::optional<Place>& place, std::string_view key, std::string_view why) {
        if (!place) return;
        tell(found_, file_, *place,
             fmt::format("'{}' changes nothing: '{}' {} here", key, exercise_.id, why));
    }

    void check_only_side() {
        if (exercise_.sides == Sides::both) {
            tell(found_, file_, places_.step,
                 fmt::format("'{}' works both sides at once, so one side is said and recorded, and "
                             "nothing else changes",
                             exercise_.id));
        }
        constexpr std::string_view why = "is done on one side only";
        tell_key(places_.first, "first", why);
        tell_key(places_.order, "order", why);
        tell_key(places_.extra, "extra", why);
    }

    void check_order() {
        if (sides_ != Sides::each) {
            tell_key(places_.order, "order", "is not done one side after the other");
        } else if (most_sets_ < 2) {
            tell_key(places_.order, "order", "has one set on each side");
        } else if (side_by_side_) {
            tell_key(places_.order, "order", "is in a block that is done on one side first");
        }
    }

    void check_reps() {
        if (sides_ != Sides::alternate || !dose_.reps) return;
        const auto [bottom, top] = *dose_.reps;
        if (bottom % 2 == 0 && top % 2 == 0) return;
        const auto even = [&](int reps) {
            return dose_.as_many && reps > 1 ? reps - reps % 2 : reps + reps % 2;
        };
        const int even_bottom = even(bottom);
        const int even_top = even(top);
        tell(found_, file_, places_.reps.value_or(places_.step),
             fmt::format("'{}' is done left and right in turn, so its reps become even: {} for {}",
                         exercise_.id, band_words(even_bottom, even_top), band_words(bottom, top)));
    }

    /// Times that do not fit each other.
    void check_times() {
        const Millis pace = dose_.pace.value_or(Millis{});
        const auto cap = step_.dose.cap ? step_.dose.cap : exercise_.dose.cap;
        if (dose_.as_many && dose_.reps && cap && *cap < pace) {
            tell(found_, file_, places_.step,
                 fmt::format(
                     "'cap' is shorter than one rep of '{}', which takes {}: it is done once",
                     exercise_.id, spell_duration(pace)));
        } else if (dose_.as_many && dose_.reps && cap && *cap > dose_.reps->top * pace + pace) {
            tell(found_, file_, places_.step,
                 fmt::format("'cap' is longer than the most reps there are: '{}' ends after {}",
                             exercise_.id, dose_.reps->top));
        }
        if (step_.dose.pace && dose_.duration && dose_.duration->top < 2 * pace) {
            tell(found_, file_, places_.step,
                 fmt::format("'pace' changes nothing: '{}' ends before its second rep",
                             exercise_.id));
        }
    }

    const Step& step_;
    const StepPlaces& places_;
    const Exercise& exercise_;
    const std::string& file_;
    Dose dose_;
    Sides sides_ = Sides::both;
    bool side_by_side_ = false;
    int most_sets_ = 1;
    Findings found_;
};

/// The steps that can be judged, with their exercises; and the gaps of the routine, if all can.
void check_steps(Findings& found, const Library& library, const RoutineFile& source) {
    const Routine& routine = source.routine;
    bool side_matters = false;
    bool set_matters = false;
    for (std::size_t i = 0; i < routine.steps.size(); ++i) {
        const Step& step = routine.steps[i];
        const StepPlaces& places = source.steps.at(i);
        if (!places.whole || !library.has_exercise(routine, step.exercise)) {
            side_matters = set_matters = true;
            continue;
        }
        const Exercise& exercise = library.exercise_of(routine, step.exercise);
        StepCheck check(routine, step, places, exercise, source.file);
        // The coach may give a neighbour, which may rest or change sides.
        const bool may_be_another = exercise.easier || exercise.harder;
        side_matters = side_matters || may_be_another || check.changes_sides();
        set_matters = set_matters || may_be_another || check.rests_between_sets();
        auto here = std::move(check).run();
        std::ranges::move(here, std::back_inserter(found));
    }
    if (source.side_gap && !side_matters) {
        tell(found, source.file, *source.side_gap,
             "'side' changes nothing: no step works one side after the other");
    }
    if (source.set_gap && !set_matters) {
        tell(found, source.file, *source.set_gap,
             "'set' changes nothing: no step rests between two sets; where sides change after "
             "each set, 'gap' of a step makes a rest");
    }
}

/// Tells whether a step of the block works one side after the other, or two work one side each; or
/// that cannot be judged.
bool may_change_sides(const Library& library, const RoutineFile& source, std::size_t block) {
    const Routine& routine = source.routine;
    std::optional<Side> only;
    for (std::size_t i = 0; i < routine.steps.size(); ++i) {
        const Step& step = routine.steps[i];
        if (step.block != block) continue;
        if (step.only) {
            if (only && *only != *step.only) return true;
            only = step.only;
            continue;
        }
        const bool judged =
            source.steps.at(i).whole && library.has_exercise(routine, step.exercise);
        if (!judged) return true;
        if (sides_of(step, library.exercise_of(routine, step.exercise)) == Sides::each) return true;
    }
    return false;
}

void check_block(Findings& found, const Library& library, const RoutineFile& source,
                 std::size_t index) {
    const Block& block = source.routine.blocks.at(index);
    const BlockPlaces& places = source.blocks.at(index);
    const bool changes_sides = may_change_sides(library, source, index);
    if (places.sides && !changes_sides) {
        tell(found, source.file, *places.sides,
             "'sides' changes nothing: no step of the block works one side after the other");
    }
    const bool twice = block.order == BlockOrder::sides && changes_sides;
    if (block.rounds > 1 || twice) return;
    if (places.rest) {
        tell(found, source.file, *places.rest, "'rest' changes nothing: the block has one round");
    }
    if (places.rounds) {
        tell(found, source.file, *places.rounds,
             "'rounds' changes nothing: a block is done once without it");
    }
}

void check_rests(Findings& found, const RoutineFile& source) {
    for (const Place& place : source.useless_rests) {
        tell(found, source.file, place,
             "this 'rest' changes nothing: it stands before the first step, or after the last one");
    }
}

/// Tells whether anything in the file names an exercise of its own: a step, or another exercise as
/// a neighbour or for its figure.
bool is_used(const Routine& routine, const std::string& id) {
    const bool in_step =
        std::ranges::find(routine.steps, id, &Step::exercise) != routine.steps.end();
    const auto names_it = [&](const Exercise& exercise) {
        return exercise.easier == id || exercise.harder == id || exercise.borrowed_figure == id;
    };
    return in_step || std::ranges::any_of(routine.inline_exercises, names_it);
}

void check_exercises(Findings& found, const RoutineFile& source) {
    const auto& own = source.routine.inline_exercises;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (is_used(source.routine, own[i].id)) continue;
        tell(found, source.file, source.inline_exercises.at(i).speech.whole,
             fmt::format("[exercise.{}] changes nothing: nothing in the file names it", own[i].id));
    }
}

}  // namespace

Exercise with_phases_of(const Step& step, const Exercise& exercise) {
    Exercise result = exercise;
    if (!step.phases.empty()) result.phases = step.phases;
    return result;
}

std::vector<Diagnostic> keys_without_effect(const Library& library, const RoutineFile& source) {
    Findings found;
    check_steps(found, library, source);
    for (std::size_t i = 0; i < source.routine.blocks.size(); ++i) {
        check_block(found, library, source, i);
    }
    check_rests(found, source);
    check_exercises(found, source);
    return found;
}

}  // namespace hipflow::catalog
