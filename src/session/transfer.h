// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "domain/exercise.h"
#include "domain/time.h"

namespace hipflow::session {

/// How long it takes to change from one position to another; from none at the beginning. Getting
/// onto a bed is like sitting down on a chair.
Millis transfer_time(const std::optional<Stance>& from, const Stance& to);

/// How long it takes to change sides in an exercise.
Millis change_time(const Exercise& exercise);

}  // namespace hipflow::session
