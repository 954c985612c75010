// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/library.h"
#include "coach/guidance.h"
#include "domain/prescription.h"
#include "domain/routine.h"
#include "domain/settings.h"
#include "session/hearing.h"
#include "today/desk.h"

namespace hipflow::today {

// How sessions are heard, and how much is said in them.

/// How much is to be said, as asked for on the command line. by_practice: as the history of each
/// exercise asks, whatever is configured.
enum class GuidanceWish { by_practice, full, brief, counts, off };
constexpr auto words_of(GuidanceWish /*unused*/) {
    return std::to_array<std::string_view>({"auto", "full", "brief", "counts", "off"});
}

/// The voice and the tones that are wanted, where that is known; else as configured.
struct SoundWishes {
    std::optional<bool> voice{};
    std::optional<bool> tones{};
};

/// The language that a routine is guided in: its own, else that of the settings. "en-gb" is "en".
std::string language_for(const Settings& settings, const Routine& routine);

/// How a session is expected to be heard, whatever programs there are: lengths are estimated. There
/// is no voice where nothing is to be said.
session::Hearing hearing_for(const Settings& settings, const catalog::Library& library,
                             const Prescription& session, const SoundWishes& wishes = {});

/// The same for a session of the desk.
session::Hearing hearing_for(Desk& desk, const Prescription& session,
                             const SoundWishes& wishes = {});

/// Returns whether the settings change nothing of what a session sounds like, so that what was
/// measured for others holds.
bool sounds_as_usual(const Settings& settings);

/// The words of a session for somebody who knows its exercises, unless the routine or the settings
/// ask for another level.
coach::GuidancePlan plan_for_known(const Settings& settings, const Routine& routine);

/// The words of a session on this day. `wish` is the level on the command line: it goes before that
/// of the routine, which goes before that of the settings. Without any, each exercise has its own,
/// from the history.
coach::GuidancePlan plan_for_today(Desk& desk, const Routine& routine, const Prescription& session,
                                   std::optional<GuidanceWish> wish = {});

/// How long the session takes once its exercises need not be explained any more; nullopt if nothing
/// is.
std::optional<Millis> total_once_known(const Prescription& session,
                                       const session::Hearing& hearing);

}  // namespace hipflow::today
