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

namespace hipflow::schedule {

/// The outcome of a planned session. `rest` is a day without one, `extra` a session outside the
/// plan.
enum class OccurrenceStatus { kept, partial, missed, excused, paused, pending, rest, extra };
constexpr auto words_of(OccurrenceStatus /*unused*/) {
    return std::to_array<std::string_view>(
        {"kept", "partial", "missed", "excused", "paused", "pending", "rest", "extra"});
}

/// One planned session, a day without any (rest), or a session that nothing asked for (extra).
struct Occurrence {
    Day day{};
    std::string slot;
    OccurrenceStatus status = OccurrenceStatus::rest;
    std::optional<ExcuseReason> reason;  // if excused and a reason was given
    bool operator==(const Occurrence&) const = default;
};

/// Occurrences from `from` to `to`, both included, in order; at least one for each day since the
/// schedule began. `days` are sorted and may leave out days without sessions. Today and later days
/// are not over, so nothing on them is missed or partial yet.
///
/// Each kept session of a day fulfils the slot nearest to it in time. A session kept although its
/// slot was excused or paused counts as kept. A slot is partial if work was done but no session
/// kept.
///
/// With `k per week` at most one session a day counts, on any day. Those not kept are placed on the
/// last free days of the week: they were the last chances, so what is pending can still be kept at
/// one a day. A week in which the rule began plans the share of its days. A week that lies only
/// partly in the range is judged whole: `days` hold what was done in all of it. What was kept in it
/// outside the range counts, so the part plans the share of its days, or what was kept in it if
/// that is more, and misses no more than the week does. Excused and paused days take their share
/// away, a token one session (docs/design/statistics.md, "Adherence").
std::vector<Occurrence> occurrences(const DayPlan& plan, std::span<const DayTotals> days, Day from,
                                    Day to, Day today);

/// Days of `week`, which has each of its days in order, on which a session keeps the pace. They are
/// spread evenly over the days that are neither excused nor paused: Monday, Wednesday and Friday
/// for three a week.
std::vector<Day> suggested_days(const DayPlan& plan, const PlanVersion& version,
                                std::span<const Day> week);

}  // namespace hipflow::schedule
