// SPDX-License-Identifier: MIT
#include "today/todays_session.h"

#include <fmt/format.h>

#include <algorithm>

#include "coach/allowed.h"
#include "coach/earlier_state.h"
#include "coach/prescribe.h"
#include "domain/error.h"
#include "domain/names.h"
#include "store/coach_record.h"
#include "today/beginnings.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/told.h"

namespace hipflow::today {
namespace {

/// Ends a session that is broken off for pain (docs/design/care.md, "Rules", A1).
constexpr const char* closing_exercise = "rest-90-90";

coach::Past past_of(const store::Store& store, Session session) {
    coach::Past past;
    past.sets = store.sets_of(session.id);
    past.readings = store.readings_of(session.id);
    past.symptoms = store.symptoms_of(session.id);
    past.session = std::move(session);
    return past;
}

/// Returns an empty record for one of another version that this one cannot read.
coach::CoachRecord coach_record_of(const Session& session) {
    try {
        return store::coach_record(session).value_or(coach::CoachRecord{});
    } catch (const Error&) {
        return {};
    }
}

bool is_step_of(const Routine& routine, const std::optional<std::string>& planned) {
    return planned &&
           std::ranges::find(routine.steps, *planned, &Step::exercise) != routine.steps.end();
}

class Gatherer {
   public:
    Gatherer(const store::Store& store, const coach::ExerciseLookup& exercise)
        : store_(store), exercise_(exercise) {}

    /// Takes what the newest session that recorded an exercise knew of it.
    void look_up(const std::string& exercise) {
        auto session = store_.last_coached(exercise);
        if (!session) return;
        const std::size_t index = index_of(std::move(*session));
        for (const auto& state : states_.at(index)) keep_newest(state, index);
    }

    /// The exercises that were given in place of those of the routine, from wherever they are.
    std::vector<std::string> in_place_of(const Routine& routine) const {
        std::vector<std::string> ids;
        for (const auto& [id, known] : knowledge_.exercises) {
            if (is_step_of(routine, known.state.held)) ids.push_back(id);
        }
        return ids;
    }

    coach::Knowledge take() && { return std::move(knowledge_); }

   private:
    void keep_newest(const coach::ExerciseState& state, std::size_t index) {
        const auto [known, is_new] =
            knowledge_.exercises.try_emplace(state.exercise, coach::Known{state, index});
        if (is_new || known->second.session == index) return;
        const auto started = [&](std::size_t i) {
            return knowledge_.sessions[i].session.started.at;
        };
        if (started(index) > started(known->second.session)) known->second = {state, index};
    }

    std::size_t index_of(Session session) {
        auto& sessions = knowledge_.sessions;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            if (sessions[i].session.id == session.id) return i;
        }
        coach::CoachRecord record = coach_record_of(session);
        sessions.push_back(past_of(store_, std::move(session)));
        sessions.back().unscored = std::move(record.unscored);
        states_.push_back(coach::all_states(record, exercise_));
        return sessions.size() - 1;
    }

    const store::Store& store_;
    const coach::ExerciseLookup& exercise_;
    coach::Knowledge knowledge_;
    std::vector<std::vector<coach::ExerciseState>> states_;  // of knowledge_.sessions
};

}  // namespace

namespace {

/// The last session of a routine with work in it; nullopt without one.
std::optional<Session> last_of(const store::Store* history, const std::string& routine) {
    if (history == nullptr) return std::nullopt;
    constexpr int looked_at = 5;  // days of rest are among them
    for (auto& session : history->sessions({.routine = routine, .limit = looked_at})) {
        if (session.done > Millis{0}) return std::move(session);
    }
    return std::nullopt;
}

/// The exercise that a session gives for a step, for no other reason than the coach's. Null if
/// there is none.
const Exercise* given_by_coach(const Prescription& session, const std::string& planned) {
    const auto step = std::ranges::find(session.steps, planned, &PrescribedStep::planned_exercise);
    const bool by_coach = step != session.steps.end() && step->reasons.empty();
    return by_coach ? &step->work.exercise : nullptr;
}

/// Tells what other sessions have changed since the routine was last done: the coach compares with
/// the last session of an exercise, whatever routine that was of.
void tell_changes_elsewhere(coach::CoachRecord& record, const Prescription& now,
                            const store::Store* history) {
    const auto last = last_of(history, now.routine);
    if (!last) return;
    const auto then = history->prescription(last->prescription_hash.value_or(""));
    if (!then) return;
    const auto newest = history->last_with_work();
    const bool others = newest && newest->id != last->id;  // the coach compared with those
    const std::string since = short_day(last->started.local_day);
    const std::string other = others ? ", after your other sessions" : "";
    std::vector<coach::CoachReason*> changed;
    for (auto& reason : record.reasons) {
        const Exercise* here = given_by_coach(now, reason.exercise);
        const Exercise* there = given_by_coach(*then, reason.exercise);
        if (reason.change || here == nullptr || there == nullptr || here->id == there->id) continue;
        const std::string why = reason.rule == coach::CoachRule::gap ? " after the break"
                                : others ? fmt::format("{} since {}", other, since)
                                         : fmt::format(", unlike on {}", since);
        reason.text = fmt::format("{} in place of {}{}.", here->name, there->name, why);
        changed.push_back(&reason);
    }
    constexpr std::size_t many = 3;
    for (auto* reason : changed) reason->change = changed.size() < many;
    if (changed.size() < many) return;
    record.reasons.push_back({"",
                              coach::CoachRule::gap,
                              {},
                              true,
                              fmt::format("{} exercises have changed since {}{}; 'hipflow why' "
                                          "names them.",
                                          changed.size(), since, other)});
}

}  // namespace

coach::Knowledge knowledge_for(const store::Store* history, const Routine& routine,
                               const coach::ExerciseLookup& exercise, Day today,
                               const std::vector<std::string>& others) {
    if (history == nullptr) return {};
    std::vector<std::string> relevant = coach::on_ladders_of(routine, exercise);
    relevant.insert(relevant.end(), others.begin(), others.end());
    std::ranges::sort(relevant);
    Gatherer gatherer(*history, exercise);
    for (const auto& id : relevant) gatherer.look_up(id);
    for (const auto& id : gatherer.in_place_of(routine)) gatherer.look_up(id);
    coach::Knowledge knowledge = std::move(gatherer).take();
    std::erase_if(knowledge.exercises, [&](const auto& known) {
        return !std::ranges::binary_search(relevant, known.first) &&
               !is_step_of(routine, known.second.state.held);
    });
    knowledge.starts = recent_starts(*history, today);
    if (const auto first = history->first_with_work()) {
        knowledge.first = first->started.local_day;
    }
    knowledge.mornings = recent_mornings(*history, today);
    knowledge.last = last_done(*history);
    for (const auto& preference : history->preferences()) {
        if (preference.subject == PreferenceSubject::exercise &&
            preference.rule == PreferenceRule::allow) {
            knowledge.allowed[preference.name] = preference.at;
        }
    }
    return knowledge;
}

TodaysSession todays_session(Desk& desk, const catalog::RoutineFile& source, coach::Today today,
                             const SessionWishes& wishes) {
    const catalog::Library& library = desk.library();
    require_whole(library, source);
    const Settings& settings = desk.settings();
    library.speak(language_for(settings, source.routine));
    const Day day = desk.now().local_day;
    const coach::ExerciseLookup exercise = lookup_of(library, source);
    today.newcomer = today.newcomer || is_newcomer(desk.history());
    today.calm = source.routine.id == flare_up_routine || source.routine.id == gentle_day_routine;
    today.coach = settings.coach;
    today.gaps = settings.gaps;
    today.breath = settings.breath;
    today.alternatives = wishes.alternatives;
    if (wishes.alternatives || coach::leaves_out_anything(today.person)) {
        today.others = usable_exercises(library, source);
    }
    if (library.has_exercise(source.routine, closing_exercise)) {
        today.closing = library.exercise_of(source.routine, closing_exercise);
    }
    const coach::Knowledge knowledge =
        knowledge_for(desk.history(), source.routine, exercise, day, today.others);
    coach::DayDecision decision = coach::decide_day(source.routine, exercise, today, day, knowledge,
                                                    settings.pain, wishes.steps);
    today.standings = std::move(decision.standings);
    today.lighter = decision.lighter;
    TodaysSession result;
    result.lighter = decision.lighter;
    for (const auto& id : decision.waiting) {
        result.waiting.push_back(today.standings[id].why);
    }
    result.record = std::move(decision.record);
    result.retired = std::move(decision.retired);
    try {
        result.prescription = coach::prescribe(source.routine, exercise, today);
        if (wishes.ready) result.prescription->gaps.ready = wishes.ready;
        coach::note_given(result.record, *result.prescription);
        tell_changes_elsewhere(result.record, *result.prescription, desk.history());
        coach::guide(*result.prescription,
                     plan_for_today(desk, source.routine, *result.prescription, wishes.guidance));
        result.record.times = coach::times_of(*result.prescription);
    } catch (const coach::NothingLeft& nothing) {
        result.nothing_left = nothing.what();
        return result;
    }
    if (wishes.no_longer) {
        result.prescription = coach::fitted(*result.prescription, *wishes.no_longer,
                                            hearing_for(desk, *result.prescription, wishes.sound));
    }
    result.for_person = changes_for_person(source.routine, exercise, today, *result.prescription);
    return result;
}

bool TodaysSession::rests_for_pain() const {
    return !prescription &&
           std::ranges::any_of(record.reasons, [](const coach::CoachReason& reason) {
               return reason.rule == coach::CoachRule::rests ||
                      reason.rule == coach::CoachRule::retired;
           });
}

Prescription prescription_for(Desk& desk, const catalog::RoutineFile& source,
                              std::optional<int> cap, const SessionWishes& wishes) {
    coach::Today today;
    today.person = person_of(desk);
    today.cap = cap;
    auto session = todays_session(desk, source, std::move(today), wishes);
    if (!session.prescription) throw coach::NothingLeft(session.nothing_left);
    // Throws if it takes too long.
    timeline_of(source, *session.prescription,
                hearing_for(desk, *session.prescription, wishes.sound));
    return *std::move(session.prescription);
}

std::vector<std::string> exercises_to_name(Desk& desk, const catalog::RoutineFile& source,
                                           std::optional<int> cap, const SessionWishes& wishes) {
    std::vector<std::string> ids;
    try {
        const Prescription session = prescription_for(desk, source, cap, wishes);
        for (const auto& step : session.steps) {
            ids.push_back(step.planned_exercise);
            ids.push_back(step.work.exercise.id);
            for (const auto& easier : step.easier) ids.push_back(easier.exercise.id);
            for (const auto& other : step.alternatives) ids.push_back(other.exercise.id);
        }
    } catch (const coach::NothingLeft&) {
        for (const auto& step : source.routine.steps) ids.push_back(step.exercise);
    }
    return ids;
}

std::vector<std::string> change_sentences(const TodaysSession& session) {
    return sentences_to_tell(session, std::nullopt);
}

}  // namespace hipflow::today
