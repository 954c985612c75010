// SPDX-License-Identifier: MIT
// What only the routines of the user have: earlier ids, and drills of their own.
#include <algorithm>

#include "catalog/library.h"
#include "catalog/text_file.h"

namespace hipflow::catalog {
namespace {

bool is_listed(const std::vector<LibraryEntry>& entries, std::string_view id) {
    return std::ranges::binary_search(
        entries, id, {}, [](const LibraryEntry& entry) { return std::string_view(entry.id); });
}

void put_in_order(std::vector<std::string>& ids) {
    std::ranges::sort(ids);
    const auto again = std::ranges::unique(ids);
    ids.erase(again.begin(), again.end());
}

}  // namespace

/// All that can be read, as far as that goes. check() calls this, so no link is followed here.
const std::vector<Routine>& Library::own_routines() const {
    if (own_routines_) return *own_routines_;
    own_routines_.emplace();
    for (const auto& entry : routines()) {
        if (entry.origin != Origin::user) continue;
        std::vector<Diagnostic> faults;  // 'routine check' and 'doctor' tell of them
        const auto text = read_text_file(entry.file, faults);
        auto source =
            text ? parse_routine_in_part(*text, entry.id, entry.file, faults) : std::nullopt;
        if (source) own_routines_->push_back(std::move(source->routine));
    }
    return *own_routines_;
}

std::vector<std::string> Library::routine_ids() const {
    std::vector<std::string> ids;
    ids.reserve(routines().size());
    for (const auto& entry : routines()) ids.push_back(entry.id);
    for (const Routine& own : own_routines()) {
        ids.insert(ids.end(), own.formerly.begin(), own.formerly.end());
    }
    put_in_order(ids);
    return ids;
}

std::optional<std::string> Library::renamed(std::string_view id) const {
    if (is_listed(routines(), id)) return std::nullopt;
    for (const Routine& own : own_routines()) {
        if (std::ranges::find(own.formerly, id) != own.formerly.end()) return own.id;
    }
    return std::nullopt;
}

std::vector<std::string> Library::earlier_ids(std::string_view id) const {
    const auto found = std::ranges::find(own_routines(), id, &Routine::id);
    if (found == own_routines().end()) return {};
    std::vector<std::string> ids = found->formerly;
    std::erase_if(ids, [&](const std::string& former) { return is_listed(routines(), former); });
    return ids;
}

std::optional<Library::Drill> Library::drill(std::string_view id) const {
    if (is_listed(exercises(), id)) return std::nullopt;
    const auto has_it = [&](const Routine& own) {
        return std::ranges::find(own.inline_exercises, id, &Exercise::id) !=
               own.inline_exercises.end();
    };
    const auto found = std::ranges::find_if(own_routines(), has_it);
    if (found == own_routines().end()) return std::nullopt;
    const RoutineFile& source = routine_source(found->id);
    return Drill{source, exercise_of(source.routine, id)};
}

const Exercise& Library::exercise_or_drill(std::string_view id) const {
    const auto own = drill(id);
    return own ? own->exercise : exercise(id);
}

std::vector<std::string> Library::drill_ids() const {
    std::vector<std::string> ids;
    for (const Routine& own : own_routines()) {
        for (const auto& drill : own.inline_exercises) {
            if (!is_listed(exercises(), drill.id)) ids.push_back(drill.id);
        }
    }
    put_in_order(ids);
    return ids;
}

}  // namespace hipflow::catalog
