// SPDX-License-Identifier: MIT
#pragma once
#include <gtest/gtest.h>
#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "domain/error.h"
#include "domain/records.h"
#include "store/store.h"

namespace hipflow::store::samples {

using namespace std::chrono_literals;

/// A temporary folder, removed with this object.
class TempFolder {
   public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "hipflow-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    DatabaseFile database() const { return {.path = path_ / "hipflow.db"}; }

   private:
    std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Returns the message of the storage error that work() throws; empty if it throws none.
inline std::string message_of(const auto& work) {
    try {
        work();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::storage);
        return error.what();
    }
    return "";
}

inline Store empty_store() { return Store::open({.path = ":memory:"}); }

inline Day day(std::string_view text) { return *parse_day(text); }

inline Stamp stamp(std::string_view text) {
    const auto instant = parse_instant(text);
    return {instant->at, instant->utc_offset, local_day(instant->at, instant->utc_offset, 4h)};
}

inline const Instant now = stamp("2026-11-22T07:45:00+01:00").at;

inline Session session(std::string id, std::string_view started = "2026-11-22T07:30:00+01:00") {
    Session session;
    session.id = std::move(id);
    session.routine = "hip-rotation";
    session.started = stamp(started);
    session.status = SessionStatus::completed;
    session.planned = 10min;
    session.done = 9min;
    session.active = 12min;
    return session;
}

inline PerformedSet performed_set(std::string id, std::string session_id, int step = 1,
                                  Side side = Side::left) {
    PerformedSet set;
    set.id = std::move(id);
    set.session_id = std::move(session_id);
    set.step = step;
    set.planned_exercise = set.exercise = "figure-4-supine";
    set.side = side;
    set.planned = 40s;
    set.actual = 35s;
    set.status = SetStatus::done;
    return set;
}

inline PainReading reading(std::string id, Moment moment, int score,
                           std::optional<std::string> session_id = {},
                           std::string_view at = "2026-11-22T07:29:00+01:00") {
    PainReading reading;
    reading.id = std::move(id);
    reading.session_id = std::move(session_id);
    reading.moment = moment;
    reading.score = *PainScore::from(score);
    reading.felt = stamp(at);
    return reading;
}

inline Symptom symptom(std::string id, SymptomKind kind,
                       std::optional<std::string> session_id = {}) {
    Symptom symptom;
    symptom.id = std::move(id);
    symptom.session_id = std::move(session_id);
    symptom.kind = kind;
    symptom.felt = stamp("2026-11-22T07:29:00+01:00");
    return symptom;
}

inline Prescription prescription(std::string name = "Hip rotation") {
    Prescription body;
    body.routine = "hip-rotation";
    body.name = std::move(name);
    PrescribedStep step;
    step.planned_exercise = "figure-4-supine";
    step.work.exercise.id = "figure-4-seated";
    step.work.hold = 40s;
    step.easier.resize(1);
    body.steps.push_back(step);
    return body;
}

/// Commits all these records as one change.
template <typename... Records>
void put(Store& store, const Records&... records) {
    Change change;
    change.now = now;
    (change.put.emplace_back(records), ...);
    store.commit(change);
}

template <typename R>
void del(Store& store, std::string_view kind, const R& record) {
    Change change;
    change.now = now;
    change.del.push_back({kind, record.id});
    store.commit(change);
}

}  // namespace hipflow::store::samples
