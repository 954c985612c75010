// SPDX-License-Identifier: MIT
#include <array>

#include "commands/all_commands.h"
#include "commands/answer_options.h"
#include "commands/day_options.h"
#include "commands/safety.h"
#include "exchange/answer.h"
#include "exchange/view_answers.h"
#include "report/history_text.h"
#include "report/session_text.h"
#include "today/past_sessions.h"

namespace hipflow {
namespace {

constexpr std::string_view session_meaning = "last, a date, or the start of its id";

// session list

struct SessionListOptions {
    DayRange days;
    Format format = Format::text;
};

int list_sessions(Context& context, const SessionListOptions& options) {
    const Filter days =
        filter_of(context.desk(), options.days, context.now().local_day, usual_weeks);
    std::vector<Session> sessions;
    if (const Store* store = context.desk().history()) sessions = store->sessions(days);
    if (options.format == Format::json) {
        context.print(json_text(members([&](auto& visit) { visit("sessions", sessions); })));
    } else if (sessions.empty()) {
        context.print("No session in this range yet. 'hipflow start' begins one.\n");
    } else {
        context.print(session_table(sessions, context.style()));
    }
    return code(sessions.empty() ? ExitCode::nothing : ExitCode::done);
}

void declare_session_list(Options& options, SessionListOptions& values) {
    declare_days_and_routine(options, values.days);
    options.json(values.format);
}

// session show

struct SessionShowOptions {
    std::string name = "last";
    bool history = false;
    Format format = Format::text;
};

int show_session(Context& context, const SessionShowOptions& options) {
    const Session session = named_session(context.desk(), options.name);
    const Store& store = *context.desk().history();
    const SessionRecord record = record_of(store, session);
    std::vector<HistoryStep> history;
    if (options.history) history = store.history_of(session.id);
    if (options.format == Format::json) {
        context.print(json_text(members([&](auto& visit) {
            fields(record, visit);
            if (options.history) visit("history", history);
        })));
        return code(ExitCode::done);
    }
    context.print(session_details(record, context.style()));
    if (options.history) {
        context.print('\n' + history_text(history, session.started.utc_offset, context.style()));
    }
    return code(ExitCode::done);
}

void declare_session_show(Options& options, SessionShowOptions& values) {
    options.add("session", values.name, "SESSION", session_meaning);
    options.flag("--history", values.history, "Every version of it, with its time");
    options.json(values.format);
}

// session amend

struct SessionAmendOptions {
    std::string name;
    AnswerOptions answers;
    Correction correction;  // but for the answers
};

int amend_session(Context& context, const SessionAmendOptions& options) {
    const Session session = named_session(context.desk(), options.name);
    Correction correction = options.correction;
    correction.answers =
        given_answers(options.answers, false, exercises_of(*context.desk().history(), session));
    const Corrected corrected = correct_session(context.desk(), session, correction);
    if (!corrected.step) {
        context.print("It says that already; nothing was changed.\n");
        return code(ExitCode::done);
    }
    context.print(change_text(*corrected.step, context.style()));
    context.print("Corrected. 'hipflow undo' takes it back.\n");
    answer_severe(context, corrected.change, corrected.session.started.at);
    return code(ExitCode::done);
}

void declare_session_amend(Options& options, SessionAmendOptions& values) {
    options.add("session", values.name, "SESSION", session_meaning).required();
    declare_answers(options, values.answers);
    options.add("--reason", values.correction.reason, "REASON", "Why less was done than planned");
    options.add("--done", values.correction.done, "PERCENT",
                "How much of the work was done, in a reported session");
    options.add("--at", values.correction.at, "TIME", "When it was, for a reported session");
    options.add("--clear", values.correction.clear, "WHAT", "Make this not known; may be repeated");
}

// session remove

struct SessionRemoveOptions {
    std::string name;
};

int remove_named(Context& context, const SessionRemoveOptions& options) {
    const Session session = named_session(context.desk(), options.name);
    context.print(change_text(remove_session(context.desk(), session), context.style()));
    context.print("Removed. 'hipflow undo' brings it back.\n");
    return code(ExitCode::done);
}

void declare_session_remove(Options& options, SessionRemoveOptions& values) {
    options.add("session", values.name, "SESSION", session_meaning).required();
}

constexpr std::array session_examples = {
    Example{"hipflow session list", "what was done"},
    Example{"hipflow session show last", "all about the newest"},
};
constexpr std::array session_list_examples = {
    Example{"hipflow session list --last 4w", "the last four weeks"},
    Example{"hipflow session list --since monday", "this week"},
};
constexpr std::array session_show_examples = {
    Example{"hipflow session show last", "the newest"},
    Example{"hipflow session show last --history", "with every correction"},
};
constexpr std::array session_amend_examples = {
    Example{"hipflow session amend last --effort hard", "it was hard"},
    Example{"hipflow session amend last --clear effort", "I do not know"},
};
constexpr std::array session_remove_examples = {
    Example{"hipflow session remove last", "undo brings it back"},
};

constexpr Command session_list_command{
    .name = "list",
    .summary = "List past sessions, the newest first",
    .examples = session_list_examples,
    .bind = bind<&declare_session_list, &list_sessions>,
};
constexpr Command session_show_command{
    .name = "show",
    .summary = "Show all that was recorded of a session",
    .examples = session_show_examples,
    .bind = bind<&declare_session_show, &show_session>,
};
constexpr Command session_amend_command{
    .name = "amend",
    .summary = "Correct what was recorded of a session",
    .examples = session_amend_examples,
    .bind = bind<&declare_session_amend, &amend_session>,
};
constexpr Command session_remove_command{
    .name = "remove",
    .summary = "Remove a session with its sets and scores",
    .examples = session_remove_examples,
    .bind = bind<&declare_session_remove, &remove_named>,
};
constexpr std::array session_parts = {&session_list_command, &session_show_command,
                                      &session_amend_command, &session_remove_command};

}  // namespace

constinit const Command session_command{
    .name = "session",
    .summary = "List, show, correct and remove past sessions",
    .examples = session_examples,
    .parts = session_parts,
};

}  // namespace hipflow
