// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>

namespace hipflow::store {

/// The first five steps of all_migrations().
std::span<const std::string_view> first_versions();

}  // namespace hipflow::store
