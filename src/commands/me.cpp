// SPDX-License-Identifier: MIT
#include "commands/me.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalog/restriction_table.h"
#include "coach/allowed.h"
#include "commands/dialogue.h"
#include "commands/json_answer.h"
#include "commands/person.h"
#include "commands/preferences.h"
#include "guide/restrictions.h"
#include "text/table.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

struct MeOptions {
    std::vector<std::string> names;
    bool json = false;
    bool plain = false;
};

struct Me {
    LeftOut limits;
    std::vector<std::string> left_out;  // exercises that this leaves out
    std::size_t exercises = 0;
};

std::vector<Preference> preferences_of(const Context& context) {
    const auto store = context.existing_store();
    return store ? store->preferences() : std::vector<Preference>{};
}

Me me_of(Context& context) {
    const auto preferences = preferences_of(context);
    Me me;
    me.limits = limits_of(context.settings(), preferences);
    const Person person = person_of(context, preferences);
    const Library& library = context.library_without_figures();
    for (const auto& entry : library.exercises()) {
        try {
            ++me.exercises;
            if (against(library.exercise(entry.id), person)) me.left_out.push_back(entry.id);
        } catch (const FileError&) {
            --me.exercises;  // 'exercise list' and 'doctor' tell of files with faults
        }
    }
    return me;
}

std::vector<std::string> ids_of(const std::vector<Limit>& limits) {
    std::vector<std::string> ids;
    ids.reserve(limits.size());
    for (const auto& limit : limits) ids.push_back(limit.id);
    return ids;
}

std::string name_of(const std::string& restriction) {
    const Restriction* found = shipped_restrictions().find(restriction);
    return found == nullptr ? restriction : found->name;
}

Json json_of(const Limit& limit) {
    return {{"id", limit.id},
            {"origin", limit.place ? "settings" : "answer"},
            {"place", limit.place ? Json(*limit.place) : Json(nullptr)},
            {"at", limit.at ? Json(format_instant(*limit.at, {})) : Json(nullptr)}};
}

void print_me_json(const Context& context, const Me& me) {
    Json answer = json_answer();
    const LeftOut& limits = me.limits;
    answer["restrictions_from"] = limits.restrictions_place ? Json("settings")
                                  : limits.restrictions_at  ? Json("answer")
                                                            : Json(nullptr);
    answer["restrictions"] = Json::array();
    for (const auto& limit : limits.restrictions) {
        Json json = json_of(limit);
        json["name"] = name_of(limit.id);
        answer["restrictions"].push_back(std::move(json));
    }
    answer["avoided"] = Json::array();
    for (const auto& limit : limits.avoided) answer["avoided"].push_back(json_of(limit));
    answer["left_out"] = me.left_out;
    print_json(context, answer);
}

std::string rows_text(const std::vector<Limit>& limits, bool named) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(limits.size());
    for (const auto& limit : limits) {
        rows.push_back({"  " + limit.id, named ? name_of(limit.id) : "", origin_words(limit)});
    }
    return table(rows, {Align::left, Align::left, Align::left});
}

std::string me_text(const Me& me, const Style& style) {
    const LeftOut& limits = me.limits;
    std::string text;
    if (!limits.restrictions.empty()) {
        text += left_out_words(ids_of(limits.restrictions), shipped_restrictions()) + '\n';
        text += rows_text(limits.restrictions, true);
    } else if (limits.restrictions_place) {
        text +=
            fmt::format("No restriction: so say the settings ({}).\n", *limits.restrictions_place);
    } else if (limits.restrictions_at) {
        text += "No restriction: none of the list holds, by your answer.\n";
    } else {
        text += "No restriction was named yet. 'hipflow me ask' goes through the list.\n";
    }
    if (!limits.avoided.empty()) {
        text += "Avoided exercises:\n" + rows_text(limits.avoided, false);
    }
    if (!me.left_out.empty()) {
        text += paragraph(
            fmt::format("This keeps {} of {} exercises out of your sessions; 'hipflow exercise "
                        "list' shows which, and for what.",
                        me.left_out.size(), me.exercises),
            style.columns);
    }
    if (limits.restrictions_place) return text;
    text += paragraph(
        "To change it: 'hipflow me restrict NAME', 'hipflow me allow NAME', or 'hipflow me ask'.",
        style.columns);
    return text;
}

int show_me(Context& context, const MeOptions& options) {
    const Me me = me_of(context);
    if (options.json) {
        print_me_json(context, me);
    } else {
        context.print(me_text(me, context.style()));
    }
    return code(ExitCode::done);
}

/// What the settings say cannot be changed from here.
void require_silent_settings(Context& context) {
    const Settings& settings = context.settings();
    if (!settings.restrictions) return;
    throw Error(
        fmt::format("{}: 'restrictions' stands there, and the file's word holds. Change it there, "
                    "or take the line out.",
                    settings.origin.at("me.restrictions")));
}

/// Nobody is there to be asked back: a guess is none.
bool is_clear(const NamedRestrictions& named) {
    return named.trouble.empty() && named.guesses.empty() && !named.ids.empty();
}

/// What the words name, each for itself or, as "outer hip pain", together.
std::vector<std::string> ids_named(const std::vector<std::string>& words) {
    const RestrictionTable& table = shipped_restrictions();
    const auto together = named_restrictions(fmt::format("{}", fmt::join(words, " ")), table);
    if (is_clear(together)) return together.ids;
    std::vector<std::string> ids;
    for (const auto& word : words) {
        const NamedRestrictions named = named_restrictions(word, table);
        if (named.several) throw Error(named.trouble);
        if (!is_clear(named)) throw Error(no_such_restriction(table, word));
        ids.insert(ids.end(), named.ids.begin(), named.ids.end());
    }
    return ids;
}

int tell_change(Context& context, const MeOptions& options) {
    const Me me = me_of(context);
    context.note(fmt::format("{} {}",
                             left_out_words(ids_of(me.limits.restrictions), shipped_restrictions()),
                             taken_back_by));
    if (options.json) print_me_json(context, me);
    return code(ExitCode::done);
}

int change(Context& context, const MeOptions& options, PreferenceRule rule) {
    require_silent_settings(context);
    PreferenceRules rules;
    for (auto& id : ids_named(options.names)) rules.emplace_back(std::move(id), rule);
    journal_preferences(context, PreferenceSubject::restriction, rules);
    return tell_change(context, options);
}

int ask_me(Context& context, const MeOptions& options) {
    require_silent_settings(context);
    if (!context.may_ask()) {
        throw Error(
            "there is nobody to be asked: standard input is no terminal, or --no-input forbids it. "
            "'hipflow me restrict NAME' and 'hipflow me allow NAME' need no question.");
    }
    const RestrictionTable& table = shipped_restrictions();
    const auto now = ids_of(limits_of(context.settings(), preferences_of(context)).restrictions);
    std::optional<std::vector<std::string>> answer;
    const int ended = in_dialogue(context, options.plain,
                                  [&](Face& face) { answer = ask_restrictions(face, table, now); });
    if (!answer) {
        if (ended == code(ExitCode::done)) context.note("Nothing was changed.\n");
        return ended;
    }
    journal_preferences(context, PreferenceSubject::restriction, rules_for(*answer, table), true);
    return tell_change(context, options);
}

using MeTask = std::function<int(Context& context, const MeOptions& options)>;

CLI::App* add_task(CLI::App& app, const std::shared_ptr<MeOptions>& options, Action& action,
                   const std::string& name, const std::string& summary, MeTask work) {
    CLI::App* task = app.add_subcommand(name, summary);
    task->add_flag("--json", options->json, "Print JSON");
    task->callback([options, &action, work = std::move(work)] {
        action = [options, work](Context& context) { return work(context, *options); };
    });
    return task;
}

void add_names(CLI::App& task, MeOptions& options) {
    task.add_option("restrictions", options.names,
                    "Restrictions: their ids, or a word of their names")
        ->required()
        ->type_name("RESTRICTION");
}

}  // namespace

void add_me(CLI::App& app, Action& action) {
    auto options = std::make_shared<MeOptions>();
    app.require_subcommand(0, 1);
    app.add_flag("--json", options->json, "Print JSON");
    add_names(
        *add_task(app, options, action, "restrict", "Leave out what does not go with something",
                  [](Context& context, const MeOptions& given) {
                      return change(context, given, PreferenceRule::has);
                  }),
        *options);
    add_names(*add_task(app, options, action, "allow", "Take a restriction back",
                        [](Context& context, const MeOptions& given) {
                            return change(context, given, PreferenceRule::has_not);
                        }),
              *options);
    CLI::App* ask =
        add_task(app, options, action, "ask", "Go through the list of restrictions", ask_me);
    ask->add_flag("--plain", options->plain, "Ask in plain lines");
    app.callback([options, &app, &action] {
        if (!app.get_subcommands().empty()) return;  // the task has chosen already
        action = [options](Context& context) { return show_me(context, *options); };
    });
}

}  // namespace hipflow
