// SPDX-License-Identifier: MIT
#include "coach/allowed.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace hipflow {
namespace {

struct Tag {
    std::string_view risk;
    bool mild = false;
};

Tag tag_of(std::string_view text) {
    const bool mild = text.ends_with(mild_suffix);
    if (mild) text.remove_suffix(mild_suffix.size());
    return {text, mild};
}

bool covers(const Restriction& restriction, const Tag& tag) {
    if (tag.mild && !restriction.mild) return false;
    const auto& risks = restriction.risks;
    return std::find(risks.begin(), risks.end(), tag.risk) != risks.end();
}

/// What the tag asks of the body, as written in the exercise: with ":mild" or without.
std::string words_of(const Person& person, std::string_view text) {
    const auto exact = person.risk_words.find(text);
    if (exact != person.risk_words.end()) return exact->second;
    const auto words = person.risk_words.find(tag_of(text).risk);
    return words == person.risk_words.end() ? fmt::format("has the tag '{}'", text) : words->second;
}

}  // namespace

std::optional<std::string> objection(const Exercise& exercise, const Person& person) {
    if (person.avoided.contains(exercise.id)) return "it is among those that you avoid";
    if (!exercise.risks) return std::nullopt;
    for (const auto& restriction : person.restrictions) {
        for (const auto& text : *exercise.risks) {
            const Tag tag = tag_of(text);
            if (!covers(restriction, tag)) continue;
            return fmt::format("it {}, and you named: {}", words_of(person, text),
                               restriction.name);
        }
    }
    return std::nullopt;
}

bool is_unknown_to(const Exercise& exercise, const Person& person) {
    return !exercise.risks && !person.restrictions.empty();
}

std::string untagged_words(const Exercise& exercise) {
    return fmt::format(
        "{} has no risk tags, so hipflow cannot tell whether it goes with what you named. "
        "Decide yourself, or add risks = [...] to it; an empty list says that there is nothing "
        "to name.",
        exercise.name);
}

}  // namespace hipflow
