// SPDX-License-Identifier: MIT
#pragma once
#include "catalog/table_reader.h"
#include "domain/figure.h"

namespace hipflow::catalog {

/// Reads what is around a figure: "scene", "props" and "cushions". With the base chair there is one
/// in any case.
Surroundings read_scene(TableReader& fields, Base base);

}  // namespace hipflow::catalog
