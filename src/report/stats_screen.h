// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "text/style.h"
#include "today/views.h"

namespace hipflow::report {

/// One screen: at most 23 lines at 80 columns, more in a narrower terminal.
std::string stats_screen(const today::StatsScreen& screen, const Style& style);

}  // namespace hipflow::report
