// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "commands/all_commands.h"
#include "commands/rehearsal.h"
#include "commands/stage.h"
#include "commands/start_options.h"
#include "guide/before.h"
#include "guide/guided_session.h"
#include "platform/lock.h"
#include "text/layout.h"
#include "today/signs.h"

namespace hipflow::commands {
namespace {

int lead(cli::Context& context, const StartOptions& options) {
    guide::Request request = request_of(context, options);
    Stage stage(context, options, request.given.ask);
    const auto lock = platform::FileLock::take(platform::session_lock(context.database().path));
    if (!lock) {
        throw Error(
            "another session is running in another terminal; it has been left alone. "
            "Finish it there first.");
    }
    try {
        const guide::Means means = stage.set_up();
        return stage.end(guide::lead_session(means, std::move(request)));
    } catch (const terminal::Interrupted& interrupted) {
        return stage.leave(interrupted);
    }
}

int start(cli::Context& context, const StartOptions& options) {
    if (options.rehearse) return rehearse(context, options);
    if (isatty(fileno(context.streams().in)) == 0) {
        const auto& given = options.answers.given;
        const auto news = given.news.value_or(session::News::none);
        context.note(wrapped_lines(guide::keep_news(context.desk(), news, given.side),
                                   context.style().columns));
        throw Error(
            fmt::format("a session needs somebody to do it: standard input is not a terminal. {}",
                        today::against_today(context.desk())
                            .value_or("'hipflow start --rehearse' shows what it would be.")));
    }
    return lead(context, options);
}

constexpr std::array start_examples = {
    cli::Example{"hipflow start", "today's session"},
    cli::Example{"hipflow start desk-reset", "another routine"},
    cli::Example{"hipflow start --short", "five minutes"},
    cli::Example{"hipflow start --minutes 8", "what fits into eight"},
    cli::Example{"hipflow start --rehearse", "only show it"},
    cli::Example{"hipflow start --guidance full", "with everything explained"},
    cli::Example{"hipflow start --rehearse --speed 600", "play it, ten minutes a second"},
};

}  // namespace

constinit const cli::Command start_command{
    .name = "start",
    .summary = "Lead through a session",
    .examples = start_examples,
    .bind = cli::bind<&declare_start, &start>,
};

}  // namespace hipflow::commands
