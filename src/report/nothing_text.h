// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "text/style.h"
#include "today/recorded.h"

namespace hipflow::report {

/// What a view would show, and did not find.
enum class Missing {
    anything,
    session,
    score,     // of pain
    exercise,  // one that was done
};

/// Says what is true of an empty view: that nothing is recorded, or what is, and what of it is
/// missing; where the newest session is, if it lies outside of the days asked for. `invites`: also
/// how to record it; else nothing that would call for a session.
std::string nothing_text(Missing missing, const today::Recorded& recorded, bool invites,
                         const Style& style);

}  // namespace hipflow::report
