// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/program.h"
#include "text/style.h"

namespace hipflow {

/// A program week by week: level, sessions, what is measured, and what comes after.
std::string program_text(const Program& program, const Style& style);

}  // namespace hipflow
