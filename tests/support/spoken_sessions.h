// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "session/player.h"
#include "support/sessions.h"

namespace hipflow::support {

/// Every sentence takes one second, so that times can be checked by hand. The messages are English.
session::Hearing one_second_each();
/// As estimated at a rate, in English.
session::Hearing estimated(int rate = usual_rate);

/// A bridge: six reps in three phases of 2, 2 and 3 seconds, lying on the back.
PrescribedStep bridge(Guidance level);
/// A figure four: a hold on each side, lying on the back, with a side in every text.
PrescribedStep figure_four(Guidance level, Millis hold = Millis{30'000});

/// A session of these steps with no gap written.
Prescription spoken_session(std::vector<PrescribedStep> steps);

/// The lines of the gap before a set, or of the set, as "12.45 fill 'Take your time.'", timed from
/// the start of the first segment. `segments` are kinds such as "ready" behind the path of the set.
std::vector<std::string> lines_before(const session::Script& script, std::size_t set);
std::vector<std::string> lines_within(const session::Script& script, std::size_t set);

/// A session that has begun, with a voice as estimated.
Performance begun_aloud(std::vector<PrescribedStep> steps, AskPeak ask = AskPeak::at_the_end);

/// The same, some time into the left of two holds of thirty seconds.
Performance aloud_in_a_hold(Millis into = Millis{12'000});

/// The words heard whole from now on, for so long.
std::vector<std::string> words_within(Performance& session, Millis time);

}  // namespace hipflow::support
