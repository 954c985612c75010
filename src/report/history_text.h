// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "domain/history.h"
#include "text/style.h"

namespace hipflow::report {

/// Returns the changes that a command made to the history: a line for each record that was added,
/// changed or removed; sets are counted. Lines are indented, and each ends with a line break.
std::string change_text(const HistoryStep& step, const Style& style);

/// Every version, oldest first, with the time at which it was recorded.
std::string history_text(const std::vector<HistoryStep>& steps, std::chrono::seconds utc_offset,
                         const Style& style);

}  // namespace hipflow::report
