// SPDX-License-Identifier: MIT
#include "commands/schedule_show.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answers/schedule.h"
#include "domain/error.h"
#include "platform/clock.h"
#include "report/schedule_text.h"
#include "text/layout.h"
#include "text/utf8.h"
#include "today/days.h"
#include "today/plan_troubles.h"
#include "today/reminder.h"
#include "today/schedule.h"
#include "today/schedule_changes.h"
#include "today/signs.h"

namespace hipflow::commands {
namespace {

struct ScheduleShowOptions {
    std::optional<std::string> routine;
    cli::Format format = cli::Format::text;
};

void declare_schedule_show(cli::Options& options, ScheduleShowOptions& values) {
    options.add("routine", values.routine, "ROUTINE", "Only the plan of this routine")
        .takes(cli::ValueKind::routine);
    options.json(values.format);
}

/// All plans, or that of one routine. Throws Error where it has none.
std::vector<schedule::ScheduleState> wanted_plans(cli::Context& context,
                                                  const ScheduleShowOptions& values) {
    auto plans = today::schedule_states(context.desk(), today::usual_weeks);
    if (!values.routine) return plans;
    const std::string id =
        context.desk().library().renamed(*values.routine).value_or(*values.routine);
    std::erase_if(plans, [&](const auto& state) { return state.plan.routine != id; });
    if (!plans.empty()) return plans;
    throw Error(
        fmt::format("'{}' has no plan of its own. 'hipflow schedule show' lists all.", shown(id)),
        ExitCode::nothing);
}

/// Says what keeps the plans that are shown from asking for anything; beside JSON as notes.
void tell_troubles(cli::Context& context, std::span<const schedule::ScheduleState> plans,
                   cli::Format format) {
    for (const auto& trouble : today::plan_troubles(context.desk())) {
        const bool is_shown = std::ranges::any_of(
            plans, [&](const auto& state) { return state.plan.name() == trouble.plan; });
        if (!is_shown) continue;
        const std::string words = fmt::format("{}; {}.", trouble.state, trouble.advice);
        if (format == cli::Format::json) {
            context.note(fmt::format("hipflow: {}\n", words));
        } else {
            context.print(labelled("Trouble   ", words, context.style().columns));
        }
    }
}

int show_schedule(cli::Context& context, const ScheduleShowOptions& values) {
    const auto plans = wanted_plans(context, values);
    if (values.format == cli::Format::json) {
        context.print(answers::json_text(answers::Plans{plans}), cli::Format::json);
    } else if (plans.empty()) {
        context.print(
            "No schedule yet. 'hipflow schedule set mon,wed,fri --at 07:30' makes one.\n");
    } else {
        const auto until = today::snoozed_until(context.desk());
        const auto snoozed =
            until ? std::optional(OffsetInstant{*until, platform::utc_offset(*until)})
                  : std::nullopt;
        context.print(report::schedule_text(
            plans, {context.now(), snoozed, today::quiet_hours(context.settings())},
            context.style()));
        if (const auto against = today::against_today(context.desk())) {
            context.print(labelled("Today     ", *against, context.style().columns));
        }
    }
    tell_troubles(context, plans, values.format);
    return cli::code(plans.empty() ? ExitCode::nothing : ExitCode::done);
}

constexpr std::array schedule_show_examples = {
    cli::Example{"hipflow schedule show", "what is planned, and how it was kept"},
};
}  // namespace

constinit const cli::Command schedule_show_command{
    .name = "show",
    .summary = "Show the plan of days, and how it was kept",
    .examples = schedule_show_examples,
    .bind = cli::bind<&declare_schedule_show, &show_schedule>,
};

}  // namespace hipflow::commands
