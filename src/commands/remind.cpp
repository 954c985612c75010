// SPDX-License-Identifier: MIT
#include "commands/remind.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/reminder.h"
#include "platform/lock.h"
#include "platform/notification.h"
#include "platform/subprocess.h"
#include "platform/zone.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

struct RemindOptions {
    bool notify = false;
    bool once = false;
    bool json = false;
    bool quiet = false;
    bool explain = false;
    bool dry_run = false;
    std::optional<std::string> format;
};

Json length_json(const RoutineLength& length) {
    return {{"routine", length.routine},
            {"total_ms", length.total ? Json(length.total->count()) : Json(nullptr)}};
}

Json item_json(const Reminder& reminder, const DueItem& item) {
    return {{"kind", word(item.kind)},
            {"name", item_name(reminder, item)},
            {"day", format_day(item.day)},
            {"slot", item.slot.empty() ? Json(nullptr) : Json(item.slot)},
            {"due", format_instant(item.due, utc_offset(item.due))},
            {"minutes_late", minutes_late(reminder, item)}};
}

Json reminder_json(const Reminder& reminder) {
    Json answer = json_answer();
    answer["due"] = Json::array();
    const auto due = reminder.due();
    for (const auto* item : due) answer["due"].push_back(item_json(reminder, *item));
    answer["session"] = due.empty() ? Json(nullptr) : length_json(reminder.today);
    answer["shortest"] = reminder.shortest ? length_json(*reminder.shortest) : Json(nullptr);
    return answer;
}

/// name, slot, when it became due, minutes late: with a tab between.
std::string lines(const Reminder& reminder) {
    std::string text;
    for (const auto* item : reminder.due()) {
        text += fmt::format("{}\t{}\t{}\t{}\n", item_name(reminder, *item), item->slot,
                            format_instant(item->due, utc_offset(item->due)),
                            minutes_late(reminder, *item));
    }
    return text;
}

std::string minutes_of(const std::optional<Millis>& total) {
    if (!total) return "";
    return fmt::format("{}", std::chrono::ceil<std::chrono::minutes>(*total).count());
}

/// "{count} due" with what stands for {count}. Throws Error for a name that there is not.
std::string formatted(const Reminder& reminder, std::string_view format) {
    const auto due = reminder.due();
    const DueItem& first = *due.front();
    const RoutineLength shortest = reminder.shortest.value_or(reminder.today);
    const std::map<std::string_view, std::string> values = {
        {"count", fmt::format("{}", due.size())},
        {"name", item_name(reminder, first)},
        {"slot", first.slot},
        {"due", format_time_of_day(first.due, utc_offset(first.due))},
        {"late", fmt::format("{}", minutes_late(reminder, first))},
        {"minutes", minutes_of(reminder.today.total)},
        {"shortest", shortest.routine},
        {"shortest_minutes", minutes_of(shortest.total)},
    };
    std::string text;
    while (!format.empty()) {
        const auto open = std::min(format.find('{'), format.size());
        text += format.substr(0, open);
        format.remove_prefix(open);
        if (format.empty()) break;
        const auto close = format.find('}');
        const auto name = format.substr(1, close == std::string_view::npos ? close : close - 1);
        const auto value = values.find(name);
        if (close == std::string_view::npos || value == values.end()) {
            throw Error(
                fmt::format("--format: there is no '{{{}}}'. There are {{count}}, {{name}}, "
                            "{{slot}}, {{due}}, {{late}}, {{minutes}}, {{shortest}} and "
                            "{{shortest_minutes}}.",
                            shown(name)));
        }
        text += value->second;
        format.remove_prefix(close + 1);
    }
    return text + '\n';
}

std::string verdict_words(const DueItem& item) {
    const auto due = format_time_of_day(item.due, utc_offset(item.due));
    switch (item.verdict) {
        case DueVerdict::due:
            return fmt::format("due since {}", due);
        case DueVerdict::not_yet:
            return fmt::format("not yet, at {}", due);
        case DueVerdict::done:
            return "done";
        case DueVerdict::going_on:
            return "a session is going on";
        case DueVerdict::excused:
            return "excused";
        case DueVerdict::paused:
            return "the schedule is paused";
        case DueVerdict::too_late:
            return fmt::format("was due at {}, which is too long ago to be mentioned", due);
        case DueVerdict::quiet:
            return "quiet hours";
        case DueVerdict::snoozed:
            return "snoozed";
        case DueVerdict::told:
            return "told already";
        case DueVerdict::no_session:
            return "no session: a sign is to be looked at first, or pain was nine or ten today";
    }
    return "";
}

std::string explanation(const std::optional<Reminder>& reminder) {
    if (!reminder) return "There is no schedule, so nothing is due.\n";
    if (reminder->items.empty()) return "Nothing is planned for today.\n";
    std::string text;
    for (const auto& item : reminder->items) {
        text += fmt::format("{}: {}\n", item.key(), verdict_words(item));
    }
    return text;
}

/// Hands the reminder on, and says by which way it went. The output is flushed, so that what could
/// not be told is not taken for told.
std::string deliver(Context& context, const Reminder& reminder, bool notify) {
    const std::string sentence = reminder_sentence(reminder);
    if (notify) {
        if (notify_desktop(context.environment(), "Time to move", sentence)) return "desktop";
        const auto& command = context.settings().remind.command;
        if (!command.empty()) {
            try {
                const auto outcome = run_unseen(command, reminder_json(reminder).dump() + '\n');
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

/// Delivers, then remembers: a crash in between tells twice at most, and never not at all.
int tell(Context& context, const RemindOptions& options, Store& store) {
    const auto lock = FileLock::take(reminder_lock(context.database().path));
    if (!lock) return code(ExitCode::nothing);  // another one is at it
    const auto reminder = look_for_reminder(context, store, true);
    if (!reminder || reminder->due().empty()) return code(ExitCode::nothing);
    const std::string channel = deliver(context, *reminder, options.notify);
    std::vector<std::string> keys;
    for (const auto* item : reminder->due()) keys.push_back(item->key());
    store.remember_reminders(keys, channel, reminder->now.at);
    return code(ExitCode::done);
}

void answer(Context& context, const RemindOptions& options,
            const std::optional<Reminder>& reminder) {
    const bool any = reminder && !reminder->due().empty();
    if (options.explain) {
        context.print(explanation(reminder));
    } else if (options.quiet) {
        return;
    } else if (options.json) {
        print_json(context, reminder_json(reminder.value_or(Reminder{})));
    } else if (any && options.format) {
        context.print(formatted(*reminder, *options.format));
    } else if (any && options.dry_run) {
        context.print(fmt::format("Would tell: {}\n", reminder_sentence(*reminder)));
    } else if (any) {
        context.print(lines(*reminder));
    }
}

int remind(Context& context, const RemindOptions& options) {
    auto store = context.existing_store();
    const bool once = options.notify || options.once;
    const bool tells = once && !options.dry_run && !options.explain;
    if (store && tells) return tell(context, options, *store);
    const auto reminder = store ? look_for_reminder(context, *store, once) : std::nullopt;
    if (!tells) answer(context, options, reminder);
    const bool any = reminder && !reminder->due().empty();
    return code(any ? ExitCode::done : ExitCode::nothing);
}

}  // namespace

void add_remind(CLI::App& app, Action& action) {
    auto options = std::make_shared<RemindOptions>();
    auto* notify =
        app.add_flag("--notify", options->notify,
                     "Tell each once: on the desktop, else by [remind] command, else here");
    auto* once = app.add_flag("--once", options->once, "Tell each once, here: cron mails it");
    app.add_flag("--dry-run", options->dry_run,
                 "With --notify or --once: only show what would be told");
    app.add_flag("--explain", options->explain, "Show what was decided, and why");
    auto* json = app.add_flag("--json", options->json, "Print JSON");
    auto* format = app.add_option("--format", options->format,
                                  "For a status line: '{count} due'; also {name}, {due}, {minutes}")
                       ->type_name("TEXT");
    auto* quiet = app.add_flag("-q,--quiet", options->quiet, "Only the exit code");
    notify->excludes(once, json, format, quiet);
    once->excludes(json, format, quiet);
    json->excludes(format, quiet);
    format->excludes(quiet);
    app.callback([options, &action] {
        action = [options](Context& context) { return remind(context, *options); };
    });
}

}  // namespace hipflow
