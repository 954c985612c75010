// SPDX-License-Identifier: MIT
#include "commands/schedule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/range.h"
#include "commands/schedule_excuse.h"
#include "commands/schedule_install.h"
#include "commands/schedule_json.h"
#include "commands/schedule_state.h"
#include "platform/random.h"
#include "platform/zone.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

constexpr std::string_view none_yet =
    "No schedule yet. 'hipflow schedule set mon,wed,fri --at 07:30' makes one.\n";

int show(Context& context, bool json) {
    const Stamp now = context.now();
    const auto store = context.existing_store();
    const auto state = store
                           ? schedule_state(*store, context.settings(), now.local_day, usual_weeks)
                           : std::nullopt;
    if (json) {
        Json answer = json_answer();
        answer["plans"] = plans_json(state);
        print_json(context, answer);
    } else if (!store || !state) {
        context.print(none_yet);
    } else {
        context.print(schedule_text(*state));
        const auto until = store->snoozed_until();
        if (until && *until > now.at) {
            context.print(fmt::format("Snoozed   until {}\n",
                                      format_time_of_day(*until, utc_offset(*until))));
        }
    }
    return code(state ? ExitCode::done : ExitCode::nothing);
}

struct SetOptions {
    std::vector<std::string> days;
    std::optional<std::string> at;
    std::string from = "today";
};

Rule rule_in(const SetOptions& options) {
    std::string text = fmt::format("{}", fmt::join(options.days, " "));
    if (options.at) text += fmt::format(" at {}", *options.at);
    if (auto rule = parse_rule(text)) return *std::move(rule);
    throw Error(
        fmt::format("'{}' is no schedule. Expected days such as mon,wed,fri, 'daily', 'every 2 "
                    "days', '3 per week' or 'none', with --at 07:30 or --at am,pm where times "
                    "matter.",
                    shown(text)));
}

/// One of the same first day is changed; else a new one begins.
ScheduleVersion version_for(const Store& store, Day from, Instant now) {
    for (const auto& version : store.schedules()) {
        if (version.valid_from == from && version.source == ScheduleSource::own) return version;
    }
    return {new_id(now), from, "", ScheduleSource::own};
}

int set(Context& context, const SetOptions& options) {
    const Stamp now = context.now();
    const Rule rule = rule_in(options);
    const Day from = coming_day_in("--from", options.from, now.local_day);
    if (from < now.local_day) {
        throw Error(fmt::format("--from: {} has passed, and a change never rewrites the past",
                                format_day(from)));
    }
    Store store = context.store();
    const DayPlan plan = plan_of(store.schedules(), {}, context.settings().week_starts);
    const PlanVersion* before = version_in_force(plan, from);
    const std::string text = rule_text(rule);
    if (before != nullptr && before->rule == rule && before->source == ScheduleSource::own) {
        context.print(
            fmt::format("Unchanged: {}, since {}.\n", text, format_day(before->valid_from)));
        return code(ExitCode::done);
    }
    Change change;
    change.now = context.clock().wall();
    ScheduleVersion version = version_for(store, from, change.now);
    version.rule = text;
    change.put.emplace_back(std::move(version));
    store.commit(change);
    context.print(fmt::format("Schedule from {} on: {}. 'hipflow undo' takes it back.\n",
                              format_day(from), text));
    return code(ExitCode::done);
}

int snooze(Context& context, const std::string& text) {
    const auto span = parse_duration(text);
    if (!span) {
        throw Error(
            fmt::format("'{}' is no duration. Expected something like 30m or 2h; 0s ends "
                        "a snooze.",
                        shown(text)));
    }
    const Stamp now = context.now();
    context.store().snooze(now.at + *span);
    context.print(*span == Millis{0} ? "What is due is mentioned again.\n"
                                     : fmt::format("Nothing is mentioned until {}.\n",
                                                   format_time_of_day(now.at + *span,
                                                                      utc_offset(now.at + *span))));
    return code(ExitCode::done);
}

void add_show(CLI::App& app, Action& action) {
    auto json = std::make_shared<bool>(false);
    app.add_flag("--json", *json, "Print JSON");
    app.callback(
        [json, &action] { action = [json](Context& context) { return show(context, *json); }; });
}

void add_set(CLI::App& app, Action& action) {
    auto options = std::make_shared<SetOptions>();
    app.add_option("days", options->days,
                   "mon,wed,fri, daily, 'every 2 days', '3 per week' or none")
        ->required()
        ->type_name("DAYS");
    app.add_option("--at", options->at, "When: 07:30, am (08:00), pm (18:00); several with commas")
        ->type_name("TIMES");
    app.add_option("--from", options->from, "The first day of it; else today")->type_name("DAY");
    app.callback([options, &action] {
        action = [options](Context& context) { return set(context, *options); };
    });
}

void add_snooze(CLI::App& app, Action& action) {
    auto text = std::make_shared<std::string>();
    app.add_option("duration", *text, "How long: 30m, 2h; 0s ends it")
        ->required()
        ->type_name("DURATION");
    app.callback(
        [text, &action] { action = [text](Context& context) { return snooze(context, *text); }; });
}

}  // namespace

void add_schedule(CLI::App& app, Action& action) {
    app.require_subcommand(1);
    const auto part = [&](const char* name, const char* summary, auto add) {
        add(*app.add_subcommand(name, summary), action);
    };
    part("show", "Show the plan of days, and how it was kept", add_show);
    part("set", "Say on which days a session is planned", add_set);
    part("pause", "Plan nothing for a while", add_pause);
    part("resume", "End a pause", add_resume);
    part("skip", "Leave out a planned day, with a reason", add_skip);
    part("snooze", "Mention nothing that is due for a while", add_snooze);
    part("install", "Let cron or systemd ask every 15 minutes what is due", add_install);
    part("uninstall", "Take the reminders out of cron and systemd again", add_uninstall);
    part("status", "Show whether cron or systemd asks what is due", add_status);
}

}  // namespace hipflow
