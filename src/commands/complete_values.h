// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.h"

namespace hipflow {

struct Candidate {
    std::string text;
    std::string description;
};

struct Completion {
    std::vector<Candidate> candidates;
    bool no_space = false;  // what was chosen is to be typed on
    bool files = false;     // names of files fit as well
};

/// What fits where the help says `type`, such as "ROUTINE|FILE.toml" or "SIDE:{left,right,both}".
/// A part of the history or the library that cannot be read offers nothing.
Completion values_of(std::string_view type, Context& context);

}  // namespace hipflow
