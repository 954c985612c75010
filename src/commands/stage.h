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

namespace hipflow::commands {

/// The terminal, the voice and the record of one `hipflow start`, and every way in which it ends.
/// Context and options outlive it.
class Stage {
   public:
    /// Opens the history for recording. `ask`: whether questions may be asked.
    Stage(cli::Context& context, const StartOptions& options, bool ask);

    /// Takes the terminal and tries out the sound. Call it before anything below.
    void set_up();

    bool asks() const { return ask_; }
    store::Store& store() { return store_; }
    terminal::Face& face() { return *face_; }
    guide::Recorder& recorder() { return recorder_; }
    sound::Speaker& speaker() { return speaker_; }
    guide::Companion& companion() { return *companion_; }

    // Each of these returns the exit code. perform() throws Interrupted, which leave() answers.

    /// Records a day of rest in place of a session.
    int rest(const Routine& routine, const guide::Before& before, coach::CoachRecord record = {});
    /// Leads the player to its end, asks what follows a session, and sums it up. `calm`: how it
    /// ends unless an answer asks for help.
    int perform(session::Player player, std::optional<PainScore> pain_before, coach::Ending calm,
                const session::GivenAnswers& given);
    /// Ends a start that a signal, or the end of the input, broke off.
    int leave(const terminal::Interrupted& interrupted);

   private:
    int save();
    std::string finished_words() const;
    void take_leave(const std::string& text, coach::Ending ending);
    void say_farewell();
    void sum_up(const std::string& name, const guide::Close& close);
    void let_go();

    cli::Context& context_;
    const StartOptions& options_;
    bool ask_;
    store::Store& store_;
    platform::SignalWatch signals_;
    terminal::LineInput input_;
    std::unique_ptr<terminal::Face> face_;
    guide::Recorder recorder_;
    sound::Speaker speaker_;  // before what attends it
    std::unique_ptr<guide::Companion> companion_;
    std::string farewell_;  // what is still to be said at the end
};

}  // namespace hipflow::commands
