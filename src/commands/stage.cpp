// SPDX-License-Identifier: MIT
#include "commands/stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <utility>

#include "coach/ending.h"
#include "commands/display.h"
#include "platform/environment.h"
#include "report/session_text.h"
#include "terminal/capabilities.h"
#include "text/layout.h"
#include "today/rescued.h"

namespace hipflow::commands {
namespace {

/// Returns whether the session has been led to its end, so that only questions were left.
bool is_performed(const Session& session) {
    return !session.id.empty() &&
           (session.status == SessionStatus::completed || session.status == SessionStatus::partial);
}

}  // namespace

Stage::Stage(cli::Context& context, const StartOptions& options, bool ask)
    : context_(context),
      options_(options),
      ask_(ask),
      store_(context.desk().store()),
      input_(fileno(context.streams().in), signals_),
      recorder_(store_, context.clock(), context.settings().day_starts,
                today::spare_folder(context.environment()),
                [this](const std::string& text) { face_->say(text + '\n'); }),
      speaker_(sound::sound_settings(context.settings(), options.voice, options.tones),
               sound::finder_in(context.environment()),
               platform::cache_folder(context.environment()) / "sound") {}

guide::Means Stage::set_up() {
    const auto kind = options_.plain ? terminal::FaceKind::plain
                      : ask_         ? terminal::FaceKind::live
                                     : terminal::FaceKind::late;
    face_ = terminal::choose_face(context_.streams(), context_.environment(), context_.style(),
                                  context_.options().charset, figures(options_.plain), kind, input_,
                                  signals_);
    speaker_.try_out(context_.clock().real());
    companion_ = std::make_unique<guide::Companion>(context_.clock(), *face_, speaker_);
    return {context_.desk(), *face_, recorder_, speaker_, *companion_};
}

/// Decides what the screen is drawn with. The terminal is asked only where it matters.
terminal::FigureOutput Stage::figures(bool plain) {
    const Settings& settings = context_.settings();
    DisplaySettings display = display_for(settings.display, options_.display);
    if (plain || terminal::why_plain(context_.streams(), context_.environment())) {
        return terminal::figures_for(context_.environment(), context_.style(),
                                     context_.options().charset, display);
    }
    const bool shown = settings.figures && !options_.no_figures;
    const bool still = display.graphics == Graphics::sixel;
    if (shown && still) note_sixel_is_still(context_, options_.display);
    if (!shown || still) display.graphics = Graphics::cells;
    return output_for(context_, display, options_.display, true);
}

int Stage::end(const guide::Outcome& outcome) {
    const int saved = save();
    if (!outcome.performed) {
        take_leave(outcome.words, outcome.ending);
    } else if (coach::asks_for_help(outcome.ending)) {
        take_leave('\n' + outcome.words, outcome.ending);
    } else if (saved == cli::code(ExitCode::done)) {
        sum_up(*outcome.performed, outcome);
    }
    return saved;
}

int Stage::leave(const terminal::Interrupted& interrupted) {
    const int saved = save();
    say_farewell();
    const bool unfinished =
        recorder_.session().status == SessionStatus::in_progress && !recorder_.session().id.empty();
    const bool is_saved = saved == cli::code(ExitCode::done);
    if (unfinished && is_saved) {
        context_.note("\nWhat was done is kept. 'hipflow start' goes on where it stopped.\n");
    }
    if (is_performed(recorder_.session()) && is_saved) {
        context_.note("\nAll is kept: the session, and every question that you had finished.\n");
    }
    if (interrupted.signal) return 128 + *interrupted.signal;
    return saved;
}

/// Writes what is left; tells in full what cannot be written, so that it can be entered later.
int Stage::save() {
    try {
        recorder_.write_waiting_out();
        return cli::code(ExitCode::done);
    } catch (const Error& error) {
        let_go();
        context_.note(fmt::format("hipflow: {}\n{}", error.what(),
                                  today::unsaved_text(recorder_.unwritten(), recorder_.aside())));
        return cli::code(ExitCode::storage);
    }
}

/// Says the last words on the normal screen, where they stay; where that is too small for all of
/// them, page by page first.
void Stage::take_leave(const std::string& text, coach::Ending ending) {
    farewell_ = wrapped_lines(
        fmt::format("{}{}\n", text, coach::last_words(ending, context_.desk().care())),
        context_.style().columns);
    if (face_ && ask_) {
        const auto rows = face_->passing_rows();
        if (rows && std::ranges::count(farewell_, '\n') >= *rows) face_->tell(text);
    }
    say_farewell();
}

void Stage::say_farewell() {
    let_go();
    context_.print(std::exchange(farewell_, {}));
}

void Stage::sum_up(const std::string& name, const guide::Outcome& outcome) {
    companion_->let_finish();
    let_go();
    const Session& session = recorder_.session();
    const today::SessionRecord record{
        session, recorder_.sets(), store_.readings_of(session.id), {}, {}, {}};
    const Style& style = context_.style();
    context_.print('\n' + name + '\n' + report::session_summary(record, style) +
                   wrapped_lines(outcome.words, style.columns) +
                   report::words_on_next(session, style));
    if (outcome.ending == coach::Ending::session) return;
    context_.print(
        paragraph(coach::last_words(outcome.ending, context_.desk().care()), style.columns));
}

/// Leaves the screen for the normal one, where what is printed stays.
void Stage::let_go() {
    companion_.reset();
    face_.reset();
}

}  // namespace hipflow::commands
