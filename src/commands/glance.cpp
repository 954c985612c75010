// SPDX-License-Identifier: MIT
#include "commands/glance.h"

#include <fmt/format.h>
#include <unistd.h>

#include "answers/today.h"
#include "guide/before.h"
#include "guide/morning.h"
#include "report/today_text.h"
#include "terminal/plain_face.h"
#include "today/days.h"
#include "today/glance.h"
#include "today/mornings.h"
#include "today/plan_troubles.h"

namespace hipflow::commands {
namespace {

/// Asks for the morning score that is owed. Throws Interrupted, and Error where the score cannot be
/// saved.
void ask_owed(cli::Context& context, Day day) {
    platform::SignalWatch signals;
    terminal::LineInput input(fileno(context.streams().in), signals);
    terminal::PlainFace face(context.streams().out, context.style(), input);
    guide::ask_owed_morning(context.desk(), face, day);
}

/// The day of the morning score to ask for: it is owed, and somebody can answer.
std::optional<Day> morning_to_ask(cli::Context& context) {
    if (!context.may_ask() || isatty(fileno(context.streams().out)) == 0) return std::nullopt;
    const store::Store* history = context.desk().history();
    return history != nullptr ? today::morning_owed(*history, context.now()) : std::nullopt;
}

/// Where there is no session today anyway, nobody is invited to any.
today::PlansInTrouble troubles_of(cli::Context& context, const today::Glance& seen) {
    if (seen.no_session) return {};
    return today::due_in_trouble(context.desk(), seen.plans);
}

}  // namespace

void declare_glance(cli::Options& options, GlanceOptions& values) {
    options.json(values.format, "Today at a glance, as JSON");
}

int show_glance(cli::Context& context, const GlanceOptions& values) {
    const bool json = values.format == cli::Format::json;
    if (!json) {
        try {
            if (const auto day = morning_to_ask(context)) ask_owed(context, *day);
        } catch (const terminal::Interrupted& interrupted) {
            if (interrupted.signal) return 128 + *interrupted.signal;
        }
    }
    const today::Glance seen = today::glance(context.desk(), today::usual_weeks);
    if (seen.left_aside && !seen.no_session) {
        context.note(fmt::format("hipflow: {}\n", *seen.left_aside));
    }
    context.print(json ? answers::json_text(seen)
                       : report::glance_text(seen, context.style(), troubles_of(context, seen)),
                  values.format);
    return cli::code(ExitCode::done);
}

}  // namespace hipflow::commands
