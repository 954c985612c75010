// SPDX-License-Identifier: MIT
#include "commands/all_commands.h"

#include <array>

#include "commands/completion.h"
#include "commands/config.h"
#include "commands/doctor.h"
#include "commands/exercise.h"
#include "commands/export.h"
#include "commands/glance.h"
#include "commands/help.h"
#include "commands/log.h"
#include "commands/me.h"
#include "commands/measure.h"
#include "commands/program.h"
#include "commands/remind.h"
#include "commands/report.h"
#include "commands/routine.h"
#include "commands/safety.h"
#include "commands/schedule.h"
#include "commands/session.h"
#include "commands/start.h"
#include "commands/stats.h"
#include "commands/undo.h"
#include "commands/why.h"

namespace hipflow {
namespace {

// Those that are added in the old way.
constexpr Command start_command{
    .name = "start", .summary = "Lead through a session", .add = add_start};
constexpr Command why_command{
    .name = "why", .summary = "Explain today's session, or a past one", .add = add_why};
constexpr Command schedule_command{
    .name = "schedule", .summary = "Plan the days, and be reminded of them", .add = add_schedule};
constexpr Command remind_command{
    .name = "remind", .summary = "Say what is due, or nothing", .add = add_remind};
constexpr Command exercise_command{
    .name = "exercise", .summary = "List and show exercises; leave some out", .add = add_exercise};
constexpr Command me_command{
    .name = "me", .summary = "Show and change what your sessions leave out", .add = add_me};
constexpr Command program_command{
    .name = "program", .summary = "Follow a program of several weeks", .add = add_program};
constexpr Command config_command{
    .name = "config", .summary = "Show every setting and where it comes from", .add = add_config};
constexpr Command doctor_command{
    .name = "doctor",
    .summary = "Check files, database and terminal, and say what to do",
    .add = add_doctor};
constexpr Command safety_command{
    .name = "safety", .summary = "Show the signs that need medical help", .add = add_safety};

constexpr std::array commands = {
    &start_command,   &why_command,    &stats_command,   &schedule_command, &remind_command,
    &session_command, &log_command,    &measure_command, &report_command,   &undo_command,
    &redo_command,    &export_command, &routine_command, &exercise_command, &me_command,
    &program_command, &config_command, &doctor_command,  &safety_command,   &completion_command,
    &help_command,
};

}  // namespace

constinit const Command whole_program{
    .name = "hipflow",
    .summary =
        "Guided hip-rotation routines for stiff hips and sore backs, and an honest record of them.",
    .parts = commands,
    .add = add_glance,
};

}  // namespace hipflow
