// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "coach/ending.h"
#include "domain/settings.h"
#include "guide/questions.h"
#include "guide/recorder.h"
#include "store/store.h"
#include "terminal/face.h"
#include "today/desk.h"

namespace hipflow::guide {

/// The answers before the session, and what follows from them for today.
struct Before {
    std::optional<PainScore> pain;
    std::optional<Side> sore_side;  // left or right
    std::optional<PainScore>
        severe;                  // pain now or, if unknown, the severe score told earlier today
    Gate gate = Gate::none;      // as decided, or the flare-up day that was chosen instead
    bool override_gate = false;  // chosen: one step beyond the gate
    bool move = false;           // rest, but the flare-up day is the better choice
    std::optional<std::string> gate_reason;
    coach::Ending ending =
        coach::Ending::session;  // where there is no session, or the flare-up day
    std::string unsaid;          // lines still to be said, since no question led to them

    /// Returns the gate that counts: one step beyond the decided one if that was chosen. With rest
    /// and refused there is no session.
    Gate session_gate() const {
        if (!override_gate) return gate;
        return gate == Gate::rest ? Gate::gentle : Gate::none;
    }
    bool session() const { return session_gate() != Gate::rest && session_gate() != Gate::refused; }
};

/// Returns whether an answer of the command line asks for help now. Then nothing is asked first.
bool calls_for_help(const session::GivenAnswers& given, const PainThresholds& thresholds);

/// Records what is new since last time, if anything is.
void record_news(Recorder& recorder, session::News news, std::optional<Side> side);

/// Shows the text of the first run until this version of it has been acknowledged.
void show_first_run(terminal::Face& face, const CareWords& words, Recorder& recorder,
                    const store::Store& store, const Settings& settings, bool ask);

/// Returns whether a session may begin. After an answer that ended one for good, a note that it has
/// been looked at is needed first; see docs/design/care.md, "Rules", S0.
bool is_cleared(terminal::Face& face, const CareWords& words, Recorder& recorder,
                const store::Store& store, const session::GivenAnswers& given, Day today);

/// Shows the session that the answers so far lead to, above a question that can begin it.
using ShowPlan = std::function<void(const Before&)>;

/// Asks what is new since last time and for pain now, says what the gate makes of it, and offers
/// the choice that is left; see docs/design/care.md, "Rules", S0 and S1. If pain now is not
/// answered, nine or ten told earlier today stands. `show` is called before the questions that can
/// begin a session.
Before ask_before(terminal::Face& face, const CareWords& words, Recorder& recorder,
                  const store::Store& store, const session::GivenAnswers& given,
                  const Settings& settings, const Stamp& now, const ShowPlan& show = {});

/// Keeps a sign that is new where nobody can be led through a session, and returns what is said to
/// it, in lines to be wrapped. Throws Error where it cannot be saved.
std::string keep_news(today::Desk& desk, session::News news, std::optional<Side> side = {});

}  // namespace hipflow::guide
