// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/checkpoint.h"
#include "session/player.h"
#include "store/store.h"
#include "terminal/face.h"

namespace hipflow {

/// A session that ended without its end: a crash, a kill, a power cut, Ctrl-C.
struct Unfinished {
    Session session;
    Checkpoint checkpoint;
    Prescription prescription;
    std::vector<PerformedSet> sets;
};

/// Of this machine; nothing if the last session came to an end.
std::optional<Unfinished> find_unfinished(const Store& store);

/// After four hours nobody takes a session up again (DESIGN 5).
bool is_too_old(const Unfinished& unfinished, Instant now);

enum class Recovery { resume, keep_partial, discard };

/// Asks what to do with it; Enter alone resumes. Throws Interrupted, and nothing has changed then.
Recovery ask_recovery(Face& face, const Unfinished& unfinished);

/// Closes it as partial where it stopped, or as discarded. Its sets and pain scores stay.
void close_unfinished(Store& store, const Unfinished& unfinished, SessionStatus status,
                      Instant now);

/// What may be taken up; what is too old for that is closed as partial, which is said.
std::optional<Unfinished> find_fresh_unfinished(Face& face, Store& store, Instant now);
/// Closes it as partial, and says so.
void keep_partial(Face& face, Store& store, const Unfinished& unfinished, Instant now);

/// The player as it stood, about to begin the set that was under way.
Player player_of(const Unfinished& unfinished, AskPeak ask, Hearing hearing = {});

/// "the session 'hip-rotation' of 07:31, 4 of 12 sets done".
std::string description(const Unfinished& unfinished);

}  // namespace hipflow
