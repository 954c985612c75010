// SPDX-License-Identifier: MIT
#include "coach/grouping.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace hipflow::coach {
namespace {

/// What a sentence says of one exercise, and of several.
struct Saying {
    std::string_view one;
    std::string_view many;
};
constexpr auto sayings = std::to_array<Saying>({
    {" stays", " stay"},
    {" begins", " begin"},
    {" rests", " rest"},
    {" is back", " are back"},
    {" is left out", " are left out"},
    {" is of level", " are of level"},
    {": an easy start again", ": an easy start again"},
    {" again, the easier one that you took", " again, the easier ones that you took"},
    {": easier, as you asked", ": easier, as you asked"},
});
/// What separates what is given from why, where several exercises may be named before it.
constexpr auto before_why = std::to_array<std::string_view>(
    {": ", ", after your other sessions", ", unlike on ", " after the break"});
constexpr std::string_view in_place = " in place of ";
constexpr std::string_view follows = " follows when it is comfortable at its full amount.";

/// A sentence taken apart: what is named, and what is said of it.
struct Parts {
    std::string named;
    std::string one;   // said of one
    std::string many;  // said of several
};

/// What is said of one, said of several: "after their rest", "they are among those that …".
std::string with_their(std::string text) {
    constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{" after its rest", " after their rest"}, {": it is among ", ": they are among "}});
    for (const auto& [of_one, of_several] : words) {
        if (const auto at = text.find(of_one); at != std::string::npos) {
            text.replace(at, of_one.size(), of_several);
        }
    }
    return text;
}

/// Returns whether it is said of each by itself, and so of no two.
bool is_of_one_alone(std::string_view text) {
    if (text.find(" so it is not given") != std::string_view::npos) return true;
    return text.find(" is left out: it ") != std::string_view::npos &&
           text.find(" is left out: it is among ") == std::string_view::npos;
}

Parts parts_of(const std::string& text) {
    for (const auto& separator : before_why) {
        const auto replaces = text.find(in_place);
        const auto at = text.find(separator);
        if (replaces == std::string::npos || at == std::string::npos || replaces > at) continue;
        return {text.substr(0, at), text.substr(at), text.substr(at)};
    }
    if (is_of_one_alone(text)) return {"", text, text};
    std::optional<Parts> found;
    for (const auto& saying : sayings) {
        const auto at = text.find(saying.one);
        if (at == std::string::npos || (found && found->named.size() <= at)) continue;
        const std::string rest = text.substr(at + saying.one.size());
        found = {text.substr(0, at), std::string(saying.one) + rest,
                 with_their(std::string(saying.many) + rest)};
    }
    return found.value_or(Parts{"", text, text});
}

/// Sentences of which each says one thing of some exercises.
struct Group {
    std::vector<std::string> texts;
    std::vector<std::string> names;
    Parts first;
};

std::vector<Group> groups_of(const std::vector<CoachReason>& reasons) {
    std::vector<Group> groups;
    for (const auto& reason : reasons) {
        const bool by_itself = reason.rule == CoachRule::steps_up;  // few, and each is news
        Parts parts = by_itself ? Parts{"", reason.text, reason.text} : parts_of(reason.text);
        auto same = std::ranges::find_if(groups, [&](const Group& other) {
            return !parts.named.empty() && !other.first.named.empty() &&
                   other.first.one == parts.one;
        });
        if (same == groups.end()) same = groups.insert(same, Group{{}, {}, parts});
        same->texts.push_back(reason.text);
        same->names.push_back(std::move(parts.named));
    }
    return groups;
}

/// An exercise that begins, and the one that it leads to.
struct Beginner {
    std::string name;
    std::string leads_to;
};

Beginner beginner_of(const std::string& text) {
    const auto end = text.find(" begins.");
    Beginner beginner{text.substr(0, end), ""};
    const auto at = text.find(follows);
    if (end == std::string::npos || at == std::string::npos) return beginner;
    const auto from = end + std::string_view(" begins. ").size();
    beginner.leads_to = text.substr(from, at - from);
    return beginner;
}

/// What begins, all of it at once. Sessions that were entered by hand tell nothing of exercises.
std::vector<std::string> beginning_sentences(const std::vector<CoachReason>& begin, bool all,
                                             bool entered_by_hand) {
    constexpr std::size_t many = 3;
    std::vector<std::string> names;
    std::vector<std::string> before;
    for (const auto& reason : begin) {
        const Beginner beginner = beginner_of(reason.text);
        names.push_back(beginner.name);
        if (!beginner.leads_to.empty()) {
            before.push_back(fmt::format("{} before {}", beginner.name, beginner.leads_to));
        }
    }
    const bool one = names.size() == 1;
    const std::string_view it = one ? "it" : "them";
    const std::string why =
        entered_by_hand ? fmt::format(
                              "no timed session has held {}, and sessions entered by hand do not "
                              "change amounts.",
                              it)
                        : fmt::format("nothing was recorded of {} before.", it);
    std::vector<std::string> sentences;
    if (!names.empty()) {
        const std::string who = all && names.size() >= many
                                    ? fmt::format("All {} exercises", names.size())
                                    : listed(names);
        sentences.push_back(fmt::format("{} {} starting amount: {}", who,
                                        one ? "begins at its" : "begin at their", why));
    }
    if (!before.empty()) {
        sentences.push_back(
            fmt::format("Easier forms come first: {}, until comfortable at the "
                        "full amount.",
                        listed(before)));
    }
    return sentences;
}

/// Says nothing but that something stays.
bool says_only_that_it_stays(const std::string& text) { return text.ends_with(" stays."); }

std::string staying_sentence(const std::vector<CoachReason>& stay, bool all) {
    std::vector<std::string> names;
    names.reserve(stay.size());
    for (const auto& reason : stay) {
        names.push_back(reason.text.substr(0, reason.text.rfind(" stays.")));
    }
    if (all && names.size() > 2) {
        return fmt::format("All {} exercises stay as they were.", names.size());
    }
    return names.size() == 1 ? fmt::format("{} stays as it was.", names.front())
                             : fmt::format("{} stay as they were.", listed(names));
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
    if (names.size() < 2) return names.empty() ? "" : names.front();
    return fmt::format("{} and {}", fmt::join(names.begin(), std::prev(names.end()), ", "),
                       names.back());
}

std::vector<std::string> grouped(const std::vector<CoachReason>& reasons, std::size_t least) {
    std::vector<std::string> sentences;
    for (const auto& group : groups_of(reasons)) {
        if (group.names.size() < std::max<std::size_t>(least, 2)) {
            sentences.insert(sentences.end(), group.texts.begin(), group.texts.end());
        } else {
            sentences.push_back(listed(group.names) + group.first.many);
        }
    }
    return sentences;
}

namespace {

bool is_of_all(const CoachReason& reason) { return reason.exercise.empty(); }

/// Returns whether it says that the exercise begins, and no more.
bool only_begins(const CoachReason& reason) {
    return reason.rule == CoachRule::begins && reason.text.find(" begins.") != std::string::npos;
}

/// Returns whether one sentence tells of the break for all exercises.
bool tells_the_break(const std::vector<CoachReason>& reasons) {
    return std::ranges::any_of(reasons, [](const CoachReason& reason) {
        return is_of_all(reason) && reason.rule == CoachRule::gap && reason.change;
    });
}

}  // namespace

std::vector<std::string> sentences_on_the_rest(const std::vector<CoachReason>& reasons,
                                               bool entered_by_hand) {
    const bool break_told = tells_the_break(reasons);
    std::vector<CoachReason> begin;
    std::vector<CoachReason> stay;
    std::vector<CoachReason> others;
    std::size_t exercises = 0;
    for (const auto& reason : reasons) {
        if (!is_of_all(reason)) ++exercises;
        if (reason.change) continue;
        if (break_told && reason.text.ends_with(": an easy start again.")) continue;
        if (only_begins(reason)) {
            begin.push_back(reason);
        } else if (says_only_that_it_stays(reason.text)) {
            stay.push_back(reason);
        } else {
            others.push_back(reason);
        }
    }
    std::vector<std::string> sentences =
        beginning_sentences(begin, begin.size() == exercises, entered_by_hand);
    for (auto& sentence : grouped(others, 2)) sentences.push_back(std::move(sentence));
    if (!stay.empty()) sentences.push_back(staying_sentence(stay, stay.size() == exercises));
    return sentences;
}

}  // namespace hipflow::coach
