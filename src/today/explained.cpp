// SPDX-License-Identifier: MIT
#include "today/explained.h"

#include <fmt/format.h>

#include <utility>

#include "coach/gate.h"
#include "exchange/coach_json.h"
#include "today/enrolment.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/signs.h"
#include "today/todays_session.h"

namespace hipflow::today {

Explained explain_today(Desk& desk) {
    const ChosenRoutine chosen = choose_routine(desk, "", desk.now().local_day);
    const catalog::RoutineFile source = find_routine(desk.library(), chosen.name);
    Explained explained;
    explained.title = fmt::format("Today, {}", source.routine.name);
    explained.left_aside = chosen.left_aside;
    explained.routine = source.routine.id;
    explained.against = against_today(desk);
    if (const store::Store* store = desk.history()) {
        const Day day = desk.now().local_day;
        explained.usual = coach::usual_before(day, recent_mornings(*store, day));
    }
    if (explained.against) {
        explained.record.gate = explained.against;
        return explained;
    }
    coach::Today today;
    today.person = person_of(desk);
    today.cap = chosen.cap();
    explained.record = std::move(todays_session(desk, source, std::move(today)).record);
    return explained;
}

Explained explain_session(const store::Store& store, const Session& session) {
    Explained explained;
    explained.title =
        fmt::format("{}, {} {}", session.routine, format_day(session.started.local_day),
                    format_time_of_day(session.started.at, session.started.utc_offset));
    explained.session = session.id;
    explained.routine = session.routine;
    if (session.reasons) explained.record = exchange::coach_record_from(*session.reasons);
    if (!session.reasons || explained.record.reasons.empty()) {
        const auto prescription = store.prescription(session.prescription_hash.value_or(""));
        if (!prescription) return explained;
        for (const auto& text : all_reasons(*prescription)) {
            explained.record.reasons.push_back({"", coach::CoachRule::limit, {}, true, text});
        }
    }
    return explained;
}

std::optional<std::string> planned_name(const coach::CoachRecord& record,
                                        const std::string& exercise) {
    for (const auto& state : record.states) {
        if (state.exercise == exercise || state.rung == exercise || state.given == exercise)
            return state.exercise;
    }
    return std::nullopt;
}

coach::CoachRecord only_of(coach::CoachRecord record, const std::string& exercise) {
    const auto is_other = [&](const auto& item) { return item.exercise != exercise; };
    std::erase_if(record.reasons, is_other);
    std::erase_if(record.states, is_other);
    return record;
}

}  // namespace hipflow::today
