// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "answers/sessions.h"
#include "commands/all_commands.h"
#include "commands/safety.h"
#include "commands/shared_options.h"
#include "report/history_text.h"
#include "report/nothing_text.h"
#include "report/session_text.h"
#include "text/layout.h"
#include "today/listed_sessions.h"
#include "today/past_sessions.h"
#include "today/recorded.h"
#include "today/signs.h"

namespace hipflow::commands {
namespace {

constexpr std::string_view session_meaning = "last, a date, or the start of its id";

// session list

struct SessionListOptions {
    today::DayRange days;
    std::optional<today::ScoreLimit> pain;
    cli::Format format = cli::Format::text;
};

/// Says why the list is empty.
std::string no_sessions_text(cli::Context& context, const SessionListOptions& options,
                             const store::Filter& days) {
    const today::Recorded recorded = today::recorded_on(context.desk(), days);
    if (options.pain && recorded.sessions > 0) {
        return paragraph(
            fmt::format(
                "No session {}has such a pain score; without --pain there {}.",
                recorded.all_days ? "" : "in this range ",
                recorded.sessions == 1 ? "is one" : fmt::format("are {}", recorded.sessions)),
            context.style().columns);
    }
    return report::nothing_text(report::Missing::session, recorded,
                                !today::against_today(context.desk()), context.style());
}

std::string sessions_csv(const std::vector<today::ListedSession>& sessions) {
    std::vector<answers::SessionRow> rows;
    rows.reserve(sessions.size());
    for (const auto& session : sessions) rows.push_back({session});
    return answers::csv_text(rows);
}

int list_sessions(cli::Context& context, const SessionListOptions& options) {
    const store::Filter days =
        today::filter_of(context.desk(), options.days, context.now().local_day, today::usual_weeks);
    std::vector<today::ListedSession> sessions;
    if (const store::Store* store = context.desk().history()) {
        sessions = today::listed_sessions(*store, days, options.pain);
    }
    if (options.format == cli::Format::json) {
        context.print(answers::json_text(answers::SessionList{sessions}), cli::Format::json);
    } else if (options.format == cli::Format::csv) {
        context.print(sessions_csv(sessions), cli::Format::csv);
    } else if (sessions.empty()) {
        context.print(no_sessions_text(context, options, days));
    } else {
        context.print(report::session_table(sessions, context.style()));
    }
    return cli::code(sessions.empty() ? ExitCode::nothing : ExitCode::done);
}

void declare_session_list(cli::Options& options, SessionListOptions& values) {
    declare_days_and_routine(options, values.days);
    options.add("--pain", values.pain, "SCORE",
                "Only with such a score before, in, after, or the morning after: '>5', '<=2', 4");
    options.json_or_csv(values.format);
}

// session show

struct SessionShowOptions {
    std::string name = "last";
    bool history = false;
    cli::Format format = cli::Format::text;
};

int show_session(cli::Context& context, const SessionShowOptions& options) {
    const Session session = today::named_session(context.desk(), options.name);
    const store::Store& store = *context.desk().history();
    const today::SessionRecord record = today::record_of(store, session);
    std::vector<HistoryStep> history;
    if (options.history) history = store.history_of(session.id);
    if (options.format == cli::Format::json) {
        context.print(options.history ? answers::json_text(answers::SessionHistory{record, history})
                                      : answers::json_text(record),
                      cli::Format::json);
        return cli::code(ExitCode::done);
    }
    context.print(report::session_details(record, context.style()));
    if (options.history) {
        context.print('\n' +
                      report::history_text(history, session.started.utc_offset, context.style()));
    }
    return cli::code(ExitCode::done);
}

void declare_session_show(cli::Options& options, SessionShowOptions& values) {
    options.add("session", values.name, "SESSION", session_meaning).takes(cli::ValueKind::session);
    options.flag("--history", values.history, "Every version of it, with its time");
    options.json(values.format);
}

// session amend

struct SessionAmendOptions {
    std::string name;
    AnswerOptions answers;
    today::Correction correction;  // but for the answers
};

int amend_session(cli::Context& context, const SessionAmendOptions& options) {
    const Session session = today::named_session(context.desk(), options.name);
    today::Correction correction = options.correction;
    correction.answers = given_answers(options.answers, false,
                                       today::exercises_of(*context.desk().history(), session));
    const today::Corrected corrected = today::correct_session(context.desk(), session, correction);
    if (!corrected.step) {
        context.print("It says that already; nothing was changed.\n");
        return cli::code(ExitCode::done);
    }
    context.print(report::change_text(*corrected.step, context.style()));
    context.print(fmt::format("Corrected. {}", cli::taken_back_by));
    answer_severe(context, corrected.change, corrected.session.started.at);
    return cli::code(ExitCode::done);
}

void declare_session_amend(cli::Options& options, SessionAmendOptions& values) {
    options.add("session", values.name, "SESSION", session_meaning)
        .takes(cli::ValueKind::session)
        .required();
    declare_answers(options, values.answers);
    options.add("--reason", values.correction.reason, "REASON", "Why less was done than planned");
    options.add("--done", values.correction.done, "PERCENT",
                "How much of the work was done, in a reported session");
    options.add("--at", values.correction.at, "TIME",
                "When it began, for a reported session: 'yesterday 19:30'");
    options.add("--clear", values.correction.clear, "WHAT", "Make this unknown; may be repeated");
}

// session remove

struct SessionRemoveOptions {
    std::string name;
};

int remove_named(cli::Context& context, const SessionRemoveOptions& options) {
    const Session session = today::named_session(context.desk(), options.name);
    context.print(
        report::change_text(today::remove_session(context.desk(), session), context.style()));
    context.print("Removed. 'hipflow undo' brings it back.\n");
    return cli::code(ExitCode::done);
}

void declare_session_remove(cli::Options& options, SessionRemoveOptions& values) {
    options.add("session", values.name, "SESSION", session_meaning)
        .takes(cli::ValueKind::session)
        .required();
}

constexpr std::array session_examples = {
    cli::Example{"hipflow session list", "what was done"},
    cli::Example{"hipflow session show last", "everything about the newest"},
};
constexpr std::array session_list_examples = {
    cli::Example{"hipflow session list --last 4w", "the last four weeks"},
    cli::Example{"hipflow session list --since mon", "this week"},
    cli::Example{"hipflow session list --pain '>5' --csv", "where it hurt, for a spreadsheet"},
};
constexpr std::array session_show_examples = {
    cli::Example{"hipflow session show last", "the newest"},
    cli::Example{"hipflow session show last --history", "with every correction"},
};
constexpr std::array session_amend_examples = {
    cli::Example{"hipflow session amend last --effort hard", "it was hard"},
    cli::Example{"hipflow session amend last --clear effort", "I do not know"},
};
constexpr std::array session_remove_examples = {
    cli::Example{"hipflow session remove last", "undo brings it back"},
};

constexpr cli::Command session_list_command{
    .name = "list",
    .summary = "List past sessions, the newest first",
    .examples = session_list_examples,
    .bind = cli::bind<&declare_session_list, &list_sessions>,
};
constexpr cli::Command session_show_command{
    .name = "show",
    .summary = "Show everything recorded about a session",
    .examples = session_show_examples,
    .bind = cli::bind<&declare_session_show, &show_session>,
};
constexpr cli::Command session_amend_command{
    .name = "amend",
    .summary = "Correct what was recorded about a session",
    .examples = session_amend_examples,
    .bind = cli::bind<&declare_session_amend, &amend_session>,
};
constexpr cli::Command session_remove_command{
    .name = "remove",
    .summary = "Remove a session with its sets and scores",
    .examples = session_remove_examples,
    .bind = cli::bind<&declare_session_remove, &remove_named>,
};
constexpr std::array session_parts = {&session_list_command, &session_show_command,
                                      &session_amend_command, &session_remove_command};

}  // namespace

constinit const cli::Command session_command{
    .name = "session",
    .summary = "List, show, correct and remove past sessions",
    .examples = session_examples,
    .parts = session_parts,
};

}  // namespace hipflow::commands
