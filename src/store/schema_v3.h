// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// The plan of days and what was measured: the tables `schedule`, `excuse`, `enrolment`, `activity`
/// and `measurement`; and what this machine has told of it, `reminder_sent` and `snooze`.
extern const std::string_view schema_v3;

}  // namespace hipflow
