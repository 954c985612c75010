// SPDX-License-Identifier: MIT
#include "commands/log.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "commands/answer_options.h"
#include "commands/person.h"
#include "commands/range.h"
#include "commands/reported_session.h"
#include "commands/routine_source.h"
#include "commands/safety.h"
#include "commands/score_entry.h"
#include "commands/todays_routine.h"
#include "commands/when.h"
#include "domain/spelling.h"
#include "guide/before.h"
#include "guide/mornings.h"
#include "platform/random.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

struct LogOptions {
    std::string at;
    AnswerOptions answers;
    // session
    std::string routine;
    std::optional<std::string> done;
    std::vector<std::string> exercises;
    std::optional<std::string> took;
    std::optional<std::string> reason;
    // pain, morning
    std::vector<std::string> scores;
    std::string for_day;
    bool soreness = false;
};

Stamp moment_of(Context& context, const LogOptions& options) {
    const Stamp now = context.now();
    if (options.at.empty()) return now;
    return past_moment("--at", options.at, now, context.settings().day_starts);
}

std::string at_words(const Stamp& at) {
    return fmt::format("{} {}", format_day(local_day(at.at, at.utc_offset, {})),
                       format_time_of_day(at.at, at.utc_offset));
}

Millis duration_in(const std::string& text) {
    const auto took = parse_duration(text);
    if (took && *took > Millis{0}) return *took;
    throw Error(fmt::format("--took: '{}' is no duration. Expected something like 12m or 9m30s.",
                            shown(text)));
}

std::vector<std::string> ids_in(const Prescription& prescription) {
    std::vector<std::string> ids;
    ids.reserve(prescription.steps.size());
    for (const auto& step : prescription.steps) ids.push_back(step.work.exercise.id);
    return ids;
}

void require_exercises(const std::vector<std::string>& named,
                       const std::vector<std::string>& planned) {
    for (const auto& exercise : named) {
        if (std::ranges::count(planned, exercise) != 0) continue;
        throw Error(fmt::format("--exercise: '{}' is not in this routine.{}", shown(exercise),
                                did_you_mean(exercise, planned)));
    }
}

ReportedSession reported_of(Context& context, const LogOptions& options) {
    ReportedSession reported;
    reported.started = moment_of(context, options);
    const ChosenRoutine that_day =
        choose_routine(context.desk(), options.routine, reported.started.local_day);
    if (that_day.left_aside) context.note(fmt::format("hipflow: {}\n", *that_day.left_aside));
    const RoutineFile source = find_routine(context.library(), that_day.name);
    reported.prescription = prescription_of(context.library(), source,
                                            {.gate = Gate::none,
                                             .sore_side = std::nullopt,
                                             .person = person_of(context),
                                             .cap = that_day.cap()});
    reported.program = that_day.program();
    reported.week = that_day.week();
    if (options.done) reported.share = parse_share(*options.done);
    const auto planned = ids_in(reported.prescription);
    require_exercises(options.exercises, planned);
    reported.exercises = options.exercises;
    if (options.took) reported.active = duration_in(*options.took);
    if (options.reason) reported.reason = from_word<StopReason>(*options.reason);
    reported.answers = given_answers(options.answers, false, planned);
    return reported;
}

int log_session(Context& context, const LogOptions& options) {
    const ReportedSession reported = reported_of(context, options);
    const Change change = change_of(reported, context.clock().wall());
    Store store = context.store();
    store.commit(change);
    context.print(fmt::format("Recorded: {}, {}, as reported. {}", reported.prescription.routine,
                              at_words(reported.started), taken_back_by));
    answer_severe(context, change, reported.started.at);
    return code(ExitCode::done);
}

std::vector<ScoreEntry> entries_of(const LogOptions& options) {
    std::optional<Site> site;
    std::optional<Side> side;
    if (options.answers.site) site = from_word<Site>(*options.answers.site);
    if (options.answers.side) side = from_word<Side>(*options.answers.side);
    return score_entries(options.scores, site, side);
}

PainReading score_reading(const ScoreEntry& entry, Moment moment, const Stamp& at,
                          const LogOptions& options, Instant now) {
    PainReading reading;
    reading.id = new_id(now);
    reading.moment = moment;
    reading.site = entry.site;
    reading.side = entry.side;
    reading.score = entry.score;
    reading.felt = at;
    reading.note = plain_note(options.answers);
    return reading;
}

int log_pain(Context& context, const LogOptions& options) {
    const auto entries = entries_of(options);
    const Stamp at = moment_of(context, options);
    Change change;
    change.now = context.clock().wall();
    for (const auto& entry : entries) {
        change.put.emplace_back(score_reading(entry, Moment::checkin, at, options, change.now));
    }
    Store store = context.store();
    store.commit(change);
    context.print(fmt::format("Recorded: pain on {}. {}", at_words(at), taken_back_by));
    answer_severe(context, change, at.at);
    return code(ExitCode::done);
}

/// The day that a morning score follows: as named, that of the session it is owed for, or the day
/// before.
Day day_followed(Context& context, const Store& store, const LogOptions& options, const Stamp& at) {
    if (options.for_day.empty()) {
        return morning_owed(store, at).value_or(at.local_day - std::chrono::days(1));
    }
    const auto day = parse_day_word(options.for_day, context.now().local_day);
    if (!day) {
        throw Error(
            fmt::format("--for: '{}' is no date. Expected one such as 2026-11-22 or "
                        "yesterday.",
                        shown(options.for_day)));
    }
    if (*day >= at.local_day) {
        throw Error(
            fmt::format("--for: a morning score belongs to the day before it; {} is not "
                        "before {}",
                        format_day(*day), format_day(at.local_day)));
    }
    return *day;
}

/// A second score for the same morning and place takes the place of the first.
void replace_known(PainReading& reading, const std::vector<PainReading>& known) {
    for (const auto& other : known) {
        const bool same = other.for_day == reading.for_day && other.site == reading.site &&
                          other.side == reading.side;
        if (same) reading.id = other.id;
    }
}

int log_morning(Context& context, const LogOptions& options) {
    const auto entries = entries_of(options);
    const Stamp at = moment_of(context, options);
    Store store = context.store();
    const Day day = day_followed(context, store, options, at);
    const auto known = store.morning_scores(day);
    Change change;
    change.now = context.clock().wall();
    for (const auto& entry : entries) {
        PainReading reading = score_reading(entry, Moment::morning, at, options, change.now);
        reading.for_day = day;
        replace_known(reading, known);
        change.put.emplace_back(std::move(reading));
    }
    if (options.soreness) {
        Symptom soreness;
        soreness.id = new_id(change.now);
        soreness.moment = Moment::morning;
        soreness.kind = SymptomKind::soreness;
        soreness.felt = at;
        change.put.emplace_back(std::move(soreness));
    }
    store.commit(change);
    context.print(
        fmt::format("Recorded: the morning after {}. {}", format_day(day), taken_back_by));
    answer_severe(context, change, at.at);
    return code(ExitCode::done);
}

void add_at(CLI::App& app, LogOptions& options) {
    app.add_option("--at", options.at, "When: 19:30, 'yesterday 19:30', a date; else now")
        ->type_name("TIME");
}

void add_scores(CLI::App& app, LogOptions& options) {
    app.add_option("score", options.scores, "0 to 10, or a place with it: low-back=4 thigh:left=2")
        ->required()
        ->type_name("SCORE");
    add_place_options(app, options.answers);
    add_note_option(app, options.answers);
    add_at(app, options);
}

void add_session_options(CLI::App& app, LogOptions& options) {
    app.add_option("--routine", options.routine, "What was done; else what start would take")
        ->type_name("ROUTINE|FILE.toml");
    auto* done = app.add_option("--done", options.done, "How much of the work; else all of it")
                     ->type_name("PERCENT");
    app.add_option("--exercise", options.exercises, "Only this exercise was done; may be repeated")
        ->excludes(done)
        ->type_name("EXERCISE");
    app.add_option("--took", options.took, "How long it took")->type_name("DURATION");
    app.add_option("--reason", options.reason, "Why less was done than planned")
        ->check(CLI::IsMember(all_words<StopReason>()))
        ->type_name("REASON");
    add_answer_options(app, options.answers);
    add_at(app, options);
}

}  // namespace

void add_log(CLI::App& app, Action& action) {
    auto options = std::make_shared<LogOptions>();
    app.require_subcommand(1);
    const auto part = [&](const char* name, const char* summary, auto add, auto work) {
        CLI::App* added = app.add_subcommand(name, summary);
        add(*added, *options);
        added->callback([options, &action, work] {
            action = [options, work](Context& context) { return work(context, *options); };
        });
    };
    part("session", "Enter a session that was done without the timer", add_session_options,
         log_session);
    part("pain", "Enter how strong the pain is, or was", add_scores, log_pain);
    part(
        "morning", "Enter how strong the pain was on the morning after",
        [](CLI::App& morning, LogOptions& into) {
            add_scores(morning, into);
            morning.add_option("--for", into.for_day, "The day it follows; else the day before")
                ->type_name("DAY");
            morning.add_flag("--soreness", into.soreness, "It is new muscle soreness");
        },
        log_morning);
}

}  // namespace hipflow
