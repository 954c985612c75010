// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "coach/state.h"
#include "commands/start_options.h"
#include "guide/after.h"
#include "guide/before.h"
#include "guide/companion.h"
#include "guide/recorder.h"
#include "platform/signals.h"
#include "session/player.h"
#include "sound/speaker.h"
#include "terminal/face.h"
#include "terminal/input.h"

namespace hipflow {

/// The terminal, the voice and the record of one `hipflow start`, and every way in which it ends.
/// Context and options outlive it.
class Stage {
   public:
    /// Opens the history for recording. `ask`: whether questions may be asked.
    Stage(Context& context, const StartOptions& options, bool ask);

    /// Takes the terminal and tries out the sound. Call it before anything below.
    void set_up();

    bool asks() const { return ask_; }
    Store& store() { return store_; }
    Face& face() { return *face_; }
    Recorder& recorder() { return recorder_; }
    Speaker& speaker() { return speaker_; }
    Companion& companion() { return *companion_; }

    // Each of these returns the exit code. perform() throws Interrupted, which leave() answers.

    /// Records a day of rest in place of a session.
    int rest(const Routine& routine, const Before& before, CoachRecord record = {});
    /// Leads the player to its end, asks what follows a session, and sums it up. `calm`: how it
    /// ends unless an answer asks for help.
    int perform(Player player, std::optional<PainScore> pain_before, Ending calm,
                const GivenAnswers& given);
    /// Ends a start that a signal, or the end of the input, broke off.
    int leave(const Interrupted& interrupted);

   private:
    int save();
    void note_reason();
    void note_unscored(const std::vector<std::string>& unscored);
    std::string finished_words() const;
    void take_leave(const std::string& text, Ending ending);
    void say_farewell();
    void sum_up(const std::string& name, const Close& close);
    void let_go();

    Context& context_;
    const StartOptions& options_;
    bool ask_;
    Store& store_;
    SignalWatch signals_;
    LineInput input_;
    std::unique_ptr<Face> face_;
    Recorder recorder_;
    Speaker speaker_;  // before what attends it
    std::unique_ptr<Companion> companion_;
    std::string farewell_;  // what is still to be said at the end
};

}  // namespace hipflow
