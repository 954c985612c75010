// SPDX-License-Identifier: MIT
#include "commands/routine.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/digest.h"
#include "coach/allowed.h"
#include "coach/prescribe.h"
#include "commands/json_answer.h"
#include "commands/person.h"
#include "commands/routine_files.h"
#include "commands/routine_list.h"
#include "commands/routine_source.h"
#include "report/library_text.h"

namespace hipflow {
namespace {

int show_routine(Context& context, const std::string& name, bool as_json) {
    const Library& library = context.library();
    const RoutineFile source = find_routine(library, name);
    const Prescription prescription =
        prescription_of(library, source, {Gate::none, std::nullopt, person_of(context)});
    const Timeline timeline = timeline_of(source, prescription);
    if (as_json) {
        Json answer = json_answer();
        answer["routine"] = to_json(source.routine);
        answer["prescription"] = to_json(prescription);
        answer["total_ms"] = timeline.total.count();
        answer["work_ms"] = timeline.work.count();
        print_json(context, answer);
    } else {
        context.print(routine_text(source.routine, prescription, timeline, context.style()));
    }
    return code(ExitCode::done);
}

struct Checked {
    std::string name;
    std::vector<Diagnostic> faults;
    std::size_t steps = 0;
    Millis total{};
    std::vector<std::string> warnings;  // what can be done, and may surprise
};

/// What the build has found out about a bundled routine: it checks them all, and ends at a fault.
Checked checked_by_the_build(const RoutineDigest& digest) {
    return {std::string(digest.id),
            {},
            static_cast<std::size_t>(digest.steps),
            Millis(digest.total_ms),
            {}};
}

const LibraryEntry* entry_with(const std::vector<LibraryEntry>& entries, const std::string& file) {
    const auto found = std::ranges::find(entries, file, &LibraryEntry::file);
    return found == entries.end() ? nullptr : &*found;
}

/// What the file puts in the place of something that has the same id.
std::vector<std::string> shadowing_words(const Library& library, const RoutineFile& source) {
    std::vector<std::string> warnings;
    const LibraryEntry* entry = entry_with(library.routines(), source.file);
    if (entry != nullptr && entry->overrides_bundled) {
        warnings.emplace_back("it takes the place of the bundled routine with the same id");
    }
    for (const auto& own : source.routine.inline_exercises) {
        const auto same = std::ranges::find(library.exercises(), own.id, &LibraryEntry::id);
        if (same == library.exercises().end()) continue;
        warnings.push_back(fmt::format(
            "[exercise.{}] takes the place of the {} exercise with the same id, here and in the "
            "history; rename it if it is another movement",
            own.id, same->origin == Origin::bundled ? "bundled" : "your own"));
    }
    return warnings;
}

Checked check_one(const Library& library, const std::string& name) {
    const RoutineDigest* digest = library.is_as_shipped() ? find_digest(name) : nullptr;
    if (digest != nullptr) return checked_by_the_build(*digest);
    Checked checked{name, {}, 0, {}, {}};
    try {
        const RoutineFile source = find_routine(library, name);
        checked.faults = library.check(source);
        if (!checked.faults.empty()) return checked;
        const Prescription prescription = prescription_of(library, source, {});
        checked.steps = prescription.steps.size();
        checked.total = timeline_of(source, prescription).total;
        require_length(library, source);
        checked.warnings = shadowing_words(library, source);
        for (const auto& step : prescription.steps) {
            const Exercise& exercise = step.work.exercise;
            if (!exercise.risks) checked.warnings.push_back(untagged_words(exercise));
        }
    } catch (const FileError& error) {
        checked.faults = error.faults();
    }
    return checked;
}

Json as_json(const Checked& checked) {
    Json json = {{"routine", checked.name}, {"ok", checked.faults.empty()}};
    json["steps"] = checked.faults.empty() ? Json(checked.steps) : Json(nullptr);
    json["total_ms"] = checked.faults.empty() ? Json(checked.total.count()) : Json(nullptr);
    json["warnings"] = checked.warnings;
    json["faults"] = Json::array();
    for (const auto& fault : checked.faults) {
        json["faults"].push_back({{"file", fault.file},
                                  {"line", fault.line},
                                  {"column", fault.column},
                                  {"message", fault.message}});
    }
    return json;
}

/// The routines to be checked, and the faults of the whole library where none was named.
std::vector<std::string> all_routines(const Library& library, std::vector<Diagnostic>& faults) {
    const bool checked = library.is_as_shipped() && !bundled_digests().empty();
    if (!checked) faults = library.check();
    std::vector<std::string> names;
    names.reserve(library.routines().size());
    for (const auto& entry : library.routines()) names.push_back(entry.id);
    return names;
}

/// Two routines may name the same broken exercise.
void add_new(std::vector<Diagnostic>& faults, const std::vector<Diagnostic>& more) {
    for (const auto& fault : more) {
        if (std::ranges::count(faults, fault) == 0) faults.push_back(fault);
    }
}

int check_routines(Context& context, std::vector<std::string> names, bool wants_json) {
    const Library& library = context.library();
    std::vector<Diagnostic> faults;
    if (names.empty()) names = all_routines(library, faults);
    Json answer = json_answer();
    answer["routines"] = Json::array();
    std::string text;
    for (const auto& name : names) {
        const Checked checked = check_one(library, name);
        answer["routines"].push_back(as_json(checked));
        if (checked.faults.empty()) {
            text += fmt::format("{}: {} step{}, {}\n", checked.name, checked.steps,
                                checked.steps == 1 ? "" : "s", spell_duration(checked.total));
        }
        for (const auto& warning : checked.warnings) {
            context.note(fmt::format("{}: warning: {}\n", checked.name, warning));
        }
        add_new(faults, checked.faults);
    }
    if (wants_json) {
        print_json(context, answer);
    } else {
        context.print(text);
    }
    if (faults.empty()) return code(ExitCode::done);
    throw FileError(std::move(faults));
}

struct RoutineOptions {
    std::string name;
    Format format = Format::text;
};

void declare_routine_show(Options& options, RoutineOptions& values) {
    options.add("routine", values.name, "ROUTINE|FILE.toml", "Its id, or a file").required();
    options.json(values.format);
}

int run_routine_show(Context& context, const RoutineOptions& values) {
    return show_routine(context, values.name, values.format == Format::json);
}

constexpr std::array routine_show_examples = {
    Example{"hipflow routine show hip-rotation", "as it would be today"},
};
constexpr Command routine_show_command{
    .name = "show",
    .summary = "Show a routine as it would be done today",
    .examples = routine_show_examples,
    .bind = bind<&declare_routine_show, &run_routine_show>,
};

struct RoutineCheckOptions {
    std::vector<std::string> names;
    Format format = Format::text;
};

void declare_routine_check(Options& options, RoutineCheckOptions& values) {
    options.add("routines", values.names, "ROUTINE|FILE.toml", "Ids, or files");
    options.json(values.format);
}

int run_routine_check(Context& context, const RoutineCheckOptions& values) {
    return check_routines(context, values.names, values.format == Format::json);
}

constexpr std::array routine_check_examples = {
    Example{"hipflow routine check", "everything there is"},
    Example{"hipflow routine check desk-reset", "one of them"},
};
constexpr Command routine_check_command{
    .name = "check",
    .summary = "Check routines for faults; without a name, all of them",
    .examples = routine_check_examples,
    .bind = bind<&declare_routine_check, &run_routine_check>,
};

struct RoutineListOptions {
    LibraryFilter filter;
    Format format = Format::text;
};

void declare_routine_list(Options& options, RoutineListOptions& values) {
    declare_filter(options, values.filter);
    options
        .add("--max-minutes", values.filter.max_minutes, "N",
             "Only those that take no longer than this")
        .range(1, 180);
    options.json(values.format);
}

int run_routine_list(Context& context, const RoutineListOptions& values) {
    return list_routines(context, values.filter, values.format == Format::json);
}

constexpr std::array routine_list_examples = {
    Example{"hipflow routine list", "with how long each takes"},
    Example{"hipflow routine list --max-minutes 5", "short ones"},
};
constexpr Command routine_list_command{
    .name = "list",
    .summary = "List all routines, with how long they take",
    .examples = routine_list_examples,
    .bind = bind<&declare_routine_list, &run_routine_list>,
};

void declare_routine_new(Options& options, NewRoutine& values) {
    options.add("routine", values.id, "ID", "The id of the new routine").required();
    options.add("--from", values.from, "ROUTINE|FILE.toml",
                "Copy this one, by id or file, to begin with");
    options.flag("--force", values.force, "Take the place of the bundled routine with this id");
}

constexpr std::array routine_new_examples = {
    Example{"hipflow routine new mine", "a short example"},
    Example{"hipflow routine new mine --from hip-rotation", "a copy"},
};
constexpr Command routine_new_command{
    .name = "new",
    .summary = "Begin a routine of your own",
    .examples = routine_new_examples,
    .bind = bind<&declare_routine_new, &new_routine>,
};

struct RoutineEditOptions {
    std::string name;
};

void declare_routine_edit(Options& options, RoutineEditOptions& values) {
    options.add("routine", values.name, "ROUTINE", "Its id").required();
}

int run_routine_edit(Context& context, const RoutineEditOptions& values) {
    return edit_routine(context, values.name);
}

constexpr std::array routine_edit_examples = {
    Example{"hipflow routine edit mine", "in $VISUAL or $EDITOR"},
};
constexpr Command routine_edit_command{
    .name = "edit",
    .summary = "Edit a routine of your own, and check it",
    .examples = routine_edit_examples,
    .bind = bind<&declare_routine_edit, &run_routine_edit>,
};

constexpr std::array routine_examples = {
    Example{"hipflow routine list", "what there is"},
    Example{"hipflow routine new mine --from hip-rotation", "copy one, to change it"},
};
constexpr std::array routine_parts = {&routine_list_command, &routine_show_command,
                                      &routine_check_command, &routine_new_command,
                                      &routine_edit_command};

}  // namespace

constinit const Command routine_command{
    .name = "routine",
    .summary = "List, show, check, copy and edit routines",
    .examples = routine_examples,
    .parts = routine_parts,
};

}  // namespace hipflow
