// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "commands/findings.h"

namespace hipflow {

/// Whether something can be heard here, and what to do where not: tries player and voice, without a
/// sound.
void look_at_sound(Context& context, std::vector<Finding>& found);

}  // namespace hipflow
