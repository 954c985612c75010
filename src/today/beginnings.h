// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/records.h"
#include "session/given_answers.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

// How people begin who name no routine, are in no program and have written none in the settings:
// gently, until they are known (docs/design/care.md, "Beginnings").

/// The routine of the first sessions.
inline constexpr const char* first_routine = "hip-rotation-gentle";

/// Why a routine is the one that is taken where none is named.
enum class Beginning {
    settled,         // it is the usual one
    first_session,   // nothing was done yet
    first_sessions,  // not known to be used to it, and fewer than six sessions were kept
    new_to_this,     // said to be new to it, and the gentle exercises are not all easy yet
    moves_on,        // six sessions were kept, and the usual one was not done yet
    has_learnt,      // most of the gentle ones have become comfortable, and the same
};

/// What the person said last; nullopt if that was never answered.
std::optional<session::Experience> told_experience(const store::Store& store);

/// The rule for the journal, under PreferenceSubject::experience.
std::pair<std::string, PreferenceRule> experience_rule(session::Experience experience);

/// True for somebody who said to be new to this, and has not got to the usual routine and to six
/// kept sessions since: then nothing begins above level 1. `history` may be null.
bool is_newcomer(const store::Store* history);

/// Decides where somebody stands who names no routine. `said` is what was told just now. Always
/// settled if the settings name a routine.
Beginning beginning_of(Desk& desk, std::optional<session::Experience> said = std::nullopt);

/// The routine to take there.
std::string default_routine(Desk& desk, Beginning beginning);

/// Says in a sentence before the session what the beginning makes of it, and how that can be
/// changed; empty where that needs no word.
std::string_view beginning_words(Beginning beginning);

/// Where the routine comes from, as the list of settings tells it; empty if settled.
std::string_view beginning_origin(Beginning beginning);

}  // namespace hipflow::today
