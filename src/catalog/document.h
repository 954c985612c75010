// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catalog/place.h"
#include "domain/error.h"

namespace hipflow {

// TOML as plain values, each with its place. That only document.cpp includes toml++ keeps the other
// sources quick to compile, and what toml++ 3.3 must be protected from in one place.

struct Node;
struct Entry;
using List = std::vector<Node>;
using Table = std::vector<Entry>;  // in the order of the file

/// A date or a time: TOML has them, hipflow's files have no use for them.
struct DateOrTime {};

struct Node {
    Place place;
    std::variant<std::string, std::int64_t, double, bool, DateOrTime, List, Table> value;
};

struct Entry {
    std::string key;
    Place place;
    Node node;
};

/// Reads TOML. Every text and every name in it is plain (utf8.h). Adds what is wrong to `faults`,
/// and returns nothing then. A byte-order mark at the start is skipped, since some editors write
/// one.
std::optional<Table> parse_document(std::string_view text, const std::string& file,
                                    std::vector<Diagnostic>& faults);

}  // namespace hipflow
