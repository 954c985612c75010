// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>

#include "answers/answer.h"
#include "coach/safety.h"

namespace hipflow::answers {

/// The signs that need medical help, with the number to call; empty where none is configured.
struct SafetySigns {
    std::string emergency_number;
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
    visit("words", std::array{coach::about_words(), coach::ask_first_words()});
    visit("lists", coach::safety_lists(number));
}

}  // namespace hipflow::answers
