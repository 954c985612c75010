// SPDX-License-Identifier: MIT
#pragma once
#include <fmt/format.h>

#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "exchange/json_writer.h"
#include "stats/change.h"
#include "stats/function.h"
#include "stats/hip_rotation.h"
#include "stats/pain_days.h"
#include "stats/period.h"
#include "stats/trend.h"

namespace hipflow::exchange {

// The members of statistics in answers. A number that may not be given for want of data is null,
// and where that needs saying, `reason` beside it says why, "n<28".

/// "n<5" beside a value that is missing; nothing beside one that is there.
inline std::optional<std::string> too_few(bool known, int fewest) {
    if (known) return std::nullopt;
    return fmt::format("n<{}", fewest);
}

template <typename Visitor>
void fields(const ScoreSum& scores, Visitor& visit) {
    visit("n", scores.n);
    visit("sum", scores.sum);
}

template <typename Visitor>
void fields(const PairedScores& scores, Visitor& visit) {
    const auto means = stats::mean_pair(scores);
    visit("n", scores.n);
    visit("mean_before", means ? std::optional(means->before) : std::nullopt);
    visit("mean_after", means ? std::optional(means->after) : std::nullopt);
}

/// The scores of each moment.
struct MomentScores {
    const DayTotals& of;
};
template <typename Visitor>
void fields(const MomentScores& scores, Visitor& visit) {
    visit("before", scores.of.before);
    visit("peak", scores.of.peak);
    visit("after", scores.of.after);
    visit("morning", scores.of.morning);
    visit("checkin", scores.of.checkin);
}

/// The sums of one day or of many, without the day and its score.
template <typename Visitor>
void sum_fields(const DayTotals& sums, Visitor& visit) {
    visit("sessions", sums.sessions);
    visit("kept", sums.kept);
    visit("planned_ms", sums.planned);
    visit("done_ms", sums.done);
    visit("active_ms", sums.active);
    visit("sets", sums.sets);
    visit("work_share", stats::work_share(sums));
    visit("pain", MomentScores{sums});
    visit("pain_pair", sums.pair);
}

template <typename Visitor>
void fields(const stats::Period& period, Visitor& visit) {
    visit("from", period.from);
    visit("to", period.to);
    sum_fields(period.sums, visit);
    visit("part_of_week", period.part_of_week);
}

/// One day with what became of it, in a word.
template <typename Visitor>
void day_fields(const DayTotals& day, std::string_view mark, Visitor& visit) {
    visit("local_day", day.local_day);
    visit("mark", mark);
    sum_fields(day, visit);
    visit("score", day.score);
}

/// Also the columns of the store's query for them.
template <MaybeConst<stats::CountedPeriod> R, typename Visitor>
void fields(R& period, Visitor& visit) {
    auto& counts = period.counts;
    visit("from", period.from);
    visit("to", period.to);
    visit("sessions", counts.sessions);
    visit("completed", counts.completed);
    visit("timed", counts.timed);
    visit("rested", counts.rested);
    visit("stopped_for_pain", counts.stopped_for_pain);
    visit("stopped_for_time", counts.stopped_for_time);
    visit("stopped_tired", counts.stopped_tired);
    visit("stopped_otherwise", counts.stopped_otherwise);
    visit("easy", counts.easy);
    visit("ok", counts.ok);
    visit("hard", counts.hard);
    visit("planned_ms", counts.planned);
    visit("done_ms", counts.done);
    visit("active_ms", counts.active);
    // No column of the query.
    if constexpr (std::is_const_v<R>) visit("part_of_week", period.part_of_week);
}

/// Why there is no verdict; nothing beside one.
inline std::optional<std::string> missing_verdict(const stats::Trend& trend) {
    if (trend.unconfirmed) return "unconfirmed";
    return too_few(trend.verdict.has_value(), stats::days_for_verdict);
}

template <typename Visitor>
void fields(const stats::Trend& trend, Visitor& visit) {
    visit("scored_days", trend.scored_days);
    visit("judged_days", trend.judged_days);
    visit("verdict", trend.verdict);
    visit("reason", missing_verdict(trend));
    visit("points_per_four_weeks", trend.per_four_weeks);
    visit("first_median", trend.first);
    visit("last_median", trend.last);
    visit("important", trend.important);
}

template <typename Visitor>
void fields(const ChangeSum& changes, Visitor& visit) {
    const auto mean = stats::mean_change(changes);
    visit("n", changes.n);
    visit("mean", mean ? std::optional(mean->mean) : std::nullopt);
    visit("reason", too_few(mean.has_value(), stats::fewest_for_mean));
    visit("low", mean && mean->interval ? std::optional(mean->interval->low) : std::nullopt);
    visit("high", mean && mean->interval ? std::optional(mean->interval->high) : std::nullopt);
    visit("worse", changes.worse);
}

/// The mean however few there are; nothing without any.
inline std::optional<double> plain_mean(const ChangeSum& changes) {
    if (changes.n == 0) return std::nullopt;
    return static_cast<double>(changes.sum) / changes.n;
}

template <typename Visitor>
void fields(const stats::ExerciseUse& use, Visitor& visit) {
    visit("exercise", use.exercise);
    visit("side", use.side);
    visit("sessions", use.sessions);
    visit("planned_ms", use.planned);
    visit("done_ms", use.done);
    visit("first_day", use.first_day);
    visit("last_day", use.last_day);
    visit("first_level", use.first_level);
    visit("last_level", use.last_level);
    visit("change_n", use.change.n);
    visit("change_mean", plain_mean(use.change));
    visit("change_worse", use.change.worse);
    visit("load", use.load);
}

template <typename Visitor>
void fields(const stats::ExerciseChange& exercise, Visitor& visit) {
    visit("exercise", exercise.exercise);
    visit("side", exercise.side);
    visit("n", exercise.change.n);
    visit("mean", plain_mean(exercise.change));
    visit("few", stats::few(exercise));
}

/// `site` and `side` of a place: null where not said. Without a place, the site is "all".
template <typename Visitor>
void place_fields(const std::optional<stats::PainPlace>& place, Visitor& visit) {
    std::optional<std::string_view> site = "all";
    if (place) site = place->site ? std::optional(word(*place->site)) : std::nullopt;
    visit("site", site);
    visit("side", place ? place->side : std::nullopt);
}

template <typename Visitor>
void fields(const stats::PainDay& day, Visitor& visit) {
    visit("local_day", day.local_day);
    place_fields(day.place, visit);
    visit("moment", day.moment);
    visit("n", day.n);
    visit("median", day.median);
    visit("lowest", day.lowest);
    visit("highest", day.highest);
    visit("late", day.late);
}

/// {"days": 0, "mean": null} where nothing was scored: visit(…, mean.value_or(MomentMean{})).
template <typename Visitor>
void fields(const stats::MomentMean& mean, Visitor& visit) {
    visit("days", mean.days);
    visit("mean", mean.days > 0 ? std::optional(mean.mean) : std::nullopt);
}

// Measurements: degrees of hip rotation, and scores of activities.

template <typename Visitor>
void fields(const stats::RotationMean& mean, Visitor& visit) {
    visit("mean", mean.degrees());
    visit("trials", mean.trials);
    visit("lowest", mean.lowest);
    visit("highest", mean.highest);
}

template <typename Visitor>
void fields(const stats::RotationChange& change, Visitor& visit) {
    visit("degrees", change.degrees);
    visit("beyond_error", change.beyond_error);
}

/// One member for each rotation: of_rotation(movement).
template <typename OfRotation, typename Visitor>
void rotation_fields(const OfRotation& of_rotation, Visitor& visit) {
    for (const Rotation movement : {Rotation::internal, Rotation::external}) {
        visit(word(movement), of_rotation(movement));
    }
}

/// One side of a test.
struct TestedSide {
    const stats::RotationTest& test;
    Side side;
};
template <typename Visitor>
void fields(const TestedSide& tested, Visitor& visit) {
    rotation_fields([&](Rotation movement) { return tested.test.of(tested.side, movement); },
                    visit);
    visit("arc", tested.test.arc(tested.side));
}

template <typename Visitor>
void fields(const stats::RotationTest& test, Visitor& visit) {
    visit("local_day", test.local_day);
    for (const Side side : {Side::left, Side::right}) visit(word(side), TestedSide{test, side});
    visit("pain", test.pain);
}

template <typename Visitor>
void fields(const stats::RotationError& error, Visitor& visit) {
    visit("degrees", error.degrees);
    visit("sem", error.sem);
}

/// The changes since the baseline, on one side.
struct ChangedSide {
    const stats::RotationSeries& series;
    Side side;
};
template <typename Visitor>
void fields(const ChangedSide& changed, Visitor& visit) {
    const auto change = [&](Rotation movement) {
        return stats::rotation_change(changed.series, changed.side, movement);
    };
    rotation_fields(change, visit);
}

/// The same on both sides.
struct ChangedSides {
    const stats::RotationSeries& series;
};
template <typename Visitor>
void fields(const ChangedSides& changed, Visitor& visit) {
    for (const Side side : {Side::left, Side::right}) {
        visit(word(side), ChangedSide{changed.series, side});
    }
}

/// The side that turns less, of each movement.
struct LesserSides {
    const stats::RotationSeries& series;
};
template <typename Visitor>
void fields(const LesserSides& lesser, Visitor& visit) {
    const auto side = [&](Rotation movement) {
        return stats::lesser_side(lesser.series, movement);
    };
    rotation_fields(side, visit);
}

/// How a test was taken: what a series and a row of the table begin with.
template <typename Taken, typename Visitor>
void way_fields(const Taken& taken, Visitor& visit) {
    visit("position", taken.position);
    visit("instrument", taken.instrument);
    visit("scale_version", taken.scale_version);
}

template <typename Visitor>
void fields(const stats::RotationSeries& series, Visitor& visit) {
    way_fields(series, visit);
    visit("error", stats::rotation_error(series));
    visit("tests", series.tests);
    visit("change", ChangedSides{series});
    visit("lesser_side", LesserSides{series});
}

/// A row of the table of all tests: one side and movement of one test day.
struct RotationRow {
    std::optional<RotationPosition> position;
    std::optional<std::string> instrument;
    std::optional<std::string> scale_version;
    Day local_day{};
    Side side = Side::left;
    Rotation movement = Rotation::internal;
    stats::RotationMean of{.trials = 1};
    std::optional<PainScore> pain;
};
std::vector<RotationRow> rotation_rows(std::span<const stats::RotationSeries> all);

template <typename Visitor>
void fields(const RotationRow& row, Visitor& visit) {
    way_fields(row, visit);
    visit("local_day", row.local_day);
    visit("side", row.side);
    visit("movement", row.movement);
    fields(row.of, visit);
    visit("pain", row.pain);
}

template <typename Visitor>
void fields(const stats::FunctionScore& score, Visitor& visit) {
    visit("local_day", score.local_day);
    visit("score", score.score);
}

template <typename Visitor>
void fields(const stats::FunctionSeries& series, Visitor& visit) {
    visit("id", series.activity.id);
    visit("text", series.activity.text);
    visit("from_day", series.activity.from_day);
    visit("to_day", series.activity.to_day);
    visit("scores", series.scores);
}

template <typename Visitor>
void fields(const stats::FunctionMean& mean, Visitor& visit) {
    visit("local_day", mean.local_day);
    visit("mean", mean.mean);
    visit("activities", mean.activities);
}

template <typename Visitor>
void fields(const stats::FunctionChange& change, Visitor& visit) {
    visit("from", change.from);
    visit("to", change.to);
    visit("activities", change.activities);
    visit("before", change.before());
    visit("after", change.after());
    visit("change", change.change());
    visit("verdict", stats::function_verdict(change.change()));
}

/// The answer on function: all activities with their scores, the means, and what changed.
template <typename Visitor>
void function_fields(std::span<const stats::FunctionSeries> all, Visitor& visit) {
    visit("scale_version", stats::function_scale);
    visit("activities", all);
    visit("means", stats::function_means(all));
    visit("change", stats::function_change(all));
}

/// A row of the table of all scores.
struct FunctionRow {
    Day local_day{};
    std::string activity_id;
    std::string activity;
    int score = 0;
};
std::vector<FunctionRow> function_rows(std::span<const stats::FunctionSeries> all);

template <typename Visitor>
void fields(const FunctionRow& row, Visitor& visit) {
    visit("local_day", row.local_day);
    visit("activity_id", row.activity_id);
    visit("activity", row.activity);
    visit("score", row.score);
}

}  // namespace hipflow::exchange
