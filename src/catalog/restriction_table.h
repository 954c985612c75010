// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/restriction.h"

namespace hipflow::catalog {

/// Reads a table of restrictions. Adds every fault of the text to `faults`, and returns nullopt if
/// there are any.
std::optional<RestrictionTable> parse_restrictions(std::string_view text, const std::string& file,
                                                   std::vector<Diagnostic>& faults);

/// The table that comes with the program. It is read when first asked for.
const RestrictionTable& shipped_restrictions();

/// Words a complaint about an unknown restriction, with the nearest one and all of them.
std::string no_such_restriction(const RestrictionTable& table, std::string_view id);

}  // namespace hipflow::catalog
