// SPDX-License-Identifier: MIT
#pragma once
#include <set>
#include <string>

#include "guide/companion.h"
#include "session/player.h"
#include "terminal/face.h"
#include "today/desk.h"
#include "today/enrolment.h"
#include "today/todays_session.h"

namespace hipflow::guide {

/// Says what a session to come consists of, and why: in one start each list and each sentence once,
/// however often the answers change it.
class Preview {
   public:
    /// All outlive it. `verbose` gives every length there is.
    Preview(today::Desk& desk, terminal::Face& face, Companion& companion, bool verbose)
        : desk_(&desk), face_(&face), companion_(&companion), verbose_(verbose) {}

    /// Says the session, unless its list was said before; then only what is new of the sentences.
    /// The first time it also says what `chosen` brings, and how the session is heard. `limits`
    /// says when to stop, and is said again where an answer changes it. Returns whether the list is
    /// new.
    bool say(const session::Script& script, const today::TodaysSession& session,
             const today::ChosenRoutine& chosen, const std::string& limits);

   private:
    std::string news_of(const today::TodaysSession& session, const today::ChosenRoutine& chosen);

    today::Desk* desk_;
    terminal::Face* face_;
    Companion* companion_;
    bool verbose_;
    std::set<std::string> lists_;  // said so far
    std::set<std::string> said_;   // what the sentences were about
    std::string limits_;           // as said last
};

}  // namespace hipflow::guide
