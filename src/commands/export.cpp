// SPDX-License-Identifier: MIT
#include "commands/export.h"

#include <CLI/CLI.hpp>

#include "commands/reminder.h"
#include "exchange/icalendar.h"

namespace hipflow {
namespace {

constexpr auto when_unknown = std::chrono::minutes(10);

int export_ics(Context& context) {
    const auto store = context.existing_store();
    const auto versions = store ? store->schedules() : std::vector<ScheduleVersion>{};
    if (!store || versions.empty()) {
        throw Error("there is no schedule yet. 'hipflow schedule set mon,wed,fri' makes one.",
                    ExitCode::nothing);
    }
    const Settings& settings = context.settings();
    const RoutineLength length = length_of(context, settings.routine);
    CalendarOptions options;
    options.summary = length.routine;
    options.duration = length.total.value_or(when_unknown);
    options.untimed_at = settings.remind.at;
    options.day_starts = settings.day_starts;
    options.week_starts = settings.week_starts;
    context.print(icalendar(versions, store->excuses(Day{}), options));
    return code(ExitCode::done);
}

}  // namespace

void add_export(CLI::App& app, Action& action) {
    app.require_subcommand(1);
    app.add_subcommand("ics", "The schedule, for a calendar on a phone")->callback([&action] {
        action = export_ics;
    });
}

}  // namespace hipflow
