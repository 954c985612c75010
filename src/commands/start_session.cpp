// SPDX-License-Identifier: MIT
#include "commands/start_session.h"

#include <string>
#include <utility>
#include <vector>

#include "coach/fit.h"
#include "commands/person.h"
#include "commands/routine_source.h"

namespace hipflow {
namespace {

/// What --hurt may name: what the routine says, and what is done in its place.
std::vector<std::string> exercise_ids(const Prescription& prescription) {
    std::vector<std::string> ids;
    for (const auto& step : prescription.steps) {
        ids.push_back(step.planned_exercise);
        ids.push_back(step.work.exercise.id);
        for (const auto& easier : step.easier) ids.push_back(easier.exercise.id);
    }
    return ids;
}

}  // namespace

TodaysRoutine routine_for(Context& context, const StartOptions& options) {
    TodaysRoutine routine =
        todays_routine(context, options.shortest ? std::string(shortest_routine) : options.routine,
                       context.now().local_day);
    const Library& library = context.library();
    for (const auto* unlisted : {&library.unlisted_routines(), &library.unlisted_exercises()}) {
        for (const auto& fault : *unlisted) routine.news.push_back(fault.text() + '.');
    }
    return routine;
}

AskPeak ask_peak(const Settings& settings, const StartOptions& options, bool ask) {
    const bool hands_free = options.hands_free.value_or(settings.hands_free);
    return settings.ask_peak_each && !hands_free && ask ? AskPeak::after_each_exercise
                                                        : AskPeak::at_the_end;
}

TodaysSession session_for_start(Context& context, const StartOptions& options,
                                const RoutineFile& source, Today today, const Store* store) {
    TodaysSession session =
        todays_session(context, source, std::move(today), store, {options.easier, options.harder});
    if (session.prescription && options.minutes) {
        session.prescription =
            fitted(*session.prescription, std::chrono::minutes(*options.minutes));
    }
    return session;
}

Prescription planned_session(Context& context, const StartOptions& options,
                             const RoutineFile& source, std::optional<int> cap) {
    const auto store = context.existing_store();
    Today today;
    today.person = person_of(context);
    today.cap = cap;
    auto session =
        session_for_start(context, options, source, std::move(today), store ? &*store : nullptr);
    if (!session.prescription) throw NothingLeft(session.nothing_left);
    timeline_of(source, *session.prescription);  // throws for one that takes too long
    return *std::move(session.prescription);
}

GivenAnswers answers_for(Context& context, const StartOptions& options, bool ask,
                         const RoutineFile& source, std::optional<int> cap) {
    std::vector<std::string> ids;
    try {
        ids = exercise_ids(planned_session(context, options, source, cap));
    } catch (const NothingLeft&) {
        for (const auto& step : source.routine.steps) ids.push_back(step.exercise);
    }
    GivenAnswers given = given_answers(options.answers, ask, ids);
    take_before_options(options.before, given);
    return given;
}

}  // namespace hipflow
