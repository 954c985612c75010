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

/// Finds the unfinished session of this machine. Returns nullopt if the last one came to an end.
std::optional<Unfinished> find_unfinished(const Store& store);

/// Returns whether it is more than four hours old: then it cannot be resumed.
bool is_too_old(const Unfinished& unfinished, Instant now);

enum class Recovery { resume, keep_partial, discard };

/// Asks what to do with it; Enter alone resumes. Throws Interrupted before anything has changed.
Recovery ask_recovery(Face& face, const Unfinished& unfinished);

/// Closes it as partial where it stopped, or as discarded. Its sets and pain scores stay.
void close_unfinished(Store& store, const Unfinished& unfinished, SessionStatus status,
                      Instant now);

/// Finds an unfinished session that may be resumed. One that is too old is closed as partial, with
/// a line that says so.
std::optional<Unfinished> find_fresh_unfinished(Face& face, Store& store, Instant now);
/// Closes it as partial, and says so.
void keep_partial(Face& face, Store& store, const Unfinished& unfinished, Instant now);

/// Makes the player as it stood, about to begin the set that was under way.
Player player_of(const Unfinished& unfinished, AskPeak ask, Hearing hearing = {});

/// Describes it: "the session 'hip-rotation' of 07:31, 4 of 12 sets done".
std::string description(const Unfinished& unfinished);

}  // namespace hipflow
