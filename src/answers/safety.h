// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>

#include "answers/answer.h"
#include "coach/safety.h"

namespace hipflow::answers {

/// The signs that need medical help, with the number to call; empty where none is configured.
/// `words` outlives it.
struct SafetySigns {
    std::string emergency_number;
    const CareWords& words;
};

template <typename Visitor>
void fields(const coach::SafetyList& list, Visitor& visit) {
    visit("tier", list.tier);
    visit("heading", list.heading);
    visit("items", list.items);
}

template <typename Visitor>
void fields(const SafetySigns& signs, Visitor& visit) {
    const std::string& number = signs.emergency_number;
    visit("emergency_number", number.empty() ? std::nullopt : std::optional(number));
    visit("words", std::array{signs.words.say(Care::about), signs.words.say(Care::ask_first)});
    visit("lists", coach::safety_lists(number, signs.words));
}

}  // namespace hipflow::answers
