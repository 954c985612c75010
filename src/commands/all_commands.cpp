// SPDX-License-Identifier: MIT
#include "commands/all_commands.h"

#include <array>

#include "commands/glance.h"
#include "commands/program.h"
#include "commands/remind.h"
#include "commands/safety.h"
#include "commands/start.h"
#include "commands/why.h"

namespace hipflow {
namespace {

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
