// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/care_words.h"
#include "domain/settings.h"
#include "platform/clock.h"
#include "session/player.h"
#include "terminal/face.h"
#include "today/enrolment.h"

namespace hipflow::guide {

// What a session has in common with one that is only played, and the playing.

/// Plays a session at the pace of the clock, with keys and answers as in a real one, but records
/// nothing and is not heard. Throws Interrupted.
void play_rehearsal(const std::shared_ptr<const session::Script>& script,
                    const platform::Clock& clock, terminal::Face& face, const CareWords& words,
                    const Settings& settings);

/// Returns sentences to be said before a session: where the user stands in the program, and which
/// of the user's own files cannot be listed.
std::vector<std::string> news_before(const catalog::Library& library,
                                     const today::ChosenRoutine& chosen);

/// Says when to ask for the worst pain of each exercise. `hands_free`: nothing is asked between
/// Enter and the last exercise. `ask`: somebody can answer.
AskPeak when_to_ask_peak(const Settings& settings, bool hands_free, bool ask);

}  // namespace hipflow::guide
