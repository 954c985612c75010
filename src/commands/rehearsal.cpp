// SPDX-License-Identifier: MIT
#include "commands/rehearsal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "answers/rehearsal.h"
#include "guide/guided_session.h"
#include "report/session_text.h"
#include "session/rehearsal.h"
#include "session/score_check.h"
#include "terminal/plain_face.h"
#include "text/layout.h"
#include "today/hearing.h"
#include "today/routine_source.h"
#include "today/signs.h"

namespace hipflow::commands {
namespace {

using namespace std::chrono_literals;

void print_rehearsal(const cli::Context& context,
                     const std::shared_ptr<const session::Script>& script,
                     const StartOptions& options) {
    const cli::Format format = options.format;
    const session::Timeline& timeline = script->timeline;
    const auto events = session::rehearse(script);
    const bool for_people = isatty(fileno(context.streams().out)) != 0;
    if (format != cli::Format::json && for_people) {
        return context.print(report::script_text(events, timeline, script->hearing.voice,
                                                 context.style(), options.verbose));
    }
    if (format != cli::Format::json) {
        return context.write(report::rehearsal_text(
            events, timeline, today::total_once_known(script->prescription, script->hearing),
            options.verbose));
    }
    const auto reasons = all_reasons(script->prescription);
    context.print(
        answers::json_text(answers::Rehearsal{
            script->prescription.routine, timeline,
            today::total_once_known(script->prescription, script->hearing), events, reasons}),
        cli::Format::json);
}

/// Prints what is wrong with the words of a session, a line each.
int check(const cli::Context& context, const session::Script& script) {
    const auto faults = session::faults_of(script);
    for (const auto& fault : faults) context.print(fault + '\n');
    if (!faults.empty()) return cli::code(ExitCode::nothing);
    context.print(fmt::format("{}: no faults\n", script.prescription.routine));
    return cli::code(ExitCode::done);
}

/// Throws Interrupted.
void play_rehearsal(cli::Context& context, const std::shared_ptr<const session::Script>& script,
                    double speed) {
    platform::Clock clock = context.clock();
    clock.set_speed(speed);
    platform::SignalWatch signals;
    // Without a terminal there is nobody to type, and nothing that ends.
    terminal::LineInput input(
        context.may_ask() ? fileno(context.streams().in) : terminal::LineInput::nothing, signals);
    terminal::PlainFace face(context.streams().out, context.style(), input);
    guide::play_rehearsal(script, clock, face, context.desk().care(), context.settings());
}

}  // namespace

int rehearse(cli::Context& context, const StartOptions& options) {
    const today::ChosenRoutine today = routine_for(context, options);
    const catalog::RoutineFile source = today::find_routine(context.library(), today.name);
    if (const auto against = today::against_today(context.desk())) {
        if (options.format == cli::Format::json) {
            const session::Timeline nothing;
            context.print(answers::json_text(answers::Rehearsal{
                              source.routine.id, nothing, {}, {}, std::array{*against}}),
                          cli::Format::json);
        } else {
            context.note(paragraph(*against, context.style().columns));
        }
        return cli::code(ExitCode::nothing);
    }
    const today::SessionWishes wishes = wishes_of(options);
    Prescription session = today::prescription_for(context.desk(), source, today.cap(), wishes);
    session::Hearing hearing = today::hearing_for(context.desk(), session, wishes.sound);
    const auto script = session::make_script(
        std::move(session),
        peaks_asked(context.settings(), options, !options.speed || context.may_ask()),
        std::move(hearing));
    if (options.check) return check(context, *script);
    for (const auto& sentence : guide::news_before(context.library(), today))
        context.note(sentence + '\n');
    for (const auto& reason : all_reasons(script->prescription)) context.note(reason + '\n');
    try {
        if (options.speed) {
            play_rehearsal(context, script, *options.speed);
        } else {
            print_rehearsal(context, script, options);
        }
    } catch (const terminal::Interrupted& interrupted) {
        if (interrupted.signal) return 128 + *interrupted.signal;
    }
    return cli::code(ExitCode::done);
}

}  // namespace hipflow::commands
