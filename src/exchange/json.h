// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "domain/program.h"
#include "domain/records.h"
#include "domain/routine.h"

namespace hipflow {

/// JSON as everything writes it: answers, journal bodies, export. Members keep the order of
/// exchange/fields.h. What is not known is null; durations are integers in milliseconds under names
/// that end in _ms, a band is [bottom, top], instants are RFC 3339, enumerations their words.
using Json = nlohmann::ordered_json;

/// Instants carry the record's own UTC offset.
Json to_json(const Session& session);
Json to_json(const PainReading& reading);
Json to_json(const Symptom& symptom);
Json to_json(const Measurement& measurement);
Json to_json(const PrescriptionSnapshot& snapshot);
Json to_json(const Prescription& prescription);
Json to_json(const Exercise& exercise);
Json to_json(const Routine& routine);
Json to_json(const Program& program);

/// These say nothing of a time of day.
Json to_json(const ScheduleVersion& version);
Json to_json(const Excuse& excuse);
Json to_json(const Enrolment& enrolment);
Json to_json(const Activity& activity);

/// These have no offset of their own: show them with their session's, or leave them in UTC.
Json to_json(const PerformedSet& set, std::chrono::seconds utc_offset = {});
Json to_json(const Acknowledgement& acknowledgement, std::chrono::seconds utc_offset = {});
Json to_json(const Preference& preference, std::chrono::seconds utc_offset = {});

/// Reads what to_json wrote: T is one of the types above. Throws Error naming the member that is
/// missing, of the wrong type or out of range. A member that is not known is passed over, and a
/// missing one that may be unknown is unknown: bodies of other versions stay readable.
template <typename T>
T from_json(const Json& json);

/// The same for a record of any kind, as text on one line: the body of a journal entry.
std::string body_of(const Record& record);
Record record_from(std::string_view kind_name, std::string_view body);

/// A prescription as canonical text, and back.
std::string body_of(const Prescription& prescription);
Prescription prescription_from(std::string_view body);

}  // namespace hipflow
