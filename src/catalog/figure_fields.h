// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "catalog/table_reader.h"
#include "domain/figure.h"

namespace hipflow {

/// Reads [figure] of an exercise, and refuses what it does not know; nothing if there is none, or
/// it cannot be drawn.
std::optional<Figure> read_figure(TableReader& exercise);

}  // namespace hipflow
