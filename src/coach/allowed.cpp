// SPDX-License-Identifier: MIT
#include "coach/allowed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace hipflow::coach {
namespace {

constexpr std::string_view floor_tag = "floor";

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
    if (!is_off_floor(position)) tags.emplace_back(floor_tag);
    if (position == Position::prone) tags.emplace_back("prone");
    if (position == Position::supine) tags.emplace_back("supine-flat");
    return tags;
}

/// What an exercise asks of the body on what it is done on: what its file says, else what can be
/// seen of it.
std::vector<std::string> tags_of(const Exercise& exercise, Surface on) {
    auto tags = exercise.risks.value_or(tags_of_position(exercise.position));
    if (!exercise.risks) {
        tags.insert(tags.end(), exercise.shown_risks.begin(), exercise.shown_risks.end());
    }
    const bool from_bed = exercise.on == Surface::bed && on == Surface::floor;
    if (on == Surface::bed) std::erase(tags, floor_tag);
    if (from_bed) tags.emplace_back(floor_tag);
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

bool needs_bed(const Person& person) {
    return std::ranges::any_of(person.restrictions, [](const Restriction& restriction) {
        return covers(restriction, Tag{floor_tag});
    });
}

bool can_move_to_bed(const Exercise& exercise) {
    constexpr auto standing_beside =
        std::to_array<std::string_view>({"chair", "wall", "counter", "step"});
    return bed_carries(exercise.position) &&
           std::ranges::none_of(exercise.needs, [&](const std::string& need) {
               return std::ranges::find(standing_beside, need) != standing_beside.end();
           });
}

Surface surface_for(const Exercise& exercise, const Person& person) {
    if (!bed_carries(exercise.position)) return Surface::floor;
    const bool moves = needs_bed(person) && can_move_to_bed(exercise);
    return exercise.on.value_or(moves ? Surface::bed : Surface::floor);
}

std::vector<Against> all_against(const Exercise& exercise, const Person& person, Surface on) {
    std::vector<Against> all;
    if (person.avoided.contains(exercise.id)) all.emplace_back();
    const auto tags = tags_of(exercise, on);
    for (const auto& restriction : person.restrictions) {
        const bool told = advice_for(restriction, exercise).starts_with(leave_out);
        const auto found = std::ranges::find_if(tags, [&](const std::string& tag) {
            const Tag asked = tag_of(tag);
            return covers(restriction, asked) || (told && touches(restriction, asked));
        });
        if (found != tags.end()) all.push_back({&restriction, *found});
    }
    return all;
}

std::optional<Against> against(const Exercise& exercise, const Person& person) {
    auto all = all_against(exercise, person, surface_for(exercise, person));
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::optional<std::string> objection(const Exercise& exercise, const Person& person) {
    return objection(exercise, person, surface_for(exercise, person));
}

std::optional<std::string> objection(const Exercise& exercise, const Person& person, Surface on) {
    const auto all = all_against(exercise, person, on);
    if (all.empty()) return std::nullopt;
    const auto& [restriction, tag] = all.front();
    if (restriction == nullptr) return "it is among those that you avoid";
    return fmt::format("it {}, and you named: {}", words_of(person, tag), restriction->name);
}

std::string agreed_words(const Exercise& exercise, const Person& person, Surface on,
                         const std::string& agreed) {
    std::vector<std::string_view> named;
    std::string words;
    for (const auto& [restriction, tag] : all_against(exercise, person, on)) {
        if (restriction == nullptr) continue;
        if (named.empty()) words = words_of(person, tag);
        named.push_back(restriction->name);
    }
    if (named.empty()) return {};
    return fmt::format("{} stays in although it {}, and you named: {}. Agreed: {}.", exercise.name,
                       words, fmt::join(named, "; "), agreed);
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

bool leaves_out_anything(const Person& person) {
    return !person.restrictions.empty() || !person.avoided.empty();
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
    return fmt::format("Noted: {}.", short_names(ids, table));
}

}  // namespace hipflow::coach
