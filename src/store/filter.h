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

/// The bounds of its days as the tables have them: every day lies between them where it has none.
inline std::string first_day(const Filter& filter) {
    return filter.since ? format_day(*filter.since) : "0000-00-00";
}
inline std::string last_day(const Filter& filter) {
    return filter.until ? format_day(*filter.until) : "9999-99-99";
}

}  // namespace hipflow
