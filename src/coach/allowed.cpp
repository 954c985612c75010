// SPDX-License-Identifier: MIT
#include "coach/allowed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

namespace hipflow::coach {
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

/// Words for what a tag asks of the body: for the tag as written, with ":mild" or without, else for
/// its risk.
std::string words_of(const Person& person, std::string_view text) {
    const auto exact = person.risk_words.find(text);
    if (exact != person.risk_words.end()) return exact->second;
    const auto words = person.risk_words.find(tag_of(text).risk);
    return words == person.risk_words.end() ? fmt::format("has the tag '{}'", text) : words->second;
}

/// Tags that the position alone implies, for exercises without any.
std::vector<std::string> tags_of_position(Position position) {
    std::vector<std::string> tags;
    if (!is_off_floor(position)) tags.emplace_back("floor");
    if (position == Position::prone) tags.emplace_back("prone");
    if (position == Position::supine) tags.emplace_back("supine-flat");
    return tags;
}

/// What an exercise asks of the body: what its file says, else what can be seen of it.
std::vector<std::string> tags_of(const Exercise& exercise) {
    if (exercise.risks) return *exercise.risks;
    auto tags = tags_of_position(exercise.position);
    tags.insert(tags.end(), exercise.shown_risks.begin(), exercise.shown_risks.end());
    return tags;
}

/// Advice of the line in `avoid` that names this restriction: the part after its colon.
std::string_view advice_for(const Restriction& restriction, const Exercise& exercise) {
    for (const std::string_view line : exercise.avoid) {
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos) continue;
        const std::string_view whom = line.substr(0, colon);
        const bool speaks = whom.find(restriction.short_name) != std::string_view::npos ||
                            whom.find(restriction.name) != std::string_view::npos;
        if (speaks) return line.substr(colon + 2);
    }
    return {};
}

/// Returns whether the tag is one of the restriction's, in the middle of the range only.
bool touches(const Restriction& restriction, const Tag& tag) {
    const auto& risks = restriction.risks;
    return tag.mild && std::find(risks.begin(), risks.end(), tag.risk) != risks.end();
}

constexpr std::string_view leave_out = "leave this one out";

}  // namespace

std::optional<Against> against(const Exercise& exercise, const Person& person) {
    if (person.avoided.contains(exercise.id)) return Against{};
    const auto tags = tags_of(exercise);
    for (const auto& restriction : person.restrictions) {
        for (const auto& tag : tags) {
            const Tag asked = tag_of(tag);
            if (covers(restriction, asked)) return Against{&restriction, tag};
            const bool refused = touches(restriction, asked) &&
                                 advice_for(restriction, exercise).starts_with(leave_out);
            if (refused) return Against{&restriction, tag};
        }
    }
    return std::nullopt;
}

std::optional<std::string> objection(const Exercise& exercise, const Person& person) {
    const auto found = against(exercise, person);
    if (!found) return std::nullopt;
    if (found->restriction == nullptr) return "it is among those that you avoid";
    return fmt::format("it {}, and you named: {}", words_of(person, found->tag),
                       found->restriction->name);
}

std::optional<std::string> short_objection(const Exercise& exercise, const Person& person) {
    const auto found = against(exercise, person);
    if (!found) return std::nullopt;
    return found->restriction == nullptr ? "avoided" : found->restriction->short_name;
}

std::optional<std::string> caution(const Exercise& exercise, const Person& person) {
    for (const auto& restriction : person.restrictions) {
        for (const auto& tag : exercise.risks.value_or(std::vector<std::string>{})) {
            if (!touches(restriction, tag_of(tag))) continue;
            const auto advice = advice_for(restriction, exercise);
            if (advice.empty()) continue;
            return fmt::format("{}, with {}: {}.", exercise.name, restriction.short_name, advice);
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

std::string short_names(const std::vector<std::string>& ids, const RestrictionTable& table) {
    std::vector<std::string> names;
    names.reserve(ids.size());
    for (const auto& id : ids) {
        const Restriction* found = table.find(id);
        names.push_back(found == nullptr ? id : found->short_name);
    }
    return fmt::format("{}", fmt::join(names, "; "));
}

std::string left_out_words(const std::vector<std::string>& ids, const RestrictionTable& table) {
    if (ids.empty()) return "Nothing is left out.";
    return fmt::format("Left out: {}.", short_names(ids, table));
}

}  // namespace hipflow::coach
