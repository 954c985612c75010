// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/history.h"
#include "domain/records.h"

namespace hipflow::exchange {

// Checks that what is written can be read again. The ranges are those of domain/time.h.

/// The first member whose value is out of range.
struct Unrecordable {
    std::string member;  // "schedule.valid_from"
    std::string value;   // what was to be written
    std::string expected;
};
std::optional<Unrecordable> unrecordable(const Record& record);
std::optional<Unrecordable> unrecordable(const Checkpoint& place);

/// A body whose members were out of range, with the nearest values in range in their place.
struct MendedBody {
    std::string body;
    std::vector<FieldChange> changes;
};
/// Returns nullopt where the body cannot be read even then.
std::optional<MendedBody> mended(std::string_view kind_name, std::string_view body);

}  // namespace hipflow::exchange
