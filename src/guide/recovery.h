// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "session/player.h"
#include "store/store.h"
#include "terminal/face.h"
#include "today/unfinished.h"

namespace hipflow {

enum class Recovery { resume, keep_partial, discard };

/// Asks what to do with it; Enter alone resumes. Throws Interrupted before anything has changed.
Recovery ask_recovery(Face& face, const Unfinished& unfinished);

/// Finds an unfinished session that may be resumed. One that is too old is closed as partial, with
/// a line that says so.
std::optional<Unfinished> find_fresh_unfinished(Face& face, Store& store, Instant now);
/// Closes it as partial, and says so.
void keep_partial(Face& face, Store& store, const Unfinished& unfinished, Instant now);

/// Makes the player as it stood, about to begin the set that was under way.
Player player_of(const Unfinished& unfinished, AskPeak ask, Hearing hearing = {});

}  // namespace hipflow
