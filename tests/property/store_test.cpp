// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "domain/error.h"
#include "exchange/fields.h"
#include "record_samples.h"

// A store against a model of it: plain maps, and sums counted from them without any SQL.

namespace hipflow {
namespace {

using namespace std::chrono_literals;

struct Model {
    std::map<std::string, Session> sessions;
    std::map<std::string, PerformedSet> sets;
    std::map<std::string, PainReading> readings;
};

const std::vector<Day> few_days = {*parse_day("2026-11-20"), *parse_day("2026-11-21"),
                                   *parse_day("2026-11-22")};

std::string one_id(const std::string& letter) { return letter + std::to_string(any::number(1, 4)); }

Stamp few_stamps() {
    const Day day = *rc::gen::elementOf(few_days);
    return {Instant(day.time_since_epoch() + std::chrono::hours(any::number(8, 10))), 0s, day};
}

Session few_sessions() {
    Session session = any::session();
    session.id = one_id("s");
    session.prescription_hash.reset();
    session.started = few_stamps();
    return session;
}

PerformedSet few_sets() {
    PerformedSet set = any::performed_set();
    set.id = one_id("p");
    set.session_id = one_id("s");
    set.step = any::number(1, 3);
    set.exercise = "figure-4";
    set.side = Side::both;
    set.set_no = 1;
    return set;
}

PainReading few_readings() {
    PainReading reading = any::reading();
    reading.id = one_id("r");
    reading.session_id = any::maybe([] { return one_id("s"); });
    reading.felt = few_stamps();
    reading.for_day = any::maybe([] { return *rc::gen::elementOf(few_days); });
    return reading;
}

/// One to three changes of different records.
store::Change few_changes() {
    store::Change change;
    change.now = any::instant();
    std::set<std::string> named;
    const auto once = [&](const std::string& id) { return named.insert(id).second; };
    for (int i = any::number(1, 3); i > 0; --i) {
        switch (any::number(0, 5)) {
            case 0:
            case 1:
                if (auto s = few_sessions(); once(s.id)) change.put.emplace_back(s);
                break;
            case 2:
                if (auto s = few_sets(); once(s.id)) change.put.emplace_back(s);
                break;
            case 3:
                if (auto r = few_readings(); once(r.id)) change.put.emplace_back(r);
                break;
            default: {
                const auto kind = *rc::gen::element(hipflow::exchange::kind<Session>,
                                                    hipflow::exchange::kind<PerformedSet>,
                                                    hipflow::exchange::kind<PainReading>);
                const std::string letter = kind == hipflow::exchange::kind<Session>        ? "s"
                                           : kind == hipflow::exchange::kind<PerformedSet> ? "p"
                                                                                           : "r";
                if (auto id = one_id(letter); once(id)) change.del.push_back({kind, id});
            }
        }
    }
    return change;
}

void apply(Model& model, const store::Change& change) {
    for (const auto& name : change.del) {
        model.sessions.erase(name.id);
        model.sets.erase(name.id);
        model.readings.erase(name.id);
    }
    for (const auto& record : change.put) {
        if (const auto* s = std::get_if<Session>(&record)) model.sessions[s->id] = *s;
        if (const auto* s = std::get_if<PerformedSet>(&record)) model.sets[s->id] = *s;
        if (const auto* r = std::get_if<PainReading>(&record)) model.readings[r->id] = *r;
    }
}

/// The session as it ought to be stored: its credited work is the sum over its sets.
Session with_credit(const Model& model, Session session) {
    Millis credited{};
    bool has_sets = false;
    for (const auto& [id, set] : model.sets) {
        if (set.session_id != session.id) continue;
        has_sets = true;
        credited += std::min(set.planned, set.actual);
    }
    if (has_sets) session.done = credited;
    return session;
}

/// Highest score of each answer: of a session and moment, or outside of one of an instant.
std::map<std::string, PainReading> answers(const Model& model) {
    std::map<std::string, PainReading> highest;
    for (const auto& [id, reading] : model.readings) {
        const bool of_session = reading.session_id && reading.moment != Moment::morning &&
                                reading.moment != Moment::checkin;
        Day day = reading.felt.local_day;
        if (of_session) day = model.sessions.at(*reading.session_id).started.local_day;
        if (reading.moment == Moment::morning && reading.for_day) day = *reading.for_day;
        const std::string key =
            format_day(day) + std::string(word(reading.moment)) +
            (of_session ? *reading.session_id : format_instant(reading.felt.at, 0s));
        const auto [at, is_new] = highest.emplace(key, reading);
        if (!is_new && reading.score > at->second.score) at->second = reading;
        at->second.felt.local_day = day;
    }
    return highest;
}

std::optional<int> score_of(const Model& model, const Session& session, Moment moment) {
    std::optional<int> highest;
    for (const auto& [id, reading] : model.readings) {
        if (reading.session_id != session.id || reading.moment != moment) continue;
        highest = std::max(highest.value_or(0), reading.score.value());
    }
    return highest;
}

void count_session(const Model& model, const Session& session, DayTotals& day) {
    const auto sets = std::count_if(model.sets.begin(), model.sets.end(), [&](const auto& entry) {
        const auto& set = entry.second;
        return set.session_id == session.id &&
               (set.status == SetStatus::done || set.status == SetStatus::partial);
    });
    if (session.counts && kept(session)) ++day.kept;
    if (session.status == SessionStatus::discarded || session.status == SessionStatus::rested) {
        return;
    }
    if (session.status == SessionStatus::in_progress && sets == 0) return;
    ++day.sessions;
    day.planned += session.planned;
    day.done += session.done;
    day.active += session.active;
    day.sets += static_cast<int>(sets);
    const auto before = score_of(model, session, Moment::before);
    const auto after = score_of(model, session, Moment::after);
    if (!before || !after) return;
    day.pair.n += 1;
    day.pair.before_sum += *before;
    day.pair.after_sum += *after;
}

double middle(const std::vector<PainReading>& readings) {
    std::multiset<int> scores;
    for (const auto& reading : readings) scores.insert(reading.score.value());
    const auto upper = std::next(scores.begin(), static_cast<long>(scores.size() / 2));
    return scores.size() % 2 == 1 ? *upper : (*std::prev(upper) + *upper) / 2.0;
}

/// The sums without `change`, which depends on when each score was recorded.
std::vector<DayTotals> without_change(std::vector<DayTotals> days) {
    for (auto& day : days) day.change = {};
    return days;
}

std::vector<DayTotals> recount(const Model& model) {
    std::map<Day, DayTotals> days;
    std::map<Day, std::vector<PainReading>> before;
    std::map<Day, std::vector<PainReading>> checkins;
    for (const auto& [id, session] : model.sessions) {
        count_session(model, with_credit(model, session), days[session.started.local_day]);
    }
    for (const auto& [key, answer] : answers(model)) {
        DayTotals& day = days[answer.felt.local_day];
        const std::map<Moment, ScoreSum*> sums = {{Moment::before, &day.before},
                                                  {Moment::peak, &day.peak},
                                                  {Moment::after, &day.after},
                                                  {Moment::morning, &day.morning},
                                                  {Moment::checkin, &day.checkin}};
        if (answer.moment == Moment::before) before[answer.felt.local_day].push_back(answer);
        if (answer.moment == Moment::checkin) checkins[answer.felt.local_day].push_back(answer);
        sums.at(answer.moment)->n += 1;
        sums.at(answer.moment)->sum += answer.score.value();
    }
    for (const auto& [day, scores] : checkins) days[day].score = middle(scores);
    for (const auto& [day, scores] : before) days[day].score = middle(scores);
    std::vector<DayTotals> list;
    for (auto& [local_day, day] : days) {
        if (day == DayTotals{}) continue;
        day.local_day = local_day;
        list.push_back(day);
    }
    return list;
}

void expect_same(const store::Store& store, const Model& model) {
    RC_ASSERT(store.sessions({.with_discarded = true}).size() == model.sessions.size());
    for (const auto& [id, session] : model.sessions) {
        RC_ASSERT(store.session(id) == with_credit(model, session));
        for (const auto& set : store.sets_of(id)) RC_ASSERT(model.sets.at(set.id) == set);
        for (const auto& r : store.readings_of(id)) RC_ASSERT(model.readings.at(r.id) == r);
    }
    RC_ASSERT(without_change(store.day_totals({})) == recount(model));
}

RC_GTEST_PROP(StoreProperty, TablesAndSumsFollowEverySequenceOfChanges, ()) {
    store::Store store = store::Store::open({.path = ":memory:"});
    Model model;
    int refused = 0;
    for (int i = any::number(1, 25); i > 0; --i) {
        const store::Change change = few_changes();
        try {
            store.commit(change);
            apply(model, change);
        } catch (const Error&) {
            ++refused;  // sets without a session and the like: nothing may have changed
        }
    }
    RC_CLASSIFY(refused > 0);
    expect_same(store, model);
    RC_ASSERT(store.faults().empty());
}

/// Nothing that undo refuses to touch.
store::Change few_finished_changes() {
    store::Change change = few_changes();
    for (auto& record : change.put) {
        auto* const session = std::get_if<Session>(&record);
        if (session != nullptr && session->status == SessionStatus::in_progress) {
            session->status = SessionStatus::completed;
        }
    }
    return change;
}

// Against a model that an editor would have: two stacks of states.
RC_GTEST_PROP(StoreProperty, UndoAndRedoLeadToTheVeryStatesThatWere, ()) {
    store::Store store = store::Store::open({.path = ":memory:"});
    std::vector<Model> past = {Model{}};
    std::vector<Model> undone;
    for (int i = any::number(5, 30); i > 0; --i) {
        const int what = any::number(0, 4);
        if (what == 0) {
            const bool possible = past.size() > 1;
            RC_ASSERT(store.undo(any::instant()).has_value() == possible);
            if (!possible) continue;
            undone.push_back(past.back());
            past.pop_back();
        } else if (what == 1) {
            RC_ASSERT(store.redo(any::instant()).has_value() == !undone.empty());
            if (undone.empty()) continue;
            past.push_back(undone.back());
            undone.pop_back();
        } else {
            const store::Change change = few_finished_changes();
            if (change.put.empty() && change.del.empty()) continue;
            try {
                store.commit(change);
            } catch (const Error&) {
                continue;
            }
            past.push_back(past.back());
            apply(past.back(), change);
            undone.clear();
        }
        expect_same(store, past.back());
    }
    RC_ASSERT(store.faults().empty());
}

RC_GTEST_PROP(StoreProperty, AnyRecordComesBack, ()) {
    store::Store store = store::Store::open({.path = ":memory:"});
    store::Change change;
    change.now = any::instant();
    Session session = any::session();
    const Prescription prescription = any::prescription();
    session.prescription_hash = store::remember(prescription, change);
    PerformedSet set = any::performed_set();
    set.session_id = session.id;
    session.done = std::min(set.planned, set.actual);
    PainReading reading = any::reading();
    reading.session_id = session.id;
    Symptom symptom = any::symptom();
    symptom.session_id = session.id;
    change.put.insert(change.put.end(), {session, set, reading, symptom});
    store.commit(change);
    RC_ASSERT(store.session(session.id) == session);
    RC_ASSERT(store.sets_of(session.id) == std::vector{set});
    RC_ASSERT(store.readings_of(session.id) == std::vector{reading});
    RC_ASSERT(store.symptoms_of(session.id) == std::vector{symptom});
    RC_ASSERT(store.prescription(*session.prescription_hash) == prescription);
    RC_ASSERT(store.faults().empty());
}

}  // namespace
}  // namespace hipflow
