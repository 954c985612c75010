// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>

#include "catalog/node_words.h"
#include "catalog/table_reader.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

constexpr std::size_t longest_text = 400;  // characters

bool is_blank(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

std::vector<std::string> copies(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

}  // namespace

std::optional<bool> TableReader::flag(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    if (const bool* value = std::get_if<bool>(&node->value)) return *value;
    refuse_value(key, *node, "true or false, without quotes");
    return {};
}

std::optional<int> TableReader::number_in(std::string_view key, const Node& node,
                                          Limits<int> limits) {
    const auto* value = std::get_if<std::int64_t>(&node.value);
    if (value != nullptr && *value >= limits.least && *value <= limits.most) {
        return static_cast<int>(*value);
    }
    refuse_value(key, node, fmt::format("a whole number from {} to {}", limits.least, limits.most));
    return {};
}

std::optional<int> TableReader::number(std::string_view key, Limits<int> limits) {
    const Node* node = find(key);
    return node == nullptr ? std::nullopt : number_in(key, *node, limits);
}

std::optional<Millis> TableReader::duration_in(std::string_view key, const Node& node,
                                               Limits<Millis> limits) {
    const auto* text = std::get_if<std::string>(&node.value);
    const auto value = text == nullptr ? std::nullopt : parse_duration(*text);
    if (!value) {
        refuse_value(key, node, R"(a duration in quotes such as "5s" or "1m30s")");
    } else if (*value < limits.least || *value > limits.most) {
        refuse(node.place,
               fmt::format(R"('{}' is "{}", expected "{}" to "{}")", key, *text,
                           format_duration(limits.least), format_duration(limits.most)));
    } else {
        return value;
    }
    return {};
}

std::optional<Millis> TableReader::duration(std::string_view key, Limits<Millis> limits) {
    const Node* node = find(key);
    return node == nullptr ? std::nullopt : duration_in(key, *node, limits);
}

template <typename Amount, typename ReadOne>
std::optional<Band<Amount>> TableReader::band(std::string_view key, ReadOne read_one) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    const auto* list = std::get_if<List>(&node->value);
    if (list != nullptr && list->size() != 2) {
        refuse(
            node->place,
            fmt::format("'{}' is a list of {}, expected one value, or two: the least and the most",
                        key, list->size()));
        return {};
    }
    const auto bottom = read_one(list == nullptr ? *node : list->front());
    const auto top = list == nullptr ? bottom : read_one(list->back());
    if (!bottom || !top) return {};
    if (*bottom > *top) {
        refuse(node->place,
               fmt::format("'{}' begins with the larger value, expected the least first "
                           "and the most second",
                           key));
        return {};
    }
    return Band<Amount>{*bottom, *top};
}

std::optional<Band<int>> TableReader::number_band(std::string_view key, Limits<int> limits) {
    return band<int>(key, [&](const Node& node) { return number_in(key, node, limits); });
}

std::optional<Band<Millis>> TableReader::duration_band(std::string_view key,
                                                       Limits<Millis> limits) {
    return band<Millis>(key, [&](const Node& node) { return duration_in(key, node, limits); });
}

std::optional<std::string> TableReader::text_in(std::string_view key, const Node& node) {
    const auto* text = std::get_if<std::string>(&node.value);
    if (text == nullptr) {
        refuse_value(key, node, "a text in quotes");
    } else if (is_blank(*text)) {
        refuse(node.place, fmt::format("'{}' has an empty text; write one, or leave it out", key));
    } else if (const std::size_t count = character_count(*text); count > longest_text) {
        refuse(node.place, fmt::format("'{}' has a text of {} characters, expected at most {}; "
                                       "shorten it",
                                       key, count, longest_text));
    } else {
        return *text;
    }
    return {};
}

std::optional<std::string> TableReader::text(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::nullopt : text_in(key, *node);
}

std::vector<TableReader::PlacedText> TableReader::placed_texts(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    const auto* list = std::get_if<List>(&node->value);
    if (list == nullptr) {
        refuse_value(key, *node, R"(a list of texts such as ["…", "…"])");
        return {};
    }
    std::vector<PlacedText> texts;
    for (const Node& element : *list) {
        if (auto text = text_in(key, element)) texts.push_back({std::move(*text), element.place});
    }
    return texts;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> texts;
    for (auto& [text, place] : placed_texts(key)) texts.push_back(std::move(text));
    return texts;
}

std::vector<std::string> TableReader::known_texts(std::string_view key,
                                                  std::span<const std::string_view> known,
                                                  std::string_view suffix) {
    std::vector<std::string> result;
    for (auto& [text, place] : placed_texts(key)) {
        std::string_view stem = text;
        if (!suffix.empty() && stem.ends_with(suffix)) stem.remove_suffix(suffix.size());
        if (std::find(known.begin(), known.end(), stem) == known.end()) {
            const std::string hint = did_you_mean(stem, copies(known));
            refuse(place,
                   fmt::format(
                       "unknown \"{}\" in '{}'.{}", shown(text), key,
                       hint.empty() ? fmt::format(" Known: {}.", fmt::join(known, ", ")) : hint));
        }
        result.push_back(std::move(text));
    }
    return result;
}

std::optional<std::string> TableReader::one_of(std::string_view key,
                                               std::span<const std::string_view> known) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    const auto* text = std::get_if<std::string>(&node->value);
    if (text != nullptr && std::find(known.begin(), known.end(), *text) != known.end())
        return *text;
    const std::string hint = text == nullptr ? "" : did_you_mean(*text, copies(known));
    refuse(node->place, fmt::format("'{}' is {}, expected \"{}\".{}", key, node_words(*node),
                                    fmt::join(known, "\", \""), hint));
    return {};
}

}  // namespace hipflow
