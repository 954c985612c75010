// SPDX-License-Identifier: MIT
#include "today/explained.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "coach/gate.h"
#include "domain/error.h"
#include "domain/near_day.h"
#include "domain/spelling.h"
#include "domain/time.h"
#include "domain/wording.h"
#include "store/coach_record.h"
#include "text/utf8.h"
#include "today/day_words.h"
#include "today/enrolment.h"
#include "today/mornings.h"
#include "today/past_sessions.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/signs.h"
#include "today/todays_session.h"
#include "today/told.h"

namespace hipflow::today {
namespace {

/// What pain made of a past session, told afterwards: what was said then speaks of "now".
std::string told_afterwards(const Session& session, const coach::CoachRecord& record) {
    const bool for_pain = record.reasons.empty() && record.before;
    if (session.status == SessionStatus::rested && for_pain) {
        return fmt::format("A day of rest: pain was {} at the start.", record.before->value());
    }
    if (!record.gate) return {};
    return fmt::format("At the start hipflow said: \"{}\"", *record.gate);
}

/// Returns whether any session before that one was recorded without the timer, among the newest of
/// them.
bool had_entered_by_hand(const store::Store& store, const Session& session) {
    constexpr int looked_at = 50;
    const auto earlier = store.sessions({.until = session.started.local_day, .limit = looked_at});
    return std::ranges::any_of(earlier, [&](const Session& other) {
        return other.started.at < session.started.at && other.source == Source::reported &&
               other.done > Millis{0};
    });
}

}  // namespace

Explained explain_today(Desk& desk, const std::string& routine) {
    const RoutineOfDay of_day = routine_of_day(desk, routine);
    const catalog::RoutineFile& source = of_day.source;
    Explained explained;
    explained.title = fmt::format("Today, {}", source.routine.name);
    explained.left_aside = of_day.chosen.left_aside;
    explained.routine = source.routine.id;
    explained.against = against_today(desk);
    if (const store::Store* store = desk.history()) {
        const Day day = desk.now().local_day;
        explained.usual = coach::usual_before(day, recent_mornings(*store, day));
    }
    if (!explained.against) explained.against = rest_today(desk);
    if (explained.against) {
        explained.title = "Today, no session";
        explained.record.gate = explained.against;
        explained.account = account_of(desk, of_day, nullptr);
        return explained;
    }
    coach::Today today;
    today.person = person_of(desk);
    today.cap = of_day.chosen.cap();
    TodaysSession session = todays_session(desk, source, std::move(today));
    explained.limits = limits_to_tell(session, std::nullopt);
    explained.account = account_of(desk, of_day, &session);
    explained.entered_by_hand = explained.account->entered_by_hand;
    explained.for_person = std::move(session.for_person);
    if (!session.prescription) {
        explained.limits.push_back(with_capital(std::move(session.nothing_left)));
    }
    explained.record = std::move(session.record);
    explained.record.gate = of_day.why;
    return explained;
}

Explained explain_session(const store::Store& store, const Session& session) {
    Explained explained;
    explained.title = fmt::format("{}, {}", session.routine, clock_moment(session.started));
    explained.session = session.id;
    explained.routine = session.routine;
    explained.record = store::coach_record(session).value_or(coach::CoachRecord{});
    explained.at_the_start = told_afterwards(session, explained.record);
    explained.entered_by_hand = had_entered_by_hand(store, session);
    const auto prescription = store.prescription(session.prescription_hash.value_or(""));
    if (!prescription) return explained;
    if (!explained.record.reasons.empty()) {
        explained.limits = all_reasons(*prescription);
        return explained;
    }
    for (const auto& text : all_reasons(*prescription)) {
        explained.record.reasons.push_back({"", coach::CoachRule::limit, {}, true, text});
    }
    return explained;
}

bool is_exercise(const catalog::Library& library, const std::string& name) {
    return std::ranges::find(library.exercises(), name, &catalog::LibraryEntry::id) !=
               library.exercises().end() ||
           std::ranges::binary_search(library.drill_ids(), name);
}

std::string exercise_meant(const catalog::Library& library, const std::string& name) {
    std::vector<std::string> ids;
    ids.reserve(library.exercises().size());
    for (const auto& entry : library.exercises()) ids.push_back(entry.id);
    return did_you_mean(name, ids);
}

ExplainedExercise explain_exercise(Desk& desk, const Explained& today,
                                   const std::string& exercise) {
    if (auto planned = planned_name(today.record, exercise)) return {today, *std::move(planned)};
    const store::Store* history = desk.history();
    const auto last = history != nullptr ? history->last_coached(exercise) : std::nullopt;
    if (last) {
        Explained explained = explain_session(*history, *last);
        if (auto planned = planned_name(explained.record, exercise)) {
            return {std::move(explained), *std::move(planned)};
        }
    }
    throw Error(fmt::format("'{}' is not in '{}', and no session has included it yet", exercise,
                            today.routine),
                ExitCode::nothing);
}

Explained explain_named(Desk& desk, const std::string& name) {
    if (const store::Store* history = desk.history()) {
        return explain_session(*history, named_session(desk, name));
    }
    if (name == "last" || PastDay::from_text(name)) {
        throw Error("no session has been recorded yet", ExitCode::nothing);
    }
    throw Error(fmt::format("'{}' is neither an exercise nor a session.{}", shown(name),
                            exercise_meant(desk.library(), name)));
}

std::optional<std::string> planned_name(const coach::CoachRecord& record,
                                        const std::string& exercise) {
    for (const auto& reason : record.reasons) {
        if (!reason.exercise.empty() && (reason.exercise == exercise || reason.given == exercise))
            return reason.exercise;
    }
    for (const auto& state : record.earlier) {
        if (state.exercise == exercise || state.rung == exercise || state.given == exercise)
            return state.exercise;
    }
    return std::nullopt;
}

coach::CoachRecord only_of(coach::CoachRecord record, const std::string& exercise) {
    const auto is_other = [&](const auto& item) { return item.exercise != exercise; };
    std::erase_if(record.reasons, is_other);
    std::erase_if(record.earlier, is_other);
    std::erase_if(record.states, [&](const coach::ExerciseState& state) {
        return std::ranges::none_of(record.reasons, [&](const coach::CoachReason& reason) {
            return reason.given.value_or(reason.exercise) == state.exercise;
        });
    });
    return record;
}

}  // namespace hipflow::today
