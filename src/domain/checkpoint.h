// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "domain/body.h"
#include "domain/time.h"

namespace hipflow {

/// The place in a running session from which it can be taken up again: the set that comes next, or
/// is under way. Local to the machine, not part of the history.
struct Checkpoint {
    std::string session_id;
    int step = 0;    // from 1
    int set_no = 1;  // from 1
    Side side = Side::both;
    std::vector<int> easier_taken;  // per step: how many easier alternates were swapped in
    Millis active{};                // Session::active so far
    Instant at{};
    bool operator==(const Checkpoint&) const = default;
};

}  // namespace hipflow
