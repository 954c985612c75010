// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "answers/setup.h"
#include "catalog/restriction_table.h"
#include "coach/allowed.h"
#include "commands/all_commands.h"
#include "commands/dialogue.h"
#include "commands/setting_warnings.h"
#include "guide/restrictions.h"
#include "platform/random.h"
#include "report/care_text.h"
#include "text/layout.h"
#include "today/made_for.h"
#include "today/preferences.h"

namespace hipflow::commands {
namespace {

struct MeOptions {
    std::vector<std::string> names;
    cli::Format format = cli::Format::text;
    bool plain = false;
};

void declare_me(cli::Options& options, MeOptions& values) { options.json(values.format); }

/// The routine that was made for what the person named, as a paragraph; empty if there is none.
std::string made_for(cli::Context& context, const today::Me& me) {
    const auto ids = today::ids_of(me.limits.restrictions);
    const auto words = today::routine_made_for(context.desk(), ids, context.settings().routine);
    return words ? paragraph(*words, context.style().columns) : "";
}

int show_me(cli::Context& context, const MeOptions& values) {
    note_unknown_avoided(context);
    const today::Me me = today::me_of(context.desk());
    if (values.format == cli::Format::json) {
        context.print(answers::json_text(me), values.format);
    } else {
        context.print(report::me_text(me, catalog::shipped_restrictions(), context.style()) +
                          made_for(context, me),
                      values.format);
    }
    return cli::code(ExitCode::done);
}

int tell_change(cli::Context& context, const MeOptions& values) {
    const today::Me me = today::me_of(context.desk());
    context.note(fmt::format("{} {}",
                             coach::left_out_words(today::ids_of(me.limits.restrictions),
                                                   catalog::shipped_restrictions()),
                             cli::taken_back_by));
    if (values.format == cli::Format::json)
        context.print(answers::json_text(me), cli::Format::json);
    return cli::code(ExitCode::done);
}

int change_restrictions(cli::Context& context, const MeOptions& values, PreferenceRule rule) {
    today::require_answerable(context.settings());
    today::PreferenceRules rules;
    for (auto& id : guide::ids_named(values.names, catalog::shipped_restrictions())) {
        rules.emplace_back(std::move(id), rule);
    }
    today::journal_preferences(context.desk(), PreferenceSubject::restriction, rules);
    return tell_change(context, values);
}

int ask_me(cli::Context& context, const MeOptions& values) {
    today::require_answerable(context.settings());
    if (!context.may_ask()) {
        throw Error(
            "there is nobody to ask: standard input is not a terminal, or --no-input forbids it. "
            "'hipflow me restrict NAME' and 'hipflow me allow NAME' ask nothing.");
    }
    const RestrictionTable& table = catalog::shipped_restrictions();
    const auto now = today::ids_of(
        today::limits_of(context.settings(), today::answers_of(context.desk())).restrictions);
    std::optional<std::vector<std::string>> answer;
    const int ended = in_dialogue(
        context, values.plain,
        [&](terminal::Face& face) { answer = guide::ask_restrictions(face, table, now); },
        [] { return false; });
    if (!answer) {
        if (ended == cli::code(ExitCode::done)) context.note("Nothing was changed.\n");
        return ended;
    }
    const Instant at = context.clock().wall();
    today::journal_preferences(context.desk(), PreferenceSubject::restriction,
                               guide::rules_for(*answer, table),
                               guide::restrictions_asked(platform::new_id(at), at));
    return tell_change(context, values);
}

void declare_me_names(cli::Options& options, MeOptions& values) {
    options.json(values.format);
    options
        .add("restrictions", values.names, "RESTRICTION",
             "Restrictions: their ids, or a word of their names")
        .takes(cli::ValueKind::restriction)
        .required();
}

int restrict_me(cli::Context& context, const MeOptions& values) {
    return change_restrictions(context, values, PreferenceRule::has);
}

constexpr std::array me_restrict_examples = {
    cli::Example{"hipflow me restrict osteoporosis", "this applies to me"},
    cli::Example{"hipflow me restrict no-floor 13", "by id, word or number"},
};
constexpr cli::Command me_restrict_command{
    .name = "restrict",
    .summary = "Add a restriction: leave out what it rules out",
    .examples = me_restrict_examples,
    .bind = cli::bind<&declare_me_names, &restrict_me>,
};

int allow_me(cli::Context& context, const MeOptions& values) {
    return change_restrictions(context, values, PreferenceRule::has_not);
}

constexpr std::array me_allow_examples = {
    cli::Example{"hipflow me allow osteoporosis", "it does not apply after all"},
};
constexpr cli::Command me_allow_command{
    .name = "allow",
    .summary = "Remove a restriction",
    .examples = me_allow_examples,
    .bind = cli::bind<&declare_me_names, &allow_me>,
};

void declare_me_ask(cli::Options& options, MeOptions& values) {
    options.json(values.format);
    options.flag("--plain", values.plain, "Ask in plain lines");
}

constexpr std::array me_ask_examples = {
    cli::Example{"hipflow me ask", "go through the list"},
};
constexpr cli::Command me_ask_command{
    .name = "ask",
    .summary = "Go through the list of restrictions",
    .examples = me_ask_examples,
    .bind = cli::bind<&declare_me_ask, &ask_me>,
};

constexpr std::array me_examples = {
    cli::Example{"hipflow me", "what is left out, and where that was set"},
    cli::Example{"hipflow me restrict osteoporosis", "this applies to me"},
    cli::Example{"hipflow me ask", "go through the list"},
};
constexpr std::array me_parts = {&me_restrict_command, &me_allow_command, &me_ask_command};

}  // namespace

constinit const cli::Command me_command{
    .name = "me",
    .summary = "Show and change what your sessions leave out",
    .examples = me_examples,
    .bind = cli::bind<&declare_me, &show_me>,
    .parts = me_parts,
};

}  // namespace hipflow::commands
