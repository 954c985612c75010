// SPDX-License-Identifier: MIT
#include "guide/restrictions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "domain/number.h"

namespace hipflow {
namespace {

/// Under what name it is noted that this was asked.
constexpr std::string_view asked_text = "restrictions";
constexpr int asked_version = 1;

std::string list_words(const RestrictionTable& table) {
    std::string text =
        "Some movements do not go with everything. What you name here is left out of your "
        "sessions, or replaced. Of:\n";
    std::size_t number = 0;
    for (const auto& restriction : table.restrictions) {
        text += fmt::format("{:>3} {}\n", ++number, restriction.name);
    }
    return text;
}

}  // namespace

std::optional<std::vector<std::size_t>> parse_choices(std::string_view text, std::size_t most) {
    std::vector<std::size_t> choices;
    bool none = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ,;"), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        const auto value = parse_number<std::size_t>(word);
        if (!value || *value > most) return std::nullopt;
        if (*value == 0) {
            none = true;
        } else {
            choices.push_back(*value);
        }
    }
    if (none == !choices.empty()) return std::nullopt;
    return choices;
}

void ask_restrictions(Face& face, Recorder& recorder, const Store& store,
                      const RestrictionTable& table) {
    if (store.acknowledged(asked_text)) return;
    face.say(list_words(table));
    std::string answer = face.ask(
        {"Which of these hold for you? Their numbers, 0 for none of them, or Enter alone to leave "
         "this open.",
         {},
         {}});
    std::optional<std::vector<std::size_t>> choices;
    while (!answer.empty() && !(choices = parse_choices(answer, table.restrictions.size()))) {
        answer = face.ask({fmt::format("Please type numbers from 1 to {}, such as 2 5; 0 for none, "
                                       "or Enter alone to leave this open.",
                                       table.restrictions.size()),
                           {},
                           {}});
    }
    if (choices) {
        std::vector<std::pair<std::string, PreferenceRule>> rules;
        for (std::size_t i = 0; i < table.restrictions.size(); ++i) {
            const bool has = std::find(choices->begin(), choices->end(), i + 1) != choices->end();
            rules.emplace_back(table.restrictions[i].id,
                               has ? PreferenceRule::has : PreferenceRule::has_not);
        }
        recorder.prefer(PreferenceSubject::restriction, rules);
    }
    recorder.acknowledge(asked_text, asked_version);
}

}  // namespace hipflow
