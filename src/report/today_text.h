// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "text/style.h"
#include "today/explained.h"
#include "today/glance.h"
#include "today/plan_troubles.h"

namespace hipflow::report {

/// Today's session, the last one, and where the user stands: lines no wider than the terminal.
/// Nobody is invited to a routine that is among the `troubles`.
std::string glance_text(const today::Glance& glance, const Style& style,
                        const today::PlansInTrouble& troubles = {});

/// Why a session is as it is: the gate, then a sentence for each exercise, changes first. With
/// `exercise`, only why that one is as it is, and the readings of each side behind it.
std::string explained_text(const today::Explained& explained,
                           const std::optional<std::string>& exercise, const Style& style);

}  // namespace hipflow::report
