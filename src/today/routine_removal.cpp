// SPDX-License-Identifier: MIT
#include "today/routine_removal.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <utility>

#include "domain/spelling.h"
#include "platform/environment.h"
#include "platform/files.h"
#include "today/plans.h"
#include "today/routine_check.h"
#include "today/routine_files.h"

namespace hipflow::today {
namespace {

namespace fs = std::filesystem;

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
        // The bundled one takes over where it has the same id.
        const catalog::LibraryEntry* own = own_entry(library_.routines(), id);
        if (own == nullptr || !own->overrides_bundled) ids_.push_back(id);
    }

    std::vector<std::string> all() && {
        look_at_settings();
        look_at_plans();
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
        if (origin == settings.origin.end() || origin->second == "default") return;
        if (!is_meant(settings.routine)) return;
        places_.push_back(origin->second);
    }

    void look_at_plans() {
        const store::Store* history = desk_.history();
        if (history == nullptr) return;
        const Day today = desk_.now().local_day;
        for (const auto& plan : all_plans(library_, *history, desk_.settings(), today)) {
            if (!plan.routine || !is_meant(*plan.routine) || !schedule::goes_on(plan, today)) {
                continue;
            }
            places_.push_back(fmt::format("the schedule ('hipflow schedule remove {}' ends that)",
                                          *plan.routine));
        }
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

/// Says which of its drills the settings avoid that are in no other file. Throws Error where one
/// would be taken for a misspelt exercise afterwards, which no session begins with.
std::vector<std::string> avoided_drills(Desk& desk, const std::string& id) {
    const catalog::Library& library = desk.library();
    std::vector<std::string> left;
    for (const auto& entry : library.exercises()) left.push_back(entry.id);
    std::vector<std::string> gone;
    for_each_readable(library.routines(), [&](const auto& entry) {
        auto& ids = entry.id == id ? gone : left;
        const auto& drills = library.routine_source(entry.id).routine.inline_exercises;
        std::ranges::transform(drills, std::back_inserter(ids), &Exercise::id);
    });
    const Settings& settings = desk.settings();
    std::vector<std::string> words;
    for (const auto& avoided : settings.avoid) {
        const bool goes = std::ranges::find(gone, avoided) != gone.end() &&
                          std::ranges::find(left, avoided) == left.end();
        if (!goes) continue;
        const std::string& place = settings.origin.at("me.avoid");
        if (!did_you_mean(avoided, left).empty()) {
            throw Error(fmt::format(
                "'{}' was not removed: {}: 'avoid' names its '{}', which would look like a "
                "misspelt one without it. Take it out there first.",
                id, place, avoided));
        }
        words.push_back(fmt::format("{}: 'avoid' names '{}', which goes with it.", place, avoided));
    }
    return words;
}

/// Tells whether a copy could be added under the id that it had: the id may be one that only a file
/// put there by hand can have, or mean another routine now, and the file may have faults.
bool can_be_added(Desk& desk, const RemovedRoutine& removed) {
    try {
        const catalog::Library left(platform::config_folder(desk.environment()));
        require_new_name(removed.id, "");
        require_free(left, removed.id);
        const CheckedRoutine checked =
            check_routine(left, desk.settings(), removed.copy, [] { return Person{}; });
        return checked.faults.empty();
    } catch (const Error&) {
        return false;
    }
}

}  // namespace

RemovableRoutine require_removable(Desk& desk, const std::string& name) {
    own_routine_file(desk, name);
    std::string id = desk.library().renamed(name).value_or(name);
    const auto places = Namers(desk, id).all();
    if (places.empty()) {
        auto avoided = avoided_drills(desk, id);
        return {std::move(id), std::move(avoided)};
    }
    throw Error(fmt::format("'{}' was not removed: it is named in {}. Name another there first.",
                            id, fmt::join(places, ", ")));
}

RemovedRoutine remove_routine(Desk& desk, const std::string& name) {
    const std::string id = require_removable(desk, name).id;
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
    remove_own_file(file, copy);
    removed.id = id;
    removed.file = file.string();
    removed.copy = copy.string();
    removed.by_add = can_be_added(desk, removed);
    return removed;
}

}  // namespace hipflow::today
