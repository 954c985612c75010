// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "text/style.h"
#include "today/glance.h"

namespace hipflow::report {

/// Today's session, the last one, and where the user stands: lines no wider than the terminal.
std::string glance_text(const today::Glance& glance, const Style& style);

}  // namespace hipflow::report
