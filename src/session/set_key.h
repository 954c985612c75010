// SPDX-License-Identifier: MIT
#pragma once
#include <compare>
#include <string>

#include "domain/body.h"

namespace hipflow::session {

/// Identifies a set of a session, also after an exercise was swapped in it.
struct SetKey {
    int step = 1;  // from 1, as set is
    int set = 1;
    Side side = Side::both;
    auto operator<=>(const SetKey&) const = default;
};

/// "3/2/L": step, set and side, B for both.
std::string path(const SetKey& key);

}  // namespace hipflow::session
