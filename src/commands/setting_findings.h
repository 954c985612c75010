// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "commands/findings.h"

namespace hipflow {

/// Whether the configuration can be read, and whether what it and the history name is there: does
/// with each what a session, or a reminder, would do with it.
void look_at_configuration(Context& context, std::vector<Finding>& found);
void look_at_what_is_named(Context& context, std::vector<Finding>& found);

}  // namespace hipflow
