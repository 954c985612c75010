// SPDX-License-Identifier: MIT
#include "commands/glance.h"

#include <fmt/format.h>
#include <unistd.h>

#include "exchange/today_answers.h"
#include "guide/before.h"
#include "report/glance_text.h"
#include "terminal/plain_face.h"
#include "today/days.h"
#include "today/glance.h"
#include "today/mornings.h"
#include "today/rescued.h"

namespace hipflow {
namespace {

/// Asks for the morning score that is owed. Throws Interrupted, and Error where the score cannot be
/// saved.
void ask_owed(Context& context, Day day) {
    SignalWatch signals;
    LineInput input(fileno(context.streams().in), signals);
    PlainFace face(context.streams().out, context.style(), input);
    Recorder recorder(context.desk().store(), context.clock(), context.settings().day_starts,
                      spare_folder(context.environment()),
                      [&face](const std::string& text) { face.say(text + '\n'); });
    ask_morning(face, recorder, context.settings(), day);
    try {
        recorder.write_waiting_out();
    } catch (const Error& error) {
        throw Error(fmt::format("{}\n{}", error.what(),
                                unsaved_text(recorder.unwritten(), recorder.aside())),
                    error.code());
    }
}

/// The day of the morning score to ask for: it is owed, and somebody can answer.
std::optional<Day> morning_to_ask(Context& context) {
    if (!context.may_ask() || isatty(fileno(context.streams().out)) == 0) return std::nullopt;
    const Store* history = context.desk().history();
    return history != nullptr ? morning_owed(*history, context.now()) : std::nullopt;
}

}  // namespace

void declare_glance(Options& options, GlanceOptions& values) {
    options.json(values.format, "Today at a glance, as JSON");
}

int show_glance(Context& context, const GlanceOptions& values) {
    const bool json = values.format == Format::json;
    if (!json) {
        try {
            if (const auto day = morning_to_ask(context)) ask_owed(context, *day);
        } catch (const Interrupted& interrupted) {
            if (interrupted.signal) return 128 + *interrupted.signal;
        }
    }
    const Glance seen = glance(context.desk(), usual_weeks);
    if (seen.left_aside && !seen.no_session) {
        context.note(fmt::format("hipflow: {}\n", *seen.left_aside));
    }
    context.print(json ? json_text(seen) : glance_text(seen, context.style()));
    return code(ExitCode::done);
}

}  // namespace hipflow
