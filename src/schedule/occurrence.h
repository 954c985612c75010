// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/day_totals.h"
#include "domain/words.h"
#include "schedule/plan.h"

namespace hipflow {

/// How many sessions of a day were begun, with some work done, and not kept.
int partial_sessions(const DayTotals& day);

/// What became of a planned session; the last two are of days and sessions that were not planned.
enum class OccurrenceStatus { kept, partial, missed, excused, paused, pending, rest, extra };
template <>
inline constexpr auto words<OccurrenceStatus> = std::to_array<std::string_view>(
    {"kept", "partial", "missed", "excused", "paused", "pending", "rest", "extra"});

/// One planned session; or a day without any (rest), or a session that nothing asked for (extra).
struct Occurrence {
    Day day{};
    std::string slot;
    OccurrenceStatus status = OccurrenceStatus::rest;
    std::optional<ExcuseReason> reason;  // of an excused one, where it was given
    bool operator==(const Occurrence&) const = default;
};

/// The occurrences of the days from `from` to `to`, in order, at least one for each day since the
/// schedule began. `days` are sorted; those without any session may be left out. Today and later
/// days are not over: nothing of theirs is missed, or partial, yet.
/// One with some work done and nothing kept is partial.
///
/// A day's kept sessions fulfil its slots in their order. What was done although it was excused or
/// paused is kept.
///
/// With `k per week` a session counts once a day, and the days are whatever they turn out to be.
/// The ones not kept are laid on the last days of the week that are free: those were the last
/// chances, so that what is pending can still be kept with one a day. Of a week that is not wholly
/// in the range, or in which another rule began, the share of its days is planned. Excused and
/// paused days take theirs away, a token one.
std::vector<Occurrence> occurrences(const DayPlan& plan, std::span<const DayTotals> days, Day from,
                                    Day to, Day today);

/// The days of it on which a session keeps the pace, spread evenly over those that are neither
/// excused nor paused: Monday, Wednesday and Friday for three a week (TRACKING c3:
/// ceil(k * days elapsed / 7)).
std::vector<Day> suggested_days(const DayPlan& plan, const PlanVersion& version,
                                std::span<const Day> week);

}  // namespace hipflow
