// SPDX-License-Identifier: MIT
#include "store/rows.h"

#include <fmt/format.h>

namespace hipflow {

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace hipflow
