// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdint>

#include "catalog/node_words.h"
#include "catalog/table_reader.h"

// The values that only figures have: points, and shares of a rep.

namespace hipflow {
namespace {

/// A number with or without a point.
std::optional<double> number_of(const Node& node) {
    if (const auto* decimal = std::get_if<double>(&node.value)) return *decimal;
    if (const auto* whole = std::get_if<std::int64_t>(&node.value)) {
        return static_cast<double>(*whole);
    }
    return {};
}

/// Nothing for what is no number, or no number from `least` to 1; TOML has "nan" too.
std::optional<double> number_from(double least, const Node& node) {
    const auto number = number_of(node);
    const bool fits = number && *number >= least && *number <= 1;
    return fits ? number : std::nullopt;
}

}  // namespace

std::optional<Point> TableReader::point(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    const auto* list = std::get_if<List>(&node->value);
    if (list == nullptr || list->size() < 2 || list->size() > 3) {
        refuse_value(key, *node, "a point such as [0.5, 0.2], or with its depth [0.5, 0.2, 0.1]");
        return {};
    }
    const auto x = number_from(0, (*list)[0]);
    const auto y = number_from(0, (*list)[1]);
    const auto z = list->size() == 3 ? number_from(-1, (*list)[2]) : 0.0;
    if (!x) refuse_value(key, (*list)[0], "a number from 0 to 1 across the box");
    if (!y) refuse_value(key, (*list)[1], "a number from 0 to 1 up the box");
    if (!z) refuse_value(key, (*list)[2], "a depth from -1 to 1");
    if (!x || !y || !z) return {};
    return Point{*x, *y, *z};
}

std::optional<TableReader::PlacedShare> TableReader::share_in(std::string_view key,
                                                              const Node& node) {
    const auto* pair = std::get_if<List>(&node.value);
    const bool fits = pair != nullptr && pair->size() == 2;
    const auto* name = fits ? std::get_if<std::string>(&pair->front().value) : nullptr;
    if (name == nullptr) {
        refuse_value(key, node, R"(pairs such as ["start", 0.0])");
        return {};
    }
    const auto share = number_from(0, pair->back());
    if (!share) {
        refuse_value(key, pair->back(), "a share of the rep from 0 to 1");
        return {};
    }
    return PlacedShare{*name, *share, node.place};
}

std::vector<TableReader::PlacedShare> TableReader::shares(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    const auto* list = std::get_if<List>(&node->value);
    if (list == nullptr || list->empty()) {
        refuse_value(key, *node, R"(a list of pairs such as [["start", 0.0], ["end", 1.0]])");
        return {};
    }
    std::vector<PlacedShare> shares;
    for (const Node& element : *list) {
        if (auto share = share_in(key, element)) shares.push_back(*std::move(share));
    }
    return shares;
}

}  // namespace hipflow
