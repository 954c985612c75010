// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/checkpoint.h"
#include "domain/history.h"
#include "domain/records.h"

namespace hipflow {

// Whether what is about to be written can be read again. The ranges are those of domain/time.h.

/// The first member that lies outside of what can be recorded, and what was to be written there.
struct Unrecordable {
    std::string member;  // "schedule.valid_from"
    std::string value;
    std::string expected;
};
std::optional<Unrecordable> unrecordable(const Record& record);
std::optional<Unrecordable> unrecordable(const Checkpoint& place);

/// A body that cannot be read because members of it lie outside of the ranges, with the nearest
/// values that can be recorded in their place, and what was changed. Nothing where this does not
/// help.
struct MendedBody {
    std::string body;
    std::vector<FieldChange> changes;
};
std::optional<MendedBody> mended(std::string_view kind_name, std::string_view body);

}  // namespace hipflow
