// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "domain/history.h"
#include "domain/records.h"
#include "domain/routine.h"

namespace hipflow::exchange {

/// JSON as everything writes it: answers, journal bodies, export. Members keep the order of
/// exchange/fields.h. An unknown value is null; durations are integers in milliseconds under names
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

/// These hold no time of day.
Json to_json(const ScheduleVersion& version);
Json to_json(const Excuse& excuse);
Json to_json(const Enrolment& enrolment);
Json to_json(const Activity& activity);

/// These have no UTC offset of their own: pass their session's, or leave them in UTC.
Json to_json(const PerformedSet& set, std::chrono::seconds utc_offset = {});
Json to_json(const Acknowledgement& acknowledgement, std::chrono::seconds utc_offset = {});
Json to_json(const Preference& preference, std::chrono::seconds utc_offset = {});

/// Reads what to_json wrote: T is one of the types above. Throws Error naming the member that is
/// missing, of the wrong type or out of range. Bodies of other versions stay readable: unknown
/// members are ignored, and a missing optional member is read as unknown.
template <typename T>
T from_json(const Json& json);

/// A record of any kind as text on one line, the body of a journal entry; and back. Throws Error
/// for a text that is not valid UTF-8, not JSON, or of no known kind.
std::string body_of(const Record& record);
Record record_from(std::string_view kind_name, std::string_view body);

/// A prescription as canonical text, and back.
std::string body_of(const Prescription& prescription);
Prescription prescription_from(std::string_view body);

/// The members that differ between two versions of a record, in the order of its fields.
std::vector<FieldChange> differences(const Record& before, const Record& after);

/// XXH3 with 128 bits, in hex. It tells contents apart; it is not for security.
std::string content_hash(std::string_view content);

/// The hash of the canonical text: equal prescriptions have equal hashes on every machine.
std::string content_hash(const Prescription& prescription);

}  // namespace hipflow::exchange
