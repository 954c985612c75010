// SPDX-License-Identifier: MIT
#include "catalog/table_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

constexpr int newest_format = 1;

struct Entry {
    const toml::key* key = nullptr;
    const toml::node* node = nullptr;
};

/// toml++ sorts the entries of a table by key.
std::vector<Entry> in_order_of_file(const toml::table& table) {
    std::vector<Entry> entries;
    for (const auto& [key, node] : table) entries.push_back({&key, &node});
    std::ranges::sort(entries, {}, [](const Entry& entry) {
        const auto& begin = entry.key->source().begin;
        return std::pair(begin.line, begin.column);
    });
    return entries;
}

std::string known_words(std::span<const std::string> known) {
    return fmt::format(" Known: {}.", fmt::join(known, ", "));
}

/// A value as the file has it, with its kind where that could surprise: "5 (integer)".
std::string node_words(const toml::node& node) {
    if (const auto* text = node.as_string()) return fmt::format("\"{}\"", shown(text->get()));
    if (const auto* number = node.as_integer()) return fmt::format("{} (integer)", number->get());
    if (const auto* decimal = node.as_floating_point()) {
        return fmt::format("{:#} (decimal number)", decimal->get());
    }
    if (const auto* flag = node.as_boolean())
        return fmt::format("{} (without quotes)", flag->get());
    if (node.is_array()) return "a list";
    return node.is_table() ? "a table" : "a date or a time";
}

}  // namespace

bool TableReader::has(std::string_view key) const { return table_->contains(key); }

std::size_t TableReader::size() const { return table_->size(); }

Place TableReader::place_of(std::string_view key) const {
    const toml::node* node = table_->get(key);
    return node == nullptr ? Place{} : begin_of(*node);
}

void TableReader::knows(std::string_view key) {
    if (std::ranges::find(asked_, key) == asked_.end()) asked_.emplace_back(key);
}

const toml::node* TableReader::find(std::string_view key) {
    knows(key);
    return table_->get(key);
}

void TableReader::refuse(Place place, std::string message) {
    faults_->push_back({*file_, place.line, place.column, std::move(message)});
}

void TableReader::refuse_value(std::string_view key, const toml::node& node,
                               std::string_view expected) {
    refuse(begin_of(node), fmt::format("'{}' is {}, expected {}", key, node_words(node), expected));
}

const toml::table* TableReader::table_at(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return nullptr;
    const toml::table* table = node->as_table();
    if (table == nullptr) {
        refuse_value(key, *node, fmt::format("a table: [{}], or {} = {{ … }}", key, key));
    }
    return table;
}

std::optional<TableReader> TableReader::table(std::string_view key, std::string_view what) {
    const toml::table* table = table_at(key);
    if (table == nullptr) return {};
    return TableReader(*table, place_of(key), what, *file_, *faults_);
}

std::vector<TableReader> TableReader::tables(std::string_view key, std::string_view what) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        refuse_value(key, *node, fmt::format("[[{}]] with two brackets, once for each", key));
        return {};
    }
    if (list->empty()) {
        refuse(begin_of(*node),
               fmt::format("'{}' is empty, expected at least one [[{}]]", key, key));
    }
    std::vector<TableReader> readers;
    for (const toml::node& element : *list) {
        if (const toml::table* table = element.as_table()) {
            readers.emplace_back(*table, begin_of(element), what, *file_, *faults_);
        } else {
            refuse_value(key, element, fmt::format("[[{}]] with two brackets, once for each", key));
        }
    }
    return readers;
}

std::vector<std::pair<std::string, TableReader>> TableReader::named_tables(std::string_view key,
                                                                           std::string_view what) {
    std::vector<std::pair<std::string, TableReader>> readers;
    const toml::table* table = table_at(key);
    if (table == nullptr) return readers;
    for (const auto& [name, node] : in_order_of_file(*table)) {
        const std::string id(name->str());
        if (const toml::table* inner = node->as_table()) {
            readers.emplace_back(id, TableReader(*inner, begin_of(*node), what, *file_, *faults_));
        } else {
            refuse_value(id, *node, fmt::format("a table: [{}.{}]", key, id));
        }
    }
    return readers;
}

std::vector<std::pair<std::string, TableReader>> TableReader::inner_tables(std::string_view what) {
    std::vector<std::pair<std::string, TableReader>> readers;
    for (const auto& [name, node] : in_order_of_file(*table_)) {
        const toml::table* inner = node->as_table();
        if (inner == nullptr) continue;
        knows(name->str());
        readers.emplace_back(std::string(name->str()),
                             TableReader(*inner, begin_of(*node), what, *file_, *faults_));
    }
    return readers;
}

void TableReader::require(std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (!has(key)) refuse(place_, fmt::format("'{}' is missing; {} needs it", key, what_));
    }
}

void TableReader::refuse_unknown() {
    for (const auto& [key, node] : in_order_of_file(*table_)) {
        const std::string name(key->str());
        if (std::ranges::find(asked_, name) != asked_.end()) continue;
        const std::string hint = did_you_mean(name, asked_);
        const auto& begin = key->source().begin;
        refuse({begin.line, begin.column},
               fmt::format("unknown key '{}' in {}.{}", shown(name), what_,
                           hint.empty() ? known_words(asked_) : hint));
    }
}

std::optional<std::string> TableReader::one_of(std::string_view key,
                                               std::span<const std::string_view> known) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    const std::string* text = value == nullptr ? nullptr : &value->get();
    if (text != nullptr && std::find(known.begin(), known.end(), *text) != known.end())
        return *text;
    const std::string hint =
        text == nullptr ? ""
                        : did_you_mean(*text, std::vector<std::string>(known.begin(), known.end()));
    refuse(begin_of(*node), fmt::format("'{}' is {}, expected \"{}\".{}", key, node_words(*node),
                                        fmt::join(known, "\", \""), hint));
    return {};
}

bool TableReader::is_format_1() {
    const toml::node* node = find("format");
    if (node == nullptr) {
        refuse(place_, "'format' is missing; write format = 1 at the top of the file");
        return true;
    }
    const auto* number = node->as_integer();
    if (number != nullptr && number->get() == newest_format) return true;
    if (number != nullptr && number->get() > newest_format) {
        refuse(begin_of(*node),
               fmt::format("'format' is {}, so this file was written for a newer hipflow; "
                           "please upgrade",
                           number->get()));
        return false;
    }
    refuse_value("format", *node, "1");
    return true;
}

}  // namespace hipflow::catalog
