// SPDX-License-Identifier: MIT
#include "commands/knowledge.h"

#include <algorithm>

#include "domain/error.h"
#include "exchange/coach_json.h"
#include "guide/mornings.h"

namespace hipflow {
namespace {

Past past_of(const Store& store, Session session) {
    Past past;
    past.sets = store.sets_of(session.id);
    past.readings = store.readings_of(session.id);
    past.symptoms = store.symptoms_of(session.id);
    past.session = std::move(session);
    return past;
}

/// A state that another version wrote and this one cannot read is not known.
std::optional<CoachRecord> record_of(const Session& session) {
    if (!session.reasons) return std::nullopt;
    try {
        return coach_record_from(*session.reasons);
    } catch (const Error&) {
        return std::nullopt;
    }
}

class Gatherer {
   public:
    explicit Gatherer(const Store& store) : store_(store) {}

    void look_up(const std::string& exercise) {
        if (knowledge_.exercises.contains(exercise)) return;
        auto session = store_.last_coached(exercise);
        if (!session) return;
        const std::size_t index = index_of(std::move(*session));
        const auto& states = records_.at(index).states;
        const auto state = std::ranges::find(states, exercise, &ExerciseState::exercise);
        if (state != states.end()) knowledge_.exercises[exercise] = {*state, index};
    }

    Knowledge take() && { return std::move(knowledge_); }

   private:
    std::size_t index_of(Session session) {
        auto& sessions = knowledge_.sessions;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            if (sessions[i].session.id == session.id) return i;
        }
        records_.push_back(record_of(session).value_or(CoachRecord{}));
        sessions.push_back(past_of(store_, std::move(session)));
        sessions.back().unscored = records_.back().unscored;
        return sessions.size() - 1;
    }

    const Store& store_;
    Knowledge knowledge_;
    std::vector<CoachRecord> records_;  // of knowledge_.sessions
};

}  // namespace

Knowledge knowledge_for(const Store* store, const Routine& routine, Day today) {
    if (store == nullptr) return {};
    Gatherer gatherer(*store);
    for (const auto& step : routine.steps) gatherer.look_up(step.exercise);
    Knowledge knowledge = std::move(gatherer).take();
    knowledge.mornings = recent_mornings(*store, today);
    knowledge.last = last_done(*store);
    for (const auto& preference : store->preferences()) {
        if (preference.subject == PreferenceSubject::exercise &&
            preference.rule == PreferenceRule::allow) {
            knowledge.allowed[preference.name] = preference.at;
        }
    }
    return knowledge;
}

}  // namespace hipflow
