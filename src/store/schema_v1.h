// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// The tables of version 1. Released: never changed, a later version is a migration of its own. So
/// the words of the enumerations are spelt out; a test holds them against the types.
extern const std::string_view schema_v1;

}  // namespace hipflow
