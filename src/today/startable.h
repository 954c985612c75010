// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/time.h"
#include "today/desk.h"

namespace hipflow::today {

/// Whether a session of a routine can start today, and how long it would be.
struct Startable {
    std::string trouble{};          // why it cannot, without a full stop; empty if it can
    std::string advice{};           // then what to do; may be empty
    bool rests = false;             // all of it rests for pain: the start records a day of rest
    std::optional<Millis> total{};  // once its words are known; nullopt if it does not
};
/// Throws Error only for a history that cannot be read.
Startable look_at_session(Desk& desk, const std::string& routine);

}  // namespace hipflow::today
