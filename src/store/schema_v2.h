// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// What people said of themselves: the table `preference`.
extern const std::string_view schema_v2;

}  // namespace hipflow
