// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>

#include "domain/settings.h"

namespace hipflow {

/// A number that decides, its key in the configuration, and between what it may be set. The limits
/// are those of what is published (CONTENT 3.2, 4.1): it can be made more cautious, not less.
template <typename Table>
struct Threshold {
    std::string_view key;
    int Table::*member = nullptr;
    int least = 0;
    int most = 0;
    std::string_view source;  // what the limits go by, as the end of a sentence
};

/// [pain], in the order of the documentation.
std::span<const Threshold<PainThresholds>> pain_thresholds();
/// [coach], likewise.
std::span<const Threshold<CoachThresholds>> coach_thresholds();

}  // namespace hipflow
