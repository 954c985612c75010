// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "today/desk.h"

namespace hipflow::today {

/// The name under which it is noted when the suggestion was last given at the end of a start.
inline constexpr std::string_view referral_text = "referral";
inline constexpr int referral_version = 1;

/// A suggestion to have somebody look at it.
struct Referral {
    std::string words;
    bool told_lately = false;  // it is no news: a start ended with it within 14 days
};

/// The suggestion to have somebody look at it (docs/design/care.md, "Rules", A9), in words. Returns
/// nullopt if nothing calls for it, or without a history. That nothing has changed is worth a word
/// from a usual of four on; only that is ever told_lately, the rest stands until it has passed.
std::optional<Referral> referral(Desk& desk);

/// The same at the end of a start: nullopt as well if it was given there within 14 days.
std::optional<std::string> referral_due(Desk& desk);

}  // namespace hipflow::today
