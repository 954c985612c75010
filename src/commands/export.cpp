// SPDX-License-Identifier: MIT
#include <array>

#include "commands/all_commands.h"
#include "exchange/icalendar.h"
#include "today/reminder.h"

namespace hipflow::commands {
namespace {

/// The length of an event where that of the session is not known.
constexpr auto usual_length = std::chrono::minutes(10);

int export_ics(cli::Context& context) {
    const store::Store* store = context.desk().history();
    const auto versions = store != nullptr ? store->schedules() : std::vector<ScheduleVersion>{};
    if (versions.empty()) {
        throw Error("there is no schedule yet. 'hipflow schedule set mon,wed,fri' makes one.",
                    ExitCode::nothing);
    }
    const Settings& settings = context.settings();
    const today::RoutineLength length = today::length_of(context.desk(), settings.routine);
    exchange::CalendarOptions options;
    options.summary = length.routine;
    options.duration = length.total.value_or(usual_length);
    options.untimed_at = settings.remind.at;
    options.day_starts = settings.day_starts;
    options.week_starts = settings.week_starts;
    context.print(exchange::icalendar(versions, store->excuses(Day{}), options));
    return cli::code(ExitCode::done);
}

constexpr std::array ics_examples = {
    cli::Example{"hipflow export ics > hipflow.ics", "for a phone"}};
constexpr cli::Command ics_command{
    .name = "ics",
    .summary = "The schedule, for a calendar on a phone",
    .examples = ics_examples,
    .bind = cli::bind<&export_ics>,
};
constexpr std::array export_parts = {&ics_command};

}  // namespace

constinit const cli::Command export_command{
    .name = "export",
    .summary = "Export the data in formats that other programs read",
    .examples = ics_examples,
    .parts = export_parts,
};

}  // namespace hipflow::commands
