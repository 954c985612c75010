// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json.hpp>
#include <optional>

#include "exchange/json.h"

namespace hipflow {

/// What is not known is null in JSON, never left out and never zero.
template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

}  // namespace hipflow
