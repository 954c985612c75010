// SPDX-License-Identifier: MIT
#include "today/day_account.h"

#include <algorithm>
#include <utility>

#include "coach/gate.h"
#include "coach/rules.h"
#include "coach/safety.h"
#include "domain/error.h"
#include "today/hearing.h"
#include "today/mornings.h"
#include "today/outlook.h"
#include "today/schedule.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

constexpr int sessions_compared = 5;  // sessions of the routine
constexpr int lately_days = 14;       // days
constexpr int told_for_days = 6;      // days

/// Days of rest and what was left at once are no sessions to compare with.
std::optional<UsualWork> usual_work(const store::Store& store, const std::string& routine) {
    std::vector<Millis> work;
    for (const Session& session :
         store.sessions({.routine = routine, .limit = 2 * sessions_compared})) {
        const bool is_one =
            session.gate == Gate::none && session.planned > Millis{0} && session.done > Millis{0};
        if (is_one && work.size() < sessions_compared) work.push_back(session.planned);
    }
    if (work.empty()) return std::nullopt;
    std::ranges::sort(work);
    return UsualWork{work[work.size() / 2], static_cast<int>(work.size())};
}

/// The lowest score from which the gate is this one, or a stricter one.
int lowest_score(Gate gate, std::optional<double> usual, const PainThresholds& thresholds) {
    constexpr int highest = 10;
    for (int score = 0; score < highest; ++score) {
        const auto told = PainScore::from(score);
        const Gate now = coach::decide_gate(told, usual, thresholds).gate;
        if (now != Gate::flare && now >= gate) return score;
    }
    return highest;
}

void add_gates(DayAccount& account, const store::Store* store, const PainThresholds& thresholds) {
    std::optional<double> usual;
    if (store != nullptr) {
        const Day today = account.now.local_day;
        usual = coach::usual_before(today, recent_mornings(*store, today));
    }
    account.gentler_from = lowest_score(Gate::gentle, usual, thresholds);
    account.rest_from = lowest_score(Gate::rest, usual, thresholds);
    account.none_from = lowest_score(Gate::refused, usual, thresholds);
}

/// The newest of scores that are in the order of time. Several places told of at once are one
/// answer, and the highest counts.
std::optional<PainReading> newest_answer(const std::vector<PainReading>& scores) {
    std::optional<PainReading> newest;
    for (auto reading = scores.rbegin(); reading != scores.rend(); ++reading) {
        if (reading->felt.at != scores.back().felt.at) break;
        if (!newest || reading->score > newest->score) newest = *reading;
    }
    return newest;
}

/// A day of rest for pain that nothing followed, else the newest score that called for less.
std::optional<PainSince> pain_since(const store::Store& store, Day today,
                                    const std::optional<HeldSession>& last,
                                    const PainThresholds& thresholds) {
    const Day since = today - days(told_for_days);
    const auto newest = store.last_session();
    if (newest && newest->status == SessionStatus::rested && newest->gate >= Gate::rest &&
        newest->started.local_day >= since && newest->started.local_day < today) {
        PainSince rest{newest->started.local_day, std::nullopt, true};
        for (const auto& reading : store.readings_of(newest->id)) {
            if (reading.moment == Moment::before)
                rest.score = std::max(rest.score, {reading.score});
        }
        if (rest.score) return rest;
    }
    auto scores = store.scores_since(since);
    std::erase_if(scores, [&](const PainReading& reading) {
        return reading.moment != Moment::checkin || reading.felt.local_day >= today ||
               (last && reading.felt.at <= last->session.started.at);
    });
    const auto told = newest_answer(scores);
    if (!told) return std::nullopt;
    const auto usual = coach::usual_before(told->felt.local_day, recent_mornings(store, today));
    if (coach::decide_gate(told->score, usual, thresholds).gate == Gate::none) return std::nullopt;
    return PainSince{told->felt.local_day, told->score, false};
}

void add_held(DayAccount& account, const store::Store& store, Desk& desk,
              const std::string& routine) {
    const Day today = account.now.local_day;
    if (auto last = store.last_with_work()) {
        auto readings = store.readings_of(last->id);
        account.last = {*std::move(last), std::move(readings)};
    }
    account.pain_since = pain_since(store, today, account.last, desk.settings().pain);
    account.entered_by_hand = has_entered_by_hand(store);
    for (const DayTotals& day :
         store.day_totals({.since = today - days(lately_days), .until = today - days(1)})) {
        if (day.done > Millis{0}) ++account.held_lately;
    }
    const auto now = store.day_totals({.since = today, .until = today});
    account.done_today = std::ranges::any_of(now, [](const DayTotals& d) { return d.kept > 0; });
    account.usual_work = usual_work(store, routine);
    for (auto& state : schedule_states(desk, 1)) {
        if (state.plan.routine) {
            account.own_plans.push_back(std::move(state));
        } else {
            account.plan = std::move(state);
        }
    }
    account.morning_owed = morning_owed(store, account.now);
}

/// Returns whether the last day with anything done is so long ago that less is given.
bool is_after_break(const store::Store& store, Day today, const CoachThresholds& coach) {
    const auto last = last_done(store);
    if (!last) return false;
    coach::Circumstances now;
    now.today = today;
    now.coach = coach;
    now.rhythm = coach::rhythm_of(recent_starts(store, today));
    return (today - last->day).count() >= coach::days_to_bottom(now);
}

/// Returns whether an exercise is easier, or rests, since it was sore.
bool is_eased(const coach::CoachRecord& record) {
    return std::ranges::any_of(record.reasons, [](const coach::CoachReason& reason) {
        switch (reason.rule) {
            case coach::CoachRule::rests:
                return true;
            case coach::CoachRule::red:
            case coach::CoachRule::retired:
            case coach::CoachRule::morning:
            case coach::CoachRule::amber:
                return reason.change;
            default:
                return false;
        }
    });
}

DayKind kind_of(const DayAccount& account, const RoutineOfDay& routine, const store::Store* store,
                const TodaysSession* result) {
    if (result == nullptr || !result->prescription) return DayKind::no_session;
    if (account.told_today) return DayKind::sore;
    if (!account.last || store == nullptr) return DayKind::first;
    if (routine.in_place_of) return DayKind::gentler;
    if (is_after_break(*store, account.now.local_day, account.coach)) return DayKind::after_break;
    if (result->lighter) return DayKind::lighter;
    if (is_eased(result->record)) return DayKind::eased;
    if (account.pain_since || account.last->session.gate == Gate::flare) return DayKind::after_pain;
    return account.program ? DayKind::program : DayKind::ordinary;
}

void add_set_session(DayAccount& account, Desk& desk, const catalog::RoutineFile& source,
                     const TodaysSession& result) {
    account.session = result.prescription;
    if (!account.session) return;
    const session::Hearing hearing = hearing_for(desk, *account.session);
    try {
        account.timeline = timeline_of(source, *account.session, hearing);
    } catch (const FileError&) {
        return;  // told where the session is begun
    }
    account.total_once_known = total_once_known(*account.session, hearing);
    account.outlooks = outlooks_of(desk, source, result);
}

}  // namespace

bool has_entered_by_hand(const store::Store& store) {
    constexpr int looked_at = 50;
    return std::ranges::any_of(store.sessions({.limit = looked_at}), [](const Session& session) {
        return session.source == Source::reported && session.done > Millis{0};
    });
}

RoutineOfDay routine_of_day(Desk& desk, const std::string& named) {
    return routine_of_day(desk, desk.library(), choose_routine(desk, named, desk.now().local_day));
}

RoutineOfDay routine_of_day(Desk& desk, const catalog::Library& library, ChosenRoutine chosen) {
    const Day today = desk.now().local_day;
    RoutineOfDay of_day{std::move(chosen), {}, {}, {}, {}};
    of_day.source = find_routine(library, of_day.chosen.name);
    const store::Store* store = desk.history();
    if (store == nullptr) return of_day;
    const auto last = last_done(*store);
    if (!last || last->day >= today) return of_day;
    const auto colour =
        coach::morning_colour(*last, recent_mornings(*store, today), desk.settings().pain);
    if (colour != coach::MorningColour::red) return of_day;
    auto gentle = find_routine(library, gentle_day_routine);
    if (gentle.routine.id == of_day.source.routine.id) return of_day;
    of_day.in_place_of = of_day.source.routine.name;
    of_day.in_place_of_id = of_day.source.routine.id;
    of_day.why = coach::bad_morning_words(last->day, today, desk.care());
    of_day.source = std::move(gentle);
    return of_day;
}

std::optional<PainScore> sore_today(Desk& desk) {
    const store::Store* store = desk.history();
    if (store == nullptr) return std::nullopt;
    const Day today = desk.now().local_day;
    auto scores = store->scores_on(today);
    std::erase_if(scores,
                  [](const PainReading& reading) { return reading.moment == Moment::morning; });
    const auto newest = newest_answer(scores);
    if (!newest || newest->moment != Moment::checkin) return std::nullopt;
    const auto last = store->last_session();
    if (last && last->started.at > newest->felt.at) return std::nullopt;  // begun with it known
    const auto usual = coach::usual_before(today, recent_mornings(*store, today));
    const Gate gate = coach::decide_gate(newest->score, usual, desk.settings().pain).gate;
    return gate == Gate::none ? std::nullopt : std::optional(newest->score);
}

DayAccount account_of(Desk& desk, const RoutineOfDay& routine, const TodaysSession* result) {
    DayAccount account;
    account.now = desk.now();
    account.in_place_of = routine.in_place_of;
    account.coach = desk.settings().coach;
    account.program = routine.chosen.enrolled;
    account.beginning = routine.chosen.beginning;
    const std::string& id = routine.source.routine.id;
    account.calm = id == flare_up_routine || id == gentle_day_routine;
    const store::Store* store = desk.history();
    if (store != nullptr) add_held(account, *store, desk, routine.in_place_of_id.value_or(id));
    add_gates(account, store, desk.settings().pain);
    account.told_today = sore_today(desk);
    account.kind = kind_of(account, routine, store, result);
    if (result != nullptr) add_set_session(account, desk, routine.source, *result);
    return account;
}

}  // namespace hipflow::today
