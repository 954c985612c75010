// SPDX-License-Identifier: MIT
#include "coach/ladder.h"

#include <algorithm>

namespace hipflow::coach {
namespace {

using Neighbour = std::optional<std::string> Exercise::*;

std::vector<std::string> rungs_along(Neighbour neighbour, const std::string& id,
                                     const ExerciseLookup& exercise) {
    std::vector<std::string> rungs;
    if (!is_known(id, exercise)) return rungs;
    const auto is_new = [&](const std::string& rung) {
        return rung != id && std::ranges::find(rungs, rung) == rungs.end();
    };
    auto next = exercise(id).*neighbour;
    while (next && is_known(*next, exercise) && is_new(*next)) {
        rungs.push_back(*next);
        next = exercise(rungs.back()).*neighbour;
    }
    return rungs;
}

}  // namespace

bool is_known(const std::string& id, const ExerciseLookup& exercise) {
    try {
        exercise(id);
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::vector<std::string> rungs_below(const std::string& id, const ExerciseLookup& exercise) {
    return rungs_along(&Exercise::easier, id, exercise);
}

std::vector<std::string> rungs_above(const std::string& id, const ExerciseLookup& exercise) {
    return rungs_along(&Exercise::harder, id, exercise);
}

bool is_easier_rung(const std::string& id, const std::string& of, const ExerciseLookup& exercise) {
    const auto below = rungs_below(of, exercise);
    return std::ranges::find(below, id) != below.end();
}

std::optional<std::string> rung_after(const std::string& rung, const std::string& planned,
                                      const ExerciseLookup& exercise) {
    std::string above = planned;
    for (const auto& below : rungs_below(planned, exercise)) {
        if (below == rung) return above;
        above = below;
    }
    const auto& harder = exercise(rung).harder;
    return harder && is_known(*harder, exercise) ? harder : std::nullopt;
}

std::string level_one_rung(const std::string& id, const ExerciseLookup& exercise) {
    std::string rung = id;
    for (const auto& below : rungs_below(id, exercise)) {
        if (exercise(rung).level <= 1) break;
        rung = below;
    }
    return rung;
}

}  // namespace hipflow::coach
