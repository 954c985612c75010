// SPDX-License-Identifier: MIT
#include <array>
#include <vector>

#include "commands/all_commands.h"
#include "exchange/icalendar.h"
#include "today/reminder.h"

namespace hipflow::commands {
namespace {

int export_ics(cli::Context& context) {
    const today::ScheduleCalendar calendar = today::schedule_calendar(context.desk());
    const Settings& settings = context.settings();
    exchange::CalendarOptions options;
    options.changes = calendar.changes;
    options.untimed_at = settings.remind.at;
    options.day_starts = settings.day_starts;
    options.week_starts = settings.week_starts;
    std::vector<exchange::CalendarPlan> plans;
    plans.reserve(calendar.plans.size());
    for (const auto& plan : calendar.plans) {
        plans.push_back({plan.versions, plan.title, plan.length});
    }
    context.write(exchange::icalendar(plans, calendar.excuses, options));
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
