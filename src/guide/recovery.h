// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "domain/settings.h"
#include "session/given_answers.h"
#include "session/player.h"
#include "store/store.h"
#include "terminal/face.h"
#include "today/unfinished.h"

namespace hipflow::guide {

enum class Recovery { resume, keep_partial, discard };

/// Asks what to do with it; Enter resumes. Throws Interrupted before anything has changed.
Recovery ask_recovery(terminal::Face& face, const today::Unfinished& unfinished, const Stamp& now);

/// Finds an unfinished session that may be resumed. One that is too old is closed as partial, with
/// a line that says so.
std::optional<today::Unfinished> find_fresh_unfinished(terminal::Face& face, store::Store& store,
                                                       const Stamp& now);
/// Closes it as partial, and says so.
void keep_partial(terminal::Face& face, store::Store& store, const today::Unfinished& unfinished,
                  const Stamp& now);

/// Returns whether what was given on the command line, or told in that session, speaks against
/// resuming it. Then the questions before a session are asked first.
bool speaks_against_resuming(const store::Store& store, const Session& session,
                             const session::GivenAnswers& given, const Settings& settings,
                             const Stamp& now);

/// Makes the player as it stood, about to begin the set that was under way.
session::Player player_of(const today::Unfinished& unfinished, AskPeak ask,
                          session::Hearing hearing);

}  // namespace hipflow::guide
