// SPDX-License-Identifier: MIT
#include <array>

#include "commands/completion.h"
#include "commands/config.h"
#include "commands/doctor.h"
#include "commands/exercise.h"
#include "commands/export.h"
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

constexpr std::array commands = {
    Command{"start", "Lead through a session", add_start},
    Command{"why", "Explain today's session, or a past one", add_why},
    Command{"stats", "Show the history, week by week", add_stats},
    Command{"schedule", "Plan the days, and be reminded of them", add_schedule},
    Command{"remind", "Say what is due, or nothing", add_remind},
    Command{"session", "List, show, correct and remove past sessions", add_session},
    Command{"log", "Enter what happened away from the timer", add_log},
    Command{"measure", "Measure how far the hips turn, or what you can do", add_measure},
    Command{"report", "Write an HTML report, to look at, print or take along", add_report},
    Command{"undo", "Take back what the last command changed", add_undo},
    Command{"redo", "Do again what was taken back", add_redo},
    Command{"export", "Export the data in formats that other programs read", add_export},
    Command{"routine", "List, show, check, copy and edit routines", add_routine},
    Command{"exercise", "List and show exercises; leave some out", add_exercise},
    Command{"me", "Show and change what your sessions leave out", add_me},
    Command{"program", "Follow a program of several weeks", add_program},
    Command{"config", "Show every setting and where it comes from", add_config},
    Command{"doctor", "Check files, database and terminal, and say what to do", add_doctor},
    Command{"safety", "Show the signs that need medical help", add_safety},
    Command{"completion", "Print a script that lets a shell complete names", add_completion},
    Command{"help", "Explain a command", add_help},
};

}  // namespace

std::span<const Command> all_commands() { return commands; }

}  // namespace hipflow
