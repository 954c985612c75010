// SPDX-License-Identifier: MIT
#include "guide/restrictions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "guide/questions.h"

namespace hipflow {
namespace {

/// Under what name it is noted that this was asked.
constexpr std::string_view asked_text = "restrictions";
constexpr int asked_version = 1;

Question list_question(const RestrictionTable& table, const std::string& first) {
    Question question;
    question.text = fmt::format(
        "{}{}Which of these hold for you? Numbers or names; 0 for none; Enter alone leaves it "
        "open.",
        first, first.empty() ? "" : "\n");
    std::size_t number = 0;
    for (const auto& restriction : table.restrictions) {
        ++number;
        question.options.push_back(fmt::format("{} {}", number, restriction.name));
        question.short_options.push_back(fmt::format("{} {}", number, restriction.short_name));
    }
    return question;
}

/// Says what was understood, before it counts.
bool is_confirmed(Face& face, const NamedRestrictions& named, const RestrictionTable& table) {
    std::string question;
    if (!named.guesses.empty()) {
        question = fmt::format("Did you mean {}?\n", fmt::join(named.guesses, ", "));
    }
    question += left_out_words(named.ids, table);
    return ask_letter(face, question, {"Enter that is right", "c change it"}) != 'c';
}

/// What somebody has named by 'hipflow me' before they were asked.
std::vector<std::string> named_before(const Store& store, const RestrictionTable& table) {
    const auto preferences = store.preferences();
    std::vector<std::string> ids;
    for (const auto& restriction : table.restrictions) {
        const bool has = std::ranges::any_of(preferences, [&](const Preference& one) {
            return one.subject == PreferenceSubject::restriction && one.name == restriction.id &&
                   one.rule == PreferenceRule::has;
        });
        if (has) ids.push_back(restriction.id);
    }
    return ids;
}

std::string short_names(const std::vector<std::string>& ids, const RestrictionTable& table) {
    std::vector<std::string> names;
    names.reserve(ids.size());
    for (const auto& id : ids) {
        const Restriction* found = table.find(id);
        names.push_back(found == nullptr ? id : found->short_name);
    }
    return fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace

std::string left_out_words(const std::vector<std::string>& ids, const RestrictionTable& table) {
    if (ids.empty()) return "Nothing is left out.";
    return fmt::format("Left out: {}.", short_names(ids, table));
}

std::optional<std::vector<std::string>> ask_restrictions(Face& face, const RestrictionTable& table,
                                                         const std::vector<std::string>& now) {
    std::string first = now.empty() ? "" : fmt::format("So far: {}.", short_names(now, table));
    while (true) {
        const std::string answer = face.ask(list_question(table, first));
        if (answer.empty()) return std::nullopt;
        NamedRestrictions named = named_restrictions(answer, table);
        const bool empty = named.ids.empty() && !named.none;
        if (!named.trouble.empty() || empty) {
            first = empty && named.trouble.empty() ? "That names none of these." : named.trouble;
            continue;
        }
        if (is_confirmed(face, named, table)) return std::move(named.ids);
        first.clear();
    }
}

std::vector<std::pair<std::string, PreferenceRule>> rules_for(const std::vector<std::string>& ids,
                                                              const RestrictionTable& table) {
    std::vector<std::pair<std::string, PreferenceRule>> rules;
    rules.reserve(table.restrictions.size());
    for (const auto& restriction : table.restrictions) {
        const bool has = std::find(ids.begin(), ids.end(), restriction.id) != ids.end();
        rules.emplace_back(restriction.id, has ? PreferenceRule::has : PreferenceRule::has_not);
    }
    return rules;
}

Acknowledgement restrictions_asked(std::string id, Instant at) {
    return {std::move(id), std::string(asked_text), asked_version, at};
}

void ask_restrictions_once(Face& face, Recorder& recorder, const Store& store,
                           const RestrictionTable& table) {
    if (store.acknowledged(asked_text)) return;
    const auto named = named_before(store, table);
    const auto ids = ask_restrictions(face, table, named);
    if (ids) recorder.prefer(PreferenceSubject::restriction, rules_for(*ids, table));
    if (!ids || ids->empty()) {
        face.say(fmt::format("{} 'hipflow me' changes that at any time.\n",
                             left_out_words(ids.value_or(named), table)));
    }
    recorder.acknowledge(asked_text, asked_version);
}

}  // namespace hipflow
