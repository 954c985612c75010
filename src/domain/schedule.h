// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>

#include "domain/time.h"
#include "domain/words.h"

namespace hipflow {

// The plan of days as the history keeps it. schedule/ works out what follows from it.

enum class ScheduleSource { own, program };
constexpr auto words_of(ScheduleSource /*unused*/) {
    return std::to_array<std::string_view>({"own", "program"});
}

/// The days that are planned from one day on, until a later version begins: a change never rewrites
/// the past.
struct ScheduleVersion {
    std::string id;
    Day valid_from{};
    std::string rule;  // as schedule/rule.h writes it
    ScheduleSource source = ScheduleSource::own;
    std::optional<std::string> routine{};  // the one planned; nullopt: the plan without a name

    bool operator==(const ScheduleVersion&) const = default;
};

/// excused: planned, with a reason not to. paused: nothing is planned. token: a skip that the
/// program allows.
enum class ExcuseKind { excused, paused, token };
constexpr auto words_of(ExcuseKind /*unused*/) {
    return std::to_array<std::string_view>({"excused", "paused", "token"});
}

enum class ExcuseReason { sick, travel, flare, other };
constexpr auto words_of(ExcuseReason /*unused*/) {
    return std::to_array<std::string_view>({"sick", "travel", "flare", "other"});
}

/// Days, both included, on which a missed occurrence is no miss.
struct Excuse {
    std::string id;
    Day from_day{};
    std::optional<Day> to_day;        // nullopt: until further notice
    std::optional<std::string> slot;  // nullopt: the whole day
    ExcuseKind kind = ExcuseKind::excused;
    std::optional<ExcuseReason> reason;

    bool operator==(const Excuse&) const = default;
};

/// How often plans and excuses were changed, and when last.
struct PlanChanges {
    int times = 0;
    std::optional<Instant> last;
    bool operator==(const PlanChanges&) const = default;
};

/// The days on which a program was followed; without an end it still is.
struct Enrolment {
    std::string id;
    std::string program;
    Day from_day{};
    std::optional<Day> to_day;

    bool operator==(const Enrolment&) const = default;
};

}  // namespace hipflow
