// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "catalog/restriction_table.h"
#include "commands/all_commands.h"
#include "commands/dialogue.h"
#include "exchange/desk_answers.h"
#include "guide/restrictions.h"
#include "platform/random.h"
#include "text/layout.h"
#include "today/preferences.h"

namespace hipflow {
namespace {

struct MeOptions {
    std::vector<std::string> names;
    Format format = Format::text;
    bool plain = false;
};

std::string rows_text(const std::vector<Limit>& limits, bool named) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(limits.size());
    for (const auto& limit : limits) {
        rows.push_back(
            {"  " + limit.id, named ? restriction_name(limit.id) : "", origin_words(limit)});
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

void declare_me(Options& options, MeOptions& values) { options.json(values.format); }

int show_me(Context& context, const MeOptions& values) {
    const Me me = me_of(context.desk());
    context.print(values.format == Format::json ? json_text(me) : me_text(me, context.style()));
    return code(ExitCode::done);
}

/// Throws Error where the settings name restrictions: these cannot be changed from here.
void require_silent_settings(Context& context) {
    const Settings& settings = context.settings();
    if (!settings.restrictions) return;
    throw Error(
        fmt::format("{}: 'restrictions' stands there, and the file's word holds. Change it there, "
                    "or take the line out.",
                    settings.origin.at("me.restrictions")));
}

/// A guess does not count: nobody is there to be asked back.
bool is_clear(const NamedRestrictions& named) {
    return named.trouble.empty() && named.guesses.empty() && !named.ids.empty();
}

/// Returns what the words name, each for itself or, as in "outer hip pain", together.
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

int tell_change(Context& context, const MeOptions& values) {
    const Me me = me_of(context.desk());
    context.note(fmt::format("{} {}",
                             left_out_words(ids_of(me.limits.restrictions), shipped_restrictions()),
                             taken_back_by));
    if (values.format == Format::json) context.print(json_text(me));
    return code(ExitCode::done);
}

int change_restrictions(Context& context, const MeOptions& values, PreferenceRule rule) {
    require_silent_settings(context);
    PreferenceRules rules;
    for (auto& id : ids_named(values.names)) rules.emplace_back(std::move(id), rule);
    journal_preferences(context.desk(), PreferenceSubject::restriction, rules);
    return tell_change(context, values);
}

int ask_me(Context& context, const MeOptions& values) {
    require_silent_settings(context);
    if (!context.may_ask()) {
        throw Error(
            "there is nobody to be asked: standard input is no terminal, or --no-input forbids it. "
            "'hipflow me restrict NAME' and 'hipflow me allow NAME' need no question.");
    }
    const RestrictionTable& table = shipped_restrictions();
    const auto now = ids_of(limits_of(context.settings(), answers_of(context.desk())).restrictions);
    std::optional<std::vector<std::string>> answer;
    const int ended = in_dialogue(context, values.plain,
                                  [&](Face& face) { answer = ask_restrictions(face, table, now); });
    if (!answer) {
        if (ended == code(ExitCode::done)) context.note("Nothing was changed.\n");
        return ended;
    }
    const Instant at = context.clock().wall();
    journal_preferences(context.desk(), PreferenceSubject::restriction, rules_for(*answer, table),
                        restrictions_asked(new_id(at), at));
    return tell_change(context, values);
}

void declare_me_names(Options& options, MeOptions& values) {
    options.json(values.format);
    options
        .add("restrictions", values.names, "RESTRICTION",
             "Restrictions: their ids, or a word of their names")
        .required();
}

int restrict_me(Context& context, const MeOptions& values) {
    return change_restrictions(context, values, PreferenceRule::has);
}

constexpr std::array me_restrict_examples = {
    Example{"hipflow me restrict osteoporosis", "this holds for me"},
    Example{"hipflow me restrict no-floor 13", "by id, word or number"},
};
constexpr Command me_restrict_command{
    .name = "restrict",
    .summary = "Leave out what does not go with something",
    .examples = me_restrict_examples,
    .bind = bind<&declare_me_names, &restrict_me>,
};

int allow_me(Context& context, const MeOptions& values) {
    return change_restrictions(context, values, PreferenceRule::has_not);
}

constexpr std::array me_allow_examples = {
    Example{"hipflow me allow osteoporosis", "it does not hold, after all"},
};
constexpr Command me_allow_command{
    .name = "allow",
    .summary = "Take a restriction back",
    .examples = me_allow_examples,
    .bind = bind<&declare_me_names, &allow_me>,
};

void declare_me_ask(Options& options, MeOptions& values) {
    options.json(values.format);
    options.flag("--plain", values.plain, "Ask in plain lines");
}

constexpr std::array me_ask_examples = {
    Example{"hipflow me ask", "go through the list"},
};
constexpr Command me_ask_command{
    .name = "ask",
    .summary = "Go through the list of restrictions",
    .examples = me_ask_examples,
    .bind = bind<&declare_me_ask, &ask_me>,
};

constexpr std::array me_examples = {
    Example{"hipflow me", "what is left out, and who said so"},
    Example{"hipflow me restrict osteoporosis", "this holds for me"},
    Example{"hipflow me ask", "go through the list"},
};
constexpr std::array me_parts = {&me_restrict_command, &me_allow_command, &me_ask_command};

}  // namespace

constinit const Command me_command{
    .name = "me",
    .summary = "Show and change what your sessions leave out",
    .examples = me_examples,
    .bind = bind<&declare_me, &show_me>,
    .parts = me_parts,
};

}  // namespace hipflow
