// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "domain/error.h"
#include "exchange/fields.h"
#include "exchange/json.h"
#include "record_samples.h"
#include "store/change.h"
#include "store/database.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/tables.h"

// What may be written is what may be read: every member of every kind of record, at the edges of
// its range and just outside.

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

/// Values of one type: at the edges, and just outside of them.
template <typename T>
struct Edges {
    std::vector<T> inside;
    std::vector<T> outside;
};

template <typename T>
Edges<T> edges() {
    if constexpr (std::is_same_v<T, Day>) {
        return {{earliest_day, latest_day},
                {earliest_day - std::chrono::days(1), latest_day + std::chrono::days(1),
                 Day(std::chrono::year{20266} / 1 / 1), Day(std::chrono::year{26} / 1 / 1),
                 Day(std::chrono::year{-1} / 1 / 1)}};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return {{earliest_instant, latest_instant},
                {earliest_instant - 1ms, latest_instant + 1ms,
                 Instant(Millis(std::numeric_limits<std::int64_t>::min())),
                 Instant(Millis(std::numeric_limits<std::int64_t>::max()))}};
    } else if constexpr (std::is_same_v<T, Millis>) {
        return {{0ms, longest_span}, {-1ms, longest_span + 1ms}};
    } else if constexpr (std::is_same_v<T, std::chrono::seconds>) {
        return {{-18h, 18h}, {-18h - 1s, 18h + 1s}};
    } else if constexpr (std::is_same_v<T, int>) {
        return {{}, {-1, std::numeric_limits<int>::min()}};
    } else {
        return {};
    }
}

/// Puts one edge into the `wanted`-th place that has any; counts the places.
class Setter {
   public:
    Setter(int wanted, bool inside) : wanted_(wanted), inside_(inside) {}

    template <typename T>
    void operator()(const char* name, std::optional<T>& value) {
        if constexpr (std::is_default_constructible_v<T>) {
            T other{};
            const int before = seen_;
            (*this)(name, other);
            if (wanted_ >= before && wanted_ < seen_) value = other;
        }
    }
    template <typename T>
    void operator()(const char* name, T&& value) {
        using Type = std::remove_cvref_t<T>;
        const auto known = edges<Type>();
        if constexpr (std::is_same_v<Type, Day> || std::is_same_v<Type, Instant> ||
                      std::is_same_v<Type, Millis> || std::is_same_v<Type, int> ||
                      std::is_same_v<Type, std::chrono::seconds>) {
            for (const auto& edge : inside_ ? known.inside : known.outside) {
                if (seen_++ != wanted_) continue;
                value = edge;
                changed = name;
            }
        }
    }

    std::string changed;  // the member
   private:
    int wanted_;
    bool inside_;
    int seen_ = 0;
};

template <typename R>
R sample() {
    if constexpr (std::is_same_v<R, Session>) {
        Session session = any::session();
        session.prescription_hash.reset();
        return session;
    } else if constexpr (std::is_same_v<R, PerformedSet>) {
        PerformedSet set = any::performed_set();
        set.session_id = "session";
        return set;
    } else if constexpr (std::is_same_v<R, PainReading>) {
        PainReading reading = any::reading();
        reading.session_id.reset();
        return reading;
    } else if constexpr (std::is_same_v<R, Symptom>) {
        Symptom symptom = any::symptom();
        symptom.session_id.reset();
        return symptom;
    } else if constexpr (std::is_same_v<R, Acknowledgement>) {
        return any::acknowledgement();
    } else if constexpr (std::is_same_v<R, Preference>) {
        return any::preference();
    } else if constexpr (std::is_same_v<R, PrescriptionSnapshot>) {
        return {any::text(), any::text(), any::prescription()};
    } else if constexpr (std::is_same_v<R, ScheduleVersion>) {
        return any::schedule_version();
    } else if constexpr (std::is_same_v<R, Excuse>) {
        Excuse excuse = any::excuse();
        excuse.to_day.reset();
        return excuse;
    } else if constexpr (std::is_same_v<R, Enrolment>) {
        return any::enrolment();
    } else if constexpr (std::is_same_v<R, Activity>) {
        return any::activity();
    } else {
        static_assert(std::is_same_v<R, Measurement>);
        Measurement measurement = any::measurement();
        measurement.kind = Measured::rotation;
        measurement.activity_id.reset();
        return measurement;
    }
}

std::unique_ptr<store::Database> history_with_a_session() {
    auto db = store::open_for_writing({.path = ":memory:"});
    Session session = any::session();
    session.id = "session";
    session.prescription_hash.reset();
    store::commit(*db, {.now = now, .put = {session}});
    return db;
}

int entries(const store::Database& db) {
    const auto row = store::prepared(db, "SELECT count(*) FROM journal");
    row->executeStep();
    return row->getColumn(0).getInt();
}

template <typename R>
std::optional<R> stored(const store::Database& db, const std::string& id) {
    const auto row = store::prepared(db, store::select_sql<R>("WHERE id = ?"), id);
    return store::read_first<R>(*row);
}

/// A record that keeps the table's own rules as well.
template <typename R>
void make_consistent(R& record) {
    if constexpr (std::is_same_v<R, Excuse>) {
        if (record.to_day) record.from_day = std::min(record.from_day, *record.to_day);
    }
    if constexpr (std::is_same_v<R, Session> || std::is_same_v<R, PainReading> ||
                  std::is_same_v<R, Symptom> || std::is_same_v<R, Measurement>) {
        // As it is lived: an instant at the edge of all time has no offset that leads out of it.
        Stamp* stamp = nullptr;
        if constexpr (requires { record.started; }) stamp = &record.started;
        if constexpr (requires { record.felt; }) stamp = &record.felt;
        if constexpr (requires { record.taken; }) stamp = &record.taken;
        if (!is_recordable(stamp->at, stamp->utc_offset)) stamp->utc_offset = 0s;
        if constexpr (requires { record.ended_at; }) {
            if (record.ended_at && !is_recordable(*record.ended_at, stamp->utc_offset)) {
                stamp->utc_offset = 0s;
            }
        }
    }
}

template <typename R>
int count_places(bool inside) {
    for (int i = 0;; ++i) {
        R record = sample<R>();
        Setter set(i, inside);
        exchange::fields(record, set);
        if (set.changed.empty()) return i;
    }
}

RC_GTEST_PROP(RecordRanges, WhatIsInsideComesBackFromTableAndJournal, ()) {
    const auto db = history_with_a_session();
    exchange::for_each_kind([&]<typename R>() {
        const int places = count_places<R>(true);
        for (int i = 0; i < places; ++i) {
            R record = sample<R>();
            record.id = fmt::format("{} {}", exchange::kind<R>, i);
            if constexpr (std::is_same_v<R, PerformedSet>) record.set_no = 1000 + i;
            Setter set(i, true);
            exchange::fields(record, set);
            make_consistent(record);
            store::commit(*db, {.now = now, .put = {record}});
            RC_ASSERT(stored<R>(*db, record.id) == record);
            RC_ASSERT(exchange::record_from(exchange::kind<R>, exchange::body_of(Record(record))) ==
                      Record(record));
        }
    });
    RC_ASSERT(store::agrees_with_journal(*db));
}

RC_GTEST_PROP(RecordRanges, WhatIsOutsideIsRefusedAndLeavesNothing, ()) {
    const auto db = history_with_a_session();
    const int before = entries(*db);
    exchange::for_each_kind([&]<typename R>() {
        const int places = count_places<R>(false);
        for (int i = 0; i < places; ++i) {
            R record = sample<R>();
            Setter set(i, false);
            exchange::fields(record, set);
            try {
                store::commit(*db, {.now = now, .put = {record}});
                RC_FAIL(fmt::format("{}.{} was taken", exchange::kind<R>, set.changed));
            } catch (const Error& error) {
                const std::string message = error.what();
                RC_ASSERT(message.find(fmt::format("{}.{}", exchange::kind<R>, set.changed)) !=
                          std::string::npos);
                RC_ASSERT(message.find("Nothing was saved") != std::string::npos);
            }
            RC_ASSERT(!stored<R>(*db, record.id));
        }
    });
    RC_ASSERT(entries(*db) == before);
}

RC_GTEST_PROP(RecordRanges, HoldForWhatThisMachineKeepsForItself, ()) {
    store::Store store = store::Store::open({.path = ":memory:"});
    Checkpoint place;
    place.session_id = "session";
    place.step = 1;
    for (const Instant at : edges<Instant>().inside) {
        place.at = at;
        store::Change change{.now = at, .put = {}};
        change.checkpoint = place;
        store.commit(change);
        RC_ASSERT(store.checkpoint() == place);
        store.snooze(at);
        RC_ASSERT(store.snoozed_until() == at);
    }
    const std::vector<std::string> told = {"2026-11-22 am"};
    for (const Instant at : edges<Instant>().outside) {
        place.at = at;
        store::Change change{.now = now, .put = {}};
        change.checkpoint = place;
        RC_ASSERT_THROWS_AS(store.commit(change), Error);
        RC_ASSERT_THROWS_AS(store.commit({.now = at, .put = {any::acknowledgement()}}), Error);
        RC_ASSERT_THROWS_AS(store.snooze(at), Error);
        RC_ASSERT_THROWS_AS(store.remember_reminders(told, "notify", at), Error);
    }
    RC_ASSERT(store.snoozed_until() == latest_instant);
    RC_ASSERT(store.reminders_sent().empty());
}

}  // namespace
}  // namespace hipflow
