// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "answers/today.h"
#include "commands/all_commands.h"
#include "platform/clock.h"
#include "platform/program.h"
#include "platform/reminders.h"
#include "text/utf8.h"
#include "today/reminder.h"

namespace hipflow::commands {
namespace {

struct RemindOptions {
    bool notify = false;
    bool once = false;
    bool quiet = false;
    bool explain = false;
    bool dry_run = false;
    cli::Format format = cli::Format::text;
    std::optional<std::string> pattern;  // --format
};

/// name, slot, when it became due, minutes late: with a tab between.
std::string lines(const today::Reminder& reminder) {
    std::string text;
    for (const auto& item : reminder.due) {
        text += fmt::format("{}\t{}\t{}\t{}\n", item.name, item.slot,
                            format_instant(item.due.at, item.due.utc_offset), item.minutes_late);
    }
    return text;
}

std::string minutes_of(const std::optional<Millis>& total) {
    if (!total) return "";
    return fmt::format("{}", std::chrono::ceil<std::chrono::minutes>(*total).count());
}

/// What stands for each name in --format.
std::map<std::string_view, std::string> values_of(const today::Reminder& reminder) {
    const today::DueNow& first = reminder.due.front();
    const today::RoutineLength shortest = reminder.shortest.value_or(reminder.today);
    return {
        {"count", fmt::format("{}", reminder.due.size())},
        {"name", first.name},
        {"slot", first.slot},
        {"due", format_time_of_day(first.due.at, first.due.utc_offset)},
        {"late", fmt::format("{}", first.minutes_late)},
        {"minutes", minutes_of(reminder.today.total)},
        {"shortest", shortest.routine},
        {"shortest_minutes", minutes_of(shortest.total)},
    };
}

/// "{count} due" with what stands for {count}. Throws Error for a name that does not exist.
std::string formatted(const today::Reminder& reminder, std::string_view pattern) {
    const auto values = values_of(reminder);
    std::string text;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        text += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        const auto close = pattern.find('}');
        const auto name = pattern.substr(1, close == std::string_view::npos ? close : close - 1);
        const auto value = values.find(name);
        if (close == std::string_view::npos || value == values.end()) {
            throw Error(
                fmt::format("--format: there is no '{{{}}}'. There are {{count}}, {{name}}, "
                            "{{slot}}, {{due}}, {{late}}, {{minutes}}, {{shortest}} and "
                            "{{shortest_minutes}}.",
                            shown(name)));
        }
        text += value->second;
        pattern.remove_prefix(close + 1);
    }
    return text + '\n';
}

std::string verdict_words(const schedule::DueItem& item) {
    const auto due = format_time_of_day(item.due, platform::utc_offset(item.due));
    switch (item.verdict) {
        case schedule::DueVerdict::due:
            return fmt::format("due since {}", due);
        case schedule::DueVerdict::not_yet:
            return fmt::format("not yet, at {}", due);
        case schedule::DueVerdict::done:
            return "done";
        case schedule::DueVerdict::going_on:
            return "a session is going on";
        case schedule::DueVerdict::excused:
            return "excused";
        case schedule::DueVerdict::paused:
            return "the schedule is paused";
        case schedule::DueVerdict::too_late:
            return fmt::format("was due at {}, which is too long ago to be mentioned", due);
        case schedule::DueVerdict::quiet:
            return "quiet hours";
        case schedule::DueVerdict::snoozed:
            return "snoozed";
        case schedule::DueVerdict::told:
            return "announced already";
        case schedule::DueVerdict::no_session:
            return "no session: a sign is to be looked at first, or pain was nine or ten today";
    }
    return "";
}

std::string explanation(const std::optional<today::Reminder>& reminder) {
    if (!reminder) return "There is no schedule, so nothing is due.\n";
    if (reminder->items.empty()) return "Nothing is planned for today.\n";
    std::string text;
    for (const auto& item : reminder->items) {
        text += fmt::format("{}: {}\n", item.key(), verdict_words(item));
    }
    return text;
}

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

void answer(cli::Context& context, const RemindOptions& options,
            const std::optional<today::Reminder>& reminder) {
    const bool any = reminder && !reminder->due.empty();
    if (options.explain) {
        context.print(explanation(reminder));
    } else if (options.quiet) {
        return;
    } else if (options.format == cli::Format::json) {
        context.print(answers::json_text(reminder.value_or(today::Reminder{})));
    } else if (any && options.pattern) {
        context.print(formatted(*reminder, *options.pattern));
    } else if (any && options.dry_run) {
        context.print(fmt::format("Would announce: {}\n", today::reminder_sentence(*reminder)));
    } else if (any) {
        context.print(lines(*reminder));
    }
}

int remind(cli::Context& context, const RemindOptions& options) {
    const bool once = options.notify || options.once;
    if (once && !options.dry_run && !options.explain) {
        const bool told = today::tell_once(context.desk(), [&](const today::Reminder& reminder) {
            note_left_aside(context, reminder);
            return deliver(context, reminder, options.notify);
        });
        return cli::code(told ? ExitCode::done : ExitCode::nothing);
    }
    const auto reminder = today::look_for_reminder(context.desk(), once);
    if (reminder) note_left_aside(context, *reminder);
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
