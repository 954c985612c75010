// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands/all_commands.h"
#include "commands/schedule_install.h"
#include "commands/schedule_show.h"
#include "domain/names.h"
#include "platform/clock.h"
#include "report/schedule_text.h"
#include "schedule/rule.h"
#include "text/layout.h"
#include "text/utf8.h"
#include "today/reminder.h"
#include "today/schedule_changes.h"

namespace hipflow::commands {
namespace {

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
    if (const auto fault = schedule::rule_fault(text); !fault.empty()) {
        throw Error(fmt::format("'{}' is not a schedule: {}.", shown(text), shown(fault)));
    }
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

/// The same as in other answers, without the end of its line.
constexpr std::string_view taken_back = cli::taken_back_by.substr(0, cli::taken_back_by.size() - 1);

/// "since 2026-11-01", or from a day to come on.
std::string since_words(cli::Context& context, Day from) {
    const bool begun = from <= context.now().local_day;
    return begun ? fmt::format("since {}", format_day(from))
                 : fmt::format("from {} on", format_day(from));
}

/// Says what takes the place of a rule later; empty, or with a space before it.
std::string later_words(const std::optional<today::LaterRule>& later) {
    if (!later) return "";
    return fmt::format(" From {} on: {}, as was set before.", format_day(later->from), later->rule);
}

/// Says how many later rules that could not be read were removed; empty, or with a space before it.
std::string dropped_words(int dropped) {
    if (dropped == 0) return "";
    return fmt::format(" {} that could not be read {} removed.", plural(dropped, "later rule"),
                       dropped == 1 ? "was" : "were");
}

/// Says why a plan ends only with today; empty, or with a space before it.
std::string ending_words(bool after_today) {
    return after_today ? " A session of today has kept it, so it ends with today." : "";
}

int change_schedule(cli::Context& context, const SetOptions& values) {
    const schedule::Rule rule = rule_in(values.days, values.at);
    const today::SetSchedule schedule = today::set_schedule(context.desk(), rule, values.from);
    if (!schedule.program_rule.empty()) {
        context.print(paragraph(
            fmt::format("Until you leave the program its schedule applies: {}. After that: {}. {}",
                        schedule.program_rule, schedule.rule,
                        schedule.unchanged ? "Nothing was changed." : taken_back),
            context.style().columns));
    } else if (schedule.unchanged) {
        context.print(
            paragraph(fmt::format("Unchanged: {}, {}.{}", schedule.rule,
                                  since_words(context, schedule.from), later_words(schedule.later)),
                      context.style().columns));
    } else {
        context.print(paragraph(
            fmt::format("Schedule from {} on: {}.{}{}{} {}", format_day(schedule.from),
                        schedule.rule, ending_words(schedule.after_today),
                        later_words(schedule.later), dropped_words(schedule.dropped), taken_back),
            context.style().columns));
    }
    if (!schedule.planned_alone.empty()) {
        context.print(paragraph(
            fmt::format("{} has a plan of its own: on its days it does not keep this one; "
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
    if (planned.nothing) {
        context.print(fmt::format("Nothing is planned of {}.\n", planned.routine));
        return cli::code(ExitCode::nothing);
    }
    const int columns = context.style().columns;
    if (planned.unchanged) {
        context.print(
            paragraph(fmt::format("Unchanged: {}: {}, {}.{}", planned.routine, planned.rule,
                                  since_words(context, planned.from), later_words(planned.later)),
                      columns));
    } else {
        context.print(paragraph(
            fmt::format("Plan of {} from {} on: {}.{}{}{} {}", planned.routine,
                        format_day(planned.from), planned.rule, ending_words(planned.after_today),
                        later_words(planned.later), dropped_words(planned.dropped), taken_back),
            columns));
    }
    if (planned.beside_same) {
        const bool later = planned.from > context.now().local_day;
        context.print(paragraph(
            fmt::format(
                "The plan of sessions of any routine goes on beside it. On the days of its "
                "own plan{} {} does not keep that one. 'hipflow schedule set none' ends it.",
                later ? fmt::format(", from {} on,", format_day(planned.from)) : "",
                planned.routine),
            columns));
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
    const today::EndedPlan ended = today::end_routine_plan(context.desk(), values.routine);
    if (ended.after_today) {
        context.print(
            paragraph(fmt::format("The plan of {} ends with today, which a session has kept; what "
                                  "was planned before stays. {}",
                                  ended.routine, taken_back),
                      context.style().columns));
    } else {
        context.print(fmt::format("The plan of {} has ended; what was planned before stays. {}",
                                  ended.routine, cli::taken_back_by));
    }
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
    const std::string days = first == last ? first : fmt::format("{} to {}", first, last);
    const std::string slot = excuse->slot ? fmt::format(", {} only", *excuse->slot) : "";
    context.print(fmt::format("Left out: {}{}. {}", days, slot, cli::taken_back_by));
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

std::string clock_time(Instant at) { return format_time_of_day(at, platform::utc_offset(at)); }

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
