// SPDX-License-Identifier: MIT
#include "exchange/json.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <nlohmann/json.hpp>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace hipflow::exchange {
namespace {

/// The name of the type in messages.
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

std::optional<std::string> value_text(const Json& value) {
    if (value.is_null()) return std::nullopt;
    return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

Json to_json(const Session& session) { return object_of(session, session.started.utc_offset); }
Json to_json(const PainReading& reading) { return object_of(reading, reading.felt.utc_offset); }
Json to_json(const Symptom& symptom) { return object_of(symptom, symptom.felt.utc_offset); }
Json to_json(const Measurement& measurement) {
    return object_of(measurement, measurement.taken.utc_offset);
}
Json to_json(const ScheduleVersion& version) { return object_of(version); }
Json to_json(const Excuse& excuse) { return object_of(excuse); }
Json to_json(const Enrolment& enrolment) { return object_of(enrolment); }
Json to_json(const Activity& activity) { return object_of(activity); }
Json to_json(const PrescriptionSnapshot& snapshot) { return object_of(snapshot); }
Json to_json(const Prescription& prescription) { return object_of(prescription); }
Json to_json(const Exercise& exercise) { return object_of(exercise); }
Json to_json(const Routine& routine) { return object_of(routine); }
Json to_json(const Program& program) { return object_of(program); }
Json to_json(const PerformedSet& set, std::chrono::seconds utc_offset) {
    return object_of(set, utc_offset);
}
Json to_json(const Acknowledgement& acknowledgement, std::chrono::seconds utc_offset) {
    return object_of(acknowledgement, utc_offset);
}
Json to_json(const Preference& preference, std::chrono::seconds utc_offset) {
    return object_of(preference, utc_offset);
}

template <typename T>
T from_json(const Json& json) {
    return value_of<T>(json, std::string(title<T>));
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
    if (!record) throw Error(fmt::format("'{}' is not a kind of record", kind_name));
    return *std::move(record);
}

std::string body_of(const Prescription& prescription) { return text_of(to_json(prescription)); }

Prescription prescription_from(std::string_view body) {
    return from_json<Prescription>(parsed(body));
}

std::vector<FieldChange> differences(const Record& before, const Record& after) {
    const Json older = Json::parse(body_of(before));
    const Json newer = Json::parse(body_of(after));
    std::vector<FieldChange> changes;
    for (const auto& [name, value] : newer.items()) {
        const Json was = older.value(name, Json());
        if (was != value) changes.push_back({name, value_text(was), value_text(value)});
    }
    return changes;
}

std::string content_hash(std::string_view content) {
    const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string content_hash(const Prescription& prescription) {
    return content_hash(body_of(prescription));
}

}  // namespace hipflow::exchange
