// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "coach/ending.h"
#include "domain/settings.h"
#include "guide/questions.h"
#include "guide/recorder.h"
#include "store/store.h"
#include "terminal/face.h"

namespace hipflow {

/// What was learnt before the session, and what it makes of today.
struct Before {
    std::optional<PainScore> pain;
    std::optional<Side> sore_side;    // if it is one of the two
    std::optional<PainScore> severe;  // pain now, or what was told of today where it is not known
    Gate gate = Gate::none;           // as decided, or the flare-up day that was chosen instead
    bool override_gate = false;       // chosen: one step beyond what the gate says
    std::optional<std::string> gate_reason;
    Ending ending = Ending::session;  // where there is no session, or the flare-up day
    std::string unsaid;               // lines: what is said of it, where no question led up to it

    /// What the session is to be: one step beyond the gate where that was chosen. Rest and refused:
    /// there is none.
    Gate session_gate() const {
        if (!override_gate) return gate;
        return gate == Gate::rest ? Gate::gentle : Gate::none;
    }
    bool session() const { return session_gate() != Gate::rest && session_gate() != Gate::refused; }
};

/// The text at first run, shown until it has been acknowledged in this version.
void show_first_run(Face& face, Recorder& recorder, const Store& store, const Settings& settings,
                    bool ask);

void ask_morning(Face& face, Recorder& recorder, const Settings& settings, Day for_day);
/// A morning score as given on the command line.
void note_morning(Face& face, Recorder& recorder, const Settings& settings,
                  const GivenAnswers& given, Day for_day);

/// After an answer that ended a session for good (CONTENT 4.4 S0), a note that it has been looked
/// at is needed before the next. Whether the way is free.
bool is_cleared(Face& face, Recorder& recorder, const Store& store, const GivenAnswers& given);

/// After a morning well above the usual the gentle day takes the place of what was planned (CONTENT
/// 4.4 A2), unless that is chosen all the same. Says so.
bool takes_gentle_day(Face& face, const Store& store, const GivenAnswers& given, const Stamp& now,
                      const PainThresholds& thresholds);

/// What is new since last time, pain now, and what the gate says to them, in words and with the
/// choice that it leaves (CONTENT 4.4 S0 and S1). Where pain now is not answered, nine or ten that
/// was told today already stands.
Before ask_before(Face& face, Recorder& recorder, const Store& store, const GivenAnswers& given,
                  const Settings& settings, const Stamp& now);

/// Whether what was given on the command line, or told in that session, speaks against taking it
/// up: then it is asked first how things are.
bool speaks_against_resuming(const Store& store, const Session& session, const GivenAnswers& given,
                             const Settings& settings, const Stamp& now);

}  // namespace hipflow
