// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <variant>

#include "domain/records.h"

namespace hipflow {

/// What a record is called in the journal; the name of its table too.
template <typename R>
inline constexpr std::string_view kind = {};
template <>
inline constexpr std::string_view kind<Session> = "session";
template <>
inline constexpr std::string_view kind<PerformedSet> = "performed_set";
template <>
inline constexpr std::string_view kind<PainReading> = "pain_score";
template <>
inline constexpr std::string_view kind<Symptom> = "symptom";
template <>
inline constexpr std::string_view kind<Acknowledgement> = "acknowledgement";
template <>
inline constexpr std::string_view kind<Preference> = "preference";
template <>
inline constexpr std::string_view kind<PrescriptionSnapshot> = "prescription";
template <>
inline constexpr std::string_view kind<ScheduleVersion> = "schedule";
template <>
inline constexpr std::string_view kind<Excuse> = "excuse";
template <>
inline constexpr std::string_view kind<Enrolment> = "enrolment";
template <>
inline constexpr std::string_view kind<Activity> = "activity";
template <>
inline constexpr std::string_view kind<Measurement> = "measurement";

/// Calls action.operator()<R>() for every type of record R.
template <typename Action>
void for_each_kind(const Action& action) {
    [&]<typename... R>(const std::variant<R...>*) {
        (action.template operator()<R>(), ...);
    }(static_cast<const Record*>(nullptr));
}

inline std::string_view kind_of(const Record& record) {
    return std::visit([]<typename R>(const R&) { return kind<R>; }, record);
}

inline const std::string& id_of(const Record& record) {
    return std::visit([](const auto& r) -> const std::string& { return r.id; }, record);
}

}  // namespace hipflow
