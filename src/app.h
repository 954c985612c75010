// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "platform/environment.h"

namespace hipflow {

/// The whole program: runs the command that `arguments` (without the program's name) ask for.
/// Returns its exit code; 128 + n means that the process should die by signal n.
int run(const std::vector<std::string>& arguments, const platform::Streams& streams,
        const platform::Environment& environment);

}  // namespace hipflow
