// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/history.h"

namespace hipflow {

/// What differs between two versions of a record, in the order of its fields.
std::vector<FieldChange> differences(const Record& before, const Record& after);

}  // namespace hipflow
