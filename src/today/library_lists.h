// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/exercise.h"
#include "domain/restriction.h"
#include "domain/routine.h"
#include "domain/settings.h"

namespace hipflow::today {

// Routines and exercises as lists show them: those that pass a filter, as they are for one person.

/// Restricts a list; what is empty restricts nothing.
struct LibraryFilter {
    std::optional<int> level{};
    std::vector<Position> positions{};
    std::vector<std::string> needs{};  // what is at hand; {"none"}: nothing
    std::optional<std::string> target{};
    std::optional<int> max_minutes{};
};

/// Collects the faults of files that a list cannot show: it shows the others, and ends with these.
class FaultyFiles {
   public:
    /// Does the work for one entry of the list, and keeps the faults of its file.
    template <typename Work>
    void in(const Work& work) {
        try {
            work();
        } catch (const FileError& error) {
            add(error.faults());
        }
    }
    void add(const std::vector<Diagnostic>& faults);
    /// Throws FileError if there are any.
    void refuse_any() const;

   private:
    std::vector<Diagnostic> faults_;  // each once
};

struct ListedRoutine {
    const catalog::LibraryEntry* entry = nullptr;
    std::string name;
    std::string summary;
    int level = 1;
    bool counts = true;
    std::size_t steps = 0;
    std::optional<Millis> total;  // nullopt: nothing of it is left for this person
    std::optional<Millis> work;
    std::vector<std::string> needs;
    std::vector<std::string> positions;
    bool too_little = false;  // less than half of its work is left for this person
};

/// Lists the routines of a library; entries point into it. They take as long as for somebody who
/// knows their exercises.
std::vector<ListedRoutine> listed_routines(const catalog::Library& library,
                                           const Settings& settings, const Person& person,
                                           const LibraryFilter& filter, FaultyFiles& faulty);

/// Returns what the exercises need, each thing once, in the order in which it comes up.
std::vector<std::string> things_needed(const std::vector<Exercise>& exercises);

struct ListedExercise {
    const catalog::LibraryEntry* entry = nullptr;
    const Exercise* exercise = nullptr;
    std::optional<std::string> objection;        // why it is left out for this person
    std::optional<std::string> short_objection;  // the same in a word or two
};

/// Lists the exercises of a library; entries point into it.
std::vector<ListedExercise> listed_exercises(const catalog::Library& library, const Person& person,
                                             const LibraryFilter& filter, FaultyFiles& faulty);

/// A program, and where the library has it from.
struct ListedProgram {
    catalog::LibraryEntry entry;
    Program program;
};

/// Lists the programs of a library.
std::vector<ListedProgram> listed_programs(const catalog::Library& library, FaultyFiles& faulty);

/// Returns the ladder that an exercise stands on, the easiest first, as far as its links lead to
/// exercises that can be read. Those that `routine` brings come first.
std::vector<Exercise> ladder_of(const catalog::Library& library, const Exercise& exercise,
                                const Routine& routine = {});

/// Returns the words of the figure that an exercise is shown with, its own or a borrowed one, as
/// they read for a side: those of the left for Side::both. Empty where the figure has none.
std::string figure_words(const catalog::Library& library, const Exercise& exercise,
                         const Figure& figure, Side side, const Routine& routine = {});

/// Says whose a file of the library is, if it is the user's: "yours".
std::string origin_words(const catalog::LibraryEntry& entry);

}  // namespace hipflow::today
