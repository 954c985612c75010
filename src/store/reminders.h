// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "domain/time.h"

namespace hipflow {

struct Database;

// What this machine reminded of, and what was put off: neither journalled nor exported.

/// The occurrences that were told of, by whatever channel, as they were named.
std::set<std::string> reminders_sent(const Database& db);

/// Forgets those of more than a month ago.
void remember_reminders(Database& db, std::span<const std::string> occurrences,
                        std::string_view channel, Instant now);

/// The end of the last snooze.
std::optional<Instant> snoozed_until(const Database& db);
/// In place of an earlier one.
void snooze(Database& db, Instant until);

}  // namespace hipflow
