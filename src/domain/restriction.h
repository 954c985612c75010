// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hipflow {

/// The demands that an exercise may make on the body (docs/design/care.md, "Risk tags"). ":mild"
/// after a tag says that the exercise stays in the middle of the range.
inline constexpr auto risk_tags = std::to_array<std::string_view>(
    {"hip-flex-90", "hip-add-cross", "hip-ir-end", "hip-er-end", "hip-ext-end", "spine-flex",
     "spine-rot", "spine-ext", "spine-side", "trunk-load", "shoulder", "neural", "kneel", "wrist",
     "single-leg", "prone", "supine-flat", "floor"});
inline constexpr std::string_view mild_suffix = ":mild";

/// Something that a person has, and the risks that are left out for it.
struct Restriction {
    std::string id;
    std::string name;
    std::vector<std::string> risks;
    bool mild = false;            // leaves out what stays in the middle of the range, too
    std::string short_name = {};  // for where the name has no room
    bool operator==(const Restriction&) const = default;
};

/// All restrictions, and every risk tag in words ("rounds the back").
struct RestrictionTable {
    std::vector<Restriction> restrictions;
    std::map<std::string, std::string, std::less<>> risk_words;

    const Restriction* find(std::string_view id) const {
        for (const auto& restriction : restrictions) {
            if (restriction.id == id) return &restriction;
        }
        return nullptr;
    }
    bool operator==(const RestrictionTable&) const = default;
};

/// The facts about a person that decide which exercises they are given.
struct Person {
    std::vector<Restriction> restrictions;
    std::set<std::string, std::less<>> avoided;  // exercises, by id
    std::map<std::string, std::string, std::less<>> risk_words;
    bool operator==(const Person&) const = default;
};

}  // namespace hipflow
