// SPDX-License-Identifier: MIT
#include "catalog/table_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>

#include "catalog/node_words.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

constexpr int newest_format = 1;

const Entry* key_of(const Table& table, std::string_view key) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == table.end() ? nullptr : &*found;
}

std::string known_words(std::span<const std::string> known) {
    return fmt::format(" Known: {}.", fmt::join(known, ", "));
}

}  // namespace

bool TableReader::has(std::string_view key) const { return key_of(*table_, key) != nullptr; }

Place TableReader::place_of(std::string_view key) const {
    const Entry* entry = key_of(*table_, key);
    return entry == nullptr ? Place{} : entry->node.place;
}

const Node* TableReader::find(std::string_view key) {
    asked_.emplace_back(key);
    const Entry* entry = key_of(*table_, key);
    return entry == nullptr ? nullptr : &entry->node;
}

void TableReader::refuse(Place place, std::string message) {
    faults_->push_back({*file_, place.line, place.column, std::move(message)});
}

void TableReader::refuse_value(std::string_view key, const Node& node, std::string_view expected) {
    refuse(node.place, fmt::format("'{}' is {}, expected {}", key, node_words(node), expected));
}

const Table* TableReader::table_at(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return nullptr;
    const auto* table = std::get_if<Table>(&node->value);
    if (table == nullptr) {
        refuse_value(key, *node, fmt::format("a table: [{}], or {} = {{ … }}", key, key));
    }
    return table;
}

std::optional<TableReader> TableReader::table(std::string_view key, std::string_view what) {
    const Table* table = table_at(key);
    if (table == nullptr) return {};
    return TableReader(*table, place_of(key), what, *file_, *faults_);
}

std::vector<TableReader> TableReader::tables(std::string_view key, std::string_view what) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    const auto* list = std::get_if<List>(&node->value);
    if (list == nullptr) {
        refuse_value(key, *node, fmt::format("[[{}]] with two brackets, once for each", key));
        return {};
    }
    if (list->empty()) {
        refuse(node->place, fmt::format("'{}' is empty, expected at least one [[{}]]", key, key));
    }
    std::vector<TableReader> readers;
    for (const Node& element : *list) {
        if (const auto* table = std::get_if<Table>(&element.value)) {
            readers.emplace_back(*table, element.place, what, *file_, *faults_);
        } else {
            refuse_value(key, element, fmt::format("[[{}]] with two brackets, once for each", key));
        }
    }
    return readers;
}

std::vector<std::pair<std::string, TableReader>> TableReader::named_tables(std::string_view key,
                                                                           std::string_view what) {
    std::vector<std::pair<std::string, TableReader>> readers;
    const Table* table = table_at(key);
    if (table == nullptr) return readers;
    for (const Entry& entry : *table) {
        if (const auto* inner = std::get_if<Table>(&entry.node.value)) {
            readers.emplace_back(entry.key,
                                 TableReader(*inner, entry.node.place, what, *file_, *faults_));
        } else {
            refuse_value(entry.key, entry.node, fmt::format("a table: [{}.{}]", key, entry.key));
        }
    }
    return readers;
}

void TableReader::require(std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (!has(key)) refuse(place_, fmt::format("'{}' is missing; {} needs it", key, what_));
    }
}

void TableReader::refuse_unknown() {
    for (const Entry& entry : *table_) {
        if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
        const std::string hint = did_you_mean(entry.key, asked_);
        refuse(entry.place, fmt::format("unknown key '{}' in {}.{}", shown(entry.key), what_,
                                        hint.empty() ? known_words(asked_) : hint));
    }
}

bool TableReader::is_format_1() {
    const Node* node = find("format");
    if (node == nullptr) {
        refuse(place_, "'format' is missing; write format = 1 at the top of the file");
        return true;
    }
    const auto* number = std::get_if<std::int64_t>(&node->value);
    if (number != nullptr && *number == newest_format) return true;
    if (number != nullptr && *number > newest_format) {
        refuse(node->place,
               fmt::format("'format' is {}, so this file was written for a newer hipflow; "
                           "please upgrade",
                           *number));
        return false;
    }
    refuse_value("format", *node, "1");
    return true;
}

}  // namespace hipflow
