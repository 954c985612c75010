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

namespace hipflow {

/// Leads a session through to its end: lets time pass, hands keys to the player and its events to
/// the listeners, and asks what `p` and `q` have to ask.
class Conductor {
   public:
    /// Without a recorder nothing is kept: a rehearsal. Without a speaker nothing is heard.
    Conductor(const Clock& clock, Face& face, Recorder* recorder, Speaker* speaker,
              const PainThresholds& thresholds, std::optional<PainScore> pain_before)
        : clock_(&clock),
          face_(&face),
          recorder_(recorder),
          speaker_(speaker),
          thresholds_(thresholds),
          pain_before_(pain_before) {}

    /// Returns when the session has finished. Throws Interrupted, the place kept, when a signal or
    /// the end of input came first.
    Player run(Player player);

    /// Whether an answer ended the session for good; its words are for the caller to say, where
    /// they stay.
    Ending ending() const { return ending_; }
    /// The highest score that was told in it.
    std::optional<PainScore> worst() const { return worst_; }

   private:
    Now now() const { return {clock_->monotonic(), Clock::asleep()}; }
    void take(Turn turn);
    void one_wake();
    std::optional<std::chrono::nanoseconds> patience() const;
    void obey_key(Key key);
    void obey_signal(int signal);
    void ask_what_hurts();
    void answer_peak(int step);
    void maybe_finish();
    bool ends_with(const Exposure& told);
    void after_red(const std::string& words, bool just_done);
    void record_hurt(const HurtAnswer& answer, const std::string& exercise);

    const Clock* clock_;
    Face* face_;
    Recorder* recorder_;
    Speaker* speaker_;
    PainThresholds thresholds_;
    std::optional<PainScore> pain_before_;
    Ending ending_ = Ending::session;
    std::optional<PainScore> worst_;
    int reds_ = 0;  // exercises that were answered so in this session
    Player player_;
};

}  // namespace hipflow
