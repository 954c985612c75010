// SPDX-License-Identifier: MIT
#include "commands/exercise.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "coach/allowed.h"
#include "commands/exercise_figure.h"
#include "commands/faulty_files.h"
#include "commands/json_answer.h"
#include "commands/library_filter.h"
#include "commands/person.h"
#include "commands/preferences.h"
#include "exchange/figure_json.h"
#include "report/library_text.h"
#include "text/table.h"

namespace hipflow {
namespace {

struct ExerciseOptions {
    std::string id;
    LibraryFilter filter;
    bool json = false;
    bool figure = false;
    bool frames = false;
};

struct ListedExercise {
    const LibraryEntry* entry = nullptr;
    const Exercise* exercise = nullptr;
    std::optional<std::string> objection;
    std::optional<std::string> reason;  // the same in a word or two
};

Json json_of(const ListedExercise& listed) {
    const auto& [entry, exercise, objection, reason] = listed;
    return {{"id", entry->id},
            {"name", exercise->name},
            {"target", exercise->target},
            {"level", exercise->level},
            {"position", word(exercise->position)},
            {"needs", exercise->needs},
            {"left_out", objection ? Json(*objection) : Json(nullptr)},
            {"left_out_for", reason ? Json(*reason) : Json(nullptr)},
            {"origin", entry->origin == Origin::user ? "user" : "bundled"},
            {"overrides_bundled", entry->overrides_bundled},
            {"file", entry->file}};
}

std::string text_of(const std::vector<ListedExercise>& all) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(all.size());
    for (const auto& [entry, exercise, objection, reason] : all) {
        rows.push_back({entry->id, exercise->name, level_words(exercise->level),
                        std::string(word(exercise->position)), reason ? "left out: " + *reason : "",
                        origin_words(*entry)});
    }
    return table(rows,
                 {Align::left, Align::left, Align::left, Align::left, Align::left, Align::left});
}

int list_exercises(Context& context, const ExerciseOptions& options) {
    const Library& library = context.library();
    const Person person = person_of(context);
    std::vector<ListedExercise> all;
    FaultyFiles faulty;
    for (const auto& entry : library.exercises()) {
        faulty.in([&] {
            const Exercise& exercise = library.exercise(entry.id);
            if (!matches(exercise, options.filter)) return;
            all.push_back({&entry, &exercise, objection(exercise, person),
                           short_objection(exercise, person)});
            const bool own = entry.origin == Origin::user;
            if (own) faulty.add(library.check(library.exercise_source(entry.id)));
        });
    }
    faulty.add(library.unlisted_exercises());
    if (options.json) {
        Json answer = json_answer();
        answer["exercises"] = Json::array();
        for (const auto& listed : all) answer["exercises"].push_back(json_of(listed));
        print_json(context, answer);
    } else if (all.empty()) {
        context.note("No exercise is like that. 'hipflow exercise list' shows all.\n");
    } else {
        context.print(text_of(all));
    }
    faulty.refuse_any();
    return code(all.empty() ? ExitCode::nothing : ExitCode::done);
}

/// The ladder that an exercise stands on, the easiest first, as far as its links lead to exercises
/// that can be read.
std::vector<Exercise> ladder_of(const Library& library, const Exercise& exercise) {
    std::vector<Exercise> ladder = {exercise};
    /// The next rung, if the link leads to one that is not there yet.
    const auto next = [&](const std::optional<std::string>& id) -> const Exercise* {
        if (!id || !library.has_exercise({}, *id)) return nullptr;
        const bool known = std::any_of(ladder.begin(), ladder.end(),
                                       [&](const Exercise& rung) { return rung.id == *id; });
        return known ? nullptr : &library.exercise(*id);
    };
    while (const Exercise* easier = next(ladder.front().easier)) {
        ladder.insert(ladder.begin(), *easier);
    }
    while (const Exercise* harder = next(ladder.back().harder)) ladder.push_back(*harder);
    return ladder;
}

int show_exercise(Context& context, const ExerciseOptions& options) {
    const Library& library = context.library();
    const Exercise& exercise = library.exercise(options.id);
    if (options.frames) return print_frames(context, exercise, options.json);
    if (options.figure) return show_figure(context, exercise);
    const auto ladder = ladder_of(library, exercise);
    const auto words = objection(exercise, person_of(context));
    if (options.json) {
        Json answer = json_answer();
        answer["exercise"] = to_json(exercise);
        answer["figure"] = exercise.figure ? to_json(*exercise.figure) : Json(nullptr);
        answer["ladder"] = Json::array();
        for (const auto& rung : ladder) answer["ladder"].push_back(rung.id);
        answer["left_out"] = words ? Json(*words) : Json(nullptr);
        print_json(context, answer);
    } else {
        context.print(exercise_text(exercise, ladder, words, context.style()));
    }
    FaultyFiles faulty;
    faulty.add(library.check(library.exercise_source(options.id)));
    faulty.refuse_any();
    return code(ExitCode::done);
}

int avoid_exercise(Context& context, const std::string& id) {
    const Exercise& exercise = context.library().exercise(id);  // throws for one that there is not
    journal_preferences(context, PreferenceSubject::exercise, {{id, PreferenceRule::avoid}});
    context.note(
        fmt::format("{} is left out of your sessions from now on. 'hipflow exercise allow {}' "
                    "takes it back.\n",
                    exercise.name, id));
    return code(ExitCode::done);
}

int allow_exercise(Context& context, const std::string& id) {
    const Exercise& exercise = context.library().exercise(id);
    const Settings& settings = context.settings();
    const auto& avoid = settings.avoid;
    if (std::find(avoid.begin(), avoid.end(), id) != avoid.end()) {
        throw Error(
            fmt::format("{}: 'avoid' names '{}', and the file comes first. Take it out "
                        "there.",
                        settings.origin.at("me.avoid"), id));
    }
    journal_preferences(context, PreferenceSubject::exercise, {{id, PreferenceRule::allow}});
    if (const auto words = objection(exercise, person_of(context))) {
        context.note(fmt::format("{} is no longer avoided, but still left out: {}.\n",
                                 exercise.name, *words));
    } else {
        context.note(fmt::format("{} is back in your sessions.\n", exercise.name));
    }
    return code(ExitCode::done);
}

using ExerciseTask = int (*)(Context& context, const std::string& id);

void add_wish(CLI::App& app, const std::shared_ptr<ExerciseOptions>& options, Action& action,
              const std::string& name, const std::string& summary, ExerciseTask work) {
    CLI::App* wish = app.add_subcommand(name, summary);
    wish->add_option("exercise", options->id, "Its id")->required()->type_name("EXERCISE");
    wish->callback([options, &action, work] {
        action = [options, work](Context& context) { return work(context, options->id); };
    });
}

}  // namespace

void add_exercise(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExerciseOptions>();
    app.require_subcommand(1);
    CLI::App* list = app.add_subcommand("list", "List exercises, all of them or some");
    add_library_filter(*list, options->filter);
    list->add_option("--target", options->filter.target, "Aimed at this, such as piriformis")
        ->type_name("WORD");
    list->add_flag("--json", options->json, "Print JSON");
    list->callback([options, &action] {
        action = [options](Context& context) { return list_exercises(context, *options); };
    });
    CLI::App* show = app.add_subcommand("show", "Show all about an exercise");
    show->add_option("exercise", options->id, "Its id")->required()->type_name("EXERCISE");
    auto* json = show->add_flag("--json", options->json, "Print JSON");
    auto* figure = show->add_flag("--figure", options->figure,
                                  "Play its figure: a few reps, or until a key is pressed");
    show->add_flag("--frames", options->frames, "Print the poses of its figure")->excludes(figure);
    figure->excludes(json);
    show->callback([options, &action] {
        action = [options](Context& context) { return show_exercise(context, *options); };
    });
    add_wish(app, options, action, "avoid", "Leave an exercise out of every session",
             avoid_exercise);
    add_wish(app, options, action, "allow", "Take an exercise back that is avoided",
             allow_exercise);
}

}  // namespace hipflow
