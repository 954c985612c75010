// SPDX-License-Identifier: MIT
#include "commands/routine_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "commands/json_answer.h"
#include "commands/person.h"
#include "commands/routine_source.h"
#include "report/library_text.h"
#include "session/timeline.h"
#include "text/table.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

struct Listed {
    const LibraryEntry* entry = nullptr;
    const Routine* routine = nullptr;
    std::optional<Timeline> timeline;  // none: nothing of it is left for this person
    std::vector<std::string> needs;
};

std::vector<Exercise> exercises_of(const Library& library, const Routine& routine) {
    std::vector<Exercise> exercises;
    exercises.reserve(routine.steps.size());
    for (const auto& step : routine.steps) {
        exercises.push_back(library.exercise_of(routine, step.exercise));
    }
    return exercises;
}

/// The routine as this person would be given it; nothing if the filter holds it back.
std::optional<Listed> list_one(const Library& library, const LibraryEntry& entry,
                               const Person& person, const LibraryFilter& filter) {
    const RoutineFile& source = library.routine_source(entry.id);
    Listed listed{&entry, &source.routine, std::nullopt, {}};
    std::vector<Exercise> exercises;
    try {
        const Prescription session = prescription_of(library, source, {{}, {}, person});
        for (const auto& step : session.steps) exercises.push_back(step.work.exercise);
        listed.timeline = compile(session);
    } catch (const NothingLeft&) {
        exercises = exercises_of(library, source.routine);
    }
    listed.needs = things_needed(exercises);
    const Millis total = listed.timeline ? listed.timeline->total : Millis{0};
    if (!matches(source.routine.level, total, exercises, filter)) return std::nullopt;
    return listed;
}

Json json_of(const Listed& listed) {
    const auto& [entry, routine, timeline, needs] = listed;
    return {{"id", entry->id},
            {"name", routine->name},
            {"summary", routine->summary},
            {"level", routine->level},
            {"needs", needs},
            {"total_ms", timeline ? Json(timeline->total.count()) : Json(nullptr)},
            {"work_ms", timeline ? Json(timeline->work.count()) : Json(nullptr)},
            {"counts", routine->counts},
            {"origin", entry->origin == Origin::user ? "user" : "bundled"},
            {"overrides_bundled", entry->overrides_bundled},
            {"file", entry->file}};
}

std::string mark_of(const LibraryEntry& entry) {
    if (entry.overrides_bundled) return "yours, in place of the bundled one";
    return entry.origin == Origin::user ? "yours" : "";
}

/// A line of facts for each, and its purpose below.
std::string text_of(const std::vector<Listed>& all, const Style& style) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& listed : all) {
        rows.push_back({listed.entry->id,
                        listed.timeline ? spell_duration(listed.timeline->total) : "not for you",
                        level_words(listed.routine->level),
                        fmt::format("{}", fmt::join(listed.needs, ", ")), mark_of(*listed.entry)});
    }
    const std::string lines =
        table(rows, {Align::left, Align::right, Align::left, Align::left, Align::left});
    std::string text;
    std::size_t begin = 0;
    for (const auto& listed : all) {
        const std::size_t end = lines.find('\n', begin) + 1;
        text += lines.substr(begin, end - begin);
        if (!listed.routine->summary.empty()) {
            text += "    " + paragraph(listed.routine->summary, style.columns, 4);
        }
        begin = end;
    }
    return text;
}

}  // namespace

int list_routines(Context& context, const LibraryFilter& filter, bool as_json) {
    const Library& library = context.library();
    const Person person = person_of(context);
    std::vector<Listed> all;
    for (const auto& entry : library.routines()) {
        if (auto listed = list_one(library, entry, person, filter)) all.push_back(*listed);
    }
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
    return code(all.empty() ? ExitCode::nothing : ExitCode::done);
}

}  // namespace hipflow
