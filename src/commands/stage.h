// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>

#include "cli/command.h"
#include "coach/ending.h"
#include "commands/start_options.h"
#include "guide/companion.h"
#include "guide/guided_session.h"
#include "guide/recorder.h"
#include "platform/signals.h"
#include "sound/speaker.h"
#include "terminal/face.h"
#include "terminal/figure_screen.h"
#include "terminal/input.h"

namespace hipflow::commands {

/// The terminal, the voice and the record of one `hipflow start`, and every way in which it ends.
/// Context and options outlive it.
class Stage {
   public:
    /// Opens the history for recording. `ask`: whether questions may be asked.
    Stage(cli::Context& context, const StartOptions& options, bool ask);

    /// Takes the terminal and tries out the sound.
    guide::Means set_up();

    /// Saves what is not saved yet, and says what is left to say: last words, or a summary of the
    /// session. Returns the exit code. Throws Interrupted.
    int end(const guide::Outcome& outcome);
    /// Ends a start that a signal, or the end of the input, broke off. Returns the exit code.
    int leave(const terminal::Interrupted& interrupted);

   private:
    terminal::FigureOutput figures(bool plain);
    int save();
    void take_leave(const std::string& text, coach::Ending ending);
    void say_farewell();
    void sum_up(const std::string& name, const guide::Outcome& outcome);
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
