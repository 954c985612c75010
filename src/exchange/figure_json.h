// SPDX-License-Identifier: MIT
#pragma once
#include "domain/figure.h"
#include "exchange/json.h"

namespace hipflow {

/// A figure as its file has it, with every joint of every pose and every place: frames are
/// [pose, share], joints [x, y, z].
Json to_json(const Figure& figure);

}  // namespace hipflow
