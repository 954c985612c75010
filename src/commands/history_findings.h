// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "commands/findings.h"

namespace hipflow {

/// Whether the history is whole, and whether something can be saved: tries it, and takes it back.
void look_at_history(Context& context, std::vector<Finding>& found);

}  // namespace hipflow
