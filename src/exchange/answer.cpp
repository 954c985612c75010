// SPDX-License-Identifier: MIT
#include "exchange/answer.h"

#include <nlohmann/json.hpp>

#include "exchange/csv.h"

namespace hipflow {

JsonTree::JsonTree() : root_(std::make_unique<nlohmann::ordered_json>()) {}
JsonTree::~JsonTree() = default;

std::string JsonTree::document() const {
    return root_->dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string JsonTree::line() const {
    return root_->dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string JsonTree::table() const { return csv_of(root_->at("rows"), root_->at("blank")); }

}  // namespace hipflow
