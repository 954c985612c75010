// SPDX-License-Identifier: MIT
// Journalling a set against one bare durable commit of the same mode, in turn, on the same disk:
// commits FOLDER ROUNDS prints "<hipflow µs> <bare µs>" for each round.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "platform/clock.h"
#include "platform/random.h"
#include "store/store.h"

namespace {

using namespace hipflow;

double micros(auto&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
        .count();
}

PerformedSet set_of(const Session& session, int number, Instant now) {
    PerformedSet set;
    set.id = platform::new_id(now);
    set.session_id = session.id;
    set.step = 1;
    set.planned_exercise = "glute-bridge";
    set.exercise = "glute-bridge";
    set.set_no = number;
    set.planned = Millis{30'000};
    set.actual = Millis{30'000};
    set.status = SetStatus::done;
    set.started_at = now;
    return set;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::filesystem::path folder = argv[1];
    const int rounds = std::atoi(argv[2]);
    store::Store store = store::Store::open({folder / "hipflow.db", true});
    SQLite::Database bare(folder / "bare.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    bare.exec(
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
        "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT) STRICT");
    const Instant now = std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
    Session session;
    session.id = platform::new_id(now);
    session.routine = "bench";
    session.started = platform::stamp(now, std::chrono::minutes(240));
    store::Change begin;
    begin.now = now;
    begin.put.emplace_back(session);
    store.commit(begin);
    constexpr int sets_in_a_session = 20;
    for (int i = 1; i <= rounds; ++i) {
        if (i % sets_in_a_session == 0) {
            session.id = platform::new_id(now);
            begin.put.assign(1, session);
            store.commit(begin);
        }
        store::Change change;
        change.now = now;
        change.put.emplace_back(set_of(session, i % sets_in_a_session + 1, now));
        Checkpoint place;
        place.session_id = session.id;
        place.step = 1;
        place.at = now;
        change.checkpoint = place;
        const double ours = micros([&] { store.commit(change); });
        const double theirs = micros([&] {
            bare.exec("BEGIN IMMEDIATE; INSERT INTO t(b) VALUES ('" + std::string(400, 'x') +
                      "'); COMMIT");
        });
        fmt::print("{:.1f} {:.1f}\n", ours, theirs);
    }
    return 0;
}
