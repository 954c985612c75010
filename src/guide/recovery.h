// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "session/player.h"
#include "store/store.h"
#include "terminal/face.h"
#include "today/unfinished.h"

namespace hipflow {

enum class Recovery { resume, keep_partial, discard };

/// Asks what to do with it; Enter alone resumes. Throws Interrupted, and nothing has changed then.
Recovery ask_recovery(Face& face, const Unfinished& unfinished);

/// What may be taken up; what is too old for that is closed as partial, which is said.
std::optional<Unfinished> find_fresh_unfinished(Face& face, Store& store, Instant now);
/// Closes it as partial, and says so.
void keep_partial(Face& face, Store& store, const Unfinished& unfinished, Instant now);

/// The player as it stood, about to begin the set that was under way.
Player player_of(const Unfinished& unfinished, AskPeak ask, Hearing hearing = {});

}  // namespace hipflow
