// SPDX-License-Identifier: MIT
#include "today/own_routines.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "catalog/one_file.h"
#include "catalog/text_file.h"
#include "platform/environment.h"
#include "platform/files.h"
#include "today/person.h"

namespace hipflow::today {
namespace {

namespace fs = std::filesystem;

/// The name of the file as an id that no routine has: with a number behind it, if need be.
std::string free_id(const catalog::Library& library, const std::string& file) {
    const std::string near = nearest_id(file);
    const std::string first = near.empty() ? "routine" : near;
    const auto known = library.routine_ids();
    const auto is_taken = [&](const std::string& id) {
        return std::ranges::any_of(
            known, [&](const std::string& other) { return catalog::lower_case(other) == id; });
    };
    std::string id = first;
    for (int number = 2; is_taken(id); ++number) id = fmt::format("{}-{}", first, number);
    return id;
}

/// Says of each drill of the file what only the file says: which risks it has.
std::vector<std::string> untested_tags(const catalog::Library& library, const Routine& routine) {
    std::vector<std::string> words;
    for (const auto& own : routine.inline_exercises) {
        if (!own.risks || library.figure_of(routine, own) != nullptr) continue;
        words.push_back(
            own.risks->empty()
                ? fmt::format("{}: the file says that it has no risks (risks = []). It has no "
                              "figure, so hipflow cannot check that.",
                              own.name)
                : fmt::format("{}: the file names its risks ({}). It has no figure, so hipflow "
                              "cannot check whether that is all.",
                              own.name, fmt::join(*own.risks, ", ")));
    }
    return words;
}

/// Collects the files of the user's exercises that a routine needs: those of its steps, and what
/// they name in turn.
class NeededExercises {
   public:
    NeededExercises(const catalog::Library& library, const Routine& routine)
        : library_(library), routine_(routine) {}

    std::vector<catalog::ExerciseText> all() && {
        for (const auto& own : routine_.inline_exercises) {
            known_.insert(own.id);
            add_neighbours(own);
        }
        for (const auto& step : routine_.steps) add(step.exercise);
        return std::move(texts_);
    }

   private:
    void add(const std::string& id) {
        if (!known_.insert(id).second) return;
        const catalog::LibraryEntry* entry = own_entry(library_.exercises(), id);
        if (entry == nullptr) return;
        std::vector<Diagnostic> faults;
        auto text = catalog::read_text_file(entry->file, faults);
        if (!text) throw FileError(std::move(faults));
        const Exercise& exercise = library_.exercise(id);
        const bool is_same = exercise.language == routine_.language.value_or("en");
        texts_.push_back({id, *std::move(text), is_same ? "" : exercise.language});
        add_neighbours(exercise);
    }

    void add_neighbours(const Exercise& exercise) {
        for (const auto* id : {&exercise.easier, &exercise.harder, &exercise.borrowed_figure}) {
            if (*id) add(**id);
        }
    }

    const catalog::Library& library_;
    const Routine& routine_;
    std::set<std::string> known_;
    std::vector<catalog::ExerciseText> texts_;
};

/// Tells whether the file is one that 'routine remove' has kept.
bool is_kept_copy(Desk& desk, const fs::path& file) {
    std::error_code fault;
    const fs::path folder = platform::config_folder(desk.environment()) / "removed";
    return fs::equivalent(fs::absolute(file).parent_path(), folder, fault);
}

bool is_recorded(Desk& desk, const std::string& routine) {
    const store::Store* history = desk.history();
    return history != nullptr && !history->sessions({.routine = routine, .limit = 1}).empty();
}

/// Sets the text to add. An earlier id stays in it only if it means nothing else here: no routine,
/// and unless the file was kept here, nothing that was done either.
void take_earlier_ids(Desk& desk, RoutineToAdd& wanted) {
    const catalog::Library& library = desk.library();
    const Routine& routine = wanted.source.routine;
    wanted.text = text_of(library, wanted.source);
    const bool is_kept = is_kept_copy(desk, wanted.source.file);
    const auto known = library.routine_ids();
    std::vector<std::string> ids;
    for (const auto& id : routine.formerly) {
        const bool taken = std::ranges::binary_search(known, id);
        const bool stays = !taken && (is_kept || !is_recorded(desk, id));
        (stays ? ids : wanted.dropped).push_back(id);
    }
    if (wanted.dropped.empty()) return;
    wanted.text = ids.empty() ? catalog::without_key(wanted.text, "formerly")
                              : catalog::with_earlier_ids(wanted.text, ids);
}

}  // namespace

RoutineToAdd routine_to_add(Desk& desk, const std::string& file,
                            const std::optional<std::string>& id) {
    const catalog::Library& library = desk.library();
    if (id) {
        require_new_name(*id, "hipflow routine add FILE --as");
        require_free(library, *id);
    }
    RoutineToAdd wanted;
    wanted.id = id ? *id : free_id(library, file);
    if (const std::string near = nearest_id(file); !id && wanted.id != near && !near.empty()) {
        wanted.taken = near;
    }
    const bool is_path = file.ends_with(".toml") || file.find('/') != std::string::npos;
    wanted.checked = check_routine(library, desk.settings(), is_path ? file : "./" + file,
                                   [&] { return person_of(desk); });
    if (!wanted.checked.faults.empty()) throw FileError(wanted.checked.faults);
    wanted.source = library.open_routine(file);
    take_earlier_ids(desk, wanted);
    wanted.source.routine.id = wanted.id;
    try {
        wanted.today = routine_today(desk, wanted.source);
    } catch (const coach::NothingLeft& nothing) {
        wanted.nothing_left = nothing.what();
        wanted.today = routine_as_written(desk, wanted.source);
    }
    wanted.untested = untested_tags(library, wanted.source.routine);
    return wanted;
}

MadeRoutine add_routine(Desk& desk, const RoutineToAdd& wanted) {
    return write_routine(desk, wanted.id, wanted.text);
}

RenamedRoutine rename_routine(Desk& desk, const std::string& name, const std::string& new_id) {
    const catalog::Library& library = desk.library();
    const fs::path file = own_routine_file(desk, name);
    const std::string id = library.renamed(name).value_or(name);
    // Where only the case differs, the nearest name is the one that it has.
    require_new_name(
        new_id, nearest_id(new_id) == id ? "" : fmt::format("hipflow routine rename {}", name));
    const catalog::RoutineFile& source = library.routine_source(id);
    std::vector<std::string> formerly = source.routine.formerly;
    std::erase_if(formerly, [&](const auto& former) { return former == new_id || former == id; });
    formerly.push_back(id);
    const std::string text = catalog::with_earlier_ids(text_of(library, source), formerly);
    const fs::path renamed = file.parent_path() / (new_id + ".toml");
    // Killed in between, this has left both files behind.
    const bool half_done = new_id != id && platform::file_content(renamed) == text;
    // It may have an earlier one back.
    if (!half_done && library.renamed(new_id) != id) require_free(library, new_id);
    library.read_routine(text, new_id, renamed.string());  // throws rather than write a faulty one
    if (!half_done) platform::write_new_file(renamed, text);
    remove_own_file(file, renamed);
    const catalog::LibraryEntry* entry = own_entry(library.routines(), id);
    return {renamed.string(), entry != nullptr && entry->overrides_bundled};
}

RoutineAsFile as_one_file(const catalog::Library& library, const catalog::RoutineFile& source) {
    require_whole(library, source);
    RoutineAsFile made;
    std::string text = text_of(library, source);
    const Routine& routine = source.routine;
    const auto cut = [&](const std::optional<std::string>& link, const std::string& key) {
        if (!link) return;
        const std::string id = library.renamed(*link).value_or(*link);
        if (own_entry(library.routines(), id) == nullptr) return;
        text = catalog::without_key(text, key);
        made.cut.push_back(fmt::format("{} = \"{}\"", key, *link));
    };
    cut(routine.easier, "easier");
    cut(routine.harder, "harder");
    text = catalog::without_key(text, "formerly");  // of this history alone
    made.text = catalog::in_one_file(text, NeededExercises(library, routine).all());
    try {
        library.read_routine(made.text, routine.id, routine.id + ".toml");
    } catch (const FileError&) {
        throw Error(
            fmt::format("'{}' cannot be written as one file: with the exercises of yours that it "
                        "needs, its text has faults. Where its file has exercises in braces, write "
                        "each as a table: [exercise.ID], with its keys below.",
                        routine.id));
    }
    return made;
}

}  // namespace hipflow::today
