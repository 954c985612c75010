// SPDX-License-Identifier: MIT
#include "commands/library_filter.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace hipflow {
namespace {

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_comfort(std::string_view thing) { return thing == "mat" || thing == "cushion"; }

bool is_among(std::string_view position, const LibraryFilter& filter) {
    return filter.positions.empty() || holds(filter.positions, position);
}

bool are_at_hand(const std::vector<std::string>& needs, const LibraryFilter& filter) {
    if (filter.needs.empty()) return true;
    return std::all_of(needs.begin(), needs.end(), [&](const auto& thing) {
        return is_comfort(thing) || holds(filter.needs, thing);
    });
}

bool has_target(const Exercise& exercise, const LibraryFilter& filter) {
    if (!filter.target) return true;
    return std::any_of(exercise.target.begin(), exercise.target.end(), [&](const auto& target) {
        return target.find(*filter.target) != std::string::npos;
    });
}

}  // namespace

void declare_filter(Options& options, LibraryFilter& filter) {
    options.add("--level", filter.level, "1-3", "Of this level: 1 gentle, 2 standard, 3 strong")
        .range(1, 3);
    options
        .add("--position", filter.positions, "POSITION", "In these positions only, such as chair")
        .separated(',')
        .among(words<Position>);
    std::vector<std::string_view> at_hand(things.begin(), things.end());
    at_hand.emplace_back("none");
    options
        .add("--needs", filter.needs, "none|THING",
             "Needing no more than these things, or none; mat and cushion do not count, since "
             "a blanket will do")
        .separated(',')
        .among(at_hand);
}

void add_library_filter(CLI::App& app, LibraryFilter& filter) {
    app.add_option("--level", filter.level, "Of this level: 1 gentle, 2 standard, 3 strong")
        ->check(CLI::Range(1, 3))
        ->type_name("1-3");
    const std::vector<std::string> positions(words<Position>.begin(), words<Position>.end());
    app.add_option("--position", filter.positions, "In these positions only, such as chair")
        ->delimiter(',')
        ->check(CLI::IsMember(positions))
        ->type_name("POSITION");
    std::vector<std::string> at_hand(things.begin(), things.end());
    at_hand.emplace_back("none");
    app.add_option(
           "--needs", filter.needs,
           "Needing no more than these things, or none; mat and cushion do not count, since "
           "a blanket will do")
        ->delimiter(',')
        ->check(CLI::IsMember(at_hand))
        ->type_name("none|THING");
}

std::string origin_words(const LibraryEntry& entry) {
    if (entry.overrides_bundled) return "yours, in place of the bundled one";
    return entry.origin == Origin::user ? "yours" : "";
}

std::vector<std::string> things_needed(const std::vector<Exercise>& exercises) {
    std::vector<std::string> needed;
    for (const auto& exercise : exercises) {
        for (const auto& thing : exercise.needs) {
            if (!holds(needed, thing)) needed.push_back(thing);
        }
    }
    return needed;
}

bool matches(const Exercise& exercise, const LibraryFilter& filter) {
    const bool level = !filter.level || exercise.level == *filter.level;
    return level && is_among(word(exercise.position), filter) &&
           are_at_hand(exercise.needs, filter) && has_target(exercise, filter);
}

bool matches(int level, Millis total, const std::vector<std::string>& positions,
             const std::vector<std::string>& needs, const LibraryFilter& filter) {
    if (filter.level && level != *filter.level) return false;
    if (filter.max_minutes && total > std::chrono::minutes(*filter.max_minutes)) return false;
    const bool placed = std::all_of(positions.begin(), positions.end(), [&](const auto& position) {
        return is_among(position, filter);
    });
    return placed && are_at_hand(needs, filter);
}

}  // namespace hipflow
