// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>

#include "catalog/table_reader.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

constexpr std::size_t longest_text = 400;  // characters

const std::string* text_of(const toml::node& node) {
    const auto* value = node.as_string();
    return value == nullptr ? nullptr : &value->get();
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

std::vector<std::string> copies(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

/// A number with or without a point.
std::optional<double> number_of(const toml::node& node) {
    if (const auto* decimal = node.as_floating_point()) return decimal->get();
    if (const auto* whole = node.as_integer()) {
        return static_cast<double>(whole->get());
    }
    return {};
}

/// Reads "1 breath" or "5 breaths".
std::optional<int> parse_breaths(std::string_view text) {
    const auto number = take_number<int>(text);
    if (!number) return {};
    const bool one = *number == 1 && text == " breath";
    return one || text == " breaths" ? number : std::nullopt;
}

bool is_about_breaths(const toml::node& node) {
    const std::string* text = text_of(node);
    return text != nullptr && text->find("breath") != std::string::npos;
}

}  // namespace

std::optional<bool> TableReader::flag(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    if (const auto* value = node->as_boolean()) return value->get();
    refuse_value(key, *node, "true or false, without quotes");
    return {};
}

std::optional<int> TableReader::number_in(std::string_view key, const toml::node& node,
                                          Limits<int> limits) {
    const auto* value = node.as_integer();
    if (value != nullptr && value->get() >= limits.least && value->get() <= limits.most) {
        return static_cast<int>(value->get());
    }
    refuse_value(key, node, fmt::format("a whole number from {} to {}", limits.least, limits.most));
    return {};
}

std::optional<int> TableReader::number(std::string_view key, Limits<int> limits) {
    const toml::node* node = find(key);
    return node == nullptr ? std::nullopt : number_in(key, *node, limits);
}

std::optional<Millis> TableReader::duration_in(std::string_view key, const toml::node& node,
                                               Limits<Millis> limits) {
    const std::string* text = text_of(node);
    const auto value = text == nullptr ? std::nullopt : parse_duration(*text);
    if (!value) {
        refuse_value(key, node, R"(a duration in quotes such as "5s" or "1m30s")");
    } else if (*value < limits.least || *value > limits.most) {
        refuse(begin_of(node),
               fmt::format(R"('{}' is "{}", expected "{}" to "{}")", key, *text,
                           format_duration(limits.least), format_duration(limits.most)));
    } else {
        return value;
    }
    return {};
}

std::optional<Millis> TableReader::duration(std::string_view key, Limits<Millis> limits) {
    const toml::node* node = find(key);
    return node == nullptr ? std::nullopt : duration_in(key, *node, limits);
}

template <typename Amount, typename ReadOne>
std::optional<Band<Amount>> TableReader::band(std::string_view key, ReadOne read_one) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list != nullptr && list->size() != 2) {
        refuse(begin_of(*node),
               fmt::format(
                   "'{}' is a list of {}, expected one value, or two: the smallest and the largest",
                   key, list->size()));
        return {};
    }
    const auto bottom = read_one(list == nullptr ? *node : list->front());
    const auto top = list == nullptr ? bottom : read_one(list->back());
    if (!bottom || !top) return {};
    if (*bottom > *top) {
        refuse(begin_of(*node),
               fmt::format("'{}' begins with the larger value, expected the smaller value first",
                           key));
        return {};
    }
    return Band<Amount>{*bottom, *top};
}

std::optional<Band<int>> TableReader::number_band(std::string_view key, Limits<int> limits) {
    return band<int>(key, [&](const toml::node& node) { return number_in(key, node, limits); });
}

std::optional<Band<Millis>> TableReader::duration_band(std::string_view key,
                                                       Limits<Millis> limits) {
    return band<Millis>(key,
                        [&](const toml::node& node) { return duration_in(key, node, limits); });
}

std::optional<int> TableReader::breaths_in(std::string_view key, const toml::node& node,
                                           Limits<int> limits) {
    const std::string* text = text_of(node);
    const auto value = text == nullptr ? std::nullopt : parse_breaths(*text);
    if (value && *value >= limits.least && *value <= limits.most) return value;
    refuse_value(key, node,
                 fmt::format("{} to {} breaths, such as \"5 breaths\"", limits.least, limits.most));
    return {};
}

std::optional<Band<int>> TableReader::breath_band(std::string_view key, Limits<int> limits) {
    return band<int>(key, [&](const toml::node& node) { return breaths_in(key, node, limits); });
}

bool TableReader::names_breaths(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return false;
    const toml::array* list = node->as_array();
    if (list == nullptr) return is_about_breaths(*node);
    return std::any_of(list->begin(), list->end(), is_about_breaths);
}

std::optional<std::string> TableReader::text_in(std::string_view key, const toml::node& node) {
    const std::string* text = text_of(node);
    if (text == nullptr) {
        refuse_value(key, node, "a text in quotes");
    } else if (is_blank(*text)) {
        refuse(begin_of(node),
               fmt::format("'{}' has an empty text; write one, or leave it out", key));
    } else if (const std::size_t count = character_count(*text); count > longest_text) {
        refuse(begin_of(node), fmt::format("'{}' has a text of {} characters, expected at most {}; "
                                           "shorten it",
                                           key, count, longest_text));
    } else {
        return *text;
    }
    return {};
}

std::optional<std::string> TableReader::text(std::string_view key) {
    const toml::node* node = find(key);
    return node == nullptr ? std::nullopt : text_in(key, *node);
}

std::vector<TableReader::PlacedText> TableReader::placed_texts(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        refuse_value(key, *node, R"(a list of texts such as ["…", "…"])");
        return {};
    }
    std::vector<PlacedText> texts;
    for (const toml::node& element : *list) {
        if (auto text = text_in(key, element))
            texts.push_back({std::move(*text), begin_of(element)});
    }
    return texts;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> texts;
    for (auto& [text, place] : placed_texts(key)) texts.push_back(std::move(text));
    return texts;
}

std::vector<std::variant<TableReader::PlacedText, TableReader>> TableReader::texts_or_tables(
    std::string_view key, std::string_view what) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        refuse_value(key, *node, R"(a list of texts such as ["…", "…"])");
        return {};
    }
    std::vector<std::variant<PlacedText, TableReader>> entries;
    for (const toml::node& element : *list) {
        if (const toml::table* table = element.as_table()) {
            entries.emplace_back(TableReader(*table, begin_of(element), what, *file_, *faults_));
        } else if (auto text = text_in(key, element)) {
            entries.emplace_back(PlacedText{std::move(*text), begin_of(element)});
        }
    }
    return entries;
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

std::optional<double> TableReader::real_in(std::string_view key, const toml::node& node,
                                           Limits<double> limits, std::string_view unit) {
    const auto number = number_of(node);
    // TOML has "nan", too, which is within no limits.
    const bool fits = number && *number >= limits.least && *number <= limits.most;
    if (fits) return number;
    refuse_value(key, node,
                 fmt::format("a number from {} to {}{}{}", limits.least, limits.most,
                             unit.empty() ? "" : ": ", unit));
    return {};
}

std::optional<double> TableReader::real(std::string_view key, Limits<double> limits,
                                        std::string_view unit) {
    const toml::node* node = find(key);
    return node == nullptr ? std::nullopt : real_in(key, *node, limits, unit);
}

std::optional<std::vector<double>> TableReader::reals_in(std::string_view key,
                                                         const toml::node& node, std::size_t count,
                                                         Limits<double> limits) {
    const toml::array* list = node.as_array();
    if (list == nullptr || list->size() != count) {
        refuse_value(key, node, fmt::format("a list of {} numbers", count));
        return {};
    }
    std::vector<double> numbers;
    numbers.reserve(count);
    for (const toml::node& element : *list) {
        if (const auto number = real_in(key, element, limits, "")) numbers.push_back(*number);
    }
    if (numbers.size() != count) return {};
    return numbers;
}

std::optional<std::vector<double>> TableReader::reals(std::string_view key, std::size_t count,
                                                      Limits<double> limits) {
    const toml::node* node = find(key);
    return node == nullptr ? std::nullopt : reals_in(key, *node, count, limits);
}

std::vector<std::vector<double>> TableReader::lists_of_reals(std::string_view key,
                                                             std::size_t count,
                                                             Limits<double> limits) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        refuse_value(key, *node, fmt::format("a list of lists of {} numbers", count));
        return {};
    }
    std::vector<std::vector<double>> lists;
    for (const toml::node& element : *list) {
        if (auto numbers = reals_in(key, element, count, limits)) {
            lists.push_back(*std::move(numbers));
        }
    }
    return lists;
}

bool TableReader::is_text(std::string_view key) const {
    const toml::node* node = table_->get(key);
    return node != nullptr && node->is_string();
}

bool TableReader::is_table(std::string_view key) const {
    const toml::node* node = table_->get(key);
    return node != nullptr && node->is_table();
}

std::string TableReader::any_text(std::string_view key) {
    const toml::node* node = find(key);
    const std::string* text = node == nullptr ? nullptr : text_of(*node);
    return text == nullptr ? std::string() : *text;
}

std::optional<TableReader::PlacedShare> TableReader::share_in(std::string_view key,
                                                              const toml::node& node) {
    const toml::array* pair = node.as_array();
    const bool fits = pair != nullptr && pair->size() == 2;
    const std::string* name = fits ? text_of(pair->front()) : nullptr;
    if (name == nullptr) {
        refuse_value(key, node, R"(pairs such as ["start", 0.0])");
        return {};
    }
    const auto share = real_in(key, pair->back(), {0, 1}, "a share of the rep");
    if (!share) return {};
    return PlacedShare{*name, *share, begin_of(node)};
}

std::vector<TableReader::PlacedShare> TableReader::shares(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list == nullptr || list->empty()) {
        refuse_value(key, *node, R"(a list of pairs such as [["start", 0.0], ["end", 1.0]])");
        return {};
    }
    std::vector<PlacedShare> shares;
    for (const toml::node& element : *list) {
        if (auto share = share_in(key, element)) shares.push_back(*std::move(share));
    }
    return shares;
}

}  // namespace hipflow::catalog
