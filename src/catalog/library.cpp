// SPDX-License-Identifier: MIT
#include "catalog/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "catalog/figure_check.h"
#include "catalog/ladder.h"
#include "catalog/text_file.h"

namespace hipflow::catalog {
namespace {

namespace fs = std::filesystem;

fs::path inside(const fs::path& folder, std::string_view name) {
    return folder.empty() ? fs::path() : folder / name;
}

std::vector<std::string> ids(const Listing& listing) {
    std::vector<std::string> result;
    result.reserve(listing.entries.size());
    for (const auto& entry : listing.entries) result.push_back(entry.id);
    return result;
}

const LibraryEntry& entry_of(const Listing& listing, std::string_view kind, std::string_view id) {
    const auto& entries = listing.entries;
    const auto found = std::lower_bound(
        entries.begin(), entries.end(), id,
        [](const LibraryEntry& entry, std::string_view wanted) { return entry.id < wanted; });
    if (found != entries.end() && found->id == id) return *found;
    throw Error(no_such(kind, id, ids(listing)));
}

/// In a bundled file the figure comes last; a test sees to that.
std::size_t figure_begins(const LibraryEntry& entry) {
    return entry.bundled_text.find("\n[figure]");
}

/// Reads the text of the file of an entry. Throws FileError.
std::string text_of(const Listing& listing, const LibraryEntry& entry) {
    if (const auto clash = listing.faults.find(entry.id); clash != listing.faults.end()) {
        throw FileError(clash->second);
    }
    if (entry.origin == Origin::bundled) return std::string(entry.bundled_text);
    std::vector<Diagnostic> faults;
    auto text = read_text_file(entry.file, faults);
    if (!text) throw FileError(std::move(faults));
    return *std::move(text);
}

/// Parses a text. Throws FileError with all its faults: the links of what can be read are checked
/// as well, so that nobody finds the next fault only when the first one is gone.
template <typename Source>
Source read_whole(std::optional<Source> (*parse)(std::string_view, std::string_view,
                                                 const std::string&, std::vector<Diagnostic>&),
                  std::string_view text, std::string_view id, const std::string& file,
                  const Library& library) {
    std::vector<Diagnostic> faults;
    auto source = parse(text, id, file, faults);
    if (source && faults.empty()) return *std::move(source);
    if (source) {
        for (auto& fault : library.check(*source)) faults.push_back(std::move(fault));
    }
    throw FileError(std::move(faults));
}

/// Names renamed routines by the ids that they have now.
void use_new_ids(const Library& library, Program& program) {
    const auto use = [&](std::vector<std::string>& sessions) {
        for (auto& id : sessions) {
            if (id != any_routine) id = library.renamed(id).value_or(id);
        }
    };
    for (auto& week : program.weeks) use(week.sessions);
    use(program.after.sessions);
}

}  // namespace

Bundle shipped_bundle() {
    return {bundled_routines(), bundled_exercises(), bundled_programs(), bundled_translations()};
}

Library::Library(fs::path user_folder, Bundle bundle)
    : user_folder_(std::move(user_folder)), bundle_(bundle) {}

const Listing& Library::routine_listing() const {
    if (!routine_listing_) {
        routine_listing_ =
            list_files(bundle_.routines, "routines", inside(user_folder_, "routines"));
    }
    return *routine_listing_;
}

const Listing& Library::exercise_listing() const {
    if (!exercise_listing_) {
        exercise_listing_ = list_files(bundle_.exercises, "routines/exercises",
                                       inside(user_folder_, "exercises"), Beside::translations);
    }
    return *exercise_listing_;
}

const Listing& Library::program_listing() const {
    if (!program_listing_) {
        program_listing_ =
            list_files(bundle_.programs, "routines/programs", inside(user_folder_, "programs"));
    }
    return *program_listing_;
}

const std::vector<Diagnostic>& Library::unlisted_routines() const {
    return routine_listing().unlisted;
}

const std::vector<Diagnostic>& Library::unlisted_exercises() const {
    return exercise_listing().unlisted;
}

const std::vector<Diagnostic>& Library::unlisted_programs() const {
    return program_listing().unlisted;
}

const std::vector<LibraryEntry>& Library::programs() const { return program_listing().entries; }

const std::vector<LibraryEntry>& Library::routines() const { return routine_listing().entries; }

const std::vector<LibraryEntry>& Library::exercises() const { return exercise_listing().entries; }

const RoutineFile& Library::routine_source(std::string_view id) const {
    if (const auto known = routines_.find(id); known != routines_.end()) return known->second;
    const Listing& listing = routine_listing();
    if (const auto now = renamed(id)) return routine_source(*now);
    const LibraryEntry& entry = entry_of(listing, "routine", id);
    RoutineFile source = read_routine(text_of(listing, entry), entry.id, entry.file);
    return routines_.emplace(entry.id, std::move(source)).first->second;
}

const ExerciseFile& Library::exercise_source(std::string_view id) const {
    if (const auto known = exercises_.find(id); known != exercises_.end()) return known->second;
    LibraryEntry entry = entry_of(exercise_listing(), "exercise", id);
    if (!figures_) entry.bundled_text = entry.bundled_text.substr(0, figure_begins(entry));
    // It is known before its figure is looked for, which another one may lend: those that borrow
    // from each other are no circle.
    ExerciseFile& source = exercises_.emplace(entry.id, parsed_exercise(entry)).first->second;
    if (entry.origin == Origin::user) {
        source.warnings = hold_to_figure({}, source.exercise, source.places.figure, source.file);
    }
    for (const auto& language : asked_languages_) translate(source.exercise, language);
    return source;
}

ExerciseFile Library::parsed_exercise(const LibraryEntry& entry) const {
    return read_whole(parse_exercise_in_part, text_of(exercise_listing(), entry), entry.id,
                      entry.file, *this);
}

/// Adds to the risks of an exercise of the user those that its figure shows, and returns what is
/// doubtful about that. The bundled exercises need none of it: a test holds them to their figures.
std::vector<Diagnostic> Library::hold_to_figure(const Routine& routine, Exercise& exercise,
                                                const FigurePlaces& places,
                                                const std::string& file) const {
    std::optional<Figure> figure = exercise.figure;
    if (!figure && exercise.borrowed_figure && has_exercise(routine, *exercise.borrowed_figure)) {
        figure = lent_figure(routine, *exercise.borrowed_figure);
    }
    if (!figure) return {};
    figure->scene.bed = exercise.on == Surface::bed;
    auto warnings = figure_warnings(exercise, *figure, places, file);
    auto& risks = exercise.risks ? *exercise.risks : exercise.shown_risks;
    risks = with_shown_risks(std::move(risks), *figure);
    return warnings;
}

bool Library::overrides_exercises() const {
    return std::any_of(exercises().begin(), exercises().end(),
                       [](const LibraryEntry& entry) { return entry.overrides_bundled; });
}

bool Library::is_as_shipped() const {
    const auto is_bundled = [](const LibraryEntry& entry) {
        return entry.origin == Origin::bundled;
    };
    const auto all = [&](const Listing& listing) {
        return listing.unlisted.empty() &&
               std::all_of(listing.entries.begin(), listing.entries.end(), is_bundled);
    };
    return all(exercise_listing()) && all(routine_listing()) && all(program_listing());
}

const ProgramFile& Library::program_source(std::string_view id) const {
    if (const auto known = programs_.find(id); known != programs_.end()) return known->second;
    const Listing& listing = program_listing();
    const LibraryEntry& entry = entry_of(listing, "program", id);
    ProgramFile source =
        read_whole(parse_program_in_part, text_of(listing, entry), entry.id, entry.file, *this);
    if (auto faults = check(source); !faults.empty()) throw FileError(std::move(faults));
    use_new_ids(*this, source.program);
    return programs_.emplace(entry.id, std::move(source)).first->second;
}

const Routine& Library::routine(std::string_view id) const { return routine_source(id).routine; }

const Exercise& Library::exercise(std::string_view id) const {
    return exercise_source(id).exercise;
}

const Exercise& Library::exercise_of(const Routine& routine, std::string_view id) const {
    const auto& own = routine.inline_exercises;
    const auto found = std::find_if(own.begin(), own.end(),
                                    [&](const Exercise& exercise) { return exercise.id == id; });
    return found == own.end() ? exercise(id) : *found;
}

const Figure* Library::figure_of(const Routine& routine, const Exercise& exercise) const {
    if (exercise.figure) return &*exercise.figure;
    if (!exercise.borrowed_figure || !has_exercise(routine, *exercise.borrowed_figure)) {
        return nullptr;
    }
    const auto& lent = exercise_of(routine, *exercise.borrowed_figure).figure;
    return lent ? &*lent : nullptr;
}

std::optional<Figure> Library::lent_figure(const Routine& routine, const std::string& id) const {
    const Exercise& lender = exercise_of(routine, id);
    if (lender.figure || figures_) return lender.figure;
    const auto& own = routine.inline_exercises;
    if (std::ranges::find(own, id, &Exercise::id) != own.end()) return std::nullopt;
    const LibraryEntry& entry = entry_of(exercise_listing(), "exercise", id);
    if (entry.origin == Origin::user) return std::nullopt;  // it was read whole
    return parsed_exercise(entry).exercise.figure;
}

bool Library::has_exercise(const Routine& routine, std::string_view id) const {
    try {
        exercise_of(routine, id);
        return true;
    } catch (const Error&) {
        return false;
    }
}

namespace {

/// A file that is named by its path.
struct NamedFile {
    std::string id;
    std::string text;
};

/// Throws FileError.
NamedFile read_named_file(const std::string& path) {
    std::vector<Diagnostic> faults;
    std::string id = fs::path(path).stem();
    auto text = read_text_file(path, faults);
    if (text && !is_id(id)) {
        faults.push_back({path, 0, 0, "the name has invisible characters; rename the file"});
    }
    if (!text || !faults.empty()) throw FileError(std::move(faults));
    return {std::move(id), *std::move(text)};
}

}  // namespace

RoutineFile Library::open_routine(const std::string& path) const {
    const auto [id, text] = read_named_file(path);
    return read_routine(text, id, path);
}

ExerciseFile Library::open_exercise(const std::string& path) const {
    const auto [id, text] = read_named_file(path);
    ExerciseFile source = read_whole(parse_exercise_in_part, text, id, path, *this);
    source.warnings = hold_to_figure({}, source.exercise, source.places.figure, source.file);
    return source;
}

RoutineFile Library::read_routine(std::string_view text, std::string_view id,
                                  const std::string& file) const {
    RoutineFile source = read_whole(parse_routine_in_part, text, id, file, *this);
    for (std::size_t i = 0; i < source.routine.inline_exercises.size(); ++i) {
        auto warnings = hold_to_figure(source.routine, source.routine.inline_exercises[i],
                                       source.inline_exercises.at(i).figure, file);
        std::ranges::move(warnings, std::back_inserter(source.warnings));
    }
    return source;
}

}  // namespace hipflow::catalog
