// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "store/store.h"

namespace hipflow::today {

/// A session that stopped without its end: a crash, a kill, a power cut, Ctrl-C.
struct Unfinished {
    Session session;
    Checkpoint checkpoint;
    Prescription prescription;
    std::vector<PerformedSet> sets;
};

/// Returns the unfinished session of this machine, or nullopt if the last session came to an end.
std::optional<Unfinished> find_unfinished(const store::Store& store);

/// True if more than four hours have passed, after which nobody takes a session up again.
bool is_too_old(const Unfinished& unfinished, Instant now);

/// True if it was broken off when only its closing steps were left.
bool is_winding_down(const Unfinished& unfinished);

/// The session with the exercises that had taken the place of others.
Prescription as_swapped(const Unfinished& unfinished);

/// Closes it as partial where it stopped, or as discarded. Its sets and pain scores stay.
void close_unfinished(store::Store& store, const Unfinished& unfinished, SessionStatus status,
                      Instant now);

/// "the session 'hip-rotation' of 07:31, 4 of 12 sets done"; of another day than today "of
/// yesterday 07:31", "of Sunday 07:31" or, from a week on, "of 2026-11-10 07:31".
std::string description(const Unfinished& unfinished, const Stamp& now);

}  // namespace hipflow::today
