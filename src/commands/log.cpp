// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "commands/all_commands.h"
#include "commands/answer_options.h"
#include "commands/safety.h"
#include "domain/time.h"
#include "text/utf8.h"
#include "today/days.h"
#include "today/enrolment.h"
#include "today/entries.h"
#include "today/person.h"
#include "today/routine_source.h"

namespace hipflow {
namespace {

void declare_at(Options& options, std::string& at) {
    options.add("--at", at, "TIME", "When: 19:30, 'yesterday 19:30', a date; else now");
}

/// The day and the time by the clock on the wall.
std::string at_words(const Stamp& at) {
    return fmt::format("{} {}", format_day(local_day(at.at, at.utc_offset, {})),
                       format_time_of_day(at.at, at.utc_offset));
}

// log session

struct LogSessionOptions {
    std::string at;
    AnswerOptions answers;
    std::string routine;
    std::optional<std::string> done;
    std::vector<std::string> exercises;
    std::optional<std::string> took;
    std::optional<StopReason> reason;
};

Millis duration_in(const std::string& text) {
    const auto took = parse_duration(text);
    if (took && *took > Millis{0}) return *took;
    throw Error(fmt::format("--took: '{}' is no duration. Expected something like 12m or 9m30s.",
                            shown(text)));
}

/// The session that would have been planned for that day.
ReportedSession session_planned(Context& context, const std::string& routine, const Stamp& at) {
    const ChosenRoutine that_day = choose_routine(context.desk(), routine, at.local_day);
    if (that_day.left_aside) context.note(fmt::format("hipflow: {}\n", *that_day.left_aside));
    const RoutineFile source = find_routine(context.library(), that_day.name);
    ReportedSession reported;
    reported.started = at;
    reported.prescription = prescription_of(context.library(), source,
                                            {.gate = Gate::none,
                                             .sore_side = std::nullopt,
                                             .person = person_of(context.desk()),
                                             .cap = that_day.cap()});
    reported.program = that_day.program();
    reported.week = that_day.week();
    return reported;
}

int log_session(Context& context, const LogSessionOptions& options) {
    ReportedSession reported =
        session_planned(context, options.routine, moment_at(context.desk(), options.at));
    if (options.done) reported.share = parse_share(*options.done);
    require_planned(options.exercises, reported.prescription);
    reported.exercises = options.exercises;
    if (options.took) reported.active = duration_in(*options.took);
    reported.reason = options.reason;
    reported.answers = given_answers(options.answers, false, exercises_in(reported.prescription));
    const Change change = enter_session(context.desk(), reported);
    context.print(fmt::format("Recorded: {}, {}, as reported. {}", reported.prescription.routine,
                              at_words(reported.started), taken_back_by));
    answer_severe(context, change, reported.started.at);
    return code(ExitCode::done);
}

void declare_log_session(Options& options, LogSessionOptions& values) {
    options.add("--routine", values.routine, "ROUTINE|FILE.toml",
                "What was done; else what start would take");
    const Option done =
        options.add("--done", values.done, "PERCENT", "How much of the work; else all of it");
    options
        .add("--exercise", values.exercises, "EXERCISE",
             "Only this exercise was done; may be repeated")
        .excludes(done);
    options.add("--took", values.took, "DURATION", "How long it took");
    options.add("--reason", values.reason, "REASON", "Why less was done than planned");
    declare_answers(options, values.answers);
    declare_at(options, values.at);
}

// log pain, log morning

struct LogScoresOptions {
    std::string at;
    std::vector<std::string> scores;
    std::optional<Site> site;
    std::optional<Side> side;
    std::optional<std::string> note;
    // morning
    std::string for_day;
    bool soreness = false;
};

ScoresEntered scores_entered(Context& context, const LogScoresOptions& options) {
    auto scores = score_entries(options.scores, options.site, options.side);
    const Stamp at = moment_at(context.desk(), options.at);
    return {std::move(scores), at, plain_note(options.note)};
}

int log_pain(Context& context, const LogScoresOptions& options) {
    const ScoresEntered pain = scores_entered(context, options);
    const Change change = enter_pain(context.desk(), pain);
    context.print(fmt::format("Recorded: pain on {}. {}", at_words(pain.at), taken_back_by));
    answer_severe(context, change, pain.at.at);
    return code(ExitCode::done);
}

int log_morning(Context& context, const LogScoresOptions& options) {
    const MorningEntered morning{scores_entered(context, options), options.for_day,
                                 options.soreness};
    const MorningRecorded recorded = enter_morning(context.desk(), morning);
    context.print(
        fmt::format("Recorded: the morning after {}. {}", format_day(recorded.day), taken_back_by));
    answer_severe(context, recorded.change, morning.at.at);
    return code(ExitCode::done);
}

void declare_scores(Options& options, LogScoresOptions& values) {
    options
        .add("score", values.scores, "SCORE",
             "0 to 10, or a place with it: low-back=4 thigh:left=2")
        .required();
    declare_place(options, values.site, values.side);
    declare_note(options, values.note);
    declare_at(options, values.at);
}

void declare_morning(Options& options, LogScoresOptions& values) {
    declare_scores(options, values);
    options.add("--for", values.for_day, "DAY", "The day it follows; else the day before");
    options.flag("--soreness", values.soreness, "It is new muscle soreness");
}

constexpr std::array log_examples = {
    Example{"hipflow log pain 3", "how it is now"},
    Example{"hipflow log morning 2", "how it was this morning"},
    Example{"hipflow log session --done 80%", "done without the timer"},
};
constexpr std::array log_session_examples = {
    Example{"hipflow log session", "the usual routine, all of it"},
    Example{"hipflow log session --at 'yesterday 19:30' --done 80%", "less, late"},
};
constexpr std::array log_pain_examples = {
    Example{"hipflow log pain 3", "how it is now"},
    Example{"hipflow log pain low-back=4 thigh:left=2", "by place"},
};
constexpr std::array log_morning_examples = {
    Example{"hipflow log morning 2", "after yesterday's session"},
    Example{"hipflow log morning 2 --soreness", "new soreness of the muscles"},
};

constexpr Command log_session_command{
    .name = "session",
    .summary = "Enter a session that was done without the timer",
    .examples = log_session_examples,
    .bind = bind<&declare_log_session, &log_session>,
};
constexpr Command log_pain_command{
    .name = "pain",
    .summary = "Enter how strong the pain is, or was",
    .examples = log_pain_examples,
    .bind = bind<&declare_scores, &log_pain>,
};
constexpr Command log_morning_command{
    .name = "morning",
    .summary = "Enter how strong the pain was on the morning after",
    .examples = log_morning_examples,
    .bind = bind<&declare_morning, &log_morning>,
};
constexpr std::array log_parts = {&log_session_command, &log_pain_command, &log_morning_command};

}  // namespace

constinit const Command log_command{
    .name = "log",
    .summary = "Enter what happened away from the timer",
    .examples = log_examples,
    .parts = log_parts,
};

}  // namespace hipflow
