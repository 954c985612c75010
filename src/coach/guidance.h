// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "coach/state.h"
#include "domain/prescription.h"
#include "domain/speech.h"
#include "domain/time.h"

namespace hipflow::coach {

// How much is said of each exercise of a session (docs/design/guidance.md, "Levels").

/// Fewer timed sessions than this with an exercise, and all of it is said. As many sessions at all
/// begin with the safety sentence.
inline constexpr int first_times = 3;
/// After so long without it, all of it is said again.
inline constexpr std::chrono::days forgotten_after{28};

/// What the history tells of one exercise. Only timed sessions count, none that was discarded.
struct Practice {
    int times = 0;                  // sessions with a set of it, done at least half
    std::optional<Day> last;        // of these
    bool stopped_for_pain = false;  // the last set of it, in whatever session
    bool operator==(const Practice&) const = default;
};
/// By the ids of exercises; one that is not there was never done.
using Practices = std::map<std::string, Practice, std::less<>>;

/// The level for an exercise today, where nobody has set one: full or brief.
Guidance level_for(const Practice& practice, Day today);

/// All that decides on the words of a session.
struct GuidancePlan {
    std::optional<Guidance> level;  // for every exercise; nullopt: by its practice
    std::string language = "en";
    Practices practices;
    Day today{};
    int sessions = first_times;  // timed ones before this; more than first_times are not counted
};

/// The exercises of a session by their ids, each once: also the easier ones, and the closing one.
std::vector<std::string> exercises_of(const Prescription& prescription);

/// Sets language, safety sentence, and the level and count of every exercise. An easier exercise
/// and the closing one have a history of their own.
void guide(Prescription& prescription, const GuidancePlan& plan);

/// The session with everything at brief that is at full; nullopt if nothing is.
std::optional<Prescription> once_known(const Prescription& prescription);

/// Returns whether all of the work is explained in full.
bool explains_everything(const Prescription& prescription);

/// Returns whether nothing is to be said at all: every exercise is at off.
bool is_wordless(const Prescription& prescription);

/// The counts of a session as its record keeps them, zeros left out.
std::vector<TimesDone> times_of(const Prescription& prescription);
/// Puts them back into the session.
void set_times(Prescription& prescription, const std::vector<TimesDone>& times);

}  // namespace hipflow::coach
