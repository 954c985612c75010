// SPDX-License-Identifier: MIT
#include "commands/stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <utility>

#include "coach/ending.h"
#include "coach/safety.h"
#include "commands/sound.h"
#include "exchange/coach_json.h"
#include "guide/conductor.h"
#include "platform/environment.h"
#include "report/session_text.h"
#include "sound/answer.h"
#include "terminal/capabilities.h"
#include "text/layout.h"
#include "today/rescued.h"

namespace hipflow::commands {

Stage::Stage(cli::Context& context, const StartOptions& options, bool ask)
    : context_(context),
      options_(options),
      ask_(ask),
      store_(context.desk().store()),
      input_(fileno(context.streams().in), signals_),
      recorder_(store_, context.clock(), context.settings().day_starts,
                today::spare_folder(context.environment()),
                [this](const std::string& text) { face_->say(text + '\n'); }),
      speaker_(sound_settings(context.settings(), options), finder(context.environment()),
               platform::cache_folder(context.environment()) / "sound") {}

void Stage::set_up() {
    face_ = terminal::choose_face(context_.streams(), context_.environment(), context_.style(),
                                  context_.options().charset, options_.plain || !ask_, input_,
                                  signals_);
    speaker_.try_out(context_.clock().real());
    companion_ = std::make_unique<guide::Companion>(context_.clock(), *face_, speaker_);
}

int Stage::rest(const Routine& routine, const guide::Before& before, coach::CoachRecord record) {
    record.gate = before.gate_reason;
    record.before = before.pain;
    recorder_.rest(routine.id, routine.counts, before.gate, exchange::body_of(record));
    const int saved = save();
    take_leave(before.unsaid, before.ending);
    return saved;
}

int Stage::perform(session::Player player, std::optional<PainScore> pain_before, coach::Ending calm,
                   const session::GivenAnswers& given) {
    const Settings& settings = context_.settings();
    recorder_.go_live();
    guide::Conductor conductor(context_.clock(), *face_, &recorder_, &speaker_, settings.pain,
                               pain_before);
    speaker_.prepare(sound::sentences_of(*player.plan));
    const auto begun = player.plan;
    player = conductor.run(std::move(player));
    note_reason();
    session::GivenAnswers answers = given;
    if (coach::asks_for_help(conductor.ending())) {
        answers.ask = false;  // what was given on the command line is kept
    } else {
        companion_->remind_of_questions();
        face_->say(finished_words());
    }
    const guide::After after =
        guide::ask_after(*face_, recorder_, answers, begun->prescription, player.plan->prescription,
                         pain_before, settings.pain);
    note_unscored(after.unscored);
    const int saved = save();
    const guide::Close close = guide::close_of(conductor.ending(), conductor.worst(), after, calm,
                                               settings.emergency_number);
    if (coach::asks_for_help(close.ending)) {
        take_leave('\n' + close.words, close.ending);
    } else if (saved == cli::code(ExitCode::done)) {
        sum_up(player.plan->prescription.name, close);
    }
    return saved;
}

int Stage::leave(const terminal::Interrupted& interrupted) {
    const int saved = save();
    say_farewell();
    const bool unfinished =
        recorder_.session().status == SessionStatus::in_progress && !recorder_.session().id.empty();
    if (unfinished && saved == cli::code(ExitCode::done)) {
        context_.note("\nWhat was done is kept. 'hipflow start' goes on where it stopped.\n");
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

/// A session in which anything was stopped for pain was stopped for pain.
void Stage::note_reason() {
    std::optional<StopReason> reason;
    for (const auto& set : recorder_.sets()) {
        if (!set.reason) continue;
        if (!reason || *set.reason == StopReason::pain) reason = set.reason;
    }
    recorder_.amend([&](Session& session) { session.reason = reason; });
}

/// The coach takes no missing answer for a zero.
void Stage::note_unscored(const std::vector<std::string>& unscored) {
    const auto& reasons = recorder_.session().reasons;
    if (unscored.empty() || !reasons) return;
    coach::CoachRecord record = exchange::coach_record_from(*reasons);
    record.unscored = unscored;
    recorder_.amend([&](Session& session) { session.reasons = exchange::body_of(record); });
}

std::string Stage::finished_words() const {
    if (recorder_.session().reason == StopReason::pain) {
        return fmt::format("\n{}\n", coach::stopped_words());
    }
    const bool completed = recorder_.session().status == SessionStatus::completed;
    return completed ? "\nWell done.\n" : "\nFinished here. What was done is kept.\n";
}

/// Says the last words on the normal screen, where they stay; where that is too small for all of
/// them, page by page first.
void Stage::take_leave(const std::string& text, coach::Ending ending) {
    farewell_ = wrapped_lines(fmt::format("{}{}\n", text, coach::last_words(ending)),
                              context_.style().columns);
    if (face_) {
        const auto rows = face_->passing_rows();
        if (rows && std::ranges::count(farewell_, '\n') >= *rows) face_->tell(text);
    }
    say_farewell();
}

void Stage::say_farewell() {
    let_go();
    context_.print(std::exchange(farewell_, {}));
}

void Stage::sum_up(const std::string& name, const guide::Close& close) {
    companion_->let_finish();
    let_go();
    const Session& session = recorder_.session();
    const today::SessionRecord record{
        session, recorder_.sets(), store_.readings_of(session.id), {}, {}, {}};
    const Style& style = context_.style();
    context_.print('\n' + name + '\n' + report::session_summary(record, style) +
                   wrapped_lines(close.words, style.columns) +
                   report::words_on_next(session, style));
    if (close.ending == coach::Ending::session) return;
    context_.print(paragraph(coach::last_words(close.ending), style.columns));
}

/// Leaves the screen for the normal one, where what is printed stays.
void Stage::let_go() {
    companion_.reset();
    face_.reset();
}

}  // namespace hipflow::commands
