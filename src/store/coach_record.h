// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "coach/state.h"
#include "domain/records.h"

namespace hipflow::store {

/// Returns what the coach knew and decided in a session; nullopt for one from before the coach kept
/// a record. Throws Error if the record cannot be read, as that of another version may be.
std::optional<coach::CoachRecord> coach_record(const Session& session);

/// Replaces what the session holds of the coach.
void set_coach_record(Session& session, const coach::CoachRecord& record);

}  // namespace hipflow::store
