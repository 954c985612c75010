// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "domain/program.h"
#include "text/style.h"

namespace hipflow {

/// A program week by week: level, sessions, what is measured, and what comes after.
std::string program_text(const Program& program, const Style& style);

/// "hip-rotation twice, low-back-relief": each routine once, in the order of its first session.
std::string sessions_words(const std::vector<std::string>& sessions);

}  // namespace hipflow
