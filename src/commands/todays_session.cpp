// SPDX-License-Identifier: MIT
#include "commands/todays_session.h"

#include "commands/knowledge.h"
#include "commands/routine_source.h"

namespace hipflow {
namespace {

/// What ends a session that is broken off for pain (CONTENT 4.4 A1).
constexpr const char* closing_exercise = "rest-90-90";

}  // namespace

TodaysSession todays_session(Context& context, const RoutineFile& source, Today today,
                             const Store* store, const Wishes& wishes) {
    const Library& library = context.library();
    require_whole(library, source);
    const Settings& settings = context.settings();
    const Day day = context.now().local_day;
    const ExerciseLookup exercise = lookup_of(library, source);
    today.coach = settings.coach;
    if (library.has_exercise(source.routine, closing_exercise)) {
        today.closing = library.exercise_of(source.routine, closing_exercise);
    }
    const Knowledge knowledge = knowledge_for(store, source.routine, day);
    DayDecision decision =
        decide_day(source.routine, exercise, today, day, knowledge, settings.pain, wishes);
    today.standings = std::move(decision.standings);
    today.lighter = decision.lighter;
    TodaysSession result;
    result.record = std::move(decision.record);
    result.retired = std::move(decision.retired);
    try {
        result.prescription = prescribe(source.routine, exercise, today);
        note_given(result.record, *result.prescription);
    } catch (const NothingLeft& nothing) {
        result.nothing_left = nothing.what();
    }
    return result;
}

std::vector<std::string> changes_of(const TodaysSession& session) {
    std::vector<std::string> lines;
    for (const auto& reason : session.record.reasons) {
        if (reason.change) lines.push_back(reason.text);
    }
    if (!session.prescription) return lines;
    for (auto& line : all_reasons(*session.prescription)) lines.push_back(std::move(line));
    return lines;
}

}  // namespace hipflow
