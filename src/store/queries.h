// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/records.h"
#include "store/filter.h"

namespace hipflow {

struct Database;

// What Store answers, and documents.

std::vector<Session> sessions(const Database& db, const Filter& filter);
std::optional<Session> session(const Database& db, std::string_view id);
std::optional<Session> last_session(const Database& db);
std::optional<Session> last_performed(const Database& db);
std::optional<Session> last_coached(const Database& db, std::string_view exercise);
Session find_session(const Database& db, std::string_view name);

std::vector<PerformedSet> sets_of(const Database& db, std::string_view session_id);
std::vector<PainReading> readings_of(const Database& db, std::string_view session_id);
std::vector<PainReading> scores_on(const Database& db, Day day);
std::vector<Symptom> symptoms_of(const Database& db, std::string_view session_id);
std::vector<Symptom> symptoms_since(const Database& db, Day since);
std::optional<Symptom> last_symptom(const Database& db, SymptomKind kind);
bool leg_told_since(const Database& db, Day since);
std::optional<Prescription> prescription(const Database& db, std::string_view hash);

std::map<std::string, Instant> recorded_times(const Database& db, std::string_view session_id);

std::vector<PainReading> morning_scores(const Database& db, Day since);
std::optional<int> acknowledged(const Database& db, std::string_view text);
std::vector<Preference> preferences(const Database& db);
std::vector<ScheduleVersion> schedules(const Database& db);
std::vector<Excuse> excuses(const Database& db, Day since);
std::vector<Enrolment> enrolments(const Database& db);
std::vector<Activity> activities(const Database& db);
std::vector<Measurement> measurements(const Database& db, Measured kind, const Filter& filter);

}  // namespace hipflow
