// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "commands/all_commands.h"
#include "commands/safety.h"
#include "commands/shared_options.h"
#include "domain/near_day.h"
#include "domain/time.h"
#include "platform/clock.h"
#include "today/days.h"
#include "today/enrolment.h"
#include "today/entries.h"

namespace hipflow::commands {
namespace {

/// The day and the time by the clock on the wall, and the day it counts for where that is another.
std::string at_words(const Stamp& at) { return clock_moment(at) + counts_for(at); }

/// From when to when by the clock on the wall: "2026-06-10 20:48 to 21:00".
std::string span_words(const Session& session) {
    const Stamp& begun = session.started;
    if (!session.ended_at) return at_words(begun);
    const std::string end =
        format_time_of_day(*session.ended_at, platform::utc_offset(*session.ended_at));
    return fmt::format("{} to {}{}", clock_moment(begun), end, counts_for(begun));
}

// log session

struct LogSessionOptions {
    std::optional<today::PastMoment> at;
    AnswerOptions answers;
    std::string routine;
    std::optional<today::WorkShare> done;
    std::vector<std::string> exercises;
    std::optional<Millis> took;
    std::optional<StopReason> reason;
};

int log_session(cli::Context& context, const LogSessionOptions& options) {
    if (options.took == Millis{0}) throw Error("--took: a session takes longer than 0s");
    const Stamp at = today::moment_at(context.desk(), options.at);
    const today::ChosenRoutine chosen =
        today::choose_routine(context.desk(), options.routine, at.local_day);
    if (chosen.left_aside) context.note(fmt::format("hipflow: {}\n", *chosen.left_aside));
    today::ReportedSession reported = today::as_planned(context.desk(), chosen, at);
    if (options.done) reported.share = *options.done;
    today::require_planned(options.exercises, reported.prescription);
    reported.exercises = options.exercises;
    reported.active = options.took;
    reported.reason = options.reason;
    reported.answers =
        given_answers(options.answers, false, today::exercises_in(reported.prescription));
    reported.has_ended_then = !options.at;
    reported.at_any_time = options.at && !options.at->names_time();
    const store::Change change = today::enter_session(context.desk(), reported);
    const Session& session = today::session_in(change);
    context.print(fmt::format("Recorded: {}, {}, as reported. {}", session.routine,
                              options.at ? at_words(session.started) : span_words(session),
                              cli::taken_back_by));
    answer_severe(context, change, session.started.at);
    return cli::code(ExitCode::done);
}

void declare_log_session(cli::Options& options, LogSessionOptions& values) {
    options
        .add("--routine", values.routine, "ROUTINE|FILE.toml",
             "The routine done; default: the one 'start' would take")
        .takes(cli::ValueKind::routine_or_file);
    const cli::Option done =
        options.add("--done", values.done, "PERCENT", "How much of the work; default: all of it");
    options
        .add("--exercise", values.exercises, "EXERCISE",
             "Only this exercise was done; may be repeated")
        .takes(cli::ValueKind::exercise)
        .excludes(done);
    options.add("--took", values.took, "DURATION", "How long it took");
    options.add("--reason", values.reason, "REASON", "Why less was done than planned");
    declare_answers(options, values.answers);
    options.add("--at", values.at, "TIME",
                "When it began: 19:30, 'yesterday 19:30', a day; default: it ended now");
}

// log pain, log morning

struct LogScoresOptions {
    std::optional<today::PastMoment> at;
    std::vector<today::ScoreEntry> scores;
    std::optional<Site> site;
    std::optional<Side> side;
    std::optional<Site> furthest;
    std::optional<std::string> note;
    // morning
    std::optional<today::PastDay> for_day;
    bool soreness = false;
};

today::ScoresEntered scores_entered(cli::Context& context, const LogScoresOptions& options) {
    auto scores = today::one_entry(options.scores, options.site, options.side, options.furthest);
    const Stamp at = today::moment_at(context.desk(), options.at);
    return {std::move(scores), at, options.note};
}

int log_pain(cli::Context& context, const LogScoresOptions& options) {
    const today::ScoresEntered pain = scores_entered(context, options);
    const store::Change change = today::enter_pain(context.desk(), pain);
    context.print(fmt::format("Recorded: pain on {}. {}", at_words(pain.at), cli::taken_back_by));
    answer_severe(context, change, pain.at.at);
    return cli::code(ExitCode::done);
}

int log_morning(cli::Context& context, const LogScoresOptions& options) {
    const today::MorningEntered morning{scores_entered(context, options), options.for_day,
                                        options.soreness};
    const today::MorningRecorded recorded = today::enter_morning(context.desk(), morning);
    context.print(fmt::format("Recorded: the morning after {}. {}", format_day(recorded.day),
                              cli::taken_back_by));
    answer_severe(context, recorded.change, morning.at.at);
    return cli::code(ExitCode::done);
}

void declare_scores(cli::Options& options, LogScoresOptions& values) {
    options
        .add("score", values.scores, "SCORE",
             "0 to 10, or a place with it: low-back=4 thigh:left=2")

        .required();
    declare_place(options, values.site, values.side, values.furthest);
    declare_note(options, values.note);
    declare_at(options, values.at);
}

void declare_morning(cli::Options& options, LogScoresOptions& values) {
    declare_scores(options, values);
    options.add("--for", values.for_day, "DAY", "The day it follows; default: the day before");
    options.flag("--soreness", values.soreness, "It is new muscle soreness");
}

constexpr std::array log_examples = {
    cli::Example{"hipflow log pain 3", "how it is now"},
    cli::Example{"hipflow log morning 2", "how it was this morning"},
    cli::Example{"hipflow log session --done 80%", "done without the timer"},
};
constexpr std::array log_session_examples = {
    cli::Example{"hipflow log session", "the usual routine, all of it"},
    cli::Example{"hipflow log session --at 'yesterday 19:30' --done 80%", "less, late"},
};
constexpr std::array log_pain_examples = {
    cli::Example{"hipflow log pain 3", "how it is now"},
    cli::Example{"hipflow log pain low-back=4 thigh:left=2", "by place"},
};
constexpr std::array log_morning_examples = {
    cli::Example{"hipflow log morning 2", "after yesterday's session"},
    cli::Example{"hipflow log morning 2 --soreness", "new soreness of the muscles"},
};

constexpr cli::Command log_session_command{
    .name = "session",
    .summary = "Enter a session that was done without the timer",
    .examples = log_session_examples,
    .bind = cli::bind<&declare_log_session, &log_session>,
};
constexpr cli::Command log_pain_command{
    .name = "pain",
    .summary = "Enter how strong the pain is, or was",
    .examples = log_pain_examples,
    .bind = cli::bind<&declare_scores, &log_pain>,
};
constexpr cli::Command log_morning_command{
    .name = "morning",
    .summary = "Enter how strong the pain was on the morning after",
    .examples = log_morning_examples,
    .bind = cli::bind<&declare_morning, &log_morning>,
};
constexpr std::array log_parts = {&log_session_command, &log_pain_command, &log_morning_command};

}  // namespace

constinit const cli::Command log_command{
    .name = "log",
    .summary = "Enter what happened away from the timer",
    .examples = log_examples,
    .parts = log_parts,
};

}  // namespace hipflow::commands
