// SPDX-License-Identifier: MIT
#include "today/own_routines.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
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

/// Looks at the files of the user. Those with faults are told by 'routine check' and 'doctor'.
template <typename Look>
void for_each_readable(const std::vector<catalog::LibraryEntry>& entries, Look look) {
    for (const auto& entry : entries) {
        if (entry.origin != catalog::Origin::user) continue;
        try {
            look(entry);
        } catch (const FileError&) {
            continue;
        }
    }
}

/// Collects the places of the user's files that name a routine by one of its ids.
class Namers {
   public:
    Namers(Desk& desk, const std::string& id)
        : desk_(desk), library_(desk.library()), id_(id), ids_(library_.earlier_ids(id)) {
        ids_.push_back(id);
    }

    std::vector<std::string> all() && {
        look_at_settings();
        for_each_readable(library_.programs(), [&](const auto& entry) { look_at_program(entry); });
        for_each_readable(library_.routines(), [&](const auto& entry) { look_at_routine(entry); });
        return std::move(places_);
    }

   private:
    bool is_meant(const std::string& name) const {
        return std::ranges::find(ids_, name) != ids_.end();
    }
    void tell(const std::string& file, Place place) {
        places_.push_back(fmt::format("{}:{}", file, place.line));
    }

    void look_at_settings() {
        const Settings& settings = desk_.settings();
        const auto origin = settings.origin.find("routine");
        if (origin == settings.origin.end() || !is_meant(settings.routine)) return;
        places_.push_back(origin->second);
    }

    void look_at_program(const catalog::LibraryEntry& entry) {
        for (const auto& named : library_.program_source(entry.id).routines) {
            if (is_meant(named.id)) tell(entry.file, named.place);
        }
    }

    void look_at_routine(const catalog::LibraryEntry& entry) {
        if (entry.id == id_) return;
        const catalog::RoutineFile& source = library_.routine_source(entry.id);
        const Routine& routine = source.routine;
        if (routine.easier && is_meant(*routine.easier)) tell(entry.file, source.places.easier);
        if (routine.harder && is_meant(*routine.harder)) tell(entry.file, source.places.harder);
    }

    Desk& desk_;
    const catalog::Library& library_;
    std::string id_;
    std::vector<std::string> ids_;
    std::vector<std::string> places_;
};

const catalog::LibraryEntry* own_entry(const std::vector<catalog::LibraryEntry>& entries,
                                       const std::string& id) {
    const auto found = std::ranges::find(entries, id, &catalog::LibraryEntry::id);
    const bool own = found != entries.end() && found->origin == catalog::Origin::user;
    return own ? &*found : nullptr;
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

/// Removes a file of which there is a copy; if it cannot be removed, the copy instead. Throws
/// Error.
void remove_file(const fs::path& file, const fs::path& copy) {
    std::error_code fault;
    if (fs::remove(file, fault)) return;
    std::error_code none;
    fs::remove(copy, none);
    throw Error(fmt::format("{} cannot be removed: {}", file.string(),
                            platform::obstacle_words(fault.value(), file.parent_path())),
                ExitCode::storage);
}

/// The text of a file without the earlier ids that mean a routine already.
std::string with_free_earlier_ids(const catalog::Library& library,
                                  const catalog::RoutineFile& source) {
    std::string text = text_of(library, source);
    const auto known = library.routine_ids();
    std::vector<std::string> ids = source.routine.formerly;
    std::erase_if(ids, [&](const auto& id) { return std::ranges::binary_search(known, id); });
    if (ids == source.routine.formerly) return text;
    return ids.empty() ? catalog::without_key(text, "formerly")
                       : catalog::with_earlier_ids(text, ids);
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
    wanted.text = with_free_earlier_ids(library, wanted.source);
    wanted.source.routine.id = wanted.id;
    wanted.today = routine_today(desk, wanted.source);
    wanted.untested = untested_tags(library, wanted.source.routine);
    return wanted;
}

MadeRoutine add_routine(Desk& desk, const RoutineToAdd& wanted) {
    return write_routine(desk, wanted.id, wanted.text);
}

std::string require_removable(Desk& desk, const std::string& name) {
    own_routine_file(desk, name);
    std::string id = desk.library().renamed(name).value_or(name);
    const auto places = Namers(desk, id).all();
    if (places.empty()) return id;
    throw Error(fmt::format("'{}' was not removed: it is named in {}. Name another there first.",
                            id, fmt::join(places, ", ")));
}

RemovedRoutine remove_routine(Desk& desk, const std::string& name) {
    const std::string id = require_removable(desk, name);
    const fs::path file = own_routine_file(desk, id);
    const catalog::LibraryEntry* entry = own_entry(desk.library().routines(), id);
    RemovedRoutine removed;
    removed.uncovers_bundled = entry != nullptr && entry->overrides_bundled;
    const auto text = platform::file_content(file);  // with faults or without
    if (!text) {
        throw Error(fmt::format("{} cannot be read, so it was not removed: {}", file.string(),
                                platform::obstacle_words(errno, file)),
                    ExitCode::storage);
    }
    const fs::path folder = platform::config_folder(desk.environment()) / "removed";
    fs::path copy = folder / (id + ".toml");
    for (int number = 2; fs::exists(copy); ++number) {
        copy = folder / fmt::format("{}-{}.toml", id, number);
    }
    platform::write_new_file(copy, *text);
    remove_file(file, copy);
    removed.id = id;
    removed.copy = copy.string();
    return removed;
}

RenamedRoutine rename_routine(Desk& desk, const std::string& name, const std::string& new_id) {
    const catalog::Library& library = desk.library();
    const fs::path file = own_routine_file(desk, name);
    const std::string id = library.renamed(name).value_or(name);
    require_new_name(new_id, fmt::format("hipflow routine rename {}", name));
    // It may have an earlier one back.
    if (library.renamed(new_id) != id) require_free(library, new_id);
    const catalog::RoutineFile& source = library.routine_source(id);
    std::vector<std::string> formerly = source.routine.formerly;
    std::erase(formerly, new_id);
    formerly.push_back(id);
    const std::string text = catalog::with_earlier_ids(text_of(library, source), formerly);
    const fs::path renamed = file.parent_path() / (new_id + ".toml");
    library.read_routine(text, new_id, renamed.string());  // throws rather than write a faulty one
    platform::write_new_file(renamed, text);
    remove_file(file, renamed);
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
    return made;
}

}  // namespace hipflow::today
