// SPDX-License-Identifier: MIT
#include "exchange/json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/kind.h"

namespace hipflow {
namespace {

template <typename T>
Json written(const T& value, std::chrono::seconds utc_offset = {}) {
    Json json;
    JsonWriter visit(json, utc_offset);
    fields(value, visit);
    return json;
}

/// What messages call a value of this type.
template <typename T>
constexpr std::string_view title = kind<T>;
template <>
constexpr std::string_view title<Exercise> = "exercise";
template <>
constexpr std::string_view title<Routine> = "routine";
template <>
constexpr std::string_view title<Program> = "program";
template <>
constexpr std::string_view title<Prescription> = "prescription";

std::string text_of(const Json& json) {
    try {
        return json.dump();
    } catch (const nlohmann::json::type_error&) {
        throw Error("a text is not valid UTF-8 and cannot be stored");
    }
}

Json parsed(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) throw Error("not a JSON document");
    return json;
}

}  // namespace

Json to_json(const Session& session) { return written(session, session.started.utc_offset); }
Json to_json(const PainReading& reading) { return written(reading, reading.felt.utc_offset); }
Json to_json(const Symptom& symptom) { return written(symptom, symptom.felt.utc_offset); }
Json to_json(const Measurement& measurement) {
    return written(measurement, measurement.taken.utc_offset);
}
Json to_json(const ScheduleVersion& version) { return written(version); }
Json to_json(const Excuse& excuse) { return written(excuse); }
Json to_json(const Enrolment& enrolment) { return written(enrolment); }
Json to_json(const Activity& activity) { return written(activity); }
Json to_json(const PrescriptionSnapshot& snapshot) { return written(snapshot); }
Json to_json(const Prescription& prescription) { return written(prescription); }
Json to_json(const Exercise& exercise) { return written(exercise); }
Json to_json(const Routine& routine) { return written(routine); }
Json to_json(const Program& program) { return written(program); }
Json to_json(const PerformedSet& set, std::chrono::seconds utc_offset) {
    return written(set, utc_offset);
}
Json to_json(const Acknowledgement& acknowledgement, std::chrono::seconds utc_offset) {
    return written(acknowledgement, utc_offset);
}
Json to_json(const Preference& preference, std::chrono::seconds utc_offset) {
    return written(preference, utc_offset);
}

template <typename T>
T from_json(const Json& json) {
    T value;
    JsonReader visit(json, std::string(title<T>));
    fields(value, visit);
    return value;
}
template Session from_json(const Json&);
template PerformedSet from_json(const Json&);
template PainReading from_json(const Json&);
template Symptom from_json(const Json&);
template Acknowledgement from_json(const Json&);
template Preference from_json(const Json&);
template PrescriptionSnapshot from_json(const Json&);
template ScheduleVersion from_json(const Json&);
template Excuse from_json(const Json&);
template Enrolment from_json(const Json&);
template Activity from_json(const Json&);
template Measurement from_json(const Json&);
template Prescription from_json(const Json&);
template Exercise from_json(const Json&);
template Routine from_json(const Json&);
template Program from_json(const Json&);

std::string body_of(const Record& record) {
    return text_of(std::visit([](const auto& r) { return to_json(r); }, record));
}

Record record_from(std::string_view kind_name, std::string_view body) {
    const Json json = parsed(body);
    std::optional<Record> record;
    for_each_kind([&]<typename R>() {
        if (kind_name == kind<R>) record = from_json<R>(json);
    });
    if (!record) throw Error(fmt::format("'{}' is no kind of record", kind_name));
    return *std::move(record);
}

std::string body_of(const Prescription& prescription) { return text_of(to_json(prescription)); }

Prescription prescription_from(std::string_view body) {
    return from_json<Prescription>(parsed(body));
}

}  // namespace hipflow
