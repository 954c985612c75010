// SPDX-License-Identifier: MIT
#include "support/a_desk.h"

#include <stdlib.h>  // mkdtemp

#include <fstream>
#include <stdexcept>
#include <utility>

#include "store/change.h"

namespace hipflow::support {

using namespace std::chrono_literals;

ADesk::ADesk() {
    std::string name = (std::filesystem::temp_directory_path() / "hipflow-desk-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    home_ = name;
    environment_ = {{"HOME", home_.string()}, {"PATH", "/usr/bin:/bin"}};
    anew(start);
}

ADesk::~ADesk() {
    desk_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(home_, ignored);
}

today::Desk& ADesk::anew(std::string_view now) {
    if (!now.empty()) environment_["HIPFLOW_NOW"] = now;
    desk_ = std::make_unique<today::Desk>(platform::Environment(environment_), today::NamedFiles{});
    return *desk_;
}

today::Desk ADesk::desk_at(std::string_view now) const {
    auto environment = environment_;
    environment["HIPFLOW_NOW"] = now;
    return {platform::Environment(std::move(environment)), {}};
}

void ADesk::write_config(const std::filesystem::path& name, std::string_view text) const {
    const auto path = home_ / ".config" / "hipflow" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

void ADesk::record(const std::vector<Record>& records) {
    store::Change change;
    change.now = desk_->clock().wall();
    change.put = records;
    desk_->store().commit(change);
}

Stamp stamp(std::string_view text) {
    const auto instant = parse_instant(text);
    if (!instant) throw std::invalid_argument("no instant");
    return {instant->at, instant->utc_offset, local_day(instant->at, instant->utc_offset, 4h)};
}

Day day(std::string_view text) {
    const auto day = parse_day(text);
    if (!day) throw std::invalid_argument("no day");
    return *day;
}

Session session(std::string id, std::string_view started) {
    Session session;
    session.id = std::move(id);
    session.routine = "hip-rotation";
    session.started = stamp(started);
    session.ended_at = session.started.at + 10min;
    session.status = SessionStatus::completed;
    session.planned = 10min;
    session.done = 9min;
    session.active = 10min;
    return session;
}

PainReading reading(std::string id, Moment moment, int score, std::string_view felt) {
    const auto value = PainScore::from(score);
    if (!value) throw std::invalid_argument("no score");
    PainReading reading;
    reading.id = std::move(id);
    reading.moment = moment;
    reading.score = *value;
    reading.felt = stamp(felt);
    return reading;
}

Symptom symptom(std::string id, SymptomKind kind, std::string_view felt) {
    Symptom symptom;
    symptom.id = std::move(id);
    symptom.kind = kind;
    symptom.felt = stamp(felt);
    return symptom;
}

}  // namespace hipflow::support
