// SPDX-License-Identifier: MIT
#pragma once
#include "catalog/table_reader.h"
#include "domain/figure.h"

namespace hipflow::catalog {

/// Reads what is around a figure: "scene", "props" and "cushions".
Surroundings read_scene(TableReader& figure);

}  // namespace hipflow::catalog
