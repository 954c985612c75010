// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "exchange/json.h"

namespace hipflow {

/// For commands that still build their answers by hand.
std::string csv_of(const Json& rows, const Json& blank);

}  // namespace hipflow
