// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <ranges>
#include <string_view>
#include <vector>

#include "exchange/fields.h"
#include "exchange/plan_fields.h"
#include "exchange/stats_fields.h"

namespace hipflow::today {
struct DayLine;
struct ExercisesView;
struct FunctionView;
struct HipRotationView;
struct PainView;
struct PlacePain;
struct SessionRecord;
struct SessionsView;
struct StatsScreen;
struct WeekView;
}  // namespace hipflow::today

namespace hipflow::exchange {

// The answers of stats, session and measure.

/// The plan of a view as a list of none or one; `more(kept, plan)` adds to it.
template <typename Kept, typename More, typename Visitor>
void plans_fields(const std::optional<Kept>& plan, const More& more, Visitor& visit) {
    std::vector<Kept> plans;
    if (plan) plans.push_back(*plan);
    const auto write = [&more](const Kept& kept) {
        return members([&](auto& inner) {
            plan_fields(only_plan, kept.days, kept.weeks, inner);
            more(kept, inner);
        });
    };
    visit("plans", plans | std::views::transform(write));
}

template <MaybeConst<today::StatsScreen> R, typename Visitor>
void fields(R& screen, Visitor& visit) {
    visit("range", screen.days);
    visit("weeks", screen.weeks);
    visit("this_week", screen.this_week);
    plans_fields(
        screen.plan, [](const auto& kept, auto& plan) { plan("this_week", kept.this_week); },
        visit);
    visit("change", screen.days.sums.change);
    visit("trend", screen.trend);
    const auto change = [](const auto& exercise) {
        return exercise ? std::optional(exercise->change) : std::nullopt;
    };
    visit("exercises", members([&](auto& exercises) {
              exercises("best", change(screen.best));
              exercises("worst", change(screen.worst));
          }));
}

template <MaybeConst<today::SessionsView> R, typename Visitor>
void fields(R& view, Visitor& visit) {
    visit("from", view.from);
    visit("to", view.to);
    visit("weeks", view.weeks);
    plans_fields(
        view.plan, [&](const auto&, auto& plan) { plan("by_week", view.by_week); }, visit);
}

template <MaybeConst<today::PlacePain> R, typename Visitor>
void fields(R& pain, Visitor& visit) {
    place_fields(pain.place, visit);
    visit("before", pain.before.value_or(stats::MomentMean{}));
    visit("after", pain.after.value_or(stats::MomentMean{}));
    visit("morning", pain.morning.value_or(stats::MomentMean{}));
    visit("trend", pain.trend);
}

template <MaybeConst<today::PainView> R, typename Visitor>
void fields(R& view, Visitor& visit) {
    visit("from", view.from);
    visit("to", view.to);
    visit("days", view.days);
    visit("places", view.places);
    visit("change", view.change);
}

template <MaybeConst<today::ExercisesView> R, typename Visitor>
void fields(R& view, Visitor& visit) {
    const stats::SideWork work = stats::side_work(view.uses);
    visit("from", view.from);
    visit("to", view.to);
    visit("exercises", view.uses);
    visit("best", view.tolerance.best);
    visit("worst", view.tolerance.worst);
    visit("left_ms", work.left);
    visit("right_ms", work.right);
}

template <MaybeConst<today::DayLine> R, typename Visitor>
void fields(R& day, Visitor& visit) {
    day_fields(day.totals, word(day.mark), visit);
}

template <MaybeConst<today::WeekView> R, typename Visitor>
void fields(R& view, Visitor& visit) {
    visit("days", view.days);
    plans_fields(
        view.plan, [](const auto&, auto& /*plan*/) {}, visit);
}

template <MaybeConst<today::HipRotationView> R, typename Visitor>
void fields(R& view, Visitor& visit) {
    visit("series", view.series);
}

template <MaybeConst<today::FunctionView> R, typename Visitor>
void fields(R& view, Visitor& visit) {
    function_fields(view.activities, visit);
}

// One session.

template <MaybeConst<today::SessionRecord> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    const auto offset = record.session.started.utc_offset;
    const auto with_time = [&record](const auto& one) {
        return members([&record, &one](auto& inner) {
            fields(one, inner);
            const auto time = record.recorded_at.find(one.id);
            if (time != record.recorded_at.end()) inner("recorded_at", time->second);
        });
    };
    visit("session", at_offset(with_time(record.session), offset));
    visit("sets", at_offset(record.sets | std::views::transform(with_time), offset));
    visit("pain_scores", at_offset(record.readings | std::views::transform(with_time), offset));
    visit("symptoms", at_offset(record.symptoms | std::views::transform(with_time), offset));
    visit("prescription", record.prescription);
}

template <typename Visitor>
void fields(const RecordChange& change, Visitor& visit) {
    const Record* const newest = change.newest();
    visit("kind", newest != nullptr ? std::optional(kind_of(*newest)) : std::nullopt);
    visit("before", change.before);
    visit("after", change.after);
}

template <typename Visitor>
void fields(const HistoryStep& step, Visitor& visit) {
    visit("change_id", step.change_id);
    visit("undoes", step.undoes);
    visit("device", step.device);
    visit("recorded_at", step.recorded_at);
    std::vector<RecordChange> changes = step.changes;
    std::erase_if(changes, [](const RecordChange& change) { return change.newest() == nullptr; });
    visit("changes", changes);
}

}  // namespace hipflow::exchange
