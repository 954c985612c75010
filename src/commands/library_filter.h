// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/listing.h"
#include "cli/options.h"
#include "domain/exercise.h"
#include "domain/routine.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace hipflow {

/// What `routine list` and `exercise list` are asked for.
struct LibraryFilter {
    std::optional<int> level;
    std::vector<std::string> positions;
    std::vector<std::string> needs;  // what is at hand; {"none"}: nothing
    std::optional<std::string> target;
    std::optional<int> max_minutes;
};

/// Declares --level, --position and --needs.
void declare_filter(Options& options, LibraryFilter& filter);
void add_library_filter(CLI::App& app, LibraryFilter& filter);

/// Whose a file of the library is, if it is the user's: "yours".
std::string origin_words(const LibraryEntry& entry);

/// What has to be at hand. A mat and a cushion are comfort: a blanket will do.
std::vector<std::string> things_needed(const std::vector<Exercise>& exercises);

/// Whether it is of this level, in one of these positions, with this target, and needs no more than
/// what is at hand.
bool matches(const Exercise& exercise, const LibraryFilter& filter);

/// The same of a routine: its own level, and the positions and needs of all its exercises.
bool matches(int level, Millis total, const std::vector<std::string>& positions,
             const std::vector<std::string>& needs, const LibraryFilter& filter);

}  // namespace hipflow
