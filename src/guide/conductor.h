// SPDX-License-Identifier: MIT
#pragma once
#include "coach/ending.h"
#include "domain/settings.h"
#include "guide/questions.h"
#include "guide/recorder.h"
#include "platform/clock.h"
#include "session/player.h"
#include "sound/speaker.h"
#include "terminal/face.h"

namespace hipflow::guide {

/// Leads a session to its end: lets time pass, hands keys to the player and events to the
/// listeners, and asks the questions of `p` and `q`.
class Conductor {
   public:
    /// `recorder` is null for a rehearsal: nothing is kept. `speaker` is null if nothing is heard.
    /// `words` outlives it.
    Conductor(const platform::Clock& clock, terminal::Face& face, const CareWords& words,
              Recorder* recorder, sound::Speaker* speaker, const PainThresholds& thresholds,
              const coach::Exposure& at_start)
        : clock_(&clock),
          face_(&face),
          words_(&words),
          recorder_(recorder),
          speaker_(speaker),
          thresholds_(thresholds),
          at_start_(at_start) {}

    /// Returns when the session has finished. Throws Interrupted if a signal or the end of input
    /// comes first; the place is kept then.
    session::Player run(session::Player player);

    /// Returns what an answer made of the session. The caller says its words where they stay on the
    /// screen.
    coach::Ending ending() const { return ending_; }
    /// Returns the pain that was told last, if the session ended over it.
    const std::optional<PainAnswer>& just_told() const { return just_told_; }
    /// Returns the highest score that was told in the session.
    std::optional<PainScore> worst() const { return worst_; }

   private:
    session::Now now() const { return {clock_->monotonic(), platform::Clock::asleep()}; }
    void take(session::Turn turn);
    void one_wake();
    std::optional<std::chrono::nanoseconds> patience() const;
    void obey_key(session::Key key);
    void pause_after_stop();
    void obey_signal(int signal);
    void say_aloud(Say question);
    void be_quiet();
    void ask_what_hurts();
    void answer_peak(int step);
    void maybe_finish();
    void choose_exercise();
    void ask_aloud(const terminal::ChoiceList& list);
    bool ends_with(const coach::Exposure& told);
    void after_red(const std::string& words, bool just_done);
    void record_hurt(const HurtAnswer& answer, const std::string& exercise);

    const platform::Clock* clock_;
    terminal::Face* face_;
    const CareWords* words_;
    Recorder* recorder_;
    sound::Speaker* speaker_;
    PainThresholds thresholds_;
    coach::Exposure at_start_;  // what is known of every exercise before it is done
    coach::Ending ending_ = coach::Ending::session;
    std::optional<PainScore> worst_;
    std::optional<PainAnswer> just_told_;
    int reds_ = 0;  // answers in this session that were red
    session::Player player_;
};

}  // namespace hipflow::guide
