// SPDX-License-Identifier: MIT
#include "today/schedule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "answers/schedule.h"
#include "commands/all_commands.h"
#include "commands/schedule_install.h"
#include "platform/clock.h"
#include "report/schedule_text.h"
#include "schedule/rule.h"
#include "text/layout.h"
#include "text/utf8.h"
#include "today/days.h"
#include "today/reminder.h"
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

std::string clock_time(Instant at) { return format_time_of_day(at, platform::utc_offset(at)); }

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
    return cli::code(plans.empty() ? ExitCode::nothing : ExitCode::done);
}

constexpr std::array schedule_show_examples = {
    cli::Example{"hipflow schedule show", "what is planned, and how it was kept"},
};
constexpr cli::Command schedule_show_command{
    .name = "show",
    .summary = "Show the plan of days, and how it was kept",
    .examples = schedule_show_examples,
    .bind = cli::bind<&declare_schedule_show, &show_schedule>,
};

struct SetOptions {
    std::vector<std::string> days;  // words of "mon,wed,fri" or "every 2 days"
    std::optional<std::string> at;  // "07:30", "am,pm"
    std::optional<today::ComingDay> from;
};

/// Reads the days as words, with their times. Throws Error.
schedule::Rule rule_in(const std::vector<std::string>& days, const std::optional<std::string>& at) {
    std::string text = fmt::format("{}", fmt::join(days, " "));
    if (at) text += fmt::format(" at {}", *at);
    if (auto rule = schedule::parse_rule(text)) return *std::move(rule);
    throw Error(
        fmt::format("'{}' is not a schedule. Expected days such as mon,wed,fri, 'daily', 'every 2 "
                    "days', '3 per week' or 'none', with --at 07:30 or --at am,pm where times "
                    "matter.",
                    shown(text)));
}

/// Says of times in the quiet hours what becomes of them; a line, or nothing.
void note_quiet(cli::Context& context, const schedule::Rule& rule) {
    const std::string note = report::quiet_note(rule, today::quiet_hours(context.settings()));
    if (!note.empty()) context.print(paragraph(note, context.style().columns));
}

constexpr const char* at_help = "When: 07:30, am (08:00), pm (18:00); several with commas";

void declare_schedule_set(cli::Options& options, SetOptions& values) {
    options
        .add("days", values.days, "DAYS",
             "mon,wed,fri, daily, 'every 2 days', '3 per week' or none")
        .required();
    options.add("--at", values.at, "TIMES", at_help);
    options.add("--from", values.from, "DAY", "The first day; default: today");
}

int change_schedule(cli::Context& context, const SetOptions& values) {
    const schedule::Rule rule = rule_in(values.days, values.at);
    const today::SetSchedule schedule = today::set_schedule(context.desk(), rule, values.from);
    if (!schedule.program_rule.empty()) {
        context.print(paragraph(
            fmt::format(
                "Until you leave the program its schedule applies: {}. After that: {}. {}",
                schedule.program_rule, schedule.rule,
                schedule.unchanged ? "Nothing was changed." : "'hipflow undo' takes it back."),
            context.style().columns));
    } else if (schedule.unchanged) {
        context.print(
            fmt::format("Unchanged: {}, since {}.\n", schedule.rule, format_day(schedule.from)));
    } else {
        context.print(fmt::format("Schedule from {} on: {}. {}", format_day(schedule.from),
                                  schedule.rule, cli::taken_back_by));
    }
    if (!schedule.planned_alone.empty()) {
        context.print(
            paragraph(fmt::format("{} has a plan of its own, so it does not keep this one; "
                                  "other routines do.",
                                  schedule.planned_alone),
                      context.style().columns));
    }
    note_quiet(context, rule);
    return cli::code(ExitCode::done);
}

constexpr std::array schedule_set_examples = {
    cli::Example{"hipflow schedule set mon,wed,fri --at 07:30", "three mornings a week"},
    cli::Example{"hipflow schedule set daily --at am,pm", "twice a day"},
    cli::Example{"hipflow schedule set every 2 days", "from today on"},
    cli::Example{"hipflow schedule set 3 per week", "on whatever days"},
};
constexpr cli::Command schedule_set_command{
    .name = "set",
    .summary = "Set the days on which a session is planned",
    .examples = schedule_set_examples,
    .bind = cli::bind<&declare_schedule_set, &change_schedule>,
};

struct AddOptions {
    std::string routine;
    std::vector<std::string> days;
    std::optional<std::string> on;
    std::optional<std::string> at;
    std::optional<today::ComingDay> from;
};

void declare_schedule_add(cli::Options& options, AddOptions& values) {
    options.add("routine", values.routine, "ROUTINE", "What is planned")
        .required()
        .takes(cli::ValueKind::routine);
    const cli::Option days = options.add(
        "days", values.days, "DAYS", "mon,wed,fri, 'every 2 days', '3 per week'; default: daily");
    options.add("--on", values.on, "DAYS", "The same as an option: mon-fri").excludes(days);
    options.add("--at", values.at, "TIMES", at_help);
    options.add("--from", values.from, "DAY", "The first day; default: today");
}

int add_plan(cli::Context& context, const AddOptions& values) {
    std::vector<std::string> days = values.days;
    if (days.empty()) days.push_back(values.on.value_or("daily"));
    const schedule::Rule rule = rule_in(days, values.at);
    const today::RoutinePlanned planned =
        today::plan_routine(context.desk(), values.routine, rule, values.from);
    if (planned.unchanged) {
        context.print(fmt::format("Unchanged: {}: {}, since {}.\n", planned.routine, planned.rule,
                                  format_day(planned.from)));
    } else {
        context.print(fmt::format("Plan of {} from {} on: {}. {}", planned.routine,
                                  format_day(planned.from), planned.rule, cli::taken_back_by));
    }
    if (planned.beside_same) {
        context.print(paragraph(
            fmt::format("The plan of sessions of any routine goes on beside it; {} does not keep "
                        "that one any more. 'hipflow schedule set none' ends it.",
                        planned.routine),
            context.style().columns));
    }
    note_quiet(context, rule);
    return cli::code(ExitCode::done);
}

constexpr std::array schedule_add_examples = {
    cli::Example{"hipflow schedule add desk-reset --at 10:00,13:00,16:00 --on mon-fri",
                 "three breaks on working days"},
    cli::Example{"hipflow schedule add hip-rotation 3 per week --at 07:30", "beside it"},
};
constexpr cli::Command schedule_add_command{
    .name = "add",
    .summary = "Plan one routine beside the others, or change its plan",
    .examples = schedule_add_examples,
    .bind = cli::bind<&declare_schedule_add, &add_plan>,
};

struct RemoveOptions {
    std::string routine;
};

void declare_schedule_remove(cli::Options& options, RemoveOptions& values) {
    options.add("routine", values.routine, "ROUTINE", "Whose plan ends")
        .required()
        .takes(cli::ValueKind::routine);
}

int remove_plan(cli::Context& context, const RemoveOptions& values) {
    const std::string routine = today::end_routine_plan(context.desk(), values.routine);
    context.print(fmt::format("The plan of {} has ended; what was planned before stays. {}",
                              routine, cli::taken_back_by));
    return cli::code(ExitCode::done);
}

constexpr std::array schedule_remove_examples = {
    cli::Example{"hipflow schedule remove desk-reset", "from today on"},
};
constexpr cli::Command schedule_remove_command{
    .name = "remove",
    .summary = "End the plan of one routine",
    .examples = schedule_remove_examples,
    .bind = cli::bind<&declare_schedule_remove, &remove_plan>,
};

void declare_reason(cli::Options& options, std::optional<ExcuseReason>& reason) {
    options.add("--reason", reason, "REASON", "Why: sick, travel, flare or other");
}

struct PauseOptions {
    std::optional<today::ComingDay> until;
    std::optional<ExcuseReason> reason;
};

void declare_schedule_pause(cli::Options& options, PauseOptions& values) {
    options.add("--until", values.until, "DAY", "The last day of the pause; default: until resume");
    declare_reason(options, values.reason);
}

int pause_days(cli::Context& context, const PauseOptions& values) {
    const Excuse excuse = today::pause_schedule(context.desk(), values.until, values.reason);
    context.print(
        fmt::format("Paused from today, {}. {}", today::up_to(excuse.to_day), cli::taken_back_by));
    return cli::code(ExitCode::done);
}

constexpr std::array schedule_pause_examples = {
    cli::Example{"hipflow schedule pause", "until resume"},
    cli::Example{"hipflow schedule pause --until 2099-12-01", "up to and including that day"},
};
constexpr cli::Command schedule_pause_command{
    .name = "pause",
    .summary = "Plan nothing for a while",
    .examples = schedule_pause_examples,
    .bind = cli::bind<&declare_schedule_pause, &pause_days>,
};

int resume_days(cli::Context& context) {
    if (!today::end_pause(context.desk())) {
        context.print("Nothing is paused.\n");
        return cli::code(ExitCode::nothing);
    }
    context.print(fmt::format("The pause has ended. {}", cli::taken_back_by));
    return cli::code(ExitCode::done);
}

constexpr std::array schedule_resume_examples = {
    cli::Example{"hipflow schedule resume", "go on today"},
};
constexpr cli::Command schedule_resume_command{
    .name = "resume",
    .summary = "End a pause",
    .examples = schedule_resume_examples,
    .bind = cli::bind<&resume_days>,
};

void declare_schedule_skip(cli::Options& options, today::WantedSkip& values) {
    options.add("day", values.day, "DAY", "today, tomorrow, fri, a date or a week; default: today");
    options.add("--until", values.until, "DAY", "The last day to leave out");
    options.add("--slot", values.slot, "SLOT", "Only this session of the day: am, pm, 07:30");
    declare_reason(options, values.reason);
    options.flag("--token", values.token, "Use one of the skips that the program allows");
}

int skip_planned(cli::Context& context, const today::WantedSkip& values) {
    const auto excuse = today::skip_days(context.desk(), values);
    if (!excuse) {
        context.print("Nothing is planned then.\n");
        return cli::code(ExitCode::nothing);
    }
    const std::string first = format_day(excuse->from_day);
    const std::string last = format_day(excuse->to_day.value_or(excuse->from_day));
    context.print(fmt::format("Left out: {}. {}",
                              first == last ? first : fmt::format("{} to {}", first, last),
                              cli::taken_back_by));
    return cli::code(ExitCode::done);
}

constexpr std::array schedule_skip_examples = {
    cli::Example{"hipflow schedule skip today --reason flare", "not today"},
    cli::Example{"hipflow schedule skip --until sunday --reason sick", "for some days"},
};
constexpr cli::Command schedule_skip_command{
    .name = "skip",
    .summary = "Leave out a planned day, with a reason",
    .examples = schedule_skip_examples,
    .bind = cli::bind<&declare_schedule_skip, &skip_planned>,
};

struct SnoozeOptions {
    Millis duration{};
};

void declare_schedule_snooze(cli::Options& options, SnoozeOptions& values) {
    options.add("duration", values.duration, "DURATION", "How long: 30m, 2h; 0s ends it")
        .required();
}

int snooze_reminders(cli::Context& context, const SnoozeOptions& values) {
    const auto until = today::snooze(context.desk(), values.duration);
    context.print(until ? fmt::format("Nothing is mentioned until {}.\n", clock_time(*until))
                        : "What is due is mentioned again.\n");
    return cli::code(ExitCode::done);
}

constexpr std::array schedule_snooze_examples = {
    cli::Example{"hipflow schedule snooze 30m", "not now"},
};
constexpr cli::Command schedule_snooze_command{
    .name = "snooze",
    .summary = "Silence reminders for a while",
    .examples = schedule_snooze_examples,
    .bind = cli::bind<&declare_schedule_snooze, &snooze_reminders>,
};

constexpr std::array schedule_examples = {
    cli::Example{"hipflow schedule set mon,wed,fri --at 07:30", "three mornings a week"},
    cli::Example{"hipflow schedule show", "what is planned, and how it was kept"},
    cli::Example{"hipflow schedule install --dry-run", "how to be reminded"},
};
constexpr std::array schedule_parts = {
    &schedule_show_command,      &schedule_set_command,    &schedule_add_command,
    &schedule_remove_command,    &schedule_pause_command,  &schedule_resume_command,
    &schedule_skip_command,      &schedule_snooze_command, &schedule_install_command,
    &schedule_uninstall_command, &schedule_status_command,
};

}  // namespace

constinit const cli::Command schedule_command{
    .name = "schedule",
    .summary = "Plan your days, and get reminders",
    .examples = schedule_examples,
    .parts = schedule_parts,
};

}  // namespace hipflow::commands
