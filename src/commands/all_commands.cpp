// SPDX-License-Identifier: MIT
#include "commands/all_commands.h"

#include <array>

#include "commands/export.h"
#include "commands/glance.h"
#include "commands/log.h"
#include "commands/measure.h"
#include "commands/program.h"
#include "commands/remind.h"
#include "commands/report.h"
#include "commands/safety.h"
#include "commands/session.h"
#include "commands/start.h"
#include "commands/stats.h"
#include "commands/undo.h"
#include "commands/why.h"

namespace hipflow {
namespace {

// Those that are added in the old way.
constexpr Command stats_command{
    .name = "stats", .summary = "Show the history, week by week", .add = add_stats};
constexpr Command session_command{.name = "session",
                                  .summary = "List, show, correct and remove past sessions",
                                  .add = add_session};
constexpr Command log_command{
    .name = "log", .summary = "Enter what happened away from the timer", .add = add_log};
constexpr Command measure_command{.name = "measure",
                                  .summary = "Measure how far the hips turn, or what you can do",
                                  .add = add_measure};
constexpr Command report_command{.name = "report",
                                 .summary = "Write an HTML report, to look at, print or take along",
                                 .add = add_report};
constexpr Command undo_command{
    .name = "undo", .summary = "Take back what the last command changed", .add = add_undo};
constexpr Command redo_command{
    .name = "redo", .summary = "Do again what was taken back", .add = add_redo};
constexpr Command export_command{.name = "export",
                                 .summary = "Export the data in formats that other programs read",
                                 .add = add_export};

constexpr std::array commands = {
    &start_command,   &why_command,    &stats_command,   &schedule_command, &remind_command,
    &session_command, &log_command,    &measure_command, &report_command,   &undo_command,
    &redo_command,    &export_command, &routine_command, &exercise_command, &me_command,
    &program_command, &config_command, &doctor_command,  &safety_command,   &completion_command,
    &help_command,
};

constexpr std::array glance_examples = {
    Example{"hipflow", "today at a glance"},
    Example{"hipflow start", "lead me through today's session"},
    Example{"hipflow start --rehearse", "show what it would be"},
    Example{"hipflow stats", "how it is going"},
    Example{"hipflow safety", "signs that need medical help"},
};

}  // namespace

constinit const Command whole_program{
    .name = "hipflow",
    .summary =
        "Guided hip-rotation routines for stiff hips and sore backs, and an honest record of them.",
    .examples = glance_examples,
    .bind = bind<&declare_glance, &show_glance>,
    .parts = commands,
};

}  // namespace hipflow
