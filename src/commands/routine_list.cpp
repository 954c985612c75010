// SPDX-License-Identifier: MIT
#include "commands/routine_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "catalog/digest.h"
#include "commands/faulty_files.h"
#include "commands/json_answer.h"
#include "commands/person.h"
#include "commands/routine_source.h"
#include "report/library_text.h"
#include "session/timeline.h"
#include "text/table.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

struct ListedRoutine {
    const LibraryEntry* entry = nullptr;
    std::string name;
    std::string summary;
    int level = 1;
    bool counts = true;
    std::size_t steps = 0;
    std::optional<Millis> total;  // none: nothing of it is left for this person
    std::optional<Millis> work;
    std::vector<std::string> needs;
    std::vector<std::string> positions;
};

std::vector<std::string> split(std::string_view joined) {
    std::vector<std::string> words;
    while (!joined.empty()) {
        const auto end = std::min(joined.find(','), joined.size());
        words.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return words;
}

ListedRoutine from_digest(const LibraryEntry& entry, const RoutineDigest& digest) {
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

/// The routine as this person would be given it.
ListedRoutine from_file(const Library& library, const LibraryEntry& entry, const Person& person) {
    const RoutineFile& source = library.routine_source(entry.id);
    const Routine& routine = source.routine;
    ListedRoutine listed;
    listed.entry = &entry;
    listed.name = routine.name;
    listed.summary = routine.summary;
    listed.level = routine.level;
    listed.counts = routine.counts;
    std::vector<Exercise> exercises;
    try {
        const Prescription session = prescription_of(library, source, {{}, {}, person});
        for (const auto& step : session.steps) exercises.push_back(step.work.exercise);
        const Timeline timeline = timeline_of(source, session);
        listed.steps = session.steps.size();
        listed.total = timeline.total;
        listed.work = timeline.work;
    } catch (const NothingLeft&) {
        for (const auto& step : routine.steps) {
            exercises.push_back(library.exercise_of(routine, step.exercise));
        }
    }
    listed.needs = things_needed(exercises);
    listed.positions = positions_of(exercises);
    return listed;
}

Json json_of(const ListedRoutine& listed) {
    const auto millis = [](const std::optional<Millis>& value) {
        return value ? Json(value->count()) : Json(nullptr);
    };
    return {{"id", listed.entry->id},
            {"name", listed.name},
            {"summary", listed.summary},
            {"level", listed.level},
            {"needs", listed.needs},
            {"positions", listed.positions},
            {"steps", listed.steps},
            {"total_ms", millis(listed.total)},
            {"work_ms", millis(listed.work)},
            {"counts", listed.counts},
            {"origin", listed.entry->origin == Origin::user ? "user" : "bundled"},
            {"overrides_bundled", listed.entry->overrides_bundled},
            {"file", listed.entry->file}};
}

/// A line of facts for each, and its purpose below.
std::string text_of(const std::vector<ListedRoutine>& all, const Style& style) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(all.size());
    for (const auto& listed : all) {
        rows.push_back({listed.entry->id,
                        listed.total ? spell_duration(*listed.total) : "not for you",
                        level_words(listed.level), fmt::format("{}", fmt::join(listed.needs, ", ")),
                        origin_words(*listed.entry)});
    }
    const std::string lines =
        table(rows, {Align::left, Align::right, Align::left, Align::left, Align::left});
    std::string text;
    std::size_t begin = 0;
    for (const auto& listed : all) {
        const std::size_t end = lines.find('\n', begin) + 1;
        text += lines.substr(begin, end - begin);
        if (!listed.summary.empty()) text += labelled("    ", listed.summary, style.columns);
        begin = end;
    }
    return text;
}

void print_list(Context& context, const std::vector<ListedRoutine>& all, bool as_json) {
    if (as_json) {
        Json answer = json_answer();
        answer["routines"] = Json::array();
        for (const auto& listed : all) answer["routines"].push_back(json_of(listed));
        print_json(context, answer);
    } else if (all.empty()) {
        context.note("No routine is like that. 'hipflow routine list' shows all.\n");
    } else {
        context.print(text_of(all, context.style()));
    }
}

}  // namespace

int list_routines(Context& context, const LibraryFilter& filter, bool as_json) {
    const Library& library = context.library();
    const Person person = person_of(context);
    const bool as_shipped = person == Person{} && !library.overrides_exercises();
    std::vector<ListedRoutine> all;
    FaultyFiles faulty;
    for (const auto& entry : library.routines()) {
        const bool known = as_shipped && entry.origin == Origin::bundled;
        const RoutineDigest* digest = known ? find_digest(entry.id) : nullptr;
        faulty.in([&] {
            ListedRoutine listed =
                digest != nullptr ? from_digest(entry, *digest) : from_file(library, entry, person);
            const Millis total = listed.total.value_or(Millis{0});
            if (matches(listed.level, total, listed.positions, listed.needs, filter)) {
                all.push_back(std::move(listed));
            }
        });
    }
    faulty.add(library.unlisted_routines());
    print_list(context, all, as_json);
    faulty.refuse_any();
    return code(all.empty() ? ExitCode::nothing : ExitCode::done);
}

}  // namespace hipflow
