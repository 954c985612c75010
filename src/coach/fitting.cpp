// SPDX-License-Identifier: MIT
#include "coach/fitting.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "coach/allowed.h"
#include "coach/ladder.h"

namespace hipflow::coach {
namespace {

constexpr int highest_of_all = 3;

/// What stands in every household, so that a substitute may need it.
constexpr auto always_at_hand = std::to_array<std::string_view>({"chair", "counter", "wall"});

template <typename List>
bool has(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// True if `id` is one of the harder rungs of an exercise, by the links that lead upwards.
bool is_harder_rung(const std::string& id, const Exercise& of, const ExerciseLookup& exercise) {
    std::set<std::string> seen = {of.id};
    for (auto next = of.harder; next && seen.insert(*next).second; next = exercise(*next).harder) {
        if (*next == id) return true;
        if (!is_known(*next, exercise)) return false;
    }
    return false;
}

}  // namespace

Fitting::Fitting(const Routine& routine, const ExerciseLookup& exercise, const Today& today)
    : routine_(routine),
      exercise_(exercise),
      today_(today),
      lowest_(lowest_of(routine, exercise)),
      needs_bed_(needs_bed(today.person)) {}

Fitting::Lowest Fitting::lowest_of(const Routine& routine, const ExerciseLookup& exercise) {
    Lowest lowest = Lowest::chair;
    for (const auto& step : routine.steps) {
        const Exercise& planned = exercise(step.exercise);
        if (is_off_floor(planned.position)) continue;
        const auto on = step.on ? step.on : planned.on;
        if (on != Surface::bed || !bed_carries(planned.position)) return Lowest::floor;
        lowest = Lowest::bed;
    }
    return lowest;
}

Surface Fitting::surface_in(const Step& step, const Exercise& exercise) const {
    if (!bed_carries(exercise.position)) return Surface::floor;
    if (step.on == Surface::bed) return Surface::bed;
    // What takes its place need not be on the floor for that.
    if (step.on && step.exercise == exercise.id) return Surface::floor;
    return surface_of(exercise);
}

Surface Fitting::surface_of(const Exercise& exercise) const {
    if (!bed_carries(exercise.position)) return Surface::floor;
    const bool bed = (needs_bed_ || lowest_ == Lowest::bed) && can_move_to_bed(exercise);
    return exercise.on.value_or(bed ? Surface::bed : Surface::floor);
}

bool Fitting::is_moved_to_bed(const Step& step, const Exercise& exercise) const {
    const bool said = step.on == Surface::bed || exercise.on || lowest_ == Lowest::bed;
    return !said && needs_bed_ && surface_in(step, exercise) == Surface::bed;
}

bool Fitting::is_too_low(const Exercise& exercise, Surface on) const {
    if (is_off_floor(exercise.position) || lowest_ == Lowest::floor) return false;
    return lowest_ == Lowest::chair || on == Surface::floor;
}

std::optional<std::string> Fitting::objection_in(const Step& step, const Exercise& exercise) const {
    const bool agreed = step.agreed && step.exercise == exercise.id;
    if (agreed && !today_.person.avoided.contains(exercise.id)) return std::nullopt;
    return objection(exercise, today_.person, surface_in(step, exercise));
}

std::optional<std::string> Fitting::limit_on(const Exercise& exercise, Surface on) const {
    if (is_too_low(exercise, on)) {
        return fmt::format("it is done on the {}, and this routine is not", word(on));
    }
    if (exercise.level <= highest_level()) return std::nullopt;
    if (today_.gate == Gate::gentle) return "today is a lighter day";
    return "it comes in a later week of the program";
}

int Fitting::highest_level() const {
    if (today_.gate == Gate::gentle) return 1;
    return today_.cap.value_or(highest_of_all);
}

bool Fitting::is_at_hand(const Exercise& other, const Step& step) const {
    const bool on_bed = surface_in(step, other) == Surface::bed;
    return std::ranges::all_of(other.needs, [&](const std::string& need) {
        return (on_bed && need == "mat") || has(always_at_hand, need) ||
               std::ranges::any_of(routine_.steps, [&](const Step& planned) {
                   return has(exercise_(planned.exercise).needs, need);
               });
    });
}

bool Fitting::has_same_purpose(const Exercise& other, const Exercise& planned, int level) const {
    if (other.level > level || is_unknown_to(other, today_.person)) return false;
    if (shared_targets(other, planned) == 0) return false;
    const bool related = other.id == planned.id ||
                         is_easier_rung(other.id, planned.id, exercise_) ||
                         is_easier_rung(planned.id, other.id, exercise_) ||
                         is_harder_rung(other.id, planned, exercise_);
    return !related;
}

std::vector<const Exercise*> easier_rungs(const Exercise& from, const ExerciseLookup& exercise) {
    std::vector<const Exercise*> rungs;
    std::set<std::string> seen = {from.id};
    for (auto id = from.easier; id && seen.insert(*id).second; id = rungs.back()->easier) {
        rungs.push_back(&exercise(*id));
    }
    return rungs;
}

bool settles(const Exercise& exercise) { return has(exercise.target, "settling"); }

int shared_targets(const Exercise& a, const Exercise& b) {
    return static_cast<int>(std::ranges::count_if(a.target, [&](const std::string& target) {
        return std::ranges::find(b.target, target) != b.target.end();
    }));
}

Side first_side(First first, std::optional<Side> sore_side) {
    switch (first) {
        case First::left:
            return Side::left;
        case First::right:
            return Side::right;
        case First::better:
            return sore_side ? other(*sore_side) : Side::left;
        case First::worse:
            return sore_side.value_or(Side::left);
    }
    return Side::left;
}

std::set<std::string> needs_of(const Prescription& prescription) {
    std::set<std::string> needs;
    for (const auto& step : prescription.steps) {
        const auto& own = step.work.exercise.needs;
        needs.insert(own.begin(), own.end());
    }
    return needs;
}

}  // namespace hipflow::coach
