// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/time.h"

namespace hipflow {

/// A part of the history; what is not set does not limit.
struct Filter {
    std::optional<Day> since{};  // both inclusive
    std::optional<Day> until{};
    std::optional<std::string> routine{};
    std::optional<int> limit{};
    bool with_discarded = false;
};

}  // namespace hipflow
