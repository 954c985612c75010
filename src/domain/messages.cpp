// SPDX-License-Identifier: MIT
#include "domain/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <initializer_list>

namespace hipflow {
namespace {

constexpr auto side_names = std::to_array<std::string_view>({"side", "other", "Side", "Other"});

bool is_among(std::string_view language, std::initializer_list<std::string_view> languages) {
    return std::ranges::find(languages, language.substr(0, 2)) != languages.end();
}

/// Puts what `value` returns in the place of every name in braces. A name without a value stays.
template <typename ValueOf>
std::string replaced(std::string_view text, const ValueOf& value) {
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        result += text.substr(0, open);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        if (const auto here = value(name)) {
            result += *here;
        } else {
            result += text.substr(open, close - open + 1);
        }
        text.remove_prefix(close + 1);
    }
    return result += text;
}

/// Words for a name that depends on the side; nullopt for other names.
std::optional<std::string> side_word(std::string_view name, Side side, const Messages& messages) {
    const std::size_t here = side == Side::right ? 1 : 0;
    if (const auto bar = name.find('|'); bar != std::string_view::npos) {
        return std::string(here == 0 ? name.substr(0, bar) : name.substr(bar + 1));
    }
    if (name == "side") return messages.side.at(here);
    if (name == "other") return messages.side.at(1 - here);
    if (name == "Side") return messages.capital_side.at(here);
    if (name == "Other") return messages.capital_side.at(1 - here);
    return std::nullopt;
}

const std::string& form_of(const Message& message, Plural plural) {
    switch (plural) {
        case Plural::one:
            return message.one ? *message.one : message.other;
        case Plural::few:
            return message.few ? *message.few : message.other;
        case Plural::many:
            return message.many ? *message.many : message.other;
        case Plural::other:
            break;
    }
    return message.other;
}

std::string counted(const Messages& messages, Say key, std::int64_t n) {
    const auto count = static_cast<int>(n);
    const std::string& form = form_of(messages[key], plural_of(messages.language, count));
    return replaced(form, [&](std::string_view name) -> std::optional<std::string> {
        if (name == "n") return fmt::format("{}", n);
        return std::nullopt;
    });
}

std::int64_t seconds_of(Millis value) {
    return std::chrono::ceil<std::chrono::seconds>(value).count();
}

Millis in_whole_minutes(Millis value) {
    using namespace std::chrono_literals;
    return value < 2min ? value : Millis(std::chrono::ceil<std::chrono::minutes>(value));
}

/// The value of a name in a message; nullopt if it is none.
std::optional<std::string> value_of(std::string_view name, const MessageValues& values,
                                    const Messages& messages) {
    if (name == "name") return std::string(values.name);
    if (name == "routine") return std::string(values.routine);
    if (name == "load") return std::string(values.load);
    if (name == "n") return fmt::format("{}", values.n);
    if (name == "sets") return fmt::format("{}", values.sets);
    if (name == "k" && !values.label.empty()) return std::string(values.label);
    if (name == "k") return fmt::format("{}", values.k);
    if (name == "minutes") return fmt::format("{}", values.minutes);
    if (name == "part") {
        const std::string& part = messages.part.at(static_cast<std::size_t>(values.part));
        return placed(part, values.side, messages);
    }
    if (name == "time" && values.time) return spoken_duration(*values.time, messages);
    if (name == "total" && values.total) {
        return spoken_duration(in_whole_minutes(*values.total), messages);
    }
    return side_word(name, values.side, messages);
}

/// The names that a text may have, as they stand in it.
std::string known_names(std::span<const std::string_view> names) {
    if (names.empty()) return "no names in braces";
    std::string list;
    for (const auto name : names) {
        if (!list.empty()) list += ", ";
        list += name == "side" ? "{side}, {other}, {Side}, {Other}, {left form|right form}"
                               : fmt::format("{{{}}}", name);
    }
    return list;
}

/// Removes the spaces that a name without words leaves: "left  first." and "left first .".
std::string tidy(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool closes = c == '.' || c == ',' || c == ' ';
        if (closes && !result.empty() && result.back() == ' ') result.pop_back();
        result += c;
    }
    return result;
}

}  // namespace

namespace {

Plural slavic_plural(bool one, int n) {
    const int units = n % 10;
    const bool teens = n % 100 >= 11 && n % 100 <= 14;
    if (one) return Plural::one;
    return units >= 2 && units <= 4 && !teens ? Plural::few : Plural::many;
}

}  // namespace

// CLDR 44, cardinal rules for whole numbers.
Plural plural_of(std::string_view language, int n) {
    if (is_among(language, {"fr", "pt"})) return n <= 1 ? Plural::one : Plural::other;
    if (is_among(language, {"ja", "ko", "zh", "vi", "th", "id"})) return Plural::other;
    if (is_among(language, {"ru", "uk", "be"})) {
        return slavic_plural(n % 10 == 1 && n % 100 != 11, n);
    }
    if (is_among(language, {"pl"})) return slavic_plural(n == 1, n);
    if (is_among(language, {"cs", "sk"}) && n >= 2 && n <= 4) return Plural::few;
    return n == 1 ? Plural::one : Plural::other;
}

std::string placed(std::string_view text, Side side, const Messages& messages) {
    return replaced(text, [&](std::string_view name) { return side_word(name, side, messages); });
}

bool names_side(std::string_view text) { return text.find('{') != std::string_view::npos; }

std::string placeholder_fault(std::string_view text, std::span<const std::string_view> names) {
    const bool sided = std::ranges::find(names, "side") != names.end();
    const auto is_known = [&](std::string_view name) {
        if (std::ranges::find(names, name) != names.end()) return true;
        const bool forms =
            std::ranges::count(name, '|') == 1 && !name.starts_with('|') && !name.ends_with('|');
        return sided && (forms || std::ranges::find(side_names, name) != side_names.end());
    };
    while (true) {
        const auto brace = text.find_first_of("{}");
        if (brace == std::string_view::npos) return {};
        const auto close = text.find_first_of("{}", brace + 1);
        if (text[brace] == '}') return "has a '}' without a '{' before it";
        if (close == std::string_view::npos || text[close] == '{') {
            return "has a '{' without a '}' behind it";
        }
        const std::string_view name = text.substr(brace + 1, close - brace - 1);
        if (!is_known(name))
            return fmt::format("has '{{{}}}', expected {}", name, known_names(names));
        text.remove_prefix(close + 1);
    }
}

std::string placeholder_fault(std::string_view text) {
    constexpr auto side_alone = std::to_array<std::string_view>({"side"});
    return placeholder_fault(text, side_alone);
}

std::string spoken_duration(Millis value, const Messages& messages) {
    const auto seconds = seconds_of(value);
    if (seconds < 60) return counted(messages, Say::seconds, seconds);
    if (seconds == 60) return messages[Say::minute].other;
    if (seconds < 120) return counted(messages, Say::minute_and, seconds - 60);
    std::string words = counted(messages, Say::minutes, seconds / 60);
    if (seconds % 60 != 0) words += ' ' + counted(messages, Say::seconds, seconds % 60);
    return words;
}

Phrase Phrasebook::say(Say key, const MessageValues& values) const {
    const auto table = std::ranges::find_if(
        tables_, [&](const Messages& messages) { return !messages[key].other.empty(); });
    if (table == tables_.end()) return {"", std::string(language())};
    const std::string& form = form_of((*table)[key], plural_of(table->language, values.n));
    return {
        tidy(replaced(form, [&](std::string_view name) { return value_of(name, values, *table); })),
        table->language};
}

Phrase Phrasebook::place(const Phrase& text, Side side) const {
    const Messages* table = table_of(text.language);
    if (table == nullptr) return text;
    return {placed(text.text, side, *table), text.language};
}

std::string_view Phrasebook::language() const {
    return tables_.empty() ? std::string_view() : std::string_view(tables_.front().language);
}

/// The table of a language, else the last one, which is English; null without tables.
const Messages* Phrasebook::table_of(std::string_view language) const {
    const auto table = std::ranges::find(tables_, language, &Messages::language);
    if (table != tables_.end()) return &*table;
    return tables_.empty() ? nullptr : &tables_.back();
}

}  // namespace hipflow
