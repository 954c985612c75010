// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/prescription.h"
#include "domain/settings.h"
#include "session/hearing.h"

namespace hipflow::today {

/// More speech than this leaves too little quiet to move in.
inline constexpr double most_speech = 0.45;

/// The share of a session, from its first sound to its last, in which words are heard: from 0 to 1.
double speech_share(const Prescription& session, const session::Hearing& hearing);

/// Words a warning for each level of guidance at which a routine, done as its file says, is speech
/// for more than `most_speech` of its time. Lengths are estimates at the speaking rate of the
/// settings. `session` is the prescription of the routine; its own levels do not matter.
std::vector<std::string> wordy_levels(const catalog::Library& library, const Settings& settings,
                                      Prescription session);

}  // namespace hipflow::today
