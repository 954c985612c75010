// SPDX-License-Identifier: MIT
#include "exchange/difference.h"

#include <nlohmann/json.hpp>

#include "exchange/json.h"

namespace hipflow {
namespace {

std::optional<std::string> value_text(const Json& value) {
    if (value.is_null()) return std::nullopt;
    return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

std::vector<FieldChange> differences(const Record& before, const Record& after) {
    const Json older = Json::parse(body_of(before));
    const Json newer = Json::parse(body_of(after));
    std::vector<FieldChange> changes;
    for (const auto& [name, value] : newer.items()) {
        const Json was = older.value(name, Json());
        if (was != value) changes.push_back({name, value_text(was), value_text(value)});
    }
    return changes;
}

}  // namespace hipflow
