// SPDX-License-Identifier: MIT
#include "commands/routine.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalog/digest.h"
#include "coach/allowed.h"
#include "coach/prescribe.h"
#include "commands/json_answer.h"
#include "commands/person.h"
#include "commands/routine_files.h"
#include "commands/routine_list.h"
#include "commands/routine_source.h"
#include "domain/names.h"
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
            text += fmt::format("{}: {}, {}\n", checked.name, plural(checked.steps, "step"),
                                spell_duration(checked.total));
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
    std::vector<std::string> names;
    NewRoutine wanted;
    LibraryFilter filter;
    bool json = false;
};

void add_files(CLI::App& app, const std::shared_ptr<RoutineOptions>& options, Action& action) {
    CLI::App* create = app.add_subcommand("new", "Begin a routine of your own");
    create->add_option("routine", options->wanted.id, "The id of the new routine")
        ->required()
        ->type_name("ID");
    create
        ->add_option("--from", options->wanted.from, "Copy this one, by id or file, to begin with")
        ->type_name("ROUTINE|FILE.toml");
    create->add_flag("--force", options->wanted.force,
                     "Take the place of the bundled routine with this id");
    create->callback([options, &action] {
        action = [options](Context& context) { return new_routine(context, options->wanted); };
    });
    CLI::App* edit = app.add_subcommand("edit", "Edit a routine of your own, and check it");
    edit->add_option("routine", options->name, "Its id")->required()->type_name("ROUTINE");
    edit->callback([options, &action] {
        action = [options](Context& context) { return edit_routine(context, options->name); };
    });
}

}  // namespace

void add_routine(CLI::App& app, Action& action) {
    auto options = std::make_shared<RoutineOptions>();
    app.require_subcommand(1);
    CLI::App* list = app.add_subcommand("list", "List all routines, with how long they take");
    add_library_filter(*list, options->filter);
    list->add_option("--max-minutes", options->filter.max_minutes,
                     "Only those that take no longer than this")
        ->check(CLI::Range(1, 180))
        ->type_name("N");
    list->add_flag("--json", options->json, "Print JSON");
    list->callback([options, &action] {
        action = [options](Context& context) {
            return list_routines(context, options->filter, options->json);
        };
    });
    CLI::App* show = app.add_subcommand("show", "Show a routine as it would be done today");
    show->add_option("routine", options->name, "Its id, or a file")
        ->required()
        ->type_name("ROUTINE|FILE.toml");
    show->add_flag("--json", options->json, "Print JSON");
    show->callback([options, &action] {
        action = [options](Context& context) {
            return show_routine(context, options->name, options->json);
        };
    });
    CLI::App* check =
        app.add_subcommand("check", "Check routines for faults; without a name, all of them");
    check->add_option("routines", options->names, "Ids, or files")->type_name("ROUTINE|FILE.toml");
    check->add_flag("--json", options->json, "Print JSON");
    check->callback([options, &action] {
        action = [options](Context& context) {
            return check_routines(context, options->names, options->json);
        };
    });
    add_files(app, options, action);
}

}  // namespace hipflow
