// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>

namespace hipflow {

/// The steps from an empty file to the newest version, as SQL; `user_version` counts those taken.
/// Append-only: to change the tables, add a step at the end, and add a database of the version
/// before it to the tests (docs/design/data.md, "Migrations").
std::span<const std::string_view> all_migrations();

}  // namespace hipflow
