// SPDX-License-Identifier: MIT
#include "exchange/json_tree.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace hipflow::exchange {
namespace {

using Json = nlohmann::ordered_json;

std::string in_quotes_if_needed(std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

/// Collects names and values of the members of an object, and of their members.
void flatten(const Json& object, const std::string& prefix, std::vector<std::string>& names,
             std::vector<const Json*>& values) {
    for (const auto& [name, value] : object.items()) {
        if (value.is_object()) {
            flatten(value, prefix + name + '_', names, values);
        } else {
            names.push_back(prefix + name);
            values.push_back(&value);
        }
    }
}

std::string cell_of(const Json& value) {
    if (value.is_null()) return "";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// One row as RFC 4180 has it: quoted where needed, ended by CR LF.
std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += ',';
        line += in_quotes_if_needed(cells[i]);
    }
    return line + "\r\n";
}

std::string csv_of(const Json& rows, const Json& blank) {
    std::vector<std::string> names;
    std::vector<const Json*> values;
    flatten(blank, "", names, values);
    std::string text = csv_line(names);
    for (const auto& row : rows) {
        names.clear();
        values.clear();
        flatten(row, "", names, values);
        std::vector<std::string> cells;
        cells.reserve(values.size());
        for (const Json* value : values) cells.push_back(cell_of(*value));
        text += csv_line(cells);
    }
    return text;
}

}  // namespace

JsonTree::JsonTree() : root_(std::make_unique<Json>()) {}
JsonTree::~JsonTree() = default;

std::string JsonTree::document() const {
    return root_->dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string JsonTree::line() const {
    return root_->dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string JsonTree::table() const { return csv_of(root_->at("rows"), root_->at("blank")); }

}  // namespace hipflow::exchange
