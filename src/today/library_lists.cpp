// SPDX-License-Identifier: MIT
#include "today/library_lists.h"

#include <algorithm>
#include <utility>

#include "catalog/bundled.h"
#include "coach/allowed.h"
#include "session/timeline.h"
#include "today/hearing.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_comfort(std::string_view thing) { return thing == "mat" || thing == "cushion"; }

bool is_among(std::string_view position, const LibraryFilter& filter) {
    return filter.positions.empty() || std::ranges::any_of(filter.positions, [&](Position one) {
               return word(one) == position;
           });
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

/// Is it of this level, in one of these positions, with this target, and does it need no more than
/// what is at hand?
bool matches(const Exercise& exercise, const LibraryFilter& filter) {
    const bool level = !filter.level || exercise.level == *filter.level;
    return level && is_among(word(exercise.position), filter) &&
           are_at_hand(exercise.needs, filter) && has_target(exercise, filter);
}

/// The same of a routine: its own level, and the positions and needs of all its exercises.
bool matches(const ListedRoutine& listed, const LibraryFilter& filter) {
    if (filter.level && listed.level != *filter.level) return false;
    const Millis total = listed.total.value_or(Millis{0});
    if (filter.max_minutes && total > std::chrono::minutes(*filter.max_minutes)) return false;
    const bool placed = std::ranges::all_of(
        listed.positions, [&](const auto& position) { return is_among(position, filter); });
    return placed && are_at_hand(listed.needs, filter);
}

std::vector<std::string> split(std::string_view joined) {
    std::vector<std::string> words;
    while (!joined.empty()) {
        const auto end = std::min(joined.find(','), joined.size());
        words.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return words;
}

ListedRoutine from_digest(const catalog::LibraryEntry& entry,
                          const catalog::RoutineDigest& digest) {
    return {&entry,
            std::string(digest.name),
            std::string(digest.summary),
            digest.level,
            digest.counts,
            static_cast<std::size_t>(digest.steps),
            Millis(digest.total_ms),
            Millis(digest.work_ms),
            split(digest.needs),
            split(digest.positions)};
}

std::vector<std::string> positions_of(const std::vector<Exercise>& exercises) {
    std::vector<std::string> positions;
    for (const auto& exercise : exercises) {
        const auto position = word(exercise.position);
        if (std::find(positions.begin(), positions.end(), position) == positions.end()) {
            positions.emplace_back(position);
        }
    }
    return positions;
}

/// Reads the routine and makes it as this person would be given it.
ListedRoutine from_file(const catalog::Library& library, const Settings& settings,
                        const catalog::LibraryEntry& entry, const Person& person) {
    const catalog::RoutineFile& source = library.routine_source(entry.id);
    const Routine& routine = source.routine;
    ListedRoutine listed;
    listed.entry = &entry;
    listed.name = routine.name;
    listed.summary = routine.summary;
    listed.level = routine.level;
    listed.counts = routine.counts;
    std::vector<Exercise> exercises;
    try {
        const Prescription session = prescription_of(library, settings, source, {{}, {}, person});
        for (const auto& step : session.steps) exercises.push_back(step.work.exercise);
        const session::Timeline timeline = timeline_of(library, settings, source, session);
        listed.steps = steps_once(session);
        listed.too_little = session.too_little;
        listed.total = timeline.total;
        listed.work = timeline.work;
    } catch (const coach::NothingLeft&) {
        for (const auto& step : routine.steps) {
            exercises.push_back(library.exercise_of(routine, step.exercise));
        }
    }
    listed.needs = things_needed(exercises);
    listed.positions = positions_of(exercises);
    return listed;
}

}  // namespace

std::vector<std::string> things_needed(const std::vector<Exercise>& exercises) {
    std::vector<std::string> needed;
    for (const auto& exercise : exercises) {
        for (const auto& thing : exercise.needs) {
            if (!holds(needed, thing)) needed.push_back(thing);
        }
    }
    return needed;
}

void FaultyFiles::refuse_any() const {
    if (!faults_.empty()) throw FileError(faults_);
}

void FaultyFiles::add(const std::vector<Diagnostic>& faults) {
    for (const Diagnostic& fault : faults) {
        const bool is_new = std::find(faults_.begin(), faults_.end(), fault) == faults_.end();
        if (is_new) faults_.push_back(fault);
    }
}

std::vector<ListedRoutine> listed_routines(const catalog::Library& library,
                                           const Settings& settings, const Person& person,
                                           const LibraryFilter& filter, FaultyFiles& faulty) {
    const bool as_shipped =
        person == Person{} && !library.overrides_exercises() && sounds_as_usual(settings);
    std::vector<ListedRoutine> all;
    for (const auto& entry : library.routines()) {
        const bool known = as_shipped && entry.origin == catalog::Origin::bundled;
        const catalog::RoutineDigest* digest = known ? catalog::find_digest(entry.id) : nullptr;
        faulty.in([&] {
            ListedRoutine listed = digest != nullptr ? from_digest(entry, *digest)
                                                     : from_file(library, settings, entry, person);
            if (matches(listed, filter)) all.push_back(std::move(listed));
        });
    }
    faulty.add(library.unlisted_routines());
    return all;
}

std::vector<ListedExercise> listed_exercises(const catalog::Library& library, const Person& person,
                                             const LibraryFilter& filter, FaultyFiles& faulty) {
    std::vector<ListedExercise> all;
    for (const auto& entry : library.exercises()) {
        faulty.in([&] {
            const Exercise& exercise = library.exercise(entry.id);
            if (!matches(exercise, filter)) return;
            all.push_back({&entry, &exercise, coach::objection(exercise, person),
                           coach::short_objection(exercise, person)});
            const bool own = entry.origin == catalog::Origin::user;
            if (own) faulty.add(library.check(library.exercise_source(entry.id)));
        });
    }
    faulty.add(library.unlisted_exercises());
    return all;
}

std::vector<ListedProgram> listed_programs(const catalog::Library& library, FaultyFiles& faulty) {
    std::vector<ListedProgram> all;
    for (const auto& entry : library.programs()) {
        faulty.in([&] { all.push_back({entry, library.program_source(entry.id).program}); });
    }
    faulty.add(library.unlisted_programs());
    return all;
}

std::string figure_words(const catalog::Library& library, const Exercise& exercise,
                         const Figure& figure, Side side, const Routine& routine) {
    const auto& lender = exercise.borrowed_figure;
    const bool lent = !exercise.figure && lender && library.has_exercise(routine, *lender);
    const std::string& language =
        lent ? library.exercise_of(routine, *lender).language : exercise.language;
    return library.phrases(language)->place({figure.text, language}, side).text;
}

std::vector<Exercise> ladder_of(const catalog::Library& library, const Exercise& exercise,
                                const Routine& routine) {
    std::vector<Exercise> ladder = {exercise};
    // The next rung, if the link leads to one that is not there yet.
    const auto next = [&](const std::optional<std::string>& id) -> const Exercise* {
        if (!id || !library.has_exercise(routine, *id)) return nullptr;
        const bool known = std::any_of(ladder.begin(), ladder.end(),
                                       [&](const Exercise& rung) { return rung.id == *id; });
        return known ? nullptr : &library.exercise_of(routine, *id);
    };
    while (const Exercise* easier = next(ladder.front().easier)) {
        ladder.insert(ladder.begin(), *easier);
    }
    while (const Exercise* harder = next(ladder.back().harder)) ladder.push_back(*harder);
    return ladder;
}

std::string origin_words(const catalog::LibraryEntry& entry) {
    if (entry.overrides_bundled) return "yours, in place of the bundled one";
    return entry.origin == catalog::Origin::user ? "yours" : "";
}

}  // namespace hipflow::today
