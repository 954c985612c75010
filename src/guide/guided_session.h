// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "coach/ending.h"
#include "domain/settings.h"
#include "guide/companion.h"
#include "guide/recorder.h"
#include "guide/recovery.h"
#include "guide/rehearsing.h"
#include "platform/clock.h"
#include "session/given_answers.h"
#include "session/player.h"
#include "sound/speaker.h"
#include "terminal/face.h"
#include "today/enrolment.h"
#include "today/todays_session.h"

namespace hipflow::guide {

/// The means to lead a session. All of it outlives the session; the recorder writes to the history
/// of the desk.
struct Means {
    today::Desk& desk;
    terminal::Face& face;
    Recorder& recorder;
    sound::Speaker& speaker;
    Companion& companion;
};

/// The wishes for a session, as far as they are known before the first question.
struct Request {
    today::ChosenRoutine chosen;
    catalog::RoutineFile source;  // of that routine
    session::GivenAnswers given;
    today::SessionWishes wishes;
    std::optional<Recovery> recovery;  // of an unfinished session; nullopt: ask
    AskPeak ask_peak = AskPeak::at_the_end;
    bool verbose = false;  // tells of gaps that grew
    bool figures = true;
};

/// How it came out.
struct Outcome {
    coach::Ending ending = coach::Ending::session;
    std::string words;  // to be said before the last words of the ending
    /// The name of the session that was performed; nullopt for a day of rest.
    std::optional<std::string> performed;
};

/// Leads somebody from the first question of the day to the last: past what stands against a
/// session, through an unfinished session or a new one, and through the questions that follow it.
/// Records all of it. Throws Interrupted if a signal or the end of the input comes first, and Error
/// for an unfinished session with which nobody can say what to do.
Outcome lead_session(const Means& means, Request request);

}  // namespace hipflow::guide
