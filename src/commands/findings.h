// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "commands/command.h"

namespace hipflow {

/// One line of the doctor: a thing that was looked at, and how it is.
struct Finding {
    std::string subject;
    bool well = true;
    std::string state;
    std::string advice;  // what to do, where it is not well
};

/// Looks at everything, and tries what can be tried. Never throws for what it finds.
std::vector<Finding> findings(Context& context);

}  // namespace hipflow
