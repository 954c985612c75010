// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "coach/prescribe.h"
#include "domain/error.h"

namespace hipflow::coach {

using namespace std::chrono_literals;

/// A small library: a ladder of four holds, and whatever a test puts beside it.
class Library {
   public:
    Library() {
        add("seated", 1, {});
        add("supine", 1, "seated");
        add("cross", 2, "supine");
        add("lean", 3, "cross");
    }

    Exercise& add(const std::string& id, int level, std::optional<std::string> easier) {
        Exercise exercise;
        exercise.id = id;
        exercise.name = "The " + id;
        exercise.level = level;
        exercise.easier = std::move(easier);
        exercise.sides = Sides::each;
        exercise.dose.hold = Band<Millis>{20s, 40s};
        return exercises_[id] = exercise;
    }

    Exercise& operator[](const std::string& id) { return exercises_.at(id); }

    ExerciseLookup lookup() const {
        return [this](const std::string& id) -> const Exercise& {
            const auto found = exercises_.find(id);
            if (found == exercises_.end()) throw Error("no exercise '" + id + "'");
            return found->second;
        };
    }

   private:
    std::map<std::string, Exercise> exercises_;
};

inline Step step_of(const std::string& exercise) {
    Step step;
    step.exercise = exercise;
    return step;
}

inline Routine routine_of(std::vector<Step> steps) {
    Routine routine;
    routine.id = "test";
    routine.name = "Test";
    routine.steps = std::move(steps);
    return routine;
}

inline Prescription prescribed(const Library& library, std::vector<Step> steps,
                               Gate gate = Gate::none) {
    return prescribe(routine_of(std::move(steps)), library.lookup(), {gate, std::nullopt});
}

inline std::vector<std::string> easier_ids(const PrescribedStep& step) {
    std::vector<std::string> ids;
    for (const Work& work : step.easier) ids.push_back(work.exercise.id);
    return ids;
}

/// An exercise of movement for half a minute to a whole one.
inline void add_movement(Library& library) {
    Exercise& circles = library.add("circles", 1, {});
    circles.dose.hold.reset();
    circles.dose.duration = Band<Millis>{30s, 60s};
}

using Ids = std::vector<std::string>;

}  // namespace hipflow::coach
