// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "answers/today.h"
#include "commands/all_commands.h"
#include "platform/clock.h"
#include "platform/program.h"
#include "platform/reminders.h"
#include "report/schedule_text.h"
#include "today/plan_troubles.h"
#include "today/reminder.h"

namespace hipflow::commands {
namespace {

struct RemindOptions {
    bool notify = false;
    bool once = false;
    std::optional<int> most_times;  // --max
    bool quiet = false;
    bool explain = false;
    bool dry_run = false;
    cli::Format format = cli::Format::text;
    std::optional<std::string> pattern;  // --format
};

/// Hands the reminder on, and returns the channel that it took. Flushes the output, so that what
/// could not be told does not count as told.
std::string deliver(cli::Context& context, const today::Reminder& reminder, bool notify) {
    const std::string sentence = today::reminder_sentence(reminder);
    if (notify) {
        if (platform::notify_desktop(context.environment(), "Time to move", sentence))
            return "desktop";
        const auto& command = context.settings().remind.command;
        if (!command.empty()) {
            try {
                const auto outcome = platform::run_unseen(command, answers::json_line(reminder));
                if (outcome.status == 0) return "command";
                context.note(
                    fmt::format("'{}' failed with {}.\n", command.front(), outcome.status));
            } catch (const Error& error) {
                context.note(fmt::format("{}.\n", error.what()));
            }
        }
    }
    context.print(sentence + '\n');
    const bool arrived = std::fflush(context.streams().out) == 0;
    if (!arrived) throw Error("the output cannot be written", ExitCode::storage);
    return "stdout";
}

void note_left_aside(const cli::Context& context, const today::Reminder& reminder) {
    if (reminder.left_aside) context.note(fmt::format("hipflow: {}\n", *reminder.left_aside));
}

/// What keeps the program, or a routine that is due, from being used.
void note_troubles(const cli::Context& context, const today::Reminder& reminder) {
    note_left_aside(context, reminder);
    for (const auto& item : reminder.due) {
        if (item.session.trouble.empty()) continue;
        context.note(fmt::format("hipflow: '{}' is due, but it cannot start: {}\n", item.name,
                                 item.session.trouble));
    }
}

std::string words_of(const today::PlanTrouble& trouble) {
    return fmt::format("{}; {}.\n", trouble.state, trouble.advice);
}

/// Tells somebody at a terminal what keeps plans from asking for anything. Cron, which mails what
/// it is told, hears nothing of it.
void note_plans(cli::Context& context, const std::optional<today::Reminder>& reminder) {
    if (isatty(fileno(context.streams().err)) == 0) return;
    for (const auto& trouble : today::plan_troubles(context.desk())) {
        const bool told = reminder && std::ranges::any_of(reminder->due, [&](const auto& item) {
                              return item.name == trouble.plan && !item.session.trouble.empty();
                          });
        if (!told) context.note("hipflow: " + words_of(trouble));
    }
}

void answer(cli::Context& context, const RemindOptions& options,
            const std::optional<today::Reminder>& reminder) {
    const bool any = reminder && !reminder->due.empty();
    if (options.explain) {
        context.print(report::due_explanation(reminder, platform::utc_offset));
        for (const auto& trouble : today::plan_troubles(context.desk())) {
            context.print("trouble: " + words_of(trouble));
        }
    } else if (options.quiet) {
        return;
    } else if (options.format == cli::Format::json) {
        context.print(answers::json_text(reminder.value_or(today::Reminder{})), cli::Format::json);
    } else if (any && options.pattern) {
        context.write(report::due_in_pattern(*reminder, *options.pattern));
    } else if (any && options.dry_run) {
        context.print(fmt::format("Would announce: {}\n", today::reminder_sentence(*reminder)));
    } else if (any) {
        context.write(report::due_lines(*reminder));
    }
}

int remind(cli::Context& context, const RemindOptions& options) {
    const bool once = options.notify || options.once;
    if (once && !options.dry_run && !options.explain) {
        const auto hand_on = [&](const today::Reminder& reminder) {
            note_left_aside(context, reminder);
            return deliver(context, reminder, options.notify);
        };
        const bool told = today::tell(context.desk(), options.most_times.value_or(1), hand_on);
        return cli::code(told ? ExitCode::done : ExitCode::nothing);
    }
    const auto by_default = once ? std::optional(1) : std::nullopt;
    const auto most_times = options.most_times ? options.most_times : by_default;
    const auto reminder = today::look_for_reminder(context.desk(), most_times);
    if (reminder) note_troubles(context, *reminder);
    const bool is_plain =
        !options.explain && !options.quiet && !options.pattern && !options.dry_run;
    if (is_plain && options.format == cli::Format::text) note_plans(context, reminder);
    answer(context, options, reminder);
    const bool any = reminder && !reminder->due.empty();
    return cli::code(any ? ExitCode::done : ExitCode::nothing);
}

void declare_remind(cli::Options& options, RemindOptions& values) {
    const cli::Option notify =
        options.flag("--notify", values.notify,
                     "Announce each once: on the desktop, else by [remind] command, else here");
    const cli::Option once =
        options.flag("--once", values.once, "Announce each once, here: cron mails it");
    options
        .add("--max", values.most_times, "N",
             "Leave out what was announced N times; default with --notify and --once: 1")
        .range(1, 20);
    options.flag("--dry-run", values.dry_run,
                 "With --notify or --once: only show what would be announced");
    cli::Option explain =
        options.flag("--explain", values.explain, "Show what was decided, and why");
    cli::Option json = options.json(values.format);
    cli::Option format =
        options.add("--format", values.pattern, "TEXT",
                    "For a status line: '{count} due'; also {name}, {due}, {minutes}");
    const cli::Option quiet = options.flag("-q,--quiet", values.quiet, "Only the exit code");
    cli::Option(notify).excludes({once, json, format, quiet});
    cli::Option(once).excludes({json, format, quiet});
    explain.excludes({json, format, quiet});
    json.excludes({format, quiet});
    format.excludes(quiet);
}

constexpr std::array remind_examples = {
    cli::Example{"hipflow remind", "what is due"},
    cli::Example{"hipflow remind --format '{count} due'", "for a status line"},
    cli::Example{"hipflow remind --explain", "why, or why not"},
};

}  // namespace

constinit const cli::Command remind_command{
    .name = "remind",
    .summary = "Say what is due, or nothing",
    .examples = remind_examples,
    .bind = cli::bind<&declare_remind, &remind>,
};

}  // namespace hipflow::commands
